import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { policybook, root } from './command.ts';
import { around, type Texts } from './compile-texts.ts';
import { type Fault, onFailingDisk } from './failing-disk.ts';
import { cookies, edit, filesIn, publish, writeFolder } from './published-texts.ts';

// Each change of the disk that `release` makes fails once: nothing that was there is lost, the exit code says
// what became of it, and the next run does the rest. `npm run test:faults` tries every one of them, the tests a few.

const isLong = process.env.FAULTS === 'all';
const home = mkdtempSync(join(tmpdir(), 'policybook-faults-'));
const policies = relative(root, join(home, 'policies'));
const failures = ['ENOSPC', 'EIO', 'killed'] as const;
type Failure = (typeof failures)[number];
const stackTrace = /^\s+at .+:\d+:\d+\)?$|node:internal/m;

afterAll(() => rmSync(home, { recursive: true, force: true }));

const run = (args: string[], fault?: Fault) =>
  policybook([...args, '--as-of', '2026-01-02'], fault && onFailingDisk(fault), home);

/** How many changes of the disk a command makes, of paths that hold a text. */
async function countChanges(args: string[], of: string): Promise<number> {
  const log = join(home, 'changes.log');
  await run(args, { failure: 'none', after: 0, of, log });
  const count = readFileSync(log, 'utf8').split('\n').length - 1;
  rmSync(log);
  return count;
}

/** Every change, or a few of them: the first, the last and some between. */
function chosen(count: number, few: number): number[] {
  const all = Array.from({ length: count }, (_, change) => change);
  return isLong ? all : all.filter((change) => change % Math.ceil(count / few) === 0 || change === count - 1);
}

const one: Texts = publish({ ...around, 'shop/cookies.yaml': cookies });
const two: Texts = {
  ...one,
  'shop/cookies.yaml': edit(cookies, ['2026-01-01', '2026-01-02'], ['little', 'less']),
  'shop/terms.yaml': edit(cookies, ['2026-01-01', '2026-01-02'], ['little', 'more']),
};
const released = publish(two, '2026-01-02');

let changes = 0;
beforeAll(async () => {
  writeFolder(policies, two);
  changes = await countChanges(['release'], 'history');
});

describe.each<Failure>([...failures])('a release on a disk that is %s', (failure) => {
  test('loses no record, and the next one writes the rest', async () => {
    expect(changes).toBeGreaterThan(20);
    for (const after of chosen(changes, 4)) {
      writeFolder(policies, two);
      const { code, stdout, stderr } = await run(['release'], { failure, after, of: 'history' });
      const left = filesIn(policies);
      const isWhole = Object.entries(released).every(([path, text]) => left[path] === text);
      expect([after, isWhole ? 'whole' : code], stdout + stderr).toEqual([
        after,
        isWhole ? 'whole' : failure === 'killed' ? null : 1,
      ]);
      expect(stderr).not.toMatch(stackTrace);
      for (const [path, text] of Object.entries(left))
        if (!path.endsWith('.next') && path !== head)
          expect([after, path, text]).toEqual([after, path, released[path]]);
      expect([one[head], released[head]]).toContain(left[head]);
      expect(await run(['release'])).toMatchObject({ code: 0, stderr: '' });
      expect(filesIn(policies)).toEqual(released);
    }
  });
});

const head = 'shop/history/cookies/head.json';
