import type { PolicyEntry } from '../compile/compile-model.ts';
import { absoluteAddress, policyPath } from '../resolve/address.ts';
import type { Library } from '../site/library.ts';
import { manifestPath } from '../versions/manifest.ts';
import { versionPaths } from '../versions/version-context.ts';
import type { VersionEntry } from '../versions/versions.ts';
import type { Exporter } from './exporter.ts';

/** The list of every published version, for programs. */
export const manifest = {
  id: 'manifest',
  scope: 'site',
  file: manifestPath,
  mediaType: 'application/json',
  write: (library) => `${JSON.stringify(manifestOf(library), undefined, 2)}\n`,
} satisfies Exporter;

/** Every published version with its addresses and digests. */
export function manifestOf(library: Library): unknown {
  const { site, products } = library;
  const policies = products
    .flatMap(({ policies: own }) => own)
    .filter(({ versions }) => versions.some(({ digest: seal }) => seal));
  return {
    format: 1,
    site: absoluteAddress(site.url, '/'),
    policies: policies.map((entry) => ({
      product: entry.product,
      policy: entry.slug,
      title: entry.title,
      address: absoluteAddress(site.url, policyPath(entry.product, entry.slug)),
      versions: entry.versions.flatMap((version) =>
        version.digest ? [manifestVersion(library, entry, version)] : [],
      ),
    })),
  };
}

function manifestVersion({ site }: Library, { product, slug }: PolicyEntry, version: VersionEntry) {
  const { date, effective, digest: seal, previous } = version;
  const paths = versionPaths({ product, slug, base: '' }, date);
  return {
    date,
    effective,
    digest: seal,
    ...(previous && { previous }),
    page: absoluteAddress(site.url, paths.version),
    record: absoluteAddress(site.url, paths.record),
    text: absoluteAddress(site.url, paths.text),
  };
}
