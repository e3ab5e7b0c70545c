import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

// What is new since the last version becomes that of the version: `npm version` runs this before it commits.

const root = join(import.meta.dirname, '..');
const file = join(root, 'CHANGELOG.md');
const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
const day = new Date().toISOString().slice(0, 10);
const text = readFileSync(file, 'utf8');
if (!text.includes('\n## Unreleased\n\n- ')) throw new Error('Nothing is unreleased in CHANGELOG.md.');
writeFileSync(file, text.replace('\n## Unreleased\n', `\n## Unreleased\n\n## ${version} – ${day}\n`));
