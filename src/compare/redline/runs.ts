import { hasSameMarks, type Marks, type Span, type TextBlock, textBreak } from './page-text.ts';
import type { Op } from './redline-model.ts';

/** A run of one look in each version: `before` where the older page has it, `after` where the newer has. */
export type Run = { sign: Op[0]; text: string; before?: Marks; after?: Marks };

/** The two sides of a text, of which one may be missing, and what became of it. */
export type Compared = { old: TextBlock | undefined; next: TextBlock | undefined; ops: readonly Op[] };

/** Cuts the changes of a text where a look begins or ends on the side or sides that have them, and around breaks. */
export function runsOf({ old, next, ops }: Compared): Run[] {
  const olds = makeSpanReader(old?.spans ?? []);
  const news = makeSpanReader(next?.spans ?? []);
  return joinRuns(
    ops.flatMap(([sign, text]): Run[] => {
      if (sign === '-') return olds(text.length).map(({ text, marks }) => ({ sign, text, before: marks }));
      if (sign === '+') return news(text.length).map(({ text, marks }) => ({ sign, text, after: marks }));
      return zip(olds(text.length), news(text.length));
    }),
  ).flatMap(cutAtBreaks);
}

const breaks = new RegExp(`(${textBreak})`);

function cutAtBreaks(run: Run): Run[] {
  if (!run.text.includes(textBreak)) return run.text === '' ? [] : [run];
  const texts = run.text.split(breaks).filter((text) => text !== '');
  return texts.map((text) => ({ ...run, text }));
}

type Slice = { text: string; marks: Marks };

// Gives the next so many characters, cut where the marks change.
function makeSpanReader(spans: readonly Span[]): (length: number) => Slice[] {
  let index = 0;
  let offset = 0;
  return (length) => {
    const slices: Slice[] = [];
    let rest = length;
    for (let span = spans[index]; span && rest > 0; span = spans[index]) {
      const { text, ...marks } = span;
      const slice = text.slice(offset, offset + rest);
      slices.push({ text: slice, marks });
      rest -= slice.length;
      offset += slice.length;
      if (offset < text.length) break;
      index += 1;
      offset = 0;
    }
    return slices;
  };
}

function zip(olds: Slice[], news: Slice[]): Run[] {
  const runs: Run[] = [];
  const [before, after] = [[...olds], [...news]];
  for (let [old, next] = [before[0], after[0]]; old && next; [old, next] = [before[0], after[0]]) {
    const length = Math.min(old.text.length, next.text.length);
    runs.push({ sign: '=', text: next.text.slice(0, length), before: old.marks, after: next.marks });
    for (const [side, slice] of [
      [before, old],
      [after, next],
    ] as const) {
      const text = slice.text.slice(length);
      if (text === '') side.shift();
      else side[0] = { ...slice, text };
    }
  }
  return runs;
}

function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    const isLike =
      last?.sign === run.sign &&
      hasSameMarks(last.before ?? {}, run.before ?? {}) &&
      hasSameMarks(last.after ?? {}, run.after ?? {});
    if (last && isLike) last.text += run.text;
    else joined.push({ ...run });
  }
  return joined;
}
