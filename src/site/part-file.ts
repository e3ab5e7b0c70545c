import { z } from 'zod';
import type { PolicyEntry, ProductEntry, Sources } from '../compile/compile-model.ts';
import { digest } from '../digest.ts';
import type { Problem } from '../problem.ts';
import { findingsKey, type Library } from './library.ts';
import type { PartName } from './products-of-part.ts';
import { toldOfProduct } from './told.ts';
import type { ToldOfProduct } from './told-model.ts';

// A part of a site is a folder with the files of its products, their digests, and one file more: what the pages about all
// products need to know of these.

/** Where a part says what it is. No product has such a name. */
export const partPath = 'part.jsonl';

const header = z.object({
  format: z.literal(1),
  name: z.union([
    z.object({ number: z.number(), count: z.number() }),
    z.object({ products: z.array(z.string()).readonly() }),
  ]),
  compiler: z.string(),
  today: z.string(),
  root: z.string(),
  shared: z.string(),
  stylesheet: z.string(),
  products: z.array(z.string()),
});

/** What a part is, and what it was made from beside its products. */
export type PartHeader = z.output<typeof header>;

/** What a part knows of one product: its policies, what rules found in them, and what pages about all policies tell. */
export type ProductFacts = {
  about: Omit<ProductEntry, 'policies'>;
  policies: PolicyEntry[];
  findings: { key: string; problems: Problem[] };
  told: ToldOfProduct;
};

/** A part that was read. */
export type Part = { header: PartHeader; products: ReadonlyMap<string, ProductFacts> };

// All that the parts of one site have in common, and its own products.
function partHeader(library: Library, name: PartName, products: readonly string[]): PartHeader {
  const { project, sources, addresses, today } = library;
  return {
    format: 1,
    name,
    compiler: project.compiler,
    today,
    root: sources.root,
    shared: sharedDigest(sources),
    stylesheet: addresses.stylesheet,
    products: [...products],
  };
}

/** The digest of the files that all products of a folder share. */
export function sharedDigest({ found, read }: Sources): string {
  const shared = found.filter(({ path, kind }) => kind === 'file' && !path.includes('/'));
  return digest(shared.flatMap(({ path }) => [path, read(path)]));
}

/** Writes down what a part is and what it knows, a line for each product. */
export function printPart(library: Library, name: PartName): string {
  const ids = library.products.map(({ id }) => id);
  const lines = library.products.map((product): ProductFacts => {
    const key = findingsKey(library, product);
    const { policies, ...about } = product;
    return {
      about,
      policies,
      findings: { key, problems: library.findings.get(product.id, key) ?? [] },
      told: toldOfProduct(library, product),
    };
  });
  return [partHeader(library, name, ids), ...lines].map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** Whether what a part knows of a product is what a library has of it: made of the same, on the same day. */
export function isKnown(library: Library, product: ProductEntry, facts: ProductFacts | undefined): boolean {
  const { policies: _made, ...about } = product;
  return (
    facts?.findings.key === findingsKey(library, product) &&
    JSON.stringify(facts.about) === JSON.stringify(about)
  );
}

/** Reads the lines in which a part says of itself what it is; nothing where they are no such lines. */
export function readPart(lines: Iterator<string>): Part | undefined {
  const read = header.safeParse(parsed(lines.next().value ?? ''));
  if (!read.success) return undefined;
  const facts: ProductFacts[] = [];
  // The digest of the file was compared: whoever wrote the first line wrote the others.
  for (let line = lines.next(); !line.done; line = lines.next())
    facts.push(parsed(line.value) as ProductFacts);
  if (facts.length !== read.data.products.length) return undefined;
  const products = read.data.products.flatMap((id, index) => {
    const own = facts[index];
    return own ? [[id, own] as const] : [];
  });
  return { header: read.data, products: new Map(products) };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
