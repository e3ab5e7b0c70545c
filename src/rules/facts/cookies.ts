import type { Category } from '../../../schemas/disclosures/categories.ts';
import type { Cookie } from '../../../schemas/disclosures/cookies.ts';
import type { YamlPath } from '../../read/places.ts';
import { listed } from '../../text/listed.ts';

const passing: ReadonlySet<Cookie['type']> = new Set(['pixel', 'beacon', 'sdk', 'url-parameter']);

/** Whether a technology keeps something on the device, so that it can stay for a time and be read. */
export function isKept({ type }: Cookie): boolean {
  return !passing.has(type);
}

/** Where several entries have the same gap: the one meant, or the inventory as a whole. */
export function placeAmong(
  inventory: 'cookies' | 'categories',
  entries: readonly [string, unknown][],
): YamlPath {
  const [first] = entries;
  return first && entries.length === 1 ? [inventory, first[0]] : [inventory];
}

/** The names of cookies in a sentence. */
export function namesOf(cookies: readonly [string, Cookie][], joint?: 'and' | 'or'): string {
  return listed(
    cookies.map(([, { name }]) => `\`${name}\``),
    joint,
  );
}

/** The labels of categories in a sentence. */
export function labelsOf(categories: readonly [string, Category][], joint?: 'and' | 'or'): string {
  return listed(
    categories.map(([, { label }]) => `“${label}”`),
    joint,
  );
}
