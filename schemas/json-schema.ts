import { z } from 'zod';
import { policyFile } from './policy.ts';
import { productFile } from './product.ts';
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
      return [`${kind}.schema.json`, `${JSON.stringify(json, undefined, 2)}\n`];
    }),
  );
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
  if (expects && jsonSchema.pattern) jsonSchema.patternErrorMessage = `Expected ${expects}.`;
}
