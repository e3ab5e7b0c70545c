import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Compared } from '../compare/comparison.ts';
import { reportOf } from '../doors/terminal.ts';
import { toPage } from '../page/page.ts';
import { comparisonJson, comparisonMarkdown, comparisonText } from '../reports/comparison.ts';
import { findEntry, type Library, openLibrary } from '../site/library.ts';
import { openRecord, readRecord } from '../versions/record.ts';
import { type Command, formatOf, type Options, refusal } from './command.ts';

const printers = { pretty: comparisonText, json: comparisonJson, markdown: comparisonMarkdown };
const formats = ['pretty', 'json', 'markdown'] as const;

export const diff: Command = {
  manual: `  diff <old> <new>  Print what changed between two texts: policy files or records. Also:
                    diff <product>/<policy>                 the working file against its last record
                    diff <product>/<policy> <date> <date>   two published versions
                    --format pretty|json|markdown  how to print (pretty)`,
  run(operands, options) {
    const print = printers[formatOf(options.format, formats)];
    const [before, after] = comparedTexts(operands, options);
    process.stdout.write(print(before, after));
    return 0;
  },
};

function comparedTexts(operands: readonly string[], { folder }: Options): [Compared, Compared] {
  const [first, second, third, ...rest] = operands;
  if (first === undefined || rest.length > 0)
    throw refusal('Unexpected operands, expected two texts to compare.');
  if (third !== undefined) return [readVersion(folder, first, second), readVersion(folder, first, third)];
  if (second !== undefined) return [readFile(first), readFile(second)];
  if (existsSync(first)) return withLast(readFile(first), dirname(dirname(first)), first);
  return [readVersion(folder, first, 'last'), readVersion(folder, first, undefined)];
}

function withLast(working: Compared, folder: string, file: string): [Compared, Compared] {
  const name = `${basename(dirname(file))}/${basename(file, '.yaml')}`;
  return [readVersion(folder, name, 'last'), working];
}

// A record stands for itself; a policy file is read with the product and the site around it.
function readFile(file: string): Compared {
  if (!existsSync(file)) throw refusal(`Unexpected ${file}, expected a file that exists.`);
  if (file.endsWith('.json')) return readRecordFile(file);
  return readVersion(
    dirname(dirname(file)),
    `${basename(dirname(file))}/${basename(file, '.yaml')}`,
    undefined,
  );
}

function readRecordFile(file: string): Compared {
  const result = readRecord(readFileSync(file, 'utf8'));
  if ('fault' in result)
    throw refusal(`Unexpected ${result.fault} in ${file}, expected a record as it was sealed.`);
  const policy = openRecord(result.record);
  return { policy, page: toPage(policy, { name: '', url: 'https://example.com/' }), path: '' };
}

function readVersion(folder: string, name: string, date: string | undefined): Compared {
  const [product = '', slug = ''] = name.split('/');
  const library = openLibrary(folder);
  const entry = library.products
    .find(({ id }) => id === product)
    ?.policies.find((candidate) => candidate.slug === slug);
  if (!entry) throw refusal(noPolicy(library, folder, name));
  if (date === undefined) return { ...library.readCompiled(entry), path: '' };
  const published = findEntry(library, product, slug).versions.filter(({ isProposed }) => !isProposed);
  const version = date === 'last' ? published.at(-1) : published.find((candidate) => candidate.date === date);
  const dates = published.map((candidate) => candidate.date).join(', ') || 'none yet';
  if (!version) throw refusal(`Unexpected version ${date} of ${name}, expected a published one: ${dates}.`);
  return { ...library.readCompiled(version), path: '' };
}

function noPolicy(library: Library, folder: string, name: string): string {
  const isThere = existsSync(join(folder, `${name}.yaml`));
  if (isThere)
    return `Unexpected problems in ${name}, expected a policy that can be read.\n\n${reportOf(library, 'pretty')}`;
  return `Unexpected ${name}, expected a policy file, a record, or <product>/<policy> in ${folder}.`;
}
