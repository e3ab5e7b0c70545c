import { expect, test } from 'vitest';
import { policyMarkdown } from '../src/exporters/markdown.ts';
import { anchorsOf } from '../src/page/page.ts';
import { htmlOf } from '../src/page/piece.ts';
import { reviewSides } from '../src/review/review.ts';
import { readSide } from '../src/review/side.ts';
import { comparisonView } from '../src/site/comparison-view.ts';
import { findEntry, openSources, problemsOf } from '../src/site/library.ts';
import { policyView } from '../src/site/policy-view.ts';
import { policybook } from './command.ts';
import { sourcesOf, type Texts } from './compile-texts.ts';
import { project } from './open-folder.ts';
import { cookies, edit, publish, publishVersions, writeFolder } from './published-texts.ts';

// A policy is split: a cookie leaves one and comes into another of the product.

const ga = '  ga: { name: _ga, expires: 13 months }\n';
const other = edit(cookies, ['Cookie policy', 'Analytics'], [ga, '']);
const before = publish({ ...publishVersions(cookies), 'shop/analytics.yaml': other });
const later = (text: string, ...changes: [string, string][]) =>
  edit(
    text,
    ['2026-01-01', '2026-02-01'],
    ['cookies:', 'change: { summary: Split., material: true }\ncookies:'],
    ...changes,
  );
const left = later(cookies, [ga, ''], ['sections:', 'aliases: [cookies-ga]\nsections:']);
const split = (entry: string): Texts => ({
  ...before,
  'shop/cookies.yaml': left,
  'shop/analytics.yaml': later(other, ['  sid:', `${entry}  sid:`]),
});

const library = (texts: Texts) => openSources(sourcesOf(texts), { ...project, today: '2026-03-01' });

const faultsOf = (texts: Texts) => library(texts).problems.filter(({ severity }) => severity !== 'info');

function reviewed(texts: Texts) {
  const [old, now] = [before, texts].map((own) => {
    const opened = library(own);
    return readSide(opened, problemsOf(opened));
  });
  if (!old || !now) throw new Error('There are two sides.');
  const { policies } = reviewSides(old, now, { today: '2026-03-01' });
  return policies.flatMap(({ policy, changes }) =>
    changes
      .filter(({ path }) => path === 'cookies.ga')
      .map(({ sentence, level, direction }) => [policy, sentence, level, direction]),
  );
}

test('tells in a review what moved to another policy of the product, from both sides', () => {
  expect(reviewed(split(ga))).toEqual([
    ['shop/analytics', '_ga is told here now; until then “Cookie policy” told it.', 'review', 'neutral'],
    ['shop/cookies', '_ga is told in “Analytics” now.', 'review', 'neutral'],
  ]);
});

const section = '  - title: Cookies of partners\n    content: [They see only what you show them.]\n';
const withSection = edit(cookies, ['  - title: Your choices', `${section}  - title: Your choices`]);
const whole = publish({ ...publishVersions(withSection), 'shop/analytics.yaml': other });
const taken = (text: string) => edit(text, [section, '']);
const given = (text: string) => `${text}${section}`;
const sectionSplit = (left: string): Texts => ({
  ...whole,
  'shop/cookies.yaml': later(taken(withSection), ['sections:', `${left}sections:`]),
  'shop/analytics.yaml': given(later(other)),
});
const wayTo = (place: string, anchor = 'cookies-of-partners') => `moved: { ${anchor}: ${place} }\n`;

test('asks nobody whether it matters that something moved, and for a summary all the same', () => {
  const unjudged = (texts: Texts) =>
    Object.fromEntries(
      Object.entries(texts).map(([path, text]) => [
        path,
        path.endsWith('.yaml') ? text.replace(', material: true }', ' }') : text,
      ]),
    );
  const rules = (texts: Texts) => faultsOf(unjudged(texts)).map(({ rule, place }) => [rule, place.file]);
  expect(rules(split(ga))).toEqual([]);
  expect(rules(split(edit(ga, ['13 months', '14 months'])))).toEqual([
    ['version/change-unjudged', 'policies/shop/analytics.yaml'],
  ]);
  const silent = { ...split(ga) };
  silent['shop/analytics.yaml'] = edit(silent['shop/analytics.yaml'] ?? '', [
    'change: { summary: Split., material: true }\n',
    '',
  ]);
  expect(rules(silent)).toEqual([['version/no-summary', 'policies/shop/analytics.yaml']]);
});

test('leads an old anchor to another policy of the product, and tells a section as moved', () => {
  expect(faultsOf(sectionSplit('')).map(({ rule }) => rule)).toEqual(['version/anchor-lost']);
  const texts = sectionSplit(wayTo('analytics#cookies-of-partners'));
  expect(faultsOf(texts)).toEqual([]);
  const released = library(publish(texts));
  const { page } = policyView(released, findEntry(released, 'shop', 'cookies'));
  expect(anchorsOf(page)).toContain('cookies-of-partners');
  expect(page.moved?.items.map(({ id, text }) => [id, htmlOf(text)])).toEqual([
    [
      'cookies-of-partners',
      'What stood here (<code>#cookies-of-partners</code>) is at <a href="/shop/analytics/#cookies-of-partners">its new place</a> now.',
    ],
  ]);
  const view = comparisonView(released, findEntry(released, 'shop', 'cookies'), {
    id: '2026-02-01',
    kind: 'changes',
  });
  const told = view.comparison.list.groups.flatMap(({ items }) => items.map(({ html }) => html));
  expect(told).toEqual(['“Cookies of partners” is told in “Analytics” now.']);
  expect(policyMarkdown(page)).toContain('## Moved to other policies\n\n- What stood here');
});

test('finds by the way to it what has another id there', () => {
  const renamedId = edit(ga, ['  ga:', '  analytics:']);
  const texts = split(renamedId);
  const moved = {
    ...texts,
    'shop/cookies.yaml': edit(texts['shop/cookies.yaml'] ?? '', [
      'aliases: [cookies-ga]\n',
      wayTo('analytics#cookies-analytics', 'cookies-ga'),
    ]),
  };
  expect(faultsOf(moved)).toEqual([]);
  const released = library(publish(moved));
  const told = (slug: string) => {
    const view = comparisonView(released, findEntry(released, 'shop', slug), {
      id: '2026-02-01',
      kind: 'changes',
    });
    return JSON.stringify(view.comparison.list.groups);
  };
  expect(told('cookies')).toContain('_ga is told in “Analytics” now.');
  expect(told('analytics')).toContain('_ga is told here now; until then “Cookie policy” told it.');
});

test.each([
  [
    'analytics#nowhere',
    'Unexpected link to `analytics#nowhere`, expected the id of a section or an entry of shop/analytics.',
  ],
  ['nowhere', 'Unexpected link to `nowhere`, expected a policy of this site.'],
])('refuses a way to %s', (place, message) => {
  const [problem, ...others] = faultsOf(sectionSplit(wayTo(place)));
  expect([problem?.message, others]).toEqual([message, []]);
});

test('refuses an old anchor that is still here', () => {
  const texts = sectionSplit(`moved: { your-choices: analytics, cookies-of-partners: analytics }\n`);
  expect(faultsOf(texts)).toMatchObject([
    { rule: 'reference/duplicate', help: 'Take it out: what has this id is still here.' },
  ]);
});

test('prints with diff what moved', async () => {
  const folder = writeFolder('.cache/tests/moved', split(ga));
  const { stdout } = await policybook(['diff', 'shop/cookies', '--folder', folder, '--as-of', '2026-03-01']);
  expect(stdout).toContain('_ga is told in “Analytics” now.');
  writeFolder('.cache/tests/moved', publish(split(ga)));
  const dates = ['2026-01-01', '2026-02-01'];
  const between = await policybook([
    'diff',
    'shop/analytics',
    ...dates,
    '--folder',
    folder,
    '--as-of',
    '2026-03-01',
  ]);
  expect(between.stdout).toContain('_ga is told here now; until then “Cookie policy” told it.');
});

test('says removed and new where a fact is not the same', () => {
  const told = reviewed(split(edit(ga, ['13 months', '14 months'])));
  expect(told.map(([policy, , level, direction]) => [policy, level, direction])).toEqual([
    ['shop/analytics', 'material', 'more'],
    ['shop/cookies', 'review', 'neutral'],
  ]);
});

test('tells it on the page of the change, by what was in force of the other policy', () => {
  const texts = publish(split(ga));
  const opened = library(texts);
  const told = (slug: string) => {
    const view = comparisonView(opened, findEntry(opened, 'shop', slug), {
      id: '2026-02-01',
      kind: 'changes',
    });
    return JSON.stringify(view.comparison.list.groups);
  };
  expect(told('cookies')).toContain('_ga is told in “Analytics” now.');
  expect(told('cookies')).not.toContain('no longer lists');
  expect(told('analytics')).toContain('_ga is told here now; until then “Cookie policy” told it.');
  const alone = library(publish({ ...before, 'shop/cookies.yaml': left }));
  const view = comparisonView(alone, findEntry(alone, 'shop', 'cookies'), {
    id: '2026-02-01',
    kind: 'changes',
  });
  expect(JSON.stringify(view.comparison.list.groups)).toContain('no longer lists');
});

test('leads an old clause to the clause of another policy that tells it now', () => {
  const clauses = (title: string, ...told: string[]) =>
    `  - title: ${title}\n    content:\n      - |\n${told.map((text, index) => `        (${'abc'[index]}) ${text}\n`).join('')}`;
  const [no, off, forget] = ['Say no to it.', 'Turn it off.', 'Ask us by letter to forget you.'];
  const old = `${cookies}${clauses('Your wishes', no, off, forget)}`;
  const first = publish({ ...publishVersions(old), 'shop/analytics.yaml': other });
  const moved = (way: string): Texts => ({
    ...first,
    'shop/cookies.yaml': later(old, [`        (c) ${forget}\n`, ''], ['sections:', `${way}sections:`]),
    'shop/analytics.yaml': `${later(other)}${clauses('Letters', 'Write to us.', forget)}`,
  });
  expect(faultsOf(moved('')).map(({ rule }) => rule)).toEqual(['version/anchor-lost']);
  const texts = moved(wayTo('analytics#letters-b', 'your-wishes-c'));
  expect(faultsOf(texts)).toEqual([]);
  const released = library(publish(texts));
  const { page } = policyView(released, findEntry(released, 'shop', 'cookies'));
  expect(anchorsOf(page)).toContain('your-wishes-c');
  expect(page.moved?.items.map(({ text }) => htmlOf(text))).toEqual([
    'What stood here (<code>#your-wishes-c</code>) is at <a href="/shop/analytics/#letters-b">its new place</a> now.',
  ]);
});
