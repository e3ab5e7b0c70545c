import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Beside } from '../compare/changes/moved.ts';
import type { Compared } from '../compare/comparison.ts';
import { reportOf } from '../doors/terminal.ts';
import { toPage } from '../page/page.ts';
import { comparisonJson, comparisonMarkdown, comparisonText } from '../reports/comparison.ts';
import { besideWorking } from '../site/beside.ts';
import { besideVersions, comparable } from '../site/comparison-view.ts';
import { type Library, openLibrary } from '../site/library.ts';
import type { PolicyStanding } from '../site/policy-standing.ts';
import { suggest } from '../text/suggest.ts';
import { readRecord } from '../versions/record.ts';
import { openRecord } from '../versions/record-formats.ts';
import { isFolder, projectOf, usualFolder } from './command.ts';
import { type Home, onlyProduct, openWithText, productAround } from './loose-text.ts';
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
    // Each folder is opened once.
    const opened = new Map<string, Library>();
    const open = (folder: string) => {
      const library = opened.get(folder) ?? openLibrary(projectOf(folder, told));
      opened.set(folder, library);
      return library;
    };
    const openLoose = (file: string, home: Home) => openWithText(file, home, projectOf(home.folder, told));
    const reading = { folder: usualFolder(told), open, openLoose };
    const { before, after, beside } = comparedTexts(operands, reading);
    process.stdout.write(printers[format](before, after, beside));
    return 0;
  },
});

/** Where policies lie that are named, and how the library of a folder is opened, and that of a text in no product. */
type Reading = {
  folder: string;
  open(folder: string): Library;
  openLoose(file: string, home: Home): { library: Library; name: string };
};

/** Two texts, and the other policies of the product beside them, where they are known. */
type Pair = { before: Compared; after: Compared; beside?: readonly Beside[] };

function comparedTexts(operands: readonly string[], reading: Reading): Pair {
  const [first, second, third, ...rest] = operands;
  if (first === undefined || rest.length > 0)
    throw refusal('Unexpected operands, expected two texts to compare.');
  if (second === third ? second !== undefined : second === first)
    throw refusal(`Unexpected ${second} twice, expected two texts to compare.`);
  if (second !== undefined && third !== undefined) return twoVersions(reading, first, [second, third]);
  if (second !== undefined && /^\d{4}-\d{2}-\d{2}(\.\d+)?$/.test(second))
    throw refusal(`Unexpected version ${second} alone, expected two of them after ${first}.`);
  if (second !== undefined) return twoFiles(reading, first, second);
  if (existsSync(first)) {
    refuseOthers(reading, first);
    return withLast(around(reading, first), nameOf(first), readFile(reading, first));
  }
  return withLast(reading, first, readVersion(reading, first, undefined));
}

function twoFiles(reading: Reading, first: string, second: string): Pair {
  // What is nowhere is told before what has another name.
  const isNowhere = (file: string) => !existsSync(file) && !existsSync(join(reading.folder, `${file}.yaml`));
  for (const file of [first, second].filter(isNowhere)) refuseOthers(reading, file);
  for (const file of [first, second]) refuseOthers(reading, file);
  const [older, newer] = [first, second].map((file) => (isRecord(file) ? readRecordFile(file) : undefined));
  const isLoose = [first, second].some((file) => !isRecord(file) && !productAround(file));
  const home = isLoose ? homeOf([first, older], [second, newer], reading) : undefined;
  return { before: older ?? readFile(reading, first, home), after: newer ?? readFile(reading, second, home) };
}

function isRecord(file: string): boolean {
  return file.endsWith('.json');
}

type Read = [file: string, record: Compared | undefined];

// The place of the policy that a loose text is compared with, else one in the only product.
function homeOf(one: Read, other: Read, { folder }: Reading): Home | undefined {
  const places = [one, other].flatMap(([file, record]) => {
    if (!record) return [file];
    const { product, slug } = record.policy;
    const folders = [dirname(dirname(dirname(dirname(file)))), folder];
    return folders.map((around) => join(around, product.id, `${slug}.yaml`));
  });
  return places.map(productAround).find((home) => home !== undefined) ?? onlyProduct(folder);
}

function withLast(reading: Reading, name: string, working: Compared): Pair {
  const before = readVersion(reading, name, 'last');
  const library = reading.open(reading.folder);
  const { entry } = findPolicy(library, reading.folder, name);
  return { before, after: working, beside: besideWorking(entry, library) };
}

function twoVersions(reading: Reading, name: string, ids: readonly [string, string]): Pair {
  const [older, newer] = ids;
  const [before, after] = [readVersion(reading, name, older), readVersion(reading, name, newer)];
  const library = reading.open(reading.folder);
  const { entry, versions } = findPolicy(library, reading.folder, name);
  const [from, to] = ids.map((id) => versions.find((version) => version.id === id));
  return {
    before,
    after,
    beside: from && to ? besideVersions(library, entry, { before: from, after: to }) : [],
  };
}

function around(reading: Reading, file: string): Reading {
  return { ...reading, folder: dirname(dirname(file)) };
}

function nameOf(file: string): string {
  return `${basename(dirname(file))}/${basename(file, '.yaml')}`;
}

function refuseOthers(reading: Reading, file: string): void {
  const named = join(reading.folder, `${file}.yaml`);
  if (!existsSync(file))
    throw refusal(`Unexpected ${file}, expected ${existsSync(named) ? named : 'a file that exists'}.`);
  if (isFolder(file) || /^(site|product|vendors|steps)\.yaml$|^head\.json$/.test(basename(file)))
    throw refusal(`Unexpected ${file}, expected the file of a policy, or a record.`);
  if (/\.(?:md|markdown|html?|docx)$/i.test(file))
    throw refusal(
      `Unexpected ${file}, expected the file of a policy, or a record: \`npx policybook import ${file}\` makes a policy of a text.`,
    );
}

// A record stands for itself; a policy file is read with the product and the site around it, or with those of the other.
function readFile(reading: Reading, file: string, home?: Home): Compared {
  if (isRecord(file)) return readRecordFile(file);
  if (productAround(file)) return readVersion(around(reading, file), nameOf(file), undefined);
  if (home) return readLoose(reading, file, home);
  const [missing] = [join(dirname(file), 'product.yaml'), join(dirname(dirname(file)), 'site.yaml')].filter(
    (needed) => !existsSync(needed),
  );
  throw refusal(
    `Unexpected absence of ${missing}, expected it around ${file}: a policy names what stands there. A text that lies elsewhere is compared with one that lies in a product, or where ${reading.folder} has a single one.`,
  );
}

function readLoose(reading: Reading, file: string, home: Home): Compared {
  const { library, name } = reading.openLoose(file, home);
  const standing = library.standings.get(name);
  if (!standing) throw refusal(unreadable(file, library));
  return { ...library.readCompiled(standing.entry), path: '' };
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
  const { entry } = findPolicy(library, folder, name);
  if (date === undefined) return { ...library.readCompiled(entry), path: '' };
  const published = entry.versions.filter(({ isProposed }) => !isProposed);
  const version = date === 'last' ? published.at(-1) : published.find((candidate) => candidate.id === date);
  const dates = published.map((candidate) => candidate.id).join(', ') || 'none yet';
  if (!version) throw refusal(`Unexpected version ${date} of ${name}, expected a published one: ${dates}.`);
  return { ...comparable(library, version), path: '' };
}

function findPolicy(library: Library, folder: string, name: string): PolicyStanding {
  const standing = library.standings.get(name);
  if (!standing) throw refusal(noPolicy(library, folder, name));
  return standing;
}

function noPolicy(library: Library, folder: string, name: string): string {
  const isThere = existsSync(join(folder, `${name}.yaml`));
  if (isThere) return unreadable(name, library);
  const near = suggest(name, [...library.standings.keys()]);
  return `Unexpected ${name}, expected ${near ?? `a policy file, a record, or <product>/<policy> in ${folder}`}.`;
}

function unreadable(name: string, library: Library): string {
  return `Unexpected problems in ${name}, expected a policy that can be read.\n\n${reportOf(library, 'pretty')}`;
}
