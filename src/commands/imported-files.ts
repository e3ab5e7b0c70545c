import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PolicyFile } from '../../schemas/policy.ts';
import type { CompiledPolicy, Sources } from '../compile/compile-model.ts';
import type { Project } from '../doors/project.ts';
import { writeNew, writeWhole } from '../doors/write.ts';
import type { Imported } from '../import/policy-of.ts';
import { policyText, productText, withVendors } from '../import/policy-text.ts';
import type { CompilePast } from '../import/seal-past.ts';
import { compareText, type Problem } from '../problem.ts';
import { decode } from '../read/encoding.ts';
import { type Library, openSources } from '../site/library.ts';
import { refusal } from './options.ts';
import { productSources } from './product-sources.ts';

// What is written of a text that comes in, and how it reads once it lies there.

/** Where a text is imported to, and what was told of it. */
export type Target = {
  product: string;
  slug: string | undefined;
  folder: string;
  project: Project;
  kind?: PolicyFile['kind'];
  from?: string;
};

type Files = {
  policy: { file: string; text: string };
  product: { file: string; text: string; isNew: boolean };
};

type Place = { folder: string; product: string; slug: string };

/** The files of an imported policy; a policy that is there is refused. */
export function filesOf(
  { folder, product, slug }: Place,
  imported: Pick<Imported, 'policy' | 'questions' | 'vendors'>,
): Files {
  const file = join(folder, product, `${slug}.yaml`);
  if (existsSync(file))
    throw refusal(
      `Unexpected ${file}, expected no such file yet: a policy is never written over. Name another with --policy.`,
    );
  const text = policyText(imported);
  const [fault] = decode(new TextEncoder().encode(text)).findings;
  if (fault) throw refusal(`${fault.message} Import the parts of the text one by one.`);
  return {
    policy: { file, text },
    product: productFile({ folder, product }, imported.vendors),
  };
}

/** The file of a product that names these vendors, beside what it has. */
export function productFile(
  { folder, product }: Pick<Place, 'folder' | 'product'>,
  vendors: Imported['vendors'],
): Files['product'] {
  const file = join(folder, product, 'product.yaml');
  if (existsSync(file)) return { file, text: withVendors(readFileSync(file, 'utf8'), vendors), isNew: false };
  const name = product.replace(/^./, (letter) => letter.toUpperCase());
  return { file, text: productText(name, vendors), isNew: true };
}

/** Writes the files of a policy, and says so. */
export function writeFiles({ policy, product }: Files): void {
  if (!writeNew(policy.file, policy.text))
    throw refusal(`Unexpected ${policy.file}, expected no such file yet.`);
  process.stdout.write(`Wrote ${policy.file}\n`);
  if (product.isNew) writeNew(product.file, product.text);
  else if (product.text === readFileSync(product.file, 'utf8')) return;
  else writeWhole(product.file, product.text);
  process.stdout.write(`${product.isNew ? 'Wrote' : 'Added vendors to'} ${product.file}\n`);
}

/** Compiles one product of a folder. */
export function openProduct({
  product,
  folder,
  project,
}: Pick<Target, 'product' | 'folder' | 'project'>): Library {
  return openSources(productSources(folder, product, project.here), project);
}

/**
 * What compiles a text in memory, at the place of a policy and beside a file of its product: the policies that lie
 * there, and its own history, have no part in what it says.
 */
export function compilerFor(
  { folder, product, slug, project }: Pick<Target, 'folder' | 'product' | 'project'> & { slug: string },
  productText: (vendors: Imported['vendors']) => string,
): CompilePast {
  const site = readFileSync(join(folder, 'site.yaml'));
  return (policy, vendors) => {
    const files = new Map<string, Uint8Array>([
      ['site.yaml', site],
      [`${product}/product.yaml`, Buffer.from(productText(vendors))],
      [`${product}/${slug}.yaml`, Buffer.from(policy)],
    ]);
    const sources: Sources = {
      root: folder,
      found: [...files.keys()].sort(compareText).map((path) => ({ path, kind: 'file' })),
      read: (path) => files.get(path) ?? new Uint8Array(),
    };
    const library = openSources(sources, project);
    const compiled = compiledOf(library, product, slug);
    const problems = ownFaults(library, product);
    return compiled && problems.length === 0 ? { compiled } : { problems };
  };
}

/** The faults of a product, or those of what lies beside it where they keep all products from being read. */
export function ownFaults({ problems, products }: Library, product: string): Problem[] {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const own = errors.filter(({ place }) => place.file.includes(`${product}/`));
  const isRead = products.some(({ policies }) => policies.length > 0);
  return own.length > 0 || isRead ? own : errors;
}

/** A policy of a library, if it has one. */
export function compiledOf(library: Library, product: string, slug: string): CompiledPolicy | undefined {
  const entry = library.products
    .flatMap(({ policies }) => policies)
    .find((policy) => policy.product === product && policy.slug === slug);
  return entry && library.readCompiled(entry);
}
