/** What a message repeats of a file: what fits in a line, and no half of a character. */
export function shorten(text: string, most = 80): string {
  return text.length > most ? `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…` : text;
}
