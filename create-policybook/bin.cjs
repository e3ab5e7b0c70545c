#!/usr/bin/env node
// Read by any Node: one that is too old for the rest says so.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major > 22 || (major === 22 && minor >= 12)) import('./lib/src/create.js');
else {
  console.error(`Unexpected Node ${process.versions.node}, expected 22.12 or newer.`);
  console.error('Next: install a newer Node from https://nodejs.org/, then run npm create policybook again.');
  process.exitCode = 2;
}
