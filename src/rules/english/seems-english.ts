import type { WrittenText } from '../rule.ts';

/**
 * Whether a text could be English: one word in four of English prose is among the few that every sentence needs. What is
 * too short to tell could be anything.
 */
export function seemsEnglish(texts: readonly WrittenText[]): boolean {
  const prose = texts.filter(({ path }) => path[0] === 'sections' || path[0] === 'lead');
  const words = prose.flatMap(({ text }) => text.toLowerCase().match(/\p{L}+/gu) ?? []);
  const english = words.filter((word) => frequent.has(word)).length;
  return words.length < enough || english / words.length > fewest;
}

/** The language of a text that says it is English and does not seem to be: no rule reads it (BCP 47). */
export const undetermined = 'und';

// None of them is a frequent word of another language that is written in the same letters.
const frequent = new Set('the and to you your our this with are by that from we'.split(' '));
const enough = 80;
const fewest = 0.06;
