import type { Element, ElementContent, Text } from 'hast';
import { toMdast } from 'hast-util-to-mdast';
import type { Nodes, Parent } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { type Handle, toMarkdown } from 'mdast-util-to-markdown';
import { emptyNode } from '../text/empty-texts.ts';
import { escapeMark, foreignMarksInPlain } from '../text/foreign-marks.ts';
import { withoutBreaks } from '../text/line-break.ts';
import { addressBehind } from '../text/link-target.ts';
import { inspectProse, type ProseFault } from '../text/prose.ts';
import { attribute, childrenNamed, elementsIn, isApart, isElement, textOf } from './tree.ts';

/** How the links of a text are written: the destination, or nothing where it is not known whither it leads now. */
export type LinkTo = (href: string) => string | undefined;

/**
 * Writes a block of a page as the Markdown of a policy, every word of it. What the Markdown of a policy does not have
 * becomes what it has: pictures their text, headings in lists bold lines, lists in cells one line of items that semicolons part.
 */
export function markdownOf(block: Element, linkTo: LinkTo): string {
  const tree = withoutNothing(toMdast({ type: 'root', children: plain([block], linkTo, 'block') }));
  const text = toMarkdown(tree, {
    bullet: '-',
    emphasis: '*',
    strong: '*',
    rule: '-',
    fences: true,
    extensions: [gfmTableToMarkdown({ tablePipeAlign: false })],
    handlers: { text: textWithAddresses },
  });
  return withoutMarks(withoutMeanings(withoutBraces(withLists(withoutBlanks(tidy(text))))));
}

// An item, a paragraph or a quotation that shows nothing goes, and so does a mark that breaks a line where none is below.
function withoutNothing<T extends Nodes>(node: T): T {
  if (!('children' in node)) return node;
  for (const child of node.children) withoutNothing(child);
  const children: Nodes[] = node.children;
  const isKept = (child: Nodes) => !emptyNode(child) && (child.type !== 'list' || child.children.length > 0);
  children.splice(0, children.length, ...children.filter(isKept));
  if (node.type === 'paragraph') trimEnd(node);
  return node;
}

// No mark of a line break at the end, and no space, which would hide the meaning of a mark beside it: "-\u00a0".
function trimEnd(node: Parent): void {
  for (let last = node.children.at(-1); last; last = node.children.at(-1)) {
    if (last.type === 'text') last.value = last.value.trimEnd();
    const isNothing = last.type === 'break' || (last.type === 'text' && last.value === '');
    if (!isNothing) {
      if ('children' in last) trimEnd(last);
      return;
    }
    node.children.pop();
  }
}

// Between two lists a no-break space alone is a paragraph that shows nothing.
function withoutBlanks(text: string): string {
  return text.replace(/^[ \t]*\u00a0[ \t\u00a0]*\n\n/gm, '');
}

// In an address that stands in a text a backslash is part of it; behind its last letter or figure it has ended.
const address = /((?:https?:\/\/|www\.)[^\s<>]*[\p{L}\p{N}/])/u;

const textWithAddresses: Handle = ({ value }: { value: string }, _parent, state, info) => {
  if (state.stack.includes('label')) return state.safe(value, info);
  const parts = value.split(address);
  return parts
    .map((part, index) => {
      const [before, after] = [parts[index - 1]?.at(-1), parts[index + 1]?.at(0)];
      // A tag that follows at once would stand in the address, where no backslash takes its meaning from it.
      if (index % 2 === 1 && !/^[^\s<]*</.test(parts.slice(index + 1).join(''))) return part;
      if (index % 2 === 1) return state.safe(part, info).replace(/:(?=\/\/)|(?<=^www)\./g, '\\$&');
      return state.safe(part, { ...info, ...(before && { before }), ...(after && { after }) });
    })
    .join('');
};

// What means something in another dialect of Markdown was text to those who read the source.
function withoutMarks(text: string): string {
  let shown = text;
  for (let mark = markIn(shown); mark; ) {
    const { message } = mark;
    const { escaped, at } = escapeMark(shown, mark);
    shown = escaped;
    mark = markIn(shown);
    // One that a backslash does not take its meaning from is told by the check of what came in.
    if (mark?.message === message && mark.offset <= at + 1) return text;
  }
  return shown;
}

function markIn(text: string): ProseFault | undefined {
  if (!/~~|\\$/m.test(text) && foreignMarksInPlain(text).length === 0) return undefined;
  return inspectProse(text).faults.find(({ rule }) => rule === 'prose/mark');
}

/** Writes what stands in a cell or after a term as one line of Markdown. */
export function lineOf(element: Element, linkTo: LinkTo): string {
  const inside: Element = {
    type: 'element',
    tagName: 'p',
    properties: {},
    children: oneLine(element, linkTo),
  };
  return withoutBreaks(markdownOf(inside, linkTo))
    .replace(/\s*\n\s*/g, ' ')
    .trim();
}

// Braces in pairs quote a fact.
function withoutBraces(text: string): string {
  return text.replace(/\{(?=\{)/g, '{\\').replace(/\}(?=\})/g, '}\\');
}

// A line that begins with a colon would say what the line above it means.
function withoutMeanings(text: string): string {
  return text.replace(/^((?:[ \t>]|[-*+] |\d{1,9}[.)] )*):(?=[ \t])/gm, '$1\\:');
}

function tidy(text: string): string {
  return text
    .replace(/&#x20;/g, ' ')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const bullet = /^([ \t]*)((?:[-*+] |\d{1,9}[.)] )*)[•●○▪◦‣·][ \t\u00a0]+/;

// A hyphen beside a letter is a bullet where another stands below or above it: alone it may be half of a compound.
const stuck = /^([ \t]*)-(?=\p{L})/u;

// A list that was typed with bullets is a list; a line break before an item is none any more.
function withLists(text: string): string {
  const typed = text.split('\n');
  const lines = typed.map((line, index) =>
    stuck.test(typed[index - 1] ?? '') || stuck.test(typed[index + 1] ?? '')
      ? line.replace(stuck, '$1• ')
      : line,
  );
  const isItem = (line: string | undefined) => line !== undefined && bullet.test(line);
  const isEmpty = (index: number) => lines[index] !== undefined && withoutBreaks(lines[index]).trim() === '';
  // The lines down to an item, where nothing else stands before it.
  const endsAtItem = (index: number): boolean =>
    isItem(lines[index + 1]) || (isEmpty(index + 1) && lines[index + 1] !== '' && endsAtItem(index + 1));
  return lines
    .map((line, index) => (isItem(line) || endsAtItem(index) ? withoutBreaks(line) : line))
    .map((line) => line.replace(bullet, (_, indent, marks) => indent + (marks || '- ')))
    .join('\n');
}

type Around = 'block' | 'line';

function plain(nodes: readonly ElementContent[], linkTo: LinkTo, around: Around): ElementContent[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return [{ type: 'text' as const, value: node.value }];
    return isElement(node) ? plainElement(node, linkTo, around) : [];
  });
}

const kept = new Set(
  'p strong em code pre a ul ol li blockquote table thead tbody tfoot tr th td'.split(' '),
);
const renamed = new Map([
  ['b', 'strong'],
  ['i', 'em'],
  ['cite', 'em'],
  ['kbd', 'code'],
  ['samp', 'code'],
  ['tt', 'code'],
]);

function plainElement(node: Element, linkTo: LinkTo, around: Around): ElementContent[] {
  const { tagName } = node;
  const text = textOf(node);
  if (tagName === 'br') return around === 'line' ? [space] : [made('br', [])];
  if (tagName === 'img') return text ? [{ type: 'text', value: text }] : [];
  if (tagName === 'a') return linkOf(node, linkTo, around);
  if (text === '') return spaceIn(node);
  if (/^h[1-6]$/.test(tagName)) return [made('p', [made('strong', [{ type: 'text', value: text }])])];
  if (tagName === 'table') return tableOf(node, linkTo);
  if (tagName === 'dl') return plain(termsOf(node), linkTo, around);
  const name = renamed.get(tagName) ?? tagName;
  if (name === 'ol') return [made('ol', plain(childrenNamed(node, 'li'), linkTo, around), startOf(node))];
  if (name === 'strong' || name === 'em') return emphasised(name, node, linkTo, around);
  const children = plain(node.children, linkTo, around);
  if (name === 'p') return [made(name, unindented(children))];
  if (kept.has(name)) return [made(name, children)];
  // A group of lines that stands in a paragraph is a paragraph of its own.
  return isApart(node) && !children.some(isApart) ? [made('p', children)] : children;
}

// A link or mark around a space is a space.
function spaceIn(node: Element): ElementContent[] {
  const isSpace = !isApart(node) && [node, ...elementsIn(node.children)].some(holdsText);
  return isSpace ? [space] : [];
}

function holdsText({ children }: Element): boolean {
  return children.some((child) => child.type === 'text' && child.value !== '');
}

// Behind spaces a number would be the mark of a list once they are gone.
function unindented([first, ...rest]: ElementContent[]): ElementContent[] {
  if (first?.type !== 'text') return first ? [first, ...rest] : rest;
  return [{ ...first, value: first.value.trimStart() }, ...rest];
}

// Marks around spaces or around other marks would stand in the text as marks.
function emphasised(name: string, node: Element, linkTo: LinkTo, around: Around): ElementContent[] {
  const children = plain(node.children, linkTo, around);
  if (children.some(isApart)) return children;
  const inner = children.flatMap((child) =>
    isElement(child) && child.tagName === name ? child.children : [child],
  );
  const { before, middle, after } = trimmed(inner);
  return [...before, made(name, middle), ...after];
}

function trimmed(nodes: ElementContent[]) {
  const first = nodes[0];
  const last = nodes.at(-1);
  const startsApart = first?.type === 'text' && /^\s/.test(first.value);
  const endsApart = last?.type === 'text' && /\s$/.test(last.value);
  const middle = nodes.map((node, index) =>
    node.type === 'text'
      ? {
          ...node,
          value: trimAt(node.value, index === 0, index === nodes.length - 1),
        }
      : node,
  );
  return { before: startsApart ? [space] : [], middle, after: endsApart ? [space] : [] };
}

function trimAt(value: string, start: boolean, end: boolean): string {
  const cut = start ? value.trimStart() : value;
  return end ? cut.trimEnd() : cut;
}

const space: Text = { type: 'text', value: ' ' };

function made(tagName: string, children: ElementContent[], properties: Element['properties'] = {}): Element {
  return { type: 'element', tagName, properties, children };
}

function startOf(list: Element): Element['properties'] {
  const start = Number(list.properties.start ?? 1);
  return Number.isInteger(start) && start > 1 ? { start } : {};
}

function linkOf(node: Element, linkTo: LinkTo, around: Around): ElementContent[] {
  const text = textOf(node);
  const href = attribute(node, 'href');
  const children = plain(node.children, linkTo, around);
  if (text === '') return spaceIn(node);
  const to = href === undefined ? undefined : linkTo(addressBehind(href) ?? href);
  if (to === undefined || !isAccepted(to))
    return children.some(isApart) ? [{ type: 'text', value: text }] : children;
  // A link around blocks is a link around the words in them.
  const { before, middle, after } = trimmed(
    children.some(isApart) ? [{ type: 'text', value: text }] : children,
  );
  return [...before, made('a', middle, { href: to }), ...after];
}

function isAccepted(to: string): boolean {
  return inspectProse(`[x](<${to}>)`).faults.length === 0;
}

function termsOf(list: Element): Element[] {
  const items = list.children
    .filter(isElement)
    .flatMap((node) => (node.tagName === 'div' ? node.children : [node]));
  return items
    .filter(isElement)
    .map((node) =>
      node.tagName === 'dt' ? made('p', [made('strong', node.children)]) : made('p', node.children),
    );
}

function tableOf(table: Element, linkTo: LinkTo): ElementContent[] {
  const rows = rowsOf(table);
  const width = Math.max(...rows.map((row) => row.length), 0);
  const [head, ...body] = rows;
  if (!head || width === 0) return [];
  if (width === 1 || body.length === 0)
    return rows.flatMap((row) => row.map((cell) => made('p', oneLine(cell, linkTo))));
  const cells = (row: Element[], name: string) =>
    Array.from({ length: width }, (_, index) => {
      const cell = row[index];
      return made(name, cell ? oneLine(cell, linkTo) : []);
    });
  const title = childrenNamed(table, 'caption').map((caption) =>
    made('p', plain(caption.children, linkTo, 'line')),
  );
  return [
    ...title,
    made('table', [
      made('thead', [made('tr', cells(head, 'th'))]),
      made(
        'tbody',
        body.map((row) => made('tr', cells(row, 'td'))),
      ),
    ]),
  ];
}

/** The cells of a table, row by row; a table inside a cell counts as its text. */
export function rowsOf(table: Element): Element[][] {
  const parts = [table, ...childrenNamed(table, 'thead', 'tbody', 'tfoot')];
  const rows = parts.flatMap((part) => childrenNamed(part, 'tr'));
  return rows
    .map((row) => childrenNamed(row, 'th', 'td'))
    .filter((row) => row.some((cell) => textOf(cell) !== ''));
}

function oneLine(cell: Element, linkTo: LinkTo): ElementContent[] {
  const lines = linesOf(cell.children, false);
  return lines.flatMap(({ nodes, isItem }, index) => {
    const last = lines[index - 1];
    const line = plain(nodes, linkTo, 'line');
    // Items that no mark parts would run together.
    const isParted = !(isItem && last?.isItem) || /[.;,:!?]\s*$/.test(last.nodes.map(textOf).join(''));
    const mark = isParted ? space : { ...space, value: '; ' };
    return last ? [mark, ...line] : line;
  });
}

type CellLine = { nodes: ElementContent[]; isItem: boolean };

function linesOf(nodes: readonly ElementContent[], isItem: boolean): CellLine[] {
  const lines: CellLine[] = [];
  let line: ElementContent[] = [];
  for (const node of nodes) {
    if (!isApart(node)) {
      line.push(node);
      continue;
    }
    const inner = isElement(node) ? linesOf(node.children, isItem || node.tagName === 'li') : [];
    lines.push({ nodes: line, isItem }, ...inner);
    line = [];
  }
  return [...lines, { nodes: line, isItem }].filter((found) =>
    found.nodes.some((node) => textOf(node) !== ''),
  );
}
