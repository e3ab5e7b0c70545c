import { z } from 'zod';
import type { Block } from '../../schemas/block.ts';
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

type Numbered = {
  id: string;
  number: string | undefined;
  content: NonNullable<Section['content']>;
  aliases: readonly string[];
};

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
  const own = sections.flatMap(({ id, number }) => (number === undefined ? [] : [[id, { number }] as const]));
  // In the order in which anchors are given: the running text of all sections, then what stands in blocks.
  const ofClauses = [runningTexts, textsInBlocks].flatMap((textsOf) =>
    sections.flatMap((section) => clauseNumbers(section, textsOf(section.content), taken)),
  );
  return { value: { sections: Object.fromEntries([...own, ...ofClauses]) }, schema };
}

// Sections with a fault of their own cannot be counted.
const uncertainNumbers: Scope = {
  value: {},
  schema: z.object({ sections: z.object({}) }),
  raw: { sections: [] },
};

const schema = z.object({ sections: z.record(z.string(), z.object({ number: text })) });

function runningTexts(content: Numbered['content']): string[] {
  return content.filter((item) => typeof item === 'string');
}

function textsInBlocks(content: Numbered['content']): string[] {
  return content.filter((item) => typeof item !== 'string').flatMap(textsOfBlock);
}

function textsOfBlock(block: Block): string[] {
  if ('definitions' in block) return block.definitions.map((item) => item.text);
  if ('table' in block) return block.table.rows.flat();
  if ('cards' in block) return block.cards.map((item) => item.text);
  if ('parties' in block) return block.parties.flatMap((item) => item.text ?? []);
  const callout =
    ('note' in block && block.note) ||
    ('important' in block && block.important) ||
    ('warning' in block && block.warning) ||
    ('tip' in block && block.tip);
  if (!callout) return [];
  return [typeof callout === 'string' ? callout : callout.text];
}

function clauseNumbers(
  { id, number }: Numbered,
  texts: readonly string[],
  taken: Set<string>,
): [string, { number: string }][] {
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
        content,
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
