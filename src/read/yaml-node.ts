import { isScalar, type Node, type Scalar } from 'yaml';

/** Where a node starts and ends, as the package counts. */
export type Range = readonly [start: number, end: number];

/** The range of a node that was read from a text. */
export function rangeOf(node: Node): Range {
  const [start, end] = node.range ?? [0, 0];
  return [start, end];
}

/** Whether a node is a text, in quotes or not. */
export function isTextScalar(node: Node | undefined): node is Scalar<string> {
  return isScalar(node) && typeof node.value === 'string';
}
