import type { PolicyFile } from '../../schemas/policy.ts';
import type { SiteFile } from '../../schemas/site.ts';
import type { PolicyPage } from '../page/page-model.ts';
import type { Problem } from '../problem.ts';
import type { KeptFile } from '../read/kept-file.ts';
import type { FoundFile } from '../read/location.ts';
import type { FoundLink } from '../resolve/fill.ts';
import type { ResolvedPolicy } from '../resolve/policy-model.ts';
import type { UnsealedAct } from '../versions/record.ts';
import type { Said } from '../versions/said.ts';
import type { Act } from '../versions/timeline.ts';
import type { ChainEnd, VersionEntry } from '../versions/versions.ts';

/** The files of a folder of policies, with the bytes of those that are read. */
export type Sources = {
  /** The folder's name, as problems show it. */
  root: string;
  found: readonly FoundFile[];
  read(path: string): Uint8Array;
};

/** What lists, links and checks need to know of a compiled policy. */
export type PolicyEntry = {
  product: string;
  slug: string;
  /** Digest of everything the page was made from. */
  key: string;
  language: string;
  title: string;
  kicker?: string;
  description: string;
  kind: string;
  updated?: string;
  anchors: string[];
  /** Every name it had before, as `<product>/<slug>`: addresses under them lead to it. */
  former: string[];
  links: FoundLink[];
  problems: Problem[];
  /** What its file says of its place in time, which a day judges. */
  said: Said;
  /** All versions, in the order of their chain; a text that is not published yet is the last of them. */
  versions: VersionEntry[];
  /** What else happened to it, in the order of its chain. */
  acts: Act[];
  /** What its file says happened, and no record has yet. */
  pending: UnsealedAct[];
  /** How its chain of records ends. */
  chain: ChainEnd;
};

/** A compiled policy: what a record would hold, its page, and its file as it was read, if it can be told of again. */
export type CompiledPolicy = {
  policy: ResolvedPolicy;
  page: PolicyPage;
  file?: KeptFile | undefined;
  /** What the file was checked to say. Known to who compiled it: whoever reads it again has its schema check the file. */
  written?: PolicyFile;
};

/** Compiled things by the digest of their sources; `undefined` for one never seen. */
export type Cache<T> = { get(key: string): T | undefined; set(entry: T, compiled: CompiledPolicy): void };

/** The cache of the texts being edited, and that of the published versions. */
export type CompileCache = { policies: Cache<PolicyEntry>; versions: Cache<VersionEntry> };

export type ProductEntry = {
  id: string;
  name: string;
  description?: string;
  url?: string;
  /** The names of its folder before. */
  former: string[];
  policies: PolicyEntry[];
  /** The slugs of the policies that a fault keeps from being read. */
  unread: string[];
};

/** Everything in a folder of policies, compiled, and every problem found on the way. */
export type Compilation = { site: SiteFile; products: ProductEntry[]; problems: Problem[] };
