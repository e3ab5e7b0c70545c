import { expect, test } from 'vitest';
import { isMachineName, patternOf, storageName } from '../schemas/cookie-name.ts';
import { placeholder } from '../src/rules/core/placeholder.ts';
import { knownCookie } from '../src/rules/known-cookies.ts';
import { around, compileTexts } from './compile-texts.ts';
import { findingsIn } from './rules.ts';

const problemsOf = (cookie: string) =>
  compileTexts({
    ...around,
    'shop/cookies.yaml': `kind: cookie-policy\ntitle: Cookies\ncookies:\n  one: ${cookie}\nsections:\n  - { title: All, content: [cookies: all] }\n`,
  });

test.each([
  '{ name: Meta Pixel, type: pixel }',
  '{ name: 支付宝客户端 SDK, type: sdk }',
  '{ name: Identifier for advertisers, type: device-id }',
  '{ name: player volume, type: local-storage }',
  '{ name: "_ga_[random number]" }',
  '{ name: "id_{HASH}" }',
  '{ name: "<x>_seen" }',
])('%s has the name its maker gave it', (cookie) => {
  expect(problemsOf(cookie).problems).toEqual([]);
});

test.each([
  ['{ name: my cookie }', 'my cookie'],
  ['{ name: my cookie, type: cookie }', 'my cookie'],
  ['{ name: "[anything]", type: sdk }', '[anything]'],
  ['{ name: "*", type: pixel }', '*'],
])('%s is refused', (cookie, name) => {
  expect(problemsOf(cookie).problems.map(({ message }) => message)).toEqual([
    `Unexpected \`${name}\`, expected a name, for a cookie without spaces as it stands in the browser; * or [words] may stand for a part of it, never alone.`,
  ]);
});

test('a name of a machine is code, another is a name', () => {
  const shown = (cookie: string) => {
    const [block] = problemsOf(cookie).compiled.get('shop/cookies')?.page?.sections[0]?.blocks ?? [];
    return JSON.stringify(block);
  };
  expect(shown('{ name: "_ga_[random number]" }')).toContain(
    '{"sort":"fact","path":"cookies.one.name","text":"_ga_[random number]","isCode":true}',
  );
  expect(shown('{ name: Meta Pixel, type: pixel }')).toContain(
    '{"sort":"fact","path":"cookies.one.name","text":"Meta Pixel"}',
  );
});

test('what differs is the same pattern, however it is marked', () => {
  expect(['_ga_[random number]', '_ga_{HASH}', '_ga_<x>', '_ga_*'].map(patternOf)).toEqual(
    Array(4).fill('_ga_*'),
  );
  expect(isMachineName('_ga_[random number]')).toBe(true);
  expect(storageName.safeParse('<x>').success).toBe(false);
  expect(knownCookie('_ga_[random number]')).toEqual(knownCookie('_ga_*'));
});

test('a part that differs is no gap that was left in a text', async () => {
  expect(findingsIn({ policy: 'cookies:\n  one: { name: "{HASH}_id" }\n' }, placeholder)).toEqual([]);
});
