import { expect, test } from 'vitest';
import { blocks } from '../schemas/block.ts';
import { fileSchemas } from '../schemas/json-schema.ts';
import { policyFile } from '../schemas/policy.ts';
import { productFile } from '../schemas/product.ts';
import { blockReference, type FieldReference, fieldReference } from '../src/site/reference.ts';

const policy = fieldReference(policyFile);
const everyField = [
  ...Object.values(fileSchemas).flatMap((schema) => fieldReference(schema)),
  ...blockReference().flatMap(({ options }) => options),
];

function rowsOf(reference: FieldReference[], ...paths: string[]): FieldReference[] {
  return reference.filter(({ path }) => paths.includes(path));
}

test('says type, obligation and meaning of a field', () => {
  const rows = rowsOf(policy, 'title', 'updated', 'cookies', 'cookies.<id>.name', 'cookies.<id>.expires');
  expect(rows).toEqual([
    { path: 'title', type: 'text', required: true, description: 'The title at the top of the page.' },
    {
      path: 'updated',
      type: 'date',
      required: false,
      description:
        'The date of this text; it identifies the version. Left out, the page says that no date is stated, where the text holds none either.',
    },
    {
      path: 'cookies',
      type: 'none, or map by id',
      required: false,
      description: 'Cookies and similar technologies; none where you set none.',
    },
    {
      path: 'cookies.<id>.name',
      type: 'text',
      required: true,
      description:
        'The name as it stands in the browser, or a pattern with * ("_ga_*", "_ga_[random number]"). ' +
        'A pixel, an SDK or an identifier is called as its maker calls it.',
    },
    {
      path: 'cookies.<id>.expires',
      type: 'period',
      required: false,
      description:
        'How long it stays: session, until deleted, until sign-out, a period, or about, at most or until something; a map gives each region its own, `{words: …}` says it in your words.',
    },
  ]);
});

test.each([
  ['lead', 'Markdown text'],
  ['language', 'language tag'],
  ['change', 'map'],
  ['change.material', 'true or false'],
  ['notice.channels', 'list, any of: email, in-product, website, banner, post'],
  ['categories.<id>.consent', 'one of: exempt, required, opt-out'],
  ['categories.<id>.examples', 'list of Markdown texts'],
  ['cookies.<id>.provider', 'id, or a list of several'],
  ['purposes.<id>.data', 'list of ids'],
  ['transfers.<id>.country', 'country code, or a list of several'],
  ['security.measures', 'map by id, of Markdown texts'],
  ['children.age', 'whole number from 1 to 21, or a map from regions'],
  ['ai', 'none, or map'],
  ['sections', 'list of maps'],
  ['sections[].content', 'list of Markdown texts and blocks'],
  ['sections[].sections[].title', 'text'],
])('%s is a %s', (path, type) => {
  expect(rowsOf(policy, path).map((row) => row.type)).toEqual([type]);
});

test('names both forms of a field that takes a list or a map', () => {
  expect(rowsOf(policy, 'rights')[0]?.type).toMatch(/^list, any of: access, .*, or map by id$/);
});

test('keeps the description of a field that became optional', () => {
  expect(rowsOf(fieldReference(productFile), 'vendors.<id>.name')).toEqual([
    {
      path: 'vendors.<id>.name',
      type: 'text',
      required: false,
      description: 'The company or service, as readers know it.',
    },
  ]);
});

test('lists every key of a policy, in the order of the schema', () => {
  const topLevel = policy.map(({ path }) => path).filter((path) => /^\w+$/.test(path));
  expect(topLevel).toEqual(Object.keys(policyFile.shape));
});

test('lists the fields of a map right after the map', () => {
  const paths = policy.map(({ path }) => path);
  expect(paths.slice(paths.indexOf('change')).slice(0, 6)).toEqual([
    'change',
    'change.summary',
    'change.material',
    'change.because',
    'change.reconsent',
    'change.notified',
  ]);
});

test('does not spell out blocks inside sections', () => {
  expect(policy.filter(({ path }) => path.includes('content[]'))).toEqual([]);
});

test('lists no field twice', () => {
  const paths = policy.map(({ path }) => path);
  expect(paths).toEqual([...new Set(paths)]);
});

test('leaves no field without a type in words and a description', () => {
  expect(everyField.filter(({ type, description }) => !type || !description)).toEqual([]);
});

test('lists every block with its description and keys', () => {
  const reference = blockReference();
  expect(reference.map(({ name }) => name)).toEqual(Object.keys(blocks));
  expect(reference.filter(({ description }) => !description)).toEqual([]);
  expect(reference.find(({ name }) => name === 'history')).toEqual({
    name: 'history',
    description: 'The last versions with their summaries; how many at most.',
    options: [
      {
        path: 'history',
        type: 'whole number from 1 to 100',
        required: true,
        description: 'The last versions with their summaries; how many at most.',
      },
    ],
  });
});

test('says which forms a block takes', () => {
  const types = blockReference()
    .filter(({ name }) => ['note', 'cookies', 'steps', 'signals'].includes(name))
    .map(({ options }) => options.map(({ path, type }) => `${path}: ${type}`));
  expect(types).toMatchInlineSnapshot(`
    [
      [
        "note: Markdown text, or map",
        "note.title: text",
        "note.text: Markdown text",
      ],
      [
        "cookies: id, or list of ids, or map",
        "cookies.category: id",
        "cookies.provider: id",
        "cookies.party: one of: first, third",
        "cookies.type: one of: cookie, local-storage, session-storage, indexed-db, pixel, beacon, sdk, device-id, push-token, url-parameter, other",
        "cookies.trigger: one of: load, consent, use",
        "columns: list, any of: name, type, purpose, provider, access, party, domain, trigger, expires, dataRetention, attributes",
        "caption: text",
      ],
      [
        "signals: all",
      ],
      [
        "steps: list of ids and maps",
        "steps[].label: text",
        "steps[].steps: list of Markdown texts",
      ],
    ]
  `);
});
