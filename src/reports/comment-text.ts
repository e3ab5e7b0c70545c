import { printable } from './printable.ts';

/**
 * Writes plain text so that a comment on GitHub shows exactly it: no mark of Markdown or HTML, no table cell, no
 * mention, no reference to an issue and no link comes of it. A line end becomes a break.
 */
export function commentText(text: string): string {
  return text
    .split('\n')
    .map(printable)
    .join('\n')
    .replaceAll(marks, escapeMark)
    .replace(/^(\s*)([-+=#])/, '$1\\$2')
    .replace(/^(\s*):(?=:)/, '$1&#58;')
    .replace(/^(\s*\d{1,9})([.)])/, '$1\\$2')
    .replaceAll(/\s*\n\s*/g, '<br>')
    .replaceAll(/[\t ]+/g, ' ');
}

const marks =
  /[\\`*_[\]~$<>&|@]|#(?=\d)|\bgh(?=-\d)|:(?=\/\/)|:(?=[\w+-]+:)|\b[\da-f](?=[\da-f]{6,39}\b)|\bwww\./gi;

const entities: Record<string, string> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '|': '&#124;',
  ':': '&#58;',
};

// GitHub looks for mentions and references in the text that is left when Markdown is gone: an escape does not stop it,
// a space without width does.
function escapeMark(mark: string): string {
  if (/^[@#g\da-f]/i.test(mark)) return `${mark}&#8203;`;
  if (mark.length > 1) return mark.replace('.', '&#46;');
  return entities[mark] ?? `\\${mark}`;
}
