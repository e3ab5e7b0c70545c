import { oncePer } from '../../memory.ts';
import { compareSequences } from '../align/myers.ts';
import type { GuardedWord } from './guarded-words.ts';

/** A run of words of a text, from one index up to another. */
export type Run = { start: number; end: number };

/** Words that went and words that came in their place; one of the two may be none. */
type Edit = { gone: Run; come: Run };

/** The words of a text in both versions. */
export type BothWords = { before: readonly GuardedWord[]; after: readonly GuardedWord[] };

/** Edits that are told together, since they touch the same sentence. */
export type EditedSentence = Edit[];

/**
 * Finds what differs between two texts, sentence by sentence; sentences that came or went as a whole are apart from what
 * changed beside them. Words are compared as they are written: a capital is an edit, too.
 */
export function editedSentences({ before, after }: BothWords): readonly EditedSentence[] {
  return editedBetween(before)(after);
}

// The same two texts stand in many comparisons.
const editedBetween = oncePer((before: BothWords['before']) =>
  oncePer((after: BothWords['after']) => findEdited({ before, after })),
);

function findEdited(words: BothWords): readonly EditedSentence[] {
  const edits = editsOf(words).flatMap((edit, index, all) =>
    splitOff(slide(edit, { last: all[index - 1], next: all[index + 1], words }), words),
  );
  const sentences: EditedSentence[] = [];
  for (const edit of edits) {
    const last = sentences.at(-1)?.at(-1);
    const isApart = !last || isWholeSentences(edit, words) || isWholeSentences(last, words);
    if (!isApart && !isNextSentence(last, edit, words)) sentences.at(-1)?.push(edit);
    else sentences.push([edit]);
  }
  return sentences;
}

/** Whether an edit is nothing but sentences that came, or nothing but sentences that went. */
export function isWholeSentences({ gone, come }: Edit, { before, after }: BothWords): boolean {
  const isWhole = ({ start, end }: Run, side: readonly GuardedWord[]) =>
    end > start && startsAt(side, start) && startsAt(side, end);
  const isPure = gone.start === gone.end || come.start === come.end;
  return isPure && (isWhole(gone, before) || isWhole(come, after));
}

function startsAt(words: readonly GuardedWord[], index: number): boolean {
  return words[index]?.startsSentence ?? true;
}

function editsOf({ before, after }: BothWords): Edit[] {
  const ids = new Map<string, number>();
  const intern = ({ text }: GuardedWord) => {
    const known = ids.get(text) ?? ids.size;
    ids.set(text, known);
    return known;
  };
  const { gone, come } = compareSequences(Int32Array.from(before, intern), Int32Array.from(after, intern));
  const edits: Edit[] = [];
  let [old, now] = [0, 0];
  while (old < gone.length || now < come.length) {
    if (!gone[old] && !come[now]) {
      old++;
      now++;
      continue;
    }
    const [oldStart, newStart] = [old, now];
    while (gone[old]) old++;
    while (come[now]) now++;
    edits.push({ gone: { start: oldStart, end: old }, come: { start: newStart, end: now } });
  }
  return edits;
}

type Around = { last: Edit | undefined; next: Edit | undefined; words: BothWords };

// What only came or only went can often be said to begin a few words earlier: best is where a sentence begins.
function slide(edit: Edit, { last, next, words }: Around): Edit {
  const isGone = edit.come.start === edit.come.end;
  if (!isGone && edit.gone.start !== edit.gone.end) return edit;
  const side = isGone ? words.before : words.after;
  const { start, end } = isGone ? edit.gone : edit.come;
  const least = (isGone ? last?.gone.end : last?.come.end) ?? 0;
  const most = (isGone ? next?.gone.start : next?.come.start) ?? side.length;
  const same = (one: number, other: number) => side[one]?.text === side[other]?.text;
  const isGood = (by: number) => startsAt(side, start + by) && startsAt(side, end + by);
  for (let by = 0; start + by >= least; by--) {
    if (isGood(by)) return moved(edit, by);
    if (!same(start + by - 1, end + by - 1)) break;
  }
  for (let by = 0; end + by < most && same(start + by, end + by); by++)
    if (isGood(by + 1)) return moved(edit, by + 1);
  return edit;
}

function moved({ gone, come }: Edit, by: number): Edit {
  const move = ({ start, end }: Run) => ({ start: start + by, end: end + by });
  return { gone: move(gone), come: move(come) };
}

// Words that changed at the end of a sentence, and whole sentences after them: two things.
function splitOff(edit: Edit, { before, after }: BothWords): Edit[] {
  const { gone, come } = edit;
  const isOfBoth = gone.end > gone.start && come.end > come.start;
  if (!isOfBoth) return [edit];
  const [oldCut, newCut] = [firstStart(before, gone), firstStart(after, come)];
  const isOldOpen = !startsAt(before, gone.start);
  const isNewOpen = !startsAt(after, come.start);
  if (!isOldOpen || !isNewOpen) return [edit];
  const cutNew =
    newCut !== undefined && oldCut === undefined && startsAt(after, come.end) && startsAt(before, gone.end);
  const cutOld =
    oldCut !== undefined && newCut === undefined && startsAt(after, come.end) && startsAt(before, gone.end);
  if (cutNew)
    return [
      { gone, come: { start: come.start, end: newCut } },
      { gone: { start: gone.end, end: gone.end }, come: { start: newCut, end: come.end } },
    ];
  if (cutOld)
    return [
      { gone: { start: gone.start, end: oldCut }, come },
      { gone: { start: oldCut, end: gone.end }, come: { start: come.end, end: come.end } },
    ];
  return [edit];
}

function firstStart(words: readonly GuardedWord[], { start, end }: Run): number | undefined {
  for (let index = start + 1; index < end; index++) if (startsAt(words, index)) return index;
  return undefined;
}

const longestSentence = 40;

// Whether an edit is in another sentence than the one before it, or far from it.
function isNextSentence(last: Edit, edit: Edit, { before, after }: BothWords): boolean {
  const crosses = (words: readonly GuardedWord[], from: number, to: number) => {
    for (let index = from + 1; index <= to; index++) if (startsAt(words, index)) return true;
    return to - from > longestSentence;
  };
  return (
    crosses(before, last.gone.end - 1, edit.gone.start) && crosses(after, last.come.end - 1, edit.come.start)
  );
}
