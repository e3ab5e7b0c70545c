import { readFileSync } from 'node:fs';
import { afterAll, expect, vi } from 'vitest';

// All files that a worker runs share its process and the modules it has loaded: to load them takes longer than most tests.
// So a file leaves nothing behind. What it may change for itself is put back here; anything else is a fault of that file.

/** What of a process the next file would notice. */
function stateOfProcess() {
  const replaced = [...known].filter(([name, value]) => Reflect.get(globalThis, name) !== value);
  return {
    folder: process.cwd(),
    environment: { ...process.env },
    exitCode: process.exitCode,
    replaced: replaced.map(([name]) => name),
  };
}

const known = new Map(
  ['Date', 'Intl', 'Math', 'console', 'fetch', 'process', 'setTimeout'].map((name) => [
    name,
    Reflect.get(globalThis, name),
  ]),
);

const { testPath = '' } = expect.getState();
// A file that replaces modules loads everything anew, and so does the next one.
const isReplacing = /\bvi\.(do)?mock\(/i.test(readFileSync(testPath, 'utf8'));
if (isReplacing) vi.resetModules();
const before = stateOfProcess();

// What was named first runs last of what is to run after all tests.
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  if (isReplacing) vi.resetModules();
  expect(stateOfProcess(), `${testPath} has to leave the process as it was`).toEqual(before);
});
