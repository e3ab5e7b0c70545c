#!/usr/bin/env node
const { existsSync } = require('node:fs');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');

// An old Node reads this file too, and so ends in a sentence.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major > 22 || (major === 22 && minor >= 12)) {
  // A repository has no bundle, or an old one, and runs what people edit.
  const source = join(__dirname, '../src/cli.ts');
  const code = existsSync(source) ? source : join(__dirname, '../lib/src/cli.js');
  import(pathToFileURL(code).href);
} else {
  console.error(`Unexpected Node ${process.versions.node}, expected 22.12 or newer.`);
  console.error('Next: install Node 24 (https://nodejs.org/), and run the same again.');
  process.exitCode = 2;
}
