/** A fact quoted in a text: from which character to which, and the path it was quoted by. */
export type Quote = { start: number; end: number; path: string };

/** A run of characters; `quote` is the path of the fact that they quote. */
export type QuotedRun = { text: string; quote?: string };

/** A text as Markdown shows it, and where in the Markdown it is written. */
type PlacedText = { value: string; markdown: string; start: number; isCode: boolean };

/** Cuts a shown text into runs by the facts it quotes; `quotes` are places in the Markdown. */
export function quotedRuns(text: PlacedText, quotes: readonly Quote[]): QuotedRun[] {
  const runs: QuotedRun[] = [];
  let at = text.start;
  let shown = 0;
  for (const character of text.value) {
    const token = findCharacter(character, at, shown, text);
    const path = quotes.find(({ start, end }) => start <= token.start && token.start < end)?.path;
    const last = runs.at(-1);
    if (last && last.quote === path) last.text += character;
    else runs.push({ text: character, ...(path !== undefined && { quote: path }) });
    at = token.end;
    shown += character.length;
  }
  return runs;
}

const escaped = /\\([!-/:-@[-`{-~])|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z\d]+);/iy;

type Token = { start: number; end: number };

// Markdown drops marks and the beginnings of lines, and writes a character with a backslash or by its name.
function findCharacter(character: string, from: number, shown: number, text: PlacedText): Token {
  const { markdown } = text;
  for (let start = from; start < markdown.length; start++) {
    const written = text.isCode ? undefined : escapeAt(start, shown, text);
    if (written) return { start, end: start + written.length };
    if (markdown.startsWith(character, start)) return { start, end: start + character.length };
  }
  return { start: from, end: from };
}

function escapeAt(start: number, shown: number, { markdown, value }: PlacedText): string | undefined {
  escaped.lastIndex = start;
  const [written, mark] = escaped.exec(markdown) ?? [];
  if (written === undefined) return undefined;
  if (mark !== undefined) return value.startsWith(mark, shown) ? written : undefined;
  // What names no character shows as it is written.
  return written === '&amp;' || !value.startsWith(written, shown) ? written : undefined;
}
