import { hasSameMarks, isSameText, type Marks, type TextBlock, textBreak } from './page-text.ts';
import type { Form, FormatChange } from './redline-model.ts';
import { type Compared, type Run, runsOf } from './runs.ts';

/**
 * Tells which words stayed but changed their look or their target, whether the whole text changed its form, and whether
 * another number of texts holds it now.
 */
export function findFormats({ old, next, ops }: Compared): FormatChange[] {
  if (!old || !next || isSameText(old, next)) return [];
  const formats: FormatChange[] = [];
  const text = next.text.replaceAll(textBreak, ' ');
  const [before, after] = [formOf(old), formOf(next)];
  if (before !== after) formats.push({ kind: 'form', text, before, after });
  if (ops.some(([sign, run]) => sign !== '=' && run.includes(textBreak)))
    formats.push({ kind: 'break', text, before: countOf(old), after: countOf(next) });
  if (isSameLook(old, next)) return formats;
  for (const run of stayed(runsOf({ old, next, ops }))) {
    const link = { before: run.before.href ?? '', after: run.after.href ?? '' };
    const look = { before: lookOf(run.before), after: lookOf(run.after) };
    if (link.before !== link.after) formats.push({ kind: 'link', text: run.text, ...link });
    if (look.before !== look.after) formats.push({ kind: 'emphasis', text: run.text, ...look });
  }
  return formats;
}

// Most texts stay as they are: nothing in them can have changed its look.
function isSameLook({ spans: olds }: TextBlock, { spans: news }: TextBlock): boolean {
  return (
    olds.length === news.length &&
    olds.every((old, index) => {
      const now = news[index];
      return now !== undefined && old.text === now.text && hasSameMarks(old, now);
    })
  );
}

/** What shows of a text beside its words: the kind of block, how deep an item stands, and where its numbers begin. */
export function formOf({ kind, form, item, texts }: TextBlock): string {
  if (texts) return [...new Set(texts.map(formOf))].join(', ');
  const { depth = 1, number, isStart, goesOn } = item ?? {};
  const place = [depth > 1 && `level ${depth}`, isStart && `from ${number}`, goesOn && 'continued'];
  return [kind, form, ...place].filter(Boolean).join(' ');
}

/** What the texts of a block are, each sort once. */
export function formsOf(block: TextBlock): Form[] {
  const forms = (block.texts ?? [block]).map(readForm);
  return [...new Map(forms.map((form) => [JSON.stringify(form), form])).values()];
}

function readForm({ kind, form, item }: TextBlock): Form {
  const name = item?.number !== undefined ? 'numbered' : form.includes('quote') ? 'quote' : kind;
  return {
    name,
    level: item?.depth ?? 1,
    ...(item?.isStart && item.number !== undefined && { start: item.number }),
    ...(item?.goesOn && { goesOn: true }),
  };
}

function countOf({ texts = [] }: TextBlock): string {
  return String(Math.max(texts.length, 1));
}

function lookOf({ strong, em, code }: Marks): string {
  return [strong && 'strong', em && 'em', code && 'code'].filter(Boolean).join(' ');
}

// Runs of words that stayed; a space alone has no look.
function stayed(runs: readonly Run[]): Required<Run>[] {
  return runs.flatMap(({ sign, text, before, after }) =>
    sign === '=' && before && after && text.trim() !== '' ? [{ sign, text, before, after }] : [],
  );
}
