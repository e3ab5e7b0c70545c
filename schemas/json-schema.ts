import { z } from 'zod';
import { policyFile } from './policy.ts';
import { productFile } from './product.ts';
import { record1 } from './record-1.ts';
import { entries2, head2 } from './record-2.ts';
import { siteFile } from './site.ts';
import { stepsFile } from './steps.ts';
import { valueKinds } from './values.ts';
import { vendorsFile } from './vendor.ts';

/** The schema of each sort of file in `policies/`. */
export const fileSchemas = {
  site: siteFile,
  vendors: vendorsFile,
  steps: stepsFile,
  product: productFile,
  policy: policyFile,
};

export type FileKind = keyof typeof fileSchemas;
export type FileValue<K extends FileKind> = z.output<(typeof fileSchemas)[K]>;

/** The JSON Schemas editors read, by file name: draft-07, since that is what YAML editors understand whole. */
export function jsonSchemas(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fileSchemas).map(([kind, schema]) => {
      const json = z.toJSONSchema(schema, { io: 'input', target: 'draft-7', override: explainPattern });
      return [`${kind}.schema.json`, write(json)];
    }),
  );
}

function write(json: object): string {
  return `${JSON.stringify(json, undefined, 2)}\n`;
}

/** What writes the JSON Schemas that programs read, by file name: draft 2020-12. */
export const recordWriters: Readonly<Record<string, () => string>> = {
  'record-1.schema.json': () => recordSchema(record1, 'urn:policybook:record:1'),
  ...Object.fromEntries(
    Object.entries({ ...entries2, head: head2 }).map(([name, schema]) => [
      `${name}-2.schema.json`,
      () => recordSchema(schema, `urn:policybook:${name}:2`),
    ]),
  ),
};

/** The JSON Schemas that programs read, by file name. */
export function recordSchemas(): Record<string, string> {
  return Object.fromEntries(Object.entries(recordWriters).map(([name, write]) => [name, write()]));
}

function recordSchema(record: z.ZodType, $id: string): string {
  const json = z.toJSONSchema(record, { io: 'input', target: 'draft-2020-12' });
  const { $schema, title, description, ...rest } = json;
  return write({ $schema, $id, title, description, ...rest });
}

// Editors show this instead of the regular expression.
function explainPattern({
  zodSchema,
  jsonSchema,
}: {
  zodSchema: z.core.$ZodTypes;
  jsonSchema: z.core.JSONSchema.BaseSchema;
}) {
  const expects = valueKinds.get(zodSchema)?.expects;
  if (!expects) return;
  // A text of two patterns has each in a part of its own.
  for (const part of [jsonSchema, ...(jsonSchema.allOf ?? [])])
    if (part.pattern) part.patternErrorMessage = `Expected ${expects}.`;
}
