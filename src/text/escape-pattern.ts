/** Writes a text as the source of a regular expression that finds it as it stands, with the flag `u` as well. */
export function escapePattern(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
