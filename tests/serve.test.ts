import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveFolder } from '../src/doors/serve.ts';
import { policybook } from './command.ts';

// A built site as it is served on this machine.

const home = mkdtempSync(join(tmpdir(), 'policybook-serve-'));
const files = {
  'build/index.html': 'home',
  'build/404.html': 'not here',
  'build/_headers': "/*\n  Content-Security-Policy: default-src 'none'\n",
  'build/shop/terms/index.html': 'terms',
  'build/shop/feed.json': '{}',
  'build/shop/größe.txt': 'size',
  'secret.txt': 'secret',
};
for (const [path, text] of Object.entries(files)) {
  mkdirSync(join(home, path, '..'), { recursive: true });
  writeFileSync(join(home, path), text);
}
symlinkSync('build', join(home, 'dist'));
symlinkSync(join(home, 'secret.txt'), join(home, 'build/link.txt'));

const server = await serveFolder({ folder: join(home, 'dist'), base: '/legal' }, 0);
// It listens on a port, so that is the form of its address.
const { port } = server.address() as AddressInfo;
beforeAll(() => server.unref());
afterAll(() => {
  server.close();
  rmSync(home, { recursive: true });
});

type Answer = { status: number | undefined; text: string; headers: NodeJS.Dict<string | string[]> };

// Not `fetch`, which tidies a path before it asks.
function ask(path: string, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: 'localhost', port, path, method }, (response) => {
      let text = '';
      response.on('data', (bytes: Buffer) => {
        text += bytes;
      });
      response.on('end', () => resolve({ status: response.statusCode, text, headers: response.headers }));
    });
    asked.on('error', reject).end();
  });
}

test.each([
  ['/legal/', 200, 'home', 'text/html; charset=utf-8'],
  ['/legal/shop/terms/', 200, 'terms', 'text/html; charset=utf-8'],
  ['/legal/shop/feed.json?since=1', 200, '{}', 'application/json; charset=utf-8'],
  ['/legal/shop/gr%C3%B6%C3%9Fe.txt', 200, 'size', 'text/plain; charset=utf-8'],
  ['/legal/shop/gone/', 404, 'not here', 'text/html; charset=utf-8'],
  ['/shop/terms/', 404, 'not here', 'text/html; charset=utf-8'],
  ['/legalese/', 404, 'not here', 'text/html; charset=utf-8'],
])('answers %s as a host does', async (path, status, text, type) => {
  const answer = await ask(path);
  expect(answer).toMatchObject({ status, text });
  expect(answer.headers['content-type']).toBe(type);
  expect(answer.headers['content-security-policy']).toBe("default-src 'none'");
});

test.each([
  ['/', 302, '/legal/'],
  ['/legal/shop/terms', 301, '/legal/shop/terms/'],
  ['/legal/shop/terms?a=b', 301, '/legal/shop/terms/?a=b'],
])('leads from %s to the page', async (path, status, location) => {
  const { headers, ...answer } = await ask(path);
  expect(answer.status).toBe(status);
  expect(headers.location).toBe(location);
});

test.each([
  '/legal/../secret.txt',
  '/legal/..%2fsecret.txt',
  '/legal/%2e%2e/secret.txt',
  '/legal/..\\secret.txt',
  '/legal/..%5csecret.txt',
  '/legal//etc/passwd',
  '/legal/shop/../../../secret.txt',
  '/legal/link.txt',
  '/legal/%00',
  '/legal/%',
  '/legal/index.html%00.txt',
])('gives nothing from outside of the site for %s', async (path) => {
  expect(await ask(path)).toMatchObject({ status: 404, text: 'not here' });
});

test('only reads', async () => {
  expect(await ask('/legal/', 'HEAD')).toMatchObject({ status: 200, text: '' });
  expect(await ask('/legal/', 'DELETE')).toMatchObject({ status: 405, text: '' });
});

test.each([
  'start',
  'preview',
])('%s tells of a port that is none, and of one that is taken', async (command) => {
  const operands = command === 'preview' ? [join(home, 'dist')] : ['--no-open'];
  const unfit = await policybook([command, ...operands, '--port', 'abc']);
  expect(unfit).toMatchObject({ code: 2, stdout: '' });
  expect(unfit.stderr).toMatch(/^Unexpected port abc, expected a number up to 65535\.\nNext: /);
  const taken = await policybook([command, ...operands, '--port', String(port)]);
  expect(taken).toMatchObject({ code: 2, stdout: '' });
  expect(taken.stderr).toMatch(
    new RegExp(`^Unexpected port ${port}, which another program has, expected a free one: --port \\d+\\.\n`),
  );
});
