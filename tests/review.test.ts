import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commentText } from '../src/reports/comment-text.ts';
import { reviewHtml } from '../src/reports/review-html.ts';
import { reviewJson } from '../src/reports/review-json.ts';
import { commentLimit, reviewMarkdown, reviewMarker } from '../src/reports/review-markdown.ts';
import { reviewSides } from '../src/review/review.ts';
import type { Review } from '../src/review/review-model.ts';
import { readSide } from '../src/review/side.ts';
import { openSources, problemsOf } from '../src/site/library.ts';
import { type Outcome, policybook } from './command.ts';
import { around, sourcesOf, type Texts } from './compile-texts.ts';
import { project } from './open-folder.ts';
import { cookies, edit, publish, publishVersions } from './published-texts.ts';
import { gitIn } from './repository.ts';

const day = '2026-11-24';

function review(before: Texts, after: Texts, preview?: string): Review {
  const side = (texts: Texts) => {
    const library = openSources(sourcesOf(texts), { ...project, today: day });
    return readSide(library, problemsOf(library));
  };
  return reviewSides(side(before), side(after), { today: day, ...(preview && { preview }) });
}

const published = publishVersions(cookies);
const revise = (...changes: [string, string][]): Texts => ({
  ...published,
  'shop/cookies.yaml': edit(cookies, ...changes),
});
const only = (found: Review) => found.policies[0];

const promised = edit(cookies, ['cookies:', 'notice: { period: 14 days, for: material }\ncookies:']);
const longer: [string, string][] = [
  ['expires: 13 months', 'expires: 14 months'],
  ['updated: 2026-01-01', 'updated: 2026-11-24\neffective: 2026-12-15'],
];

// ——— A repository ———

const folder = mkdtempSync(join(tmpdir(), 'policybook-review-'));
const git = (...args: string[]) => gitIn(folder, ...args);

function write(texts: Texts): void {
  for (const [path, text] of Object.entries(texts)) {
    const file = join(folder, 'policies', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

function commit(message: string): void {
  git('add', 'policies');
  git('commit', '--quiet', '--message', message);
}

const run = (...args: string[]) => policybook(args, { POLICYBOOK_TODAY: day }, folder);

const shopCookies = `kind: cookie-policy
title: Cookies
updated: 2026-01-01
notice: { period: 14 days, for: material }
cookies:
  visit: { name: plm_v, purpose: Counts visits., provider: plume, expires: 30 days }
  session: { name: sid, purpose: Keeps you signed in., expires: session, sameSite: none }
sections:
  - title: What we store
    content: [Here it is., { cookies: all }, 'Visits are counted by {{ vendors.plume.name }}.']
`;
const depotPrivacy = `kind: privacy-policy
title: Datenschutz
language: de
updated: 2026-02-02
sections:
  - title: Wer hilft
    content: ['{{ vendors.plume.name }} zählt für uns.']
`;
const base: Texts = {
  'site.yaml': 'name: Example\nurl: https://example.com\nlanguages: [en-GB, de]\nstop: none\n',
  'vendors.yaml': 'vendors:\n  plume: { name: Plume Ltd, country: IE }\n',
  'shop/product.yaml': 'name: Shop\nvendors: { plume: {} }\n',
  'shop/cookies.yaml': shopCookies,
  'depot/product.yaml': 'name: Depot\nvendors: { plume: {} }\n',
  'depot/privacy.yaml': depotPrivacy,
};

let json: Outcome;
let markdown: string;

beforeAll(async () => {
  git('init', '--quiet', '--initial-branch', 'main');
  write(base);
  commit('Two products that name one company.');
  const released = await run('release', 'policies');
  if (released.code !== 0) throw new Error(`${released.stdout}${released.stderr}`);
  commit('Release.');
  git('checkout', '--quiet', '-b', 'change');
  write({
    'vendors.yaml': 'vendors:\n  plume: { name: Plume Analytics Ltd, country: IE }\n',
    'shop/cookies.yaml': edit(
      shopCookies,
      [
        'updated: 2026-01-01\n',
        'updated: 2026-11-24\neffective: 2026-12-15\nchange: { summary: Longer., material: true, notified: 2026-11-24 }\n',
      ],
      ['expires: 30 days', 'expires: 2 years'],
      ['sameSite: none', 'sameSite: none, secure: true'],
    ),
    'shop/terms.yaml': 'kind: terms\ntitle: Terms\nsections: [{ title: Use, content: [Use it well.] }]\n',
  });
  commit('The change.');
  git('checkout', '--quiet', 'main');
  write({
    'depot/terms.yaml': 'kind: terms\ntitle: Other terms\nsections: [{ title: Use, content: [Use it.] }]\n',
  });
  commit('Meanwhile.');
  git('checkout', '--quiet', 'change');
  [json, { stdout: markdown }] = await Promise.all([
    run('review', '--base', 'main', '--format', 'json'),
    run('review', 'policies', '--base', 'main', '--preview', 'https://preview.example/7/'),
  ]);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('compares the working folder with the commit where the change began', () => {
  expect(json).toMatchObject({ code: 0, stderr: '' });
  const found: Review = JSON.parse(json.stdout);
  expect(found.head).toBe(
    '2 policies change and 1 is new; 1 change is proposed as material. 1 new fault would stop a release.',
  );
  expect(found.base).toEqual({
    ref: expect.any(String),
    commit: expect.stringMatching(/^[0-9a-f]{40}$/),
    isShared: true,
  });
  expect(found.unreadable).toEqual([]);
  expect(
    found.policies.map(({ policy, change, isEdited, standing }) => [policy, change, isEdited, standing.kind]),
  ).toEqual([
    ['depot/privacy', 'changed', false, 'published-edited'],
    ['shop/cookies', 'changed', true, 'new-version'],
    ['shop/terms', 'added', true, 'undated'],
  ]);
  const [, edited] = found.policies;
  expect(edited).toMatchObject({
    product: { id: 'shop', name: 'Shop' },
    dates: { updated: '2026-11-24', effective: '2026-12-15' },
    comparedWith: 'base',
    materiality: { proposed: true, declared: true, verdict: 'agree' },
    notice: {
      period: '14 days',
      source: 'notified',
      from: '2026-11-24',
      earliest: '2026-12-08',
      isKept: true,
      sentence:
        'Notice of 14 days for material changes: people were told on 24 November 2026; it binds on 8 December 2026 at the earliest; the file says 15 December 2026.',
    },
    page: '/shop/cookies/2026-11-24/',
  });
  expect(edited?.changes.find(({ path }) => path === 'cookies.visit.expires')).toMatchObject({
    level: 'material',
    direction: 'more',
    href: '/shop/cookies/2026-11-24/#cookies-visit',
  });
  expect(JSON.stringify(edited?.redline)).toContain('"ops"');
  expect(JSON.stringify(edited?.redline)).not.toContain('"html"');
});

test('says which policies name a shared company, in which languages, and which need a new date', () => {
  const found: Review = JSON.parse(json.stdout);
  expect(found.shared).toEqual([
    {
      file: 'policies/vendors.yaml',
      path: 'vendors.plume',
      kind: 'vendor',
      change: 'changed',
      fields: ['name'],
      namedBy: [
        {
          policy: 'depot/privacy',
          title: 'Datenschutz',
          language: 'de',
          isRead: true,
          isEdited: false,
          isChanged: true,
          needsDate: true,
        },
        {
          policy: 'shop/cookies',
          title: 'Cookies',
          language: 'en-GB',
          isRead: true,
          isEdited: true,
          isChanged: true,
          needsDate: false,
        },
      ],
    },
  ]);
  expect(markdown).toContain('The text of depot/privacy changes although its file was not touched.');
  expect(markdown).toContain(
    'What depot/privacy says is published under the date it has: it needs a new date under updated.',
  );
  expect(markdown).toContain('Named by 2 policies in British English and German:');
});

test('tells new findings from fixed ones, and puts faults first', () => {
  const found: Review = JSON.parse(json.stdout);
  expect(found.faults.map(({ rule, file, line, isNew }) => [rule, file, line, isNew])).toEqual([
    ['version/changed-text', 'policies/depot/privacy.yaml', 7, true],
  ]);
  expect(found.findings.added.map(({ rule }) => rule)).toContain('core/lifetime-over-400d');
  expect(found.findings.fixed.map(({ rule }) => rule)).toContain('core/samesite-none-insecure');
  expect(markdown.split('\n')[0]).toBe(reviewMarker);
  expect(markdown.indexOf('### Faults')).toBeLessThan(markdown.indexOf('### Datenschutz'));
  expect(markdown).toMatch(
    /\| warning \| <code>core\/lifetime-over-400d<\/code> \| .* \| <code>policies\/shop\/cookies\.yaml:8<\/code> \| new \|/,
  );
});

test('calls no finding fixed of a product that the rules could not look at as a whole', () => {
  const found = review(published, { ...published, 'shop/cookies.yaml': `${cookies}wrong: key\n` });
  expect(found.unreadable.map(({ policy }) => policy)).toEqual(['shop/cookies']);
  expect(found.findings.fixed).toEqual([]);
  expect(reviewMarkdown(found)).toContain(
    'The rules did not look at shop/cookies, since of a text with faults nothing is certain.',
  );
});

test('tells what is mended from what is no longer looked for', () => {
  const declared = {
    ...published,
    'shop/product.yaml': `${published['shop/product.yaml']}regimes: [eprivacy]\n`,
  };
  const undeclared = review(declared, published);
  expect(undeclared.findings.fixed).toEqual([]);
  expect(undeclared.findings.dropped.map(({ rule }) => rule)).toContain('eprivacy/provider');
  const gone = review({ ...published, 'shop/terms.yaml': cookies }, published);
  expect(gone.findings.fixed.filter(({ file }) => file.endsWith('/terms.yaml'))).toEqual([]);
});

test('reads keys that nobody would write', () => {
  const odd = { ...published, 'shop/product.yaml': `${published['shop/product.yaml']}"foo(": 1\n` };
  expect(review(published, odd).faults.map(({ rule }) => rule)).toContain('schema/unknown-key');
});

test('has the rules look at a text that is at odds with what is published', () => {
  const found = review(published, {
    ...published,
    'shop/cookies.yaml': edit(cookies, ['13 months', '2 years']),
  });
  expect(found.faults.map(({ rule }) => rule)).toEqual(['version/changed-text']);
  expect(found.findings.added.map(({ rule }) => rule)).toEqual(['core/lifetime-over-400d']);
});

test('links into a preview', () => {
  expect(markdown).toContain('[see it](https://preview.example/7/shop/cookies/2026-11-24/#cookies-visit)');
});

test.each([
  [['review'], 'Unexpected review without --base'],
  [['review', '--base', 'nowhere'], 'Unexpected nowhere, expected a commit'],
  [
    ['review', '--base', 'main', '--format', 'sarif'],
    'Unexpected format sarif, expected markdown, json, html.',
  ],
  [
    ['review', '--base', 'main', '--preview', 'javascript:alert(1)'],
    'Unexpected preview javascript:alert(1)',
  ],
])('refuses %j', async (args, message) => {
  const { code, stdout, stderr } = await run(...args);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(message);
});

// ——— Texts ———

test('says in one sentence that nothing changed', () => {
  const found = review(published, published);
  expect(found.head).toBe('This change leaves every policy as it is.');
  expect(reviewMarkdown(found)).toBe(
    `${reviewMarker}\n\n**This change leaves every policy as it is.**\n\n*${found.notice}*\n`,
  );
});

test('says that a file was edited where its text stays', () => {
  const found = review(published, revise(['title:', '# A note.\ntitle:']));
  expect(found.head).toBe('The text of no policy changes.');
  expect(found.unchanged).toEqual([{ policy: 'shop/cookies', file: 'policies/shop/cookies.yaml' }]);
});

test('prints a small change as a comment', () => {
  const before = publishVersions(promised);
  const after = {
    ...before,
    'shop/cookies.yaml': edit(promised, ...longer, [
      'cookies:',
      'change: { summary: It stays longer., material: false, because: The_purpose is *the same*. }\ncookies:',
    ]),
  };
  const found = review(before, after, 'https://preview.example');
  const shown = { ...found, findings: { added: [], fixed: [], dropped: [], hints: 0 } };
  expect(reviewMarkdown(shown)).toMatchInlineSnapshot(`
    "<!-- policybook-review -->

    **1 policy changes; 1 change is proposed as material.**

    *Findings cite what their sources list and describe what the text says. They are not legal advice.*

    ### Cookie policy · Shop

    - File: <code>policies/shop/cookies.yaml</code>.
    - A new version, after the published version of 1 January 2026. Dated 24 November 2026; binds from 15 December 2026.
    - Readers are told: It stays longer.
    - Proposed as material, but declared not material. The reason given: The\\_purpose is the same.
    - Notice of 14 days for material changes: this change is declared not material, so none is counted.
    - Page: [this text](https://preview.example/shop/cookies/2026-11-24/)
    - Published: [what readers have now](https://example.com/shop/cookies/)

    **Proposed as material**

    - \\_ga is now kept for 14 months. It was 13 months. *▼ Protects readers less.* [see it](https://preview.example/shop/cookies/2026-11-24/#cookies-ga)

    **Editorial**

    - The policy now binds from 15 December 2026. It was 1 January 2026.

    **Redline**

    #### What we store

    \\_ga, Kept for: <del>13</del><ins>14</ins> months
    "
  `);
});

test.each<[string, string, object]>([
  [
    'told',
    'change: { summary: S., material: true, notified: 2026-11-20 }',
    { source: 'notified', earliest: '2026-12-04', isKept: true },
  ],
  [
    'not told',
    'change: { summary: S., material: true }',
    { source: 'updated', from: '2026-11-24', earliest: '2026-12-08', isKept: true },
  ],
  ['not judged yet', 'change: { summary: S. }', { applies: 'undecided' }],
  ['judged not to matter', 'change: { summary: S., material: false, because: So. }', { applies: 'no' }],
])('works out the notice of a version that is %s', (_, change, expected) => {
  const before = publishVersions(promised);
  const after = {
    ...before,
    'shop/cookies.yaml': edit(promised, ...longer, ['cookies:', `${change}\ncookies:`]),
  };
  expect(only(review(before, after))?.notice).toMatchObject(expected);
});

test('holds a version to the promise of the published one, though it makes none itself', () => {
  const before = publishVersions(promised);
  const after = edit(cookies, ...longer, [
    'cookies:',
    'change: { summary: S., material: true, notified: 2026-12-05 }\ncookies:',
  ]);
  const found = review(before, { ...before, 'shop/cookies.yaml': after });
  expect(found.faults.map(({ rule }) => rule)).toEqual(['version/notice']);
  expect(only(found)?.notice?.sentence).toBe(
    'Notice of 14 days for material changes: people were told on 5 December 2026; it binds on 19 December 2026 at the earliest; the file says 15 December 2026, which is too soon.',
  );
});

test('counts notice from today where the text needs a date first', () => {
  const before = publishVersions(edit(promised, ['for: material', 'for: all']));
  const after = { ...before, 'shop/cookies.yaml': edit(promised, ['little', 'less']) };
  const found = only(review(before, after));
  expect(found?.standing).toEqual({
    kind: 'published-edited',
    published: '2026-01-01',
    sentence:
      'Edits the published version of 1 January 2026, which cannot change: the text needs a new date under `updated`.',
  });
  expect(found?.notice).toMatchObject({ source: 'today', from: day, earliest: '2026-12-08', applies: 'yes' });
});

test('compares an edit of an unreleased version with what it edits, and judges it by what is published', () => {
  const first = edit(cookies, ...longer);
  const before = { ...published, 'shop/cookies.yaml': first };
  const after = {
    ...published,
    'shop/cookies.yaml': edit(first, ['We store little.', 'We store very little.']),
  };
  const found = only(review(before, after));
  expect(found?.standing.kind).toBe('unreleased-edited');
  expect(found?.changes.map(({ level }) => level)).not.toContain('material');
  expect(found?.materiality).toMatchObject({ proposed: true, verdict: 'undeclared' });
});

test('names the anchors that go away, and those that were published', () => {
  const found = review(
    published,
    revise(['2026-01-01', '2026-11-24'], ['title: Your choices', 'title: Your options']),
  );
  expect(only(found)?.lostAnchors).toEqual([{ anchor: 'your-choices', isPublished: true }]);
  expect(reviewMarkdown(found)).toContain(
    '- Anchors that go away: <code>your-choices</code> (published). Links to published ones lead nowhere: they belong under aliases.',
  );
});

test('says that a removed policy leaves published versions behind', () => {
  const { 'shop/cookies.yaml': _, ...after } = published;
  const found = review(published, after);
  expect(found.head).toBe('1 policy is removed. 1 new fault would stop a release.');
  expect(only(found)?.standing.sentence).toBe(
    'Published versions keep their addresses: they need the file beside them.',
  );
});

test('says which policies could not be read, and reviews the others', () => {
  const before = publish({ ...published, 'shop/terms.yaml': edit(cookies, ['Cookie policy', 'Terms']) });
  const after = {
    ...before,
    'shop/cookies.yaml': edit(cookies, ['sections:', 'sectoins:']),
    'shop/terms.yaml': edit(
      cookies,
      ['Cookie policy', 'Terms'],
      ['little', 'less'],
      ['2026-01-01', '2026-11-24'],
    ),
  };
  const found = review(before, after);
  expect(found.unreadable).toEqual([{ policy: 'shop/cookies', file: 'policies/shop/cookies.yaml' }]);
  expect(found.policies.map(({ policy }) => policy)).toEqual(['shop/terms']);
  expect(found.faults.map(({ rule }) => rule)).toContain('schema/unknown-key');
  expect(reviewMarkdown(found)).toContain(
    '- <code>shop/cookies</code> (<code>policies/shop/cookies.yaml</code>) could not be read because of its faults: what changes in it is not known.',
  );
});

test('compares with what is published where the text before could not be read', () => {
  const before = revise(['sections:', 'sectoins:']);
  const found = review(before, revise(['2026-01-01', '2026-11-24'], ['little', 'less']));
  expect(only(found)).toMatchObject({ comparedWith: 'published', change: 'changed' });
  expect(review(before, published).policies).toEqual([]);
});

test('finds who shows shared steps, quotes the site, names a contact or belongs to a controller', () => {
  const text = `kind: notice
title: Notice
sections:
  - title: How
    content: [{ steps: [firefox] }, 'By {{ publisher.name }}.', { contact: desk }]
`;
  const texts = (word: string): Texts => ({
    'site.yaml': `name: Example\nurl: https://example.com\nlanguages: [en]\npublisher: { name: ${word} }\n`,
    'steps.yaml': `steps: { firefox: { label: Firefox, steps: [Open ${word}.] } }\n`,
    'shop/product.yaml': `name: Shop\ncontroller: { name: ${word} Ltd, country: IE }\ncontacts: { desk: { label: ${word}, email: a@example.com } }\n`,
    'shop/notice.yaml': text,
    'depot/product.yaml': 'name: Depot\n',
    'depot/other.yaml': 'kind: notice\ntitle: Other\nsections: [{ title: A, content: [B.] }]\n',
  });
  const found = review(texts('One'), texts('Two'));
  expect(
    found.shared.map(({ path, kind, namedBy }) => [path, kind, namedBy.map(({ policy }) => policy)]),
  ).toEqual([
    ['controller', 'controller', ['shop/notice']],
    ['contacts.desk', 'contact', ['shop/notice']],
    ['publisher', 'site', ['shop/notice']],
    ['steps.firefox', 'steps', ['shop/notice']],
  ]);
  expect(only(found)).toMatchObject({ policy: 'shop/notice', isEdited: false });
});

// ——— What hostile or huge texts do ———

test.each([
  ['@everyone <script>alert(1)</script>', '@&#8203;everyone &lt;script&gt;alert(1)&lt;/script&gt;'],
  ['a | `b` | *c*', 'a &#124; \\`b\\` &#124; \\*c\\*'],
  ['see #12, gh-3 and a@b.example', 'see #&#8203;12, gh&#8203;-3 and a@&#8203;b.example'],
  ['https://evil.example and www.evil.example', 'https&#58;//evil.example and www&#46;evil.example'],
  ['[x](y) ![z](w)', '\\[x\\](y) !\\[z\\](w)'],
  ['# Heading', '\\# Heading'],
  ['- item\n\n---\n# two', '\\- item<br>---<br># two'],
  ['1. one', '1\\. one'],
  ['    code', ' code'],
  ['&#64; \\@', '&amp;#&#8203;64; \\\\@&#8203;'],
  ['a\u202eb\u0000c', 'a·b·c'],
  ['$x$ ~~y~~', '\\$x\\$ \\~\\~y\\~\\~'],
])('writes %j so that a comment shows it', (text, expected) => {
  expect(commentText(text)).toBe(expected);
});

const hostile = '</details><script>alert(1)</script> @everyone `x` | a | [b](data:text/html,x) <!-- # c';
const hostileTexts = {
  ...published,
  'shop/product.yaml': `name: ${JSON.stringify(hostile)}\n`,
  'shop/cookies.yaml': edit(
    cookies,
    ['title: Cookie policy', `title: ${JSON.stringify(hostile)}`],
    ['title: Your choices', `id: your-choices\n    title: ${JSON.stringify(hostile)}`],
    ['You can refuse.', JSON.stringify('You can `<script>` refuse @everyone \\<b> | **all**.')],
    ['2026-01-01', '2026-11-24'],
  ),
};

test('lets no text of a policy become a mark of the comment', () => {
  const markdown = reviewMarkdown(review(published, hostileTexts));
  const rest = markdown
    .slice(reviewMarker.length)
    .replaceAll(/<\/?(?:code|ins|del|details|summary|br)>/g, '');
  expect(rest).not.toMatch(/<(?!\/?details)/);
  expect(rest).not.toMatch(/@(?!&#8203;)/);
  expect(rest).not.toMatch(/(?<!\\)\]\(data:/);
  expect(rest).toContain('&lt;script&gt;alert(1)&lt;/script&gt; @&#8203;everyone \\`x\\` &#124; a &#124; ');
  expect(markdown.match(/<details>/g)?.length ?? 0).toBe(markdown.match(/<\/details>/g)?.length ?? 0);
  for (const line of markdown.split('\n').filter((row) => row.startsWith('| ')))
    expect(line.match(/\|/g)).toHaveLength(6);
});

test('writes a document of its own that is safe and says what it is', () => {
  const html = reviewHtml(review(published, hostileTexts, 'https://preview.example'));
  expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
  expect(html).toContain('<title>Review of policies</title>');
  expect(html.match(/<h1>/g)).toHaveLength(1);
  expect(html).toContain('color-scheme: light dark');
  expect(html).not.toContain('<script');
  expect(html).not.toMatch(/\b(?:src|on\w+)=/);
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; @everyone');
  expect(html).toContain('<span lang="en-GB" dir="auto">');
  for (const tag of [
    'details',
    'table',
    'ul',
    'li',
    'section',
    'dl',
    'dd',
    'span',
    'p',
    'code',
    'a',
    'ins',
    'del',
  ])
    expect([tag, html.match(new RegExp(`<${tag}[ >]`, 'g'))?.length]).toEqual([
      tag,
      html.match(new RegExp(`</${tag}>`, 'g'))?.length,
    ]);
});

test('gives its tables headers and captions', () => {
  const html = reviewHtml(review(published, revise(['little', 'less'])));
  expect(html).toContain('<caption>Faults</caption><thead><tr><th scope="col">Severity</th>');
});

test('cuts the redlines of a huge change first, and says so', () => {
  const words = (word: string) =>
    Array.from(
      { length: 700 },
      (_, index) => `Paragraph ${index} says ${word} ${`${word}${index} `.repeat(8)}.`,
    );
  const before = publishVersions(edit(cookies, ['We store little.', 'We store nothing.']));
  const after = {
    ...before,
    'shop/cookies.yaml': edit(
      cookies,
      ['[We store little., { cookies: all }]', JSON.stringify([...words('apple'), { cookies: 'all' }])],
      ['2026-01-01', '2026-11-24'],
    ),
  };
  const found = review(before, after);
  const markdown = reviewMarkdown(found);
  expect(markdown.length).toBeLessThanOrEqual(commentLimit);
  expect(markdown.length).toBeGreaterThan(commentLimit / 2);
  expect(markdown).toContain('The redline is cut here, since a comment holds 65,536 characters');
  expect(markdown).toContain(`**${found.head}**`);
  expect(markdown.match(/<details>/g)).toHaveLength(markdown.match(/<\/details>/g)?.length ?? 0);
});

test('shortens lists where a comment could not even hold them, and never the head', () => {
  const many = (word: string): Texts => ({
    ...around,
    ...Object.fromEntries(
      Array.from({ length: 400 }, (_, index) => [
        `shop/p${index}.yaml`,
        `kind: notice\ntitle: Notice ${index}\nsections: [{ title: A, content: [Some ${word}.] }]\n`,
      ]),
    ),
  });
  const found = review(many('words'), many('text'));
  const markdown = reviewMarkdown(found);
  expect(markdown.length).toBeLessThanOrEqual(commentLimit);
  expect(
    markdown.startsWith(`${reviewMarker}\n\n**400 policies change; no change is proposed as material.**`),
  ).toBe(true);
  expect(markdown).toContain('The rest is left out, since a comment cannot hold it');
});

test('gives the same bytes twice', () => {
  const after = revise(['2026-01-01', '2026-11-24'], ['little', 'less']);
  for (const print of [reviewMarkdown, reviewHtml, reviewJson])
    expect(print(review(published, after))).toBe(print(review(published, after)));
});
