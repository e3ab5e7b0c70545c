import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../src/doors/serve.ts';
import { root } from './command.ts';
import { around } from './compile-texts.ts';
import { cookies } from './published-texts.ts';

// The server that people edit with, below a path.

const home = mkdtempSync(join(tmpdir(), 'policybook-start-'));
const write = (path: string, text: string) => {
  mkdirSync(join(home, path, '..'), { recursive: true });
  writeFileSync(join(home, path), text);
};
write(
  'policies/site.yaml',
  'name: Example\nurl: https://example.com/legal\nlanguages: [en-GB]\nstop: none\n',
);
write('policies/shop/product.yaml', around['shop/product.yaml'] ?? '');
write('policies/shop/cookies.yaml', cookies);
write(
  'policies/shop/terms.yaml',
  cookies.replace('cookie-policy', 'terms').replace('Cookie policy', 'Terms'),
);
write(
  'site/Header.astro',
  '---\nconst { frame } = Astro.props;\n---\n<header>Ours: {frame.siteName}</header>\n',
);
write(
  'site/pages/list.astro',
  "---\nimport { listPolicies } from 'policybook/data';\n---\n<ul>{listPolicies().map(({ path }) => <li>{path}</li>)}</ul>\n",
);

const port = await freePort(20_000 + (process.pid % 20_000));
const server = spawn(
  process.execPath,
  [join(root, 'src/cli.ts'), 'start', '--no-open', '--port', String(port)],
  // Where Vitest runs, Astro serves no pages.
  { cwd: home, env: { ...process.env, VITEST: '', BASE_URL: '/elsewhere' } },
);
let said = '';
for (const stream of [server.stdout, server.stderr])
  stream.on('data', (bytes: Buffer) => {
    said += bytes;
  });

beforeAll(() => waitFor('the address', async () => said.includes(`http://localhost:${port}/legal`)));
afterAll(() => {
  server.kill();
  rmSync(home, { recursive: true, force: true });
});

async function waitFor(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 1_500; attempt += 1) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`No ${what}:\n${said}`);
}

async function open(path: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`http://localhost:${port}/legal${path}`);
  return { status: response.status, text: await response.text() };
}

test('serves every page where it will be published, with the parts of the project', async () => {
  expect(await open('/')).toMatchObject({ status: 200 });
  const policy = await open('/shop/cookies/');
  expect(policy.status).toBe(200);
  expect(policy.text).toContain('Ours: Example');
  expect((await open('/list/')).text).toContain('<li>/legal/shop/cookies/</li>');
  expect(await open('/style.css')).toMatchObject({ status: 200 });
  expect(await open('/feed.xml')).toMatchObject({ status: 200 });
});

test('tells a mistake on the pages of its policy, and shows all others', async () => {
  write('policies/shop/cookies.yaml', cookies.replace('expires: session', 'expirse: session'));
  await waitFor('page with the mistake', async () => (await open('/shop/cookies/')).status === 500);
  // The overlay is told by itself what the terminal is told.
  expect((await open('/shop/cookies/')).text).toContain('<title>Policy problem</title>');
  expect(said).toContain(
    'Unexpected key `expirse`, expected a key that `cookies.sid` can have. (schema/unknown-key)',
  );
  for (const path of ['/', '/about/', '/shop/', '/handbook/'])
    expect(await open(path), path).toMatchObject({ status: 200 });
  write('policies/shop/cookies.yaml', cookies);
  await waitFor('page without it', async () => (await open('/shop/cookies/')).status === 200);
});

test('tells a folder where a file should be, and goes on', async () => {
  write('policies/shop/extra.yaml/notes.txt', '');
  await waitFor('page with the folder', async () => (await open('/shop/extra/')).status === 500);
  expect(said).toContain('policies/shop/extra.yaml:1:1  error');
  expect(await open('/shop/cookies/')).toMatchObject({ status: 200 });
});
