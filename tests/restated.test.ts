import { expect, test } from 'vitest';
import { type Change, changesBetween } from '../src/compare/changes/changes.ts';
import { redline } from '../src/compare/redline/redline.ts';
import type { CompiledPolicy } from '../src/compile/compile-model.ts';
import { toPage } from '../src/page/page.ts';
import { quotedRuns } from '../src/text/quoted.ts';
import { openRecord } from '../src/versions/record-formats.ts';
import { around, compileTexts } from './compile-texts.ts';
import { sealRecord } from './published-texts.ts';

// A fact that prose quotes is told once: as the fact. Which words are quoted is known from the text that was compiled,
// and from a record of format 2; a record of format 1 does not say.

const site = { name: 'Example', url: 'https://example.com/' };

function compiled(policy: string): CompiledPolicy {
  const text = `kind: cookie-policy\ntitle: Cookies\nupdated: 2026-01-01\n${policy}`;
  const texts = { ...around, 'shop/cookies.yaml': text };
  const { compiled: all, problems } = compileTexts(texts);
  const found = all.get('shop/cookies');
  if (!found) throw new Error(problems.map(({ message }) => message).join(' '));
  return found;
}

function asRecord({ policy }: CompiledPolicy): CompiledPolicy {
  const opened = openRecord(sealRecord(policy));
  return { policy: opened, page: toPage(opened, site) };
}

/** As a record of format 1 is read: nobody knows what its texts quote. */
function unsaid({ policy: { quotes: _quotes, ...policy } }: CompiledPolicy): CompiledPolicy {
  return { policy, page: toPage(policy, site) };
}

function compare(before: CompiledPolicy, after: CompiledPolicy): Change['rule'][] {
  return changesBetween(before.policy, after.policy, redline(before.page, after.page)).map(
    ({ rule }) => rule,
  );
}

const keeping = (period: string, ...content: string[]) =>
  compiled(`cookies: { a: { name: a, expires: ${period} } }
sections:
  - title: Overview
    content:
${content.map((text) => `      - ${text}`).join('\n')}
      - cookies: all
`);
const quote = '"It stays for {{ cookies.a.expires }} at most."';
const written = (period: string) => `It stays for ${period} at most.`;

const [short, long] = [keeping('13 months', quote), keeping('24 months', quote)];
const told = ['cookie-duration-increased'];
const toldTwice = ['prose-number-changed', 'cookie-duration-increased'];

test('a fact that a text quotes is not told again as prose', () => {
  expect(compare(short, long)).toEqual(told);
});

test('a definition that quotes a fact is not told again', () => {
  const defining = (period: string, text: string) =>
    keeping(period, `definitions: [{ term: Visit, text: ${text} }]`);
  const quoting = '"Up to {{ cookies.a.expires }}."';
  expect(compare(defining('13 months', quoting), defining('24 months', quoting))).toEqual(told);
  const plain = compare(defining('13 months', 'Up to 13 months.'), defining('24 months', 'Up to 24 months.'));
  expect(plain.toSorted()).toEqual(['cookie-duration-increased', 'definition-changed']);
});

test('the same words without a quotation are a change of prose', () => {
  const before = keeping('13 months', written('13 months'));
  const after = keeping('24 months', written('24 months'));
  expect(compare(before, after)).toEqual(toldTwice);
  expect(compare(short, after)).toEqual(toldTwice);
  expect(compare(before, long)).toEqual(toldTwice);
});

test('a quotation of another fact that looks alike is a change of prose', () => {
  const two = (one: string, other: string) =>
    compiled(`cookies: { a: { name: a, expires: 13 months }, b: { name: b, expires: ${one} } }
sections:
  - { title: Overview, content: ["It stays for {{ cookies.${other}.expires }}.", { cookies: all }] }
`);
  expect(compare(two('13 months', 'b'), two('24 months', 'b'))).toEqual(told);
  expect(compare(two('13 months', 'a'), two('24 months', 'b'))).toEqual(toldTwice);
});

test('a record says what its texts quote', () => {
  const [once, later] = [
    keeping('13 months', written('13 months')),
    keeping('24 months', written('24 months')),
  ];
  expect(compare(asRecord(short), asRecord(long))).toEqual(told);
  expect(compare(asRecord(short), long)).toEqual(told);
  expect(compare(asRecord(once), long)).toEqual(toldTwice);
  expect(compare(asRecord(once), asRecord(later))).toEqual(toldTwice);
});

test('where one version does not say what it quotes, the other does; where neither does, a number is told twice', () => {
  const [once, later] = [
    keeping('13 months', written('13 months')),
    keeping('24 months', written('24 months')),
  ];
  expect(compare(unsaid(short), long)).toEqual(told);
  expect(compare(short, unsaid(long))).toEqual(told);
  expect(compare(unsaid(once), later)).toEqual(toldTwice);
  expect(compare(unsaid(short), unsaid(long))).toEqual(toldTwice);
});

test('a promise that names the same length as a cookie is told beside it', () => {
  const kept = (period: string) =>
    keeping(period, `You can withdraw from a purchase within ${period}.`, '"{{ cookies.a.expires }}"');
  for (const side of [(policy: CompiledPolicy) => policy, asRecord, unsaid])
    expect(compare(side(kept('60 days')), kept('30 days'))).toEqual([
      'prose-number-changed',
      'cookie-duration-decreased',
    ]);
});

test('a date that moves with the version is told where the text does not quote it', () => {
  const made = (day: string) =>
    compiled(`effective: ${day}\nsections: [{ title: Offer, content: ["Offer ends on ${day}."] }]\n`);
  const dated = (day: string) => {
    const { policy, page } = made(day);
    return { policy: { ...policy, updated: day }, page };
  };
  for (const side of [(policy: CompiledPolicy) => policy, asRecord, unsaid])
    expect(compare(side(dated('2026-01-01')), side(dated('2026-02-01')))).toEqual(['prose-number-changed']);
});

test('a quotation between marks, in a list, in a table, in a card and in steps counts as well', () => {
  const content = [
    '"**It stays for *{{ cookies.a.expires }}*** \\\\* &amp; [longer](#overview)."',
    '"- a\\n- b {{ cookies.a.expires }} > c\\n"',
    '"| a | b |\\n|---|---|\\n| {{ cookies.a.expires }} | x |\\n"',
    '{ note: { title: "Kept {{ cookies.a.expires }}", text: "Kept {{ cookies.a.expires }}." } }',
    '{ cards: [{ title: "{{ cookies.a.expires }}", text: "Kept {{ cookies.a.expires }}." }] }',
    '{ steps: [{ label: "{{ cookies.a.expires }}", steps: ["Wait {{ cookies.a.expires }}."] }] }',
    '"`kept {{ cookies.a.expires }}`"',
  ];
  for (const block of content) {
    expect([block, compare(keeping('13 months', block), keeping('24 months', block))]).toEqual([block, told]);
  }
});

test('instructions that are shown by their id know what they quote', () => {
  const make = (period: string) =>
    compiled(`cookies: { a: { name: a, expires: ${period} } }
steps: { wait: { label: Wait, steps: ["For {{ cookies.a.expires }}."] } }
sections:
  - title: Overview
    sections: [{ title: Inner, content: [{ steps: [wait] }, { cookies: all }] }]
`);
  expect(compare(make('13 months'), make('24 months'))).toEqual(told);
});

test('a text that is nothing but a quoted fact comes and goes with it', () => {
  const make = (text: string, ...content: string[]) =>
    compiled(`change: { summary: "${text}" }
sections:
  - { title: Overview, content: [Some text., ${content.map((item) => `"${item}"`).join(', ')}] }
`);
  const quoting = '{{ change.summary }}';
  expect(compare(make('We say more.'), make('We say less.', quoting))).toEqual([]);
  expect(compare(make('We say more.', quoting), make('We say less.'))).toEqual([]);
  expect(compare(make('We say more.'), make('We say less.', 'We say less.'))).toEqual(['prose-added']);
});

test('finds the characters of a text that stand in a quotation', () => {
  const runs = (markdown: string, value: string, start: number, end: number) =>
    quotedRuns({ value, markdown, start: 0, isCode: false }, [{ start, end, path: 'a' }]).map(
      ({ text, quote: path }) => (path ? `[${text}]` : text),
    );
  expect(runs('a \\*b\\* c', 'a *b* c', 2, 7)).toEqual(['a ', '[*b*]', ' c']);
  expect(runs('&amp;amp; &#49;2 x', '&amp; 12 x', 10, 16)).toEqual(['&amp; ', '[12]', ' x']);
  expect(runs('&no; b', '&no; b', 5, 6)).toEqual(['&no; ', '[b]']);
  expect(runs('> a\n> b c', 'a\nb c', 6, 7)).toEqual(['a\n', '[b]', ' c']);
  expect(runs('😀 &#x1F600; b', '😀 😀 b', 3, 12)).toEqual(['😀 ', '[😀]', ' b']);
});

test.each([
  ['Bannerman shows ads. Ask Bannerman.', 'Bannerlord shows ads. Ask Bannerlord.', ['vendor-changed']],
  [
    'Bannerman shows ads to all who read our pages.',
    'Bannerlord shows maps to all who read our pages.',
    ['prose-changed', 'vendor-changed'],
  ],
])('a company with another name is told once: %s', (before, after, rules) => {
  const naming = (name: string, text: string) => {
    const { compiled: all } = compileTexts({
      ...around,
      'shop/product.yaml': `name: Shop\nvendors: { ads: { name: ${name} } }\n`,
      'shop/cookies.yaml': `kind: cookie-policy\ntitle: Cookies\nsections: [{ title: One, id: one, content: ["${text}", vendors: all] }]\n`,
    });
    const found = all.get('shop/cookies');
    if (!found) throw new Error('Nothing is compiled.');
    return found;
  };
  expect(compare(naming('Bannerman', before), naming('Bannerlord', after)).toSorted()).toEqual(rules);
});
