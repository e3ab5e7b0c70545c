/** The backslash that breaks a line, at the end of each: one behind another is meant to be shown. */
const breakMark = /(?<=(?:^|[^\\])(?:\\\\)*)\\$/gm;

/** Where the last line of a text ends with a mark that breaks it; nothing below it is broken off. */
export const breakAtEnd = new RegExp(breakMark.source);

/** Takes the marks that break lines away, or puts something of their length in their place. */
export function withoutBreaks(text: string, by = ''): string {
  return text.includes('\\') ? text.replaceAll(breakMark, by) : text;
}
