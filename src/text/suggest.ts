import leven from 'leven';
import { compareText } from '../problem.ts';

/** The candidate nearest to what was written, if it is near enough to be a slip of the fingers. */
export function suggest(written: string, candidates: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(written.length / 3));
  const ranked = candidates
    .map((candidate) => ({ candidate, distance: slips(written.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || compareText(a.candidate, b.candidate));
  return (
    candidates.find((candidate) => stem(candidate) === stem(written)) ??
    ranked[0]?.candidate ??
    byWords(written, candidates)
  );
}

// Singular and plural are one word.
function stem(word: string): string {
  return word.toLowerCase().replace(/s$/, '').replace(/ie$/, 'y');
}

/** The one candidate that is a word of what was written, or the one that has all its words. */
function byWords(written: string, candidates: readonly string[]): string | undefined {
  const words = wordsOf(written);
  const parts = candidates.filter((candidate) => words.includes(stem(candidate)));
  if (parts.length === 1) return parts[0];
  const wholes = candidates.filter((candidate) => words.every((word) => wordsOf(candidate).includes(word)));
  return words.length > 0 && wholes.length === 1 ? wholes[0] : undefined;
}

function wordsOf(text: string): string[] {
  return text
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map(stem);
}

// Two letters in the wrong order are one slip, the most frequent of all.
function slips(written: string, candidate: string): number {
  if (written.length > 40 || Math.abs(written.length - candidate.length) > written.length / 3)
    return leven(written, candidate);
  const swapped = Array.from(
    { length: written.length },
    (_, at) => written.slice(0, at) + (written[at + 1] ?? '') + written[at] + written.slice(at + 2),
  );
  return Math.min(leven(written, candidate), ...swapped.map((text) => leven(text, candidate) + 1));
}

/** The next step after an unknown name: the likely one, or those that exist. */
export function suggestHelp(written: string, candidates: readonly string[]): string | undefined {
  const near = suggest(written, candidates);
  if (near) return `Did you mean \`${near}\`?`;
  if (candidates.length === 0) return undefined;
  const shown = candidates.slice(0, 30).map((candidate) => `\`${candidate}\``);
  return `Known here: ${shown.join(', ')}${candidates.length > shown.length ? ' …' : ''}.`;
}
