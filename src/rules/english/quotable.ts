/** Words as they can be quoted in a message: on one line, without marks of Markdown, and not too long. */
export function quotable(words: string): string {
  const line = words.replaceAll(/[*`]/g, '').replaceAll(/\s+/g, ' ').trim();
  if (line.length <= 100) return line;
  return `${line.slice(0, 100).replace(/\s\S*$/, '')} …`;
}
