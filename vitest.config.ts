import { defineConfig } from 'vitest/config';
import { today } from './tests/today.ts';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    environment: 'node',
    env: { POLICYBOOK_TODAY: today },
    setupFiles: ['tests/seed.ts'],
    globalSetup: 'tests/build-sites.ts',
    reporters: ['default', './tests/closing-line.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
