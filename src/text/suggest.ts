import leven from 'leven';
import { makeMemory } from '../memory.ts';
import { compareText } from '../problem.ts';

// Longer than any name we know; what is longer was not meant as one.
const longestName = 100;

/** The candidate nearest to what was written, if it is near enough to be a slip of the fingers. */
export function suggest(written: string, candidates: readonly string[]): string | undefined {
  if (written.length > longestName) return undefined;
  return (
    candidates.find((candidate) => stem(candidate) === stem(written)) ??
    nearest(written, candidates) ??
    byWords(written, candidates)
  );
}

// What is unknown in a file is held against the same names again and again.
const stems = makeMemory<string>(20_000);
const words = makeMemory<readonly string[]>(20_000);

// Singular and plural are one word.
function stem(word: string): string {
  return stems(word, () => word.toLowerCase().replace(/s$/, '').replace(/ie$/, 'y'));
}

function nearest(written: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let fewest = Math.max(1, Math.floor(written.length / 3));
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - written.length) > fewest) continue;
    const count = slips(written.toLowerCase(), candidate.toLowerCase(), fewest);
    const isNearer = count < fewest || best === undefined || compareText(candidate, best) < 0;
    if (count > fewest || !isNearer) continue;
    best = candidate;
    fewest = count;
  }
  return best;
}

/** The one candidate that is a word of what was written, or the one that has all its words; of several, its first word. */
function byWords(written: string, candidates: readonly string[]): string | undefined {
  const asked = wordsOf(written);
  const parts = candidates.filter((candidate) => asked.includes(stem(candidate)));
  if (parts.length === 1) return parts[0];
  const wholes = candidates.filter((candidate) => {
    const own = wordsOf(candidate);
    return asked.every((word) => own.includes(word));
  });
  if (asked.length > 0 && wholes.length === 1) return wholes[0];
  return parts.find((candidate) => stem(candidate) === asked[0]);
}

function wordsOf(text: string): readonly string[] {
  return words(text, () =>
    text
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== '')
      .map(stem),
  );
}

// Two letters in the wrong order are one slip, the most frequent of all. Beyond `most` nobody asks how many there are.
function slips(written: string, candidate: string, most: number): number {
  const options = { maxDistance: most + 2 };
  const plain = leven(written, candidate, options);
  // A swap is two slips to the package, so that it can save one at most.
  if (plain > most + 1 || written.length > 40) return plain;
  const swapped = Array.from(
    { length: written.length },
    (_, at) => written.slice(0, at) + (written[at + 1] ?? '') + written[at] + written.slice(at + 2),
  );
  return Math.min(plain, ...swapped.map((text) => leven(text, candidate, options) + 1));
}

/** The next step after an unknown name: the likely one, or those that exist. */
export function suggestHelp(written: string, candidates: readonly string[]): string | undefined {
  const near = suggest(written, candidates);
  if (near) return `Did you mean \`${near}\`?`;
  if (candidates.length === 0) return undefined;
  const shown = candidates.slice(0, 30).map((candidate) => `\`${candidate.slice(0, longestName)}\``);
  return `Known here: ${shown.join(', ')}${candidates.length > shown.length ? ' …' : ''}.`;
}
