import type { ResolvedBlock, ResolvedPolicy } from './policy-model.ts';

/** A section with those inside it. */
type Nested<T> = { sections: readonly T[] };

/** Sections with all those inside them, each before its own, in the order of the page. */
export function allSections<T extends Nested<T>>(sections: readonly T[]): T[] {
  return sections.flatMap((section) => [section, ...allSections(section.sections)]);
}

/** What stands in the sections of a policy, in the order of the page. */
export function contentOf({ sections }: Pick<ResolvedPolicy, 'sections'>): ResolvedBlock[] {
  return allSections(sections).flatMap(({ content }) => content);
}
