import { isWord } from '../../text/tokens.ts';
import { type GuardWords, guardWordsOf } from './guard-words.ts';
import type { GuardedWord } from './guarded-words.ts';

// Which sentences bind somebody, or tell what is done with data, though no word of them decides by itself.

const shortestClause = 8;

/**
 * Whether a text, read as a whole, binds somebody: it names a party, bids or allows readers something, promises, defines a
 * term, or says who is bound by what, or how data is handled. Without a list of words for its language, none does. A company
 * by its name alone is an entry of a list, and weighs what the list does.
 */
export function binds(words: readonly GuardedWord[], language: string): boolean {
  const guard = guardWordsOf(language);
  const isParty = words.some(({ kind }) => kind === 'company' || kind === 'country');
  if (!guard) return isParty && words.length >= shortestClause;
  const { acts, ties, data, handling, orders, promises, defines } = guard.whole;
  const said = words.filter(({ kind }) => kind !== 'address' && kind !== 'contact').map(spellings);
  const has = (some: ReadonlySet<string>) =>
    said.some((own, at) =>
      own.some((word) => some.has(word) || said[at - 1]?.some((last) => some.has(`${last}_${word}`))),
    );
  return (
    (isParty && words.length >= shortestClause) ||
    bids(words, orders) ||
    citesLaw(words, guard) ||
    allows(words, guard) ||
    has(acts) ||
    (isClause(words) && has(ties)) ||
    (has(data) && has(handling)) ||
    (words.some(({ isQuoted }) => isQuoted) && has(defines)) ||
    (promises !== undefined && said.some((own) => own.some((word) => promises.test(word))))
  );
}

// "Licensed boats" only names something; a right is one by its name.
function isClause(words: readonly GuardedWord[]): boolean {
  return words.length >= shortestClause || /^[.;:!]$/.test(words.at(-1)?.text ?? '');
}

// "L'utilisateur" is the word behind its article, too.
function spellings({ text }: GuardedWord): string[] {
  const word = text.toLowerCase().replaceAll('’', "'");
  return [word, ...(word.includes("'") ? word.split("'").slice(1) : [])];
}

const shortestOrder = 3;

// "Keep your password secret.": readers are to do it, though no word says that they must.
function bids(words: readonly GuardedWord[], orders: ReadonlySet<string>): boolean {
  return words.some(({ text, startsSentence }, at) => {
    if (!startsSentence || !orders.has(text.toLowerCase())) return false;
    const said = words.slice(at, at + shortestOrder);
    const end = words.slice(at).find((word) => /^[.!;]$/.test(word.text));
    return said.length === shortestOrder && said.every((word) => isWord(word.text)) && end !== undefined;
  });
}

// "You can delete it at any time": English says so of much else, and what one can read or ask is no right.
function allows(words: readonly GuardedWord[], { courtesies, whole }: GuardWords): boolean {
  return words.some(({ text }, at) => {
    const [subject = '', verb = '', next = ''] = [words[at - 1], words[at + 1], words[at + 2]].map((word) =>
      (word?.text ?? '').toLowerCase(),
    );
    const done = /^(?:also|always|either|still)$/.test(verb) ? next : verb;
    return whole.allows.has(`${subject}_${text.toLowerCase()}`) && !courtesies.has(done);
  });
}

// "The legal basis is Article 6(1) of the GDPR": sections of the text itself are called otherwise.
function citesLaw(words: readonly GuardedWord[], { parts }: GuardWords): boolean {
  return words.some(({ kind }, at) => {
    const before = words.slice(Math.max(0, at - 2), at).map(({ text }) => text.toLowerCase());
    return kind === 'number' && before.some((word) => parts.has(word));
  });
}
