import { kinds } from '../../schemas/policy.ts';
import { compareText, type Problem, type Rule, type Severity, sortProblems, startOf } from '../problem.ts';
import { suggestHelp } from '../text/suggest.ts';

/**
 * What was found at a path, which is relative to the folder of policies, with `/` between its parts. `special` is a
 * pipe, a socket or a device; `unreadable` a file or folder that may not be looked into.
 */
export type FoundFile = { path: string; kind: 'file' | 'symlink' | 'folder' | 'special' | 'unreadable' };

/** A file of the folder of policies that is read, by what it is of: the site, a product, or one policy. */
export type FileLocation = SiteFileLocation | ProductFileLocation | PolicyLocation;

type SiteFileLocation = { kind: 'site' | 'vendors' | 'steps'; path: string };
export type ProductFileLocation = { kind: 'product'; path: string; product: string };
export type PolicyLocation = { kind: 'policy'; path: string; product: string; slug: string };

type Finding = { path: string; rule: Rule; message: string; help: string; severity?: Severity };

const maxPathLength = 200;
const namePattern = /^[a-z][a-z0-9-]{0,62}$/;
const languageSuffix = /^(.+)\.([a-z]{2,3}(?:-[a-z0-9]{2,8})*)$/i;

// Windows opens a device when asked for a file of one of these names, with any extension.
const deviceNames = ['con', 'prn', 'aux', 'nul', ...devicePorts('com'), ...devicePorts('lpt')];
const reservedProducts = new Set([
  ...['about', 'handbook', '404', 'feed', 'sitemap', 'robots', 'assets', '_astro', 'index', 'latest'],
  ...['cookies', 'companies', 'search', 'diff', 'theme', 'cname', '_headers', '_redirects', '.well-known'],
  ...deviceNames,
]);
const reservedSlugs = new Set([
  ...[
    'as-of',
    'compare',
    'index',
    'history',
    'feed',
    'product',
    'latest',
    'diff',
    'changes',
    'since',
    'assets',
  ],
  ...deviceNames,
]);

function devicePorts(name: string): string[] {
  return Array.from({ length: 10 }, (_, port) => `${name}${port}`);
}

/** Says which of the files found in a folder of policies are read, and what is wrong with the names of the others. */
export function locateFiles(
  root: string,
  found: readonly FoundFile[],
): { files: FileLocation[]; problems: Problem[] } {
  const all = withoutContents(found.filter((file) => !isIgnored(file)));
  const misnamed = findMisnamed(all);
  const relevant = all.filter(({ path }) => !misnamed.has(path));
  const named = [...misnamed.values()].map((path): FoundFile => ({ path, kind: 'file' }));
  const results = relevant.map(locateFile);
  const files = eachOnce([...results.flatMap(({ file }) => file ?? []), ...meantFiles(misnamed)]);
  const findings = [
    ...results.flatMap((result) => result.findings),
    ...findCollisions(relevant),
    ...findLongPaths(root, relevant),
    ...findMissing([...relevant, ...named]).filter(({ path }) => !named.some((file) => file.path === path)),
    ...[...misnamed].map(([path, meant]) => describeMisnamed(path, meant)),
    ...findTextsToImport(root, found),
  ];
  files.sort((a, b) => compareText(a.path, b.path));
  return { files, problems: sortProblems(findings.map((finding) => toProblem(root, finding))) };
}

// Of two files that are meant to be one policy, the one with its name, or the first.
function eachOnce(files: readonly FileLocation[]): FileLocation[] {
  const nameOf = (file: FileLocation) =>
    file.kind === 'policy' ? `${file.product}/${file.slug}.yaml` : file.path;
  const named = [...files].sort((a, b) => Number(a.path !== nameOf(a)) - Number(b.path !== nameOf(b)));
  return [...new Map(named.toReversed().map((file) => [nameOf(file), file])).values()];
}

// The file of a site or a product under a name that is nearly its own, where there is none under its own.
function findMisnamed(found: readonly FoundFile[]): ReadonlyMap<string, string> {
  const present = new Set(found.map(({ path }) => path));
  const misnamed = new Map<string, string>();
  for (const { path, kind } of found) {
    const parts = path.split('/');
    const [, stem] = /([^/]*)\.ya?ml$/i.exec(path) ?? [];
    const names = parts.length === 1 ? ['site', 'vendors', 'steps'] : ['product'];
    const name = stem === undefined ? undefined : names.find((one) => isNearly(stem, one));
    if (kind !== 'file' || parts.length > 2 || name === undefined) continue;
    const meant = [...parts.slice(0, -1), `${name}.yaml`].join('/');
    if (present.has(meant)) continue;
    present.add(meant);
    misnamed.set(path, meant);
  }
  return misnamed;
}

// What names a company or steps is not told for the name of the file they stand in.
function meantFiles(misnamed: ReadonlyMap<string, string>): SiteFileLocation[] {
  return [...misnamed].flatMap(([path, meant]) => {
    const kind = (['vendors', 'steps'] as const).find((one) => meant === `${one}.yaml`);
    return kind ? [{ kind, path }] : [];
  });
}

function isNearly(stem: string, name: string): boolean {
  return stem !== name && suggestHelp(stem.toLowerCase(), [name])?.startsWith('Did you mean') === true;
}

function describeMisnamed(path: string, meant: string): Finding {
  const name = meant.slice(meant.lastIndexOf('/') + 1);
  return {
    path,
    rule: 'file/name',
    message: `Unexpected name of a file, expected ${name}.`,
    help:
      name === 'site.yaml' || name === 'product.yaml'
        ? `Rename the file to ${name}, or create ${meant} beside it where it is a policy.`
        : `Rename the file to ${name}, or move it into the folder of its product where it is a policy.`,
  };
}

// Notes in Markdown are nobody's business; one that is called like a policy is a text that somebody expects on the site.
function findTextsToImport(root: string, found: readonly FoundFile[]): Finding[] {
  const present = new Set(found.map(({ path }) => path));
  return found.flatMap(({ path, kind }): Finding[] => {
    const [, policy, stem = ''] = /^([^./][^/]*\/([^/]+))\.md$/i.exec(path) ?? [];
    const isCalledSo = kinds.options.some((name) => name === stem) || /^(privacy|cookies)$/.test(stem);
    if (kind !== 'file' || !isCalledSo || present.has(`${policy}.yaml`)) return [];
    return [
      {
        path,
        rule: 'file/location',
        message: 'Unexpected text in Markdown, expected a policy in YAML.',
        help: `Make a policy of it: policybook import ${root}/${path}. Notes that nobody is to read on the site have another name.`,
      },
    ];
  });
}

/** A file in the history of a policy: an entry of its chain, or the head. */
export type RecordLocation = { path: string } & RecordName;

/**
 * Which file of a history it is: a version by its id (`2026-03-02.2`), an act by its day and sort
 * (`2026-08-20.withdrawal`), or `head`.
 */
type RecordName = { product: string; slug: string; name: string };

/** Where a record lies below the folder of policies. */
export function recordPath({ product, slug, name }: RecordName): string {
  return `${product}/history/${slug}/${name}.json`;
}

/** The records among the files of a folder, by the policy they lie with (`<product>/<slug>`), by their names. */
export function locateRecords(found: readonly FoundFile[]): ReadonlyMap<string, RecordLocation[]> {
  const records = found.flatMap(({ path, kind }) => {
    const match = kind === 'file' && path.match(recordPattern);
    if (!match) return [];
    const [, product = '', slug = '', name = ''] = match;
    return [{ path, product, slug, name }];
  });
  records.sort((a, b) => compareText(a.path, b.path));
  return Map.groupBy(records, ({ product, slug }) => `${product}/${slug}`);
}

function toProblem(root: string, { path, rule, message, help, severity = 'error' }: Finding): Problem {
  const place = startOf(`${root}/${path}`);
  return { rule, severity, message, place, help };
}

// What `recordPath` writes.
const day = '\\d{4}-\\d{2}-\\d{2}';
const second = '(?:\\.(?:[2-9]|[1-9]\\d))?';
const act = '(?:\\.(?:withdrawal|notice|retirement|rename))?';
const recordPattern = new RegExp(`^([^/]+)/history/([^/]+)/(${day}${act}${second}|head)\\.json$`);

// What `policybook release` writes a record to before it has its name.
const halfWritten = /\.json\.\d+\.next$/;

/** What systems put into every folder; whatever else is hidden in a history could be a record that was put aside. */
const hiddenOfSystems = new Set(['.DS_Store', '.gitkeep', '.gitignore', '.gitattributes']);

/** Hidden files, notes in Markdown, records of published versions and half-written ones are nobody's policy. */
function isIgnored({ path, kind }: FoundFile): boolean {
  const parts = path.split('/');
  if (parts[1] === 'history' && !parts[0]?.startsWith('.')) return isOfHistory(path, kind);
  if (parts.some((part) => part.startsWith('.'))) return true;
  return kind === 'file' && /\.md$/i.test(path);
}

// A record must not be put aside under another name: beside records nothing but these may lie.
function isOfHistory(path: string, kind: FoundFile['kind']): boolean {
  if (kind !== 'file') return false;
  const name = path.slice(path.lastIndexOf('/') + 1);
  return recordPattern.test(path) || halfWritten.test(name) || hiddenOfSystems.has(name);
}

type Located = { file?: FileLocation; findings: Finding[] };

function describeStrayRecord(path: string): Finding {
  return {
    path,
    rule: 'file/location',
    message: `Unexpected file in the history of a product, expected records like history/<policy>/2026-03-31.json.`,
    help: 'Records are written by `policybook release`. Put a record back under its name, or move the file elsewhere.',
  };
}

function locateFile({ path, kind }: FoundFile): Located {
  if (kind === 'symlink') return { findings: [describeLink(path)] };
  if (kind === 'special') return { findings: [describeSpecial(path)] };
  if (kind === 'unreadable') return { findings: [describeUnreadable(path)] };
  if (kind === 'folder') return { findings: findStrayFolder(path) };
  const parts = path.split('/');
  const [first = '', second] = parts;
  if (second === 'history') return { findings: [describeStrayRecord(path)] };
  if (parts.length > 2) return { findings: [describeDeepFile(path)] };
  return second === undefined ? locateRootFile(path, first) : locateProductFile(path, first, second);
}

function describeLink(path: string): Finding {
  return {
    path,
    rule: 'file/symlink',
    message: 'Unexpected symbolic link, expected a file or a folder.',
    help: 'Put the file itself in its place: a link can show what stands outside of the policies.',
  };
}

function describeSpecial(path: string): Finding {
  return {
    path,
    rule: 'file/kind',
    message: 'Unexpected pipe, socket or device, expected a file or a folder.',
    help: 'Delete it, or move it out of the policies: nothing is read from it.',
  };
}

function describeUnreadable(path: string): Finding {
  return {
    path,
    rule: 'file/unreadable',
    message: 'Unexpected file or folder that may not be read, expected one that may.',
    help: 'Give yourself the right to read it, as with chmod u+r, or move it out of the policies.',
  };
}

const isLikeFile = (path: string) => /\.(ya?ml|json|md)$/i.test(path);

/** A folder is known by its files, and that of a product by its name, once for all of them. */
function findStrayFolder(path: string): Finding[] {
  const [, second, , ...deeper] = path.split('/');
  if (isLikeFile(path)) return [describeFolder(path, 'that is called like a file, expected a file')];
  if (second === undefined || (second === 'history' && deeper.length === 0)) return [];
  const where = second === 'history' ? 'inside the history of a policy' : 'inside a product';
  return [describeFolder(path, `${where}, expected files alone`)];
}

function describeFolder(path: string, unexpected: string): Finding {
  return {
    path,
    rule: 'file/kind',
    message: `Unexpected folder ${unexpected}.`,
    help: 'Move its files to where they are read, or move it out of the policies: nothing in it is read.',
  };
}

/** What lies in a folder where none belongs is told with it. */
function withoutContents(found: readonly FoundFile[]): FoundFile[] {
  const strays = new Set(
    found.flatMap(({ path, kind }) => (kind === 'folder' && findStrayFolder(path).length > 0 ? [path] : [])),
  );
  return found.filter(({ path }) => foldersOf(path).every((folder) => !strays.has(folder)));
}

function foldersOf(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}

function describeDeepFile(path: string): Finding {
  return {
    path,
    rule: 'file/location',
    message:
      'Unexpected file in a folder inside a product, expected policies directly in the folder of the product.',
    help: 'Move the file one folder up, or out of the policies.',
  };
}

function locateRootFile(path: string, name: string): Located {
  const { stem, findings } = checkExtension(path, name);
  if (stem === undefined) return { findings };
  if (stem === 'site' || stem === 'vendors' || stem === 'steps')
    return { file: { kind: stem, path }, findings };
  return { findings: [describeStray(path, name)] };
}

function describeStray(path: string, name: string): Finding {
  return {
    path,
    rule: 'file/location',
    message: 'Unexpected file beside the products, expected site.yaml, vendors.yaml, steps.yaml or a folder.',
    help: `Move it into the folder of its product, as <product>/${/^[a-z][a-z0-9-]*\.yaml$/.test(name) ? name : 'cookie-policy.yaml'}.`,
  };
}

function locateProductFile(path: string, product: string, name: string): Located {
  const { stem, findings, meant = stem } = checkExtension(path, name);
  // The name of the folder has its own problem; its files are not told about it again.
  if (meant === undefined || checkName(product, product, 'product').length > 0) return { findings };
  if (stem === 'product') return { file: { kind: 'product', path, product }, findings };
  const faults = stem === undefined ? findings : checkName(path, stem, 'policy');
  const slug = faults.length > 0 ? slugMeant(meant) : meant;
  return { ...(slug !== undefined && { file: { kind: 'policy', path, product, slug } }), findings: faults };
}

// Under the name that was meant a file is read all the same, so that what leads to it is not told as well.
function slugMeant(stem: string): string | undefined {
  const slug = stem.toLowerCase().replaceAll(/[ _]+/g, '-');
  return namePattern.test(slug) && slug !== 'product' && !reservedSlugs.has(slug) ? slug : undefined;
}

/** The name without `.yaml`, or the problem with an ending that no file here has, and the name that was meant. */
function checkExtension(path: string, name: string): { stem?: string; meant?: string; findings: Finding[] } {
  if (name.endsWith('.yaml')) return { stem: name.slice(0, -'.yaml'.length), findings: [] };
  // An editor that keeps its own ending puts it behind ours.
  const isYaml = /\.ya?ml(?:\.txt)?$/i.test(name);
  const renamed = name.replace(/\.(?:ya?ml\.txt|[^.]*)$/i, '.yaml');
  return {
    ...(isYaml && { meant: renamed.replace(/\.yaml$/, '') }),
    findings: [
      {
        path,
        rule: isYaml ? 'file/name' : 'file/location',
        message: isYaml
          ? `Unexpected ending ${/\.(?:ya?ml\.txt|[^.]*)$/i.exec(name)?.[0]} of a file name, expected .yaml.`
          : 'Unexpected file, expected files that end in .yaml or .md.',
        help: isYaml
          ? `Rename the file to ${renamed}.`
          : `Move the file out of the policies.${/\.(docx|html?)$/i.test(name) ? ' `policybook import` makes a policy of it.' : ''}`,
      },
    ],
  };
}

/** Whether the site or an operating system keeps a name at the top of a site for itself, so that no product has it. */
export function isReservedAtTop(name: string): boolean {
  return reservedProducts.has(name.toLowerCase());
}

function checkName(path: string, name: string, what: 'product' | 'policy'): Finding[] {
  const reserved = what === 'product' ? reservedProducts : reservedSlugs;
  const lower = name.toLowerCase();
  // Windows takes `con.txt.yaml` for the device `con` as well.
  if (reserved.has(lower) || deviceNames.includes(lower.split('.')[0] ?? ''))
    return [describeReserved(path, name)];
  if (namePattern.test(name)) return [];
  const language = what === 'policy' ? languageSuffix.exec(name) : null;
  const [, stem = '', tag] = language ?? [];
  return [tag === undefined ? describeName(path, name) : describeTranslation(path, stem, tag)];
}

function describeReserved(path: string, name: string): Finding {
  return {
    path,
    rule: 'file/reserved',
    message: `Unexpected name “${name}”, expected a name that nothing else has.`,
    help: 'Choose another name: the site or an operating system keeps this one for itself.',
  };
}

function describeTranslation(path: string, stem: string, language: string): Finding {
  return {
    path,
    rule: 'file/name',
    message: `Unexpected language “${language}” in a file name, expected one language for each policy.`,
    help: `A text in another language is a policy of its own: name it ${stem}-${language.toLowerCase()}.yaml, say, and write \`language: ${language}\` in it.`,
  };
}

function describeName(path: string, name: string): Finding {
  return {
    path,
    rule: 'file/name',
    message: `Unexpected name ${showName(name)}, expected lower-case letters, digits and hyphens, a letter first, at most 63.`,
    help: 'Rename it: the name becomes part of the address of the page, as in cookie-policy.',
  };
}

/** A hostile name could otherwise write lines of its own into a report. */
function showName(name: string): string {
  const short = name.length > 70 ? `${name.slice(0, 69)}…` : name;
  return `“${short.replace(/[^\x20-\x7e\p{L}\p{N}…]/gu, (character) => {
    return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
  })}”`;
}

/** On many computers two names that differ only in capitals are one file. */
function findCollisions(found: readonly FoundFile[]): Finding[] {
  const first = new Map<string, string>();
  return allPaths(found).flatMap((path) => {
    const folded = path.normalize('NFC').toLowerCase();
    const other = first.get(folded);
    if (other === undefined) first.set(folded, path);
    return other === undefined || !isOwnCollision(path, other) ? [] : [describeCollision(path, other)];
  });
}

/** Every file with the folders it is in, each once, whether or not the folders were listed. */
function allPaths(found: readonly FoundFile[]): string[] {
  const paths = found.flatMap(({ path }) => [...foldersOf(path), path]);
  return [...new Set(paths)].sort(compareText);
}

/** Files in two folders that collide are not told so again. */
function isOwnCollision(path: string, other: string): boolean {
  const folderOf = (of: string) => of.slice(0, of.lastIndexOf('/') + 1);
  return folderOf(path) === folderOf(other);
}

function describeCollision(path: string, other: string): Finding {
  return {
    path,
    rule: 'file/case',
    message: `Unexpected name that differs from ${showName(other)} only in capitals, expected different names.`,
    help: 'Rename one of the two: on many computers they would be one file.',
  };
}

function findLongPaths(root: string, found: readonly FoundFile[]): Finding[] {
  return found
    .filter(({ path }) => `${root}/${path}`.length > maxPathLength)
    .map(({ path }) => ({
      path,
      rule: 'file/name',
      message: `Unexpected path of ${root.length + 1 + path.length} characters, expected at most ${maxPathLength}.`,
      help: 'Choose shorter names: some computers cannot open longer ones.',
    }));
}

/** A link or a file with another ending counts as present: it has a problem of its own. */
function findMissing(found: readonly FoundFile[]): Finding[] {
  const present = new Set(found.map(({ path }) => path.replace(/\.ya?ml(?:\.txt)?$/i, '')));
  const products = [...groupByProduct(found)].flatMap(([product, names]) =>
    checkProduct(product, names, present),
  );
  return present.has('site') ? products : [describeMissing('site.yaml', 'for the site'), ...products];
}

function checkProduct(product: string, names: readonly string[], present: ReadonlySet<string>): Finding[] {
  // Said of the folder itself.
  if (isLikeFile(product)) return [];
  const faults = checkName(product, product, 'product');
  if (faults.length > 0) return faults;
  const hasProduct = present.has(`${product}/product`);
  const hasPolicy = names.some(
    (name) => /^[^/]*\.ya?ml(?:\.txt)?$/i.test(name) && !/^product\.ya?ml(?:\.txt)?$/i.test(name),
  );
  if (!hasPolicy) return [describeEmptyProduct(hasProduct ? `${product}/product.yaml` : product)];
  return hasProduct ? [] : [describeMissing(`${product}/product.yaml`, 'for the product')];
}

/** The names in each folder of a product, also of a folder that is empty. */
function groupByProduct(found: readonly FoundFile[]): Map<string, string[]> {
  const products = new Map<string, string[]>();
  for (const { path, kind } of found) {
    const [product = '', ...rest] = path.split('/');
    if (rest.length === 0 && kind !== 'folder') continue;
    const names = products.get(product) ?? [];
    products.set(product, rest.length === 0 ? names : [...names, rest.join('/')]);
  }
  return products;
}

function describeMissing(path: string, what: string): Finding {
  return {
    path,
    rule: 'file/missing',
    message: `Unexpected absence of this file, expected it ${what}.`,
    help: `Create ${path}.`,
  };
}

function describeEmptyProduct(path: string): Finding {
  return {
    path,
    rule: 'file/missing',
    severity: 'warning',
    message: 'Unexpected product without a policy, expected at least one.',
    help: 'Add a policy to its folder, or delete the folder.',
  };
}
