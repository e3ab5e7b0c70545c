import { toHtml } from 'hast-util-to-html';
import type { Root } from 'mdast';
import rehypeSanitize, { type Options as Schema } from 'rehype-sanitize';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { makeMemory, oncePer } from '../memory.ts';
import { isBare } from './addresses.ts';
import { type ClauseItem, clauseItems } from './clause-items.ts';
import { clauseMark } from './clauses.ts';
import { emptyLines, emptyNode } from './empty-texts.ts';
import { escapeForeignMarks, foreignMarksInPlain } from './foreign-marks.ts';
import { isOfWeb, isOwnText, ownText, webRelation } from './html.ts';
import { addressBehind, isTarget, targetHelp } from './link-target.ts';
import { findLosses, type Loss } from './losses.ts';
import { markdownTree, parseMarkdown } from './markdown-tree.ts';
import { simpleHtml } from './simple-html.ts';

/** What Markdown may not hold, at an offset in the text. */
export type ProseFault = {
  rule: 'prose/html' | 'prose/heading' | 'prose/image' | 'prose/link' | 'prose/size' | Loss['rule'];
  offset: number;
  length: number;
  message: string;
  help?: string;
};

/** A link destination; offset and length are those of the whole link where the destination is not written out. */
type ProseLink = { offset: number; length: number; url: string };

/** A stretch of Markdown in which a quoted fact has to be written in one way. */
type ProseRange = { start: number; end: number; context: 'text' | 'code' | 'link-url' | 'link-text' };

/**
 * How to render: `inline` leaves out the paragraph around a single one; `address` turns a destination into an href;
 * `clauses` are the places of its clauses, in order, and `citeAt` is where the link beside each leads: this page, or the
 * address at which the text stays.
 */
type ProseOptions = {
  wrap: 'block' | 'inline';
  address?: (url: string) => string;
  clauses?: readonly ClausePlace[];
  citeAt?: string;
};

/** Where a clause stands: its anchor, and how the link to it is read out. */
export type ClausePlace = { id: string; label: string };

type Tree = Root;
type Node = Tree | Tree['children'][number];
type LinkNode = Extract<Node, { type: 'link' | 'definition' }>;
type Html = ReturnType<typeof writer.runSync>;
type Element = Extract<Html['children'][number], { type: 'element' }>;
type Cap = keyof typeof caps;
type Load = Record<'marks' | 'columns' | 'cells' | 'markers' | 'depth', number>;
type Refusal = Pick<ProseFault, 'rule' | 'message' | 'help'>;

// Measured: beyond these a field of a few kilobytes can take seconds to parse, or overflow the stack.
const caps = {
  characters: { most: 20_000, of: 'characters' },
  lines: { most: 2_000, of: 'lines' },
  brackets: { most: 500, of: 'square brackets' },
  angles: { most: 500, of: '"<"' },
  backticks: { most: 16, of: 'backticks in a row' },
  marks: { most: 1_000, of: 'emphasis and code marks in one block' },
  cells: { most: 2_000, of: 'table cells' },
  markers: { most: 1_000, of: 'list and quote marks' },
  depth: { most: 8, of: 'lists and quotes inside each other' },
};

const loadCaps = ['marks', 'cells', 'markers', 'depth'] as const;

const image: Refusal = {
  rule: 'prose/image',
  message: 'Unexpected image, expected text.',
  help: 'Say in words what it shows.',
};
const refusals = new Map<string, Refusal>([
  [
    'html',
    {
      rule: 'prose/html',
      message: 'Unexpected HTML, expected Markdown.',
      help: 'Delete the tag; use Markdown. To show a "<", write "\\<".',
    },
  ],
  [
    'heading',
    {
      rule: 'prose/heading',
      message: 'Unexpected heading, expected text.',
      help: 'Give the text a section of its own.',
    },
  ],
  ['image', image],
  ['imageReference', image],
]);

// Every key is given: rehype-sanitize fills in a missing one from GitHub's far wider schema.
const schema: Schema = {
  tagNames: [
    ...['p', 'strong', 'em', 'code', 'pre', 'a', 'ul', 'ol', 'li', 'blockquote', 'br', 'hr'],
    ...['table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td', 'dl', 'dt', 'dd'],
  ],
  attributes: { a: ['href'], ol: ['start'], ul: [['className', 'clauses']] },
  protocols: { href: ['https', 'http', 'mailto', 'tel'] },
  ancestors: {},
  required: {},
  strip: [],
  clobber: [],
  clobberPrefix: '',
  allowComments: false,
  allowDoctypes: false,
};

const writer = unified().use(remarkRehype).use(rehypeSanitize, schema).freeze();

// A line that shows as it is written: it starts no block, holds no mark and no entity, and ends without spaces.
const plainLine = String.raw`(?![ #+=:-]|[•●○▪◦‣·–—][ \t\u00a0]|\d+(?:\.\d+)+|(?:\d{1,9}[.)]|${clauseMark})(?:\s|$))(?:[^\p{Cc}\\\x60*_[\]<>&|~\uFEFF]|&(?![#\w]))+(?<! )`;
const plainText = new RegExp(`^(?:${plainLine}(?:\\n+${plainLine})*)?\\n*$`, 'u');

const maybeAddress = /:\/\/|@|[Ww]{3}\./;

const quotation = /\{\{[^{}\n]*\}\}/;
const quotations = new RegExp(quotation, 'g');

/** Tells whether Markdown has to be parsed, or shows the text exactly as it stands. */
export function needsMarkdown(text: string): boolean {
  return marksIn(text) !== undefined;
}

function holdsMarks(text: string): boolean {
  // What may be an address is looked for once, not from the start of each line.
  return maybeAddress.test(text) || !plainText.test(text);
}

type Inspected = { faults: readonly ProseFault[]; links: readonly ProseLink[] };

/** Reads Markdown: what it may not hold, and where it links to. */
export function inspectProse(markdown: string): Inspected {
  return rememberInspected(markdown, () => inspect(markdown));
}

// The policies of a product share many texts.
const rememberInspected = makeMemory<Inspected>(1_000);

function inspect(markdown: string): Inspected {
  const faults = [...sizeFaults(markdown)];
  const links: ProseLink[] = [];
  if (faults.length > 0) return { faults, links };
  faults.push(...emptyLines(markdown));
  if (isPlain(markdown))
    return { faults: [...faults, ...foreignMarksInPlain(maskQuotations(markdown))], links };
  const hasEmptyLine = faults.length > 0;
  const source = maskQuotations(markdown);
  const tree = markdownTree(source);
  faults.push(...findLosses(tree, source));
  inspectNode(tree, 0, (node, depth) => {
    const fault =
      nodeFault(node, depth) ?? textlessFault(node) ?? (hasEmptyLine ? undefined : emptyNode(node));
    if (fault) faults.push(fault);
    if (node.type !== 'link' && node.type !== 'definition') return;
    // A note is told as one, not as the link that Markdown takes it for.
    if (node.type === 'definition' && node.identifier.startsWith('^')) return;
    const link = destination(node, source);
    const written = markdown.slice(link.offset, link.offset + link.length);
    const isQuoting = quotation.test(written);
    const behind = isQuoting ? undefined : addressBehind(node.url);
    if (behind) faults.push(detourFault(link, behind));
    const isOpenable = isQuoting ? isBare(node, source) || couldBeTarget(written) : isTarget(node.url);
    if (!isOpenable) faults.push(linkFault(link));
    else if (!isQuoting) links.push(link);
  });
  return { faults, links };
}

/** Tells in what each offset stands: plain text, code, a link's destination or a link's text. */
export function contextsAt(markdown: string, offsets: readonly number[]): ProseRange['context'][] {
  if (offsets.length === 0) return [];
  const ranges = isPlain(markdown) ? [] : contextRanges(markdown);
  return offsets.map((offset) => {
    const inside = ranges.filter((range) => range.start <= offset && offset < range.end);
    return inside.at(-1)?.context ?? 'text';
  });
}

// What a value begins with could be the number or letter of a list together with what is written behind it.
const startOfMark = /^(?:\d(?=\d{0,8}$)|[A-Za-z](?=[ivxlcdmIVXLCDM]{0,6}(?:$|[.)])))/;

/** Writes a plain value so that Markdown shows exactly it, wherever in a text it is put. */
export function escapeMarkdown(value: string): string {
  return escapeMarks(value).replace(
    /(?<=[ps]):(?=\\?\/)|(?<=[\w.+-])@(?=[\w-])|(?<=www)\.(?=[\w-])/gi,
    '\\$&',
  );
}

/** Writes a plain value so that Markdown shows it as a link's text. */
export function escapeMarks(value: string): string {
  const escaped = collapse(value)
    .replace(/[\\`*_[\]<>&|!]/g, '\\$&')
    .replace(/^[#+\-=~:.()]/, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')
    .replace(startOfMark, (first) => `&#${first.charCodeAt(0)};`);
  return escapeForeignMarks(escaped);
}

/** Renders Markdown as HTML that holds only what a policy needs; what `address` gives back is trusted. */
export function renderProse(markdown: string, options: ProseOptions): string {
  if (isPlain(markdown)) return renderPlain(markdown, options.wrap);
  return toHtml(renderTree(markdown, options), { characterReferences: { useNamedReferences: true } });
}

/**
 * Gives the tree of the HTML that `renderProse` writes. With `isPlaced`, every text knows where in the Markdown it
 * stands, or its element does.
 */
export function proseTree(
  markdown: string,
  options: ProseOptions & { isPlaced?: boolean },
): Element['children'] {
  const { wrap, address = asWritten, clauses = [] } = options;
  if (options.isPlaced ? isTooLarge(markdown) : isPlain(markdown)) return plainTree(markdown, wrap);
  const make = () => contentOf(renderTree(markdown, options));
  if (clauses.length > 0) return make();
  return rememberHtml(mayLink(markdown) ? address : asWritten)(`${wrap} ${markdown}`, make);
}

const asWritten = (url: string) => url;

// The comparisons of a text and its Markdown are made of one tree, which stays as it is.
const rememberHtml = oncePer((_address: (url: string) => string) => makeMemory<Element['children']>(1_000));

/** The clauses of a text, in order; where it quotes facts, whatever those are. */
export function clausesOf(markdown: string): ClauseItem[] {
  if (isPlain(markdown)) return [];
  return clauseItems(markdownTree(maskQuotations(markdown)));
}

function renderTree(
  markdown: string,
  { wrap, address = asWritten, clauses = [], citeAt = '' }: ProseOptions,
): Html {
  const tree = markdownTree(markdown);
  const html = hasRefusedLink(tree)
    ? sanitizedHtml(withoutLinks(parseMarkdown(markdown)))
    : (simpleHtml(tree) ?? sanitizedHtml(tree));
  finishHtml(html, address);
  placeCaptions(html);
  if (clauses.length > 0) nameClauses(html, [...clauses], citeAt);
  return wrap === 'inline' ? unwrap(html) : html;
}

/** The tree of the HTML of Markdown, without all that a policy does not need. */
export function sanitizedHtml(tree: Root): Html {
  return writer.runSync(tree);
}

/** Whether a text may hold a link that its authors wrote: without one, it shows the same in whichever policy it stands. */
export function mayLink(markdown: string): boolean {
  return markdown.includes('](') || markdown.includes(']:');
}

/** Gives the readable text of Markdown, one line for each block. */
export function proseText(markdown: string): string {
  if (isTooLarge(markdown)) return collapse(markdown);
  const texts = needsMarkdown(markdown)
    ? blockTexts(markdownTree(markdown))
    : markdown.split(/\n{2,}/).map(collapse);
  return texts.filter((text) => text !== '').join('\n');
}

function isTooLarge(markdown: string): boolean {
  return sizeFaults(markdown).length > 0;
}

// Shown as it stands: it holds no mark, or too much to be looked at.
function isPlain(markdown: string): boolean {
  return !looksMarked(markdown) || isTooLarge(markdown);
}

// What is longer than a text may be is not looked at.
function looksMarked(markdown: string): boolean {
  return markdown.length <= caps.characters.most && marksIn(markdown) !== undefined;
}

function sizeFaults(markdown: string): ProseFault[] {
  const length = markdown.length - caps.characters.most;
  if (length > 0) return [sizeFault('characters', caps.characters.most, length)];
  return marksIn(markdown) ?? [];
}

const rememberMarks = makeMemory<{ faults?: ProseFault[] }>(1_000);

// Every text is asked several times whether it holds marks, and whether they are too many.
function marksIn(markdown: string): ProseFault[] | undefined {
  const { faults } = rememberMarks(markdown, () =>
    holdsMarks(markdown) ? { faults: markFaults(markdown) } : {},
  );
  return faults;
}

function markFaults(markdown: string): ProseFault[] {
  return [
    ...beyond(markdown, 'lines', /\r\n?|\n/g),
    ...beyond(markdown, 'brackets', /\[/g),
    ...beyond(markdown, 'angles', /</g),
    ...backtickFaults(markdown),
    ...lineFaults(markdown),
  ].slice(0, 1);
}

function beyond(markdown: string, cap: Cap, mark: RegExp): ProseFault[] {
  const first = [...markdown.matchAll(mark)][caps[cap].most];
  return first ? [sizeFault(cap, first.index, first[0].length)] : [];
}

function backtickFaults(markdown: string): ProseFault[] {
  const rows = [...markdown.matchAll(/`+/g)].filter(([row]) => row.length > caps.backticks.most);
  return rows.map((row) => sizeFault('backticks', row.index, row[0].length));
}

function lineFaults(markdown: string): ProseFault[] {
  let load: Load = { marks: 0, columns: 0, cells: 0, markers: 0, depth: 0 };
  let offset = 0;
  for (const line of markdown.split(/(?<=\n|\r(?!\n))/)) {
    load = addLine(load, line);
    const cap = loadCaps.find((name) => load[name] > caps[name].most);
    if (cap) return [sizeFault(cap, offset, line.length)];
    offset += line.length;
  }
  return [];
}

// Never counts less than the parser will meet: only a blank line is sure to end a paragraph or a table.
function addLine(load: Load, line: string): Load {
  const isBlank = /^[ \t\r\n]*$/.test(line);
  const depth = markerDepth(line);
  const columns = isBlank ? 0 : Math.max(load.columns, delimiterColumns(line));
  const marks = isBlank ? 0 : load.marks + (line.match(/[*_]|`+/g)?.length ?? 0);
  return { marks, columns, cells: load.cells + columns, markers: load.markers + depth, depth };
}

function delimiterColumns(line: string): number {
  return /^[\s>:|-]+$/.test(line) ? (line.match(/-+/g)?.length ?? 0) : 0;
}

const listMarker = new RegExp(String.raw`^[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)]|${clauseMark})(?=\s|$))`);

function markerDepth(line: string): number {
  let rest = line;
  for (let depth = 0; depth <= caps.depth.most; depth += 1) {
    const marker = listMarker.exec(rest);
    const isRule = /^[ \t]*([-*])(?:[ \t]*\1){2,}\s*$/.test(rest);
    if (!marker || isRule) return depth;
    rest = rest.slice(marker[0].length);
  }
  return caps.depth.most + 1;
}

function sizeFault(cap: Cap, offset: number, length: number): ProseFault {
  const { most, of } = caps[cap];
  const message = `Unexpected number of ${of}, expected at most ${most}.`;
  const help =
    cap === 'depth'
      ? 'Write what stands deepest as a list of its own below the others, or give it a section.'
      : 'Divide or simplify the text.';
  return { rule: 'prose/size', offset, length, message, help };
}

// A quotation is not yet the value it stands for; a word of the same length keeps every offset. It starts with a
// digit so that `<{{ x }}>` does not become a tag, and goes on with letters so that `{{ x }}.` starts no list.
function maskQuotations(markdown: string): string {
  return markdown.replace(quotations, (written) => `0${'x'.repeat(written.length - 1)}`);
}

function inspectNode(node: Node, depth: number, see: (node: Node, depth: number) => void): void {
  const inner = isNesting(node) ? depth + 1 : depth;
  see(node, inner);
  if ('children' in node) for (const child of node.children) inspectNode(child, inner, see);
}

function isNesting(node: Node): boolean {
  return node.type === 'list' || node.type === 'blockquote';
}

function nodeFault(node: Node, depth: number): ProseFault | undefined {
  const offset = startOf(node);
  const length = endOf(node) - offset;
  if (isNesting(node) && depth === caps.depth.most + 1) return sizeFault('depth', offset, length);
  const refusal = refusals.get(node.type);
  return refusal && { offset, length, ...refusal };
}

// Readers cannot see such a link, and those who hear a page are told of one that leads nowhere.
function textlessFault(node: Node): ProseFault | undefined {
  if (node.type !== 'link' && node.type !== 'linkReference') return undefined;
  if (/[\p{L}\p{N}\p{P}\p{S}]/u.test(inlineText(node))) return undefined;
  const offset = startOf(node);
  return {
    rule: 'prose/link',
    offset,
    length: endOf(node) - offset,
    message: 'Unexpected link without text, expected words between [ and ].',
    help: 'Say in words where it leads, or delete it.',
  };
}

function detourFault({ offset, length }: ProseLink, behind: string): ProseFault {
  return {
    rule: 'prose/link',
    offset,
    length,
    message:
      'Unexpected link by way of a program that counts or inspects clicks, expected the address it leads to.',
    help: `Write ${behind}.`,
  };
}

function linkFault({ offset, length, url }: ProseLink): ProseFault {
  const shown = JSON.stringify(url.length > 60 ? `${url.slice(0, 60)}…` : url);
  const message = `Unexpected link to ${shown}, expected https, mailto, tel, #section or a policy.`;
  return { rule: 'prose/link', offset, length, message, help: targetHelp(url) };
}

function destination(node: LinkNode, source: string): ProseLink {
  const { url } = node;
  const start = startOf(node);
  const end = endOf(node);
  const found = source.indexOf(url, destinationStart(node, source));
  const isFound = found >= 0 && found + url.length <= end && url !== '';
  return isFound ? { offset: found, length: url.length, url } : { offset: start, length: end - start, url };
}

function destinationStart(node: LinkNode, source: string): number {
  const start = startOf(node);
  if (source[start] === '<') return start + 1;
  if (isBare(node, source)) return start;
  const last = node.type === 'link' ? node.children.at(-1) : undefined;
  const labelEnd = last ? endOf(last) : start;
  return source.indexOf(node.type === 'link' ? '](' : ']:', labelEnd) + 2;
}

function contextRanges(markdown: string): ProseRange[] {
  const ranges: ProseRange[] = [];
  const source = maskQuotations(markdown);
  inspectNode(markdownTree(source), 0, (node) => {
    const range = { start: startOf(node), end: endOf(node) };
    if (node.type === 'code' || node.type === 'inlineCode') ranges.push({ ...range, context: 'code' });
    if (node.type === 'definition') ranges.push({ ...range, context: 'link-url' });
    if (node.type === 'linkReference') ranges.push({ ...range, context: 'link-text' });
    if (node.type === 'link' && isBare(node, source)) ranges.push({ ...range, context: 'link-text' });
    if (node.type !== 'link' || isBare(node, source)) return;
    const middle = source[range.start] === '<' ? range.start : destinationStart(node, source);
    ranges.push({ start: range.start, end: middle, context: 'link-text' });
    ranges.push({ start: middle, end: range.end, context: 'link-url' });
  });
  return ranges;
}

function startOf(node: Node): number {
  return node.position?.start.offset ?? 0;
}

function endOf(node: Node): number {
  return node.position?.end.offset ?? 0;
}

const name = '[a-z0-9][a-z0-9-]*';
const siteLink = new RegExp(`^(?:#${name}|(?:${name}|(?:/${name})+/?)(?:#${name})?)$`);
const mailSubject = String.raw`\?subject=(?:[\w.~!*'()-]|%(?![01]|7[Ff])[0-9A-Fa-f]{2})*`;
const mailLink = new RegExp(`^mailto:[\\w.+'-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+(?:${mailSubject})?$`);
const phoneLink = /^tel:\+?[0-9][0-9.()-]*$/;

// What a sealed text links to stays as it was published, also where today's check would refuse it.
function isAllowed(url: string): boolean {
  return siteLink.test(url) || mailLink.test(url) || phoneLink.test(url) || isWebAddress(url);
}

// What a quotation stands for may be a word, a mail address, a telephone number, or a host.
function couldBeTarget(written: string): boolean {
  return ['x', 'x@x.example', '112', 'x.example'].some((value) =>
    isTarget(written.replace(quotations, value)),
  );
}

// Refuses user names, and characters that programs read differently, written out or percent-encoded.
function isWebAddress(url: string): boolean {
  if (!/^https?:\/\/[\p{L}\p{M}\p{N}.-]+(?::\d+)?(?:[/?#]|$)/u.test(url)) return false;
  if (/[\p{C}\p{Z}\\<>"`]|%(?![0-9a-f]{2})|%[01][0-9a-f]|%5c|%7f/iu.test(url)) return false;
  return URL.canParse(url);
}

function hasRefusedLink(node: Node): boolean {
  if (isRefusedLink(node)) return true;
  return 'children' in node && node.children.some(hasRefusedLink);
}

function isRefusedLink(node: Node): node is LinkNode {
  return (node.type === 'link' || node.type === 'definition') && !isAllowed(node.url);
}

function withoutLinks(tree: Tree): Tree {
  inspectNode(tree, 0, (node) => {
    if (isRefusedLink(node)) node.url = '';
  });
  return tree;
}

function finishHtml(parent: Html | Element, address: (url: string) => string): void {
  parent.children = contentOf(parent).flatMap((node) =>
    node.type === 'element' ? finishElement(node, address) : [node],
  );
}

function contentOf({ children }: Html | Element): Element['children'] {
  // Sanitised HTML has no doctype, and without one a root holds what an element holds.
  return children as Element['children'];
}

function finishElement(element: Element, address: (url: string) => string): Element['children'] {
  finishHtml(element, address);
  const { tagName, properties, children } = element;
  if (tagName === 'th') properties.scope = 'col';
  if (tagName !== 'a') return [element];
  const url = String(properties.href ?? '');
  if (url === '') return children;
  properties.href = address(url);
  if (isOfWeb(url)) properties.rel = webRelation;
  if (isOwnText(url, textOf(element))) properties.className = [ownText];
  return [element];
}

function textOf(node: Element['children'][number]): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}

// A caption stands in its table; in Markdown it follows it.
function placeCaptions(parent: Html | Element): void {
  const isCaption = (node: Element['children'][number]) =>
    node.type === 'element' && node.tagName === 'caption';
  const children = contentOf(parent);
  for (const [index, child] of children.entries()) {
    if (child.type === 'element') placeCaptions(child);
    const table = children.slice(0, index).findLast((node) => node.type === 'element');
    if (isCaption(child) && table?.tagName === 'table')
      table.children.unshift({ type: 'text', value: '\n' }, child);
  }
  if (!children.some(isCaption) || (parent.type === 'element' && parent.tagName === 'table')) return;
  parent.children = children.filter(
    (node, index) => !isCaption(node) && !isCaption(children[index + 1] ?? node),
  );
}

// In the order of the text, as they were found in it.
function nameClauses(parent: Html | Element, places: ClausePlace[], citeAt: string): void {
  const isOfClauses = parent.type === 'element' && parent.tagName === 'ul' && parent.properties.className;
  for (const child of contentOf(parent)) {
    if (child.type !== 'element') continue;
    const place = isOfClauses && child.tagName === 'li' ? places.shift() : undefined;
    nameClauses(child, places, citeAt);
    if (!place) continue;
    child.properties.id = place.id;
    addSign(child, place, citeAt);
  }
}

// As beside a heading: behind the words of the clause, before what stands below it.
function addSign(item: Element, { id, label }: ClausePlace, citeAt: string): void {
  const [first] = item.children.filter(({ type }) => type === 'element');
  const line = first?.type === 'element' && first.tagName === 'p' ? first : item;
  const below = line.children.findIndex((node) => node.type === 'element' && blocks.has(node.tagName));
  const end = below < 0 ? line.children.length : below;
  const before = line.children[end - 1];
  const at = before?.type === 'text' && before.value.trim() === '' ? end - 1 : end;
  const properties = { className: ['anchor'], href: `${citeAt}#${id}`, ariaLabel: label };
  const children = [{ type: 'text' as const, value: '#' }];
  line.children.splice(at, 0, {
    type: 'element',
    tagName: 'a',
    properties,
    children,
  });
}

const blocks = new Set(['p', 'ul', 'ol', 'dl', 'pre', 'blockquote', 'table', 'hr']);

function unwrap(html: Html): Html {
  const [only, ...others] = html.children;
  const isParagraph = only?.type === 'element' && only.tagName === 'p' && others.length === 0;
  return isParagraph ? { type: 'root', children: only.children } : html;
}

function renderPlain(text: string, wrap: 'block' | 'inline'): string {
  const paragraphs = plainParagraphs(text.replace(/&/g, '&amp;').replace(/</g, '&lt;'));
  if (wrap === 'inline' && paragraphs.length === 1) return paragraphs.join('');
  return paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n');
}

function plainTree(text: string, wrap: 'block' | 'inline'): Element['children'] {
  const texts = plainParagraphs(text).map((value) => ({ type: 'text' as const, value }));
  if (wrap === 'inline' && texts.length === 1) return texts;
  return texts.flatMap((child, index): Element['children'] => {
    const paragraph = { type: 'element' as const, tagName: 'p', properties: {}, children: [child] };
    return index > 0 ? [{ type: 'text', value: '\n' }, paragraph] : [paragraph];
  });
}

function plainParagraphs(text: string): string[] {
  const blocks = text.split(/\n{2,}/).map((block) => block.replace(/^\n+|\n+$/g, ''));
  return blocks.filter((block) => block !== '');
}

function blockTexts(node: Node): string[] {
  if (node.type === 'html' || node.type === 'definition') return [];
  const isLeaf = node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableRow';
  if (isLeaf || !('children' in node)) return [collapse(inlineText(node))];
  return node.children.flatMap(blockTexts);
}

function inlineText(node: Node): string {
  if (node.type === 'html') return '';
  if (node.type === 'break') return ' ';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(inlineText).join(node.type === 'tableRow' ? ' ' : '') : '';
}

// Not \s: a no-break space is part of the text.
function collapse(text: string): string {
  return text.replace(/[ \t\r\n]{2,}|[\t\r\n]/g, ' ').replace(/^ | $/g, '');
}
