/** A YAML text of an example, without the indentation of the code around it; it ends with a line end. */
export function yaml(text: TemplateStringsArray): string {
  const lines = (text[0] ?? '').split('\n').slice(1, -1);
  const indents = lines.filter((line) => line !== '').map((line) => line.length - line.trimStart().length);
  const indent = Math.min(...indents);
  return lines.map((line) => `${line.slice(indent)}\n`).join('');
}
