import { isMap, isSeq, type Node, type YAMLMap } from 'yaml';
import { type Span, spanOfLength } from './finding.ts';
import { isTextScalar, rangeOf } from './yaml-node.ts';

/** The keys and indexes that lead to a value. */
export type YamlPath = readonly (string | number)[];

/** A value and the key in front of it. */
export type Step = { key: Node | undefined; value: Node | undefined };

/** Where a value or its key is written; its key where the value has no text. */
export function spanOfStep(text: string, { key, value }: Step, target: 'value' | 'key'): Span {
  const span = value ? spanOfNode(text, value) : undefined;
  const hasText = span && span.end > span.start;
  if (key && (target === 'key' || !hasText)) return spanOfNode(text, key);
  return span ?? { start: 0, end: 0 };
}

/** The package counts the space up to the next node to a collection and to a text below | or >. */
function spanOfNode(text: string, node: Node): Span {
  const [start, end] = rangeOf(node);
  return spanOfLength(start, text.slice(start, end).trimEnd().length);
}

/** Finds the value at a path, or the deepest on the way to it that exists. */
export type Locator = (path: YamlPath) => { step: Step; isWhole: boolean };

/** Finds the nodes of what was read. */
export function makeLocator(contents: Node | undefined): Locator {
  const indexes = new WeakMap<YAMLMap, Map<string, Step>>();
  const childOf = (node: Node | undefined, segment: string | number): Step | undefined => {
    if (isSeq(node))
      return node.items[Number(segment)]
        ? { key: undefined, value: node.items[Number(segment)] as Node }
        : undefined;
    if (!isMap(node)) return undefined;
    const index = indexes.get(node) ?? indexPairs(node);
    indexes.set(node, index);
    return index.get(String(segment));
  };
  return (path) => {
    let step: Step = { key: undefined, value: contents };
    for (const segment of path) {
      const child = childOf(step.value, segment);
      if (!child) return { step, isWhole: false };
      step = child;
    }
    return { step, isWhole: true };
  };
}

/** The first of two equal keys counts, as it does in the value. */
function indexPairs(node: YAMLMap): Map<string, Step> {
  const index = new Map<string, Step>();
  for (const { key, value } of node.items as { key: Node; value: Node | null }[]) {
    if (isTextScalar(key) && !index.has(key.value)) index.set(key.value, { key, value: value ?? undefined });
  }
  return index;
}
