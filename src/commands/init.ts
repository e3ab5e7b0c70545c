import { existsSync, lstatSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type Founding, repositoryFiles, type Versions } from '../beginnings/repository.ts';
import { today } from '../doors/clock.ts';
import { ownVersions } from '../doors/versions.ts';
import { removeFile, writeNew } from '../doors/write.ts';
import { findPlaceholders } from '../read/placeholders.ts';
import { answersFrom } from './answers.ts';
import { dayOf, declareCommand, onDay, refusal } from './options.ts';

export const init = initWith(ownVersions);

/** The command that begins a repository, built with the versions it is given. */
function initWith(versionsOf: () => Versions) {
  return declareCommand({
    usage: 'init [folder]',
    about: [
      'Begin a repository: a cookie policy and a privacy policy, with what checks, releases and publishes them.',
      'Asks what it is not told. A file that is there is left as it is.',
    ],
    options: {
      company: { value: '<name>', help: 'the legal name of the company' },
      product: { value: '<name>', help: 'the name of the product, as readers know it' },
      url: { value: '<address>', help: 'where the policies will be published: https://…' },
      email: { value: '<address>', help: 'where people write about their data' },
      host: { value: '<github|gitlab>', help: 'where the repository lies (github)' },
      yes: { help: 'ask nothing, and mark what is not known' },
      ...onDay,
    },
    async run(operands, told) {
      const folder = folderToFill(operands);
      const answers = await answersFrom(told);
      const day = dayOf(told['as-of']) ?? today('UTC');
      const founding = {
        ...answers,
        host: answers.host === 'gitlab' ? ('gitlab' as const) : ('github' as const),
        folder: basename(resolve(folder)),
        day,
        versions: versionsOf(),
      } satisfies Founding;
      return writeRepository(folder, repositoryFiles(founding));
    },
  });
}

function folderToFill([folder = '.', ...rest]: readonly string[]): string {
  if (rest.length > 0) throw refusal(`Unexpected ${rest.join(' ')}, expected one folder.`);
  if (existsSync(folder) && !lstatSync(resolve(folder)).isDirectory())
    throw refusal(`Unexpected ${folder}, expected a folder, or none of that name yet.`);
  return folder;
}

/** Writes the files that are not there yet, all or none of them, and says what to do next. */
function writeRepository(folder: string, files: Record<string, string>): number {
  const hasPolicies = existsSync(join(folder, 'policies', 'site.yaml'));
  const isThere = (path: string) =>
    existsSync(join(folder, path)) || (hasPolicies && path.startsWith('policies/'));
  const wanted = Object.entries(files).filter(([path]) => !isThere(path));
  const kept = Object.keys(files).filter(isThere);
  writeAll(
    folder,
    wanted.map(([path, content]) => [join(folder, path), content]),
  );
  for (const [path] of wanted) process.stdout.write(`Wrote ${join(folder, path)}\n`);
  for (const path of kept)
    process.stdout.write(
      existsSync(join(folder, path))
        ? `Left ${join(folder, path)}: it is there.\n`
        : `Left out ${path}: there are policies already.\n`,
    );
  process.stdout.write(nextSteps(folder, wanted, kept));
  return 0;
}

function writeAll(folder: string, files: readonly (readonly [string, string])[]): void {
  const written: string[] = [];
  try {
    for (const [file, content] of files) {
      if (!writeNew(file, content)) throw refusal(`Unexpected ${file}, expected no such file yet.`);
      written.push(file);
    }
  } catch (error) {
    for (const file of written) removeFile(file);
    if (error instanceof Error && 'code' in error && error.code !== 'REFUSAL')
      throw refusal(
        `Unexpected failure to write into ${folder} (${error.code}), expected a folder that can be written to. Nothing was written.`,
      );
    throw error;
  }
}

function nextSteps(folder: string, wanted: readonly [string, string][], kept: readonly string[]): string {
  const count = wanted.flatMap(([, content]) => findPlaceholders(content)).length;
  const isOwnPackage = kept.includes('package.json');
  const steps = [
    ...(folder === '.' ? [] : [`cd ${/\s/.test(folder) ? `'${folder}'` : folder}`]),
    isOwnPackage ? 'npm install --save-dev --save-exact astro policybook' : 'npm install',
    `npx policybook check${count > 0 ? `     # names the ${count} places to fill in, marked TODO` : ''}`,
    'npx policybook start     # the site, reloading while you edit',
  ];
  return `\nNext:\n${steps.map((step) => `  ${step}\n`).join('')}`;
}
