import { absoluteAddress, policyPath } from '../resolve/address.ts';
import { siteReader } from '../site/frame.ts';
import { findStanding, type Library } from '../site/library.ts';
import { listedVersion, manifestPath } from '../versions/manifest.ts';
import type { Exporter } from './exporter.ts';

/** The list of every published version, for programs. */
export const manifest = {
  id: 'manifest',
  scope: 'site',
  file: manifestPath,
  mediaType: 'application/json',
  write: (library) => `${JSON.stringify(manifestOf(library), undefined, 2)}\n`,
} satisfies Exporter;

/**
 * Every published version with its addresses and digests, from when until when it binds, and what happened to it.
 * Nothing in it depends on the day it is made.
 */
export function manifestOf(library: Library): unknown {
  const { site, products, project } = library;
  const policies = products
    .flatMap(({ policies: own }) => own)
    .filter(({ versions }) => versions.some(({ digest: seal }) => seal));
  const address = absoluteAddress(site.url, '/');
  return {
    format: 2,
    site: address,
    ...(project.parts.length > 0 && {
      around: { parts: project.parts, name: site.name, language: siteReader(library).language },
    }),
    ...(project.pages.length > 0 && { pages: project.pages }),
    policies: policies.map((entry) => ({
      product: entry.product,
      policy: entry.slug,
      ...(entry.former.length > 0 && { formerly: entry.former }),
      title: entry.title,
      address: absoluteAddress(site.url, policyPath(entry.product, entry.slug)),
      versions: findStanding(library, entry).versions.flatMap((version) =>
        version.digest === undefined
          ? []
          : [
              listedVersion(address, `${entry.product}/${entry.slug}`, {
                ...version,
                digest: version.digest,
              }),
            ],
      ),
      ...(entry.acts.length > 0 && { acts: entry.acts }),
    })),
  };
}
