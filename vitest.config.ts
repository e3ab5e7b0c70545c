import { defineConfig } from 'vitest/config';
import { SlowFirst } from './tests/slow-first.ts';
import { today } from './tests/today.ts';

// Tests of built sites; all others start without building one.
const ofSites = [
  'browser',
  'build',
  'elsewhere',
  'forgeries',
  'parts',
  'release',
  'site',
  'verify',
  'versions-view',
].map((name) => `tests/${name}.test.ts`);

// What is published: packed, installed, used, and used on what an earlier version sealed. The server that people edit with,
// and what they send to counsel.
const ofPackage = ['opened-from-disk', 'own-parts', 'package', 'start', 'upgrade'].map(
  (name) => `tests/${name}.test.ts`,
);

export default defineConfig({
  test: {
    environment: 'node',
    // Most of the tests wait for commands and for the browser: none of the cores is left to rest. More workers take longer.
    maxWorkers: '100%',
    env: { POLICYBOOK_TODAY: today },
    // Most of what a test file costs is loading our modules: a worker does that once, and each file leaves it as it was.
    isolate: false,
    sequence: { sequencer: SlowFirst },
    setupFiles: ['tests/seed.ts', 'tests/shared-process.ts'],
    reporters: ['default', './tests/closing-line.ts'],
    // Limits stop what hangs; a machine that does sixteen things at once must not reach them.
    testTimeout: 300_000,
    hookTimeout: 900_000,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['tests/**/*.test.ts'], exclude: [...ofSites, ...ofPackage] },
      },
      { extends: true, test: { name: 'package', include: ofPackage } },
      {
        extends: true, // A browser on a core that others use may be a moment late; what is wrong is wrong twice. What passed so is told.
        test: { name: 'site', include: ofSites, globalSetup: 'tests/build-sites.ts', retry: 1 },
      },
    ],
  },
});
