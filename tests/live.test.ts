import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readLive } from '../src/doors/live.ts';
import { liveProblems } from '../src/versions/live-list.ts';
import { manifestPath, readVersionList } from '../src/versions/manifest.ts';
import { policybook } from './command.ts';

// The site that is live is a server of this machine, and holds no more than its list of versions.

const digests = ['a', 'b', 'c'].map((letter) => letter.repeat(64));
const withdrawal = { type: 'withdrawal', version: '2026-08-12', day: '2026-08-20', because: 'A slip.' };
const version = (date: string, index: number) => ({ date, digest: digests[index] });
const list = (policies: object[]) => JSON.stringify({ format: 1, site: 'https://example.com/', policies });
const cookies = (more: object = {}) => ({
  product: 'shop',
  policy: 'cookies',
  versions: [version('2026-03-02', 0), version('2026-08-12', 1)],
  ...more,
});
const dist = mkdtempSync(join(tmpdir(), 'policybook-live-'));

let server: Server;
let address = '';
let answer: { status: number; text: string; location?: string } = { status: 404, text: '' };
let asked = '';

beforeAll(async () => {
  server = createServer(({ url = '' }, response) => {
    asked = url;
    response.writeHead(answer.status, answer.location ? { Location: answer.location } : {}).end(answer.text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens at a port
  address = `http://127.0.0.1:${port}/legal`;
  mkdirSync(dirname(join(dist, manifestPath)));
  writeFileSync(join(dist, manifestPath), list([cookies()]));
});

afterAll(() => {
  server.close();
  rmSync(dist, { recursive: true });
});

/** What the command says of the site against the one that is live; a folder of no more than a list has other faults. */
async function found(text: string | undefined, ...more: string[]) {
  answer = text === undefined ? { status: 404, text: '' } : { status: 200, text };
  const { stdout } = await policybook(['verify', dist, '--against', address, '--format', 'json', ...more]);
  const { problems }: { problems: { rule: string; message: string; help: string }[] } = JSON.parse(stdout);
  return problems
    .filter(({ rule }) => rule === 'version/live')
    .map(({ message, help }) => ({ message, help }));
}

test('passes a site that has every version that is live', async () => {
  expect(await found(list([cookies({ versions: [version('2026-03-02', 0)] })]))).toEqual([]);
  expect(asked).toBe(`/legal/${manifestPath}`);
  expect(await found(list([cookies()]))).toEqual([]);
});

test('names each version that is live and would be gone, and one that would be another', async () => {
  const live = list([
    cookies({ versions: [version('2026-03-02', 0), version('2026-08-12', 2), version('2026-08-20', 1)] }),
    { product: 'shop', policy: 'terms', versions: [version('2026-03-02', 2)] },
  ]);
  const source = `${address}/${manifestPath}`;
  expect((await found(live)).map(({ message }) => message)).toEqual([
    `Unexpected digest bbbbbbbbbbbbbbbb… of the version 2026-08-12 of shop/cookies, expected cccccccccccccccc… as ${source} lists it.`,
    `Unexpected absence of the version 2026-08-20 of shop/cookies, expected everything that ${source} lists.`,
    `Unexpected absence of the version 2026-03-02 of shop/terms, expected everything that ${source} lists.`,
  ]);
});

test('passes a site where nothing is live yet only when told that it is the first', async () => {
  expect(await found(undefined)).toEqual([
    {
      message: `Unexpected absence of ${address}/${manifestPath}, expected the list of the versions that are published.`,
      help: 'Where nothing is published yet, say so with --first.',
    },
  ]);
  expect(await found(undefined, '--first')).toEqual([]);
  expect(await found(list([cookies({ versions: [version('2026-01-01', 0)] })]), '--first')).toHaveLength(1);
});

test.each(['<!doctype html>', '{"policies": [{}]}', '[]'])('passes no site against %s', async (text) => {
  expect((await found(text)).map(({ message }) => message)).toEqual([
    `Unexpected answer at ${address}/${manifestPath}, expected the list of the versions that are published.`,
  ]);
});

test('says why a list cannot be had', async () => {
  answer = { status: 503, text: '' };
  expect(await readLive(address, manifestPath)).toEqual({
    source: `${address}/${manifestPath}`,
    fault: 'answers 503',
  });
  expect(await readLive('http://127.0.0.1:1/', manifestPath)).toMatchObject({
    fault: expect.stringContaining('cannot be reached'),
  });
});

test('reads a list by its own address, from a file or from the folder of a site', async () => {
  answer = { status: 200, text: list([]) };
  await readLive(`${address}/old/list.json`, manifestPath);
  expect(asked).toBe('/legal/old/list.json');
  const file = `${dist}/${manifestPath}`;
  for (const where of [dist, file])
    expect(await readLive(where, manifestPath)).toEqual({ source: file, text: list([cookies()]) });
  expect(await readLive(`${dist}/.well-known`, manifestPath)).toMatchObject({ isMissing: true });
});

test.each(['http://example.com/', 'ftp://example.com/', 'nowhere'])('refuses %s', async (where) => {
  const { code, stdout, stderr } = await policybook(['verify', dist, '--against', where]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(`Unexpected --against ${where}, expected the https address of a site`);
});

test('finds an act that is live and would be gone, and a policy under its new name', () => {
  const compare = (live: object, next: object) => {
    const [before, after] = [live, next].map((policy) => readVersionList(list([policy])));
    if (!before || !after) throw new Error('A list of versions cannot be read.');
    return liveProblems(before, after, { fileOf: () => 'dist', source: 'it' }).map(({ message }) => message);
  };
  const acts = { acts: [withdrawal] };
  expect(compare(cookies(acts), cookies(acts))).toEqual([]);
  expect(compare(cookies(acts), cookies())).toEqual([
    'Unexpected absence of the withdrawal of 2026-08-20 about 2026-08-12 of shop/cookies, expected everything that it lists.',
  ]);
  expect(compare(cookies(acts), cookies({ acts: [{ ...withdrawal, because: 'Another.' }] }))).toHaveLength(1);
  const renamed = { policy: 'storage', formerly: ['shop/cookies'] };
  expect(compare(cookies(), cookies(renamed))).toEqual([]);
  expect(compare(cookies(), cookies({ policy: 'storage' }))).toHaveLength(2);
});
