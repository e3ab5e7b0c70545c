import { type BlockName, blocks } from '../../schemas/block.ts';
import type { Problem } from '../problem.ts';
import type { TextBlockName } from './policy-model.ts';

/**
 * The problem of a text that was to be a block: nothing but the name of one, or a name and what to show without the
 * space that makes a map of them. A page would print the word.
 */
export function nameAsText(text: string, place: Problem['place']): Problem | undefined {
  const { name, shown } = blockIn(text) ?? {};
  if (name === undefined) return undefined;
  const block = `${name}: ${shown ?? exampleOf(name)}`;
  const isQuoted = block === text.trim();
  return {
    rule: 'schema/type',
    severity: 'error',
    message: `Unexpected text \`${text.trim()}\`, expected a block${isQuoted ? ' without quotation marks' : ` such as \`${block}\``}.`,
    place,
    help: `Write \`- ${block}\` to show the block. A word alone is no text that readers need.`,
  };
}

/** A text as a file may hold it: one that is nothing but the name of a block begins with its first letter as a reference. */
export function withoutBlockName(text: string): string {
  return blockIn(text) ? text.replace(/\S/, (first) => `&#${first.charCodeAt(0)};`) : text;
}

function blockIn(text: string): { name: BlockName; shown?: string | undefined } | undefined {
  const [, name = '', shown] = /^([A-Za-z]+)(?:\s*:\s*|\s+(?=all$))?([\w-]+)?$/.exec(text.trim()) ?? [];
  if (!isBlockName(name) || (shown !== undefined && !/[:\s]/.test(text.trim()))) return undefined;
  return { name, shown };
}

function isBlockName(name: string): name is BlockName {
  return Object.hasOwn(blocks, name);
}

function exampleOf(name: BlockName): string {
  return examples[name] ?? 'all';
}

// What can stand under the name of a block that shows no disclosure.
const examples: Partial<Record<BlockName, string>> = {
  note: 'What is worth knowing.',
  important: 'What nobody should miss.',
  warning: 'What follows from it.',
  tip: 'What helps.',
  contact: 'privacy',
  definitions: '[{ term: Personal data, text: Data about you. }]',
  table: '{ columns: [What, How long], rows: [[Logs, 30 days]] }',
  parties: '[{ as: Customer, name: Harbour Ltd }]',
  signatures: '[{ for: Harbour Ltd }]',
  cards: '[{ title: Your data, text: It stays yours. }]',
  steps: '[chrome]',
  policy: 'privacy-policy',
  history: '5',
} satisfies Record<TextBlockName, string>;
