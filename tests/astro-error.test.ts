import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { toAstroError } from '../src/astro/astro-error.ts';
import type { Problem } from '../src/problem.ts';

const here = mkdtempSync(join(tmpdir(), 'policybook-overlay-'));
afterAll(() => rmSync(here, { recursive: true, force: true }));

const place = { file: 'terms.yaml', line: 2, column: 8, endLine: 2, endColumn: 13 };
const fault: Problem = { rule: 'prose/lost', severity: 'error', message: 'Lost.', place, help: 'Find it.' };

test('an error keeps its file however often Astro puts its own folder before it', () => {
  const file = join(here, 'terms.yaml');
  writeFileSync(file, 'kind: terms\ntitle: Terms\n');
  // `loc` is what Astro reads, of an error that it takes for one of its own.
  const error = toAstroError(fault, [], here) as Error & { loc: { file: string } };
  for (const _ of ['logging', 'overlay']) error.loc.file = join('/site/.policybook', error.loc.file);
  expect({ ...error.loc }).toEqual({ file, line: 2, column: 8 });
  expect(error).toMatchObject({ hint: 'Find it.', frame: expect.stringContaining('title: Terms') });
});

test('shows no text of a file that is not there', () => {
  const error = toAstroError({ ...fault, place: { ...place, file: 'gone.yaml' } }, [], here);
  expect(error).not.toHaveProperty('loc');
});
