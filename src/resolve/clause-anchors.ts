import type { ClauseItem } from '../text/clause-items.ts';

/**
 * The anchors of the clauses of one section, text by text: the id of the section and the marks that lead to each,
 * `ask-us-b-i`. A list whose anchors are taken by another gets a number of its own, `ask-us-2-a`. Those that are given
 * are taken from then on.
 */
export function clauseAnchors(
  section: string,
  texts: readonly (readonly ClauseItem[])[],
  taken: Set<string>,
): string[][] {
  return texts.map((items) =>
    [...Map.groupBy(items, ({ list }) => list).values()].flatMap((list) => {
      const paths = list.map(({ marks }) => marks.map(letters).join('-'));
      const anchors = freeAnchors(section, paths, taken);
      for (const anchor of anchors) taken.add(anchor);
      return anchors;
    }),
  );
}

function freeAnchors(section: string, paths: readonly string[], taken: ReadonlySet<string>): string[] {
  for (let count = 1; ; count++) {
    const start = count === 1 ? section : `${section}-${count}`;
    const anchors = paths.map((path) => `${start}-${path}`);
    if (!anchors.some((anchor) => taken.has(anchor))) return anchors;
  }
}

/** How a clause is cited: the number of its section, where it has one, and its marks, `3(b)(i)`. */
export function clauseNumber(section: string | undefined, { marks }: ClauseItem): string {
  return (section ?? '') + marks.map((mark) => `(${mark.replaceAll(/[().]/g, '')})`).join('');
}

function letters(mark: string): string {
  return mark.replaceAll(/[().]/g, '').toLowerCase();
}
