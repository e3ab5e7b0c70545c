import { makeMemory, oncePer } from '../../memory.ts';
import { escapeHtml, isOwnText, linkAround } from '../../text/html.ts';
import type { Words } from '../../words/words.ts';
import { isSpaceForBreak } from './breaks.ts';
import { isOwnAddress } from './own-address.ts';
import { type Marks, type Span, type TextBlock, textBreak } from './page-text.ts';
import type { Op, RedlinePart } from './redline-model.ts';
import { type Compared, type Run, runsOf } from './runs.ts';

// Where a policy stands, and the page of one of its versions.
type Base = { own: string; path: string };

/** A text with what became of it, and the two versions: what links to a section leads into the version that links. */
export type Written = Compared & {
  bases: { before: Base; after: Base };
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
  return texts.flatMap((text, index) => (text ? [partOf(text, html[index] ?? '')] : []));
}

function partOf({ kind, item, cell }: TextBlock, html: string): RedlinePart {
  return { kind, html, ...(item && { item }), ...(cell && { cell }) };
}

/** Writes a text that is the same one in both versions. One that leads nowhere into its own policy is written once. */
export function htmlOfSame({ spans }: TextBlock, written: Written): string {
  const write = () => writeTexts(written)[0] ?? '';
  const isInner = ({ href }: Marks) =>
    href !== undefined && innerAddress(href, 'after', written) !== undefined;
  if (spans.some(isInner)) return write();
  return writtenSpans(spans)('', write);
}

const writtenSpans = oncePer((_spans: Span[]) => makeMemory<string>(1));

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
  const shown = writeMarks(text, after, 'after', written);
  const change = JSON.stringify([before.href, after.href]);
  if (before.href === after.href || text.trim() === '' || noted.has(change)) return shown;
  noted.add(change);
  const targets = [
    before.href === undefined ? '' : removed(writeTarget(before.href, 'before', written), written),
    after.href === undefined ? '' : added(writeTarget(after.href, 'after', written), written),
  ];
  return `${shown}${target(targets.filter(Boolean).join(' '))}`;
}

// The target of a link into the policy leads there; any other is only told.
function writeTarget(href: string, side: Side, written: Written): string {
  const text = escapeHtml(href);
  const inner = innerAddress(href, side, written);
  return inner === undefined ? text : linkAround(inner, text);
}

// What went leads nowhere but into the version it stood in. Its target is written out where the newer text no longer has it.
function writeRemoved(runs: readonly Run[], kept: ReadonlySet<string>, written: Written): string {
  if (isBreakAlone(runs)) return breakAlone('del', written.words);
  const inner = runs.map(({ text, before = {} }, index) => {
    if (text === textBreak) return writeBreak(written);
    const { href, ...look } = before;
    if (href === undefined || innerAddress(href, 'before', written) !== undefined)
      return writeMarks(text, before, 'before', written);
    const isTold = kept.has(href) || runs[index + 1]?.before?.href === href || isShown(href, written.old);
    return writeMarks(text, look, 'before', written) + (isTold ? '' : target(escapeHtml(href)));
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
  const inner = runs.map(({ text, after = {} }, index) => {
    if (text === textBreak) return writeBreak(written);
    const { href } = after;
    const isNews =
      href !== undefined && isRetargeted && !old.has(href) && runs[index + 1]?.after?.href !== href;
    const isTold =
      !isNews || isShown(href, written.next) || innerAddress(href, 'after', written) !== undefined;
    return writeMarks(text, after, 'after', written) + (isTold ? '' : target(escapeHtml(href)));
  });
  return added(inner.join(''), written);
}

// An address whose link says nothing else: to write it out again would mark it twice.
function isShown(href: string, block: TextBlock | undefined): boolean {
  const links: string[] = [];
  for (const [index, span] of (block?.spans ?? []).entries()) {
    if (span.href !== href) continue;
    const isOfLast = block?.spans[index - 1]?.href === href;
    links.push(isOfLast ? `${links.pop() ?? ''}${span.text}` : span.text);
  }
  return links.length > 0 && links.every((text) => isOwnAddress(href, text));
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

type Side = keyof Written['bases'];

function writeMarks(text: string, { strong, em, code, href }: Marks, side: Side, written: Written): string {
  const isCode = (written.next ?? written.old)?.kind === 'code';
  let html = escapeHtml(text);
  if (!isCode) html = html.replaceAll('\n', '<br>');
  if (code) html = `<code>${html}</code>`;
  if (em) html = `<em>${html}</em>`;
  if (strong) html = `<strong>${html}</strong>`;
  if (href === undefined || !isSafe(href)) return html;
  return linkAround(innerAddress(href, side, written) ?? href, html, isOwnText(href, text));
}

// Pages are sanitised where they are made; nothing here relies on it.
function isSafe(href: string): boolean {
  return /^(?:https?:\/\/|mailto:|tel:|#|\/(?![/\\]))/.test(href) && !/[\s\\]/.test(href);
}

// A section of the policy is not on the page that shows its changes, but on that of the version.
function innerAddress(href: string, side: Side, { bases }: Written): string | undefined {
  const { own, path } = bases[side];
  const anchor = href.startsWith(`${own}#`) ? href.slice(own.length) : href;
  return anchor.startsWith('#') && isSafe(anchor) ? path + anchor : undefined;
}
