import type { Compilation, CompiledPolicy, PolicyEntry, Sources } from '../compile/compile-model.ts';
import { digest } from '../digest.ts';
import type { SiteFacts } from '../page/page-model.ts';
import type { Problem } from '../problem.ts';
import { locateFiles, locateRecords, type PolicyLocation } from '../read/location.ts';
import { parseYaml } from '../read/parse.ts';
import type { ResolvedPolicy } from '../resolve/policy-model.ts';
import { recordOf } from '../versions/published.ts';
import { readChain, versionsIn } from '../versions/read-chain.ts';
import { versionIdOf } from '../versions/record.ts';
import type { VersionRecord } from '../versions/record-formats.ts';
import type { Act, Placed } from '../versions/timeline.ts';
import type { VersionEntry } from '../versions/versions.ts';
import { asCalledNow, pathNow, type Renames } from './renames.ts';

/** A compiled folder of policies, and the files it was made from. */
type Folder = Pick<Compilation, 'products' | 'site'> & {
  sources: Sources;
  readCompiled(entry: { key: string }): CompiledPolicy;
  standings: ReadonlyMap<string, Standing>;
};

type Standing = { versions: readonly Placed<VersionEntry>[]; acts: readonly Act[]; today: string };

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
  /** Its versions with their places in time, and what else happened to it. */
  standing?: Standing;
  /** A published version of it: its record, and what that holds, under the name the policy has now. */
  open(version: VersionEntry): Opened | undefined;
};

/** A published version that was read. */
export type Opened = { id: string; date: string; record: VersionRecord; policy: ResolvedPolicy };

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
  /** The published versions of a policy with any of these names, by digest, whatever state its text is in. */
  sealedOf(names: readonly string[]): Sealed[];
};

/** A published version by its name and digest. */
type Sealed = { id: string; digest: string };

/** Gathers what a review needs to know of a folder and of every problem in it. */
export function readSide(folder: Folder, problems: readonly Problem[]): Side {
  const { sources, site } = folder;
  const compiled = new Map(compiledOf(folder));
  const names = new Map(folder.products.map(({ id, name }) => [id, name]));
  const policies = policyFiles(sources).map((location): [string, PolicyText] => {
    const name = nameOf(location);
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
        ...compiled.get(name),
        open: (version) => openVersion(version, folder),
      },
    ];
  });
  return {
    sources,
    site,
    policies: new Map(policies),
    shared: sharedFiles(sources),
    problems,
    sealedOf: (own) => sealedIn(sources, own),
  };
}

/** A side with everything under the name that a change gives it, so that the two sides of it can be told apart. */
export function sideNow(side: Side, renames: Renames): Side {
  const { root } = side.sources;
  const fileNow = (file: string) => `${root}/${pathNow(file.slice(root.length + 1), renames)}`;
  const shared = [...side.shared].map(([file, own]): [string, SharedFile] => {
    const product = own.product && (renames.products.get(own.product) ?? own.product);
    return [fileNow(file), { ...own, file: fileNow(file), ...(product && { product }) }];
  });
  const policies = [...side.policies].map(([name, own]): [string, PolicyText] => {
    const now = renames.policies.get(name) ?? name;
    const [id = ''] = now.split('/');
    return [now, { ...own, product: { ...own.product, id } }];
  });
  return {
    ...side,
    policies: new Map(policies),
    shared: new Map(shared),
    problems: asCalledNow(side.problems, root, renames),
  };
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
      const standing = standings.get(nameOf(entry)) ?? { versions: [], acts: [], today: '' };
      return [nameOf(entry), { compiled: readCompiled(entry), entry, standing }];
    }),
  );
}

function openVersion(version: VersionEntry, { sources, readCompiled }: Folder): Opened | undefined {
  const record = recordOf(version, sources);
  const { id, date } = version;
  return record && { id, date, record, policy: readCompiled(version).policy };
}

function sealedIn(sources: Sources, names: readonly string[]): Sealed[] {
  const located = locateRecords(sources.found);
  const records = names.flatMap((name) => located.get(name) ?? []);
  const [name = '', ...former] = names;
  return versionsIn(readChain(name, former, records, sources)).map((record) => ({
    id: versionIdOf(record),
    digest: record.digest,
  }));
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
