import { escapeHtml } from '../../text/html.ts';
import type { Words } from '../../words/words.ts';
import { hasSameMarks, type Marks, type Span, type TextBlock } from './page-text.ts';
import type { FormatChange, Op } from './redline-model.ts';

/** A run of one look in each version: `before` where the older page has it, `after` where the newer has. */
type Run = { sign: Op[0]; text: string; before?: Marks; after?: Marks };

/** The two sides of a text, of which one may be missing, and what became of it; hrefs of sections start at `base`. */
export type Written = {
  old: TextBlock | undefined;
  next: TextBlock | undefined;
  ops: readonly Op[];
  base: string;
  /** What screen readers say around changes. */
  words: Words['diff']['said'];
};

/** Tells which words stayed but changed their look or their target, and whether the whole text changed its form. */
export function findFormats({ old, next, ops }: Pick<Written, 'old' | 'next' | 'ops'>): FormatChange[] {
  if (!old || !next) return [];
  const formats: FormatChange[] = [];
  const [before, after] = [formOf(old), formOf(next)];
  if (before !== after) formats.push({ kind: 'form', text: next.text, before, after });
  for (const run of stayed(runsOf({ old, next, ops }))) {
    const link = { before: run.before.href ?? '', after: run.after.href ?? '' };
    const look = { before: lookOf(run.before), after: lookOf(run.after) };
    if (link.before !== link.after) formats.push({ kind: 'link', text: run.text, ...link });
    if (look.before !== look.after) formats.push({ kind: 'emphasis', text: run.text, ...look });
  }
  return formats;
}

function formOf({ kind, form }: TextBlock): string {
  return [kind, form].filter(Boolean).join(' ');
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

/** Writes a text as HTML that can stand in any paragraph, item or cell, with `ins` and `del` around what changed. */
export function writeRedlineHtml(written: Written): string {
  const runs = runsOf(written);
  const targets = { old: hrefsOf(written.old), next: hrefsOf(written.next) };
  const noted = new Set<string>();
  return groupBySign(runs)
    .map((group) => {
      if (group.sign === '-') return writeRemoved(group.runs, targets.next, written);
      if (group.sign === '+') return writeAdded(group.runs, targets, written);
      return group.runs.map((run) => writeStayed(run, noted, written)).join('');
    })
    .join('');
}

function hrefsOf(block: TextBlock | undefined): Set<string> {
  return new Set(block?.spans.flatMap(({ href }) => href ?? []));
}

function groupBySign(runs: readonly Run[]): { sign: Op[0]; runs: Run[] }[] {
  const groups: { sign: Op[0]; runs: Run[] }[] = [];
  for (const run of runs) {
    const last = groups.at(-1);
    if (last?.sign === run.sign) last.runs.push(run);
    else groups.push({ sign: run.sign, runs: [run] });
  }
  return groups;
}

function writeStayed({ text, before = {}, after = {} }: Run, noted: Set<string>, written: Written): string {
  const shown = writeMarks(text, after, written);
  const change = JSON.stringify([before.href, after.href]);
  if (before.href === after.href || text.trim() === '' || noted.has(change)) return shown;
  noted.add(change);
  const targets = [
    before.href === undefined ? '' : removed(escapeHtml(before.href), written),
    after.href === undefined ? '' : added(escapeHtml(after.href), written),
  ];
  return `${shown}${target(targets.filter(Boolean).join(' '))}`;
}

// What went leads nowhere. Its target is written out where the newer text no longer has it.
function writeRemoved(runs: readonly Run[], kept: ReadonlySet<string>, written: Written): string {
  const inner = runs.map(({ text, before = {} }) => {
    const { href, ...look } = before;
    const note = href === undefined || kept.has(href) ? '' : target(escapeHtml(href));
    return writeMarks(text, look, written) + note;
  });
  return removed(inner.join(''), written);
}

// The target of a link that came is written out beside one that went.
function writeAdded(
  runs: readonly Run[],
  { old, next }: { old: ReadonlySet<string>; next: ReadonlySet<string> },
  written: Written,
): string {
  const isRetargeted = [...old].some((href) => !next.has(href));
  const inner = runs.map(({ text, after = {} }) => {
    const { href } = after;
    const note = href !== undefined && isRetargeted && !old.has(href) ? target(escapeHtml(href)) : '';
    return writeMarks(text, after, written) + note;
  });
  return added(inner.join(''), written);
}

function removed(html: string, { words }: Written): string {
  return `<del>${said(words.removed)}${html}${said(words.endRemoved)}</del>`;
}

function added(html: string, { words }: Written): string {
  return `<ins>${said(words.added)}${html}${said(words.endAdded)}</ins>`;
}

// Spaces on both sides, so that no word runs into another.
function said(words: string): string {
  return `<span class="said"> ${escapeHtml(words.trim())} </span>`;
}

function target(html: string): string {
  return `<span class="target"> (${html})</span>`;
}

function writeMarks(text: string, { strong, em, code, href }: Marks, { old, next, base }: Written): string {
  const isCode = (next ?? old)?.kind === 'code';
  let html = escapeHtml(text);
  if (!isCode) html = html.replaceAll('\n', '<br>');
  if (code) html = `<code>${html}</code>`;
  if (em) html = `<em>${html}</em>`;
  if (strong) html = `<strong>${html}</strong>`;
  return href !== undefined && isSafe(href) ? `<a ${attributes(href, base)}>${html}</a>` : html;
}

// Pages are sanitised where they are made; nothing here relies on it.
function isSafe(href: string): boolean {
  return /^(?:https:\/\/|mailto:|tel:|#|\/(?![/\\]))/.test(href) && !/[\s\\]/.test(href);
}

// A section of the policy is not on the page that shows its changes.
function attributes(href: string, base: string): string {
  const rel = href.startsWith('https:') ? ' rel="external noopener noreferrer"' : '';
  return `href="${escapeHtml(href.startsWith('#') ? base + href : href)}"${rel}`;
}

// Cuts the ops where a look begins or ends on the side or sides that have them.
function runsOf({ old, next, ops }: Pick<Written, 'old' | 'next' | 'ops'>): Run[] {
  const olds = makeSpanReader(old?.spans ?? []);
  const news = makeSpanReader(next?.spans ?? []);
  return joinRuns(
    ops.flatMap(([sign, text]): Run[] => {
      if (sign === '-') return olds(text.length).map(({ text, marks }) => ({ sign, text, before: marks }));
      if (sign === '+') return news(text.length).map(({ text, marks }) => ({ sign, text, after: marks }));
      return zip(olds(text.length), news(text.length));
    }),
  );
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
