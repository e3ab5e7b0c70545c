import type { Numbering } from '../../schemas/policy.ts';
import type { Words } from '../words/words.ts';

/** What a section is numbered by. */
type Counted = { annex?: true | undefined };

/**
 * The numbers of sections as their headings show them, from that of the one around them; nothing where they have none.
 * Annexes are counted apart, and always; what is inside one is counted anew.
 */
export function sectionNumbers(
  sections: readonly Counted[],
  numbering: Numbering,
  around: { number?: string | undefined; annex?: true | undefined } | undefined,
  words: Pick<Words, 'annex'>,
): (string | undefined)[] {
  const parent = around?.annex ? undefined : around?.number;
  return sections.map(({ annex }, at) => {
    const index = sections.slice(0, at).filter((other) => other.annex === annex).length;
    if (!annex) return sectionNumber(numbering, index, parent);
    return `${words.annex(numbering === 'letters' ? toLetters(index) : String(index + 1))}.`;
  });
}

function sectionNumber(numbering: Numbering, index: number, parent: string | undefined): string | undefined {
  if (numbering === 'none') return undefined;
  if (numbering === 'letters') return `${toLetters(index)}.`;
  return parent ? `${citedNumber(parent)}.${index + 1}` : `${index + 1}.`;
}

/** The number of a section as a sentence cites it, without a full stop. */
export function citedNumber(number: string): string {
  return number.replace(/\.$/, '');
}

// A … Z, AA, AB …
function toLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? toLetters(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}
