import { createHash } from 'node:crypto';
import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { type PageBlock, type PageSection, type PolicyPage, toPage } from './page.ts';
import { compareText, type Problem, type Rule, sortProblems } from './problem.ts';
import { type RecordState, recordProblems } from './published.ts';
import { openRecord, readRecord } from './record.ts';
import { isMap } from './shape.ts';

/** A published site as it lies in a folder: its files, by their paths below it. */
export type PublishedSite = { root: string; paths: readonly string[]; read(path: string): Uint8Array };

/** What a check of a published site found, and how much it looked at. */
export type Verdict = { versions: number; files: number; problems: Problem[] };

/** Where a site lists its versions, and where the digests of all its files. */
export const manifestPath = '.well-known/policybook.json';
export const sumsPath = 'SHA256SUMS';

type ListedVersion = { date: string; digest: string; page: string; record: string };

/**
 * Checks a published site by its own files alone: every file against SHA256SUMS, every record against its digest and
 * the chain, and the text of every version's page against its record.
 */
export function verifySite(site: PublishedSite): Verdict {
  const manifest = readManifest(site);
  const policies = manifest ? manifest.policies : [];
  const problems = policies.flatMap((versions) => policyProblems(site, manifest?.address ?? '', versions));
  const missing = manifest
    ? []
    : [fault(site, manifestPath, 'version/record', 'list of versions', 'the one the build wrote')];
  return {
    versions: policies.flat().length,
    files: site.paths.length,
    problems: sortProblems([...missing, ...problems, ...sumProblems(site)]),
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

function readText(site: PublishedSite, path: string): string | undefined {
  return site.paths.includes(path) ? new TextDecoder().decode(site.read(path)) : undefined;
}

function readManifest(site: PublishedSite): { address: string; policies: ListedVersion[][] } | undefined {
  const value = parseJson(readText(site, manifestPath) ?? '');
  if (!isMap(value) || typeof value.site !== 'string' || !Array.isArray(value.policies)) return undefined;
  const policies = value.policies.map((policy) =>
    isMap(policy) && Array.isArray(policy.versions) ? policy.versions : [],
  );
  return { address: value.site, policies: policies.map((versions) => versions.filter(isListedVersion)) };
}

function isListedVersion(value: unknown): value is ListedVersion {
  return isMap(value) && ['date', 'digest', 'page', 'record'].every((key) => typeof value[key] === 'string');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function policyProblems(site: PublishedSite, address: string, versions: readonly ListedVersion[]): Problem[] {
  const states = versions.map((version): RecordState => {
    const path = pathOf(version.record, address);
    const file = `${site.root}/${path}`;
    const text = readText(site, path);
    const result = text === undefined ? { fault: 'absence' } : readRecord(text);
    if ('fault' in result) return { file, date: version.date, fault: result.fault };
    const { digest, previous, content } = result.record;
    if (digest !== version.digest)
      return { file, date: version.date, fault: `digest ${digest.slice(0, 16)}…` };
    return { file, date: version.date, updated: content.updated, digest, previous };
  });
  const pages = versions.flatMap((version, index) => {
    const state = states[index];
    return state && 'digest' in state ? pageProblems(site, address, version) : [];
  });
  return [...recordProblems(states), ...pages];
}

function pathOf(url: string, siteAddress: string): string {
  return url.startsWith(siteAddress) ? url.slice(siteAddress.length) : url;
}

function pageProblems(site: PublishedSite, address: string, version: ListedVersion): Problem[] {
  const path = `${pathOf(version.page, address)}index.html`;
  const html = readText(site, path);
  const result = readRecord(readText(site, pathOf(version.record, address)) ?? '');
  if ('fault' in result) return [];
  if (html === undefined)
    return [fault(site, path, 'site/page', 'absence of a page', 'the page of a version')];
  const page = toPage(openRecord(result.record), { name: '', url: address });
  const difference = firstDifference(pageTexts(page), shownTexts(html));
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

/** The texts of a policy's page in order: title, lead, then each section whole, as its record has them. */
function pageTexts(page: PolicyPage): string[] {
  const opening = [page.kicker ?? '', page.title, textOf(page.leadHtml ?? '')];
  return [...opening, ...page.sections.map((section) => sectionTexts(section).join(' '))];
}

function sectionTexts({ number, title, blocks, sections }: PageSection): string[] {
  return [number ?? '', title, ...blocks.flatMap(blockTexts), ...sections.flatMap(sectionTexts)];
}

function blockTexts(block: PageBlock): string[] {
  switch (block.type) {
    case 'html':
      return [textOf(block.html)];
    case 'callout':
      return [block.title, textOf(block.html)];
    case 'table':
      return [block.caption, ...block.columns, ...block.rows.flatMap(({ cells }) => cells.map(textOf))];
    case 'list':
      return block.items.map(({ html }) => textOf(html));
    case 'details':
      return block.items.flatMap(({ title = '', note = '', entries }) => [
        title,
        textOf(note),
        ...entryTexts(entries),
      ]);
    case 'definitions':
    case 'versions':
      return entryTexts(block.items);
    case 'cards':
      return block.items.flatMap(({ title, html }) => [title, textOf(html)]);
    case 'steps':
      return block.items.flatMap(({ title, steps }) => [title, ...steps.map(textOf)]);
    case 'contact':
      return [block.title, block.name ?? '', ...entryTexts(block.entries)];
    case 'policy':
      return [];
  }
}

function entryTexts(entries: readonly { term: string; html: string }[]): string[] {
  return entries.flatMap(({ term, html }) => [term, textOf(html)]);
}

/** The same texts as a page's HTML shows them; what only the eye or a link needs is left out. */
function shownTexts(html: string): string[] {
  const tree = fromHtml(html);
  const opening = find(tree, (element) => hasClass(element, 'opening'))[0];
  const inOpening = (test: (element: Element) => boolean) => {
    const element = opening && find(opening, test)[0];
    return element ? shownText(element) : '';
  };
  const article = find(tree, ({ tagName }) => tagName === 'article')[0];
  const sections = (article?.children ?? []).filter(
    (child): child is Element => child.type === 'element' && hasClass(child, 'section'),
  );
  return [
    inOpening((element) => hasClass(element, 'kicker')),
    inOpening(({ tagName }) => tagName === 'h1'),
    inOpening((element) => hasClass(element, 'lead')),
    ...sections.map(shownText),
  ];
}

function find(node: Root | Element, test: (element: Element) => boolean): Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return test(child) ? [child] : find(child, test);
  });
}

function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties.className) && properties.className.includes(name);
}

// A link card tells of another policy, and may change with it.
const decoration = ['anchor', 'cell-label', 'link-card'];

function shownText(node: Nodes): string {
  return texts(node).join(' ');
}

function texts(node: Nodes): string[] {
  if (node.type === 'text') return [node.value];
  if (node.type === 'element' && decoration.some((name) => hasClass(node, name))) return [];
  return 'children' in node ? node.children.flatMap(texts) : [];
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
  return [
    ...changed,
    ...extra.map((path) => fault(site, path, 'site/sums', 'file', 'only those that SHA256SUMS lists')),
  ];
}

/** The text of SHA256SUMS: a line for each file, as `sha256sum` writes and checks them. */
export function writeSums(site: Pick<PublishedSite, 'paths' | 'read'>): string {
  const paths = site.paths.filter((path) => path !== sumsPath).sort(compareText);
  return paths.map((path) => `${sha256(site.read(path))}  ${path}\n`).join('');
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
