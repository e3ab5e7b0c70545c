import type { Finding } from './finding.ts';

// The word that marks what is still to be filled in, in a value or in a comment; up to the next one, or the end of a cell.
const mark = /(?<![\w/#.-])TODO(?![\w-])(?:(?!\bTODO\b)[^\n|])*/g;

/**
 * Finds what a file leaves to be filled in: each word TODO, whatever stands there, with the rest of its line. A
 * value that has a form of its own, such as a date, has the word in a comment above it. Words in code are no mark.
 */
export function findPlaceholders(text: string): Finding[] {
  if (!text.includes('TODO')) return [];
  const plain = text.replaceAll(/`[^`\n]*`/g, (code) => ' '.repeat(code.length));
  return [...plain.matchAll(mark)].map(({ 0: rest, index }) => {
    const written = text.slice(index, index + rest.length).replace(/["'\])},\s]+$/, '');
    return {
      rule: 'text/placeholder',
      severity: 'warning',
      message: `Unexpected placeholder “${written}”, expected what belongs there.`,
      help: isComment(text, index)
        ? 'Do what the comment says, then delete it. Nothing of it is released before.'
        : 'Write what belongs there in its place. Nothing of it is released before.',
      start: index,
      end: index + written.length,
    };
  });
}

function isComment(text: string, index: number): boolean {
  return /(?:^|\s)#[^\n]*$/.test(text.slice(text.lastIndexOf('\n', index) + 1, index));
}
