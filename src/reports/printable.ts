/**
 * Text as a terminal may print it: characters that steer the terminal or change the direction of text become a dot.
 * The length stays, so that carets point where they should.
 */
export function printable(text: string): string {
  return text.replaceAll(steering, '·');
}

// Control characters but the tab, marks and overrides of direction, and what some programs take for the end of a line.
const steering =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to find.
  /[\0-\x08\x0a-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** The lines of a text as a terminal may print them, and as `withoutCommands` leaves them. */
export function printableLines(text: string): string {
  return withoutCommands(text.split('\n').map(printable).join('\n'));
}

/**
 * Text of which no line is a command in the log of a workflow on GitHub: its runner takes `::` at the start of a line, and
 * an older mark anywhere, for one. The length stays.
 */
export function withoutCommands(text: string): string {
  return text.replaceAll(/^([^\S\n]*):(?=:)/gm, '$1·').replaceAll('##[', '#·[');
}

/** A value as JSON that a terminal may print: what `printable` replaces is escaped, so that it reads back as it was. */
export function printableJson(value: unknown): string {
  const escaped = (text: string) =>
    text.replaceAll(/[^\n]/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return JSON.stringify(value, undefined, 2)
    .replaceAll(steering, escaped)
    .replaceAll('##[', `##${escaped('[')}`);
}
