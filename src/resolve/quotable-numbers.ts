import { z } from 'zod';
import { type Numbering, policyFile, type Section } from '../../schemas/policy.ts';
import { text } from '../../schemas/values.ts';
import { clausesOf } from '../text/prose.ts';
import type { Reader } from '../text/show.ts';
import type { Words } from '../words/words.ts';
import { clauseAnchors, clauseNumber } from './clause-anchors.ts';
import { fillQuotations, type Scope } from './quotation.ts';
import { citedNumber, sectionNumbers } from './section-number.ts';
import { slugOf } from './sections.ts';
import { mayHold } from './uncertain.ts';

type Numbered = { id: string; number: string | undefined; texts: string[]; aliases: readonly string[] };

/**
 * The numbers of sections and clauses by their anchors, to be quoted as `{{ sections.ask-us.number }}` and
 * `{{ sections.ask-us-b.number }}`, of a policy that may have faults. `scopes` are what its titles quote, since an id is
 * made from a title as readers see it. Nothing where no text asks for a number.
 */
export function numbersIn(policy: Record<string, unknown>, scopes: Scope[], reader: Reader): Scope[] {
  if (!/\{\{\s*sections\./.test(JSON.stringify(policy))) return [];
  const numbered = numberedParts.safeParse(policy);
  const titleOf = (title: string) => fillQuotations(title, 'plain', scopes, reader).text;
  const isUncertain =
    policy.numbering === undefined && mayHold({ schema: policyFile, raw: policy }, ['numbering']);
  if (isUncertain || !numbered.success) return [uncertainNumbers];
  return [quotableNumbers(numbered.data, titleOf, reader.words)];
}

const { sections, numbering, aliases, moved } = policyFile.shape;
const numberedParts = z.object({ sections, numbering, aliases, moved });

function quotableNumbers(
  policy: z.infer<typeof numberedParts>,
  titleOf: (title: string) => string,
  words: Pick<Words, 'annex' | 'inAnnex'>,
): Scope {
  const numbering = policy.numbering ?? 'none';
  const sections = numberedSections(policy.sections, { numbering, titleOf, words });
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

// Sections with a fault of their own cannot be counted.
const uncertainNumbers: Scope = {
  value: {},
  schema: z.object({ sections: z.object({}) }),
  raw: { sections: [] },
};

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

type Counting = {
  numbering: Numbering;
  around?: { number: string | undefined; annex?: true | undefined };
  /** The annex around them, as a sentence cites it. */
  annex?: string;
  titleOf(title: string): string;
  words: Pick<Words, 'annex' | 'inAnnex'>;
};

function numberedSections(sections: readonly Section[], counting: Counting): Numbered[] {
  const { numbering, around, annex, titleOf, words } = counting;
  const annexed = sections.map((section) => ('annex' in section ? section.annex : undefined));
  const numbers = sectionNumbers(
    annexed.map((own) => ({ annex: own })),
    numbering,
    around,
    words,
  );
  return sections.flatMap((section, index) => {
    const number = numbers[index];
    const own = number && citedNumber(number);
    const { content = [], aliases = [] } = section;
    return [
      {
        id: section.id ?? slugOf(titleOf(section.title)) ?? '',
        number: own && annex ? words.inAnnex(own, annex) : own,
        texts: content.filter((item) => typeof item === 'string'),
        aliases,
      },
      ...numberedSections(('sections' in section && section.sections) || [], {
        ...counting,
        numbering: ('numbering' in section && section.numbering) || numbering,
        around: { number, annex: annexed[index] },
        ...(annexed[index] && own && { annex: own }),
      }),
    ];
  });
}
