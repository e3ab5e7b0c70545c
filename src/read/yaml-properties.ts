import { isAlias, isScalar, type Node } from 'yaml';
import { show } from './excerpt.ts';
import type { Reading } from './finding.ts';
import { endOfLine } from './lines.ts';
import { rangeOf } from './yaml-node.ts';

/** A reading that knows which anchors it has refused. */
export type NamedReading = Reading & { anchors: Set<string> };

/** Refuses what stands in front of a node: anchors and tags, and an alias in its place. */
export function checkProperties(node: Node, walk: NamedReading): void {
  if (isAlias(node)) {
    const [start] = rangeOf(node);
    if (isStressed(node.source, start, walk)) refuseMark(start, walk);
    else checkName(`*${node.source}`, start, walk);
    return;
  }
  if (node.anchor !== undefined) {
    const written = `&${node.anchor}`;
    checkName(written, Math.max(0, walk.text.lastIndexOf(written, rangeOf(node)[0])), walk);
  }
  // Where nothing follows the tag, it was the text.
  const isText = isScalar(node) && node.source === '';
  if (node.tag !== undefined) checkTag(startOfTag(node, walk), isText ? 'yaml/syntax' : 'yaml/tag', walk);
}

/** The package keeps no place for a tag or, below, an anchor; it stands in front of its node. */
function startOfTag(node: Node, { text }: Reading): number {
  const found = text.lastIndexOf('!', Math.max(rangeOf(node)[0] - 1, 0));
  const before = text.slice(Math.max(0, found - 100), Math.max(0, found)).match(/[^\s,[\]{}]*$/)?.[0] ?? '';
  return Math.max(0, found - before.length);
}

/** Whether words in Markdown's stars were meant: a star ends them, or more words follow. */
function isStressed(name: string, start: number, { text, anchors }: NamedReading): boolean {
  const rest = text.slice(start + name.length + 1, endOfLine(text, start));
  return !anchors.has(name) && (name.includes('*') || /^[ \t]+[^\s#,\]}:]/.test(rest));
}

function refuseMark(start: number, walk: Reading): void {
  walk.findings.push({
    rule: 'yaml/alias',
    message: 'Unexpected * at the start of a value, expected quotes around the value.',
    help: 'Put the whole value in double quotes.',
    start,
    end: start + 1,
  });
}

/** The name of an anchor is one problem, however often it is used. */
function checkName(written: string, start: number, walk: NamedReading): void {
  const name = written.slice(1);
  if (walk.anchors.has(name)) return;
  walk.anchors.add(name);
  walk.findings.push({
    rule: 'yaml/alias',
    message: `Unexpected ${show(written)}, expected a value: values cannot be named and used again.`,
    help: `Write the value in each place. If the text starts with ${written[0]}, put it in double quotes.`,
    start,
    end: start + written.length,
  });
}

function checkTag(start: number, rule: 'yaml/syntax' | 'yaml/tag', walk: Reading): void {
  const written = walk.text.slice(start).match(/^[^\s,[\]{}]+/)?.[0] ?? '!';
  walk.findings.push({
    rule,
    message: `Unexpected tag ${show(written)}, expected a value.`,
    help: `Delete ${show(written)}. If the text starts with !, put it in double quotes.`,
    start,
    end: start + written.length,
  });
}
