import type { Compilation, CompiledPolicy, PolicyEntry, Sources } from '../compile/compile-model.ts';
import { digest } from '../digest.ts';
import type { SiteFacts } from '../page/page-model.ts';
import type { Problem } from '../problem.ts';
import { locateFiles, locateRecords, type PolicyLocation, type RecordLocation } from '../read/location.ts';
import { parseYaml } from '../read/parse.ts';
import type { ResolvedPolicy } from '../resolve/policy-model.ts';
import { readChain, versionsIn } from '../versions/read-chain.ts';
import { openRecord } from '../versions/record.ts';
import { isLive, type Placed } from '../versions/timeline.ts';
import type { VersionEntry } from '../versions/versions.ts';

/** A compiled folder of policies, and the files it was made from. */
export type Folder = Pick<Compilation, 'products' | 'site'> & {
  sources: Sources;
  readCompiled(entry: { key: string }): CompiledPolicy;
  standings: ReadonlyMap<string, Standing>;
};

type Standing = { versions: readonly Placed<VersionEntry>[] };

/** One policy file, before or after a change. */
export type PolicyText = {
  /** `<product>/<slug>`. */
  name: string;
  product: { id: string; name: string };
  slug: string;
  file: string;
  /** The digest of the file's bytes. */
  digest: string;
  /** What the file says, as far as YAML can be read. */
  value(): unknown;
  /** Absent where a fault of the file, or of one it needs, keeps it from being read, by people and rules alike. */
  compiled?: CompiledPolicy;
  entry?: PolicyEntry;
  /** Its versions with their places in time. */
  standing?: Standing;
  /** The text of the last published version that lives. */
  published(): ResolvedPolicy | undefined;
};

/** A file that policies share: `site.yaml`, `vendors.yaml`, `steps.yaml` or that of a product. */
export type SharedFile = {
  file: string;
  kind: 'site' | 'vendors' | 'steps' | 'product';
  product?: string;
  value: unknown;
};

/** A folder of policies as it was, or as it is. */
export type Side = {
  sources: Sources;
  site: SiteFacts;
  policies: ReadonlyMap<string, PolicyText>;
  shared: ReadonlyMap<string, SharedFile>;
  problems: readonly Problem[];
};

/** Gathers what a review needs to know of a folder and of every problem in it. */
export function readSide(folder: Folder, problems: readonly Problem[]): Side {
  const { sources, site } = folder;
  const compiled = new Map(compiledOf(folder));
  const records = locateRecords(sources.found);
  const names = new Map(folder.products.map(({ id, name }) => [id, name]));
  const policies = policyFiles(sources).map((location): [string, PolicyText] => {
    const name = nameOf(location);
    const own = compiled.get(name);
    const { product, slug, path } = location;
    const file = `${sources.root}/${path}`;
    return [
      name,
      {
        name,
        product: { id: product, name: names.get(product) ?? product },
        slug,
        file,
        digest: digest([sources.read(path)]),
        value: () => parseYaml(file, sources.read(path)).value,
        ...own,
        published: () =>
          own ? lastOf(own.standing, folder) : lastPublished(name, records.get(name) ?? [], sources),
      },
    ];
  });
  return { sources, site, policies: new Map(policies), shared: sharedFiles(sources), problems };
}

function policyFiles({ root, found }: Sources): PolicyLocation[] {
  return locateFiles(root, found).files.filter((file) => file.kind === 'policy');
}

function nameOf({ product, slug }: { product: string; slug: string }): string {
  return `${product}/${slug}`;
}

type Read = { compiled: CompiledPolicy; entry: PolicyEntry; standing: Standing };

function compiledOf({ products, readCompiled, standings }: Folder): [string, Read][] {
  return products.flatMap(({ policies }) =>
    policies.map((entry): [string, Read] => {
      const standing = standings.get(nameOf(entry)) ?? { versions: [] };
      return [nameOf(entry), { compiled: readCompiled(entry), entry, standing }];
    }),
  );
}

function lastOf({ versions }: Standing, { readCompiled }: Folder): ResolvedPolicy | undefined {
  const last = versions.findLast(isLive);
  return last && readCompiled(last).policy;
}

function lastPublished(
  name: string,
  records: readonly RecordLocation[],
  sources: Sources,
): ResolvedPolicy | undefined {
  const last = versionsIn(readChain(name, [], records, sources)).at(-1);
  return last && openRecord(last);
}

function sharedFiles(sources: Sources): Map<string, SharedFile> {
  const files = locateFiles(sources.root, sources.found).files.flatMap(({ path, ...location }) => {
    if (location.kind === 'policy') return [];
    const file = `${sources.root}/${path}`;
    const { value } = parseYaml(file, sources.read(path));
    return [[file, { file, ...location, value }] as const];
  });
  return new Map(files);
}
