import type { SiteFile } from '../../schemas/site.ts';
import type { Render } from '../page/page-model.ts';
import { compareText, joinMissing, type Problem, sortProblems, startOf, withoutSurplus } from '../problem.ts';
import {
  type FileLocation,
  locateFiles,
  locateRecords,
  type PolicyLocation,
  type ProductFileLocation,
  type RecordLocation,
} from '../read/location.ts';
import { linkProblems, policyPath, readPolicyLink } from '../resolve/address.ts';
import { insteadProblems } from '../versions/instead.ts';
import type { Compilation, CompileCache, PolicyEntry, ProductEntry, Sources } from './compile-model.ts';
import { type Compiled, compilePolicy, type Tools } from './compile-policy.ts';
import { formerNameProblems, formerSlugs } from './former-names.ts';
import { readProduct, readShared, type Shared } from './surroundings.ts';

/** What a folder is compiled with, and whether it is a part of one. */
type Compiling = {
  cache: CompileCache;
  version: string;
  render: Render;
  isPart?: boolean;
  /** Told of each product when its policies are compiled, and not those of the next. */
  onProduct?(product: ProductEntry, site: SiteFile): void;
};

/**
 * Compiles a folder of policies: parse, validate, resolve, page, and the links between them.
 * Never throws for what the files say; every problem of every file is in the result, sorted by place.
 * `version` identifies the compiler, so that a cache from another one is not believed. Where only some products of a site
 * are there, links that lead to others are not judged.
 */
export function compile(
  sources: Sources,
  { cache, version, render, isPart = false, onProduct }: Compiling,
): Compilation {
  const { files, problems } = locateFiles(sources.root, sources.found);
  const shared = readShared(sources, files);
  const records = locateRecords(sources.found);
  const products = [...groupByProduct(files)].map(([id, own]) => {
    const product = compileProduct(id, own, sources, shared, { cache, version, render, records });
    onProduct?.(product.entry, shared.site.value);
    return product;
  });
  const policies = products.flatMap((product) => product.policies);
  const own = new Set(products.map(({ entry }) => entry.id));
  const targets = new Map(policies.map((policy) => [policyPath(policy.product, policy.slug), policy]));
  const renamed = formerAddresses(products.flatMap(({ entry }) => entry.policies));
  const found = [
    ...problems,
    ...orphanedRecords(
      sources.root,
      files,
      records,
      products.flatMap(({ former }) => former),
    ),
    ...shared.site.problems,
    ...shared.vendors.problems,
    ...shared.steps.problems,
    ...products.flatMap((product) => product.problems),
    ...formerNameProblems(sources),
    ...products.flatMap(({ entry }) => insteadIn(entry, sources.root)),
    ...policies.flatMap((policy) => [
      ...policy.problems,
      ...linkProblems(isPart ? withinPart(policy, own, renamed) : policy, targets, renamed),
    ]),
  ];
  return {
    site: shared.site.value,
    products: products.map(({ entry }) => entry),
    problems: sortProblems(withoutSurplus(joinMissing(withoutGaps(found)))),
  };
}

// The policy that stands elsewhere now, by the address it had.
function formerAddresses(policies: readonly PolicyEntry[]): Map<string, { product: string; slug: string }> {
  return new Map(
    policies.flatMap(({ former, product, slug }) =>
      former.map((name) => [`/${name}/`, { product, slug }] as const),
    ),
  );
}

// Where a link leads that leaves the products that are there is known once all of them are.
function withinPart(
  policy: Compiled,
  own: ReadonlySet<string>,
  renamed: ReadonlyMap<string, unknown>,
): Compiled {
  const links = policy.links.filter(({ url }) => {
    const link = readPolicyLink(url, policy);
    return !link || own.has(link.product) || renamed.has(policyPath(link.product, link.slug));
  });
  return { ...policy, links };
}

function insteadIn({ id, policies, unread }: ProductEntry, root: string): Problem[] {
  return insteadProblems(root, id, [...policies, ...unread.map((slug) => ({ slug, former: [] }))]);
}

function orphanedRecords(
  root: string,
  files: readonly FileLocation[],
  records: ReadonlyMap<string, RecordLocation[]>,
  former: readonly string[],
): Problem[] {
  const known = new Set([
    ...files.flatMap((file) => (file.kind === 'policy' ? [`${file.product}/${file.slug}`] : [])),
    ...former,
  ]);
  return [...records].flatMap(([policy, [first]]) => {
    if (known.has(policy) || !first) return [];
    return [
      {
        rule: 'version/missing-policy',
        severity: 'error',
        message: `Unexpected versions of ${policy}, expected the file ${root}/${policy}.yaml beside them.`,
        place: startOf(`${root}/${first.path}`),
        help: `Published versions keep their addresses: put the file back. If it was renamed, say so in the file it has become: \`formerly: [${policy.slice(policy.indexOf('/') + 1)}]\`.`,
      },
    ];
  });
}

// A record under a name that none has is told, and not what its chain lacks for that.
function withoutGaps(problems: readonly Problem[]): Problem[] {
  const folderOf = ({ place: { file } }: Problem) => file.slice(0, file.lastIndexOf('/'));
  const torn = new Set(
    problems.flatMap((problem) =>
      problem.rule === 'file/location' && /\.json$/i.test(problem.place.file) ? [folderOf(problem)] : [],
    ),
  );
  return problems.filter(
    (problem) =>
      !(problem.rule === 'version/chain' || problem.rule === 'version/head') || !torn.has(folderOf(problem)),
  );
}

type OfProduct = ProductFileLocation | PolicyLocation;

function groupByProduct(files: readonly FileLocation[]): Map<string, OfProduct[]> {
  const ofProducts = files.filter((file) => file.kind === 'product' || file.kind === 'policy');
  const groups = Map.groupBy(ofProducts, ({ product }) => product);
  return new Map([...groups].sort(([a], [b]) => compareText(a, b)));
}

/** A product with its policies; `former` are the names these had before, as `<product>/<slug>`. */
type CompiledProduct = { entry: ProductEntry; problems: Problem[]; policies: Compiled[]; former: string[] };

function compileProduct(
  id: string,
  files: readonly OfProduct[],
  sources: Sources,
  shared: Shared,
  tools: Tools,
): CompiledProduct {
  const product = readProduct(id, files, sources, shared);
  const locations = files.filter((file) => file.kind === 'policy');
  const slugs = locations.map(({ slug }) => slug);
  const former = formerSlugs(locations, sources);
  const policies = locations.map((location) =>
    compilePolicy(location, { product, slugs, former, sources, shared, tools }),
  );
  const { name, description, url } = product.value;
  return {
    entry: {
      id,
      name,
      ...(description && { description }),
      ...(url && { url }),
      former: product.value.formerly ?? [],
      policies: policies.flatMap((policy) => policy.entry ?? []),
      unread: policies.flatMap(({ entry, slug }) => (entry ? [] : [slug])),
    },
    problems: product.problems,
    policies,
    former: [...former.values()].flat().map((slug) => `${id}/${slug}`),
  };
}
