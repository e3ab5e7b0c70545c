import { z } from 'zod';
import { type FileKind, fileSchemas } from '../../schemas/json-schema.ts';
import { unwrap } from './shape.ts';

type Schema = z.core.$ZodType;
type Home = { kind: FileKind; path: string };

const mostTold = 2;

/** Where a key belongs that stands in a wrong place, as a next step; nothing where that is nowhere, or in many places. */
export function placesOfKey(key: string): string | undefined {
  homes ??= collectHomes();
  const found = homes.get(key) ?? [];
  if (found.length === 0 || found.length > mostTold) return undefined;
  return `\`${key}\` is a key of ${found.map(describeHome).join(' and of ')}.`;
}

// Asked only of files with a fault.
let homes: ReadonlyMap<string, Home[]> | undefined;

const nearest: FileKind[] = ['product', 'policy', 'vendors', 'steps', 'site'];

function collectHomes(): ReadonlyMap<string, Home[]> {
  const found = new Map<string, Home[]>();
  const add = (key: string, home: Home) => {
    const known = found.get(key) ?? [];
    if (known.every(({ path }) => path !== home.path)) found.set(key, [...known, home]);
  };
  for (const kind of nearest)
    for (const { key, path } of keysIn(fileSchemas[kind], ''))
      if (path === '' || (path.includes('<id>') && !/^sections\b/.test(path))) add(key, { kind, path });
  return found;
}

function keysIn(wanted: Schema, path: string): { key: string; path: string }[] {
  const schema = unwrap(wanted);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((one) => keysIn(one, path));
  if (schema instanceof z.ZodArray) return keysIn(schema.element, path);
  if (schema instanceof z.ZodRecord) return keysIn(schema.valueType, `${path}.<id>`);
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape).flatMap(([key, one]) => [
    { key, path },
    ...keysIn(one, path === '' ? key : `${path}.${key}`),
  ]);
}

function describeHome({ kind, path }: Home): string {
  const file = kind === 'policy' ? 'a policy' : `${kind}.yaml`;
  return path === '' ? file : `\`${path}\` in ${file}`;
}
