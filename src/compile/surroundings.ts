import type { FileKind } from '../../schemas/json-schema.ts';
import type { ProductFile } from '../../schemas/product.ts';
import type { SiteFile } from '../../schemas/site.ts';
import type { Instructions } from '../../schemas/steps.ts';
import type { Vendor } from '../../schemas/vendor.ts';
import type { FileLocation } from '../read/location.ts';
import { mergeVendors, targetsOf } from '../resolve/resolve.ts';
import { contrastProblems } from '../theme/contrast.ts';
import {
  filled,
  hasError,
  isUnreadable,
  type Read,
  readFile,
  scopeOf,
  withoutRepeats,
} from './checked-file.ts';
import type { Sources } from './compile-model.ts';

/** What stands around the policies of every product. */
export type Shared = {
  site: Read<SiteFile>;
  vendors: Read<Record<string, Vendor>>;
  steps: Read<Record<string, Instructions>>;
};

const unnamedSite: SiteFile = { name: 'Policies', url: 'https://example.com/', languages: ['en'] };

/** Reads the files beside the products: site.yaml, vendors.yaml and steps.yaml. */
export function readShared(sources: Sources, files: readonly FileLocation[]): Shared {
  const site = readFile('site', sources, files, unnamedSite);
  const scopes = [scopeOf('site', site)];
  const language = site.value.languages[0] ?? 'en';
  const fill = <T>(kind: FileKind, read: Read<T>) => filled(kind, read, scopes, language);
  const vendors = fill('vendors', readFile('vendors', sources, files, { vendors: {} }));
  const steps = fill('steps', readFile('steps', sources, files, { steps: {} }));
  return {
    site: withContrast(fill('site', site)),
    vendors: { ...vendors, value: vendors.value.vendors, written: vendors.written.vendors },
    steps: { ...steps, value: steps.value.steps, written: steps.written.steps },
  };
}

function withContrast(site: Read<SiteFile>): Read<SiteFile> {
  if (!site.file) return site;
  return { ...site, problems: [...site.problems, ...contrastProblems(site.file, site.value)] };
}

/** Reads the file of a product, with what vendors.yaml knows of its vendors. */
export function readProduct(
  id: string,
  files: readonly FileLocation[],
  sources: Sources,
  { site, vendors }: Shared,
): Read<ProductFile> {
  const read = readFile('product', sources, files, { name: id });
  if (!read.file) return read;
  const own = scopeOf('product', read);
  const merged = mergeVendors(read.file, read.value, vendors.value, own);
  const scopes = [{ ...own, value: merged.product }, scopeOf('site', site)];
  const language = merged.product.language ?? site.value.languages[0] ?? 'en';
  const targets = targetsOf({}, merged.product);
  const written = mergeVendors(read.file, read.written, vendors.written, own).product;
  const quoting = vendors.quoting;
  const product = { ...read, value: merged.product, written, quoting };
  const result = filled('product', product, scopes, language, targets);
  // The name may be missing because of a fault in the file it stands in.
  const isLost = isUnreadable(vendors) || (hasError(vendors) && Object.keys(vendors.value).length === 0);
  const nameless = isLost ? [] : merged.problems;
  return { ...result, problems: withoutRepeats([...result.problems, ...nameless]) };
}
