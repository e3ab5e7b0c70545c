import { z } from 'zod';
import { decide, isMap, schemaAt, unwrap } from '../read/shape.ts';

/** What stands in a file with faults, and the schema it should have followed. */
type Faulty = { schema: z.core.$ZodType; raw?: unknown };

/**
 * Whether a file with faults may have meant to hold a fact at a path where none was found: what stands on the way to it
 * is something else than a map, or has an unknown key in the place of the one that is missing. The fault is told where
 * it stands, not again at each place that names the fact.
 */
export function mayHold({ schema, raw }: Faulty, path: readonly string[]): boolean {
  if (raw === undefined) return false;
  let here: unknown = raw;
  for (const [index, key] of path.entries()) {
    const around = schemaAt(schema, raw, path.slice(0, index));
    if (!isMap(here)) return wantsMap(around) && !z.safeParse(around, here).success;
    if (!Object.hasOwn(here, key)) return mayMean(around && decide(around, here), key, here);
    here = here[key];
  }
  return true;
}

function wantsMap(schema: z.core.$ZodType | undefined): schema is z.core.$ZodType {
  if (schema instanceof z.ZodUnion) return schema.options.some((option) => wantsMap(unwrap(option)));
  return schema instanceof z.ZodObject || schema instanceof z.ZodRecord;
}

// A key that was misspelt stands beside the one it should be; so does an id that is written like none.
function mayMean(
  schema: z.core.$ZodType | undefined,
  key: string,
  written: Record<string, unknown>,
): boolean {
  const keys = Object.keys(written);
  if (schema instanceof z.ZodObject)
    return Object.hasOwn(schema.shape, key) && keys.some((own) => !Object.hasOwn(schema.shape, own));
  return schema instanceof z.ZodRecord && keys.some((own) => !z.safeParse(schema.keyType, own).success);
}
