import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exporters } from '../src/exporters/all.ts';
import { filesOf } from '../src/exporters/exporter.ts';
import { report } from '../src/reports/report.ts';
import { reviewHtml } from '../src/reports/review-html.ts';
import { reviewMarkdown } from '../src/reports/review-markdown.ts';
import { sarif } from '../src/reports/sarif.ts';
import { reviewSides } from '../src/review/review.ts';
import { readSide } from '../src/review/side.ts';
import { openSources, problemsOf } from '../src/site/library.ts';
import { newRecords } from '../src/versions/release.ts';
import { root } from './command.ts';
import { around, sourcesOf, type Texts } from './compile-texts.ts';
import { project } from './open-folder.ts';

// Our own script says nothing of any policy.
const ofPolicies = exporters.filter(({ id }) => id !== 'compare-script');

// What every object of JavaScript has is nothing that a policy says: a thing called `constructor` is one like any other.

const today = '2026-12-31';
const complete: Texts = Object.fromEntries(
  ['site.yaml', 'tales/product.yaml', 'tales/privacy-policy.yaml', 'tales/cookie-policy.yaml'].map((path) => [
    path,
    readFileSync(join(root, 'tests/fixtures/complete', path), 'utf8'),
  ]),
);

const open = (texts: Texts) => openSources(sourcesOf(texts), { ...project, today });
const before = open(complete);
const sideBefore = readSide(before, problemsOf(before));

/** Everything that is said of a folder of policies, in one text, and of what changed since the complete one. */
function told(texts: Texts): string {
  const library = open(texts);
  const problems = problemsOf(library);
  const policies = library.products.flatMap((product) => product.policies);
  const review = reviewSides(sideBefore, readSide(library, problems), { today });
  const published = open({
    ...texts,
    ...Object.fromEntries(
      newRecords(library, library.readCompiled, today).records.map(({ path, text }) => [path, text]),
    ),
  });
  return [
    report(problems, 'json', { sourceOf: (file) => texts[file.replace('policies/', '')] }),
    report(problems, 'pretty', { sourceOf: (file) => texts[file.replace('policies/', '')] }),
    sarif(problems, new Map()),
    ...policies.flatMap((entry) => {
      const { policy, page } = library.readCompiled(entry);
      return [policy, page].map((value) => JSON.stringify(value));
    }),
    reviewHtml(review),
    reviewMarkdown(review),
    ...ofPolicies.flatMap((exporter) => filesOf(exporter, published).map(({ write }) => write())),
  ]
    .join('\n')
    .replaceAll(/\b[0-9a-f]{12,64}\b|ni:\/\/\/sha-256;[\w-]+/g, 'digest');
}

// Next to `constructor` in the order of the alphabet, and as long.
const plain = 'constructos';

function renamed(name: string, to: string): Texts {
  const word = new RegExp(`(?<![\\w-])${name}(?![\\w-])`, 'g');
  return Object.fromEntries(
    Object.entries(complete).map(([path, text]) => [path.replaceAll(word, to), text.replaceAll(word, to)]),
  );
}

// Names of files and sections are values; what is a key by that name is refused.
test.each(['tales', 'privacy-policy'])('%s called `constructor` is told like any other', (name) => {
  const ordinary = told(renamed(name, plain));
  expect(told(renamed(name, 'constructor')).replaceAll('constructor', plain)).toBe(ordinary);
});

const sections = (one: string, other: string): Texts => ({
  ...around,
  'shop/terms.yaml': `kind: terms\ntitle: Terms\nupdated: 2026-01-01\nsections:\n  - {id: ${one}, aliases: [${other}], title: Use, content: ['[This](#${one}), [that](#${other}) and [more](terms#${other}).']}\n`,
});

test('sections called `constructor` and `prototype` are told like any others', () => {
  const found = told(sections('constructor', 'prototype'));
  expect(found.replaceAll('constructor', plain).replaceAll('prototype', 'prototypf')).toBe(
    told(sections(plain, 'prototypf')),
  );
});

const groups = (name: string): Texts => ({
  ...around,
  'shop/terms.yaml': `kind: terms\ntitle: Terms\nupdated: 2026-01-01\neffective: {${name}: 2027-01-02, others: 2027-02-03}\nsections: [{title: Use, content: [Some text.]}]\n`,
});

test.each(['toString', 'valueOf', 'hasOwnProperty'])('a group called %s is told like any other', (name) => {
  const other = name.replace(/.$/, 'z');
  expect(told(groups(name)).replaceAll(name, other)).toBe(told(groups(other)));
});

const faultsOf = (path: string) =>
  open({
    ...around,
    [path]: 'kind: terms\ntitle: Terms\nsections: [{title: Use, content: [Some text.]}]\n',
    [path.replace(/[^/]*$/, 'product.yaml')]: 'name: Shop\n',
  }).problems.flatMap(({ rule }) => (rule === 'file/missing' ? [] : [rule]));

test.each<[string, string[], string[]]>([
  ['history', [], ['file/reserved']],
  ['constructor', [], []],
  ['prototype', [], []],
  ['handbook', ['file/reserved'], []],
  ['index', ['file/reserved'], ['file/reserved']],
  ['__proto__', ['file/name'], ['file/name']],
  ['toString', ['file/name'], ['file/name']],
])('a product or a policy called %s is published or refused', (name, ofProduct, ofPolicy) => {
  expect(faultsOf(`${name}/terms.yaml`)).toEqual(ofProduct);
  expect(faultsOf(`shop/${name}.yaml`)).toEqual(ofPolicy);
});

const inherited = Object.getOwnPropertyNames(Object.prototype);

test.each(inherited)('a key called %s is unknown wherever it stands', (key) => {
  const policy = (more: string, content = 'Some text.') =>
    `kind: terms\ntitle: Terms\n${more}sections:\n  - title: Use\n    content:\n      - ${content}\n`;
  for (const text of [
    policy(`${key}: x\n`),
    policy(`cookies: {a: {name: a, ${key}: x}}\n`),
    policy('', `${key}: x`),
    policy('', `{ cookies: all, ${key}: x }`),
    policy(`change: {${key}: x}\n`),
    policy(`effective: ${key}\n`),
    policy(`kind2: ${key}\n`).replace('kind: terms\n', '').replace('kind2', 'kind'),
    policy(`language: ${key}\n`),
    policy(`controller: {name: A, country: ${key}}\n`),
    policy('', `{{ ${key} }}`),
    policy('', `{{ cookies.${key} }}`),
    policy('', `{{ product.${key}.name }}`),
    policy('', `[x](#${key})`),
    policy('', `[x](${key})`),
    policy('', `[x](/shop/${key}/)`),
    policy('', `policy: ${key}`),
    policy('', `steps: ${key}`),
    policy('', `contact: ${key}`),
  ]) {
    const { problems } = open({ ...around, 'shop/terms.yaml': text });
    expect(problems.filter(({ severity }) => severity === 'error').length, text).toBeGreaterThan(0);
    for (const { message, help = '' } of problems)
      expect(message + help, text).not.toMatch(/\[native code\]|function /);
  }
});
