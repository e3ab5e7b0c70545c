import type { Entry, PageBlock } from './page.ts';

/** Terms with what is said of them; those of which nothing is said are left out. */
export function entries(pairs: [string, string | undefined][]): Entry[] {
  return pairs.flatMap(([term, html]) => (html ? [{ term, html }] : []));
}

/** A block of nothing but terms. */
export function factList(items: Entry[]): PageBlock {
  return { type: 'details', items: [{ entries: items }] };
}
