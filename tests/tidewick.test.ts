import { expect, test } from 'vitest';
import { type Change, changesBetween } from '../src/compare/changes/changes.ts';
import { redline } from '../src/compare/redline/redline.ts';
import type { Redline, RedlineBlock, RedlineSection } from '../src/compare/redline/redline-model.ts';
import type { CompiledPolicy } from '../src/compile/compile-model.ts';
import { toContent } from '../src/resolve/content.ts';
import type { ResolvedSection } from '../src/resolve/policy-model.ts';
import { changedFields } from '../src/versions/published.ts';
import { openFolder } from './open-folder.ts';

// Tidewick has a past: three years of real edits, each released. Its versions are what comparisons are for.

const library = openFolder('tests/fixtures/demo');
const all = library.products.find(({ id }) => id === 'tidewick')?.policies ?? [];
const policies = all.filter(({ slug }) => slug !== 'refunds');

type Pair = {
  name: string;
  before: CompiledPolicy;
  after: CompiledPolicy;
  marked: Redline;
  changes: Change[];
};

function toPair(name: string, before: CompiledPolicy, after: CompiledPolicy): Pair {
  const marked = redline(before.page, after.page);
  return { name, before, after, marked, changes: changesBetween(before.policy, after.policy, marked) };
}

const pairs = policies.flatMap(({ slug, versions }) =>
  versions.slice(1).map((version, index) => {
    const before = versions[index] ?? version;
    const name = `${slug} ${before.date} → ${version.date}`;
    return toPair(name, library.readCompiled(before), library.readCompiled(version));
  }),
);

/** The text of a block without what went (`-`), or without what came (`+`). */
function textOf({ ops }: RedlineBlock, without: '+' | '-'): string {
  return ops.flatMap(([kind, text]) => (kind === without ? [] : [text])).join('');
}

function isMarked({ change, formats }: RedlineBlock): boolean {
  return change !== 'same' || formats.length > 0;
}

test('has a policy to which everything has happened', () => {
  const refunds = library.standings.get('tidewick/refunds');
  expect(refunds?.versions.map(({ id, status }) => `${id} ${status}`)).toEqual([
    '2026-02-02 superseded',
    '2026-04-01 replaced',
    '2026-04-08 superseded',
    '2026-07-06 superseded',
    '2026-07-06.2 in-force',
    '2026-09-01 withdrawn',
  ]);
  expect(refunds?.entry.acts.map(({ type, day }) => `${day} ${type}`)).toEqual([
    '2026-04-20 notice',
    '2026-09-14 withdrawal',
    '2026-10-19 rename',
  ]);
});

test('has terms that bind two groups, a list with a version to come, and an agreement', () => {
  const standingOf = (slug: string) => library.standings.get(`tidewick/${slug}`)?.versions ?? [];
  const said = (slug: string) => standingOf(slug).map(({ id, status }) => `${id} ${status}`);
  expect(said('terms')).toEqual(['2025-01-20 superseded', '2026-10-05 in-force']);
  expect(said('sub-processors')).toEqual(['2026-10-05 in-force', '2026-11-02 upcoming']);
  expect(said('data-processing-agreement')).toEqual(['2026-10-05 in-force']);
  const anchors = standingOf('terms').flatMap((version) => version.anchors);
  expect(anchors).toContain('logs-conduct-a-ii');
});

test('has at least five versions of two policies, over three years, the last of one to come', () => {
  const old = policies.filter(({ slug }) => ['cookie-policy', 'privacy-policy'].includes(slug));
  for (const { versions } of old) {
    expect(versions.length).toBeGreaterThanOrEqual(5);
    expect(versions.every(({ isProposed }) => !isProposed)).toBe(true);
    expect(versions[0]?.date.startsWith('2023')).toBe(true);
  }
  expect(old[0]?.versions.at(-1)).toMatchObject({
    date: '2026-11-20',
    effective: '2026-12-15',
    isMaterial: true,
    reconsent: true,
    notified: '2026-11-20',
  });
});

test.each(pairs)('lists changes where the text of $name is marked', ({ before, after, marked, changes }) => {
  const blocks = marked.sections.flatMap((section) => section.blocks);
  expect(changedFields(toContent(before.policy), toContent(after.policy))).not.toEqual([]);
  expect(changes.length).toBeGreaterThan(0);
  // Dates and facts that no page shows can change without a mark; a mark never stands without a change.
  if (blocks.some(isMarked)) expect(changes.some(({ rule }) => rule !== 'effective-date-changed')).toBe(true);
});

test.each(pairs)('accepts and refuses the marks of $name to both texts', ({ before, after, marked }) => {
  const blocks = marked.sections.flatMap((section) => section.blocks);
  const accepted = blocks.filter(({ change }) => change !== 'removed').map((block) => textOf(block, '-'));
  const refused = blocks
    .filter(({ was }) => was !== undefined)
    .sort((a, b) => (a.was ?? 0) - (b.was ?? 0))
    .map((block) => textOf(block, '+'));
  const whole = (page: CompiledPolicy['page']) =>
    redline(page, page).sections.flatMap((section) => section.blocks.map((block) => textOf(block, '-')));
  expect(accepted).toEqual(whole(after.page));
  expect(refused).toEqual(whole(before.page));
});

/** The inventories and facts whose rows a section shows. */
function shownIn(sections: readonly ResolvedSection[], id: string): string[] {
  return sections.flatMap((section) => {
    const own = section.content.flatMap((block) => {
      if (block.type === 'contact') return ['contacts'];
      // A cookie's row names its vendor, and a category heads the table of its cookies.
      if (block.type === 'inventory') return [block.of, 'vendors', 'categories', 'cookies'];
      return block.type === 'fact' || block.type === 'none' ? [block.of] : [];
    });
    return section.id === id ? own : shownIn(section.sections, id);
  });
}

/** Whether a listed change tells of the marks in a section: by its path, by the rows it shows, by a fact it quotes. */
function tellsOf(change: Change, section: RedlineSection, { before, after }: Pair): boolean {
  const ids = [section.id, section.formerId ?? section.id];
  if (ids.some((id) => change.path === `sections.${id}` || change.path.startsWith(`sections.${id}.`)))
    return true;
  const shown = ids.flatMap((id) => [
    ...shownIn(before.policy.sections, id),
    ...shownIn(after.policy.sections, id),
  ]);
  if (shown.some((name) => change.path.startsWith(name))) return true;
  const texts = section.blocks.filter(isMarked).flatMap((block) => [textOf(block, '-'), textOf(block, '+')]);
  const values = [change.before, change.after].filter((value) => typeof value === 'string');
  return values.some((value) => texts.some((text) => text.includes(value)));
}

test.each(pairs)('the list and the marks of $name agree, section by section', (pair) => {
  const marked = pair.marked.sections.filter(({ id, blocks }) => id !== '_opening' && blocks.some(isMarked));
  const untold = marked.filter((section) => !pair.changes.some((change) => tellsOf(change, section, pair)));
  expect(untold.map(({ id }) => id)).toEqual([]);
  const prose = pair.changes.filter(({ rule }) => rule.startsWith('prose-'));
  const places = new Set(marked.flatMap(({ id, formerId }) => [`sections.${id}`, `sections.${formerId}`]));
  expect(prose.filter(({ path }) => !places.has(path.split('.').slice(0, 2).join('.')))).toEqual([]);
});

test('tells the versions of the cookie policy in the rules they were made for', () => {
  const rules = pairs
    .filter(({ name }) => name.startsWith('cookie-policy'))
    .map(({ name, changes }) => [name, [...new Set(changes.map(({ rule }) => rule))]]);
  expect(Object.fromEntries(rules)).toMatchInlineSnapshot(`
    {
      "cookie-policy 2023-09-04 → 2024-02-19": [
        "section-added",
        "cookie-added",
        "vendor-added",
        "category-added",
        "prose-changed",
        "effective-date-changed",
      ],
      "cookie-policy 2024-02-19 → 2024-05-13": [
        "category-changed",
        "cookie-added",
        "effective-date-changed",
      ],
      "cookie-policy 2024-05-13 → 2024-07-01": [
        "effective-date-changed",
        "prose-typo",
      ],
      "cookie-policy 2024-07-01 → 2025-03-10": [
        "section-renamed",
        "contact-changed",
        "anchor-added",
        "section-moved",
      ],
      "cookie-policy 2025-03-10 → 2025-10-06": [
        "prose-number-changed",
        "cookie-added",
        "category-changed",
        "cookie-duration-decreased",
      ],
      "cookie-policy 2025-10-06 → 2026-03-16": [
        "cookie-added",
        "vendor-added",
        "category-changed",
        "prose-changed",
        "cookie-removed",
        "vendor-removed",
        "effective-date-changed",
        "anchor-added",
      ],
      "cookie-policy 2026-03-16 → 2026-11-20": [
        "prose-changed",
        "prose-number-changed",
        "cookie-added",
        "vendor-added",
        "cookie-removed",
        "vendor-removed",
        "effective-date-changed",
        "anchor-added",
      ],
    }
  `);
});
