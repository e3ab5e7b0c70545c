import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { reportOf } from '../src/doors/terminal.ts';
import { makeMemory } from '../src/memory.ts';
import type { PageBlock, PolicyPage } from '../src/page/page-model.ts';
import { htmlOf } from '../src/page/piece.ts';
import type { Problem } from '../src/problem.ts';
import type { Library } from '../src/site/library.ts';
import { openFolder } from './open-folder.ts';

// A case is a folder of policies and, if they are invalid, the report a person gets. UPDATE=1 writes the reports anew.

const invalid = 'tests/fixtures/invalid';
const valid = 'tests/fixtures/valid';
const casesIn = (folder: string) => readdirSync(folder).sort();
const problems = makeMemory<Problem[]>(1_000);
/** What is found in a case, which several tests look at. */
const problemsIn = (name: string) =>
  problems(name, () => openFolder(join(invalid, name, 'policies')).problems);

beforeAll(() => {
  vi.stubEnv('NO_COLOR', '1');
  vi.stubEnv('FORCE_COLOR', undefined);
});

test.each(casesIn(invalid))('reports %s', (name) => {
  const folder = join(invalid, name);
  const library = openFolder(join(folder, 'policies'));
  const report = reportOf(library, 'pretty').replaceAll(`${folder}/`, '');
  const file = join(folder, 'expected.txt');
  if (process.env.UPDATE) writeFileSync(file, report);
  expect(library.problems).not.toEqual([]);
  expect(report).toBe(existsSync(file) ? readFileSync(file, 'utf8') : '');
});

test.each(casesIn(invalid))('reports %s from its cache as it did at first', (name) => {
  const folder = join(invalid, name, 'policies');
  expect(openFolder(folder).problems).toEqual(problemsIn(name));
});

test.each(casesIn(invalid))('points into the files of %s', (name) => {
  for (const { place, related = [] } of problemsIn(name)) {
    for (const { file, line, column, endLine, endColumn } of [
      place,
      ...related.map((other) => other.place),
    ]) {
      const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [''];
      expect(lines[line - 1]?.length ?? -1).toBeGreaterThanOrEqual(column - 1);
      expect(lines[endLine - 1]?.length ?? -1).toBeGreaterThanOrEqual(endColumn - 1);
      expect(endLine * 10_000 + endColumn).toBeGreaterThanOrEqual(line * 10_000 + column);
    }
  }
});

test.each(casesIn(invalid))('says in sentences what is wrong with %s', (name) => {
  for (const { message, help } of problemsIn(name)) {
    expect(message).toMatch(/^Unexpected .+, .*expected .+\.$/);
    if (help) expect(help).toMatch(/[.?]$/);
    // Words only a programmer would use.
    expect(`${message} ${help ?? ''}`).not.toMatch(
      /undefined|null|NaN|\[object|\bstring\b|\barray\b|schema|Zod|regex/i,
    );
  }
});

test.each(casesIn(valid))('finds no problem in %s', (name) => {
  const { problems } = openFolder(join(valid, name, 'policies'));
  // That a text binds from its release is no problem of it.
  expect(problems.filter(({ rule }) => rule !== 'version/retroactive')).toEqual([]);
});

function openValid(name: string): Library {
  return openFolder(join(valid, name, 'policies'));
}

function pageOf(name: string, slug = 'cookie-policy'): PolicyPage {
  const library = openValid(name);
  const entry = library.products[0]?.policies.find((policy) => policy.slug === slug);
  if (!entry) throw new Error(`No policy ${slug} in ${name}.`);
  return library.readCompiled(entry).page;
}

function textsOf(name: string, slug?: string): string[] {
  const htmlIn = (block: PageBlock) => (block.type === 'text' ? [htmlOf(block.text)] : []);
  return pageOf(name, slug).sections.flatMap(({ blocks }) => blocks.flatMap(htmlIn));
}

test('makes a page from the least there can be', () => {
  const { title, path, canonical, description, dates, undated, glance } = pageOf('the-least-there-can-be');
  expect({ title, path, canonical, description, dates, undated, glance }).toMatchInlineSnapshot(`
    {
      "canonical": "https://example.com/shop/cookie-policy/",
      "dates": [],
      "description": "We store little.",
      "glance": [],
      "path": "/shop/cookie-policy/",
      "title": "Cookie policy",
      "undated": "This policy states no date.",
    }
  `);
});

test('puts a site that lives under a path there, with the links inside it', () => {
  expect(pageOf('site-under-a-path').canonical).toBe('https://example.com/legal/shop/cookie-policy/');
  expect(textsOf('site-under-a-path', 'terms')).toMatchInlineSnapshot(`
    [
      "<p>See <a href="/legal/shop/cookie-policy/#what-we-store">our cookies</a> and <a href="#what-we-store">here</a>.</p>",
    ]
  `);
});

test('quotes facts of the policy, the product, the vendors and the site', () => {
  expect(textsOf('facts-quoted-from-everywhere')).toMatchInlineSnapshot(`
    [
      "<p>Shop of Example Publishing: <a href="mailto:privacy@example.com">privacy@example.com</a>, <a href="tel:+35391000000">+353 91 000 000</a></p>",
      "<p>The text of March 31, 2026 names Stripe &amp; Sons in Ireland, 1 year, 6 months.</p>",
    ]
  `);
});

test('says of everything that is none that it is not done', () => {
  expect(textsOf('nothing-is-done')).toMatchInlineSnapshot(`
    [
      "<p>No cookies or similar technologies are used.</p>",
      "<p>No personal data is collected.</p>",
      "<p>Personal data is given to nobody else.</p>",
      "<p>Personal data is not transferred to third countries.</p>",
      "<p>No AI models are used.</p>",
      "<p>No decisions about people are made by machines alone.</p>",
      "<p>Personal data is neither sold nor shared for advertising across sites.</p>",
    ]
  `);
});

test('shows names made of marks as they are', () => {
  expect(textsOf('names-made-of-marks')).toMatchInlineSnapshot(`
    [
      "<p>We set __stripe_mid and <code>_ga_*</code>.</p>",
    ]
  `);
});

test('shows text as people type it', () => {
  expect(textsOf('text-as-people-type-it')).toMatchInlineSnapshot(`
    [
      "<p>A list:</p>
    <ul>
    <li>one { two }</li>
    <li>5 &lt; 6 &amp; 7</li>
    </ul>
    <p>A line at the end.</p>",
      "<p>Prices from 5 € – 日本語, ‘quoted’, 100 %.</p>",
    ]
  `);
});

test('shows a policy in Arabic from right to left', () => {
  const { language, direction, dates, sections } = pageOf('policy-in-arabic');
  expect({ language, direction, dates, title: sections[0]?.title }).toMatchInlineSnapshot(`
    {
      "dates": [
        {
          "date": "2026-03-31",
          "term": "Last updated",
          "text": "31 March 2026",
        },
      ],
      "direction": "rtl",
      "language": "ar",
      "title": "ملفات تعريف الارتباط",
    }
  `);
});

test('takes notes beside policies for no policy', () => {
  expect(
    openValid('notes-beside-policies').products.flatMap(({ policies }) => policies.map(({ slug }) => slug)),
  ).toEqual(['cookie-policy']);
});
