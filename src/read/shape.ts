import { z } from 'zod';
import { type ValueKind, valueKinds } from '../../schemas/values.ts';
import { oncePer } from '../memory.ts';

// Zod tells what a schema holds; this file walks it beside a value, so that a path in a file leads to the schema
// that speaks about it.

type Schema = z.core.$ZodType;

/** The schema without `optional`, and what is written where it reads that as something else. */
export function unwrap(schema: Schema): Schema {
  const def = definition(schema);
  if (def.type === 'pipe') return unwrap(def.in);
  return def.type === 'optional' ? unwrap(def.innerType) : schema;
}

// Zod asks libraries for this cast: every schema that exists is one of $ZodTypes. Asked for each value of each file,
// this tells them apart faster than `instanceof`.
function definition(schema: Schema): z.core.$ZodTypes['_zod']['def'] {
  return (schema as z.core.$ZodTypes)._zod.def;
}

/** The option of a union that a value was most likely meant to be, or `undefined` if it resembles none of them. */
export function pickOption(union: z.ZodUnion, value: unknown): { schema: Schema; index: number } | undefined {
  let best: Option | undefined;
  let most = 0;
  for (const option of typeof value === 'string' ? textOptionsOf(union) : optionsOf(union)) {
    const score = likeness(option.schema, value);
    if (score > most) [best, most] = [option, score];
  }
  const index = best?.index ?? onlyMap(union, value);
  const schema = union.options[index];
  return schema ? { schema, index } : undefined;
}

type Option = { schema: Schema; index: number };

// Asked for each value of each file.
const optionsOf = oncePer(({ options }: Pick<z.core.$ZodUnionDef, 'options'>) =>
  options.map((option, index) => ({ schema: unwrap(option), index })),
);

// What a text resembles: nothing that holds others, of which an item of a section can be two dozen.
const textOptionsOf = oncePer((union: Pick<z.core.$ZodUnionDef, 'options'>) =>
  optionsOf(union).filter(({ schema }) => !/^(?:object|record|array)$/.test(definition(schema).type)),
);

// A map whose keys are all wrong was meant to be the one that can stand there.
function onlyMap(union: z.ZodUnion, value: unknown): number {
  if (!isMap(value) || Object.keys(value).length === 0) return -1;
  const maps = union.options.filter((option) => definition(unwrap(option)).type === 'object');
  return maps.length === 1 ? union.options.indexOf(maps[0] as (typeof maps)[number]) : -1;
}

function likeness(schema: Schema, value: unknown): number {
  const def = definition(schema);
  switch (def.type) {
    case 'union':
      return optionsOf(def).reduce((most, option) => Math.max(most, likeness(option.schema, value)), 0);
    case 'literal':
    case 'enum':
      // A set can be asked for anything, whatever the type of what it holds.
      return schema._zod.values?.has(value as string) ? 3 : typeof value === 'string' ? 0.5 : 0;
    case 'array':
      return Array.isArray(value) ? 1 : 0;
    case 'record':
      return isMap(value) ? 1 : 0;
    case 'object':
      return isMap(value) ? keysIn(def.shape, value) : 0;
    case 'boolean':
    case 'number':
      return typeof value === def.type ? 1 : 0;
    default:
      return typeof value === 'string' ? 1 : 0;
  }
}

// Asked of each kind of block for each item of a section.
function keysIn(shape: object, value: object): number {
  let count = 0;
  for (const key in value) if (Object.hasOwn(shape, key)) count += 1;
  return count;
}

/** Whether a value is a YAML map. */
export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The schema with its unions decided by the value. */
export function decide(schema: Schema, value: unknown): Schema | undefined {
  const inner = unwrap(schema);
  if (!(inner instanceof z.ZodUnion)) return inner;
  const option = pickOption(inner, value);
  return option && decide(option.schema, value);
}

// The schema of one entry of a map or list, or `undefined` where the schema does not know the key.
function childSchema(schema: Schema | undefined, key: string | number): Schema | undefined {
  const def = schema && definition(schema);
  if (def?.type === 'object') return Object.hasOwn(def.shape, key) ? def.shape[key] : undefined;
  if (def?.type === 'record') return def.valueType;
  if (def?.type === 'array') return def.element;
  return undefined;
}

const { propertyIsEnumerable: isEnumerable } = Object.prototype;

/** The value at a path, or `undefined`. */
export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let current = value;
  for (const key of path) {
    // The length of a list is its own, but nothing that a file says.
    if (typeof current !== 'object' || current === null || !isEnumerable.call(current, key)) return undefined;
    current = Reflect.get(current, key);
  }
  return current;
}

/** The schema at a path of a value, with unions decided on the way but not at the end. */
export function schemaAt(schema: Schema, value: unknown, path: readonly PropertyKey[]): Schema | undefined {
  let current: Schema | undefined = schema;
  let here = value;
  for (const key of path) {
    if (!current || typeof key === 'symbol') return undefined;
    current = childSchema(decide(current, here), key);
    here = valueAt(here, [key]);
  }
  return current && unwrap(current);
}

/**
 * What a value with faults does say: the parts that are valid, the ids, and texts where texts belong.
 * A wrong language or address is left out, since pages are made by it.
 */
export function salvage(schema: Schema, value: unknown): unknown {
  const decided = decide(schema, value);
  if (!decided) return undefined;
  if (isMap(value) && readsAsText(schema)) return z.safeParse(schema, value).data;
  const isMapSchema = decided instanceof z.ZodObject || decided instanceof z.ZodRecord;
  if (isMap(value)) return isMapSchema ? salvageMap(decided, value) : undefined;
  if (Array.isArray(value) && decided instanceof z.ZodArray)
    return value.flatMap((item) => salvage(decided.element, item) ?? []);
  const kind = kindOf(decided);
  const isText = typeof value === 'string' && kind !== undefined && kind !== 'language' && kind !== 'url';
  return isText || z.safeParse(decided, value).success ? value : undefined;
}

/** Whether a value is one that a schema describes. */
export function accepts(schema: Schema, value: unknown): boolean {
  return z.safeParse(schema, value).success;
}

/** What kind of value a schema describes, where it is one that readers see. */
export const kindOf: (schema: Schema) => ValueKind | undefined = oncePer(
  // The registry was filled with schemas of zod itself.
  (schema: Schema) => valueKinds.get(schema as z.ZodType)?.kind,
);

// A value with several spellings is a text, whichever of them is written.
function readsAsText(schema: Schema): boolean {
  return valueKinds.has(unwrap(schema) as z.ZodType);
}

function salvageMap(schema: Schema, value: Record<string, unknown>): Record<string, unknown> {
  const isById = schema instanceof z.ZodRecord;
  const kept = Object.entries(value).flatMap(([key, item]) => {
    const child = childSchema(schema, key);
    const found = child && salvage(child, item);
    if (found === undefined && !(isById && child instanceof z.ZodObject)) return [];
    return [[key, found ?? {}] as const];
  });
  return Object.fromEntries(kept);
}

/** A text, number or boolean of a file, with the path to it and the schema that describes it. */
export type Leaf = { path: (string | number)[]; value: string | number | boolean; schema: Schema };

/**
 * Copies a valid value, giving every leaf to `change` and taking what it returns.
 * The copy has the shape of the value; keys keep their order.
 */
export function mapLeaves<T>(schema: Schema, value: T, change: (leaf: Leaf) => Leaf['value']): T {
  const leaves: Leaf[] = [];
  if (typeof value === 'object' && value !== null) walked.set(value, { schema, leaves });
  // The copy differs from the value in leaves of the same type only.
  return mapNode(schema, value, { path: [], leaves, change }) as T;
}

// What was copied is read again by others: a policy is filled, then its texts are listed.
const walked = new WeakMap<object, { schema: Schema; leaves: readonly Leaf[] }>();

/** Every leaf of a valid value, in order. */
export function leavesOf(schema: Schema, value: object): readonly Leaf[] {
  const known = walked.get(value);
  if (known?.schema === schema) return known.leaves;
  const leaves: Leaf[] = [];
  mapNode(schema, value, { path: [], leaves, change: (leaf) => leaf.value });
  return leaves;
}

/** The schema of the leaf at a path, as `mapLeaves` gives it with that leaf; nothing where it gives none. */
export function schemaOfLeaf(schema: Schema, value: unknown, path: Leaf['path']): Schema | undefined {
  let decided = decide(schema, value);
  let here = value;
  for (const key of path) {
    if (!decided) return undefined;
    const child = childSchema(decided, key) ?? (Array.isArray(here) ? decided : undefined);
    here = valueAt(here, [key]);
    decided = child && decide(child, here);
  }
  return decided;
}

/** `path` is that of the value that is being looked at: one list, which each leaf has a copy of. */
type Walk = { path: Leaf['path']; leaves: Leaf[]; change(leaf: Leaf): Leaf['value'] };

function mapNode(schema: Schema, value: unknown, walk: Walk): unknown {
  const decided = decide(schema, value);
  if (decided === undefined || value === undefined) return value;
  if (Array.isArray(value)) {
    return value.map((item, index) => mapChild(childSchema(decided, index) ?? decided, item, index, walk));
  }
  if (isMap(value)) {
    const entries = Object.entries(value).map(([key, item]) => {
      const child = childSchema(decided, key);
      return [key, child ? mapChild(child, item, key, walk) : item];
    });
    return Object.fromEntries(entries);
  }
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return value;
  const leaf = { path: [...walk.path], value, schema: decided };
  walk.leaves.push(leaf);
  return walk.change(leaf);
}

function mapChild(schema: Schema, value: unknown, key: string | number, walk: Walk): unknown {
  walk.path.push(key);
  const mapped = mapNode(schema, value, walk);
  walk.path.pop();
  return mapped;
}
