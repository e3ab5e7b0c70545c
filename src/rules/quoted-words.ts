/** The beginning of a text, short enough to stand in a message. */
export function shortened(words: string): string {
  const line = words.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= 80) return line;
  return `${line.slice(0, 80).replace(/\s\S*$/, '')} …`;
}
