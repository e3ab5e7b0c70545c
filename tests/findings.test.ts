import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { regimes } from '../schemas/product.ts';
import { makeMemory } from '../src/memory.ts';
import { root } from './command.ts';
import type { Texts } from './compile-texts.ts';
import { howMany } from './how-many.ts';
import { oneOfEachKind, pathsIn } from './places.ts';
import { findingsOfTexts } from './rules.ts';

// What the rules find on whole folders of policies: word for word on the real ones, nothing on one that states
// everything, and what a field proves once it is dropped.

const asOf = '2026-11-22';
const judging = /complian|violat|illegal|unlawful|you must|guarantee/i;

function textsIn(folder: string): Texts {
  const files = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name));
  return Object.fromEntries(
    files.map((file) => [file.slice(join(root, folder).length + 1), readFileSync(file, 'utf8')]),
  );
}

const real = textsIn('tests/fixtures/demo');
const complete = textsIn('tests/fixtures/complete');
const products = ['chatsync', 'chatref', 'chatpacket', 'chatsend', 'msgro', 'tidewick'];

/** One product of the real policies, with what all of them share. */
function realProduct(id: string): Texts {
  return Object.fromEntries(
    Object.entries(real).filter(([path]) => !path.includes('/') || path.startsWith(`${id}/`)),
  );
}

/** Findings as lines: place, severity, rule, message. */
function linesOf(texts: Texts): string[] {
  return findingsOfTexts(texts, asOf).map(
    ({ place, severity, rule, message }) =>
      `${place.file.replace('policies/', '')}:${place.line}:${place.column} ${severity} ${rule} ${message}`,
  );
}

describe.each(products)('%s', (id) => {
  test('has exactly the findings it is known for', async () => {
    await expect(`${linesOf(realProduct(id)).join('\n')}\n`).toMatchFileSnapshot(
      `fixtures/findings/${id}.txt`,
    );
  });
});

// What counsel expects to be told of each, wherever else the rules lead.
test.each([
  [
    'chatsync',
    'eprivacy/storage-listed eprivacy/duration eprivacy/consent-mechanism eprivacy/withdrawal-path ' +
      'eprivacy/non-cookie-tech core/attribute-claim-scope core/absolute-claim core/dnt-as-opt-out-unbacked ' +
      'core/necessary-with-preference core/change-promise-missing',
  ],
  [
    'chatref',
    'eprivacy/duration eprivacy/purpose core/host-party-vs-setter core/vendor-unlisted core/vendor-without-storage ' +
      'core/dnt-vs-tracking core/empty-block core/contact-missing ccpa/annual-review ccpa/sold-shared-or-none ' +
      'core/chunked-name core/link-without-url',
  ],
  [
    'chatpacket',
    'gdpr/legal-basis gdpr/controller-identity gdpr/complaint gdpr/transfer-mechanism gdpr/transfer-consent ' +
      'gdpr/role-clarity gdpr/automated-decisions core/retention-vs-backup core/no-third-party-vs-vendor ' +
      'core/contact-missing ccpa/categories-collected ccpa/sources',
  ],
  [
    'chatsend',
    'core/effective-date-conflated gdpr/retention-criteria gdpr/recipients-specific gdpr/legal-basis ' +
      'core/hedge-density gdpr/role-clarity core/change-promise-vague caloppa/dnt-response',
  ],
  [
    'msgro',
    'core/date-referenced-missing core/contact-missing eprivacy/storage-listed eprivacy/duration ' +
      'core/anonymous-claim gdpr/special-category core/cross-document-only core/vendor-link-missing',
  ],
])('%s is told what it leaves out and where it contradicts itself', (id, expected) => {
  const found = new Set<string>(findingsOfTexts(realProduct(id), asOf).map(({ rule }) => rule));
  expect(expected.split(' ').filter((rule) => !found.has(rule))).toEqual([]);
});

test.each([
  ['chatref', 'eprivacy/duration', 1],
  ['chatref', 'core/vendor-unlisted', 2],
  ['msgro', 'core/vendor-link-missing', 4],
])('%s has each of its %s findings', (id, rule, count) => {
  const found = findingsOfTexts(realProduct(id), asOf).filter((problem) => problem.rule === rule);
  expect(found).toHaveLength(count);
});

test('a policy that states everything has no finding', () => {
  expect(linesOf(complete)).toEqual([]);
});

function without(value: unknown, [key, ...rest]: (string | number)[]): unknown {
  if (Array.isArray(value))
    return rest.length > 0
      ? value.map((item, index) => (index === key ? without(item, rest) : item))
      : value.filter((_, index) => index !== key);
  const entries = Object.entries(value as object).flatMap(([name, item]) =>
    name !== key ? [[name, item]] : rest.length > 0 ? [[name, without(item, rest)]] : [],
  );
  return Object.fromEntries(entries);
}

// A file of which many things are left out, one after the other.
const parsed = makeMemory<unknown>(4);

/** Findings of the files with one thing left out of one of them; nothing where that is a fault. */
function findingsWithout(texts: Texts, file: string, path: (string | number)[]) {
  const text = texts[file] ?? '';
  const changed = {
    ...texts,
    [file]: stringify(
      without(
        parsed(text, () => parse(text)),
        path,
      ),
    ),
  };
  try {
    return findingsOfTexts(changed, asOf);
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('The files have faults')) return undefined;
    throw error;
  }
}

const policyFiles = (texts: Texts) =>
  Object.keys(texts).filter((path) => path.endsWith('.yaml') && !path.includes('history/'));

test('what a dropped field proved is found missing, and nothing else', async () => {
  // The other product has the fields that the regimes do not ask for.
  const asked = Object.fromEntries(Object.entries(complete).filter(([path]) => !path.startsWith('yarns/')));
  const lines = policyFiles(asked).flatMap((file) =>
    pathsIn(parse(asked[file] ?? '')).flatMap((path) => {
      const found = findingsWithout(asked, file, path);
      if (!found || found.length === 0) return [];
      const ids = [...new Set(found.map(({ rule }) => rule))].sort();
      return [`${file.replace('tales/', '')} ${path.join('.')}: ${ids.join(', ')}`];
    }),
  );
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('fixtures/findings/dropped.txt');
});

test.each(products)('%s can lose any fact, and its findings still point into its files', (id) => {
  // What is published would be a fault to edit.
  const files = policyFiles(realProduct(id));
  const texts = Object.fromEntries(files.map((file) => [file, real[file] ?? '']));
  // A section's text is one of many alike; facts are each their own.
  const places = files.flatMap((file) =>
    oneOfEachKind(pathsIn(parse(texts[file] ?? '')).filter(([key]) => key !== 'sections')).map((path) => ({
      file,
      path,
    })),
  );
  let looked = 0;
  const property = fc.property(fc.constantFrom(...places), ({ file, path }) => {
    for (const { place, message } of findingsWithout(texts, file, path) ?? []) {
      looked += 1;
      expect(place.line, message).toBeGreaterThan(0);
      expect(message).not.toMatch(/undefined|null|NaN|\[object/);
    }
  });
  fc.assert(property, { numRuns: howMany(30) });
  expect(looked).toBeGreaterThan(0);
});

// Every field and block stands in the showcase, and every odd beginning among the valid folders.
const folders = [
  'tests/fixtures/sites/showcase',
  ...readdirSync(join(root, 'tests/fixtures/valid'), { withFileTypes: true })
    .filter((item) => item.isDirectory())
    .map(({ name }) => `tests/fixtures/valid/${name}/policies`),
];

test.each(folders)('no rule fails on %s, whatever laws are declared', (folder) => {
  const texts = textsIn(folder);
  for (const [path, text] of Object.entries(texts))
    if (path.endsWith('/product.yaml')) {
      const value: Record<string, unknown> = parse(text);
      texts[path] = stringify({ ...value, regimes: regimes.options });
    }
  const found = findingsOfTexts(texts, asOf);
  for (const { message, help } of found) {
    expect(`${message} ${help}`).not.toMatch(/undefined|null|NaN|\[object/);
    expect(`${message} ${help}`).not.toMatch(judging);
  }
  expect(found).toEqual(findingsOfTexts(texts, asOf));
});

test('every finding on the real policies cites and describes, and judges nobody', () => {
  for (const { message, help, related = [], finding } of findingsOfTexts(real, asOf)) {
    const words = [message, help, ...related.map((one) => one.message)].join(' ');
    expect(words).not.toMatch(judging);
    expect(finding?.cites.length).toBeGreaterThan(0);
  }
});
