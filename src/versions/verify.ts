import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toPage } from '../page/page.ts';
import type { PageBlock, PageSection } from '../page/page-model.ts';
import { compareText, type Problem, type Rule, sortProblems } from '../problem.ts';
import { isMap } from '../read/shape.ts';
import { policyOf, type RecordState, recordProblems } from './published.ts';
import { openRecord, readRecord, type VersionRecord } from './record.ts';

/** A published site as it lies in a folder: its files, by their paths below it. */
export type PublishedSite = { root: string; paths: readonly string[]; read(path: string): Uint8Array };

/** What a check of a published site found, and how much it looked at. */
export type Verdict = { versions: number; files: number; problems: Problem[] };

/** Where a site lists its versions, and where the digests of all its files. */
export const manifestPath = '.well-known/policybook.json';
export const sumsPath = 'SHA256SUMS';

type ListedVersion = { date: string; digest: string };
type ListedPolicy = { id: string; versions: ListedVersion[] };
type Manifest = { address: string; policies: ListedPolicy[] };

/**
 * Checks a published site by its own files alone: every file against SHA256SUMS, every record against its digest, the
 * chain and the list of versions, and the text of every version's page and of the one in force against its record.
 */
export function verifySite(site: PublishedSite): Verdict {
  const manifest = readManifest(site);
  const problems = manifest
    ? [
        ...manifest.policies.flatMap((policy) => policyProblems(site, manifest.address, policy)),
        ...unlistedRecords(site, manifest),
      ]
    : [fault(site, manifestPath, 'version/record', 'list of versions', 'the one the build wrote')];
  return {
    versions: manifest?.policies.flatMap(({ versions }) => versions).length ?? 0,
    files: site.paths.length,
    problems: sortProblems([...problems, ...sumProblems(site)]),
  };
}

function fault(
  { root }: PublishedSite,
  path: string,
  rule: Rule,
  unexpected: string,
  expected: string,
): Problem {
  return {
    rule,
    severity: 'error',
    message: `Unexpected ${unexpected}, expected ${expected}.`,
    place: { file: `${root}/${path}`, line: 1, column: 1, endLine: 1, endColumn: 1 },
    help: 'The site was changed after it was built: publish it again from its policies.',
  };
}

function readBytes(site: PublishedSite, path: string): Uint8Array | undefined {
  return site.paths.includes(path) ? site.read(path) : undefined;
}

function readText(site: PublishedSite, path: string): string | undefined {
  const bytes = readBytes(site, path);
  return bytes && new TextDecoder().decode(bytes);
}

// A list with an entry that says too little is no list: what it leaves out could not be checked.
function readManifest(site: PublishedSite): Manifest | undefined {
  const value = parseJson(readText(site, manifestPath) ?? '');
  if (!isMap(value) || typeof value.site !== 'string' || !Array.isArray(value.policies)) return undefined;
  const policies = value.policies.flatMap((policy) => readListed(policy) ?? []);
  return policies.length === value.policies.length ? { address: value.site, policies } : undefined;
}

function readListed(value: unknown): ListedPolicy | undefined {
  if (!isMap(value) || typeof value.product !== 'string' || typeof value.policy !== 'string')
    return undefined;
  const { product, policy, versions } = value;
  if (!Array.isArray(versions) || !versions.every(isListedVersion)) return undefined;
  return { id: `${product}/${policy}`, versions };
}

function isListedVersion(value: unknown): value is ListedVersion {
  return isMap(value) && typeof value.date === 'string' && typeof value.digest === 'string';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function recordPath(policy: string, date: string): string {
  return `${policy}/${date}.json`;
}

function unlistedRecords(site: PublishedSite, { policies }: Manifest): Problem[] {
  const listed = new Set(
    policies.flatMap(({ id, versions }) => versions.map(({ date }) => recordPath(id, date))),
  );
  return site.paths
    .filter((path) => /^[^/]+\/[^/]+\/\d{4}-\d{2}-\d{2}\.json$/.test(path) && !listed.has(path))
    .map((path) => fault(site, path, 'version/record', 'record', `only those that ${manifestPath} lists`));
}

function policyProblems(site: PublishedSite, address: string, { id, versions }: ListedPolicy): Problem[] {
  const records: VersionRecord[] = [];
  const states = versions.map((version): RecordState => {
    const path = recordPath(id, version.date);
    const [file, bytes] = [`${site.root}/${path}`, readBytes(site, path)];
    const result = bytes ? readRecord(bytes) : { fault: 'absence' };
    if ('fault' in result) return { file, date: version.date, fault: result.fault };
    const { digest, previous, content } = result.record;
    if (digest !== version.digest)
      return { file, date: version.date, fault: `digest ${digest.slice(0, 16)}…` };
    records.push(result.record);
    return {
      file,
      date: version.date,
      policy: policyOf(content),
      updated: content.updated,
      digest,
      previous,
    };
  });
  const chain = recordProblems(id, states);
  // What belongs to a record that is not in its place cannot be told.
  if (chain.length > 0) return chain;
  return [
    ...records.flatMap((record, index) => entryProblems(site, address, record, versions[index])),
    ...records.flatMap((record) => pageProblems(site, address, record)),
    ...currentPageProblems(site, address, id, records),
  ];
}

function entryProblems(
  site: PublishedSite,
  address: string,
  { content, digest, previous }: VersionRecord,
  listed: unknown,
): Problem[] {
  const { updated: date = '', effective = date } = content;
  const version = `${address}${policyOf(content)}/${date}`;
  const entry = {
    date,
    effective,
    digest,
    previous,
    page: `${version}/`,
    record: `${version}.json`,
    text: `${version}.md`,
  };
  if (isDeepStrictEqual({ previous: undefined, ...Object(listed) }, entry)) return [];
  const what = `entry of the version of ${date} of ${policyOf(content)}`;
  return [fault(site, manifestPath, 'version/record', what, 'what its record says')];
}

function pageProblems(site: PublishedSite, address: string, record: VersionRecord): Problem[] {
  const { content } = record;
  const path = `${policyOf(content)}/${content.updated}/index.html`;
  const html = readText(site, path);
  if (html === undefined)
    return [fault(site, path, 'site/page', 'absence of a page', 'the page of a version')];
  const shown = shownTexts(html);
  return differenceProblems(site, path, recordedTexts(record, address), shown);
}

// The address without a date shows one of the versions; the day counsel last confirmed it may stand there too.
function currentPageProblems(
  site: PublishedSite,
  address: string,
  policy: string,
  records: readonly VersionRecord[],
): Problem[] {
  const path = `${policy}/index.html`;
  const html = readText(site, path);
  if (html === undefined)
    return [fault(site, path, 'site/page', 'absence of a page', 'the page of the policy')];
  const shown = { ...shownTexts(html), dates: '' };
  const record = records.find(({ digest }) => digest === shown.fingerprint);
  if (!record)
    return [fault(site, path, 'site/page', `fingerprint \`${shown.fingerprint}\``, 'that of a version')];
  return differenceProblems(site, path, { ...recordedTexts(record, address), dates: '' }, shown);
}

function differenceProblems(site: PublishedSite, path: string, recorded: Texts, shown: Texts): Problem[] {
  const difference = firstDifference(Object.values(recorded).flat(), Object.values(shown).flat());
  if (difference === undefined) return [];
  return [
    fault(
      site,
      path,
      'site/page',
      `text \`${difference.shown}\``,
      `\`${difference.recorded}\` as its record says`,
    ),
  ];
}

function firstDifference(
  recorded: string[],
  shown: string[],
): { recorded: string; shown: string } | undefined {
  const length = Math.max(recorded.length, shown.length);
  for (let index = 0; index < length; index++) {
    const [a = '', b = ''] = [recorded[index], shown[index]];
    const [characters, others] = [solid(a), solid(b)];
    if (characters.join('') === others.join('')) continue;
    const at = characters.findIndex((character, place) => character !== others[place]);
    const place = at < 0 ? characters.length : at;
    return { recorded: excerpt(a, place), shown: excerpt(b, place) };
  }
  return undefined;
}

// Only the characters that are not space count: where a template breaks its lines says nothing.
function solid(text: string): string[] {
  return [...text.replaceAll(/\s+/g, '')];
}

// The words around a character, counted without spaces.
function excerpt(text: string, place: number): string {
  const words = text.trim().split(/\s+/);
  let count = 0;
  const at = words.findIndex((word) => {
    count += [...word].length;
    return count > place;
  });
  const start = Math.max(0, (at < 0 ? words.length : at) - 4);
  return `${start > 0 ? '… ' : ''}${words.slice(start, start + 9).join(' ')}${start + 9 < words.length ? ' …' : ''}`;
}

/** The texts of a policy's page. `others` are those that have no place there, and `fingerprint` that of its record. */
type Texts = {
  description: string;
  kicker: string;
  title: string;
  lead: string;
  dates: string;
  glance: string;
  contents: string;
  others: string;
  fingerprint: string;
  sections: string[];
};

function recordedTexts(record: VersionRecord, address: string): Texts {
  const page = toPage(openRecord(record), { name: '', url: address });
  const { glance, sections, words } = page;
  return {
    description: page.description,
    kicker: page.kicker ?? '',
    title: page.title,
    lead: textOf(page.leadHtml ?? ''),
    dates: page.dates.flatMap(({ term, text }) => [term, text]).join(' '),
    glance: glance.length > 0 ? [words.glance, ...entryTexts(glance)].join(' ') : '',
    contents: sections.length > 1 ? [words.contents, ...sections.flatMap(contentsTexts)].join(' ') : '',
    others: '',
    fingerprint: record.digest,
    sections: sections.map((section) => sectionTexts(section).join(' ')),
  };
}

function contentsTexts({ id, number, title, sections }: PageSection): string[] {
  return [`(#${id})`, number ?? '', title, ...sections.flatMap(contentsTexts)];
}

function sectionTexts({ id, number, title, blocks, sections }: PageSection): string[] {
  const own = [number ?? '', title, `(#${id})`, '#'];
  return [...own, ...blocks.flatMap(blockTexts), ...sections.flatMap(sectionTexts)];
}

function blockTexts(block: PageBlock): string[] {
  switch (block.type) {
    case 'html':
      return [textOf(block.html)];
    case 'callout':
      return [block.title, textOf(block.html)];
    case 'table':
      return [block.caption, ...block.columns, ...block.rows.flatMap(({ cells }) => rowTexts(cells, block))];
    case 'list':
      return block.items.map(({ html }) => textOf(html));
    case 'details':
      return block.items.flatMap(({ title = '', note = '', entries }) => [
        title,
        textOf(note),
        ...entryTexts(entries),
      ]);
    case 'definitions':
      return entryTexts(block.items);
    case 'cards':
      return block.items.flatMap(({ title, html }) => [title, textOf(html)]);
    case 'steps':
      return block.items.flatMap(({ title, steps }) => [title, ...steps.map(textOf)]);
    case 'contact':
      return [block.title, block.name ?? '', ...entryTexts(block.entries)];
    case 'policy':
    case 'versions':
      return [];
  }
}

// On a phone each cell but the one that names the row repeats its column.
function rowTexts(
  cells: readonly string[],
  { columns, head }: { columns: string[]; head: number },
): string[] {
  return cells.flatMap((cell, index) => [index === head ? '' : (columns[index] ?? ''), textOf(cell)]);
}

function entryTexts(entries: readonly { term: string; html: string }[]): string[] {
  return entries.flatMap(({ term, html }) => [term, textOf(html)]);
}

/** The same texts as a page's HTML shows them. */
function shownTexts(html: string): Texts {
  const tree = fromHtml(html);
  const main = find(tree, ({ tagName }) => tagName === 'main')[0];
  const around = partsOf(main, ['breadcrumbs', 'policy']);
  const article = partsOf(around.get('policy')?.[0], articleParts);
  const opening = partsOf(article.get('opening')?.[0], openingParts);
  const textIn = (parts: Parts, name: string) => (parts.get(name) ?? []).map(shownText).join(' ');
  const isRepeated = (around.get('policy') ?? []).length > 1 || (article.get('opening') ?? []).length > 1;
  return {
    description: find(tree, isDescription)
      .map(({ properties }) => String(properties.content))
      .join(' '),
    kicker: textIn(opening, 'kicker'),
    title: textIn(opening, 'h1'),
    lead: textIn(opening, 'lead'),
    dates: textIn(opening, 'dates'),
    glance: textIn(article, 'glance'),
    contents: textIn(article, 'contents'),
    others: [around, article, opening]
      .map((parts) => textIn(parts, 'other') + textIn(parts, 'alias') + (isRepeated ? 'twice' : ''))
      .join(''),
    fingerprint: (article.get('about-version') ?? [])
      .flatMap((element) => find(element, ({ tagName }) => tagName === 'code'))
      .map(shownText)
      .join(' '),
    sections: (article.get('section') ?? []).map(shownText),
  };
}

function isDescription({ tagName, properties }: Element): boolean {
  return tagName === 'meta' && properties.name === 'description';
}

// Where a version is in time, and what is beside it, changes without its text.
const changing = ['banner', 'companions', 'about-version'];
const articleParts = [...changing, 'opening', 'glance', 'alias', 'contents', 'section'];
const openingParts = ['kicker', 'h1', 'lead', 'dates', 'versions-link'];

type Parts = Map<string, Nodes[]>;

/** The children of an element by class or element name; `other` are those that are none of them. */
function partsOf(node: Nodes | undefined, names: readonly string[]): Parts {
  const children = node && 'children' in node ? node.children : [];
  return Map.groupBy<string, Nodes>(children, (child) => {
    if (child.type !== 'element') return 'other';
    return names.find((name) => child.tagName === name || hasClass(child, name)) ?? 'other';
  });
}

function find(node: Nodes, test: (element: Element) => boolean): Element[] {
  if (!('children' in node)) return [];
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return test(child) ? [child] : find(child, test);
  });
}

function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties.className) && properties.className.includes(name);
}

function shownText(node: Nodes): string {
  return texts(node).join(' ');
}

// These tell of other policies and versions, and may change with them.
const elsewhere = ['link-card', 'recent-versions'];

// A link says where it leads.
function texts(node: Nodes): string[] {
  if (node.type === 'text') return [node.value];
  if (!('children' in node)) return [];
  if (node.type === 'element' && elsewhere.some((name) => hasClass(node, name))) return [];
  const href = node.type === 'element' && node.tagName === 'a' ? [`(${node.properties.href})`] : [];
  return [...href, ...node.children.flatMap(texts)];
}

function textOf(html: string): string {
  return texts(fromHtml(html, { fragment: true })).join(' ');
}

function sumProblems(site: PublishedSite): Problem[] {
  const text = readText(site, sumsPath);
  if (text === undefined) return [fault(site, sumsPath, 'site/sums', 'absence', 'the digests of all files')];
  const lines = text.split('\n').filter((line) => line !== '');
  const listed = new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
  const changed = [...listed].flatMap(([path, sum]) => {
    if (!site.paths.includes(path))
      return [fault(site, path, 'site/sums', 'absence of a file', `one with the digest ${sum}`)];
    const actual = sha256(site.read(path));
    return actual === sum ? [] : [fault(site, path, 'site/sums', `digest ${actual}`, sum)];
  });
  const extra = site.paths.filter((path) => path !== sumsPath && !listed.has(path));
  const problems = [
    ...changed,
    ...extra.map((path) => fault(site, path, 'site/sums', 'file', 'only those that SHA256SUMS lists')),
  ];
  if (problems.length > 0 || text === writeSums(site)) return problems;
  return [fault(site, sumsPath, 'site/sums', 'lines', 'one for each file, in order')];
}

/** The text of SHA256SUMS: a line for each file, as `sha256sum` writes and checks them. */
export function writeSums(site: Pick<PublishedSite, 'paths' | 'read'>): string {
  const paths = site.paths.filter((path) => path !== sumsPath).sort(compareText);
  return paths.map((path) => `${sha256(site.read(path))}  ${path}\n`).join('');
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
