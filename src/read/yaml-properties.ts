import { isAlias, type Node } from 'yaml';
import { show } from './excerpt.ts';
import type { Reading } from './finding.ts';
import { rangeOf } from './yaml-node.ts';

/** A reading that knows which anchors it has refused. */
export type NamedReading = Reading & { anchors: Set<string> };

/** Refuses what stands in front of a node: anchors and tags, and an alias in its place. */
export function checkProperties(node: Node, walk: NamedReading): void {
  if (isAlias(node)) {
    checkName(`*${node.source}`, rangeOf(node)[0], walk);
    return;
  }
  if (node.anchor !== undefined) {
    const written = `&${node.anchor}`;
    checkName(written, Math.max(0, walk.text.lastIndexOf(written, rangeOf(node)[0])), walk);
  }
  if (node.tag !== undefined) checkTag(startOfTag(node, walk), walk);
}

/** The package keeps no place for a tag or, below, an anchor; it stands in front of its node. */
function startOfTag(node: Node, { text }: Reading): number {
  const found = text.lastIndexOf('!', Math.max(rangeOf(node)[0] - 1, 0));
  const before = text.slice(Math.max(0, found - 100), Math.max(0, found)).match(/[^\s,[\]{}]*$/)?.[0] ?? '';
  return Math.max(0, found - before.length);
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

function checkTag(start: number, walk: Reading): void {
  const written = walk.text.slice(start).match(/^[^\s,[\]{}]+/)?.[0] ?? '!';
  walk.findings.push({
    rule: 'yaml/tag',
    message: `Unexpected tag ${show(written)}, expected a value.`,
    help: `Delete ${show(written)}. If the text starts with !, put it in double quotes.`,
    start,
    end: start + written.length,
  });
}
