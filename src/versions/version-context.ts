import type { ImportedFrom } from '../../schemas/record-2.ts';
import { policyPath } from '../resolve/address.ts';
import type { Reader } from '../text/show.ts';
import type { Act, Dated, Placed } from './timeline.ts';

/** What lists and banners need to know of one version. */
export type VersionSummary = Dated & {
  title: string;
  /** The digest of its record; a proposed version has none. */
  digest?: string;
  summary?: string;
  isMaterial: boolean;
  /** Why its authors judge it otherwise than its facts propose. */
  because?: string;
  reconsent: boolean;
  notified?: string;
  /** Where it comes from, where it was published elsewhere before. */
  imported?: ImportedFrom;
};

/** All versions of a policy with their places in time, in the order of their chain, and what happened to them. */
export type Timeline = { versions: readonly Placed<VersionSummary>[]; acts: readonly Act[] };

/** Which policy the versions are of, on which day, and how its reader sees dates. */
export type VersionContext = {
  product: string;
  slug: string;
  base: string;
  reader: Reader;
  today: string;
  /** Another policy of the product, by its slug. */
  findPolicy(slug: string): { title: string; path: string } | undefined;
};

/** The addresses of a version's pages. */
export function versionPaths(
  { product, slug, base }: Pick<VersionContext, 'product' | 'slug' | 'base'>,
  id: string,
) {
  const policy = base + policyPath(product, slug);
  const version = `${policy}${id}/`;
  return {
    policy,
    version,
    changes: `${version}changes/`,
    since: `${version}since/`,
    history: `${policy}history/`,
    record: `${policy}${id}.json`,
    text: `${policy}${id}.md`,
  };
}
