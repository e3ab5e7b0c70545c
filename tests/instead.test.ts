import { expect, test } from 'vitest';
import { findEntry, openSources } from '../src/site/library.ts';
import { policyView } from '../src/site/policy-view.ts';
import { around, sourcesOf, type Texts } from './compile-texts.ts';
import { project } from './open-folder.ts';
import { edit, publish } from './published-texts.ts';

// A policy that ends leads on to another one of its product.

const named = (title: string, lines = '') =>
  `kind: cookie-policy\ntitle: ${title}\nupdated: 2026-01-01\n${lines}sections: [{ title: Overview, content: [Some text.] }]\n`;
const ends = (on: string, instead?: string) =>
  `retired: { on: ${on}, because: It ends.${instead ? `, instead: ${instead}` : ''} }\n`;
const three = publish({
  ...around,
  'shop/cookies.yaml': named('Cookies'),
  'shop/privacy.yaml': named('Privacy'),
  'shop/data.yaml': named('Data'),
});

const open = (texts: Texts, today: string) => openSources(sourcesOf(texts), { ...project, today });
const told = (texts: Texts) =>
  open(texts, '2026-03-01').problems.map(({ severity, message, help }) => [severity, message, help]);
const withEnd = (instead: string, others: Texts = {}): Texts => ({
  ...three,
  'shop/cookies.yaml': named('Cookies', ends('2026-06-01', instead)),
  ...others,
});

test.each([
  ['pravicy', 'which is no policy, expected another policy of shop.', 'Did you mean `privacy`?', 'privacy'],
  [
    'cookies',
    'which is this policy, expected another policy of shop.',
    'Known here: `data`, `privacy`.',
    'data',
  ],
])('refuses to lead on to %s', (instead, message, help, mended) => {
  const texts = withEnd(instead);
  expect(told(texts)).toEqual([['error', `Unexpected \`instead: ${instead}\`, ${message}`, help]]);
  const [problem] = open(texts, '2026-03-01').problems;
  expect(problem?.place).toMatchObject({ line: 4, column: 56 });
  expect(told(withEnd(mended))).toEqual([]);
});

test('refuses one that ends no later, round in a circle too, and tells one that ends later', () => {
  const other = (on: string, instead?: string) => ({
    'shop/privacy.yaml': named('Privacy', ends(on, instead)),
  });
  const refused =
    'Unexpected `instead: privacy`, which ends on 2026-06-01 itself, expected one that is there after 2026-06-01.';
  expect(told(withEnd('privacy', other('2026-06-01')))).toEqual([
    ['error', refused, 'Leave `instead` out where no policy takes its place.'],
  ]);
  const circle = told(withEnd('privacy', other('2026-06-01', 'cookies')));
  expect(circle.map(([severity]) => severity)).toEqual(['error', 'error']);
  expect(told(withEnd('privacy', other('2026-06-01', 'data')))).toEqual([
    ['error', refused, 'Name the one that takes the place of both, such as `data`, or leave `instead` out.'],
  ]);
  expect(told(withEnd('data', other('2026-06-01', 'data')))).toEqual([]);
  expect(told(withEnd('privacy', other('2026-07-01', 'data')))).toEqual([
    [
      'info',
      'The policy to read instead, privacy, ends as well, on 2026-07-01; from then on readers are led on from there.',
      'Name the one that takes the place of both, such as `data`, or leave `instead` out.',
    ],
  ]);
});

test('says nothing of one that a fault keeps from being read', () => {
  const texts = withEnd('privacy', { 'shop/privacy.yaml': named('Privacy', 'nonsense: yes\n') });
  expect(open(texts, '2026-03-01').problems.map(({ rule }) => rule)).toEqual(['schema/unknown-key']);
});

/** Where the page of the policy that ended leads. */
function leadsTo(texts: Texts, today: string): string {
  const library = open(texts, today);
  const { version } = policyView(library, findEntry(library, 'shop', 'cookies'));
  return [...(version?.banners ?? []), ...(version?.announcements ?? [])].join('');
}

test('leads readers on to the policy that is there, whatever its name and however often it moved', () => {
  const ended = publish(withEnd('privacy'), '2026-03-01');
  expect(leadsTo(ended, '2026-05-31')).toContain('<a href="/shop/privacy/">Read instead: Privacy</a>');
  expect(leadsTo(ended, '2026-06-01')).toContain('<a href="/shop/privacy/">Read instead: Privacy</a>');
  const { 'shop/privacy.yaml': privacy = '', ...others } = ended;
  const renamed = { ...others, 'shop/protection.yaml': `formerly: [privacy]\n${privacy}` };
  expect(told(renamed)).toEqual([
    [
      'info',
      'The policy to read instead, privacy, is called protection now.',
      'Write `instead: protection`.',
    ],
  ]);
  expect(leadsTo(renamed, '2026-06-01')).toContain('<a href="/shop/protection/">Read instead: Privacy</a>');
  const both = publish(
    { ...ended, 'shop/privacy.yaml': named('Privacy', ends('2026-09-01', 'data')) },
    '2026-08-01',
  );
  expect(leadsTo(both, '2026-08-31')).toContain('<a href="/shop/privacy/">');
  expect(leadsTo(both, '2026-09-01')).toContain('<a href="/shop/data/">Read instead: Data</a>');
});

test('seals another policy to read instead when it is named later', () => {
  const ended = publish(withEnd('privacy'), '2026-03-01');
  const file = edit(ended['shop/cookies.yaml'] ?? '', ['instead: privacy', 'instead: data']);
  const again = publish({ ...ended, 'shop/cookies.yaml': file }, '2026-07-01');
  expect(Object.keys(again)).toContain('shop/history/cookies/2026-07-01.retirement.json');
  expect(leadsTo(again, '2026-07-01')).toContain('This policy ended on 1 June 2026.');
  expect(leadsTo(again, '2026-07-01')).toContain('<a href="/shop/data/">Read instead: Data</a>');
});
