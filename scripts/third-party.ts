import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { z } from 'zod';

const manifest = z.object({ name: z.string(), version: z.string(), license: z.string() });

/**
 * Writes the notices of the packages that a bundle holds, as their licences ask: each package with its version and the text of
 * its licence. Goes by the paths of the bundled modules. A package without a text of its licence stops the bundle.
 */
export function noticesOf(modules: readonly string[]): string {
  const folders = [...new Set(modules.flatMap((path) => folderOf(path) ?? []))].sort();
  const intro =
    'What of others is in `lib`, and under which licence. Other packages are dependencies, and bring theirs.';
  return ['# Third-party notices', intro, ...folders.map(noticeOf)].join('\n\n').concat('\n');
}

function folderOf(path: string): string | undefined {
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path.split(sep).join('/'))?.[0];
}

function noticeOf(folder: string): string {
  const { name, version, license } = manifest.parse(
    JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')),
  );
  return `## ${name} ${version} (${license})\n\n\`\`\`text\n${licenceIn(folder)}\n\`\`\``;
}

function licenceIn(folder: string): string {
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)/i.test(name));
  if (file !== undefined) return readFileSync(join(folder, file), 'utf8').trim();
  // Some say it in what is read first.
  const [, text] = /^## License\n+([\s\S]+)/im.exec(readFileSync(join(folder, 'README.md'), 'utf8')) ?? [];
  if (text === undefined) throw new Error(`${folder} has no text of its licence.`);
  return text.trim();
}
