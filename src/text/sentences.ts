/** A sentence of a text, and where it begins. */
type Sentence = { index: number; segment: string };

/** The sentences of a text. Where an abbreviation may be all that ends, "to nobody, i.e. Advertisers", none does. */
export function sentencesOf(text: string, language: string): Sentence[] {
  const sentences: Sentence[] = [];
  for (const { index, segment } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)) {
    const before = sentences.at(-1);
    if (before && mayBeShort(before.segment)) before.segment += segment;
    else sentences.push({ index, segment });
  }
  return sentences;
}

function mayBeShort(segment: string): boolean {
  const [, word] = /([\p{L}\p{N}.]+)\.["'”’»)\]]*\s*$/u.exec(segment) ?? [];
  if (word === undefined) return false;
  if (word.includes('.') || /^(?:\p{L}|\p{N}{1,2})$/u.test(word)) return true;
  return isWithoutVowels(word) || abbreviations.has(word.toLowerCase());
}

// "bzw.", "Ltd.", "Nr."; not "GDPR."
function isWithoutVowels(word: string): boolean {
  return (
    /^\p{Script=Latin}+$/u.test(word) && !/[aeiouy\u00c0-\u024f]/i.test(word) && word !== word.toUpperCase()
  );
}

const abbreviations = new Set(
  (
    'abs al approx aprox art ausschl aux av bros buchst ca cap co corp dec dept einschl esp est etc evtl ex excl exkl ' +
    'ext feb fig gem gen inc incl inkl insb insbes jan kap max min misc no núm oct op pág para prof resp rev sec sect ' +
    'sep sog tel usw vol ziff'
  ).split(' '),
);
