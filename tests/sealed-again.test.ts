import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { policybook, root } from './command.ts';
import type { Texts } from './compile-texts.ts';
import { cookies, edit, filesIn, publish, publishVersions, writeFolder } from './published-texts.ts';
import { gitIn } from './repository.ts';

// What is sealed and not published yet is sealed again; what is published never is. A repository, or the list of the site
// that is live, says which is which.

const working = 'shop/cookies.yaml';
const at = (name: string) => `shop/history/cookies/${name}.json`;
const text = (date: string, word: string, lines = '') =>
  edit(
    cookies,
    ['updated: 2026-01-01', `updated: ${date}\nchange: { summary: It is ${word}. }${lines}`],
    ['little', word],
  );
const second = text('2026-02-01', 'less');

const git = (folder: string, ...args: string[]) => gitIn(join(root, folder), ...args);

/** A clone whose origin has these texts on its main branch. */
function clone(name: string, texts: Texts): string {
  const folder = writeFolder(`.cache/tests/again-${name}`, texts);
  const origin = `${folder}.git`;
  rmSync(join(root, origin), { recursive: true, force: true });
  mkdirSync(join(root, origin));
  git(origin, 'init', '--quiet', '--bare', '--initial-branch', 'main');
  git(folder, 'init', '--quiet', '--initial-branch', 'main');
  commit(folder, 'Published');
  git(folder, 'remote', 'add', 'origin', join(root, origin));
  git(folder, 'push', '--quiet', '--set-upstream', 'origin', 'main');
  return folder;
}

function commit(folder: string, message: string): void {
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '-m', message);
}

function put(folder: string, texts: Texts): void {
  for (const [path, content] of Object.entries(texts)) {
    mkdirSync(dirname(join(root, folder, path)), { recursive: true });
    writeFileSync(join(root, folder, path), content);
  }
}

const filesOf = (folder: string) =>
  Object.fromEntries(Object.entries(filesIn(folder)).filter(([path]) => !path.startsWith('.git/')));
const run = (command: string, folder: string, day: string, ...args: string[]) =>
  policybook([command, folder, ...args, '--as-of', day], { NO_COLOR: '1' });
const faultsOf = async (folder: string, day: string) => {
  const { stdout } = await run('check', folder, day, '--format', 'json');
  const { problems } = JSON.parse(stdout) as { problems: { rule: string; severity: string }[] };
  return problems.filter(({ rule }) => /^(version|file|schema|yaml)\//.test(rule)).map(({ rule }) => rule);
};

test('seals a version again while no branch that others follow has it, and never after', async () => {
  const before = publishVersions(cookies);
  const folder = clone('version', before);
  put(folder, { [working]: second });
  expect((await run('release', folder, '2026-02-01')).code).toBe(0);
  commit(folder, 'Second');
  // A slip is found before anything is pushed.
  const better = edit(second, ['We store less', 'We store much less']);
  put(folder, { [working]: better });
  const found = await run('check', folder, '2026-02-02');
  expect(found.stdout).toContain('version/changed-text');
  const dry = await run('release', folder, '2026-02-02', '--dry-run');
  expect(dry.stdout).toContain(
    `shop/cookies: 2026-02-01 is not published: origin/main does not have it.\nWould take away ${folder}/${at('2026-02-01')}\nWould write ${folder}/${at('2026-02-01')}`,
  );
  expect(await faultsOf(folder, '2026-02-02')).toEqual(['version/changed-text']);
  const { code, stdout, stderr } = await run('release', folder, '2026-02-02');
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain(`Took away ${folder}/${at('2026-02-01')}\nWrote ${folder}/${at('2026-02-01')} (`);
  expect(stdout).toContain('shop/cookies: 2026-02-01 released.\n');
  const sealed = publish({ ...before, [working]: better }, '2026-02-02');
  expect(filesOf(folder)).toEqual(sealed);
  expect(await faultsOf(folder, '2026-02-02')).toEqual([]);
  expect((await run('release', folder, '2026-02-03')).stdout).toContain('Nothing to release');
  commit(folder, 'Better');
  git(folder, 'push', '--quiet');
  put(folder, { [working]: edit(better, ['much less', 'nothing']) });
  const refused = await run('release', folder, '2026-02-03');
  expect(refused.code).toBe(1);
  expect(refused.stdout).toContain(
    'shop/cookies: refused because of a problem. What is sealed of it is published: origin/main has it.\nNothing was released.\n',
  );
  expect(filesOf(folder)[at('2026-02-01')]).toBe(sealed[at('2026-02-01')]);
});

test('seals nothing again where nothing says what is published', async () => {
  const folder = writeFolder('.cache/tests/again-unknown', {
    ...publishVersions(cookies, second),
    [working]: edit(second, ['less', 'nothing']),
  });
  const before = filesOf(folder);
  const { code, stdout } = await run('release', folder, '2026-02-02');
  expect(code).toBe(1);
  expect(stdout).toContain(
    'shop/cookies: refused because of a problem. Nothing says whether its last record is published: name a commit that is with --base, or the live site with --against.\n',
  );
  expect(filesOf(folder)).toEqual(before);
});

test('takes the word of the site that is live for what is published', async () => {
  const edited: Texts = { ...publishVersions(cookies, second), [working]: edit(second, ['less', 'nothing']) };
  const folder = clone('live', edited);
  const digestOf = (name: string) => JSON.parse(edited[at(name)] ?? '').digest;
  const listing = (...names: string[]) => {
    const versions = names.map((id) => ({ id, digest: digestOf(id) }));
    const file = `${folder}.json`;
    const policies = [{ product: 'shop', policy: 'cookies', versions }];
    writeFileSync(join(root, file), JSON.stringify({ format: 2, site: 'https://example.com/', policies }));
    return file;
  };
  const both = listing('2026-01-01', '2026-02-01');
  const kept = await run('release', folder, '2026-02-02', '--against', both);
  expect(kept.code).toBe(1);
  expect(kept.stdout).toContain(`What is sealed of it is published: ${both} has it.`);
  const first = listing('2026-01-01');
  const { code, stdout } = await run('release', folder, '2026-02-02', '--against', first);
  expect(stdout).toContain(`shop/cookies: 2026-02-01 is not published: ${first} does not have it.`);
  expect(code).toBe(0);
  expect(await faultsOf(folder, '2026-02-02')).toEqual([]);
  const none = await run('release', folder, '2026-02-02', '--against', `${folder}/nothing.json`);
  expect(none).toMatchObject({ code: 2, stderr: expect.stringContaining('Unexpected --against') });
  expect((await run('release', folder, '2026-02-02', '--against', first, '--base', 'main')).code).toBe(2);
});

test('seals as few records again as may be, with what was said of the version', async () => {
  const folder = clone('few', publishVersions(cookies));
  put(folder, { [working]: second });
  await run('release', folder, '2026-02-01');
  const kept = filesOf(folder)[at('2026-02-01')];
  const third = text('2026-03-01', 'bread');
  put(folder, { [working]: third });
  await run('release', folder, '2026-03-01');
  put(folder, { [working]: edit(third, ['bread. }', 'bread., notified: 2026-03-02 }']) });
  await run('release', folder, '2026-03-02');
  expect(Object.keys(filesOf(folder))).toContain(at('2026-03-02.notice'));
  put(folder, {
    [working]: edit(
      third,
      ['bread. }', 'bread., notified: 2026-03-02 }'],
      ['store bread', 'store some bread'],
    ),
  });
  const { stdout } = await run('release', folder, '2026-03-03');
  expect(stdout).toContain(
    'shop/cookies: 2026-03-02.notice, 2026-03-01 are not published: origin/main does not have them.',
  );
  expect(stdout).toContain('shop/cookies: 2026-03-01 released.');
  const files = filesOf(folder);
  expect(files[at('2026-02-01')]).toBe(kept);
  expect(JSON.parse(files[at('2026-03-01')] ?? '')).toMatchObject({ released: '2026-03-03' });
  expect(Object.keys(files)).not.toContain(at('2026-03-02.notice'));
  expect(await faultsOf(folder, '2026-03-03')).toEqual([]);
});

test('seals the reason of a withdrawal again, and takes back an end, while neither is published', async () => {
  const announced = text('2026-02-01', 'less', '\neffective: 2026-12-01');
  const folder = clone('acts', publishVersions(cookies, announced));
  const back = (because: string) => `${cookies}withdrawn: [{ version: 2026-02-01, because: ${because} }]\n`;
  put(folder, { [working]: `${back('A slip.')}retired: { on: 2027-01-01, because: It ends. }\n` });
  expect((await run('release', folder, '2026-03-01')).code).toBe(0);
  put(folder, { [working]: back('A mistake.') });
  expect(await faultsOf(folder, '2026-03-02')).toEqual(['version/changed-act', 'version/changed-act']);
  const { code, stdout } = await run('release', folder, '2026-03-02');
  expect([code, stdout]).toEqual([
    0,
    expect.stringContaining('shop/cookies: 2026-03-02.withdrawal released.'),
  ]);
  const acts = Object.keys(filesOf(folder)).filter((path) => /retirement|withdrawal/.test(path));
  expect(acts).toEqual([at('2026-03-02.withdrawal')]);
  expect(await faultsOf(folder, '2026-03-02')).toEqual([]);
});

/** Two branches of one policy, both released; what follows is the merge of ours into theirs, which is published. */
function fork(name: string): { folder: string; ours: string; theirs: string } {
  const folder = clone(name, publishVersions(cookies));
  const ours = text('2026-02-01', 'less');
  const theirs = text('2026-02-02', 'more');
  const sealed = (own: string, day: string) => publish({ ...publishVersions(cookies), [working]: own }, day);
  git(folder, 'switch', '--quiet', '-c', 'ours');
  put(folder, sealed(ours, '2026-02-01'));
  commit(folder, 'Ours');
  git(folder, 'switch', '--quiet', 'main');
  put(folder, sealed(theirs, '2026-02-02'));
  commit(folder, 'Theirs');
  git(folder, 'push', '--quiet');
  git(folder, 'switch', '--quiet', 'ours');
  git(folder, 'branch', '--quiet', '--set-upstream-to', 'origin/main');
  expect(() => git(folder, 'merge', '--quiet', 'main')).toThrow('CONFLICT');
  return { folder, ours, theirs };
}

test.each([
  'before the merge is committed',
  'after it',
])('leads two branches that were both released together again, %s', async (when) => {
  const { folder, theirs } = fork(`fork-${when.length}`);
  const merged = text('2026-02-03', 'less and more');
  put(folder, { [working]: merged });
  if (when === 'after it') commit(folder, 'Merge');
  const found = await run('check', folder, '2026-02-03');
  expect(found.stdout).toContain('version/fork');
  expect(found.stdout).toContain(
    'Next: Put the text that is to hold into the file of the policy, give it a day of its own, and run `policybook release`',
  );
  const { code, stdout } = await run('release', folder, '2026-02-03');
  expect([code, stdout]).toEqual([0, expect.stringContaining('shop/cookies: 2026-02-03 released.')]);
  expect(stdout).toContain('shop/cookies: 2026-02-01 is not published: origin/main does not have it.');
  const published = publish({ ...publishVersions(cookies), [working]: theirs }, '2026-02-02');
  expect(filesOf(folder)).toEqual(publish({ ...published, [working]: merged }, '2026-02-03'));
  expect(await faultsOf(folder, '2026-02-03')).toEqual([]);
  expect((await policybook(['verify', folder])).code).toBe(0);
});

test('takes ours away where the text is theirs', async () => {
  const { folder, theirs } = fork('theirs');
  put(folder, { [working]: theirs });
  const { code, stdout } = await run('release', folder, '2026-02-03');
  expect(code).toBe(0);
  expect(stdout).toContain(`Took away ${folder}/${at('2026-02-01')}`);
  expect(filesOf(folder)).toEqual(publish({ ...publishVersions(cookies), [working]: theirs }, '2026-02-02'));
});

test('is told which of two is published where the branch has both', async () => {
  const { folder } = fork('both');
  put(folder, { [working]: text('2026-02-03', 'less and more') });
  commit(folder, 'Merge');
  git(folder, 'push', '--quiet', 'origin', 'HEAD:main');
  const refused = await run('release', folder, '2026-02-03');
  expect(refused.code).toBe(1);
  expect(refused.stdout).toContain('What is sealed of it is published: origin/main has it.');
  expect((await run('release', folder, '2026-02-03', '--base', 'main')).code).toBe(0);
  expect(await faultsOf(folder, '2026-02-03')).toEqual([]);
});

test('seals a day in the future again, and takes it back where it is published', async () => {
  const future = text('2062-01-01', 'less');
  const sealed = publish({ ...publishVersions(cookies), [working]: future }, '2026-02-01');
  const folder = clone('future', publishVersions(cookies));
  put(folder, sealed);
  const found = await run('check', folder, '2026-02-02');
  expect(found.code).toBe(1);
  expect(found.stdout).toContain(
    'Unexpected date 2062-01-01 of a sealed version, expected the day of its release, 2026-02-01, or one before it.',
  );
  put(folder, { [working]: text('2026-02-02', 'less') });
  const { code, stdout } = await run('release', folder, '2026-02-02');
  expect([code, stdout]).toEqual([0, expect.stringContaining('shop/cookies: 2026-02-02 released.')]);
  expect(Object.keys(filesOf(folder))).not.toContain(at('2062-01-01'));
  expect(await faultsOf(folder, '2026-02-02')).toEqual([]);
  const live = clone('future-live', sealed);
  put(live, { [working]: text('2026-02-02', 'more') });
  expect(await faultsOf(live, '2026-02-02')).toEqual([
    'version/date-order',
    'version/waiting',
    'version/future',
  ]);
  put(live, { [working]: edit(text('2026-02-02', 'more'), ['more. }', 'more., insteadOf: 2062-01-01 }']) });
  expect(await faultsOf(live, '2026-02-02')).toEqual([]);
  put(live, {
    [working]: `${text('2026-02-02', 'more')}withdrawn: [{ version: 2062-01-01, because: A slip. }]\n`,
  });
  expect(await faultsOf(live, '2026-02-02')).toEqual([]);
  expect((await run('release', live, '2026-02-02')).code).toBe(0);
  expect(await faultsOf(live, '2026-02-02')).toEqual([]);
});

test('seals nothing where a published record is gone, or is not here yet', async () => {
  const folder = clone('gone', publishVersions(cookies, second));
  const third = { [working]: text('2026-03-01', 'bread') };
  // The last record and the head as if it had never been.
  const { [at('2026-02-01')]: _gone, ...others } = publishVersions(cookies, second);
  writeFolderKeepingGit(folder, { ...others, ...publishVersions(cookies), ...third });
  const { code, stdout } = await run('release', folder, '2026-03-01');
  expect(code).toBe(1);
  expect(stdout).toContain('Unexpected absence of the version of 2026-02-01 of shop/cookies');
  expect(stdout).toContain(
    `Put the file back: \`git restore --source origin/main -- ${folder}/${at('2026-02-01')}\``,
  );
  expect(Object.keys(filesOf(folder))).not.toContain(at('2026-03-01'));
  git(folder, 'restore', '.');
  put(folder, third);
  expect((await run('release', folder, '2026-03-01')).code).toBe(0);
});

function writeFolderKeepingGit(folder: string, texts: Texts): void {
  rmSync(join(root, folder, 'shop'), { recursive: true });
  put(folder, texts);
}
