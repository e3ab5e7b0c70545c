import { isMap, isNode, isScalar, isSeq, type Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { isMap as isObject } from './shape.ts';
import { isTextScalar, rangeOf } from './yaml-node.ts';

/**
 * What a file without a fault says, and where each part of it is written: enough to tell of it again without reading its
 * YAML. Three numbers a part, keys before their values: how far it starts behind the part before, its length, how it is written.
 */
export type KeptFile = { value: unknown; places: readonly number[] };

const ways: readonly (string | undefined)[] = [
  'PLAIN',
  'QUOTE_DOUBLE',
  'QUOTE_SINGLE',
  'BLOCK_LITERAL',
  'BLOCK_FOLDED',
];

/** What is to be kept of a file; nothing where its nodes are not those of its value, one for one and in one order. */
export function keepFile(contents: Node | undefined, value: unknown): KeptFile | undefined {
  const places: number[] = [];
  let last = 0;
  const add = (node: Node) => {
    const [start, end] = rangeOf(node);
    places.push(start - last, end - start, ways.indexOf(isScalar(node) ? node.type : undefined));
    last = start;
  };
  // Numbers that are keys stand first in an object, wherever they are written.
  const addPair = (pair: Pair | undefined, name: string, own: unknown): boolean => {
    const { key, value: inner } = pair ?? {};
    if (!isScalar(key) || !isTextScalar(key) || key.value !== name) return false;
    add(key);
    return addNode(inner, own);
  };
  const addNode = (node: unknown, own: unknown): boolean => {
    if (!isNode(node)) return false;
    add(node);
    if (isScalar(node)) return node.value === own;
    const parts = isObject(own) || Array.isArray(own) ? Object.entries(own) : [];
    if (isMap(node) && !Array.isArray(own) && parts.length === node.items.length)
      return parts.every(([name, part], index) => addPair(node.items[index], name, part));
    if (isSeq(node) && Array.isArray(own) && parts.length === node.items.length)
      return parts.every(([, part], index) => addNode(node.items[index], part));
    return false;
  };
  return contents && addNode(contents, value) ? { value, places } : undefined;
}

/** The nodes of a file that was kept, as the package would have read them. */
export function nodesOf({ value, places }: KeptFile): Node {
  let next = 0;
  let last = 0;
  const placed = <T extends Node>(node: T): T => {
    const [ahead = 0, length = 0, way = -1] = places.slice(next, next + 3);
    next += 3;
    last += ahead;
    node.range = [last, last + length, last + length];
    const type = ways[way];
    return type ? Object.assign(node, { type }) : node;
  };
  const toNode = (own: unknown): Node => {
    if (Array.isArray(own)) {
      const list = placed(new YAMLSeq());
      for (const item of own) list.items.push(toNode(item));
      return list;
    }
    if (!isObject(own)) return placed(new Scalar(own));
    const map = placed(new YAMLMap());
    for (const [name, inner] of Object.entries(own)) {
      const key = placed(new Scalar(name));
      map.items.push(new Pair(key, toNode(inner)));
    }
    return map;
  };
  return toNode(value);
}
