import type { PolicyFile } from '../../schemas/policy.ts';
import type { Place } from '../problem.ts';
import type { ParsedFile } from '../read/parse.ts';
import type { YamlPath } from '../read/places.ts';
import { valueAt } from '../read/shape.ts';

/** What a policy file says of its own place in time, which only a day can judge. */
export type Said = Pick<PolicyFile, 'updated' | 'effective' | 'change' | 'withdrawn' | 'retired'> & {
  /** Where each of these stands, by its path. */
  places: Record<string, Place>;
};

const judged: readonly YamlPath[] = [
  ['updated'],
  ['effective'],
  ['change'],
  ['change', 'insteadOf'],
  ['change', 'after'],
  ['change', 'corrects'],
  ['retired', 'on'],
  ['retired', 'instead'],
];

/** Takes out of a valid policy file what it says of its place in time, with the places. */
export function saidOf(
  file: ParsedFile,
  { updated, effective, change, withdrawn, retired }: PolicyFile,
): Said {
  const entries = (withdrawn ?? []).map((_, index): YamlPath => ['withdrawn', index, 'version']);
  const places = [...judged, ...entries]
    .filter((path) => valueAt(file.value, path) !== undefined)
    .map((path) => [path.join('.'), file.place(path, path.join('.') === 'change' ? 'key' : 'value')]);
  return {
    ...(updated && { updated }),
    ...(effective && { effective }),
    ...(change && { change }),
    ...(withdrawn && { withdrawn }),
    ...(retired && { retired }),
    places: Object.fromEntries(places),
  };
}
