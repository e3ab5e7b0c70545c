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

function review(before: Texts, after: Texts, today = '2026-08-13'): Review {
  const side = (texts: Texts) => {
    const library = openSources(sourcesOf(texts), { ...project, today });
    return readSide(library, problemsOf(library));
  };
  return reviewSides(side(before), side(after), { today });
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
    'The version of 12 August 2026, announced for 11 September 2026, never binds: this text takes its place, and the day is postponed from 11 September 2026 to 15 September 2026.',
  ],
  [
    '{ summary: Later., after: 2026-08-12 }',
    'The version of 12 August 2026, announced for 11 September 2026, binds first; this text follows it on 15 September 2026.',
  ],
  [
    '{ summary: Later. }',
    'The version of 12 August 2026, announced for 11 September 2026, stays announced; the file does not say whether this text takes its place or follows it on 15 September 2026.',
  ],
])('says what a new version with %s does to the announced one', (change, sentence) => {
  expect(found(next(change))?.waiting).toEqual([sentence]);
});

const takenBack = 'withdrawn: [{ version: 2026-08-12, because: We decided *against* it. }]\ncookies:';

test('says that an announced version is taken back, and why, and that the text is the one in force again', () => {
  const policy = found(edit(cookies, ['cookies:', takenBack]));
  expect(policy?.waiting).toEqual([]);
  expect(policy?.acts).toEqual([
    'Takes back the version of 12 August 2026, announced for 11 September 2026, which never binds. The reason given: We decided against it.',
  ]);
  expect(policy?.standing).toEqual({
    kind: 'as-published',
    published: '2026-01-01',
    sentence: 'Says the same as the published version of 1 January 2026; no new version.',
  });
});

test('says that the text of a version that is taken back still stands there, and tells no day of another', () => {
  const told = edit(announced, ['Less. }', 'Less., notified: 2026-08-13 }'], ['cookies:', takenBack]);
  expect(found(told)).toMatchObject({
    change: 'kept',
    standing: {
      kind: 'as-taken-back',
      sentence:
        'Still says what the published version of 12 August 2026 says, which does not stand any more; no new version.',
    },
    acts: [expect.stringMatching(/^Takes back the version of 12 August 2026, announced for /)],
  });
});

test('says that a version is taken back too late', () => {
  const late = { ...published, 'shop/cookies.yaml': edit(announced, ['cookies:', takenBack]) };
  expect(review(published, late, '2026-10-01').policies[0]).toMatchObject({
    standing: { kind: 'as-published', published: '2026-08-12' },
    acts: [
      'Takes back the version of 12 August 2026, which took effect on 11 September 2026: that is too late, and no release does it.',
    ],
  });
});

test('says what a file says happened though its text stays', () => {
  const before = publishVersions(cookies);
  const ended = `${cookies}retired: { on: 2027-01-01, because: The shop closes. }\n`;
  const told = review(before, { ...before, 'shop/cookies.yaml': ended });
  expect(told.head).toBe('1 policy keeps its text and changes otherwise.');
  expect(told.policies[0]?.acts).toEqual(['Ends on 1 January 2027. The reason given: The shop closes.']);
  expect(told.unchanged).toEqual([]);
});

test('takes a day of notice that is told later for what happened, not for another text', () => {
  const told = found(edit(announced, ['Less. }', 'Less., notified: 2026-08-13 }']));
  expect(told).toMatchObject({ change: 'kept', standing: { kind: 'as-published', published: '2026-08-12' } });
  expect(told?.acts).toEqual([
    'Says that people were told of the version of 12 August 2026 on 13 August 2026.',
  ]);
});

test('takes a correction on the day of a text for a version of its own', () => {
  const first = edit(cookies, ['2026-01-01', '2026-08-13']);
  const before = publishVersions(first);
  const change = 'change: { summary: A slip., material: false, corrects: 2026-08-13 }';
  const corrected = edit(first, ['cookies:', `${change}\ncookies:`], ['little', 'less']);
  const told = review(before, { ...before, 'shop/cookies.yaml': corrected });
  expect(told.policies[0]).toMatchObject({
    days: 'Dated 13 August 2026; binds from 13 August 2026.',
    standing: {
      kind: 'new-version',
      sentence: 'A new version, after the published version of 13 August 2026.',
    },
    page: '/shop/cookies/2026-08-13.2/',
  });
});

test('judges a version that takes the place of an announced one by the one that readers know', () => {
  const before = publishVersions(
    cookies,
    edit(announced, ['Less.', 'Longer., material: true'], ['expires: 13 months', 'expires: 14 months']),
  );
  const postponed = edit(
    before['shop/cookies.yaml'] ?? '',
    ['2026-08-12\neffective: 2026-09-11', '2026-08-13\neffective: 2026-09-15'],
    ['Longer.', 'Longer and later.'],
    ['material: true', 'material: true, insteadOf: 2026-08-12'],
  );
  const told = review(before, { ...before, 'shop/cookies.yaml': postponed });
  expect(told.head).toBe('1 policy changes; no further change is proposed as material.');
  expect(told.policies[0]?.materiality).toMatchObject({ proposed: true, against: '2026-01-01' });
  expect(told.policies[0]?.materiality?.sentence).toBe(
    'Proposed as material, compared with the published version of 1 January 2026; declared material as well.',
  );
});

test('tells what a change seals itself as what it brings', () => {
  const told = review(publishVersions(cookies), published).policies[0];
  expect(told).toMatchObject({
    standing: {
      kind: 'new-version',
      published: '2026-01-01',
      isSealed: true,
      sentence:
        'A new version, after the published version of 1 January 2026; its record is part of this change.',
    },
    materiality: { verdict: 'undeclared' },
  });
  const { 'shop/cookies.yaml': text = '', ...sealed } = publishVersions(
    cookies,
    announced,
    next('{ summary: Later., insteadOf: 2026-08-12 }'),
  );
  const both = review(publishVersions(cookies), { ...sealed, 'shop/cookies.yaml': text });
  expect(both.policies[0]?.acts).toEqual([
    'The record of a version of 12 August 2026 is part of this change as well.',
  ]);
});

test('says from when a late text really binds', () => {
  const days = (dates: string, change = '') => {
    const late = edit(
      cookies,
      ['2026-01-01', dates],
      ['cookies:', `change: { summary: Less.${change} }\ncookies:`],
      ['little', 'less'],
    );
    const before = publishVersions(cookies);
    return review(before, { ...before, 'shop/cookies.yaml': late }).policies[0]?.days;
  };
  expect(days('2026-08-01')).toBe(
    'Dated 1 August 2026; it binds from the day of its release, which is later.',
  );
  expect(days('2026-08-01\neffective: 2026-08-10')).toBe(
    'Dated 1 August 2026; it says that it binds from 10 August 2026, and binds from the day of its release, which is later.',
  );
  expect(days('2026-08-01', ', retroactive: A court *said so*.')).toBe(
    'Dated 1 August 2026; binds from 1 August 2026, though it is published later. The reason given: A court said so.',
  );
});

test('takes a quotation that was written out for another text, as check does', () => {
  const quoting = edit(cookies, ['We store little.', '"We store little of {{ name }}."']);
  const before = publishVersions(quoting);
  const told = review(before, { ...before, 'shop/cookies.yaml': edit(quoting, ['{{ name }}', 'Shop']) });
  expect(told.faults.map(({ rule }) => rule)).toEqual(['version/changed-text']);
  expect(told.policies[0]?.standing.kind).toBe('published-edited');
});

test('says that the block of the last version is used again, or that nothing is said', () => {
  const stale = found(next('{ summary: Less. }'));
  expect(stale?.changeBlock).toContain(
    'The block `change` is that of the last version: it says nothing of this one.',
  );
  const silent = found(next('{ summary: x }').replace('change: { summary: x }\n', ''));
  expect(silent?.materiality?.sentence).toBe(
    'Proposed as material; nobody has judged it (`change.material`).',
  );
});

test('reviews a policy that was renamed as one, and says so', () => {
  const { 'shop/cookies.yaml': _gone, ...others } = published;
  const renamed = { ...others, 'shop/storage.yaml': `formerly: [cookies]\n${announced}` };
  const told = review(published, renamed);
  expect(told.policies.map(({ policy, change, standing }) => [policy, change, standing.kind])).toEqual([
    ['shop/storage', 'kept', 'as-published'],
  ]);
  expect(told.policies[0]?.acts).toEqual([
    'Was called shop/cookies: every address under that name leads on.',
  ]);
  expect(told.policies[0]?.live).toBe('https://example.com/shop/cookies/');
  expect(told.records).toEqual([]);
  expect(told.findings).toEqual({ added: [], fixed: [], dropped: [], hints: 0 });
});

test('reviews a product that was renamed as one, whose policies keep their texts and findings', () => {
  const moved = Object.entries(published).map(([path, text]) => [path.replace(/^shop\//, 'store/'), text]);
  const after: Texts = {
    ...Object.fromEntries(moved),
    'store/product.yaml': 'name: Shop\nformerly: [shop]\n',
  };
  const told = review(published, after);
  expect(told.head).toBe('1 policy keeps its text and changes otherwise.');
  expect(told.policies.map(({ policy, acts, changes }) => [policy, acts, changes])).toEqual([
    ['store/cookies', ['Was called shop/cookies: every address under that name leads on.'], []],
  ]);
  expect(told.shared.map(({ file, path, change }) => [file, path, change])).toEqual([
    ['policies/store/product.yaml', 'formerly', 'added'],
  ]);
  expect([told.faults, told.findings]).toEqual([[], { added: [], fixed: [], dropped: [], hints: 0 }]);
});

test('reviews a policy that was renamed though a fault keeps it from being read', () => {
  const { 'shop/cookies.yaml': _gone, ...others } = published;
  const told = review(published, {
    ...others,
    'shop/storage.yaml': `formerly: [cookies]\n${announced}wrong: 1\n`,
  });
  expect(told.policies).toEqual([]);
  expect(told.unreadable.map(({ policy }) => policy)).toEqual(['shop/storage']);
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
