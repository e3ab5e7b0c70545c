import type { Node, Scalar } from 'yaml';
import type { Rule } from '../problem.ts';
import { show } from './excerpt.ts';
import type { Reading } from './finding.ts';
import { isTextScalar, rangeOf } from './yaml-node.ts';
import { checkProperties, type NamedReading } from './yaml-properties.ts';
import { toScalarValue } from './yaml-scalars.ts';

/** What programs keep for themselves. */
export const reservedKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** The text of a key, or nothing if no key may be called so. */
export function toKey(node: Node, walk: NamedReading): string | undefined {
  checkProperties(node, walk);
  if (!isTextScalar(node)) return undefined;
  toScalarValue(node, walk);
  if (node.value === '<<') return refuseKey(node, walk, mergeKey);
  if (reservedKeys.has(node.value)) return refuseKey(node, walk, reservedKey);
  if (node.value === '') return refuseKey(node, walk, emptyKey);
  if (/[^\S ]|^\s|\s$/.test(node.value)) return refuseKey(node, walk, spacedKey);
  return node.value;
}

type KeyFault = { rule: Rule; expected: string; help: string };

const mergeKey: KeyFault = {
  rule: 'yaml/merge-key',
  expected: 'keys that are written out',
  help: 'Delete << and write the keys it stands for.',
};
const reservedKey: KeyFault = {
  rule: 'yaml/key',
  expected: 'another name',
  help: 'Choose another name: programs keep this one for themselves.',
};
const emptyKey: KeyFault = {
  rule: 'yaml/key',
  expected: 'a name before the colon',
  help: 'Write a name before the colon. If the colon belongs to a text, put the text in double quotes.',
};
// Such a key looks indented and is not, so what stands below it belongs elsewhere.
const spacedKey: KeyFault = {
  rule: 'yaml/syntax',
  expected: 'a key with ordinary spaces or none',
  help: 'Delete the spaces around the key and, if it is indented, type them again with the space bar.',
};

function refuseKey(node: Scalar<string>, walk: Reading, { rule, expected, help }: KeyFault): undefined {
  const [start, end] = rangeOf(node);
  const shown = node.value === '' ? 'empty key' : `key ${show(node.value)}`;
  walk.findings.push({ rule, message: `Unexpected ${shown}, expected ${expected}.`, help, start, end });
}

/** Refuses a key that its map has already, and points to the first. */
export function refuseDuplicate(
  first: Node,
  second: Node,
  walk: Reading,
  help = 'Delete one of the two, or give it another name.',
): void {
  const [start, end] = rangeOf(second);
  const [firstStart, firstEnd] = rangeOf(first);
  const shown = show(walk.text.slice(start, end));
  walk.findings.push({
    rule: 'yaml/duplicate-key',
    message: `Unexpected second key ${shown}, expected each key once.`,
    help,
    start,
    end,
    related: { message: 'The first one stands here.', start: firstStart, end: firstEnd },
  });
}
