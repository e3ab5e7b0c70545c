#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { packageFolder } from './doors/package.ts';

// Half of what a short command costs is compiling: Node keeps what it has compiled, by its content, and what is not
// loaded yet can be taken from there.
enableCompileCache(join(packageFolder, '.policybook/node'));
// Garbage would be left until there is three times as much of it as of what is in use: of 10,000 policies, a gigabyte. Most of
// ours is found at once, and to look for the rest more often takes no time that can be measured.
setFlagsFromString('--heap-growing-percent=50');
// A reader that has read enough, such as `head`, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});
// Astro has no other way to be told.
process.env.ASTRO_TELEMETRY_DISABLED = '1';
const { run } = await import('./commands/run.ts');
process.exitCode = await run(process.argv.slice(2));
