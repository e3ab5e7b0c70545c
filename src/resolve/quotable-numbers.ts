import { z } from 'zod';
import type { Numbering, PolicyFile, Section } from '../../schemas/policy.ts';
import { text } from '../../schemas/values.ts';
import { clausesOf } from '../text/prose.ts';
import { clauseAnchors, clauseNumber } from './clause-anchors.ts';
import type { Scope } from './quotation.ts';
import { citedNumber, sectionNumber } from './section-number.ts';
import { slugOf } from './sections.ts';

type Numbered = { id: string; number: string | undefined; texts: string[]; aliases: readonly string[] };

/**
 * The numbers of sections and clauses by their anchors, to be quoted as `{{ sections.ask-us.number }}` and
 * `{{ sections.ask-us-b.number }}`. `titleOf` gives a title as readers see it, which an id is made from.
 */
export function quotableNumbers(policy: PolicyFile, titleOf: (title: string) => string): Scope {
  const sections = numberedSections(policy.sections, policy.numbering ?? 'none', undefined, titleOf);
  const taken = new Set([
    ...sections.flatMap(({ id, aliases }) => [id, ...aliases]),
    ...(policy.aliases ?? []),
    ...Object.keys(policy.moved ?? {}),
  ]);
  const numbers = sections.flatMap((section) => [
    ...(section.number === undefined ? [] : [[section.id, { number: section.number }] as const]),
    ...clauseNumbers(section, taken),
  ]);
  return { value: { sections: Object.fromEntries(numbers) }, schema };
}

const schema = z.object({ sections: z.record(z.string(), z.object({ number: text })) });

function clauseNumbers({ id, number, texts }: Numbered, taken: Set<string>): [string, { number: string }][] {
  const items = texts.map(clausesOf);
  const anchors = clauseAnchors(id, items, taken).flat();
  return items
    .flat()
    .flatMap((item, index): [string, { number: string }][] =>
      anchors[index] === undefined ? [] : [[anchors[index], { number: clauseNumber(number, item) }]],
    );
}

function numberedSections(
  sections: readonly Section[],
  numbering: Numbering,
  parent: string | undefined,
  titleOf: (title: string) => string,
): Numbered[] {
  return sections.flatMap((section, index) => {
    const number = sectionNumber(numbering, index, parent);
    const own = ('numbering' in section && section.numbering) || numbering;
    const inner = ('sections' in section && section.sections) || [];
    const { content = [], aliases = [] } = section;
    return [
      {
        id: section.id ?? slugOf(titleOf(section.title)) ?? '',
        number: number && citedNumber(number),
        texts: content.filter((item) => typeof item === 'string'),
        aliases,
      },
      ...numberedSections(inner, own, number, titleOf),
    ];
  });
}
