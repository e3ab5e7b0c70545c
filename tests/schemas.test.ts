import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { type FileKind, fileSchemas, jsonSchemas, recordSchemas } from '../schemas/json-schema.ts';

const root = join(import.meta.dirname, '..');
const forEditors = Object.entries(jsonSchemas());
const generated = [...forEditors, ...Object.entries(recordSchemas())];
// A pattern repeats what a format says, and is what both sides check; ajv knows formats only through another package.
const ajv = new Ajv({ formats: { date: true, email: true } });
// What the YAML language server shows instead of a pattern.
ajv.addKeyword({ keyword: 'patternErrorMessage', schemaType: 'string' });

test('every schema file is committed, and no other', () => {
  const committed = readdirSync(join(root, 'schemas')).filter((name) => name.endsWith('.schema.json'));
  expect(committed.sort()).toEqual(generated.map(([name]) => name).sort());
});

test.each(generated)('%s is what the zod schemas say', (name, text) => {
  const committed = readFileSync(join(root, 'schemas', name), 'utf8');
  expect(committed === text, `schemas/${name} is out of date. Run "npm run generate" and commit it.`).toBe(
    true,
  );
});

test.each(forEditors)('%s says in words what each pattern asks for', (_, text) => {
  const bare: string[] = [];
  JSON.parse(text, (_key, value) => {
    if (value?.pattern && !value.patternErrorMessage) bare.push(value.pattern);
    return value;
  });
  // The lines of an address: the two other ways to write one are said.
  expect(bare.filter((pattern) => pattern !== '^[^\\n]+(\\n[^\\n]+)*\\n?$')).toEqual([]);
});

test.each(forEditors)('%s is valid JSON Schema, draft-07', (_, text) => {
  const schema = JSON.parse(text);
  expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#');
  expect(ajv.validateSchema(schema), ajv.errorsText()).toBe(true);
  expect(() => ajv.compile(schema)).not.toThrow();
});

test.each(forEditors)('%s describes itself and every property', (_, text) => {
  const schema = JSON.parse(text);
  expect(schema).toMatchObject({ title: expect.any(String), description: expect.stringMatching(/\.$/) });
  const properties = propertiesIn(schema);
  expect(properties.length).toBeGreaterThan(0);
  expect(properties.filter(({ description }) => !description?.trim()).map(({ path }) => path)).toEqual([]);
});

type Property = { path: string; description: string | undefined };

function propertiesIn(node: unknown, path = ''): Property[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => [
    ...(key === 'properties' ? describeAll(value, path) : []),
    ...propertiesIn(value, `${path}/${key}`),
  ]);
}

function describeAll(properties: Record<string, { description?: string }>, path: string): Property[] {
  return Object.entries(properties).map(([name, { description }]) => ({
    path: `${path}/${name}`,
    description,
  }));
}

type Document = { kind: FileKind; value: unknown };

const page = { kind: 'cookie-policy', title: 'Cookies', sections: [{ title: 'What we store' }] };
const policy = (more: object): Document => ({ kind: 'policy', value: { ...page, ...more } });
const cookie = (more: object) => policy({ cookies: { visit: { name: 'v', ...more } } });
const content = (...items: unknown[]) => policy({ sections: [{ title: 'Text', content: items }] });
const product = (more: object): Document => ({ kind: 'product', value: { name: 'Tidewick', ...more } });
const site = (more: object): Document => ({
  kind: 'site',
  value: { name: 'Policies', url: 'https://example.com/', languages: ['en'], ...more },
});

const valid: Record<string, Document> = {
  'the smallest site': site({}),
  'an address with capitals': site({ url: 'https://Example.COM/Legal/' }),
  'an address with a port': site({ url: 'https://example.com:8443/?a=b#c' }),
  'a colour in capitals': site({ theme: { accent: '#ABCDEF', accentDark: '#abc' } }),
  'the smallest product': product({}),
  'a vendor known to vendors.yaml': product({ vendors: { plume: {} } }),
  'a contact': product({
    contacts: { privacy: { label: 'Desk', phone: '+353 91 000 000', email: 'a@b.example' } },
  }),
  'declared regimes': product({ regimes: ['gdpr', 'eprivacy'] }),
  'an empty list of vendors': { kind: 'vendors', value: { vendors: {} } },
  'a vendor': { kind: 'vendors', value: { vendors: { plume: { name: 'Plume', country: 'DE' } } } },
  'shared steps': { kind: 'steps', value: { steps: { firefox: { label: 'Firefox', steps: ['Open it.'] } } } },
  'the smallest policy': policy({}),
  'a title of 300 characters in 600 UTF-16 units': policy({ title: '𝒜'.repeat(300) }),
  'a date in a leap year': policy({ updated: '2024-02-29' }),
  'no cookies': policy({ cookies: 'none' }),
  'a cookie': cookie({ expires: '13 months', secure: true, sameSite: 'lax', path: '/' }),
  'a cookie of the session': cookie({ expires: 'session' }),
  'a cookie name with a pattern': cookie({ name: '_ga_*' }),
  'rights as a list': policy({ rights: ['access', 'delete'] }),
  'rights as a map': policy({ rights: { access: 'Ask us.', object: { text: 'Object.', prominent: true } } }),
  'a signal': policy({ signals: { gpc: { honoured: true, since: '2026-03-02' } } }),
  'an age': policy({ children: { age: 16 } }),
  'Markdown and blocks': content('Text.', { cookies: 'all', columns: ['name'] }, { history: 5 }),
  'a callout with a title': content({ note: { title: 'Note', text: 'Text.' } }),
  'steps of both forms': content({ steps: ['firefox', { label: 'Safari', steps: ['Open it.'] }] }),
  'a section in a section': policy({ sections: [{ title: 'A', sections: [{ title: 'B' }] }] }),
};

const invalid: Record<string, Document> = {
  'a site without languages': { kind: 'site', value: { name: 'Policies', url: 'https://example.com/' } },
  'an address without https': site({ url: 'http://example.com/' }),
  'an address in shouting https': site({ url: 'HTTPS://example.com/' }),
  'an address with a user': site({ url: 'https://user@example.com/' }),
  'an empty list of languages': site({ languages: [] }),
  'a colour by name': site({ theme: { accent: 'red' } }),
  'a product without a name': { kind: 'product', value: {} },
  'a regime nobody knows': product({ regimes: ['lgpd'] }),
  'a domain with a scheme': product({ domains: ['https://tidewick.example'] }),
  'a country that does not exist': product({ controller: { name: 'Loom', country: 'UK' } }),
  'an e-mail address without a domain': product({
    contacts: { privacy: { label: 'Desk', email: 'privacy' } },
  }),
  'a vendor without a name': { kind: 'vendors', value: { vendors: { plume: {} } } },
  'a vendor under a bad id': { kind: 'vendors', value: { vendors: { Plume: { name: 'Plume' } } } },
  'instructions without steps': { kind: 'steps', value: { steps: { firefox: { label: 'F', steps: [] } } } },
  'a list instead of a map': { kind: 'policy', value: [] },
  'nothing at all': { kind: 'policy', value: null },
  'an unknown key': policy({ titel: 'Cookies' }),
  'an unknown kind': policy({ kind: 'cookies' }),
  'a policy without sections': { kind: 'policy', value: { kind: 'terms', title: 'Terms' } },
  'a title of two lines': policy({ title: 'Cookies\nand more' }),
  'a title that is a number': policy({ title: 13 }),
  'a lead without a value': policy({ lead: null }),
  'a date that does not exist': policy({ updated: '2026-02-30' }),
  'a date with a time': policy({ updated: '2026-03-01T00:00:00Z' }),
  'a change without a summary': policy({ change: { material: true } }),
  'material as a word': policy({ change: { summary: 'New.', material: 'yes' } }),
  'a consent nobody knows': policy({ categories: { ads: { label: 'Ads', consent: 'maybe' } } }),
  'a cookie without a name': policy({ cookies: { visit: {} } }),
  'a cookie named by a star alone': cookie({ name: '*' }),
  'a cookie under a bad id': policy({ cookies: { '4visits': { name: 'v' } } }),
  'a period in the singular': cookie({ expires: '13 month' }),
  'a period of nothing': cookie({ expires: '0 days' }),
  'a word instead of none': policy({ cookies: 'no' }),
  'none where nothing may be denied': policy({ retention: 'none' }),
  'a right nobody knows': policy({ rights: ['parade'] }),
  'half a year of age': policy({ children: { age: 12.5 } }),
  'too many years of age': policy({ children: { age: 99 } }),
  'a block nobody knows': content({ table: 'all' }),
  'two blocks in one': content({ note: 'One.', tip: 'Two.' }),
  'a block without a value': content({ note: null }),
  'a history of nothing': content({ history: 0 }),
  'a column nobody knows': content({ cookies: 'all', columns: ['price'] }),
  'empty content': content(),
  'a fourth level of sections': policy({
    sections: [
      { title: 'A', sections: [{ title: 'B', sections: [{ title: 'C', sections: [{ title: 'D' }] }] }] },
    ],
  }),
};

// JSON Schema cannot say these, so the editor is silent and only the check finds them.
const onlyZodRefuses: Record<string, Document> = {
  'a date before 1990': policy({ updated: '1989-12-31' }),
  'a date after 2199': policy({ updated: '2200-01-01' }),
  'a period with its units out of order': cookie({ expires: '6 months 1 year' }),
  'a period with a unit twice': cookie({ expires: '1 day 1 day' }),
  'a right nobody knows, in a map, without a label': policy({ rights: { parade: 'March.' } }),
  'a port that does not exist': site({ url: 'https://example.com:99999/' }),
};

const validators = Object.fromEntries(
  forEditors.map(([name, text]) => [name, ajv.compile(JSON.parse(text))]),
);

function verdicts({ kind, value }: Document): { zod: boolean; jsonSchema: boolean } {
  const schema: z.ZodType = fileSchemas[kind];
  return {
    zod: schema.safeParse(value).success,
    jsonSchema: validators[`${kind}.schema.json`]?.(value) === true,
  };
}

test.each(Object.entries(valid))('the check and the editor accept %s', (_, document) => {
  expect(verdicts(document)).toEqual({ zod: true, jsonSchema: true });
});

test.each(Object.entries(invalid))('the check and the editor refuse %s', (_, document) => {
  expect(verdicts(document)).toEqual({ zod: false, jsonSchema: false });
});

test.each(Object.entries(onlyZodRefuses))('only the check refuses %s', (_, document) => {
  expect(verdicts(document)).toEqual({ zod: false, jsonSchema: true });
});
