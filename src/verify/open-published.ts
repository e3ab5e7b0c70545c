import type { PolicyEntry, ProductEntry } from '../compile/compile-model.ts';
import { type Compiled, memoryCache } from '../doors/cache.ts';
import { compilerVersion, packageFolder } from '../doors/package.ts';
import type { Project } from '../doors/project.ts';
import { passingTold } from '../doors/told-cache.ts';
import { locateRecords } from '../read/location.ts';
import { basePath } from '../resolve/address.ts';
import type { Addresses } from '../site/frame.ts';
import type { Library } from '../site/library.ts';
import { standPolicy } from '../site/policy-standing.ts';
import { scriptPath } from '../site/script.ts';
import { renderProse } from '../text/prose.ts';
import type { ListedPolicy, Manifest } from '../versions/manifest.ts';
import type { SiteFiles } from '../versions/published-site.ts';
import { compileVersions } from '../versions/versions.ts';
import { siteNameOn } from './page-frame.ts';

/**
 * A published site opened by its own records, as a library of the policies of which versions are published. What the
 * records do not say is taken from its home page (the name of the site and its language; of a project with parts of its own,
 * from the list) and its list (the titles).
 * `undefined` where something of it cannot be read, which has problems of its own.
 */
export function openPublished(
  site: SiteFiles,
  { address, policies, around, pages }: Manifest,
): Library | undefined {
  const home = siteNameOn(site.findText('index.html') ?? '', around);
  if (!home || !URL.canParse(address)) return undefined;
  const cache = memoryCache();
  const has = (path: string) => site.findText(path) !== undefined;
  const wishes = { inspect: has(scriptPath('inspect')), search: has('search/index.html') };
  const facts = { name: home.name, url: address, languages: [home.language], ...wishes };
  const paths = Map.groupBy(site.paths, (path) => path.split('/', 2).join('/'));
  const entries = policies.map((listed) =>
    entryOf({ ...site, paths: paths.get(listed.id) ?? [] }, listed, facts, cache),
  );
  if (entries.length === 0 || !entries.every((entry) => entry !== undefined)) return undefined;
  const products = productsOf(entries, cache);
  return {
    site: facts,
    products,
    problems: [],
    project: { ...noProject(), parts: around?.parts ?? [], pages },
    sources: { root: site.root, found: [], read: site.read },
    readCompiled: cache.read,
    render: renderProse,
    today: '',
    addresses: addressesOf(basePath(address), home, {
      search: wishes.search,
      handbook: has('handbook/index.html'),
    }),
    productsById: new Map(products.map((product) => [product.id, product])),
    standings: new Map(),
    cache,
    findings: { get: () => undefined, set: () => undefined, save: () => undefined },
    told: passingTold(),
    cacheFault: () => undefined,
  };
}

// Where its shared pages are, of which it may lack some.
function addressesOf(
  base: string,
  { name, brand, stylesheets }: NonNullable<ReturnType<typeof siteNameOn>>,
  has: { search: boolean; handbook: boolean },
): Addresses {
  return {
    siteName: name,
    brand,
    home: `${base}/`,
    about: `${base}/about/`,
    ...(has.search && { search: `${base}/search/` }),
    ...(has.handbook && { handbook: `${base}/handbook/` }),
    stylesheet: stylesheets[0] ?? '',
  };
}

// A site that is read has no project: nothing of it is looked up, but the script that this version of ours would write.
function noProject(): Omit<Project, 'parts' | 'pages'> {
  return {
    root: '',
    policies: '',
    site: '',
    public: '',
    cache: '',
    here: '',
    tool: packageFolder,
    compiler: compilerVersion(packageFolder),
    base: '',
    prefix: '',
    today: '',
  };
}

/** The same library on a day, as far as some of its policies are concerned. */
export function onDay(library: Library, entries: readonly PolicyEntry[], today: string): Library {
  const standings = entries.map(
    (entry) => [`${entry.product}/${entry.slug}`, standPolicy(entry, library.site, today)] as const,
  );
  return { ...library, today, standings: new Map(standings) };
}

type Facts = { name: string; url: string; languages: string[]; inspect: boolean; search: boolean };

function entryOf(
  site: SiteFiles,
  { id, title, former }: ListedPolicy,
  facts: Facts,
  cache: Compiled,
): PolicyEntry | undefined {
  const [product = '', slug = ''] = id.split('/');
  const records = recordsOf(site, id);
  const published = compileVersions({ product, slug, former }, records, site, {
    cache: cache.versions,
    version: '',
    render: renderProse,
    site: facts,
    siteDigest: '',
  });
  const last = published.versions.at(-1);
  if (!last || published.problems.length > 0) return undefined;
  const { key, language, description, anchors, date: updated } = last;
  return {
    product,
    slug,
    key,
    language,
    title,
    description,
    kind: cache.read(last).page.kind,
    updated,
    anchors,
    former,
    links: [],
    problems: [],
    said: { places: {} },
    versions: published.versions,
    acts: published.acts,
    pending: [],
    chain: published.chain,
  };
}

// Beside the pages of a policy its records lie as they do in its history.
function recordsOf({ paths }: SiteFiles, id: string) {
  const history = id.replace('/', '/history/');
  const own = paths.filter((path) => path.startsWith(`${id}/`));
  const found = own.map((path) => ({ path: history + path.slice(id.length), kind: 'file' as const }));
  const records = locateRecords(found).get(id) ?? [];
  return records.map((record) => ({ ...record, path: `${id}/${record.name}.json` }));
}

function productsOf(entries: readonly PolicyEntry[], cache: Compiled): ProductEntry[] {
  return [...Map.groupBy(entries, ({ product }) => product)].map(([id, policies]) => {
    const [first] = policies;
    return {
      id,
      name: first ? cache.read(first).policy.product.name : id,
      former: [],
      policies,
      unread: [],
    };
  });
}
