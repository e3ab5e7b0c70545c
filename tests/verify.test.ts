import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, expect, inject, test } from 'vitest';
import type { Problem } from '../src/problem.ts';
import { manifestPath } from '../src/versions/manifest.ts';
import { sealHead, writeRecord } from '../src/versions/record.ts';
import type { VersionRecord } from '../src/versions/record-formats.ts';
import { sumsPath, writeSums } from '../src/versions/sums.ts';
import { verifySite } from '../src/versions/verify.ts';
import { policybook, root } from './command.ts';
import { around, compileTexts } from './compile-texts.ts';
import { cookies, edit, filesIn, publishVersions, sealRecord, writeFolder } from './published-texts.ts';
import { type Change, type Files, replace, siteOf, textOf } from './site-files.ts';

// A small site is built once. Each case changes one thing in a copy of it, and the check must name the file.

const workspace = `${inject('workspace')}/verify`;
const dist = `${workspace}/dist`;

const first = edit(
  cookies,
  ['title: Cookie policy', 'kicker: All visitors\ntitle: Cookie policy\nlead: Read it well.'],
  ['[You can refuse.]', '["Ask [us](https://example.com/ask). You can refuse."]'],
);
const second = edit(first, ['2026-01-01', '2026-02-01'], ['little', 'less']);
const policies = publishVersions(first, second);
const terms = edit(cookies, ['kind: cookie-policy', 'kind: terms'], ['Cookie policy', 'Terms']);

let built: Files;

beforeAll(async () => {
  // One policy of its own date beside the two versions.
  const texts = {
    ...policies,
    'site.yaml': edit(around['site.yaml'] ?? '', ['example.com', 'example.com/legal']),
    'shop/terms.yaml': terms,
  };
  writeFolder(`${workspace}/policies`, texts);
  rmSync(join(root, dist), { recursive: true, force: true });
  for (const args of [
    ['release', `${workspace}/policies`],
    ['build', `${workspace}/policies`, '--out', dist, '--as-of', '2026-06-01'],
  ])
    expect(await policybook(args)).toMatchObject({ code: 0, stderr: '' });
  built = new Map(Object.entries(filesIn(dist)));
});

/** The files named in problems. */
function found(files: Files): string[] {
  return verifySite(siteOf(files)).problems.map(({ place, message }) => {
    expect(message).toMatch(/^Unexpected .+expected .+\.$/s);
    return place.file.replace('dist/', '');
  });
}

function remove(path: string): Change {
  return (files) => {
    textOf(files, path);
    files.delete(path);
  };
}

function swap(one: string, other: string): Change {
  return (files) => {
    const [a, b] = [textOf(files, one), textOf(files, other)];
    files.set(one, b).set(other, a);
  };
}

// biome-ignore lint/suspicious/noExplicitAny: a test may reach into JSON as it likes.
function change(path: string, edited: (value: any) => void): Change {
  return (files) => {
    const value = JSON.parse(textOf(files, path));
    edited(value);
    files.set(path, path === manifestPath ? `${JSON.stringify(value, undefined, 2)}\n` : writeRecord(value));
  };
}

const older = 'shop/cookies/2026-01-01';
const newer = 'shop/cookies/2026-02-01';
const olderPage = `${older}/index.html`;
const newerPage = `${newer}/index.html`;
const olderRecord = `${older}.json`;
const head = 'shop/cookies/head.json';
const newerRecord = `${newer}.json`;
const current = 'shop/cookies/index.html';
const termsRecord = 'shop/terms/2026-01-01.json';

test('passes a site as it was built', () => {
  expect(built.size).toBeGreaterThan(20);
  expect(verifySite(siteOf(built))).toEqual({ versions: 3, files: built.size, problems: [] });
});

test('writes SHA256SUMS as the build did', () => {
  expect(writeSums(siteOf(built))).toBe(built.get(sumsPath));
});

test('has a line in SHA256SUMS for each file, as sha256sum writes it', () => {
  const lines = textOf(built, sumsPath).trimEnd().split('\n');
  expect(lines).toHaveLength(built.size - 1);
  for (const line of lines) expect(line).toMatch(/^[0-9a-f]{64} {2}\S+$/);
});

/** The head of the chain sealed anew, so that it names another last record. */
function resealHead(last: string): Change {
  return (files) => {
    const { policy, entries } = JSON.parse(textOf(files, head));
    files.set(head, writeRecord(sealHead(policy, entries, last)));
  };
}

/** A record sealed anew with other content, and the list of versions and the head told so. */
function reseal(path: string, date: string, forged: (record: VersionRecord) => VersionRecord): Change {
  return (files) => {
    const old: VersionRecord = JSON.parse(textOf(files, path));
    const record = forged(old);
    files.set(path, writeRecord(record));
    if (JSON.parse(textOf(files, head)).last === old.digest) resealHead(record.digest)(files);
    change(manifestPath, (manifest) => {
      const versions = manifest.policies[0].versions;
      const entry = versions.find((version: { id: string }) => version.id === date);
      entry.digest = record.digest;
    })(files);
  };
}

/** The text of a version with one word of it changed, sealed as if it had always said so. */
function forgeText(text: string) {
  return ({ previous }: VersionRecord): VersionRecord => {
    const policy = compileTexts({ ...around, 'shop/cookies.yaml': edit(text, ['refuse', 'agree']) });
    const compiled = policy.compiled.get('shop/cookies');
    if (!compiled) throw new Error('The forged text does not compile.');
    return sealRecord(compiled.policy, previous);
  };
}

// What a record, the chain or the list of versions gives away, even to somebody who writes SHA256SUMS anew.
const forgeries: [string, Change, string][] = [
  ['a word of an old version', replace(olderPage, 'You can refuse', 'You cannot refuse'), olderPage],
  ['a word of the last version', replace(newerPage, 'You can refuse', 'You can agree'), newerPage],
  ['a word of the page in force', replace(current, 'You can refuse', 'You can agree'), current],
  ['one letter', replace(olderPage, 'We store little', 'We store littIe'), olderPage],
  ['a word removed', replace(olderPage, 'store little', 'store'), olderPage],
  ['a sentence added to a paragraph', replace(olderPage, 'little.', 'little. We sell it.'), olderPage],
  [
    'a paragraph added to a section',
    replace(olderPage, 'little.</p>', 'little.</p><p>We sell it.</p>'),
    olderPage,
  ],
  [
    'a paragraph between sections',
    replace(olderPage, '<section class="section"', '<p>We sell it.</p><section class="section"'),
    olderPage,
  ],
  ['a paragraph before the article', replace(olderPage, '<article', '<p>We sell it.</p><article'), olderPage],
  [
    'a second article',
    replace(olderPage, '</article>', '</article><article class="policy"><p>More.</p></article>'),
    olderPage,
  ],
  ['a second lead', replace(olderPage, '<h1>', '<div class="lead">We sell it.</div><h1>'), olderPage],
  [
    'text in an alias',
    replace(
      olderPage,
      '<section class="section"',
      '<span class="alias">We sell it.</span><section class="section"',
    ),
    olderPage,
  ],
  [
    'a section removed',
    replace(
      olderPage,
      /<section class="section">\s*<div class="heading">\s*<h2 id="your-choices".*?<\/section>/s,
      '',
    ),
    olderPage,
  ],
  [
    'a section twice',
    replace(
      olderPage,
      /(<section class="section">\s*<div class="heading">\s*<h2 id="your-choices".*?<\/section>)/s,
      '$1$1',
    ),
    olderPage,
  ],
  ['all sections removed', replace(olderPage, /<section class="section".*<\/section>/s, ''), olderPage],
  ['the title', replace(olderPage, '<h1>Cookie policy', '<h1>Cookies'), olderPage],
  ['the small line above the title', replace(olderPage, 'All visitors', 'Some visitors'), olderPage],
  ['the lead', replace(olderPage, '<p>Read it well.', '<p>Skip it.'), olderPage],
  [
    'the description for search engines',
    replace(olderPage, 'content="Read it well.', 'content="Skip it.'),
    olderPage,
  ],
  ['the title of a section', replace(olderPage, /(<h2[^>]*>\s*)Your choices/, '$1Our choices'), olderPage],
  [
    'a date of the text',
    replace(olderPage, />1\sJanuary\s2026<\/time>/, '>1 January 2025</time>'),
    olderPage,
  ],
  ['a cell of a table', replace(olderPage, /(cell-value">)13 months/, '$112 months'), olderPage],
  ['the name of a row', replace(olderPage, /(<th scope="row">\s*<code>)_ga/, '$1_gb'), olderPage],
  ['the head of a column', replace(olderPage, 'Kept for </th>', 'Kept until</th>'), olderPage],
  ['the label of a cell', replace(olderPage, /(cell-label"[^>]*>\s*)Kept for/, '$1Kept until'), olderPage],
  ['a row removed', replace(olderPage, /<tr[^>]*id="cookies-sid".*?<\/tr>/s, ''), olderPage],
  ['a line of the summary', replace(olderPage, '<dd>13 months: ', '<dd>1 month: '), olderPage],
  ['where a link leads', replace(olderPage, 'https://example.com/ask', 'https://example.org/ask'), olderPage],
  [
    'a line of the contents',
    replace(olderPage, /(<a href="#your-choices">\s*<span>)Your choices/, '$1Our choices'),
    olderPage,
  ],
  [
    'the fingerprint on a page',
    replace(olderPage, /<code>[0-9a-f]{64}<\/code>/, `<code>${'0'.repeat(64)}</code>`),
    olderPage,
  ],
  [
    'the fingerprint on the page in force',
    replace(current, /<code>[0-9a-f]{64}<\/code>/, `<code>${'0'.repeat(64)}</code>`),
    current,
  ],
  ['two pages of versions', swap(olderPage, newerPage), olderPage],
  [
    'the page of another version in force, with the fingerprint of the last',
    replace(current, 'We store less', 'We store little'),
    current,
  ],
  ['a page of no text', (files) => files.set(olderPage, '<!DOCTYPE html><title>Gone</title>'), olderPage],
  ['the page of a version missing', remove(olderPage), olderPage],
  ['the page in force missing', remove(current), current],
  ['a word of a record', replace(olderRecord, 'little', 'lots'), olderRecord],
  ['a word of the last record', replace(newerRecord, 'less', 'lots'), newerRecord],
  ['the digest of a record', change(olderRecord, (record) => (record.digest = '0'.repeat(64))), olderRecord],
  [
    'the previous of a record',
    change(newerRecord, (record) => (record.previous = '0'.repeat(64))),
    newerRecord,
  ],
  ['the previous of a record removed', change(newerRecord, (record) => delete record.previous), newerRecord],
  [
    'a previous of the first record',
    change(olderRecord, (record) => (record.previous = '0'.repeat(64))),
    olderRecord,
  ],
  ['a key added to a record', change(olderRecord, (record) => (record.note = 'Fine.')), olderRecord],
  ['the form of a record', replace(olderRecord, '":', '": '), olderRecord],
  ['a byte order mark before a record', replace(olderRecord, /^/, '\ufeff'), olderRecord],
  [
    'a record cut short',
    (files) => files.set(olderRecord, textOf(files, olderRecord).slice(0, 400)),
    olderRecord,
  ],
  ['a record missing', remove(olderRecord), olderRecord],
  ['the last record missing', remove(newerRecord), newerRecord],
  ['two records of a policy', swap(olderRecord, newerRecord), olderRecord],
  ['two records of different policies', swap(olderRecord, termsRecord), olderRecord],
  [
    'a record nobody lists',
    (files) => files.set('shop/cookies/2025-01-01.json', textOf(files, olderRecord)),
    'shop/cookies/2025-01-01.json',
  ],
  ['a first record sealed anew', reseal(olderRecord, '2026-01-01', forgeText(first)), newerRecord],
  ['a last record sealed anew', reseal(newerRecord, '2026-02-01', forgeText(second)), newerPage],
  [
    'a last record sealed anew, but not the head',
    (files) => {
      const kept = textOf(files, head);
      reseal(newerRecord, '2026-02-01', forgeText(second))(files);
      files.set(head, kept);
    },
    head,
  ],
  [
    'the last record taken away, and from the list',
    (files) => {
      remove(newerRecord)(files);
      change(manifestPath, ({ policies: [policy] }) => policy.versions.pop())(files);
    },
    head,
  ],
  ['no head', remove(head), head],
  [
    'a head of fewer records',
    (files) => resealHead(JSON.parse(textOf(files, olderRecord)).digest)(files),
    head,
  ],
  [
    'a last record sealed anew without its chain',
    reseal(newerRecord, '2026-02-01', (record) => forgeText(second)({ ...record, previous: undefined })),
    newerRecord,
  ],
  [
    'a last record sealed anew, and its page, but not the one in force',
    (files) => {
      reseal(newerRecord, '2026-02-01', forgeText(second))(files);
      const { digest } = JSON.parse(textOf(files, newerRecord));
      replace(newerPage, 'You can refuse', 'You can agree')(files);
      replace(newerPage, /<code>[0-9a-f]{64}<\/code>/, `<code>${digest}</code>`)(files);
    },
    current,
  ],
  [
    'a last record sealed anew that nobody lists so',
    (files) => files.set(newerRecord, writeRecord(forgeText(second)(JSON.parse(textOf(files, newerRecord))))),
    newerRecord,
  ],
  ['no list of versions', remove(manifestPath), manifestPath],
  ['a list that is no JSON', (files) => files.set(manifestPath, '{'), manifestPath],
  ['a list of nothing', change(manifestPath, (manifest) => (manifest.policies = [])), olderRecord],
  [
    'the first entry removed',
    change(manifestPath, ({ policies: [policy] }) => policy.versions.shift()),
    newerRecord,
  ],
  [
    'the last entry removed',
    change(manifestPath, ({ policies: [policy] }) => policy.versions.pop()),
    newerRecord,
  ],
  ['a policy removed', change(manifestPath, (manifest) => manifest.policies.pop()), termsRecord],
  [
    'an entry added',
    change(manifestPath, ({ policies: [policy] }) =>
      policy.versions.push({ ...policy.versions[1], id: '2026-03-01' }),
    ),
    'shop/cookies/2026-03-01.json',
  ],
  [
    'an entry twice',
    change(manifestPath, ({ policies: [policy] }) => policy.versions.push(policy.versions[1])),
    manifestPath,
  ],
  [
    'two entries in another order',
    change(manifestPath, ({ policies: [policy] }) => policy.versions.reverse()),
    manifestPath,
  ],
  [
    'an entry without a digest',
    change(manifestPath, ({ policies: [policy] }) => delete policy.versions[0].digest),
    manifestPath,
  ],
  [
    'a digest of the list',
    change(manifestPath, ({ policies: [policy] }) => (policy.versions[0].digest = '0'.repeat(64))),
    olderRecord,
  ],
  [
    'a previous of the list',
    change(manifestPath, ({ policies: [policy] }) => (policy.versions[1].previous = '0'.repeat(64))),
    manifestPath,
  ],
  [
    'a day of the list',
    change(manifestPath, ({ policies: [policy] }) => (policy.versions[0].effective = '2025-01-01')),
    manifestPath,
  ],
  [
    'an address of the list',
    change(manifestPath, ({ policies: [policy] }) => (policy.versions[0].page = policy.versions[1].page)),
    manifestPath,
  ],
  [
    'the dates of two entries',
    change(
      manifestPath,
      ({
        policies: [
          {
            versions: [a, b],
          },
        ],
      }) => ([a.id, b.id] = [b.id, a.id]),
    ),
    newerRecord,
  ],
  [
    'a path that leads outside',
    change(manifestPath, ({ policies: [policy] }) => (policy.product = '../..')),
    manifestPath,
  ],
];

test.each(forgeries)('finds %s changed', (_name, change, file) => {
  const files = new Map(built);
  change(files);
  expect(found(files)).toContain(file);
});

test.each(forgeries)('finds %s changed, though SHA256SUMS was written anew', (_name, change, file) => {
  const files = new Map(built);
  change(files);
  files.set(sumsPath, writeSums(siteOf(files)));
  expect(found(files)).toContain(file);
});

// What only SHA256SUMS knows.
const changes: [string, Change, string][] = [
  ['a byte of the home page', replace('index.html', 'Example', 'Exemple'), 'index.html'],
  ['a byte of the stylesheet', replace('style.css', '{', '{ '), 'style.css'],
  ['the Markdown of a version', replace(`${older}.md`, 'little', 'lots'), `${older}.md`],
  ['a comparison', replace(`${newer}/changes/index.html`, 'less', 'lots'), `${newer}/changes/index.html`],
  ['the banner of a version', replace(olderPage, 'It was in force', 'It is in force'), olderPage],
  ['the end of a file', (files) => files.set('robots.txt', `${textOf(files, 'robots.txt')}\n`), 'robots.txt'],
  ['a file missing', remove('robots.txt'), 'robots.txt'],
  ['a file more', (files) => files.set('extra.html', '<p>More.</p>'), 'extra.html'],
  ['a hidden file more', (files) => files.set('.well-known/extra', ''), '.well-known/extra'],
  ['SHA256SUMS missing', remove(sumsPath), sumsPath],
  ['SHA256SUMS without lines', (files) => files.set(sumsPath, ''), 'index.html'],
  ['a line of SHA256SUMS removed', replace(sumsPath, /^.*robots\.txt\n/m, ''), 'robots.txt'],
  [
    'a line of SHA256SUMS changed',
    replace(sumsPath, /^[0-9a-f]{4}(.*robots\.txt)$/m, '0000$1'),
    'robots.txt',
  ],
  ['a line of SHA256SUMS added', replace(sumsPath, /$/, `${'0'.repeat(64)}  more.html\n`), 'more.html'],
  ['a false line before the right one', replace(sumsPath, /^/, `${'0'.repeat(64)}  robots.txt\n`), sumsPath],
  [
    'the order of SHA256SUMS',
    (files) => files.set(sumsPath, `${textOf(files, sumsPath).trimEnd().split('\n').reverse().join('\n')}\n`),
    sumsPath,
  ],
  ['the end of SHA256SUMS', replace(sumsPath, /\n$/, ''), sumsPath],
];

test.each(changes)('finds %s changed by SHA256SUMS alone', (_name, change, file) => {
  const files = new Map(built);
  change(files);
  const names = found(files);
  expect(names).toContain(file);
  if (file !== 'index.html') expect(names).toEqual([file]);
});

test('says what a page shows and what its record says', () => {
  const files = new Map(built);
  replace(olderPage, 'You can refuse', 'You can agree')(files);
  files.set(sumsPath, writeSums(siteOf(files)));
  const [problem, ...others] = verifySite(siteOf(files)).problems;
  expect(others).toEqual([]);
  expect(problem).toEqual({
    rule: 'site/page',
    severity: 'error',
    message: 'Unexpected text `… us . You can agree.`, expected `… us . You can refuse.` as its record says.',
    place: { file: `dist/${olderPage}`, line: 1, column: 1, endLine: 1, endColumn: 1 },
    help: 'The site was changed after it was built: publish it again from its policies.',
  });
});

test('passes a site whose pages break their lines elsewhere', () => {
  const files = new Map(built);
  files.set(
    olderPage,
    textOf(files, olderPage).replaceAll('</p>', '</p>\n\n').replaceAll('<li>', '\n  <li>'),
  );
  files.set(sumsPath, writeSums(siteOf(files)));
  expect(found(files)).toEqual([]);
});

test('exits with 0 for a site that is as it was built', async () => {
  expect(await policybook(['verify', dist], { NO_COLOR: '1' })).toEqual({
    code: 0,
    stdout: 'No problems found.\nChecked 3 published versions.\n',
    stderr: '',
  });
});

test('exits with 1 for one that is not, and names the file', async () => {
  const copy = `${workspace}/changed`;
  const files = new Map(built);
  replace(olderPage, 'You can refuse', 'You can agree')(files);
  writeFolder(copy, Object.fromEntries(files));
  const { code, stdout, stderr } = await policybook(['verify', copy], { NO_COLOR: '1' });
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(stdout).toContain(`  ${copy}/${olderPage}:1:1\n`);
  expect(stdout).toMatch(/\n2 errors in 1 file\.\nChecked 3 published versions\.\n$/);
});

test('exits with 1 for a site that has lost its list of versions', async () => {
  const copy = `${workspace}/listless`;
  const files = new Map(built);
  files.delete(manifestPath);
  files.set(sumsPath, writeSums(siteOf(files)));
  writeFolder(copy, Object.fromEntries(files));
  const { code, stdout } = await policybook(['verify', copy, '--format', 'json']);
  expect(code).toBe(1);
  expect(JSON.parse(stdout).problems).toMatchObject([{ place: { file: `${copy}/${manifestPath}` } }]);
});

/** A copy of the built site in a folder, with something done to it. */
function copyOf(name: string, done: (folder: string) => void = () => undefined): string {
  const copy = writeFolder(`${workspace}/${name}`, Object.fromEntries(built));
  done(join(root, copy));
  return copy;
}

const put = (path: string) => (folder: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), 'name: Example\n');
};

test.each<[string, (folder: string) => void, string]>([
  ['a site.yaml', put('site.yaml'), 'site.yaml'],
  [
    'records of a folder of policies',
    put('shop/history/cookies/head.json'),
    'shop/history/cookies/head.json',
  ],
  [
    'a site.yaml in place of its lists',
    (folder) => {
      put('site.yaml')(folder);
      for (const path of [manifestPath, sumsPath]) rmSync(join(folder, path));
    },
    manifestPath,
  ],
  ['a link', (folder) => symlinkSync('/etc/hostname', join(folder, 'a.html')), 'a.html'],
  ['a link in place of a page', linkOver('robots.txt'), 'robots.txt'],
  ['a link to a folder', (folder) => symlinkSync('/etc', join(folder, 'shop/etc')), 'shop/etc'],
  ['a link that leads nowhere', (folder) => symlinkSync('nowhere', join(folder, 'gone')), 'gone'],
  ['an empty folder', (folder) => mkdirSync(join(folder, 'shop/new')), 'shop/new'],
  ['empty folders in each other', (folder) => mkdirSync(join(folder, 'a/b'), { recursive: true }), 'a/b'],
  ['a file more', put('more.html'), 'more.html'],
  ['a pipe', (folder) => execFileSync('mkfifo', [join(folder, 'pipe')]), 'pipe'],
])('is not switched off, and passes over nothing, where there is %s', async (name, done, path) => {
  const copy = copyOf(`added-${name.replaceAll(' ', '-')}`, done);
  const { code, stdout } = await policybook(['verify', copy, '--format', 'json']);
  expect(code).toBe(1);
  const { problems } = JSON.parse(stdout);
  expect(problems.map(({ place }: Problem) => place.file)).toContain(`${copy}/${path}`);
});

function linkOver(path: string) {
  return (folder: string) => {
    const outside = `${folder}-outside`;
    renameSync(join(folder, path), outside);
    symlinkSync(outside, join(folder, path));
  };
}

test('never succeeds where it checked no version', async () => {
  const empty = { 'site.yaml': around['site.yaml'] ?? '', 'shop/product.yaml': 'name: Shop\n' };
  const folder = writeFolder(`${workspace}/empty`, empty);
  const { code, stdout } = await policybook(['verify', folder], { NO_COLOR: '1' });
  expect({ code, last: stdout.trimEnd().split('\n').at(-1) }).toEqual({
    code: 1,
    last: 'Checked 0 published versions.',
  });
  expect(stdout).toContain('version/none');
  expect((await policybook(['verify', folder, '--first'])).code).toBe(0);
  const nothing = writeFolder(`${workspace}/nothing`, { 'index.html': '<!doctype html>' });
  expect((await policybook(['verify', nothing, '--first'])).code).toBe(1);
});

test('checks the records of a folder of policies, whatever state its texts are in', async () => {
  const folder = `${workspace}/policies`;
  expect(await policybook(['verify', folder], { NO_COLOR: '1' })).toEqual({
    code: 0,
    stdout: 'No problems found.\nChecked 3 published versions.\n',
    stderr: '',
  });
  const record = 'shop/history/cookies/2026-01-01.json';
  writeFolder(`${workspace}/edited`, {
    ...policies,
    'shop/cookies.yaml': ': broken',
    [record]: edit(policies[record] ?? '', ['little', 'lots']),
  });
  const { code, stdout } = await policybook(['verify', `${workspace}/edited`, '--format', 'json']);
  expect(code).toBe(1);
  expect(JSON.parse(stdout).problems).toMatchObject([
    { rule: 'version/record', place: { file: `${workspace}/edited/${record}` } },
  ]);
});
