import { readSources } from '../doors/disk.ts';
import { hasOwnCode, type Project } from '../doors/project.ts';
import { type PartName, productSizes, productsOfPart, type SitePart } from '../site/products-of-part.ts';
import { suggest } from '../text/suggest.ts';
import { refusal } from './options.ts';

type Told = {
  part: string | undefined;
  products: string | undefined;
  out: string | undefined;
  preview: boolean;
};

/** The part that a build was told to write; nothing where it is to write the whole. Throws a refusal of what makes none. */
export function partWanted(told: Told, project: Project): SitePart | undefined {
  if (told.part === undefined && told.products === undefined) return undefined;
  refuseBeside(told, project);
  const sizes = productSizes(readSources(project.policies, project.here));
  const name =
    told.part === undefined ? namedProducts(told.products, [...sizes.keys()]) : equalPart(told.part);
  return { name, only: productsOfPart(name, sizes) };
}

function refuseBeside({ part, products, out, preview }: Told, project: Project): void {
  if (part !== undefined && products !== undefined)
    throw refusal('Unexpected --products beside --part, expected one of the two.');
  if (out === undefined)
    throw refusal('Unexpected part of a site without a place, expected --out with a folder of its own.');
  if (preview) throw refusal('Unexpected --preview of a part, expected it of a whole site.');
  if (hasOwnCode(project))
    throw refusal(
      'Unexpected part of a site with pages or components of its own, expected a build of the whole.',
    );
}

function equalPart(part: string): PartName {
  const [, number = 0, count = 0] = (/^(\d{1,4})\/(\d{1,4})$/.exec(part) ?? []).map(Number);
  if (number < 1 || number > count) throw refusal(`Unexpected --part ${part}, expected one such as 3/8.`);
  return { number, count };
}

function namedProducts(list: string | undefined, known: readonly string[]): PartName {
  const products = (list ?? '').split(',').map((id) => id.trim());
  const unknown = products.find((id) => !known.includes(id));
  if (unknown !== undefined)
    throw refusal(
      `Unexpected ${unknown === '' ? 'comma without a product' : `product ${unknown}`}, expected ${suggest(unknown, known) ?? 'one that has policies'}.`,
    );
  const twice = products.find((id, index) => products.indexOf(id) < index);
  if (twice !== undefined) throw refusal(`Unexpected second ${twice}, expected each product once.`);
  return { products: products.sort() };
}
