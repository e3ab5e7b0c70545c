/** Texts of beginnings as they are once somebody has filled them in: what was asked is answered, comments are gone. */
export function filledIn(texts: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([file, text]) => [file, fill(text)]));
}

function fill(text: string): string {
  let count = 0;
  return text
    .replaceAll(/^ *# TODO[^\n]*\n/gm, '')
    .replaceAll('TODO@example.com', 'privacy@example.com')
    .replaceAll(/name: TODO$/gm, () => `name: harbour_${++count}`)
    .replaceAll(/TODO (?:[^\n|[\]]*[^\n|[\] ])/g, 'what the harbour office has written down');
}
