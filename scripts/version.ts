import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

// `npm version` runs this before it commits: what is new since the last version becomes that of the version, and
// `create-policybook` gets the same one.

const [root = join(import.meta.dirname, '..'), day = new Date().toISOString().slice(0, 10)] =
  process.argv.slice(2);
const changelog = join(root, 'CHANGELOG.md');
const create = join(root, 'create-policybook/package.json');
const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));

const text = readFileSync(changelog, 'utf8');
if (!text.includes('\n## Unreleased\n\n- ')) throw new Error('Nothing is unreleased in CHANGELOG.md.');
writeFileSync(changelog, text.replace('\n## Unreleased\n', `\n## Unreleased\n\n## ${version} – ${day}\n`));
writeFileSync(
  create,
  readFileSync(create, 'utf8').replace(/^( {2}"version": )".*"/m, `$1${JSON.stringify(version)}`),
);
