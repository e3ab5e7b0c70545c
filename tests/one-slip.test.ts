import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formerlyIn } from '../src/compile/former-names.ts';
import { around, compileTexts, type Texts } from './compile-texts.ts';

// One slip is told once: what follows from it is not told as well.

const policy = `kind: terms
title: Terms
updated: 2026-03-02
numbering: decimal
notice:
  period: 30 days
data:
  account: { label: Account, source: given }
purposes:
  run: { label: Running it, text: To run it., data: [account] }
  help: { label: Helping, text: To help., data: [account] }
sections:
  - id: conduct
    title: Conduct
    content:
      - |
        You may not

        (a) copy it; or
        (b) sell it.
  - title: Ending
    content:
      - We close what breaks {{ sections.conduct-a.number }} or section {{ sections.conduct.number }}.
      - Write to {{ contacts.help.email }}, or to {{ controller.name }}, {{ notice.period }} before.
      - Or to {{ contacts.help.email }} again, as [above](#conduct) and [here](#conduct).
      - contact: help
      - vendors: Running
      - purposes: all
`;

const product = `name: Shop
controller:
  name: Shop Ltd
contacts:
  help: { label: Help, email: help@shop.example }
vendors:
  host: { name: Hoster, group: Running }
`;

const right: Texts = { ...around, 'shop/product.yaml': product, 'shop/terms.yaml': policy };

function faultsOf(texts: Texts): string[] {
  return compileTexts({ ...right, ...texts })
    .problems.filter(({ severity }) => severity === 'error')
    .map(({ place, message }) => `${place.file.replace('policies/', '')}:${place.line} ${message}`);
}

function slip(file: string, written: string, wrong: string): string[] {
  const text = right[file] ?? '';
  if (text.split(written).length !== 2) throw new Error(`Not once in ${file}: ${written}`);
  return faultsOf({ [file]: text.replace(written, () => wrong) });
}

test('the policy is right before the slips', () => {
  expect(faultsOf({})).toEqual([]);
});

test.each([
  [
    'updated: 2026-03-02',
    'updated: 2026-13-02',
    ['shop/terms.yaml:3 Unexpected `2026-13-02`, expected a date that exists, written like 2026-03-31.'],
  ],
  [
    'numbering:',
    'numbring:',
    ['shop/terms.yaml:4 Unexpected key `numbring`, expected a key that a policy can have.'],
  ],
  [
    '    title: Conduct\n    content:',
    '    title: Conduct\n    contents:',
    ['shop/terms.yaml:15 Unexpected key `contents`, expected a key that item 1 of `sections` can have.'],
  ],
  [
    '  period: 30 days',
    '  periode: 30 days',
    ['shop/terms.yaml:6 Unexpected key `periode`, expected a key that `notice` can have.'],
  ],
  [
    'notice:\n  period: 30 days',
    'notice: 30 days',
    ['shop/terms.yaml:5 Unexpected `30 days`, expected a map with keys such as `period`, `for`, `to`.'],
  ],
  [
    '\ndata:',
    '\nData held:',
    ['shop/terms.yaml:7 Unexpected key `Data held`, expected a key that a policy can have.'],
  ],
])('tells %j as %j once', (written, wrong, expected) => {
  expect(slip('shop/terms.yaml', written, wrong)).toEqual(expected);
});

test.each([
  [
    'contacts:',
    'kontakte:',
    ['shop/product.yaml:4 Unexpected key `kontakte`, expected a key that product.yaml can have.'],
  ],
  [
    'controller:\n  name: Shop Ltd',
    'controller: Shop Ltd',
    [
      'shop/product.yaml:2 Unexpected `Shop Ltd`, expected a map with keys such as `name`, `address`, `country`.',
    ],
  ],
  [
    '  name: Shop Ltd',
    '  nam: Shop Ltd',
    ['shop/product.yaml:3 Unexpected key `nam`, expected a key that `controller` can have.'],
  ],
  [
    'vendors:',
    'vendor:',
    ['shop/product.yaml:6 Unexpected key `vendor`, expected a key that product.yaml can have.'],
  ],
])('tells %j in the file of the product as %j once', (written, wrong, expected) => {
  expect(slip('shop/product.yaml', written, wrong)).toEqual(expected);
});

test('tells what is missing once in a file, with all the places that name it', () => {
  const problems = compileTexts({
    ...right,
    'shop/product.yaml': product.replace(', email: help@shop.example', ''),
  }).problems.filter(({ rule }) => rule === 'quotation/unknown');
  expect(problems.map(({ place, related }) => [place.line, related?.map((one) => one.place.line)])).toEqual([
    [24, [25]],
  ]);
});

test('tells a link that leads nowhere once, with all its places', () => {
  const problems = compileTexts({
    ...right,
    'shop/terms.yaml': policy
      .replace('  - id: conduct\n', '  - id: behaviour\n')
      .replace(/ breaks .*/, ' it.'),
  }).problems.filter(({ rule }) => rule === 'prose/link-unknown');
  expect(problems).toHaveLength(1);
});

test('still tells what is wrong beside a fault', () => {
  const wrong = policy.replace('kind: terms', 'kind: rules').replace('notice.period', 'notice.periods');
  expect(faultsOf({ 'shop/terms.yaml': wrong })).toHaveLength(2);
});

test('opens a site whose address is none', () => {
  const site = (around['site.yaml'] ?? '').replace('https://example.com', 'policies.example');
  expect(faultsOf({ 'site.yaml': site })).toEqual([
    'site.yaml:2 Unexpected `policies.example`, expected a web address that starts with https:// and names no page.',
  ]);
});

test('tells no key twice where a tab has broken the structure', () => {
  const text = readFileSync('policies/tidewick/privacy-policy.yaml', 'utf8');
  const broken = text.replace('    label: Account\n', '\tlabel: Account\n');
  const { problems } = compileTexts({ ...around, 'shop/privacy.yaml': broken });
  expect(problems.map(({ message }) => message)).toEqual([
    'Unexpected tab at the start of a line, expected spaces.',
  ]);
});

test('tells a vendor that is no map once, and not that it has no name', () => {
  expect(slip('shop/product.yaml', '  host: { name: Hoster, group: Running }', '  host: Hoster')).toEqual([
    'shop/product.yaml:7 Unexpected `Hoster`, expected a map with keys such as `name`, `legal`, `country`.',
  ]);
});

test('tells a fact of the wrong type once, and not where it is quoted', () => {
  expect(slip('shop/terms.yaml', '  period: 30 days', '  period: true')).toEqual([
    'shop/terms.yaml:6 Unexpected boolean `true`, expected a period like 30 days or 10 business days.',
  ]);
});

test('tells a list in the place of an id once', () => {
  expect(slip('shop/terms.yaml', 'To help., data: [account]', 'To help., data: [[accounts]]')).toHaveLength(
    1,
  );
});

test('tells that a policy shows no group of vendors where all of them are right', () => {
  expect(slip('shop/terms.yaml', '- vendors: Running', '- vendors: host')).toEqual([
    'shop/terms.yaml:27 Unexpected `host`, expected a group that some entry of `vendors` has.',
  ]);
});

test.each([
  '[old-name, older]',
  '\n  - old-name\n  - older',
])('a slip elsewhere takes the former names %j from no policy', (names) => {
  const text = `formerly: ${names}\ntitle: Terms: of sale\nkind: terms\n`;
  expect(formerlyIn('terms.yaml', new TextEncoder().encode(text))).toEqual(['old-name', 'older']);
});

test.each([
  [
    'basis: consent, contract }',
    'Unexpected comma in a value inside braces, expected quotes or brackets around the value.',
    'Write `"consent, contract"` if it is one text, `[consent, contract]` if it is a list.',
  ],
  [
    'condition: research, basis: consent, contract, legal-obligation }',
    'Unexpected comma in a value inside braces, expected quotes or brackets around the value.',
    'Write `"consent, contract, legal-obligation"` if it is one text, `[consent, contract, legal-obligation]` if it is a list.',
  ],
])('tells a comma that ends a value in braces once: %s', (wrong, message, help) => {
  const text = policy.replace('text: To help., data: [account] }', `text: To help., ${wrong}`);
  const { problems } = compileTexts({ ...right, 'shop/terms.yaml': text });
  expect(problems.filter(({ severity }) => severity === 'error')).toMatchObject([{ message, help }]);
});

test.each([
  [
    'children: { age: { EEA: 16 } }',
    'Unexpected map of one (one region), expected two at least, or the value alone.',
    'Write `16` without the map, or add the others to it.',
  ],
  [
    'rights: { lantern: { text: You may ask. } }',
    'Unexpected key `lantern`, expected a key that `rights` can have.',
    'A right of your own has a `label`.',
  ],
  [
    'retention: { logs: { of: logs, period: 90 days after you leave } }',
    'Unexpected `90 days after you leave`, expected a period like 30 days',
    'Write `90 days`; from when it is counted goes below `from:` of an entry of `retention`: `after you leave`.',
  ],
])('says what to do about %s', (wrong, message, help) => {
  const { problems } = compileTexts({
    ...right,
    'shop/terms.yaml': policy.replace('sections:', `${wrong}\nsections:`),
  });
  const [first, ...others] = problems.filter(({ severity }) => severity === 'error');
  expect([first?.message.startsWith(message), first?.help?.endsWith(help), others]).toEqual([true, true, []]);
});
