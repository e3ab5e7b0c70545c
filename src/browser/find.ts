import MiniSearch from 'minisearch';

/** A section as the site lists it. */
export type Entry = { path: string; title: string; policy: string; text: string };

/** A section that was found: where the words stand in the part of its text that is shown. */
export type Found = Entry & { excerpt: { text: string; isMarked: boolean }[] };

/** Makes a search of sections: all words of a query have to be there, as they are, begun, or with a letter mistaken. */
export function makeSearch(entries: readonly Entry[], language: string): (query: string) => Found[] {
  const words = new Intl.Segmenter(language, { granularity: 'word' });
  const index = new MiniSearch<Entry & { id: number }>({
    fields: ['title', 'text', 'policy'],
    tokenize: (text) =>
      [...words.segment(text)].flatMap(({ segment, isWordLike }) => (isWordLike ? segment : [])),
    processTerm: plain,
    searchOptions: {
      combineWith: 'AND',
      boost: { title: 3 },
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
    },
  });
  index.addAll(entries.map((entry, id) => ({ ...entry, id })));
  return (query) =>
    index.search(query).flatMap(({ id, terms }) => {
      const entry = entries[id];
      return entry ? [{ ...entry, excerpt: excerptOf(entry.text, new Set(terms), words) }] : [];
    });
}

// Letters without their accents, since nobody is sure to type them.
function plain(term: string): string {
  return term.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

const before = 60;
const after = 180;

function excerptOf(text: string, terms: ReadonlySet<string>, words: Intl.Segmenter): Found['excerpt'] {
  const parts = [...words.segment(text)].map(({ segment, index }) => ({
    text: segment,
    index,
    isMarked: terms.has(plain(segment)),
  }));
  const start = Math.max(0, (parts.find(({ isMarked }) => isMarked)?.index ?? 0) - before);
  const shown = parts.filter(({ index }) => index >= start && index < start + before + after);
  const [first] = shown;
  const last = shown.at(-1);
  return [
    ...(first && first.index > 0 ? [{ text: '… ', isMarked: false }] : []),
    ...shown.map((part) => ({ text: part.text, isMarked: part.isMarked })),
    ...(last && last.index + last.text.length < text.length ? [{ text: ' …', isMarked: false }] : []),
  ];
}
