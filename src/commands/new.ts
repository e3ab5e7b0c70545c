import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { kinds, type PolicyFile } from '../../schemas/policy.ts';
import { id } from '../../schemas/values.ts';
import { beginningOf, kindNamed, kindNames } from '../beginnings/all.ts';
import type { Surroundings } from '../beginnings/beginning.ts';
import { productBeginning, siteBeginning } from '../beginnings/shared-files.ts';
import { surroundingsIn, titleOf } from '../beginnings/surroundings.ts';
import { readIfPlain } from '../doors/disk.ts';
import { projectAt } from '../doors/project.ts';
import { writeNew } from '../doors/write.ts';
import { locateFiles } from '../read/location.ts';
import { parseYaml } from '../read/parse.ts';
import { findPlaceholders } from '../read/placeholders.ts';
import { suggest } from '../text/suggest.ts';
import { isFolder, projectFolder, usualFolder } from './command.ts';
import { dayOf, declareCommand, inProject, ofFolder, onDay, refusal } from './options.ts';

export const create = declareCommand({
  usage: 'new <product>/<policy>',
  about: [
    'Write the beginning of a policy, of its product if that is new, and of the site if there is none.',
    'What only you can know is marked TODO: check names each place, and release waits for it.',
  ],
  options: {
    kind: {
      value: '<kind>',
      help: 'what sort of policy it is, if its name does not say so; tos, dpa and the like are known',
    },
    ...inProject,
    ...ofFolder,
    ...onDay,
  },
  run(operands, told) {
    const { product, slug } = policyName(operands);
    refuseReserved(product, slug);
    const kind = kindOf(slug, told.kind);
    const folder = usualFolder(told);
    const asOf = dayOf(told['as-of']);
    const { today: day } = projectAt(projectFolder(told), { policies: folder, ...(asOf && { asOf }) });
    const files = beginningsOf({ product, slug, kind, folder, day });
    const taken = files.find(({ file }) => existsSync(file));
    if (taken)
      throw refusal(
        `Unexpected ${taken.file}, expected no such file yet: policybook revise begins a new version of a policy.`,
      );
    for (const { file, text } of files) {
      if (!writeNew(file, text)) throw refusal(`Unexpected ${file}, expected no such file yet.`);
      process.stdout.write(`Wrote ${file}\n`);
    }
    process.stdout.write(`${nextStep(kind, files)}${besideProduct(product, folder)}\n`);
    return 0;
  },
});

// A slip in the name of a product begins another one.
function besideProduct(product: string, folder: string): string {
  const others = readdirSync(folder).filter((name) => isFolder(join(folder, name)) && name !== product);
  const near = suggest(product, others);
  const isAlone = readdirSync(join(folder, product)).length === 2;
  return near && isAlone ? `\n${product} is a new product; ${near} is there already.` : '';
}

function nextStep(kind: PolicyFile['kind'], files: readonly { text: string }[]): string {
  const count = files.flatMap(({ text }) => findPlaceholders(text)).length;
  return `It is of the kind ${kind}, and has ${count} places to fill in, marked TODO: policybook check names each.`;
}

/** The product and the policy an operand names. */
export function policyName(operands: readonly string[]): { product: string; slug: string } {
  const [name = '', ...rest] = operands;
  const [product = '', slug = '', ...more] = name.split('/');
  const isName = [product, slug].every((part) => id.safeParse(part).success);
  if (rest.length > 0) throw refusal(`Unexpected ${rest.join(' ')}, expected one policy.`);
  if (more.length > 0 || !isName) {
    const meant = meantName(name);
    throw refusal(
      `Unexpected ${name || 'absence of a name'}, expected ${meant ?? '<product>/<policy> in lower case'}.`,
    );
  }
  return { product, slug };
}

// The path of a file, or a name in capitals or with spaces.
function meantName(name: string): string | undefined {
  const parts = name
    .replace(/\.ya?ml$/i, '')
    .toLowerCase()
    .replaceAll(/[ _]+/g, '-')
    .split('/')
    .slice(-2);
  return parts.length === 2 && parts.every((part) => id.safeParse(part).success)
    ? parts.join('/')
    : undefined;
}

// What the site keeps for itself would be refused once the file is there; product.yaml is the file of the product.
function refuseReserved(product: string, slug: string): void {
  const { problems } = locateFiles('policies', [{ path: `${product}/${slug}.yaml`, kind: 'file' }]);
  const reserved = problems.find(({ rule }) => rule === 'file/reserved');
  if (reserved) throw refusal(reserved.message);
  if (slug === 'product')
    throw refusal('Unexpected policy product, expected another name: product.yaml is its product.');
}

// A name that stands for no kind may be anything: a notice asks for least.
function kindOf(slug: string, told: string | undefined): PolicyFile['kind'] {
  if (told === undefined) return kindNamed(slug) ?? 'notice';
  const kind = kindNamed(told.toLowerCase());
  if (kind) return kind;
  const near = suggest(told, kindNames());
  throw refusal(`Unexpected kind ${told}, expected ${near ?? kinds.options.join(', ')}.`);
}

type Wanted = { product: string; slug: string; kind: PolicyFile['kind']; folder: string; day: string };

function beginningsOf({ product, slug, kind, folder, day }: Wanted): { file: string; text: string }[] {
  const site = { file: join(folder, 'site.yaml'), text: siteBeginning({}) };
  const owner = { file: join(folder, product, 'product.yaml'), text: productBeginning(product, {}) };
  const missing = [site, owner].filter(({ file }) => !existsSync(file));
  const bytes = readIfPlain(owner.file) ?? new TextEncoder().encode(owner.text);
  const around: Surroundings = {
    ...surroundingsIn(parseYaml(owner.file, bytes).value),
    day,
    title: titleOf(slug, kind),
    policies: policiesIn(join(folder, product)),
  };
  const text = beginningOf(kind).write(around);
  return [...missing, { file: join(folder, product, `${slug}.yaml`), text }];
}

function policiesIn(folder: string): { slug: string; kind: string }[] {
  const files = isFolder(folder) ? readdirSync(folder).filter((file) => file.endsWith('.yaml')) : [];
  return files.flatMap((file) => {
    const [, kind] = /^kind: *([a-z-]+)/m.exec(readFileSync(join(folder, file), 'utf8')) ?? [];
    return kind ? [{ slug: basename(file, '.yaml'), kind }] : [];
  });
}
