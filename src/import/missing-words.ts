import { makeEffort } from '../compare/align/effort.ts';
import { compareSequences, type Difference } from '../compare/align/myers.ts';
import { readPageText, textsOf } from '../compare/redline/page-text.ts';
import type { PolicyPage } from '../page/page-model.ts';
import type { Rewritten } from './cookie-table.ts';
import type { ReadText } from './import-model.ts';
import { textOf } from './tree.ts';

/** How many words a text has, and which of them a page lacks, each with the words around it. */
type WordComparison = { words: number; missing: string[] };

/**
 * Compares what readers saw of a text with what they see of the page that was made of it, word by word, wherever on the
 * page a word stands. What was written in another form on purpose, such as a date, is not missing.
 */
export function missingWords(
  text: ReadText,
  page: PolicyPage,
  rewritten: readonly Rewritten[],
): WordComparison {
  const source = keysOf(wordsOfText(text));
  const there = keysOf(wordsOfPage(page));
  const lacking = countsOf(source);
  for (const word of [...there, ...rewritten.flatMap(({ written }) => keysOf(wordsIn(written)))])
    lacking.set(word, (lacking.get(word) ?? 0) - 1);
  const places = [...lacking.values()].some((count) => count > 0)
    ? placesLacking(source, there, lacking)
    : [];
  return {
    words: source.length,
    missing: places.map((index) => source.slice(Math.max(0, index - 3), index + 4).join(' ')),
  };
}

// Of a word that stands there less often than in the source, those are missing that the difference leaves out.
function placesLacking(
  source: readonly string[],
  there: readonly string[],
  counts: ReadonlyMap<string, number>,
): number[] {
  const lacking = new Map(counts);
  const { gone } = compareWords(source, there);
  const isLacking = (index: number) => {
    const count = lacking.get(source[index] ?? '') ?? 0;
    lacking.set(source[index] ?? '', count - 1);
    return count > 0;
  };
  const byDifference = [...source.keys()].filter((index) => gone[index] === 1 && isLacking(index));
  const others = [...source.keys()].reverse().filter((index) => gone[index] !== 1 && isLacking(index));
  return [...byDifference, ...others].sort((one, other) => one - other);
}

/** A place where two texts differ: the words before it, and what each has there. */
type Differing = { after: string; text: string; page: string };

/**
 * Compares a text that is published elsewhere, or the page that would be made of it, with a page, in the order both are
 * read. Gives each place where their words differ; capitals and punctuation do not count.
 */
export function differingWords(live: ReadText | PolicyPage, page: PolicyPage): Differing[] {
  const [a, b] = ['content' in live ? wordsOfText(live) : wordsOfPage(live), wordsOfPage(page)];
  const { gone, come } = compareWords(keysOf(a), keysOf(b));
  return placesOf({ words: a, marks: gone }, { words: b, marks: come });
}

function compareWords(a: readonly string[], b: readonly string[]): Difference {
  const numbers = new Map<string, number>();
  const numbersOf = (words: readonly string[]) =>
    Int32Array.from(words, (word) => {
      if (!numbers.has(word)) numbers.set(word, numbers.size);
      return numbers.get(word) ?? 0;
    });
  return compareSequences(numbersOf(a), numbersOf(b), makeEffort().begin());
}

type Side = { words: readonly string[]; marks: Uint8Array };

function placesOf(text: Side, page: Side): Differing[] {
  const places: Differing[] = [];
  let [x, y] = [0, 0];
  while (x < text.words.length || y < page.words.length) {
    const [endX, endY] = [endOfRun(text, x), endOfRun(page, y)];
    if (endX > x || endY > y)
      places.push({
        after: text.words.slice(Math.max(0, x - 4), x).join(' '),
        text: text.words.slice(x, endX).join(' '),
        page: page.words.slice(y, endY).join(' '),
      });
    [x, y] = [endX + 1, endY + 1];
  }
  return places;
}

function endOfRun({ words, marks }: Side, start: number): number {
  let end = start;
  while (end < words.length && marks[end] === 1) end += 1;
  return end;
}

function wordsOfText({ content }: ReadText): string[] {
  return wordsIn(content.map((node) => textOf(node)).join(' '));
}

function wordsOfPage(page: PolicyPage): string[] {
  return wordsIn(
    textsOf(readPageText(page))
      .map(({ text }) => text)
      .join(' '),
  );
}

function wordsIn(text: string): string[] {
  return text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
}

function keysOf(words: readonly string[]): string[] {
  return words.map((word) => word.toLowerCase());
}

function countsOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
