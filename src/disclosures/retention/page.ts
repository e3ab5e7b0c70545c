import type { Retention } from '../../../schemas/disclosures/retention.ts';
import { readLength } from '../../../schemas/length.ts';
import { fact, joined, label, type Shown, words as say, sentences } from '../../page/cell.ts';
import type { PageContext } from '../../page/page-model.ts';
import type { Piece } from '../../page/piece.ts';
import { proseText } from '../../text/prose.ts';
import { inOurWords, showLimit, showPeriod } from '../../text/show.ts';

/** How long something is kept, with what limits that: "6 months after you close it (for questions that come late)". */
export function howLong(entry: Retention, path: string, context: PageContext): Shown {
  const { inline, words } = context;
  const { period, atMost, criteria } = entry;
  const reason = entry.for && inline(`${path}.for`, entry.for);
  const decided = criteria && inline(`${path}.criteria`, criteria);
  const isLimit = decided && atMost && period === undefined;
  const all = [counted(entry, path, context), isLimit ? [...say(words.atMost), ...decided] : decided];
  const [first, ...others] = all.filter((piece) => piece !== undefined);
  const length = first && reason ? [...first, ...say(' ('), ...reason, ...say(')')] : (first ?? reason);
  return sentences([length, ...others], '; ');
}

// A period with its start: "up to 90 days after you close it".
function counted({ period, atMost, from }: Retention, path: string, context: PageContext): Shown {
  const shown = period && (atMost ? showLimit(period, inOurWords(context)) : showPeriod(period, context));
  const start = from && context.inline(`${path}.from`, from);
  const isNamed = start && !readsOn(from);
  const isRegional = period !== undefined && readLength(period).length > 1;
  const begins = isNamed ? [...say(context.words.countedFrom), ...start] : start;
  return joined([shown && fact(`${path}.period`, shown), begins], isRegional || isNamed ? ', ' : ' ');
}

/**
 * Whether what a period is counted from reads on behind it, "after you close it", or names an event, "the last visit". Of
 * another script it cannot be told.
 */
export function readsOn(from: string): boolean {
  return /^[^\p{Script=Latin}]/u.test(from.trimStart()) || reading.test(from.trimStart());
}

const reading =
  /^(after|from|since|once|following|as|of|when|whenever|on|upon|starting|beginning|counted|calculated|until|before|past|at|in|for|post|if|while|where|nach|ab|seit|vo[nm]|sobald|wenn|apr[eè]s|[aà]|dès|depuis|suivant|de|du|des|au|aux|lors|desde|despu[eé]s|tras|una vez|del|ap[oó]s|depois|da|do|dopo|dal|dalla|vanaf|na|nadat|sinds)(?![\p{L}])/iu;

/** What is kept longer than the rest. */
export function exception(except: string, path: string, { words, inline }: PageContext): Piece {
  return [...say(`${words.exceptLabel}: `), ...inline(`${path}.except`, except)];
}

// What happens at the end of that time.
function afterwards(then: string, path: string, { words, inline }: PageContext): Piece {
  return [...say(`${words.columns.afterwards}: `), ...inline(`${path}.then`, then)];
}

/** What is kept, how long, and all that limits that; nothing where no time is stated. */
export function kept(entry: Retention, path: string, context: PageContext, href?: string): Shown {
  const length = howLong(entry, path, context);
  if (!length) return undefined;
  return sentences([
    joined([nameOf(entry, path, href), length], ': '),
    entry.except && exception(entry.except, path, context),
    entry.then && afterwards(entry.then, path, context),
  ]);
}

// A short name alone can say more than what it is short for: "Idle accounts" may be the free ones.
function nameOf({ label: name, of }: Retention, path: string, href: string | undefined): Shown {
  const what = proseText(of).replaceAll('\n', ' ');
  if (name === undefined) return label(`${path}.of`, what, href);
  if (isNamedAsItIs({ label: name, of })) return label(`${path}.label`, name, href);
  const meant = fact(`${path}.of`, what);
  return joined([label(`${path}.label`, name, href), meant && [...say('('), ...meant, ...say(')')]], ' ');
}

/** Whether the short name of what is kept says it whole: "Backups" of "backups". */
export function isNamedAsItIs({ label: name, of }: Pick<Retention, 'label' | 'of'>): boolean {
  return name?.toLowerCase() === proseText(of).replaceAll('\n', ' ').toLowerCase();
}
