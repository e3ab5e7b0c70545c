import fc from 'fast-check';
import { z } from 'zod';
import { disclosureSchemas } from '../schemas/disclosures/all.ts';
import { references, usualKeys } from '../schemas/values.ts';

// Facts as the schemas allow them, made from the schemas: what is added to these occurs in them.

/** The ids in each inventory, so that what names an entry of another names one. */
const ids = ['one', 'two'];

/** Texts as people write them, each with a word that no other has; a schema takes those that it allows. */
const texts = [
  (word: string) => `We say ${word}.`,
  (word: string) => word,
  (word: string) => word.toLowerCase(),
  (word: string) => `${word.toLowerCase()}.example`,
  (word: string) => `/${word}`,
  (word: string) => `https://example.com/${word}`,
  (word: string) => `until ${word} ends`,
  () => '2026-01-31',
  () => '2027-02-28',
  () => '30 days',
  () => '2 years',
  () => 'about 25 days',
  () => '30 to 90 days',
];

/** What nothing else is written as. */
const ways = [(word: string) => `${word.toLowerCase()}@example.com`, () => '+353 1 555 0100'];

type Definition = {
  innerType: z.core.$ZodType;
  in: z.core.$ZodType;
  element: z.core.$ZodType;
  options: z.core.$ZodType[];
  shape: Record<string, z.core.$ZodType>;
  keyType: z.core.$ZodType;
  valueType: z.core.$ZodType;
  values: Json[];
  entries: Record<string, Json>;
  checks?: unknown[];
};

type Maker = (definition: Definition, schema: z.core.$ZodType, isWhole: boolean) => fc.Arbitrary<Json>;

const makers: Record<string, Maker> = {
  optional: ({ innerType }, _, isWhole) => valuesOf(innerType, isWhole),
  pipe: (definition, _, isWhole) => valuesOf(definition.in, isWhole),
  // `none` is one of many values, and says nothing of the fields.
  union: ({ options }, _, isWhole) =>
    fc.oneof(
      ...(isWhole ? withFields(options) : options).map((one) => ({
        arbitrary: valuesOf(one, isWhole),
        weight: isWord(one) ? 1 : 4,
      })),
    ),
  array: ({ element }, _, isWhole) =>
    fc.uniqueArray(valuesOf(element, isWhole), { minLength: 1, maxLength: 2, selector: JSON.stringify }),
  literal: ({ values }) => fc.constantFrom(...values),
  enum: ({ entries }) => fc.constantFrom(...Object.values(entries)),
  // What is not so is sometimes not told.
  boolean: (_, __, isWhole) => (isWhole ? fc.constant(true) : fc.boolean()),
  number: () => fc.integer({ min: 13, max: 18 }),
  string: (_, schema) => textsOf(schema),
  record: ({ keyType, valueType }, schema, isWhole) =>
    entriesOf(keysOf(schema, keyType), valuesOf(valueType, isWhole)),
  object: ({ shape, checks }, schema, isWhole) => {
    const fields = fieldsOf(shape, isWhole ? Object.keys(shape) : [], isWhole);
    return checks ? fields.filter((value) => z.safeParse(schema, value).success) : fields;
  },
};

/** What JSON can hold, but for nothing. */
export type Json = string | number | boolean | Json[] | { [key: string]: Json };

/** Values that a schema allows; `isWhole` has every field of each thing stated. */
export function valuesOf(schema: z.core.$ZodType, isWhole = false): fc.Arbitrary<Json> {
  const named = references.get(schema as z.ZodType);
  if (named) return fc.constantFrom(...ids, ...named.or);
  const { def } = schema._zod;
  const make = makers[def.type];
  if (!make) throw new Error(`No values of a schema of the type ${def.type}.`);
  // What a definition holds goes by its type.
  return make(def as unknown as Definition, schema, isWhole);
}

// Of what can be said in several ways, that which has fields.
function withFields(options: readonly z.core.$ZodType[]): readonly z.core.$ZodType[] {
  const some = options.filter((one) => ['object', 'record'].includes(one._zod.def.type));
  return some.length > 0 ? some : options;
}

/**
 * The fields of a schema, by their paths in what it allows, with `*` for an id or a place in a list. Words in the place of a
 * value are no field.
 */
export function fieldPaths(schema: z.core.$ZodType): string[] {
  const { type, ...definition } = schema._zod.def as unknown as Definition & { type: string };
  const below = (key: string, inner: z.core.$ZodType) =>
    fieldPaths(inner).map((path) => `${key}${path && '.'}${path}`);
  switch (type) {
    case 'optional':
      return fieldPaths(definition.innerType);
    case 'union':
      return [...new Set(definition.options.flatMap(fieldPaths))];
    case 'array':
      return ['', ...below('*', definition.element)];
    case 'record':
      return ['', ...below('*', definition.valueType)];
    case 'object':
      return [
        '',
        ...Object.entries(definition.shape).flatMap(([key, inner]) =>
          key === 'words' ? [] : below(key, inner),
        ),
      ];
    default:
      return [''];
  }
}

function textsOf(schema: z.core.$ZodType): fc.Arbitrary<string> {
  const allows = (text: (word: string) => string) => z.safeParse(schema, text('Word1x')).success;
  const usual = texts.filter(allows);
  const allowed = usual.length > 0 ? usual : ways.filter(allows);
  if (allowed.length === 0) throw new Error('No text that the schema allows.');
  return fc
    .tuple(fc.constantFrom(...allowed), fc.nat({ max: 9_999_999 }))
    .map(([text, number]) => text(`Word${number}x`));
}

function keysOf(schema: z.core.$ZodType, keys: z.core.$ZodType): readonly string[] {
  const usual = usualKeys.get(schema as z.ZodType)?.keys;
  if (usual) return usual.slice(0, 2);
  return z.safeParse(keys, 'East and West').success ? ['East', 'West'] : ids;
}

function entriesOf(keys: readonly string[], value: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  return fc
    .tuple(...keys.map(() => value))
    .map((values) => Object.fromEntries(keys.map((key, at) => [key, values[at] ?? ''])));
}

function fieldsOf(
  shape: Record<string, z.core.$ZodType>,
  always: readonly string[] = [],
  isWhole = false,
): fc.Arbitrary<Record<string, Json>> {
  const required = Object.keys(shape).filter(
    (key) => always.includes(key) || shape[key]?._zod.def.type !== 'optional',
  );
  const values = Object.fromEntries(
    Object.entries(shape).map(([key, field]) => [key, valuesOf(field, isWhole)]),
  );
  return fc.record(values, { requiredKeys: required });
}

const isWord = (schema: z.core.$ZodType) => schema._zod.def.type === 'literal';

const fields = Object.fromEntries(
  Object.entries(disclosureSchemas).map(([name, { field }]) => [name, field]),
);
// Others name their entries.
const named = ['categories', 'audiences', 'data'];

/** Facts of a policy: any of what it can disclose, with any of the fields. */
export const randomFacts = fieldsOf(fields, named).filter((facts) =>
  named.every((name) => facts[name] !== 'none'),
);

/** A file of a product whose contacts and companies such facts name. */
export const productOfFacts = JSON.stringify({
  name: 'Shop',
  contacts: Object.fromEntries(ids.map((id) => [id, { label: `Desk ${id}` }])),
  vendors: Object.fromEntries(ids.map((id) => [id, { name: `Company ${id}` }])),
});

/** A policy that shows such facts in its blocks. */
export function policyOfFacts(
  facts: Record<string, unknown>,
  content: readonly object[] = Object.keys(facts).map((name) => ({ [name]: 'all' })),
): string {
  return JSON.stringify({
    kind: 'privacy-policy',
    title: 'Privacy',
    ...facts,
    sections: [{ title: 'All', content: [...content, 'The end.'] }],
  });
}
