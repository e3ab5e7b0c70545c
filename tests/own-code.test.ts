import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { root } from './command.ts';

const folder = mkdtempSync(join(tmpdir(), 'policybook-own-code-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ask = `import('./src/doors/package.ts').then(({ compilerVersion }) => console.log(compilerVersion('.')))`;

test('what other code, markup or another stylesheet has made is not believed', () => {
  for (const name of ['src', 'schemas']) cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const version = () => execFileSync(process.execPath, ['-e', ask], { cwd: folder, encoding: 'utf8' });
  const seen = [version()];
  expect(version()).toBe(seen[0]);
  const edited = ['src/problem.ts', 'src/astro/components/Footer.astro', 'src/astro/styles/site.css'];
  for (const file of [...edited, 'src/astro/pages/handbook/index.mdx']) {
    appendFileSync(join(folder, file), '\n');
    seen.push(version());
  }
  expect(new Set(seen).size).toBe(5);
});
