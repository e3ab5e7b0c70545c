import type { Retention } from '../../../schemas/disclosures/retention.ts';
import { readLength } from '../../../schemas/length.ts';
import { fact, joined, type Shown, words as say, sentences } from '../../page/cell.ts';
import type { PageContext } from '../../page/page-model.ts';
import type { Piece } from '../../page/piece.ts';
import { inOurWords, showLimit, showPeriod } from '../../text/show.ts';

/** How long something is kept, with what limits that: "6 months after you close it (for questions that come late)". */
export function howLong(entry: Retention, path: string, { words, inline, ...reader }: PageContext): Shown {
  const { period, atMost, from, criteria } = entry;
  const here = { words, ...reader };
  const shown = period && (atMost ? showLimit(period, inOurWords(here)) : showPeriod(period, here));
  const length = shown && fact(`${path}.period`, shown);
  const isRegional = period !== undefined && readLength(period).length > 1;
  const start = from && inline(`${path}.from`, from);
  const begins = length && start && !readsOn(from ?? '') ? [...say(words.countedFrom), ...start] : start;
  const counted = joined([length, begins], isRegional || begins !== start ? ', ' : ' ');
  const reason = entry.for && inline(`${path}.for`, entry.for);
  const kept = counted && reason ? [...counted, ...say(' ('), ...reason, ...say(')')] : (counted ?? reason);
  return sentences([kept, criteria && inline(`${path}.criteria`, criteria)], '; ');
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
