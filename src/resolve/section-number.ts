import type { Numbering } from '../../schemas/policy.ts';

/** The number of a section as its heading shows it, from that of the one around it; nothing where it has none. */
export function sectionNumber(
  numbering: Numbering,
  index: number,
  parent: string | undefined,
): string | undefined {
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
