// The words the guidelines on transparency name, and those that leave a condition to the one who writes.
const words =
  /\b(may|might|could|some|often|possibly|possible|certain|various|(where|if|as|when|to the extent) (appropriate|necessary|needed|required|possible|practicable|applicable))\b/gi;
// "May not use" and "may only" forbid: they hedge nothing. Nor does the month.
const firm =
  /^may (only|not (use|share|sell|pass|disclose|keep|train|combine|read))\b|^may \d|^some(one|body)\b/i;

/** A word that leaves open whether, when or how much. */
export type Hedge = { offset: number; words: string };

/** The words of an English text that leave open whether, when or how much. */
export function hedgesIn(text: string): Hedge[] {
  return [...text.matchAll(words)]
    .filter(({ index, 0: word }) => {
      const isMonth = word === 'May' && /^\W*\d|^\W*$/.test(text.slice(index + 3, index + 6));
      return !isMonth && !firm.test(text.slice(index, index + 30));
    })
    .map((match) => ({ offset: match.index, words: match[0] }));
}
