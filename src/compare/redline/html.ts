import { escapeHtml } from '../../text/html.ts';
import type { Words } from '../../words/words.ts';
import { isSpaceForBreak } from './breaks.ts';
import { type Marks, type TextBlock, textBreak } from './page-text.ts';
import type { Op, RedlinePart } from './redline-model.ts';
import { type Compared, type Run, runsOf } from './runs.ts';

/** A text with what became of it; hrefs of sections start at `base`. */
export type Written = Compared & {
  base: string;
  /** What screen readers say around changes. */
  words: Words['diff']['said'];
};

/**
 * Writes a text as HTML that can stand in any paragraph, item or cell, with `ins` and `del` around what changed; where it
 * is several texts of the newer page, each by itself.
 */
export function writeParts(written: Written): RedlinePart[] {
  const texts = written.next?.texts ?? [written.next ?? written.old];
  const html = writeTexts(written);
  return texts.flatMap((text, index) => (text ? [{ kind: text.kind, html: html[index] ?? '' }] : []));
}

function writeTexts(written: Written): string[] {
  const targets = { old: hrefsOf(written.old), next: hrefsOf(written.next) };
  const noted = new Set<string>();
  const texts = [''];
  const write = (html: string) => texts.push(`${texts.pop() ?? ''}${html}`);
  for (const { sign, runs } of groupsOf(written)) {
    if (sign === '-') write(writeRemoved(runs, targets.next, written));
    for (const some of sign === '-' ? [] : cutAfterBreaks(runs)) {
      if (sign === '+') write(writeAdded(some, targets, written));
      else write(some.map((run) => writeStayed(run, noted, written)).join(''));
      if (some.at(-1)?.text === textBreak) texts.push('');
    }
  }
  return texts;
}

type Group = { sign: Op[0]; runs: Run[] };

// A space that went for a break is not shown as removed, and one that came for a break is a space like any other.
function groupsOf(written: Written): Group[] {
  const { ops } = written;
  const groups = groupBySign(runsOf(written));
  return groups.flatMap(({ sign, runs }, index): Group[] => {
    const [op, last, next] = [ops[index], ops[index - 1], ops[index + 1]];
    if (!op || !isSpaceForBreak(op, last, next)) return [{ sign, runs }];
    return sign === '-' ? [] : [{ sign: '=', runs }];
  });
}

function cutAfterBreaks(runs: readonly Run[]): Run[][] {
  const lists: Run[][] = [[]];
  for (const run of runs) {
    lists.at(-1)?.push(run);
    if (run.text === textBreak) lists.push([]);
  }
  return lists.filter((list) => list.length > 0);
}

function hrefsOf(block: TextBlock | undefined): Set<string> {
  return new Set(block?.spans.flatMap(({ href }) => href ?? []));
}

function groupBySign(runs: readonly Run[]): Group[] {
  const groups: Group[] = [];
  for (const run of runs) {
    const last = groups.at(-1);
    if (last?.sign === run.sign) last.runs.push(run);
    else groups.push({ sign: run.sign, runs: [run] });
  }
  return groups;
}

function writeStayed({ text, before = {}, after = {} }: Run, noted: Set<string>, written: Written): string {
  if (text === textBreak) return '';
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
  if (isBreakAlone(runs)) return breakAlone('del', written.words);
  const inner = runs.map(({ text, before = {} }) => {
    if (text === textBreak) return writeBreak(written);
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
  if (isBreakAlone(runs)) return breakAlone('ins', written.words);
  const isRetargeted = [...old].some((href) => !next.has(href));
  const inner = runs.map(({ text, after = {} }) => {
    if (text === textBreak) return writeBreak(written);
    const { href } = after;
    const note = href !== undefined && isRetargeted && !old.has(href) ? target(escapeHtml(href)) : '';
    return writeMarks(text, after, written) + note;
  });
  return added(inner.join(''), written);
}

function isBreakAlone(runs: readonly Run[]): boolean {
  return runs.length === 1 && runs[0]?.text === textBreak;
}

// The sign of a break is for the eye and not part of the text.
function breakAlone(name: 'ins' | 'del', words: Written['words']): string {
  const told = name === 'ins' ? words.added : words.removed;
  return `<${name} class="break">${said(`${told.trim()} ${words.break}`)}</${name}>`;
}

function writeBreak({ words }: Written): string {
  return `<span class="break">${said(words.break)}</span>`;
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
