import { makeMemory } from '../../memory.ts';
import type { WrittenText } from '../rule.ts';

/**
 * Whether a text could be English: one word in four of English prose is among the few that every sentence needs. What is
 * too short to tell could be anything.
 */
export function seemsEnglish(texts: readonly WrittenText[]): boolean {
  const prose = texts.filter(({ path }) => path[0] === 'sections' || path[0] === 'lead');
  const counts = prose.map(({ text }) => countIn(text));
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const words = sum(counts.map(({ all }) => all));
  return words < enough || sum(counts.map(({ english }) => english)) / words > fewest;
}

type Count = { all: number; english: number };

function countIn(text: string): Count {
  return rememberCount(text, () => {
    const words =
      text
        .replaceAll(address, ' ')
        .toLowerCase()
        .match(/\p{L}+/gu) ?? [];
    return { all: words.length, english: words.filter((word) => frequent.has(word)).length };
  });
}

// Where links lead is in no language.
const address = /\]\([^)\s]*|\bhttps?:\S+/g;

// The policies of a product share many of their texts.
const rememberCount = makeMemory<Count>(5_000);

/** The language of a text that says it is English and does not seem to be: no rule reads it (BCP 47). */
export const undetermined = 'und';

// None of them is a frequent word of another language that is written in the same letters.
const frequent = new Set('the and to you your our this with are by that from we'.split(' '));
const enough = 80;
const fewest = 0.06;
