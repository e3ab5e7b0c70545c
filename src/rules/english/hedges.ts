import { acrossLines } from './written-texts.ts';

// The words the guidelines on transparency name, and those that leave a condition to the one who writes.
const words = acrossLines(
  /\b(may|might|could|some|often|possibly|possible|certain|various|(where|if|as|when|to the extent) (appropriate|necessary|needed|required|possible|practicable|applicable))\b/gi,
);
// What people may do is left to them.
const permission =
  /\b(you|parents?|guardians?|children|users?|members?|customers?|visitors?|people|anyone|employees|staff)\s+(also\s+)?$/i;
// "As little data as possible" says how much.
const measure = /\bas\s+(\w+\s+){1,3}(as\s+)?$/i;
// "May not use" and "may only" forbid: they hedge nothing. Nor does the month.
const firm =
  /^may (only|not (use|share|sell|pass|disclose|keep|train|combine|read))\b|^may \d|^some(one|body)\b|^possible to\b/i;

/** The words of an English text that leave open whether, when or how much. */
export function hedgesIn(text: string): string[] {
  return [...text.matchAll(words)]
    .filter(({ index, 0: word }) => {
      const isMonth = word === 'May' && /^\W*\d|^\W*$/.test(text.slice(index + 3, index + 6));
      const isPermission = /^(may|might|could)$/i.test(word) && permission.test(text.slice(0, index));
      const isMeasure = /possible$/i.test(word) && measure.test(text.slice(0, index));
      return !isMonth && !isPermission && !isMeasure && !firm.test(text.slice(index, index + 30));
    })
    .map(([word]) => word.replaceAll(/\s+/g, ' '));
}
