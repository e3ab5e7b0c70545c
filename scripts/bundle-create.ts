import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { rolldown } from 'rolldown';

// What `create-policybook` holds of our code: the command `init` alone, in one file. Packages stay packages.

const root = resolve(import.meta.dirname, '..');
const lib = join(root, 'create-policybook/lib');

rmSync(lib, { recursive: true, force: true });
const bundle = await rolldown({
  cwd: root,
  platform: 'node',
  input: { 'src/create': 'create-policybook/create.ts' },
  external: (id) => !id.startsWith('.') && !id.startsWith('/') && !/^[a-z]:/i.test(id),
});
// Where code asks where it lies, it counts from the folder two above it: that of the package.
await bundle.write({ dir: lib, format: 'esm', entryFileNames: '[name].js', codeSplitting: false });
