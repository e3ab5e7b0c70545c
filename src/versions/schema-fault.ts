import type { z } from 'zod';
import type { Version2 } from '../../schemas/record-2.ts';
import { disclosures } from '../disclosures/all.ts';
import type { AnyDisclosure } from '../disclosures/disclosure.ts';
import { valueAt } from '../read/shape.ts';

/**
 * What keeps a value from being of a format, or nothing. It completes "Unexpected …"; `format` is what the sentence
 * calls it.
 */
export function schemaFault(schema: z.ZodType, value: unknown, format: string): string | undefined {
  const [first] = schema.safeParse(value).error?.issues ?? [];
  if (!first) return undefined;
  const issue = innermost(first);
  if (issue.code === 'unrecognized_keys')
    return `key \`${[...issue.path, issue.keys[0]].join('.')}\`, which ${format} does not have`;
  const path = `\`${issue.path.join('.')}\``;
  return valueAt(value, issue.path) === undefined
    ? `absence of ${path}, which ${format} asks for`
    : `value of ${path}, which is none of ${format}`;
}

type Issue = z.core.$ZodIssue;

// Of the ways in which a value fits no option of a union, the one that got furthest tells most.
function innermost(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const inner = issue.errors.flat().map((one) => innermost({ ...one, path: [...issue.path, ...one.path] }));
  return inner.reduce((best, one) => (one.path.length > best.path.length ? one : best), issue);
}

// What format 2 holds, that of format 1 is too.
type Sections = Version2['written']['sections'];
type Block = Sections[number]['content'][number];

/** What of a sealed policy no page can be made of, though its format lets it through: a block of a fact nobody knows. */
export function contentFault({ sections }: { sections: Sections }): string | undefined {
  const [unknown] = sections.flatMap(blocksIn).filter((block) => 'of' in block && !isKnown(block));
  return unknown && 'of' in unknown
    ? `block of \`${unknown.of}\`, which is no fact that can be shown so`
    : undefined;
}

function blocksIn({ content, sections }: Sections[number]): Block[] {
  return [...content, ...sections.flatMap(blocksIn)];
}

const waysToShow = { none: 'none', fact: 'whole', inventory: 'entries' } as const;

function isKnown({ type, of }: Extract<Block, { of: string }>): boolean {
  if (!Object.hasOwn(disclosures, of)) return false;
  const own: AnyDisclosure = disclosures[of];
  return own[waysToShow[type]] !== undefined;
}
