import type { Entry, PageBlock } from './page-model.ts';

/** Terms with what is said of them; those of which nothing is said are left out. */
export function entries(pairs: [string, string | undefined][]): Entry[] {
  return pairs.flatMap(([term, html]) => (html ? [{ term, html }] : []));
}

/** A block of nothing but terms. */
export function factList(items: Entry[]): PageBlock {
  return { type: 'details', items: [{ entries: items }] };
}

/** Sentences with terms below them; where there is nothing to list, they stand alone. */
export function withEntries(html: string, entries: Entry[]): PageBlock {
  if (entries.length === 0) return { type: 'html', html };
  return { type: 'details', items: [{ ...(html && { note: html }), entries }] };
}
