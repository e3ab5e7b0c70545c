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
  const marks = [...plain.matchAll(mark)].filter(({ 0: rest, index }) => !isShouted(plain, index, rest));
  return marks.map(({ 0: rest, index }) => {
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
  return /(?:^|\s)#[^\n]*$/.test(lineBefore(text, index));
}

// In Spanish and Portuguese it is a word, and whole clauses of terms stand in capitals: EN TODO CASO, TODO EL CONTENIDO.
function isShouted(text: string, index: number, rest: string): boolean {
  const [, before = ''] = /(\p{L}+)[ ,]+$/u.exec(lineBefore(text, index)) ?? [];
  const [next, second = ''] = rest.slice('TODO'.length).match(/\p{L}+/gu) ?? [];
  return (
    (isCapital(before) && (next === undefined || isCapital(next))) ||
    (isCapital(next ?? '') && isCapital(second))
  );
}

function isCapital(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
}

function lineBefore(text: string, index: number): string {
  return text.slice(text.lastIndexOf('\n', index) + 1, index);
}
