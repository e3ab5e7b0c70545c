import { expect, test } from 'vitest';
import { reviewSides } from '../src/review/review.ts';
import { readSide } from '../src/review/side.ts';
import { comparisonView } from '../src/site/comparison-view.ts';
import { findEntry, openSources, problemsOf } from '../src/site/library.ts';
import { sourcesOf, type Texts } from './compile-texts.ts';
import { project } from './open-folder.ts';
import { cookies, edit, publish, publishVersions } from './published-texts.ts';

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
      .map(({ text, level, direction }) => [policy, text, level, direction]),
  );
}

test('tells in a review what moved to another policy of the product, from both sides', () => {
  expect(reviewed(split(ga))).toEqual([
    ['shop/analytics', '_ga is told here now; until then “Cookie policy” told it.', 'review', 'neutral'],
    ['shop/cookies', '_ga is told in “Analytics” now.', 'review', 'neutral'],
  ]);
});

test('says removed and new where a fact is not the same', () => {
  const told = reviewed(split(edit(ga, ['13 months', '14 months'])));
  expect(told.map(([policy, , level, direction]) => [policy, level, direction])).toEqual([
    ['shop/analytics', 'material', 'more'],
    ['shop/cookies', 'review', 'less'],
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
  expect(told('cookies')).not.toContain('no longer used');
  expect(told('analytics')).toContain('_ga is told here now; until then “Cookie policy” told it.');
  const alone = library(publish({ ...before, 'shop/cookies.yaml': left }));
  const view = comparisonView(alone, findEntry(alone, 'shop', 'cookies'), {
    id: '2026-02-01',
    kind: 'changes',
  });
  expect(JSON.stringify(view.comparison.list.groups)).toContain('no longer used');
});
