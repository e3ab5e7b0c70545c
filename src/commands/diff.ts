import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Compared } from '../compare/comparison.ts';
import { reportOf } from '../doors/terminal.ts';
import { toPage } from '../page/page.ts';
import { comparisonJson, comparisonMarkdown, comparisonText } from '../reports/comparison.ts';
import { comparable } from '../site/comparison-view.ts';
import { type Library, openLibrary } from '../site/library.ts';
import { openRecord, readRecord } from '../versions/record.ts';
import { projectOf, usualFolder } from './command.ts';
import { declareCommand, inProject, ofFolder, onDay, refusal } from './options.ts';

const printers = { pretty: comparisonText, json: comparisonJson, markdown: comparisonMarkdown };

export const diff = declareCommand({
  usage: 'diff <old> <new>',
  about: [
    'Print what changed between two texts: policy files or records. Also:',
    'diff <product>/<policy>                 the working file against its last record',
    'diff <product>/<policy> <date> <date>   two published versions',
  ],
  options: {
    format: { choices: ['pretty', 'json', 'markdown'], usual: 'pretty', help: 'how to print' },
    ...inProject,
    ...ofFolder,
    ...onDay,
  },
  run(operands, { format, ...told }) {
    const open = (folder: string) => openLibrary(projectOf(folder, told));
    const [before, after] = comparedTexts(operands, { folder: usualFolder(told), open });
    process.stdout.write(printers[format](before, after));
    return 0;
  },
});

/** Where policies lie that are named, and how the library of a folder is opened. */
type Reading = { folder: string; open(folder: string): Library };

function comparedTexts(operands: readonly string[], reading: Reading): [Compared, Compared] {
  const [first, second, third, ...rest] = operands;
  if (first === undefined || rest.length > 0)
    throw refusal('Unexpected operands, expected two texts to compare.');
  if (third !== undefined) return [readVersion(reading, first, second), readVersion(reading, first, third)];
  if (second !== undefined) return [readFile(reading, first), readFile(reading, second)];
  if (existsSync(first)) return withLast(reading, first);
  return [readVersion(reading, first, 'last'), readVersion(reading, first, undefined)];
}

function withLast(reading: Reading, file: string): [Compared, Compared] {
  const working = readFile(reading, file);
  return [readVersion(around(reading, file), nameOf(file), 'last'), working];
}

function around(reading: Reading, file: string): Reading {
  return { ...reading, folder: dirname(dirname(file)) };
}

function nameOf(file: string): string {
  return `${basename(dirname(file))}/${basename(file, '.yaml')}`;
}

// A record stands for itself; a policy file is read with the product and the site around it.
function readFile(reading: Reading, file: string): Compared {
  if (!existsSync(file)) throw refusal(`Unexpected ${file}, expected a file that exists.`);
  if (file.endsWith('.json')) return readRecordFile(file);
  return readVersion(around(reading, file), nameOf(file), undefined);
}

function readRecordFile(file: string): Compared {
  const result = readRecord(readFileSync(file, 'utf8'));
  if ('fault' in result)
    throw refusal(`Unexpected ${result.fault} in ${file}, expected a record as it was sealed.`);
  const policy = openRecord(result.record);
  return { policy, page: toPage(policy, { name: '', url: 'https://example.com/' }), path: '' };
}

function readVersion({ folder, open }: Reading, name: string, date: string | undefined): Compared {
  const library = open(folder);
  const { entry } = library.standings.get(name) ?? {};
  if (!entry) throw refusal(noPolicy(library, folder, name));
  if (date === undefined) return { ...library.readCompiled(entry), path: '' };
  const published = entry.versions.filter(({ isProposed }) => !isProposed);
  const version = date === 'last' ? published.at(-1) : published.find((candidate) => candidate.id === date);
  const dates = published.map((candidate) => candidate.id).join(', ') || 'none yet';
  if (!version) throw refusal(`Unexpected version ${date} of ${name}, expected a published one: ${dates}.`);
  return { ...comparable(library, version), path: '' };
}

function noPolicy(library: Library, folder: string, name: string): string {
  const isThere = existsSync(join(folder, `${name}.yaml`));
  if (isThere)
    return `Unexpected problems in ${name}, expected a policy that can be read.\n\n${reportOf(library, 'pretty')}`;
  return `Unexpected ${name}, expected a policy file, a record, or <product>/<policy> in ${folder}.`;
}
