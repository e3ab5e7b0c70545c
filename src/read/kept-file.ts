import { isMap, isNode, isScalar, isSeq, type Node, type Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { oncePer } from '../memory.ts';
import type { Locator } from './places.ts';
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

/** Finds the nodes of a file that was kept, as the package would have read them; none are made but those on the way. */
export function makeKeptLocator({ value, places }: KeptFile): Locator {
  const starts = startsOf(places);
  const offsetsIn = makeOffsets();
  const nodes = new Map<number, Node>();
  const nodeAt = (part: number, own: unknown): Node => {
    const known = nodes.get(part);
    if (known) return known;
    const [start = 0, length = 0, way = -1] = [starts[part], places[part * 3 + 1], places[part * 3 + 2]];
    const type = ways[way];
    const node = Object.assign(emptyNode(own), {
      range: [start, start + length, start + length],
      ...(type && { type }),
    });
    nodes.set(part, node);
    return node;
  };
  return (path) => {
    let here: Part = { part: 0, own: value };
    let key: Part | undefined;
    const stepTo = () => ({ key: key && nodeAt(key.part, key.own), value: nodeAt(here.part, here.own) });
    for (const segment of path) {
      const child = childOf(here, segment, offsetsIn);
      if (!child) return { step: stepTo(), isWhole: false };
      [key, here] = [child.key, child.value];
    }
    return { step: stepTo(), isWhole: true };
  };
}

/** A key or value of a file, and how many stand before it. */
type Part = { part: number; own: unknown };

function childOf(
  { part, own }: Part,
  segment: string | number,
  offsetsIn: (own: object) => ReadonlyMap<string, number>,
): { key?: Part; value: Part } | undefined {
  if (!isObject(own) && !Array.isArray(own)) return undefined;
  const name = String(segment);
  const offset = offsetsIn(own).get(name);
  if (offset === undefined) return undefined;
  const place = part + offset;
  if (Array.isArray(own)) return { value: { part: place, own: own[Number(name)] } };
  return { key: { part: place, own: name }, value: { part: place + 1, own: own[name] } };
}

// How far behind a list or a map each of its items or keys stands: counted once, since a file may be one of very many.
function makeOffsets(): (own: object) => ReadonlyMap<string, number> {
  const sizeOf = makeSizes();
  return oncePer((own) => {
    let next = 1;
    const offsets = new Map<string, number>();
    for (const [name, inner] of Object.entries(own)) {
      offsets.set(name, next);
      next += sizeOf(inner) + (Array.isArray(own) ? 0 : 1);
    }
    return offsets;
  });
}

// How many keys and values a value is made of.
function makeSizes(): (own: unknown) => number {
  const sizes = new Map<unknown, number>();
  const sizeOf = (own: unknown): number => {
    if (typeof own !== 'object' || own === null) return 1;
    const known = sizes.get(own);
    if (known !== undefined) return known;
    const inner = Object.values(own).reduce<number>((sum, one) => sum + sizeOf(one), 0);
    const size = 1 + inner + (Array.isArray(own) ? 0 : Object.keys(own).length);
    sizes.set(own, size);
    return size;
  };
  return sizeOf;
}

function startsOf(places: readonly number[]): number[] {
  const starts: number[] = [];
  let last = 0;
  for (let at = 0; at < places.length; at += 3) {
    last += places[at] ?? 0;
    starts.push(last);
  }
  return starts;
}

function emptyNode(own: unknown): Node {
  if (Array.isArray(own)) return new YAMLSeq();
  return isObject(own) ? new YAMLMap() : new Scalar(own);
}
