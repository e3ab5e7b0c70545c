import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { kinds } from '../../schemas/policy.ts';
import { id, url } from '../../schemas/values.ts';
import { reportOf } from '../doors/terminal.ts';
import type { ReadText } from '../import/import-model.ts';
import { type Inventory, inventoryNames } from '../import/inventory-names.ts';
import { differingWords, missingWords } from '../import/missing-words.ts';
import { type Imported, policyOf } from '../import/policy-of.ts';
import { policyText, productText } from '../import/policy-text.ts';
import { readSource } from '../import/source.ts';
import type { PolicyPage } from '../page/page-model.ts';
import { isFolder, projectOf, usualFolder } from './command.ts';
import { importPast, type PastSource } from './import-past.ts';
import {
  compiledOf,
  compilerFor,
  filesOf,
  openProduct,
  ownFaults,
  type Target,
  writeFiles,
} from './imported-files.ts';
import { refusal } from './options.ts';

type Wanted = {
  product: string | undefined;
  policy: string | undefined;
  kind: string;
  compare: boolean;
  from: string | undefined;
  git: string | undefined;
  path: string | undefined;
  project: string | undefined;
  folder: string | undefined;
  'as-of': string | undefined;
};

/** Makes a policy of the text in a file, or of a history of it; or says in which words two differ. Gives the exit code. */
export async function bringInText(
  operands: readonly string[],
  { product, policy, kind, compare, from, git, path, ...told }: Wanted,
): Promise<number> {
  const source = sourceOf(operands, { git, path });
  const folder = policiesFolder(usualFolder(told));
  if (product === undefined || !id.safeParse(product).success)
    throw refusal(
      `Unexpected ${product === undefined ? 'absence of a product' : `product ${product}`}, expected --product with a name in lower case, like acme.`,
    );
  if (policy !== undefined && !id.safeParse(policy).success)
    throw refusal(`Unexpected policy ${policy}, expected a name in lower case.`);
  if (from !== undefined && !url.safeParse(from).success)
    throw refusal(`Unexpected address ${from}, expected one that starts with https://.`);
  const project = projectOf(folder, told);
  const wanted = kinds.options.find((known) => known === kind);
  const target = {
    product,
    slug: policy,
    folder,
    project,
    ...(wanted && { kind: wanted }),
    ...(from && { from }),
  };
  if (source.type !== 'text') {
    if (compare) throw refusal('Unexpected --compare with a history, expected one text to compare with.');
    return importPast(source, target);
  }
  return compare ? tellDifferences(await readText(source.file), target) : importText(source.file, target);
}

type Source = { type: 'text'; file: string } | PastSource;

function sourceOf(operands: readonly string[], { git, path }: { git?: string; path?: string }): Source {
  if (git === undefined && path === undefined) {
    const file = operandOf(operands);
    return isFolder(file) ? { type: 'folder', folder: file } : { type: 'text', file };
  }
  if (git === undefined || path === undefined || operands.length > 0)
    throw refusal(
      'Unexpected way to name a history, expected --git <repository> --path <file>, and nothing beside them.',
    );
  if (!isFolder(git))
    throw refusal(`Unexpected repository ${git}, expected a folder: clone it to disk first.`);
  return { type: 'git', repository: git, path };
}

function operandOf([file, ...rest]: readonly string[]): string {
  if (file === undefined || rest.length > 0)
    throw refusal(`Unexpected ${rest.join(' ') || 'absence of a file'}, expected one file to import.`);
  if (!existsSync(file) || !(statSync(file).isFile() || isFolder(file)))
    throw refusal(
      `Unexpected ${file}, expected a file${/^https?:/i.test(file) ? '. Save the page to disk first.' : ' that exists.'}`,
    );
  return file;
}

async function readText(file: string): Promise<ReadText> {
  const text = await readSource(basename(file), readFileSync(file));
  if ('fault' in text) throw refusal(`${text.fault.replace(/\.$/, '')} in ${file}.`);
  return text;
}

async function importText(file: string, target: Target): Promise<number> {
  const { product, slug: asked, folder } = target;
  const text = await readText(file);
  const name = asked ?? basename(file, extname(file));
  const imported = policyOf(text, { ...target, name });
  const slug = asked ?? imported.policy.kind;
  writeFiles(filesOf({ folder, product, slug }, imported));
  return tell({ ...target, slug, text, imported });
}

function policiesFolder(folder: string): string {
  if (isFolder(folder) && existsSync(join(folder, 'site.yaml'))) return folder;
  throw refusal(
    `Unexpected folder ${folder}, expected one with a site.yaml, which \`npx policybook init\` begins: import writes beside it.`,
  );
}

/** Says in which words a text that is published elsewhere and a policy differ. Gives 1 where they do. */
function tellDifferences(text: ReadText, { product, slug, folder, project }: Target): number {
  const library = openProduct({ product, folder, project });
  const page = slug === undefined ? undefined : compiledOf(library, product, slug)?.page;
  if (!page)
    throw refusal(
      `Unexpected ${slug === undefined ? 'absence of a policy' : `policy ${slug}`}, expected --policy with the name of a policy of ${product} without a fault.`,
    );
  const places = differingWords(
    pageOf(text, { product, slug: page.slug, folder, project }, page.kind) ?? text,
    page,
  );
  for (const { after, text: here, page: there } of places)
    process.stdout.write(
      `… ${after} …\n  the file has:   ${here || '(nothing)'}\n  the policy has: ${there || '(nothing)'}\n`,
    );
  process.stdout.write(
    places.length === 0
      ? 'The file and the policy have the same words in the same order.\n'
      : `\nThe file and the policy differ in ${places.length} ${places.length === 1 ? 'place' : 'places'}.\n`,
  );
  return places.length === 0 ? 0 : 1;
}

// The page that would be made of a text: a table of cookies has its cells in the order and its periods in the words of our
// pages there. None where a word of the text would not stand on it.
function pageOf(text: ReadText, target: Target & { slug: string }, kind: string): PolicyPage | undefined {
  const known = kinds.options.find((one) => one === kind);
  const imported = policyOf(text, {
    product: target.product,
    name: target.slug,
    ...(known && { kind: known }),
  });
  const compile = compilerFor(target, (vendors) => productText(target.product, vendors));
  const result = compile(policyText(imported), imported.vendors);
  if ('problems' in result) return undefined;
  const { page } = result.compiled;
  return missingWords(text, page, imported.rewritten).missing.length === 0 ? page : undefined;
}

type Told = Target & { slug: string; text: ReadText; imported: Imported };

/** Says what came in, what is to be decided, and which words the page lacks. */
function tell({ product, slug, folder, text, imported, project }: Told): number {
  const library = openProduct({ product, folder, project });
  const own = ownFaults(library, product);
  const page = compiledOf(library, product, slug)?.page;
  if (own.length > 0) process.stdout.write(`\n${reportOf({ problems: own }, 'pretty')}\n`);
  const { questions, rows, policy, vendors } = imported;
  const cookies = Object.keys(policy.cookies ?? {}).length;
  const said = [
    howMany(policy.sections.length, 'section'),
    ...(cookies > 0 ? [`${howMany(cookies, 'cookie')} from ${howMany(rows, 'row')}`] : []),
    ...countsOf(policy),
    ...(Object.keys(vendors).length > 0 ? [howMany(Object.keys(vendors).length, 'vendor')] : []),
  ];
  process.stdout.write(`It has ${said.join(', ')}.\n`);
  if (questions.length > 0)
    process.stdout.write(`${questions.length} to decide: look for “TODO” and “To decide” in the file.\n`);
  if (!page) return 1;
  const { words, missing } = missingWords(text, page, imported.rewritten);
  process.stdout.write(
    missing.length === 0
      ? `All ${words} words of the source stand on the page.\nNext: npx policybook check\n`
      : `${missing.length} of ${words} words of the source are missing on the page:\n${missing.map((line) => `  … ${line} …`).join('\n')}\n`,
  );
  return missing.length === 0 && own.length === 0 ? 0 : 1;
}

function countsOf(policy: Imported['policy']): string[] {
  const names: Record<Inventory, [one: string, many?: string]> = {
    data: ['kind of data', 'kinds of data'],
    purposes: ['purpose'],
    recipients: ['recipient'],
    retention: ['length of time that data is kept', 'lengths of time that data is kept'],
    rights: ['right'],
  };
  return inventoryNames.flatMap((of) => {
    const count = Object.keys(policy[of] ?? {}).length;
    return count > 0 ? [howMany(count, ...names[of])] : [];
  });
}

function howMany(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
