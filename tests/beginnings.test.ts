import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { kinds, type PolicyFile } from '../schemas/policy.ts';
import type { Regime } from '../schemas/product.ts';
import { beginningOf, kindNamed } from '../src/beginnings/all.ts';
import type { Surroundings } from '../src/beginnings/beginning.ts';
import { productBeginning, siteBeginning } from '../src/beginnings/shared-files.ts';
import { surroundingsIn, titleOf } from '../src/beginnings/surroundings.ts';
import type { Problem } from '../src/problem.ts';
import { parseYaml } from '../src/read/parse.ts';
import { problemsOf } from '../src/site/library.ts';
import { policybook, root } from './command.ts';
import { filledIn } from './filled-in.ts';
import { openFolder } from './open-folder.ts';
import { filesIn, writeFolder } from './published-texts.ts';
import { today } from './today.ts';

const bare = 'name: Shop\n';

function policyOf(kind: PolicyFile['kind'], product: string, more: Partial<Surroundings> = {}): string {
  const { value } = parseYaml('product.yaml', new TextEncoder().encode(product));
  return beginningOf(kind).write({ ...surroundingsIn(value), day: today, policies: [], ...more });
}

function problemsIn(name: string, texts: Record<string, string>): Problem[] {
  const folder = writeFolder(`.cache/tests/beginnings-${name}`, texts);
  return problemsOf(openFolder(folder, today));
}

const said = ({ place, rule, message }: Problem) => `${place.file}:${place.line} ${rule} ${message}`;

describe.each([
  ['of a product that is begun with it', productBeginning('shop', {})],
  ['of a product that says nothing but its name', bare],
])('%s', (_, product) => {
  test.each(kinds.options)('a %s has no error, and each place to fill in is named', (kind) => {
    const texts = {
      'site.yaml': siteBeginning({}),
      'shop/product.yaml': product,
      [`shop/${kind}.yaml`]: policyOf(kind, product),
    };
    const problems = problemsIn(`${kind}-${product.length}`, texts);
    expect(problems.filter(({ severity }) => severity === 'error').map(said)).toEqual([]);
    const marked = Object.values(texts).join('\n').match(/TODO/g) ?? [];
    expect(marked.length).toBeGreaterThan(3);
    expect(problems.filter(({ rule }) => rule === 'text/placeholder')).toHaveLength(marked.length);
  });

  test.each(kinds.options)('a %s that is filled in has neither fault nor error', (kind) => {
    const texts = filledIn({
      'site.yaml': siteBeginning({}),
      'shop/product.yaml': product,
      [`shop/${kind}.yaml`]: policyOf(kind, product),
    });
    const problems = problemsIn(`filled-${kind}-${product.length}`, texts);
    expect(problems.filter(({ finding, severity }) => !finding || severity === 'error').map(said)).toEqual(
      [],
    );
  });
});

test.each<[PolicyFile['kind'], Regime[]]>([
  ['cookie-policy', ['gdpr', 'uk-gdpr', 'eprivacy', 'pecr']],
  ['privacy-policy', ['gdpr', 'uk-gdpr', 'eprivacy', 'pecr']],
])('a %s that is filled in has every field that the rules of Europe ask for', (kind, regimes) => {
  const product = productBeginning('shop', {}).replace('regimes: []', `regimes: [${regimes}]`);
  const texts = filledIn({
    'site.yaml': siteBeginning({}),
    'shop/product.yaml': product,
    'shop/cookie-policy.yaml': policyOf('cookie-policy', product, {
      policies: [{ slug: 'privacy-policy', kind: 'privacy-policy' }],
    }),
    'shop/privacy-policy.yaml': policyOf('privacy-policy', product),
  });
  const errors = problemsIn(`regimes-${kind}`, texts).filter(
    ({ severity, place }) => severity === 'error' && place.file.endsWith(`${kind}.yaml`),
  );
  expect(errors.map(said)).toEqual([]);
});

test('every name stands for one kind', () => {
  const names = kinds.options.flatMap((kind) => [kind, ...beginningOf(kind).names]);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  expect(['tos', 'dpa', 'subprocessors', 'terms-of-service', 'house-rules'].map(kindNamed)).toEqual([
    'terms',
    'data-processing-agreement',
    'sub-processors',
    'terms',
    undefined,
  ]);
});

test.each([
  ['tos', 'terms', 'Terms of service'],
  ['terms-of-use', 'terms', 'Terms of use'],
  ['privacy', 'privacy-policy', 'Privacy policy'],
  ['house-rules', 'acceptable-use', 'House rules'],
] as const)('titles %s', (slug, kind, title) => {
  expect(titleOf(slug, kind)).toBe(title);
});

test('shows the contact, the controller and the policies that are there', () => {
  const product = 'name: Shop\ncontroller: { name: Shop Ltd }\ncontacts: { desk: { label: Desk } }\n';
  const terms = policyOf('terms', product, { policies: [{ slug: 'aup', kind: 'acceptable-use' }] });
  expect(terms).toContain('- contact: desk\n');
  expect(terms).toContain('- policy: aup\n');
  expect(policyOf('notice', bare)).not.toContain('controller');
});

test('begins a policy in an empty folder, and holds back its release until it is filled in', async () => {
  const folder = writeFolder('.cache/tests/beginnings-flow', {});
  const run = (...args: string[]) => policybook([...args, '--as-of', today]);
  const begun = await run('new', 'harbour/dpa', '--folder', folder);
  expect(begun.stdout).toBe(`Wrote ${folder}/site.yaml
Wrote ${folder}/harbour/product.yaml
Wrote ${folder}/harbour/dpa.yaml
It is of the kind data-processing-agreement, and has 24 places to fill in, marked TODO: policybook check names each.
`);
  expect(readFileSync(join(root, folder, 'harbour/dpa.yaml'), 'utf8')).toContain(
    'title: Data processing agreement\n',
  );
  const [checked, strict, refused] = [
    await run('check', folder, '--format', 'compact'),
    await run('check', folder, '--strict'),
    await run('release', folder),
  ];
  expect([checked.code, strict.code, refused.code]).toEqual([0, 1, 1]);
  expect(checked.stdout).toContain(
    `${folder}/harbour/product.yaml:4:9  warning  text/placeholder  Unexpected placeholder “TODO the legal name of the company”, expected what belongs there.`,
  );
  expect(refused.stdout).toContain('harbour/dpa: refused because of 24 problems.');
  for (const [file, text] of Object.entries(filledIn(filesIn(folder))))
    writeFileSync(join(root, folder, file), text);
  expect((await run('check', folder, '--strict')).code).toBe(0);
  expect((await run('release', folder)).stdout).toContain(`harbour/dpa: ${today} released.`);
});

test.each([
  [['--kind', 'tos'], 'kind: terms\n'],
  [[], 'kind: notice\n'],
])('with %j writes %j', async (args, expected) => {
  const folder = writeFolder(`.cache/tests/beginnings-kind-${args.length}`, {});
  await policybook(['new', 'harbour/house-rules', ...args, '--folder', folder]);
  expect(readFileSync(join(root, folder, 'harbour/house-rules.yaml'), 'utf8')).toContain(expected);
});

test('refuses a kind that is none, with the one that was likely meant', async () => {
  const { code, stderr } = await policybook(['new', 'harbour/rules', '--kind', 'privacy-polcy']);
  expect(code).toBe(2);
  expect(stderr).toContain('Unexpected kind privacy-polcy, expected privacy-policy.');
});
