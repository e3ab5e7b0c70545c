import { expect, test } from 'vitest';
import { reviewMarkdown } from '../src/reports/review-markdown.ts';
import { reviewSides } from '../src/review/review.ts';
import type { Review } from '../src/review/review-model.ts';
import { readSide } from '../src/review/side.ts';
import { openSources, problemsOf } from '../src/site/library.ts';
import { around, sourcesOf, type Texts } from './compile-texts.ts';
import { project } from './open-folder.ts';
import { cookies, edit, publish, publishVersions } from './published-texts.ts';

// What a change does to what is announced, and to what a policy is called.

function review(before: Texts, after: Texts): Review {
  const side = (texts: Texts) => {
    const library = openSources(sourcesOf(texts), { ...project, today: '2026-08-13' });
    return readSide(library, problemsOf(library));
  };
  return reviewSides(side(before), side(after), { today: '2026-08-13' });
}

const announced = edit(
  cookies,
  ['updated: 2026-01-01', 'updated: 2026-08-12\neffective: 2026-09-11\nchange: { summary: Less. }'],
  ['little', 'less'],
);
const published = publishVersions(cookies, announced);
const next = (change: string) =>
  edit(
    announced,
    ['2026-08-12\neffective: 2026-09-11', '2026-08-13\neffective: 2026-09-15'],
    ['{ summary: Less. }', change],
    ['less', 'nearly nothing'],
  );
const found = (text: string) => review(published, { ...published, 'shop/cookies.yaml': text }).policies[0];

test.each([
  [
    '{ summary: Later., insteadOf: 2026-08-12 }',
    'The version of 2026-08-12, announced for 2026-09-11, never binds: this text takes its place, and the day is postponed from 2026-09-11 to 2026-09-15.',
  ],
  [
    '{ summary: Later., after: 2026-08-12 }',
    'The version of 2026-08-12, announced for 2026-09-11, binds first; this text follows it on 2026-09-15.',
  ],
  [
    '{ summary: Later. }',
    'The version of 2026-08-12, announced for 2026-09-11, stays announced; the file does not say whether this text takes its place or follows it on 2026-09-15.',
  ],
])('says what a new version with %s does to the announced one', (change, sentence) => {
  expect(found(next(change))?.waiting).toEqual([sentence]);
});

test('says that an announced version is taken back, and why', () => {
  const withdrawn = edit(cookies, [
    'cookies:',
    'withdrawn: [{ version: 2026-08-12, because: We decided *against* it. }]\ncookies:',
  ]);
  const policy = found(withdrawn);
  expect(policy?.waiting).toEqual([
    'The version of 2026-08-12, announced for 2026-09-11, is taken back and never binds.',
  ]);
  expect(policy?.acts).toEqual([
    'Takes back the version of 2026-08-12. The reason given: We decided against it.',
  ]);
});

test('says what a file says happened though its text stays', () => {
  const before = publishVersions(cookies);
  const ended = `${cookies}retired: { on: 2027-01-01, because: The shop closes. }\n`;
  const told = review(before, { ...before, 'shop/cookies.yaml': ended });
  expect(told.policies[0]?.acts).toEqual(['Ends on 2027-01-01. The reason given: The shop closes.']);
  expect(told.unchanged).toEqual([]);
});

test('says that the block of the last version is used again, or that nothing is said', () => {
  const stale = found(next('{ summary: Less. }'));
  expect(stale?.changeBlock).toContain(
    'The block `change` is that of the last version: it says nothing of this one.',
  );
  const silent = found(next('{ summary: x }').replace('change: { summary: x }\n', ''));
  expect(silent?.changeBlock).toEqual(['Nobody has judged the change: `change.material` is not said.']);
});

test('reviews a policy that was renamed as one, and says so', () => {
  const { 'shop/cookies.yaml': _gone, ...others } = published;
  const renamed = { ...others, 'shop/storage.yaml': `formerly: [cookies]\n${announced}` };
  const told = review(published, renamed);
  expect(told.policies.map(({ policy, change, standing }) => [policy, change, standing.kind])).toEqual([
    ['shop/storage', 'changed', 'as-published'],
  ]);
  expect(told.policies[0]?.acts).toEqual([
    'Was called shop/cookies: every address under that name leads on.',
  ]);
  expect(told.records).toEqual([]);
});

test('links to what is published, with the path the site lives under', () => {
  const site = { 'site.yaml': edit(around['site.yaml'] ?? '', ['example.com', 'example.com/legal']) };
  const before = { ...publish({ ...around, ...site, 'shop/cookies.yaml': cookies }), ...site };
  const after = { ...before, 'shop/cookies.yaml': next('{ summary: Less. }') };
  const told = review(before, after);
  expect(told.policies[0]).toMatchObject({
    page: '/legal/shop/cookies/2026-08-13/',
    live: 'https://example.com/legal/shop/cookies/',
  });
  expect(reviewMarkdown(told)).toContain(
    '- Published: [what readers have now](https://example.com/legal/shop/cookies/)',
  );
});
