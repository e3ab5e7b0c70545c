import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { kinds } from '../../schemas/policy.ts';
import { id, url } from '../../schemas/values.ts';
import type { Sources } from '../compile/compile-model.ts';
import { readSources } from '../doors/disk.ts';
import { type Project, projectAt } from '../doors/project.ts';
import { reportOf } from '../doors/terminal.ts';
import { writeNew, writeWhole } from '../doors/write.ts';
import type { ReadText } from '../import/import-model.ts';
import { differingWords, missingWords } from '../import/missing-words.ts';
import { type Imported, policyOf } from '../import/policy-of.ts';
import { policyText, productText, withVendors } from '../import/policy-text.ts';
import { readSource } from '../import/source.ts';
import { type Library, openSources } from '../site/library.ts';
import { isFolder, projectFolder, usualFolder } from './command.ts';
import { declareCommand, inProject, ofFolder, refusal } from './options.ts';

const kindNames = ['from its title', ...kinds.options] as const;

export const bringIn = declareCommand({
  usage: 'import <file>',
  about: [
    'Make a policy of a text you have: a saved page, Markdown, a Word document, or a list of cookies in CSV or JSON.',
    'What only a person can decide is asked in comments; every word is looked for on the page that comes of it.',
  ],
  options: {
    product: { value: '<name>', help: 'the product it is a policy of; its folder' },
    policy: { value: '<name>', help: 'the name of its file, and its address (its kind)' },
    kind: { choices: kindNames, usual: kindNames[0], help: 'what sort of policy it is' },
    compare: { help: 'write nothing: say in which words the text and a policy that is there differ' },
    from: { value: '<address>', help: 'where the text is published: relative links count from there' },
    ...inProject,
    ...ofFolder,
  },
  async run(operands, { product, policy, kind, compare, from, ...told }) {
    const file = fileOf(operands);
    const folder = policiesFolder(usualFolder(told));
    if (product === undefined || !id.safeParse(product).success)
      throw refusal(
        `Unexpected product ${product ?? '(none)'}, expected --product with a name in lower case, like acme.`,
      );
    if (from !== undefined && !url.safeParse(from).success)
      throw refusal(`Unexpected address ${from}, expected one that starts with https://.`);
    const text = await readSource(basename(file), readFileSync(file));
    if ('fault' in text) throw refusal(`${text.fault.replace(/\.$/, '')} in ${file}.`);
    const project = projectAt(projectFolder(told), { policies: folder });
    if (compare) return tellDifferences(text, { product, slug: policy, folder, project });
    const wanted = kinds.options.find((known) => known === kind);
    const imported = policyOf(text, {
      product,
      name: policy ?? basename(file, extname(file)),
      ...(wanted && { kind: wanted }),
      ...(from && { from }),
    });
    const slug = policy ?? imported.policy.kind;
    if (!id.safeParse(slug).success)
      throw refusal(`Unexpected policy ${slug}, expected a name in lower case.`);
    const files = filesOf(folder, product, slug, imported);
    write(files);
    return tell({ product, slug, folder, text, imported, project });
  },
});

function fileOf([file, ...rest]: readonly string[]): string {
  if (file === undefined || rest.length > 0)
    throw refusal(`Unexpected ${rest.join(' ') || 'absence of a file'}, expected one file to import.`);
  if (!existsSync(file) || !statSync(file).isFile())
    throw refusal(`Unexpected ${file}, expected a file. Save the page to disk first.`);
  return file;
}

function policiesFolder(folder: string): string {
  if (isFolder(folder) && existsSync(join(folder, 'site.yaml'))) return folder;
  throw refusal(`Unexpected folder ${folder}, expected one with a site.yaml: import writes beside it.`);
}

type Files = {
  policy: { file: string; text: string };
  product: { file: string; text: string; isNew: boolean };
};

function filesOf(folder: string, product: string, slug: string, imported: Imported): Files {
  const file = join(folder, product, `${slug}.yaml`);
  if (existsSync(file))
    throw refusal(
      `Unexpected ${file}, expected no such file yet: a policy is never written over. Name another with --policy.`,
    );
  const owner = join(folder, product, 'product.yaml');
  const known = existsSync(owner) ? readFileSync(owner, 'utf8') : undefined;
  const name = product.replace(/^./, (letter) => letter.toUpperCase());
  const text =
    known === undefined ? productText(name, imported.vendors) : withVendors(known, imported.vendors);
  return {
    policy: { file, text: policyText(imported) },
    product: { file: owner, text, isNew: known === undefined },
  };
}

function write({ policy, product }: Files): void {
  if (!writeNew(policy.file, policy.text))
    throw refusal(`Unexpected ${policy.file}, expected no such file yet.`);
  process.stdout.write(`Wrote ${policy.file}\n`);
  if (product.isNew) writeNew(product.file, product.text);
  else if (product.text === readFileSync(product.file, 'utf8')) return;
  else writeWhole(product.file, product.text);
  process.stdout.write(`${product.isNew ? 'Wrote' : 'Added vendors to'} ${product.file}\n`);
}

type Told = {
  product: string;
  slug: string;
  folder: string;
  text: ReadText;
  imported: Imported;
  project: Project;
};

type Place = { product: string; slug: string | undefined; folder: string; project: Project };

/** Says in which words a text that is published elsewhere and a policy differ. Gives 1 where they do. */
function tellDifferences(text: ReadText, { product, slug, folder, project }: Place): number {
  const library = openSources(ofProduct(readSources(folder, project.here), product), project);
  const page = slug === undefined ? undefined : pageOf(library, product, slug);
  if (!page)
    throw refusal(
      `Unexpected policy ${slug ?? '(none)'}, expected --policy with the name of a policy of ${product} without a fault.`,
    );
  const places = differingWords(text, page);
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

/** Says what came in, what is to be decided, and which words the page lacks. */
function tell({ product, slug, folder, text, imported, project }: Told): number {
  const library = openSources(ofProduct(readSources(folder, project.here), product), project);
  const own = library.problems.filter(
    ({ place, severity }) => severity === 'error' && place.file.includes(`${product}/`),
  );
  const page = pageOf(library, product, slug);
  if (own.length > 0) process.stdout.write(`\n${reportOf({ problems: own }, 'pretty')}\n`);
  const { questions, rows, policy, vendors } = imported;
  const cookies = Object.keys(policy.cookies ?? {}).length;
  const said = [
    `${policy.sections.length} sections`,
    ...(cookies > 0 ? [`${cookies} cookies from ${rows} rows`] : []),
    ...(Object.keys(vendors).length > 0 ? [`${Object.keys(vendors).length} vendors`] : []),
  ];
  process.stdout.write(`It has ${said.join(', ')}.\n`);
  if (questions.length > 0)
    process.stdout.write(`${questions.length} to decide: look for “To decide” in the file.\n`);
  if (!page) return 1;
  const { words, missing } = missingWords(text, page, imported.rewritten);
  process.stdout.write(
    missing.length === 0
      ? `All ${words} words of the source stand on the page.\nNext: policybook check\n`
      : `${missing.length} of ${words} words of the source are missing on the page:\n${missing.map((line) => `  … ${line} …`).join('\n')}\n`,
  );
  return missing.length === 0 && own.length === 0 ? 0 : 1;
}

// The other products have nothing to do with it, and may be many.
function ofProduct(sources: Sources, product: string): Sources {
  return {
    ...sources,
    found: sources.found.filter(({ path }) => !path.includes('/') || path.startsWith(`${product}/`)),
  };
}

function pageOf(library: Library, product: string, slug: string) {
  const entry = library.products
    .flatMap(({ policies }) => policies)
    .find((policy) => policy.product === product && policy.slug === slug);
  return entry && library.readCompiled(entry).page;
}
