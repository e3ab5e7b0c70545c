import type { Retention } from '../../../schemas/disclosures/retention.ts';
import { exception, howLong } from '../../disclosures/retention/page.ts';
import { inspectProse, proseText } from '../../text/prose.ts';
import { namesLength } from '../../text/show.ts';
import { longestOf } from '../../time/period.ts';
import { fact, joined, label, type Shown, words as say, sentences } from '../cell.ts';
import { type GlanceContext, isBrief, type Line, lines, rest } from './line.ts';

type Kept = [id: string, entry: Retention];

/** What is kept longest, where each entry has a period and nothing else decides; else how long data is kept. */
export function retentionLine(context: GlanceContext): Line {
  const { glances } = context.words;
  const all = Object.entries(context.policy.facts.retention ?? {});
  const longest = all.every(([, entry]) => hasPeriodAlone(entry)) ? longestOf(periodsOf(all)) : undefined;
  const first = longest?.flatMap((index) => (all[index] ? [all[index]] : []));
  if (first?.every(isTellable)) return [glances.longestRetention, someOf(first, first.length, context)];
  const isOpen = ([, entry]: Kept) => isOpenEnded(entry, context);
  const said = all.filter(isTellable);
  const ordered = [...said.filter(isOpen), ...said.filter((kept) => !isOpen(kept))];
  return [glances.retention, said.length > 0 ? someOf(ordered, all.length, context) : undefined];
}

function someOf(ordered: readonly Kept[], count: number, context: GlanceContext): Shown {
  const shown = ordered.slice(0, 4).map((kept) => told(kept, context));
  return lines([...shown, rest(count - shown.length, context, 'retention')]);
}

// What is told is told with all that limits it: where a text is too long for that, the entry is left to its row.
function isTellable([, { label: name, of, period, criteria, from, for: why, except }]: Kept): boolean {
  const texts = [name, of, criteria, from, why, except].filter((text) => text !== undefined);
  return (period !== undefined || criteria !== undefined) && texts.every(isBrief);
}

function periodsOf(all: readonly Kept[]): string[] {
  return all.map(([, { period = '' }]) => period);
}

// What begins with an event, or is kept longer in some cases, has a length that nobody can compare.
function hasPeriodAlone({ period, criteria, from, except }: Retention): boolean {
  return period !== undefined && criteria === undefined && from === undefined && except === undefined;
}

// Words that name a length of time, or lead to where one may stand, may set an end, though no field has it.
function isOpenEnded({ period, criteria }: Retention, context: GlanceContext): boolean {
  if (period !== undefined || criteria === undefined) return false;
  return !namesLength(criteria, context) && inspectProse(criteria).links.length === 0;
}

function told([id, entry]: Kept, context: GlanceContext): Shown {
  const path = `retention.${id}`;
  const name = nameOf(entry, path, context.places.row('retention', id));
  const length = howLong(entry, path, context);
  return sentences([joined([name, length], ': '), entry.except && exception(entry.except, path, context)]);
}

// A short name alone can say more than what it is short for: "Idle accounts" may be the free ones.
function nameOf({ label: name, of }: Retention, path: string, href: string | undefined): Shown {
  const what = proseText(of).replaceAll('\n', ' ');
  if (name === undefined) return label(`${path}.of`, what, href);
  if (name === what) return label(`${path}.label`, name, href);
  const meant = fact(`${path}.of`, what);
  return joined([label(`${path}.label`, name, href), meant && [...say('('), ...meant, ...say(')')]], ' ');
}
