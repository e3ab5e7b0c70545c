import { makeMemory } from '../../memory.ts';
import { quotedPaths } from '../../resolve/quotation.ts';

/** A sentence of a text, as it was written, and where it starts there. */
export type Sentence = { offset: number; words: string };

/** What rules ask of a text again and again; each answer is worked out when it is first asked for, and kept. */
export type TextIndex = {
  /** The text with its quotations blanked, so that offsets stay. */
  readonly blank: string;
  /** Its sentences in order. */
  readonly sentences: readonly Sentence[];
  /** The paths of the facts it quotes. */
  readonly quoted: readonly string[];
  /** Every place where a global pattern matches its blanked words. */
  find(pattern: RegExp): readonly RegExpExecArray[];
};

type Written = { readonly text: string };

// An index lasts as long as what was read. Policies of a product share many of their texts, and so the indexes of these.
const ofWritten = new WeakMap<Written, TextIndex>();
const ofText = makeMemory<TextIndex>(5_000);

/** The index of a text of a file, made once for all the rules that ask. */
export function indexOf(written: Written): TextIndex {
  const known = ofWritten.get(written);
  if (known) return known;
  const index = indexOfText(written.text);
  ofWritten.set(written, index);
  return index;
}

/** The index of any other text. */
export function indexOfText(text: string): TextIndex {
  return ofText(text, () => makeIndex(text));
}

function makeIndex(text: string): TextIndex {
  const blank = blankQuotations(text);
  const found = new Map<RegExp, readonly RegExpExecArray[]>();
  let sentences: readonly Sentence[] | undefined;
  let quoted: readonly string[] | undefined;
  return {
    blank,
    get sentences() {
      sentences ??= cutSentences(text, blank);
      return sentences;
    },
    get quoted() {
      quoted ??= quotedPaths(text);
      return quoted;
    },
    find(pattern) {
      const known = found.get(pattern);
      if (known) return known;
      const matches = [...blank.matchAll(pattern)];
      found.set(pattern, matches);
      return matches;
    },
  };
}

/** A text with its quotations blanked, so that offsets stay. */
export function blankQuotations(text: string): string {
  if (!text.includes('{{')) return text;
  return text.replaceAll(/\{\{[^}]*\}\}/g, (quotation) => ' '.repeat(quotation.length));
}

function cutSentences(text: string, blank: string): readonly Sentence[] {
  const ends = [...blank.matchAll(/[.!?]["”’)*]*(?=\s)|\n\s*\n|\n(?=\s*([-*+]|\d+[.)])\s)/g)].map(
    (end) => end.index + end[0].length,
  );
  return [...ends, text.length].flatMap((end, index) => {
    const start = ends[index - 1] ?? 0;
    const words = text.slice(start, end);
    if (words.trim() === '') return [];
    const indent = words.length - words.trimStart().length;
    return [{ offset: start + indent, words: words.trim() }];
  });
}
