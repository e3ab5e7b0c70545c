import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, inject, test } from 'vitest';
import { sealCode } from '../src/astro/code-sums.ts';
import { digest } from '../src/digest.ts';
import { fileIn } from '../src/doors/kept-files.ts';
import { bundledCode } from './bundled-command.ts';
import { type Outcome, policybook, policybookAlone, policybookOfSources, root } from './command.ts';
import { howMany } from './how-many.ts';
import { keepPageCode } from './kept-page-code.ts';
import { cookies, publishVersions, writeFolder } from './published-texts.ts';

const workspace = inject('workspace');
const showcase = 'tests/fixtures/sites/showcase';
const minutes = 60_000;

/** A copy of the showcase that a test may edit. Its path counts from the repository. */
function copyShowcase(name: string): string {
  const folder = `${workspace}/${name}`;
  rmSync(join(root, folder), { recursive: true, force: true });
  cpSync(join(root, showcase), join(root, folder), { recursive: true });
  return folder;
}

/** The same without the handbook, which is more pages than all the rest, made no other way. */
function copyPolicies(name: string): string {
  const folder = copyShowcase(name);
  replace(folder, 'site.yaml', 'handbook: true\n', '');
  return folder;
}

function edit(folder: string, file: string, change: (text: string) => string): void {
  const path = join(root, folder, file);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`The edit of ${file} changes nothing.`);
  writeFileSync(path, after);
}

function replace(folder: string, file: string, from: string, to: string): void {
  edit(folder, file, (text) => text.replaceAll(from, to));
}

/** Builds as a person would: in a process of its own, unless it is forced and so takes nothing from what was built before. */
async function build(
  folder: string,
  out: string,
  { force = false, env = {} }: { force?: boolean; env?: Record<string, string> } = {},
): Promise<void> {
  const run = force ? policybook : policybookAlone;
  const { code, stdout, stderr } = await run(
    ['build', folder, '--out', out, ...(force ? ['--force'] : [])],
    env,
  );
  expect(stdout + stderr).toMatch(
    /(^|\n)(Wrote \d+ polic(y|ies) to \S+\.\nNext: .+|Nothing has changed since \d+ policies went to \S+\.)\n$/,
  );
  expect(code).toBe(0);
}

/** Every file of a folder, with the digest of its bytes. */
function filesOf(folder: string): Record<string, string> {
  const path = join(root, folder);
  const files = globSync('**', { cwd: path, withFileTypes: true }).filter((item) => item.isFile());
  const entries = files.map((item) => {
    const file = join(item.parentPath, item.name);
    return [file.slice(path.length + 1), createHash('sha256').update(readFileSync(file)).digest('hex')];
  });
  return Object.fromEntries(entries.sort());
}

function read(folder: string, file: string): string {
  return readFileSync(join(root, folder, file), 'utf8');
}

/** Builds a copy of a folder where nothing was ever built before. */
async function cleanBuild(folder: string): Promise<Record<string, string>> {
  const copy = `${folder}-clean`;
  const store = join(root, '.policybook/compiled', digest([join(root, copy)]).slice(0, 16));
  rmSync(store, { recursive: true, force: true });
  rmSync(join(root, copy), { recursive: true, force: true });
  cpSync(join(root, folder), join(root, copy), { recursive: true });
  await build(copy, `${copy}-site`, { force: true });
  // Were the store elsewhere, this would not have been a clean build.
  expect(existsSync(store)).toBe(true);
  return filesOf(`${copy}-site`);
}

test('a policy with a fault is not built, the fault is shown, and the old site stays as it was', async () => {
  const folder = copyShowcase('faulty');
  const out = `${workspace}/faulty-site`;
  mkdirSync(join(root, out, 'harbour'), { recursive: true });
  for (const path of ['harbour/old.html', 'SHA256SUMS']) writeFileSync(join(root, out, path), 'old');
  const before = filesOf(out);
  replace(folder, 'harbour/cookie-policy.yaml', 'expires: 30 days', 'expires: 30 dayz');
  const { code, stdout, stderr } = await policybook(['build', folder, '--out', out]);
  expect(code).toBe(1);
  expect(stderr).toBe('');
  expect(stdout).toContain('Unexpected `30 dayz`, expected a period like 13 months');
  expect(stdout).toMatch(/faulty\/harbour\/cookie-policy\.yaml:\d+:14\n/);
  expect(stdout).toMatch(/\nNo site was written\.\n$/);
  expect(filesOf(out)).toEqual(before);
  expect(existsSync(join(root, `${out}.next`))).toBe(false);
});

test('a link that leads nowhere stops the build', async () => {
  const folder = copyShowcase('dead-link');
  replace(folder, 'harbour/cookie-policy.yaml', '(privacy-policy#rights)', '(privacy-policy#wrongs)');
  const { code, stdout } = await policybook(['build', folder, '--out', `${workspace}/dead-link-site`]);
  expect(stdout).toContain('Unexpected link to `privacy-policy#wrongs`, expected ');
  expect(code).toBe(1);
  expect(existsSync(join(root, workspace, 'dead-link-site'))).toBe(false);
});

test(
  'a build that fails half-way leaves the old site as it was, and the next one replaces it whole',
  async () => {
    const out = `${workspace}/half-site`;
    mkdirSync(join(root, out, 'gone'), { recursive: true });
    for (const path of ['gone/index.html', 'SHA256SUMS']) writeFileSync(join(root, out, path), 'old');
    const before = filesOf(out);
    expect(await policybookAlone(['build', showcase, '--out', out], diesWhenPagesAreWritten)).toMatchObject({
      code: 9,
    });
    expect(filesOf(out)).toEqual(before);
    await build(showcase, out);
    expect(filesOf(out)).toEqual(filesOf(`${workspace}/showcase`));
    expect(globSync('half-site*', { cwd: join(root, workspace) })).toEqual(['half-site']);
  },
  minutes,
);

// As if the machine were switched off when all pages are written, but before it is noted which they are.
const diesWhenPagesAreWritten = preload(`import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const { renameSync } = fs;
fs.renameSync = (from, to) => {
  if (String(to).endsWith('files.json')) process.exit(9);
  renameSync(from, to);
};
syncBuiltinESMExports();`);

/** The environment in which a program first runs some code of ours. */
function preload(code: string): Record<string, string> {
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` };
}

test(
  'a page of a build that was cut short is not taken for the page of another version',
  async () => {
    const folder = copyPolicies('cut-short');
    const out = `${folder}-site`;
    await build(folder, out, { force: true });
    const before = filesOf(out);
    replace(folder, 'harbour/cookie-policy.yaml', 'It is important.', 'It was never published.');
    expect(await policybookAlone(['build', folder, '--out', out], diesWhenPagesAreWritten)).toMatchObject({
      code: 9,
    });
    replace(folder, 'harbour/cookie-policy.yaml', 'It was never published.', 'It is important.');
    await build(folder, out);
    expect(filesOf(out)).toEqual(before);
  },
  minutes,
);

// What befalls a build between its check and its pages.
const onceTheSiteIsBegun = (code: string) =>
  preload(`import fs from 'node:fs';
import { spawnSync } from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';
const { mkdirSync } = fs;
fs.mkdirSync = (path, ...rest) => {
  // With its folder a site begins.
  if (String(path).endsWith('.next')) {
    fs.mkdirSync = mkdirSync;
    syncBuiltinESMExports();
    ${code}
  }
  return mkdirSync(path, ...rest);
};
syncBuiltinESMExports();`);

const editsAfterTheCheck = (file: string, text: string) =>
  onceTheSiteIsBegun(`fs.appendFileSync(${JSON.stringify(join(root, file))}, ${JSON.stringify(text)});`);

test('what was checked is what is published, whoever edits while a site is built', async () => {
  const folder = copyPolicies('edited-meanwhile');
  const out = `${folder}-site`;
  await build(folder, out);
  const before = filesOf(out);
  const policy = `${folder}/manara/notice.yaml`;
  await build(folder, out, {
    force: true,
    env: editsAfterTheCheck(policy, '\n# Later.\nlead: Never checked.\n'),
  });
  expect(filesOf(out)).toEqual(before);
});

test('a record that changes while a site is built stops it', async () => {
  const folder = writeFolder(`${workspace}/sealed-meanwhile`, publishVersions(cookies));
  const out = `${folder}-site`;
  await build(folder, out);
  const before = filesOf(out);
  const [record = ''] = globSync('*/history/*/*.json', { cwd: join(root, folder) });
  const again = ['build', folder, '--out', out, '--force'];
  const { code, stderr } = await policybookAlone(again, editsAfterTheCheck(`${folder}/${record}`, ' '));
  expect(stderr).toBe(
    'The policies changed while the site was being built. No site was written: build again.\n',
  );
  expect(code).toBe(1);
  expect(filesOf(out)).toEqual(before);
});

test('a second build of the same site is told to wait', async () => {
  const folder = copyPolicies('twice');
  const out = `${folder}-site`;
  await build(folder, out);
  const before = filesOf(out);
  const args = ['build', folder, '--out', out, '--force'];
  const second = JSON.stringify([join(await bundledCode(), 'src/cli.js'), ...args]);
  const buildsMeanwhile = onceTheSiteIsBegun(
    `process.stderr.write(spawnSync(process.execPath, ${second}, { env: { ...process.env, NODE_OPTIONS: '' } }).stderr);`,
  );
  expect(await policybookAlone(args, buildsMeanwhile)).toMatchObject({
    code: 0,
    stderr: `Another build is writing ${out}. Wait until it has ended.\n`,
  });
  expect(filesOf(out)).toEqual(before);
});

function addTerms(folder: string): void {
  const text = 'kind: terms\ntitle: Terms\nsections:\n  - title: First\n    content:\n      - Be kind.\n';
  writeFileSync(join(root, folder, 'harbour/terms.yaml'), text);
}

const edits: [string, (folder: string) => void, (out: string) => void][] = [
  [
    'a policy is edited',
    (folder) => replace(folder, 'harbour/cookie-policy.yaml', 'It is important.', 'It is urgent.'),
    (out) => expect(read(out, 'harbour/cookie-policy/index.html')).toContain('It is urgent.'),
  ],
  [
    'the title of a companion is changed',
    (folder) =>
      replace(folder, 'harbour/privacy-policy.yaml', 'title: Privacy policy', 'title: Privacy notice'),
    (out) => expect(read(out, 'harbour/cookie-policy/index.html')).toContain('>Privacy notice</a>'),
  ],
  [
    'a policy is added',
    addTerms,
    (out) => expect(read(out, 'harbour/privacy-policy/index.html')).toContain('href="/legal/harbour/terms/"'),
  ],
  [
    'the name of a product is changed',
    (folder) => replace(folder, 'harbour/product.yaml', 'name: Harbour\n', 'name: Haven\n'),
    (out) => expect(read(out, 'harbour/cookie-policy/index.html')).toContain('Cookies of Haven'),
  ],
  [
    'a vendor that several products share is renamed',
    (folder) => replace(folder, 'vendors.yaml', 'name: Modelhouse', 'name: Modelhall'),
    (out) => expect(read(out, 'harbour/privacy-policy/index.html')).toContain('Modelhall'),
  ],
  [
    'instructions that several policies share are changed',
    (folder) => replace(folder, 'steps.yaml', 'Open **Settings**.', 'Open **Preferences**.'),
    (out) => expect(read(out, 'harbour/cookie-policy/index.html')).toContain('<strong>Preferences</strong>'),
  ],
  [
    'the colours of the site are changed',
    (folder) => replace(folder, 'site.yaml', '#14532d', '#7c2d12'),
    (out) => expect(read(out, 'style.css')).toContain('--accent: #7c2d12;'),
  ],
  [
    'a policy is removed',
    (folder) => rmSync(join(root, folder, 'harbour/terms.yaml')),
    (out) => {
      expect(existsSync(join(root, out, 'harbour/terms'))).toBe(false);
      expect(read(out, 'harbour/privacy-policy/index.html')).not.toContain('harbour/terms');
    },
  ],
  // From here on with twice the pages.
  [
    'the handbook is asked for',
    (folder) => edit(folder, 'site.yaml', (text) => `${text}handbook: true\n`),
    (out) => expect(read(out, 'handbook/index.html')).toContain('href="/legal/handbook/rules/"'),
  ],
  [
    'the site moves to another path and takes another name',
    (folder) =>
      edit(folder, 'site.yaml', (text) =>
        text.replace('/legal/', '/rules/').replace('Showcase & Sons', 'Rules'),
      ),
    (out) => expect(read(out, 'manara/notice/index.html')).toContain('href="/rules/manara/"'),
  ],
];

test(
  'after each edit, building on what was built gives what a clean build gives',
  async () => {
    const folder = copyPolicies('edited');
    const out = `${folder}-site`;
    await build(folder, out, { force: true });
    for (const [name, change, check] of edits) {
      change(folder);
      const [clean] = await Promise.all([cleanBuild(folder), build(folder, out)]);
      expect(filesOf(out), name).toEqual(clean);
      check(out);
    }
  },
  8 * minutes,
);

test.each(['link', 'folder'])(
  'a build of a %s that takes what an older one left gives what a clean build gives, whatever has become of that',
  async (form) => {
    const [folder, home] = [copyPolicies(`reused-${form}`), `${workspace}/reused-${form}-home`];
    const dist = `${home}/dist`;
    mkdirSync(join(root, home, 'public/harbour'), { recursive: true });
    const beside = (file: string, text: string) => writeFileSync(join(root, home, 'public', file), text);
    const editTerms = () => edit(folder, 'harbour/terms.yaml', (text) => `${text}# Edited.\n`);
    const olderLink = () => {
      const shown = existsSync(join(root, dist)) ? readlinkSync(join(root, dist)) : '';
      const builds = globSync('dist.*', { cwd: join(root, home) });
      return join(root, home, builds.find((build) => build !== shown) ?? '');
    };
    const cache = digest([join(root, folder), join(root, dist)]).slice(0, 16);
    const older = form === 'link' ? olderLink : () => join(root, home, '.policybook/astro', cache, 'before');
    const out = form === 'link' ? [] : ['--out', dist];
    const step = async (name: string, change: (older: string) => void) => {
      change(older());
      const args = (more: string[]) => ['build', folder, '--project', home, ...more];
      expect(await policybookAlone(args(out)), name).toMatchObject({ code: 0, stderr: '' });
      const clean = `${folder}-clean-site`;
      await policybook(args(['--force', '--out', clean]));
      const made = form === 'link' ? `${home}/${readlinkSync(join(root, dist))}` : dist;
      expect(filesOf(made), name).toEqual(filesOf(clean));
      expect(foldersOf(made), name).toEqual(foldersOf(clean));
    };
    addTerms(folder);
    await step('first', () => beside('harbour/note.txt', 'A note.'));
    await step('a policy is edited', () =>
      replace(folder, 'harbour/cookie-policy.yaml', 'It is important.', 'It is urgent.'),
    );
    const notice = (site: string) => statSync(join(site, 'manara/notice')).ino;
    const left = notice(older());
    await step('it is edited again', () =>
      replace(folder, 'harbour/cookie-policy.yaml', 'It is urgent.', 'It is important.'),
    );
    expect(notice(join(root, dist))).toBe(left);
    await step('the older build is not as it was', (older) => {
      const page = join(older, 'manara/notice/index.html');
      rmSync(page);
      writeFileSync(page, 'Another.');
      rmSync(join(older, 'manara/index.html'));
      mkdirSync(join(older, 'manara/index.html/inner'), { recursive: true });
      writeFileSync(join(older, 'stray.txt'), 'Stray.');
      symlinkSync('/', join(older, 'everything'));
      chmodSync(join(older, 'harbour'), 0o700);
      editTerms();
    });
    await step('a file of the project is another, and one is gone', () => {
      beside('notes.txt', 'Notes.');
      rmSync(join(root, home, 'public/harbour'), { recursive: true });
      editTerms();
    });
    await step('a policy is gone', () => rmSync(join(root, folder, 'harbour/terms.yaml')));
  },
  8 * minutes,
);

/** Every folder in a folder, with its rights. */
function foldersOf(folder: string): [string, number][] {
  const path = join(root, folder);
  const names = globSync('**', { cwd: path, withFileTypes: true }).flatMap((item) =>
    item.isDirectory() ? join(item.parentPath, item.name).slice(path.length) : [],
  );
  return names.sort().map((name) => [name, statSync(join(path, name)).mode]);
}

/** The lines of the texts of a folder that hold words, each with its file. */
function linesOfWords(folder: string): { file: string; line: string }[] {
  const files = globSync('**/*.yaml', { cwd: join(root, folder) }).sort();
  return files.flatMap((file) => {
    const lines = read(folder, file).split('\n');
    return lines.filter((line) => / [A-Z][a-z]+ [a-z]+/.test(line)).map((line) => ({ file, line }));
  });
}

test(
  'after any edits of words, building on what was built gives what a clean build gives',
  async () => {
    const folder = copyPolicies('edited-anywhere');
    const out = `${folder}-site`;
    await build(folder, out, { force: true });
    const picked = fc.sample(fc.constantFrom(...linesOfWords(folder)), howMany(8));
    for (const { file, line } of picked) {
      const before = read(folder, file);
      writeFileSync(join(root, folder, file), before.replace(line, `${line} again`));
      const { code } = await policybookAlone(['build', folder, '--out', out]);
      // Not every edit is one that can be published.
      if (code === 0) expect(filesOf(out), `${file}: ${line}`).toEqual(await cleanBuild(folder));
      else writeFileSync(join(root, folder, file), before);
    }
  },
  8 * minutes,
);

test(
  'a policy that has not changed is not rendered again, unless the build is forced',
  async () => {
    const folder = copyPolicies('unchanged');
    const out = `${folder}-site`;
    await build(folder, out, { force: true });
    const cache = join(root, '.policybook/astro', digest([join(root, folder), join(root, out)]).slice(0, 16));
    const keptAt = () => statSync(fileIn(cache, 'manara/notice/index.html')).mtimeMs;
    const first = keptAt();
    replace(folder, 'harbour/cookie-policy.yaml', 'It is important.', 'It is urgent.');
    await build(folder, out);
    expect(keptAt()).toBe(first);
    await build(folder, out, { force: true });
    expect(keptAt()).toBeGreaterThan(first);
  },
  minutes,
);

test(
  'a page that is kept and was altered is made again',
  async () => {
    const folder = copyPolicies('altered');
    const out = `${folder}-site`;
    await build(folder, out, { force: true });
    const before = filesOf(out);
    const cache = join(root, '.policybook/astro', digest([join(root, folder), join(root, out)]).slice(0, 16));
    const kept = fileIn(cache, 'manara/notice/index.html');
    writeFileSync(kept, readFileSync(kept, 'utf8').replace('</main>', '<!-- altered --></main>'));
    rmSync(join(root, out), { recursive: true });
    await build(folder, out);
    expect(filesOf(out)).toEqual(before);
  },
  minutes,
);

// Without Astro no code of pages can be made, and without that no page.
const withoutAstro = preload(`import { register } from 'node:module';
register('data:text/javascript,' + encodeURIComponent(
  'export async function resolve(id, context, next) { if (id === "astro") throw new Error("Astro starts."); return next(id, context); }'
));`);

test(
  'where nothing has changed nothing is made, and where anything has the site is',
  async () => {
    const folder = copyPolicies('same-again');
    const out = `${folder}-site`;
    const again = () => policybookAlone(['build', folder, '--out', out], withoutAstro);
    await build(folder, out, { force: true });
    const before = filesOf(out);
    const { code, stdout } = await again();
    expect(stdout).toMatch(/\nNothing has changed since \d+ policies went to \S+\.\n$/);
    expect([code, filesOf(out)]).toEqual([0, before]);
    // A file of the site that somebody changed, took away, or added.
    const page = join(root, out, 'manara/notice/index.html');
    const text = readFileSync(page, 'utf8');
    for (const touch of [
      () => writeFileSync(page, text.replace('</main>', '<!-- x --></main>')),
      () => rmSync(page),
      () => writeFileSync(join(root, out, 'stray.txt'), 'Stray.'),
    ]) {
      touch();
      expect(await again()).toMatchObject({ code: 0, stdout: expect.stringContaining('\nWrote ') });
      expect(filesOf(out)).toEqual(before);
    }
    const later = ['build', folder, '--out', out, '--as-of', '2031-01-01'];
    const day = await policybookAlone(later, withoutAstro);
    expect(day).toMatchObject({ code: 0, stdout: expect.stringContaining('\nWrote ') });
  },
  2 * minutes,
);

test('code of pages that is kept is not made, and one that is not as it was kept is made again', async () => {
  const folder = copyPolicies('broken-code');
  const home = `${workspace}/broken-home`;
  const again = (env?: Record<string, string>) =>
    policybookOfSources(['build', folder, '--project', home, '--out', `${folder}-site`, '--force'], env);
  keepPageCode(join(root, home));
  expect(await again(withoutAstro)).toMatchObject({ code: 0, stderr: '' });
  const before = filesOf(`${folder}-site`);
  const [entry = ''] = globSync('.policybook/pages/*/prerender-entry.*.mjs', { cwd: join(root, home) });
  writeFileSync(join(root, home, entry), 'throw new Error("Broken.");');
  expect(await again()).toMatchObject({ code: 0, stderr: '' });
  expect(filesOf(`${folder}-site`)).toEqual(before);
});

test(
  'where Astro makes other code than is known, it makes the same site, and that is said',
  async () => {
    const folder = copyPolicies('other-code');
    const home = `${workspace}/other-home`;
    const again = () =>
      policybookOfSources(['build', folder, '--project', home, '--out', `${folder}-site`, '--force']);
    keepPageCode(join(root, home));
    expect(await again()).toMatchObject({ code: 0, stderr: '' });
    const before = filesOf(`${folder}-site`);
    const [entry = ''] = globSync('.policybook/pages/*/prerender-entry.*.mjs', { cwd: join(root, home) });
    writeFileSync(join(root, home, entry), 'export const app = { render() {} };');
    sealCode(dirname(join(root, home, entry)));
    const { code, stderr } = await again();
    expect(stderr).toBe(
      'Unexpected code of pages from Astro, expected what can make a page. So Astro makes the whole site, which takes longer.\n',
    );
    expect(code).toBe(0);
    expect(filesOf(`${folder}-site`)).toEqual(before);
  },
  minutes,
);

test(
  'two sites that are built at the same time do not get pages of each other',
  async () => {
    const [one, other] = [copyShowcase('one'), copyShowcase('other')];
    replace(other, 'site.yaml', 'name: Showcase & Sons', 'name: Another Site');
    replace(other, 'harbour/cookie-policy.yaml', 'It is important.', 'It is another site.');
    for (const _ of ['cold', 'warm']) {
      await Promise.all([build(one, `${one}-site`), build(other, `${other}-site`)]);
      expect(filesOf(`${one}-site`)).toEqual(filesOf(`${workspace}/showcase`));
      expect(read(`${other}-site`, 'harbour/cookie-policy/index.html')).toContain('It is another site.');
    }
  },
  minutes,
);

test(
  'the time zone, the language of the machine, its clock and the way to the folder leave no trace',
  async () => {
    const shiftClock = (days: number) => `const shift = ${days} * 86_400_000;
const now = Date.now;
globalThis.Date = class extends Date {
  constructor(...parts) { super(...(parts.length === 0 ? [now() + shift] : parts)); }
  static now() { return now() + shift; }
};`;
    const east = {
      TZ: 'Pacific/Kiritimati',
      LC_ALL: 'tr_TR.UTF-8',
      LANG: 'tr_TR.UTF-8',
      ...preload(shiftClock(400)),
    };
    const west = { TZ: 'America/Adak', LC_ALL: 'C', LANG: 'C', ...preload(shiftClock(-4000)) };
    const outs = [`${workspace}/east-site`, `${workspace}/west-site`] as const;
    const outcomes = await Promise.all([
      policybookAlone(['build', join(root, showcase), '--out', outs[0], '--force'], east),
      policybookAlone(['build', `./${showcase}/../showcase/`, '--out', join(root, outs[1]), '--force'], west),
    ]);
    expect(outcomes.map(({ code, stderr }) => ({ code, stderr }))).toEqual([
      { code: 0, stderr: '' },
      { code: 0, stderr: '' },
    ]);
    for (const out of outs) expect(filesOf(out)).toEqual(filesOf(`${workspace}/showcase`));
  },
  minutes,
);

test.each<Record<string, string>>([
  { NODE_ENV: 'development' },
  { DEV: '1' },
])('a build with %o in the environment is the same as any other', async (environment) => {
  const out = `${workspace}/environment-site`;
  await build(showcase, out, { env: environment });
  expect(read(out, 'harbour/cookie-policy/index.html')).toContain('http-equiv="Content-Security-Policy"');
  expect(filesOf(out)).toEqual(filesOf(`${workspace}/showcase`));
});

test('a command that makes no sense is refused in two lines, and builds nothing', async () => {
  const commands = [
    ['build', 'no-such-folder'],
    ['build', showcase, 'another'],
    ['bild'],
    ['build', '--ot', 'x'],
  ];
  const cases: Outcome[] = [];
  for (const command of commands) cases.push(await policybook(command));
  expect(cases.map(({ code, stdout }) => [code, stdout])).toEqual(cases.map(() => [2, '']));
  expect(cases.map(({ stderr }) => stderr.split('\n')[0])).toEqual([
    expect.stringMatching(/^Unexpected folder no-such-folder, expected /),
    expect.stringMatching(/^Unexpected another, expected /),
    expect.stringMatching(/^Unexpected command bild, expected /),
    expect.stringMatching(/^Unexpected option --ot, expected --out\.$/),
  ]);
  for (const { stderr } of cases)
    expect(stderr.split('\n')[1]).toMatch(/^Next: npx policybook( build)? --help /);
});
