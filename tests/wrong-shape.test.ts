import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chainsIn } from '../src/compile/former-names.ts';
import { policyMarkdown } from '../src/exporters/markdown.ts';
import { openSources, problemsOf } from '../src/site/library.ts';
import { renderProse } from '../src/text/prose.ts';
import { isVersion, readEntry, readHead, versionIdOf } from '../src/versions/record.ts';
import { openAct2 } from '../src/versions/record-2.ts';
import { recordedTexts } from '../src/versions/record-texts.ts';
import { placeVersions } from '../src/versions/timeline.ts';
import { linkOf, openVersion, toVersionEntry } from '../src/versions/versions.ts';
import { root } from './command.ts';
import { around, sourcesOf, type Texts } from './compile-texts.ts';
import { project } from './open-folder.ts';
import { keyPaths, reseal, withValue, wrongValues } from './other-shapes.ts';
import { cookies, edit, publishVersions } from './published-texts.ts';

// Anybody can compute a digest: a record that is sealed well can be of any shape.

const history = join(root, 'tests/fixtures/demo/tidewick/history');
const real = (path: string) => JSON.parse(readFileSync(join(history, path), 'utf8'));
const site = { name: 'Example', url: 'https://example.com/' };
const at = { product: 'tidewick', slug: 'refunds' };

/** Does with an entry what check, build and verify do with it; what is wrong with it, where something is. */
function useEntry(text: string): string | undefined {
  const read = readEntry(text);
  if ('fault' in read) return read.fault;
  const { entry } = read;
  linkOf(entry);
  if (!isVersion(entry)) {
    openAct2(entry);
    return undefined;
  }
  const opened = openVersion(entry, at, { site, render: renderProse });
  const version = toVersionEntry('key', opened, { id: versionIdOf(entry), record: entry });
  placeVersions([version], [], '2026-11-24');
  recordedTexts(entry, site.url, at);
  policyMarkdown(opened.page);
  return undefined;
}

const entries = [
  'cookie-policy/2026-11-20.json',
  'refunds/2026-07-06.2.json',
  'refunds/2026-04-20.notice.json',
  'refunds/2026-09-14.withdrawal.json',
  'refunds/2026-10-19.rename.json',
];

test.each(entries)('opens %s as it is', (path) => {
  expect(useEntry(reseal(real(path)))).toBeUndefined();
});

test.each(entries)('has a sentence for every other shape of %s, and never fails', (path) => {
  const value = real(path);
  for (const key of keyPaths(value))
    for (const [name, other] of wrongValues) {
      const text = reseal(withValue(value, key, other));
      const where = `${key.join('.')} ${name}`;
      expect(() => useEntry(text), where).not.toThrow();
      // Nothing of a record may be null.
      if (name === 'null') expect(useEntry(text), where).toMatch(/\S/);
    }
});

test('has a sentence for every other shape of a head', () => {
  const value = real('refunds/head.json');
  for (const key of keyPaths(value))
    for (const [name, other] of wrongValues) {
      const read = readHead(reseal(withValue(value, key, other)));
      // How many entries there are, the chain has to tell.
      const isCount = key[0] === 'entries' && name === 'number';
      expect('fault' in read, `${key.join('.')} ${name}`).toBe(!isCount);
    }
});

const texts = publishVersions(cookies, edit(cookies, ['2026-01-01', '2026-02-01'], ['little', 'less']));
const sealed = (name: string) => `shop/history/cookies/${name}.json`;

test.each(['2026-01-01', '2026-02-01', 'head'])('tells each of them in %s by check and by verify', (name) => {
  const path = sealed(name);
  const value = JSON.parse(texts[path] ?? '');
  for (const key of keyPaths(value).filter((one) => one.length < 3)) {
    const changed: Texts = { ...texts, [path]: reseal(withValue(value, key, null)) };
    const sources = sourcesOf(changed);
    const checked = problemsOf(openSources(sources, { ...project, today: '2026-11-24' }));
    const verified = chainsIn(sources).flatMap(({ problems }) => problems);
    const own = (problems: { place: { file: string } }[]) =>
      problems.filter(({ place }) => place.file === `policies/${path}`).length;
    expect([own(checked) > 0, own(verified) > 0], key.join('.')).toEqual([true, true]);
  }
});

const first = JSON.parse(texts[sealed('2026-01-01')] ?? '');

test.each<[string, (string | number)[], unknown, string]>([
  ['a day that is none', ['released'], '2026-02-30', 'value of `released`, which is none of format 2'],
  [
    'a language that is none',
    ['written', 'language'],
    'x',
    'value of `written.language`, which is none of format 2',
  ],
  [
    'a date that is not that of its name',
    ['written', 'updated'],
    '2026-01-02',
    'id `2026-01-01`, which is not of the date of its text, 2026-01-02',
  ],
  [
    'the name of another policy',
    ['written', 'slug'],
    'terms',
    'policy `shop/cookies`, which is not that of its text, shop/terms',
  ],
  [
    'a block of what nobody knows',
    ['written', 'sections', 0, 'content', 1, 'of'],
    'weather',
    'block of `weather`, which is no fact that can be shown so',
  ],
  [
    'sections filled in',
    ['filled', 'sections'],
    'No more.',
    'value of `sections`, which is none of format 2',
  ],
  [
    'a key filled in',
    ['filled', 'sections.what-we-store.note'],
    'Really.',
    'key `sections.0.note`, which format 2 does not have',
  ],
])('refuses %s', (_name, path, value, fault) => {
  expect(useEntry(reseal(withValue(first, path, value)))).toContain(fault);
});

test('compares texts in which something only looks like a date', () => {
  const odd = edit(cookies, ['name: _ga', 'name: _ga, purpose: 2026-99-99']);
  const before = publishVersions(odd);
  const next = {
    ...before,
    'shop/cookies.yaml': edit(odd, ['2026-01-01', '2026-02-01'], ['little', '2026-99-99']),
  };
  const library = () =>
    problemsOf(openSources(sourcesOf({ ...around, ...next }), { ...project, today: '2026-11-24' }));
  expect(library).not.toThrow();
});
