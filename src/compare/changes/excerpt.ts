import { isWord, type PlacedToken, placedTokens } from '../../text/tokens.ts';

/** A word or sign and where it stands in its text. */
type Run = { start: number; end: number };

/** The words of a text, and which of them are meant: from where to where, and at which places. */
type Marked = { text: string; words: readonly PlacedToken[]; run: Run; places?: readonly Run[] };

const shownLength = 100;
const longestShown = 4 * shownLength;
const mostShown = longestShown + shownLength / 10;
const wordsAround = 5;
const fewestAround = 3;

/** The beginning of a text, cut between words. */
export function shorten(text: string, most = shownLength): string {
  const line = collapse(text);
  if (line.length <= most) return line;
  return `${cut(line, most)} …`;
}

function cut(line: string, most: number): string {
  const start = line.slice(0, most);
  // A number without its unit says something else, and a sign between two cells nothing.
  if (/\s/.test(start.slice(most / 2)))
    return start.replace(/\s\S*$/, '').replace(/(?:\s(?:·|[\d.,]+))+$/, '');
  // Where no spaces are written, a word may be cut, and no sign in two.
  return start.replace(/[\u{D800}-\u{DBFF}]$/u, '');
}

function collapse(text: string): string {
  return text.replaceAll(/\s{2,}|[^\S ]/g, ' ').trim();
}

/** What differs between two texts, with a few words around it; short texts are shown whole. */
export function excerpts(before: Marked, after: Marked): { before: string; after: string } {
  const whole = { before: collapse(before.text), after: collapse(after.text) };
  if (whole.before.length <= shownLength && whole.after.length <= shownLength) return whole;
  const both = { before: window(before), after: window(after) };
  // Where much differs, fewer words stand around each place, and then the first places for all.
  const isShort = () => Math.max(both.before.length, both.after.length) <= mostShown;
  for (let around = wordsAround - 1; around >= fewestAround && !isShort(); around--)
    Object.assign(both, { before: window(before, around), after: window(after, around) });
  const cutShort = (text: string) => shorten(text, mostShown).replace(/(?: …)+$/, ' …');
  return isShort() ? both : { before: cutShort(both.before), after: cutShort(both.after) };
}

/** What differs between two texts in spaces alone, with what stands around it. */
export function spacedExcerpts(before: string, after: string): { before: string; after: string } {
  let at = 0;
  while (at < before.length && before[at] === after[at]) at++;
  const from = before.lastIndexOf(' ', Math.max(0, at - shownLength / 2)) + 1;
  const lead = from > 0 ? '… ' : '';
  return { before: lead + shorten(before.slice(from)), after: lead + shorten(after.slice(from)) };
}

// A long stretch by the places in it where something changes, each whole.
function window({ text, words, run, places = [run] }: Marked, by = wordsAround): string {
  const { start: from, end: to } = widened(words, run, by);
  const textOf = ({ start, end }: Run) => text.slice(words[start]?.start, words[end - 1]?.end);
  if (to <= from) return '';
  const whole = textOf({ start: from, end: to });
  const isLong = collapse(whole).length > longestShown;
  const runs = isLong ? joined(places.map((place) => widened(words, place, by))) : [];
  const most = Math.max(2 * shownLength, longestShown / Math.max(runs.length, 1));
  const shown = isLong ? runs.map((place) => bothEnds(textOf(place), most)).join(' … ') : collapse(whole);
  return `${from > 0 ? '… ' : ''}${shown}${to < words.length && !shown.endsWith('…') ? ' …' : ''}`;
}

function widened(words: readonly PlacedToken[], { start, end }: Run, by: number): Run {
  return { start: around(words, start, -1, by), end: around(words, end - 1, 1, by) + 1 };
}

function joined(runs: readonly Run[]): Run[] {
  const all: Run[] = [];
  for (const run of runs) {
    const last = all.at(-1);
    if (last && run.start <= last.end) last.end = Math.max(last.end, run.end);
    else all.push({ ...run });
  }
  return all;
}

// A long stretch by its beginning and its end: both are where something changes. What is said first says what it is.
function bothEnds(text: string, most: number): string {
  const line = collapse(text);
  if (line.length <= longestShown) return line;
  const end = line.slice(-shownLength).replace(/^\S*\s/, '');
  return `${shorten(line, most - shownLength)} ${end}`;
}

// The place that is a few words away; no sign is first or last, but where the text itself begins or ends with it.
function around(words: readonly PlacedToken[], from: number, step: 1 | -1, by: number): number {
  let left = by;
  let at = from;
  let index = from + step;
  for (; left > 0 && index >= 0 && index < words.length; index += step) {
    if (!isWord(words[index]?.text ?? '')) continue;
    at = index;
    left--;
  }
  const isEnd = words
    .slice(...(step > 0 ? [at + 1] : [0, Math.max(at, 0)]))
    .every(({ text }) => !isWord(text));
  if (isEnd) at = step > 0 ? words.length - 1 : 0;
  return Math.min(Math.max(at, 0), words.length - 1);
}

/** What differs between two texts of a language, with a few words around it. */
export function excerptsOf(
  before: string,
  after: string,
  language: string,
): { before: string; after: string } {
  const [old, now] = [placedTokens(before, language), placedTokens(after, language)];
  let start = 0;
  while (start < Math.min(old.length, now.length) && old[start]?.text === now[start]?.text) start++;
  let end = 0;
  while (end < Math.min(old.length, now.length) - start && old.at(-1 - end)?.text === now.at(-1 - end)?.text)
    end++;
  const marked = (text: string, words: readonly PlacedToken[]) => ({
    text,
    words,
    run: { start, end: words.length - end },
  });
  return excerpts(marked(before, old), marked(after, now));
}
