import { spawnSync } from 'node:child_process';
import { copyFileSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, expect, test, vi } from 'vitest';
import { recordSchemas } from '../schemas/json-schema.ts';
import { policyMarkdown } from '../src/exporters/markdown.ts';
import type { PolicyPage } from '../src/page/page-model.ts';
import { comparisonView } from '../src/site/comparison-view.ts';
import { openSources } from '../src/site/library.ts';
import { policyView, versionView } from '../src/site/policy-view.ts';
import { renderProse } from '../src/text/prose.ts';
import { isVersion, policyNameOf, readEntry, readHead } from '../src/versions/record.ts';
import { openVersion } from '../src/versions/versions.ts';
import { english } from '../src/words/en/english.ts';
import { languages, type Words } from '../src/words/languages.ts';
import { root } from './command.ts';
import { around, compileTexts, sourcesOf, type Texts } from './compile-texts.ts';
import { marked } from './marked-words.ts';
import { project } from './open-folder.ts';
import { edit, publish, unsaid } from './published-texts.ts';

// Entries of format 2 as they were sealed. They never change, and can be read for ever; so these files are only added to.

const folder = join(import.meta.dirname, 'fixtures/records/format-2');
const names = globSync('*.json', { cwd: folder }).sort();
const textOf = (name: string) => readFileSync(join(folder, name), 'utf8');
const fixtures = names.map((name) => [name, JSON.parse(textOf(name))] as const);
const versions = fixtures.filter(([, { entry }]) => entry === 'version').map(([name]) => name);

const schemas = new Map(
  Object.entries(recordSchemas()).map(([name, text]) => [name, new Ajv2020().compile(JSON.parse(text))]),
);

test.each(fixtures)('%s is what its JSON Schema says', (_name, { entry = 'head', ...rest }) => {
  const isValid = schemas.get(`${entry}-2.schema.json`);
  const value = entry === 'head' ? rest : { entry, ...rest };
  expect(isValid?.(value), JSON.stringify(isValid?.errors)).toBe(true);
});

test('has an entry of each sort, and a head', () => {
  const sorts = new Set(fixtures.map(([, { entry = 'head' }]) => `${entry}-2.schema.json`));
  expect([...sorts, 'record-1.schema.json'].sort()).toEqual([...schemas.keys()].sort());
});

test.each(versions)('shows %s as its page showed it', async (name) => {
  const result = readEntry(textOf(name));
  if ('fault' in result || !isVersion(result.entry)) throw new Error(`No version: ${name}`);
  const [product = '', slug = ''] = policyNameOf(result.entry).split('/');
  const site = { name: 'Example', url: 'https://example.com/' };
  const { page } = openVersion(result.entry, { product, slug }, { site, render: renderProse });
  await expect(policyMarkdown(page)).toMatchFileSnapshot(join(folder, basename(name).replace(/json$/, 'md')));
});

const acts = names.filter((name) => /^kelp-conditions|notice|withdrawal/.test(name));

test.each(acts)('refuses %s with one bit of it turned, wherever it is', (name) => {
  const bytes = new TextEncoder().encode(textOf(name));
  const read = name.includes('head') ? readHead : readEntry;
  expect(read(bytes)).not.toHaveProperty('fault');
  for (const index of bytes.keys()) {
    const copy = Uint8Array.from(bytes);
    copy[index] = (copy[index] ?? 0) ^ (1 << (index % 8));
    expect(read(copy), `byte ${index}`).toHaveProperty('fault');
  }
});

const jq = spawnSync('jq', ['--version']).status === 0;

test.skipIf(!jq).each(names)('gives the digest of %s with jq and sha256sum alone', (name) => {
  const file = join(folder, name);
  const command = `jq -cjS 'del(.digest)' "$0" | sha256sum | cut -d' ' -f1; jq -r .digest "$0"`;
  const [computed, said] = spawnSync('sh', ['-c', command, file], { encoding: 'utf8' }).stdout.split('\n');
  expect(computed).toBe(said);
});

test.skipIf(!jq)('prints a chain with the commands of the documentation', () => {
  const at = mkdtempSync(join(tmpdir(), 'chain-'));
  for (const name of names.filter((one) => /^kelp-(terms|conditions)-/.test(one)))
    copyFileSync(join(folder, name), join(at, name.replace(/^kelp-[a-z]+-/, '')));
  const [, script = ''] = /```sh\n(.*?)```/s.exec(readFileSync(join(root, 'docs/records.md'), 'utf8')) ?? [];
  const { stdout, stderr } = spawnSync('sh', ['-c', script], { cwd: at, encoding: 'utf8' });
  rmSync(at, { recursive: true });
  expect(stderr).toBe('');
  const lines = stdout.trimEnd().split('\n');
  expect(
    lines.filter((line) => !/^OK /.test(line)).map((line) => line.replace(/^[0-9a-f]{64} /, '')),
  ).toEqual([
    '2026-01-05.json',
    '2026-01-05.2.json',
    '2026-02-01.json',
    '2026-02-10.json',
    '2026-02-12.notice.json',
    '2026-02-20.json',
    '2026-03-01.withdrawal.json',
    '2026-06-01.json',
    '2026-07-01.rename.json',
    '2026-08-01.retirement.json',
    '10 entries',
  ]);
});

const privacy = `kind: privacy-policy
title: Privacy policy
updated: 2026-01-01
rights: [access, delete]
retention:
  logs: { of: Server logs, period: 30 days }
cookies: { sid: { name: sid, expires: 13 months } }
sections:
  - title: What we keep
    content: ["We keep logs for {{ retention.logs.period }}, see {{ vendors.host.does }}.", { retention: all }]
  - title: Your rights
    content: [{ rights: all }, { cookies: all }, { vendors: all }]
`;
const later = edit(
  privacy,
  ['updated: 2026-01-01', 'updated: 2026-02-01\nchange: { summary: Shorter., material: true }'],
  ['30 days', '20 days'],
);
const shop: Texts = {
  ...around,
  'vendors.yaml': 'vendors:\n  host: { name: Host, does: "For {{ name }}" }\n',
  'site.yaml': `${around['site.yaml']}`,
  'shop/product.yaml':
    'name: Shop\nvendors: { host: { does: "Hosting for {{ contacts.us.label }}" } }\ncontacts: { us: { label: Us } }\n',
};
const working = 'shop/privacy.yaml';

/** What of a library readers are shown of one policy and its versions. */
function shownIn(texts: Texts) {
  const library = openSources(sourcesOf(texts), { ...project, today: '2026-03-01' });
  const [entry] = library.products.flatMap(({ policies }) => policies);
  if (!entry) throw new Error('Nothing compiled.');
  const ids = entry.versions.map(versionIdOfEntry);
  return {
    problems: library.problems.filter(({ rule }) => !unsaid.has(rule)),
    texts: ids.map((id) => textOfPage(versionView(library, entry, id))),
    current: textOfPage(policyView(library, entry)),
    changes: () => comparisonView(library, entry, { id: ids.at(-1) ?? '', kind: 'changes' }).comparison,
  };
}

// Where a version stands in time depends on the others, and is told in the words of the day.
const textOfPage = ({ page }: { page: PolicyPage }) => policyMarkdown({ ...page, dates: [] });
const versionIdOfEntry = ({ id }: { id: string }) => id;

// In the types the getter of a formatter is a method.
function swapNumbers(): void {
  const formatter: { format: unknown } = Intl.NumberFormat.prototype;
  vi.spyOn(formatter, 'format', 'get').mockReturnValue((count: number) => `~${count}~`);
}

afterEach(() => {
  languages.en = english;
  vi.restoreAllMocks();
});

const published = publish(
  { ...publish({ ...shop, [working]: privacy }, '2026-01-01'), [working]: later },
  '2026-02-01',
);

test.each<[string, () => void]>([
  ['our words are others', () => (languages.en = marked(english) as Words)],
  ['periods are written in another way', swapNumbers],
])('changes no published policy where %s', (_name, swap) => {
  const before = shownIn(published);
  expect(before.problems).toEqual([]);
  const { list } = before.changes();
  swap();
  const after = shownIn(published);
  expect(after.problems).toEqual([]);
  expect(after.texts).toEqual(before.texts);
  expect(after.current).toBe(before.current);
  expect(after.changes().list.groups.map(({ items }) => items.length)).toEqual(
    list.groups.map(({ items }) => items.length),
  );
  expect(publish(published, '2026-03-01')).toEqual(published);
});

test('seals what was written beside what was shown: texts that quote, and rights in our words', () => {
  const record = JSON.parse(published['shop/history/privacy/2026-01-01.json'] ?? '');
  expect(record.written.sections[0].content[0].text).toBe(
    'We keep logs for {{ retention.logs.period }}, see {{ vendors.host.does }}.',
  );
  expect(record.written.facts.rights).toEqual([{ id: 'access' }, { id: 'delete' }]);
  expect(record.written.facts.vendors[0].does).toBe('Hosting for {{ contacts.us.label }}');
  expect(record.quoted).toEqual({
    'facts.vendors.host.does': { 'contacts.us.label': 'Us' },
    'sections.what-we-keep.content.0.text': {
      'retention.logs.period': '30 days',
      'vendors.host.does': 'Hosting for Us',
    },
  });
  expect(record.filled).toEqual({
    'facts.rights.access.text': english.rights.access,
    'facts.rights.delete.text': english.rights.delete,
    'facts.vendors.host.does': 'Hosting for Us',
    'sections.what-we-keep.content.0.text': 'We keep logs for 30 days, see Hosting for Us.',
  });
});

test('tells a change of a fact that only a text quotes', () => {
  const texts = {
    ...published,
    'shop/product.yaml': edit(published['shop/product.yaml'] ?? '', ['label: Us', 'label: You']),
  };
  const [problem] = compileTexts(texts).problems.filter(({ rule }) => rule === 'version/changed-text');
  expect(problem?.message).toBe(
    'Unexpected change of `vendors.host.does`, `sections.what-we-keep.content.0.text`, expected the text published on 2026-02-01.',
  );
});

test('goes on in format 2 after records of format 1, in the same chain', () => {
  const at = join(root, 'tests/fixtures/demo');
  const paths = globSync(['*.yaml', 'chatsync/**/*.{yaml,json}'], { cwd: at });
  const old = Object.fromEntries(paths.map((path) => [path, readFileSync(join(at, path), 'utf8')]));
  const policy = 'chatsync/cookie-policy.yaml';
  const next = edit(
    (old[policy] ?? '').replace(/^(effective|change|reviewed):.*(\n +.*)*\n/gm, ''),
    [
      'updated: 2026-03-31',
      'updated: 2026-12-01\nchange: { summary: More., material: false, because: It does not. }',
    ],
    ['title: ', 'title: Our '],
  );
  const texts = publish({ ...old, [policy]: next }, '2026-12-01');
  const { problems, products } = compileTexts(texts);
  expect(problems.filter(({ rule }) => rule.startsWith('version/'))).toEqual([]);
  const [entry] = products.flatMap(({ policies }) => policies.filter(({ slug }) => slug === 'cookie-policy'));
  expect(entry?.versions.map(({ id, format }) => [id, format])).toEqual([
    ['2026-03-31', 1],
    ['2026-12-01', 2],
  ]);
  expect(entry?.chain).toMatchObject({ head: 'whole', count: 2 });
  for (const [path, text] of Object.entries(old)) if (path !== policy) expect(texts[path]).toBe(text);
});
