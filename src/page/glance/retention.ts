import type { Retention } from '../../../schemas/disclosures/retention.ts';
import { kept } from '../../disclosures/retention/page.ts';
import { inspectProse } from '../../text/prose.ts';
import { namesLength } from '../../text/show.ts';
import { longestOf } from '../../time/period.ts';
import { type Shown, words as say } from '../cell.ts';
import { type GlanceContext, isBrief, type Line, lines, rest } from './line.ts';

type Kept = [id: string, entry: Retention];

/** What is kept longest, where each of several entries has a period and nothing else decides; else how long data is kept. */
export function retentionLine(context: GlanceContext): Line {
  const { glances } = context.words;
  const all = Object.entries(context.policy.facts.retention ?? {});
  const areComparable = all.length > 1 && all.every(([, entry]) => hasPeriodAlone(entry));
  const longest = areComparable ? longestOf(periodsOf(all)) : undefined;
  const first = longest?.flatMap((index) => (all[index] ? [all[index]] : []));
  if (first?.every(isBriefly)) return [glances.longestRetention, lines(someOf(first, first.length, context))];
  const isOpen = ([, entry]: Kept) => isOpenEnded(entry, context);
  const stated = all.filter(hasLength);
  const told = stated.filter(isBriefly);
  if (told.length === 0) return [glances.retention, undefined];
  const ordered = [...told.filter(isOpen), ...told.filter((entry) => !isOpen(entry))];
  const href = context.places.section('retention')?.href;
  const unstated = stated.length < all.length ? say(glances.noTime, href) : undefined;
  return [glances.retention, lines([...someOf(ordered, stated.length, context), unstated])];
}

function someOf(ordered: readonly Kept[], count: number, context: GlanceContext): Shown[] {
  const shown = ordered.slice(0, 4).map((entry) => told(entry, context));
  return [...shown, rest(count - shown.length, context, 'retention')];
}

function hasLength([, { period, criteria }]: Kept): boolean {
  return period !== undefined || criteria !== undefined;
}

// What is told is told with all that limits it: where a text is too long for that, the entry is left to its row.
function isBriefly([, { label: name, of, period, criteria, from, for: why, except, then }]: Kept): boolean {
  return [name, of, period, criteria, from, why, except, then].every((text = '') => isBrief(text));
}

function periodsOf(all: readonly Kept[]): string[] {
  return all.map(([, { period = '' }]) => period);
}

// What begins with an event, is kept longer in some cases, or goes on in another form has a length that nobody can compare.
function hasPeriodAlone({ period, ...others }: Retention): boolean {
  const { criteria, from, except, then } = others;
  return period !== undefined && [criteria, from, except, then].every((text) => text === undefined);
}

// Words that name a length of time, or lead to where one may stand, may set an end, though no field has it.
function isOpenEnded({ period, criteria }: Retention, context: GlanceContext): boolean {
  if (period !== undefined || criteria === undefined) return false;
  return !namesLength(criteria, context) && inspectProse(criteria).links.length === 0;
}

function told([id, entry]: Kept, context: GlanceContext): Shown {
  return kept(entry, `retention.${id}`, context, context.places.row('retention', id));
}
