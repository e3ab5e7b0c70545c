import type { Nodes, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Entry, PageBlock, PageSection, PolicyPage } from '../../page/page-model.ts';
import { escapeHtml } from '../../text/html.ts';

// What a comparison reads of a page: its sections as flat lists of texts. White space is folded as browsers fold it,
// outside code; a line break is a newline.

export type TextKind = 'heading' | 'paragraph' | 'item' | 'cell' | 'term' | 'code' | 'title';

/** How a run of text is shown; `href` is the target as it is written. */
export type Marks = { strong?: true; em?: true; code?: true; href?: string };

export type Span = Marks & { text: string };

/** The place of a table cell, in words a reader knows; `line` is the same for the cells of one row. */
export type CellPlace = { table: string; row: string; column: string; line: string };

/** One paragraph, list item, table cell, heading, term … with its marks. It never is empty. */
export type TextBlock = {
  kind: TextKind;
  /** What shows beside the words, such as the kind of a callout or list. */
  form: string;
  text: string;
  spans: Span[];
  /** Its place among the texts of the page. */
  index: number;
  cell?: CellPlace;
};

export type TextTable = {
  caption: TextBlock[];
  columns: TextBlock[][];
  rows: { key: string; aliases: string[]; line: string; cells: TextBlock[][] }[];
};

/** Texts in order; a table stays whole so that its rows and columns can be paired. */
export type TextUnit = { type: 'text'; block: TextBlock } | { type: 'table'; table: TextTable };

export type TextSection = {
  id: string;
  aliases: string[];
  number?: string;
  title: string;
  level: 2 | 3;
  heading: TextBlock[];
  units: TextUnit[];
  sections: TextSection[];
};

type Piece = { kind: TextKind; form: string; spans: Span[] };
type Reading = { kind: TextKind; form: string; marks: Marks; isCode: boolean };

/** The id of the section that stands for what a page says before its first section. */
export const openingId = '_opening';

/** Reads the texts of a page: its opening as a first section, then all others. */
export function readPageText(page: PolicyPage): TextSection[] {
  const reader = makeReader();
  return [readOpening(page, reader), ...page.sections.map((section) => readSection(section, 2, reader))];
}

/** All texts of sections in the order they are read. */
export function textsOf(sections: readonly TextSection[]): TextBlock[] {
  return sections.flatMap((section) => [...ownTexts(section), ...textsOf(section.sections)]);
}

/** The texts of a section without those of its subsections, heading first. */
export function ownTexts({ heading, units }: Pick<TextSection, 'heading' | 'units'>): TextBlock[] {
  return [...heading, ...units.flatMap(unitTexts)];
}

/** The texts of a table or a single text. */
export function unitTexts(unit: TextUnit): TextBlock[] {
  if (unit.type === 'text') return [unit.block];
  const { caption, columns, rows } = unit.table;
  return [...caption, ...columns.flat(), ...rows.flatMap(({ cells }) => cells.flat())];
}

type Reader = ReturnType<typeof makeReader>;

// Counts the texts and the tables of one page.
function makeReader() {
  let blocks = 0;
  let tables = 0;
  const toBlock = (piece: Piece, cell?: CellPlace): TextBlock[] => {
    const text = piece.spans.map((span) => span.text).join('');
    if (text === '') return [];
    return [{ ...piece, text, index: blocks++, ...(cell && { cell }) }];
  };
  return {
    html: (html: string, kind: TextKind = 'paragraph', form = '') =>
      readHtml(html, { kind, form }).flatMap((piece) => toBlock(piece)),
    plain: (text: string, kind: TextKind, form = '') =>
      readHtml(escapeHtml(text), { kind, form }).flatMap((piece) => toBlock(piece)),
    cell: (html: string, place: CellPlace) =>
      readHtml(html, { kind: 'cell', form: '' }).flatMap((piece) => toBlock(piece, place)),
    line: () => `${tables}`,
    nextTable: () => {
      tables += 1;
    },
  };
}

function readOpening({ title, kicker, leadHtml }: PolicyPage, reader: Reader): TextSection {
  return {
    id: openingId,
    aliases: [],
    title,
    level: 2,
    heading: reader.plain(title, 'title'),
    units: [
      ...texts(kicker ? reader.plain(kicker, 'paragraph', 'kicker') : []),
      ...(leadHtml ? readBlock({ type: 'html', html: leadHtml }, reader) : []),
    ],
    sections: [],
  };
}

function readSection(section: PageSection, level: 2 | 3, reader: Reader): TextSection {
  const { id, aliases, number, title } = section;
  const heading = reader.plain(title, 'heading');
  const units = section.blocks.flatMap((block) => readBlock(block, reader));
  const sections = section.sections.map((inner) => readSection(inner, 3, reader));
  return { id, aliases, ...(number && { number }), title, level, heading, units, sections };
}

function texts(blocks: readonly TextBlock[]): TextUnit[] {
  return blocks.map((block) => ({ type: 'text', block }));
}

function readBlock(block: PageBlock, reader: Reader): TextUnit[] {
  switch (block.type) {
    case 'html':
      return readProse(block.html, '', reader);
    case 'callout':
      return [
        ...texts(reader.plain(block.title, 'title', `callout ${block.tone}`)),
        ...readProse(block.html, 'callout', reader),
      ];
    case 'table':
      return [readTable(block, reader)];
    case 'list':
      return texts(block.items.flatMap(({ html }) => reader.html(html, 'item')));
    case 'details':
      return block.items.flatMap(({ title, note, entries }) => [
        ...texts(title ? reader.plain(title, 'title') : []),
        ...(note ? readProse(note, '', reader) : []),
        ...entries.flatMap((entry) => readEntry(entry, reader)),
      ]);
    case 'definitions':
      return block.items.flatMap((entry) => readEntry(entry, reader));
    case 'versions':
      return [];
    case 'cards':
      return block.items.flatMap(({ title, html }) => [
        ...texts(reader.plain(title, 'title')),
        ...readProse(html, '', reader),
      ]);
    case 'steps':
      return block.items.flatMap(({ title, steps }) => [
        ...texts(reader.plain(title, 'title')),
        ...texts(steps.flatMap((html) => reader.html(html, 'item', 'numbered'))),
      ]);
    case 'contact':
      return [
        ...texts(reader.plain(block.title, 'title')),
        ...texts(block.name ? reader.plain(block.name, 'paragraph') : []),
        ...block.entries.flatMap((entry) => readEntry(entry, reader)),
      ];
    case 'policy':
      // The card says what the other policy is called today; which policy it is, is this page's own statement.
      return texts(reader.plain(block.slug, 'paragraph', 'policy'));
  }
}

function readEntry({ term, html }: Entry, reader: Reader): TextUnit[] {
  return [...texts(reader.plain(term, 'term')), ...readProse(html, 'entry', reader)];
}

// Markdown may hold tables between its paragraphs.
function readProse(html: string, form: string, reader: Reader): TextUnit[] {
  if (!html.includes('<table')) return texts(reader.html(html, 'paragraph', form));
  return html
    .split(/(<table>.*?<\/table>)/s)
    .flatMap((part) =>
      part.startsWith('<table>')
        ? [readTable(readMarkdownTable(part), reader)]
        : texts(reader.html(part, 'paragraph', form)),
    );
}

type TableBlock = Pick<Extract<PageBlock, { type: 'table' }>, 'caption' | 'columns' | 'head' | 'rows'>;

function readTable(block: TableBlock & { headHtml?: string[] }, reader: Reader): TextUnit {
  const { caption, columns, head, rows } = block;
  reader.nextTable();
  const table = reader.line();
  const place = (line: string, row: string, column: string) => ({ table: caption, row, column, line });
  return {
    type: 'table',
    table: {
      caption: reader.plain(caption, 'title'),
      columns: columns.map((column, index) =>
        reader.cell(block.headHtml?.[index] ?? escapeHtml(column), place(`${table}.0`, '', column)),
      ),
      rows: rows.map(({ id, aliases = [], cells }, index) => {
        const line = `${table}.${index + 1}`;
        const name = plainText(cells[head] ?? '');
        return {
          key: id ?? name,
          aliases,
          line,
          cells: cells.map((html, column) => reader.cell(html, place(line, name, columns[column] ?? ''))),
        };
      }),
    },
  };
}

function readMarkdownTable(html: string): TableBlock & { headHtml: string[] } {
  const lines = [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, line = '']) =>
    [...line.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => cell),
  );
  const [headHtml = [], ...rows] = lines;
  return {
    caption: '',
    columns: headHtml.map(plainText),
    headHtml,
    head: 0,
    rows: rows.map((cells) => ({ cells })),
  };
}

function plainText(html: string): string {
  return readHtml(html, { kind: 'cell', form: '' })
    .flatMap(({ spans }) => spans.map(({ text }) => text))
    .join('');
}

const blockElements = new Set([
  ...['p', 'ul', 'ol', 'li', 'blockquote', 'pre', 'hr', 'div', 'dl', 'dt', 'dd'],
  ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
]);
const silentElements = new Set(['script', 'style', 'template']);

function readHtml(html: string, { kind, form }: Pick<Piece, 'kind' | 'form'>): Piece[] {
  const reading = { kind, form, marks: {}, isCode: false };
  const pieces: Piece[] = [{ kind, form, spans: [] }];
  const isPlain = !/[<&\r\0]/.test(html);
  const nodes: RootContent[] = isPlain
    ? [{ type: 'text', value: html }]
    : fromHtml(html, { fragment: true }).children;
  for (const node of nodes) collect(node, reading, pieces);
  return pieces.map(finish).filter(({ spans }) => spans.length > 0);
}

// Every element that is a block begins a piece, and what follows it another.
function collect(node: Nodes, reading: Reading, pieces: Piece[]): void {
  if (node.type === 'text') addText(node.value, reading, pieces);
  if (node.type !== 'element' || silentElements.has(node.tagName)) return;
  if (node.tagName === 'br') addSpan({ ...reading.marks, text: '\n' }, pieces);
  const inner = readingOf(node.tagName, node.properties.href, reading);
  const isBlock = blockElements.has(node.tagName);
  if (isBlock) pieces.push({ kind: inner.kind, form: inner.form, spans: [] });
  for (const child of node.children) collect(child, inner, pieces);
  if (isBlock) pieces.push({ kind: reading.kind, form: reading.form, spans: [] });
}

function readingOf(tagName: string, href: unknown, reading: Reading): Reading {
  const { marks, form } = reading;
  switch (tagName) {
    case 'strong':
      return { ...reading, marks: { ...marks, strong: true } };
    case 'em':
      return { ...reading, marks: { ...marks, em: true } };
    case 'code':
      return reading.isCode ? reading : { ...reading, marks: { ...marks, code: true } };
    case 'a':
      return typeof href === 'string' && href !== '' ? { ...reading, marks: { ...marks, href } } : reading;
    case 'pre':
      return { ...reading, kind: 'code', isCode: true };
    case 'ol':
      return { ...reading, form: 'numbered' };
    case 'ul':
      return { ...reading, form: '' };
    case 'li':
      return { ...reading, kind: 'item' };
    case 'blockquote':
      return { ...reading, form: [form, 'quote'].filter(Boolean).join(' ') };
    default:
      return reading;
  }
}

function addText(value: string, { marks, isCode }: Reading, pieces: Piece[]): void {
  addSpan({ ...marks, text: isCode ? value : value.replaceAll(/[ \t\n\f\r]+/g, ' ') }, pieces);
}

function addSpan(span: Span, pieces: Piece[]): void {
  const spans = pieces.at(-1)?.spans;
  const last = spans?.at(-1);
  if (last && hasSameMarks(last, span)) last.text += span.text;
  else spans?.push(span);
}

/** Tells whether two runs of text look alike and lead to the same place. */
export function hasSameMarks(one: Marks, other: Marks): boolean {
  return (
    one.strong === other.strong && one.em === other.em && one.code === other.code && one.href === other.href
  );
}

function finish({ kind, form, spans }: Piece): Piece {
  if (kind === 'code') {
    const text = spans
      .map((span) => span.text)
      .join('')
      .replace(/\n$/, '');
    return { kind, form, spans: text === '' ? [] : [{ text }] };
  }
  return { kind, form, spans: foldSpaces(spans) };
}

// As browsers fold: no space at either end, none beside a line break, none after another.
function foldSpaces(spans: readonly Span[]): Span[] {
  const folded: Span[] = [];
  let before = '\n';
  for (const span of spans) {
    const text = (before === ' ' || before === '\n' ? span.text.replace(/^ /, '') : span.text).replaceAll(
      / ?\n ?/g,
      '\n',
    );
    if (text === '') continue;
    const last = folded.at(-1);
    if (text.startsWith('\n') && last?.text.endsWith(' ')) last.text = last.text.slice(0, -1);
    folded.push({ ...span, text });
    before = text.at(-1) ?? before;
  }
  const last = folded.at(-1);
  if (last) last.text = last.text.replace(/[ \n]+$/, '');
  return folded.filter(({ text }) => text !== '');
}
