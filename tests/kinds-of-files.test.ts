import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { folderSignature } from '../src/doors/disk.ts';
import { bundledCode } from './bundled-command.ts';
import { policybook, runAlone } from './command.ts';

// Whatever lies in a folder of policies is read, refused or reported; what lies outside of it is never opened.

const secret = 'the words of a file that lies outside';
const isRoot = process.getuid?.() === 0;
let home = '';

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'policybook-kinds-'));
  mkdirSync(join(home, 'policies/shop'), { recursive: true });
  put('site.yaml', 'name: Shop\nurl: https://shop.example/\nlanguages: [en]\n');
  put('shop/product.yaml', 'name: Shop\n');
  put('shop/terms.yaml', 'kind: terms\ntitle: Terms\nsections:\n  - title: Use\n    content: [You may.]\n');
  mkdirSync(join(home, 'outside'));
  writeFileSync(join(home, 'outside/other.yaml'), `name: ${secret}\n`);
});

afterEach(() => {
  spawnSync('chmod', ['-R', 'u+rwX', home]);
  rmSync(home, { recursive: true, force: true });
});

const at = (path: string) => join(home, 'policies', path);

function put(path: string, text: string): void {
  mkdirSync(join(at(path), '..'), { recursive: true });
  writeFileSync(at(path), text);
}

function fifo(path: string): void {
  rmSync(at(path), { force: true });
  expect(spawnSync('mkfifo', [at(path)]).status).toBe(0);
}

/** The faults of the folder, each as `path rule message`; `uid` runs the command as another user. */
async function check(command = 'check', uid?: number): Promise<string[]> {
  const args = [command, 'policies', '--format=json'];

  const { stdout, stderr } = await (uid === undefined
    ? policybook(args, {}, home)
    : runAlone([join(await bundledCode(), 'src/cli.js'), ...args], { env: process.env, cwd: home, uid }));
  expect(stderr).toBe('');
  expect(stdout).not.toContain(secret);
  const { problems } = JSON.parse(stdout) as {
    problems: { place: { file: string }; rule: string; message: string }[];
  };
  const faults = problems.filter(({ rule }) => !rule.startsWith('core/'));
  return faults.map(({ place, rule, message }) => `${place.file.slice(9)} ${rule} ${message}`);
}

const aLink = 'file/symlink Unexpected symbolic link, expected a file or a folder.';
const noFile = 'file/kind Unexpected pipe, socket or device, expected a file or a folder.';
const notReadable = 'file/unreadable Unexpected file or folder that may not be read, expected one that may.';
const likeAFile = 'file/kind Unexpected folder that is called like a file, expected a file.';

test('a folder of plain files has no problem', async () => {
  expect(await check()).toEqual([]);
});

test('links are told wherever they lead, and none is followed', async () => {
  const outside = join(home, 'outside');
  symlinkSync(join(outside, 'other.yaml'), at('shop/file.yaml'));
  symlinkSync(outside, at('shop/folder'));
  symlinkSync(outside, at('company'));
  symlinkSync('nowhere', at('shop/dangling.yaml'));
  symlinkSync('itself.yaml', at('shop/itself.yaml'));
  symlinkSync('.', at('shop/self'));
  symlinkSync('..', at('shop/up'));
  symlinkSync(join(outside, 'other.yaml'), at('shop/notes.md'));
  mkdirSync(at('shop/history/terms'), { recursive: true });
  symlinkSync(join(outside, 'other.yaml'), at('shop/history/terms/2026-01-01.json'));
  symlinkSync(outside, at('shop/history/privacy'));
  const links = [
    'company',
    'shop/dangling.yaml',
    'shop/file.yaml',
    'shop/folder',
    'shop/history/privacy',
    'shop/history/terms/2026-01-01.json',
    'shop/itself.yaml',
    'shop/notes.md',
    'shop/self',
    'shop/up',
  ].map((path) => `${path} ${aLink}`);
  expect(await check()).toEqual(links);
  expect(await check('verify')).toEqual(links);
  expect(folderSignature(join(home, 'policies'))).toMatch(/^[0-9a-f]{64}$/);
});

test('what a killed run has left is not deleted behind a link', async () => {
  writeFileSync(join(home, 'outside/a.json.99999999.next'), '{');
  mkdirSync(at('shop/history'));
  symlinkSync(join(home, 'outside'), at('shop/history/terms'));
  expect(await policybook(['release'], {}, home)).toMatchObject({ code: 1 });
  expect(readdirSync(join(home, 'outside'))).toEqual(['a.json.99999999.next', 'other.yaml']);
});

test.each([
  'site.yaml',
  'shop/product.yaml',
  'shop/terms.yaml',
])('a link in place of %s is told', async (path) => {
  rmSync(at(path));
  symlinkSync(join(home, 'outside/other.yaml'), at(path));
  expect(await check()).toContain(`${path} ${aLink}`);
});

test('pipes, sockets and devices are told, and none is waited for', async () => {
  for (const path of ['site.yaml', 'shop/pipe.yaml', 'vendors.yaml']) fifo(path);
  mkdirSync(at('shop/history/terms'), { recursive: true });
  fifo('shop/history/terms/2026-01-01.json');
  const server = createServer().listen(at('shop/socket.yaml'));
  await new Promise((resolve) => server.once('listening', resolve));
  if (isRoot) spawnSync('mknod', [at('shop/zero.yaml'), 'c', '1', '5']);
  expect(await check()).toEqual(
    [
      'shop/history/terms/2026-01-01.json',
      'shop/pipe.yaml',
      'shop/socket.yaml',
      ...(isRoot ? ['shop/zero.yaml'] : []),
      'site.yaml',
      'vendors.yaml',
    ].map((path) => `${path} ${noFile}`),
  );
  server.close();
});

test('verify tells what lies in a history and is no record, whatever kind it is of', async () => {
  mkdirSync(at('shop/history/terms/2026-01-01.json'), { recursive: true });
  fifo('shop/history/terms/2026-01-02.json');
  put('shop/history/terms/2026-01-03.json.bak', '{}');
  put('shop/history/terms/.2026-01-04.json', '{}');
  put('shop/unfinished.yaml', 'kind: [');
  const stray =
    'file/location Unexpected file in the history of a product, expected records like history/<policy>/2026-03-31.json.';
  expect(await check('verify')).toEqual([
    `shop/history/terms/.2026-01-04.json ${stray}`,
    `shop/history/terms/2026-01-01.json ${likeAFile}`,
    `shop/history/terms/2026-01-02.json ${noFile}`,
    `shop/history/terms/2026-01-03.json.bak ${stray}`,
  ]);
});

test('a folder where a file belongs is told, with all that lies in it', async () => {
  rmSync(at('site.yaml'));
  put('site.yaml/terms.yaml', 'kind: terms\n');
  put('shop/privacy.yaml/terms.yaml', 'kind: terms\n');
  put('shop/history/terms/2026-01-01.json/record.json', '{}');
  put('shop/history/2026-01-01.json/record.json', '{}');
  put('shop/history/terms/old/2026-01-01.json', '{}');
  mkdirSync(at('shop/empty'));
  expect(await check()).toEqual([
    'shop/empty file/kind Unexpected folder inside a product, expected files alone.',
    `shop/history/2026-01-01.json ${likeAFile}`,
    `shop/history/terms/2026-01-01.json ${likeAFile}`,
    'shop/history/terms/old file/kind Unexpected folder inside the history of a policy, expected files alone.',
    `shop/privacy.yaml ${likeAFile}`,
    `site.yaml ${likeAFile}`,
  ]);
});

test('what may not be read is told at its place', async () => {
  put('shop/privacy.yaml', 'kind: privacy-policy\n');
  put('shop/history/terms/2026-01-01.json', '{}');
  put('other/product.yaml', 'name: Other\n');
  put('hidden/product.yaml', 'name: Hidden\n');
  chmodSync(at('shop/privacy.yaml'), 0);
  chmodSync(at('shop/history/terms/2026-01-01.json'), 0);
  chmodSync(at('other/product.yaml'), 0);
  chmodSync(at('hidden'), 0);
  chmodSync(home, 0o777);
  expect(await check('check', isRoot ? 65534 : undefined)).toEqual([
    `hidden ${notReadable}`,
    'other/product.yaml file/missing Unexpected product without a policy, expected at least one.',
    `other/product.yaml ${notReadable}`,
    `shop/history/terms/2026-01-01.json ${notReadable}`,
    `shop/privacy.yaml ${notReadable}`,
  ]);
});

test.runIf(process.platform === 'linux')('a name that is no text is told at its place', async () => {
  const name = Buffer.concat([Buffer.from(at('shop/')), Buffer.from([0xff]), Buffer.from('.yaml')]);
  linkSync(at('shop/terms.yaml'), name);
  const folder = Buffer.concat([Buffer.from(at('shop/history/')), Buffer.from([0xff])]);
  mkdirSync(at('shop/history'));
  mkdirSync(folder);
  writeFileSync(Buffer.concat([folder, Buffer.from('/2026-01-01.json')]), '{}');
  expect(await check()).toEqual([`shop/history/\ufffd ${notReadable}`, `shop/\ufffd.yaml ${notReadable}`]);
});

test('a file of gigabytes is told without being read', async () => {
  put('shop/privacy.yaml', '');
  truncateSync(at('shop/privacy.yaml'), 5_000_000_000);
  expect(await check()).toEqual([
    'shop/privacy.yaml file/size Unexpected file of 100.00 MB or more, expected at most 1 MB.',
  ]);
});

// Each time the file is opened it has just gone; it comes back where somebody saves it anew.
const vanishing = (comesBack: boolean) => ({
  NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(`
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const open = fs.openSync;
fs.openSync = (path, ...rest) => {
  if (!String(path).endsWith('shop/privacy.yaml') || !fs.existsSync(path)) return open(path, ...rest);
  fs.renameSync(path, path + '.aside.md');
  try { return open(path, ...rest); } finally { if (${comesBack}) fs.renameSync(path + '.aside.md', path); }
};
syncBuiltinESMExports();`)}`,
});

test('a file that goes away while the policies are read is read no more', async () => {
  const before = await policybook(['check'], {}, home);
  put('shop/privacy.yaml', 'kind: [');
  expect(await policybook(['check'], vanishing(false), home)).toEqual(before);
});

test('a file that is gone each time it is read is told in a line', async () => {
  put('shop/privacy.yaml', 'kind: [');
  const { code, stdout, stderr } = await policybook(['check'], vanishing(true), home);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(
    /^Unexpected change of .*\/shop\/privacy\.yaml while it was read, expected files that stay\. Run the command again\.\n$/,
  );
});
