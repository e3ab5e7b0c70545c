import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { rolldown } from 'rolldown';

// The script of the page that compares any two versions, as one module for browsers. It is written to the file that is named,
// and else to the standard output: the package holds it, and in the repository it is made when a site is built.

const bundle = await rolldown({
  cwd: resolve(import.meta.dirname, '..'),
  platform: 'browser',
  input: 'src/browser/compare.ts',
});
const { output } = await bundle.generate({ format: 'esm', minify: true });
const [{ code, imports }] = output;
if (output.length > 1 || imports.length > 0)
  throw new Error(`Unexpected imports of the script for browsers: ${imports.join(', ')}.`);
const [, , file] = process.argv;
if (file) writeFileSync(file, code);
else process.stdout.write(code);
