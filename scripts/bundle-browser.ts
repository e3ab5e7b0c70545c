import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { rolldown } from 'rolldown';

// A script for browsers, by the name of its file in src/browser, as one module. It is written to the file that is named, and
// else to the standard output: the package holds it, and in the repository it is made when a site is built.

const [, , name, file] = process.argv;
const bundle = await rolldown({
  cwd: resolve(import.meta.dirname, '..'),
  platform: 'browser',
  input: `src/browser/${name}.ts`,
});
const { output } = await bundle.generate({ format: 'esm', minify: true });
const [{ code, imports }] = output;
if (output.length > 1 || imports.length > 0)
  throw new Error(`Unexpected imports of the script for browsers: ${imports.join(', ')}.`);
if (file) writeFileSync(file, code);
else process.stdout.write(code);
