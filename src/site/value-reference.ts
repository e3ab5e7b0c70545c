import type { z } from 'zod';
import { fileSchemas } from '../../schemas/json-schema.ts';
import { type ValueKind, valueKinds } from '../../schemas/values.ts';
import { exampleFiles } from '../beginnings/examples.ts';
import { parseYaml } from '../read/parse.ts';
import { fillQuotations, type Scope } from '../resolve/quotation.ts';
import { readerOf, showValue } from '../text/show.ts';

/** One way a value is written: what is expected, examples with what readers see, and the keys that hold it. */
type ValueReference = {
  expects: string;
  examples: { written: string; shown: string }[];
  keys: string[];
};

type Schema = z.core.$ZodType;
type Known = { kind: ValueKind; expects: string; schema: z.ZodType; keys: string[] };

const reader = readerOf('en-GB');

/**
 * Lists every way a value is written, from the schemas that check it, in the order the files have them. Examples are those
 * that the sentence of a kind names, and only where its schema takes them.
 */
export function valueReference(): ValueReference[] {
  const known = new Map<string, Known>();
  for (const schema of Object.values(fileSchemas)) collect(known, schema, []);
  return [...known.values()].map(({ kind, expects, schema, keys }) => ({
    expects,
    examples: examplesIn(expects)
      .map((written) => ({ written, value: withoutQuotes(written) }))
      .filter(({ value }) => schema.safeParse(value).success)
      .map(({ written, value }) => ({ written, shown: showValue(value, kind, reader) })),
    // Of text and ids there are too many to name.
    keys: keys.length > 12 ? [] : keys,
  }));
}

function collect(known: Map<string, Known>, schema: Schema, path: readonly string[]): void {
  const value = valueKinds.get(schema as z.ZodType);
  if (value) {
    const own = known.get(value.expects) ?? { ...value, schema: schema as z.ZodType, keys: [] };
    const key = path.at(-1) ?? '';
    if (!own.keys.includes(key)) own.keys.push(key);
    known.set(value.expects, own);
    return;
  }
  // Zod asks libraries for this cast: every schema that exists is one of $ZodTypes.
  const def = (schema as z.core.$ZodTypes)._zod.def;
  if (def.type === 'optional') collect(known, def.innerType, path);
  if (def.type === 'union') for (const option of def.options) collect(known, option, path);
  if (def.type === 'array') collect(known, def.element, path);
  if (def.type === 'record') collect(known, def.valueType, path);
  if (def.type === 'object')
    for (const [key, field] of Object.entries(def.shape)) collect(known, field, [...path, key]);
}

// "a period like 30 days, 13 months or 1 year 6 months"
function examplesIn(expects: string): string[] {
  const [, list = ''] = /\blike ([^;(]*)/.exec(expects) ?? [];
  return list.split(/,? or |, /).map((example) => example.trim());
}

function withoutQuotes(written: string): string {
  return written.replace(/^"(.*)"$/, '$1');
}

/** A quotation, and what readers see in its place. */
type QuotationExample = { written: string; shown: string };

const quotedPaths = [
  'name',
  'controller.name',
  'contacts.privacy.email',
  'vendors.hosting.name',
  'updated',
  'notice.period',
  'categories.statistics.label',
  'cookies.visits.expires',
  'consent.keptFor',
];

/** Quotations in the cookie policy of the examples, filled as they are on its page. */
export function quotationExamples(): QuotationExample[] {
  const scopes = (['policy', 'product', 'site'] as const).map((kind): Scope => {
    const name = { policy: 'cookie-policy.yaml', product: 'product.yaml', site: 'site.yaml' }[kind];
    const { text = '' } = exampleFiles().find((file) => file.name.endsWith(name)) ?? {};
    return { value: parseYaml(name, new TextEncoder().encode(text)).value, schema: fileSchemas[kind] };
  });
  return quotedPaths.flatMap((path) => {
    const written = `{{ ${path} }}`;
    const { text, faults } = fillQuotations(written, 'plain', scopes, reader);
    return faults.length > 0 ? [] : [{ written, shown: text }];
  });
}
