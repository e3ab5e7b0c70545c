import type { Element, ElementContent, Text } from 'hast';
import { makeMemory, oncePer } from '../../memory.ts';
import type { ComparedPage, Entry, PageBlock, PageSection, SectionLevel } from '../../page/page-model.ts';
import { type Part, type Piece, partTree } from '../../page/piece.ts';
import type { PolicyPlace } from '../../resolve/address.ts';
import { mayLink } from '../../text/prose.ts';
import { type QuotedRun, quotedRuns } from '../../text/quoted.ts';

// What a comparison reads of a page: its sections as flat lists of texts. White space is folded as browsers fold it,
// outside code; a line break is a newline.

/**
 * Stands between two texts where several of one version are in the place of one of the other: the separator that Unicode
 * has for paragraphs. No text of a policy holds one.
 */
export const textBreak = '\u2029';

type TextKind = 'heading' | 'paragraph' | 'item' | 'cell' | 'term' | 'code' | 'title';

/** How a run of text is shown; `href` is the target as it is written. */
export type Marks = { strong?: true; em?: true; code?: true; href?: string };

/** A run of text of one look; `quote` is the path of the fact that it quotes. */
export type Span = Marks & { text: string; quote?: string };

/** What a text is, and its path in the policy, which our own words do not have. */
type TextSource = { sort: Part['sort']; path?: string };

/** The place of a table cell, in words a reader knows; `line` is the same for the cells of one row. */
export type CellPlace = { table: string; row: string; column: string; line: string };

/**
 * Where a list item stands: in how many lists, and the number it shows. The first of a list that does not begin with 1 says
 * so, and so does a text that goes on below the first of its item.
 */
export type ItemPlace = { depth: number; number?: number; isStart?: true; goesOn?: true };

/** One paragraph, list item, table cell, heading, term … with its marks. It never is empty. */
export type TextBlock = {
  kind: TextKind;
  /** What shows beside the words, such as the kind of a callout or list. */
  form: string;
  item?: ItemPlace;
  text: string;
  /** Where it comes from; of several parts the first counts. */
  source: TextSource;
  spans: Span[];
  /** Its place among the texts of the page. */
  index: number;
  cell?: CellPlace;
  /** The texts it was joined from, if it was. */
  texts?: readonly TextBlock[];
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
  level: SectionLevel;
  heading: TextBlock[];
  units: TextUnit[];
  sections: TextSection[];
};

/** One part of a page and what of its tree is read. */
type Sourced = { part: Part; nodes: readonly ElementContent[] };

type Passage = { kind: TextKind; form: string; item?: ItemPlace; source?: TextSource; spans: Span[] };
type Read = Passage & { text: string };
type PartTable = { part: Part; table: Element };
type Reading = Pick<Passage, 'kind' | 'form' | 'item'> & {
  part: Part;
  marks: Marks;
  isCode: boolean;
  /** Whether a table is one by itself, or its cells are texts like others. */
  keepsTables: boolean;
  /** Where in the Markdown the text of an element begins that does not say so itself. */
  start?: number | undefined;
};

/** The id of the section that stands for what a page says before its first section. */
export const openingId = '_opening';

/** Reads the texts of a page: its opening as a first section, then all others. */
export function readPageText(page: ComparedPage): TextSection[] {
  const reader = makeReader(page);
  return [readOpening(page, reader), ...page.sections.map((section) => readSection(section, 2, reader))];
}

/** The same sections with texts of their own: what is paired is never paired with itself. */
export function copySections(sections: readonly TextSection[]): TextSection[] {
  return sections.map((section) => ({
    ...section,
    heading: copyTexts(section.heading),
    units: section.units.map(copyUnit),
    sections: copySections(section.sections),
  }));
}

function copyUnit(unit: TextUnit): TextUnit {
  if (unit.type === 'text') return { type: 'text', block: { ...unit.block } };
  const { caption, columns, rows } = unit.table;
  return {
    type: 'table',
    table: {
      caption: copyTexts(caption),
      columns: columns.map(copyTexts),
      rows: rows.map((row) => ({ ...row, cells: row.cells.map(copyTexts) })),
    },
  };
}

function copyTexts(blocks: readonly TextBlock[]): TextBlock[] {
  return blocks.map((block) => ({ ...block }));
}

/** Whether two texts are the same one, which was read once; two that were not may be equal as well. */
export function isSameText(old: TextBlock, next: TextBlock): boolean {
  return old.spans === next.spans;
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

/** Several texts as one, with a break between each and the next. */
export function joinTexts(texts: readonly TextBlock[]): TextBlock {
  const [first] = texts;
  if (!first) throw new Error('Unexpected list of no texts, expected at least one.');
  const spans = texts.flatMap((text, index) =>
    index > 0 ? [{ text: textBreak }, ...text.spans] : text.spans,
  );
  return { ...first, text: texts.map(({ text }) => text).join(textBreak), spans, texts };
}

type Reader = ReturnType<typeof makeReader>;
type Start = Pick<Reading, 'kind' | 'form' | 'keepsTables'>;

// Counts the texts and the tables of one page.
function makeReader(page: ComparedPage) {
  let blocks = 0;
  let tables = 0;
  const toBlock = (passage: Read, cell?: CellPlace): TextBlock[] => {
    const { source } = passage;
    return source ? [{ ...passage, source, index: blocks++, ...(cell && { cell }) }] : [];
  };
  const { product, slug, path } = page;
  const place = JSON.stringify([product.id, slug, path]);
  const read = (piece: Piece, start: Start) => {
    const written = JSON.stringify([start, piece]);
    return remember(mayLink(written) ? `${place} ${written}` : written, () => readPiece(piece, page, start));
  };
  const texts = (piece: Piece, kind: TextKind, form = '') =>
    onlyTexts(read(piece, { kind, form, keepsTables: false })).flatMap((passage) => toBlock(passage));
  return {
    read,
    texts,
    words: (text: string, kind: TextKind) => texts([{ sort: 'words', text }], kind),
    label: (text: string, kind: TextKind, path?: string) =>
      texts([{ sort: 'label', text, ...(path && { path }) }], kind),
    toBlocks: (passages: readonly Read[], place?: CellPlace) =>
      passages.flatMap((passage) => toBlock(passage, place)),
    nextTable: () => `${++tables}`,
  };
}

// Most texts of a version are those of the versions before it, and many are those of other policies of the product.
const remember = makeMemory<(Read | PartTable)[]>(2_000);

function readPiece(piece: Piece, place: PolicyPlace, start: Start): (Read | PartTable)[] {
  return readSourced(
    piece.map((part) => ({ part, nodes: partTree(part, place) })),
    start,
  );
}

const cellStart: Start = { kind: 'cell', form: '', keepsTables: false };
const captionStart: Start = { ...cellStart, kind: 'title' };

function readOpening({ title, kicker, lead }: ComparedPage, reader: Reader): TextSection {
  return {
    id: openingId,
    aliases: [],
    title,
    level: 2,
    heading: reader.label(title, 'title', 'title'),
    units: [
      ...texts(
        kicker ? reader.texts([{ sort: 'label', path: 'kicker', text: kicker }], 'paragraph', 'kicker') : [],
      ),
      ...(lead ? readFlow(lead, '', reader) : []),
    ],
    sections: [],
  };
}

function readSection(section: PageSection, level: SectionLevel, reader: Reader): TextSection {
  const { id, aliases, number, title } = section;
  const heading = reader.label(title, 'heading', `sections.${id}.title`);
  const units = section.blocks.flatMap((block) => readBlock(block, reader));
  const sections = section.sections.map((inner) => readSection(inner, level === 2 ? 3 : 4, reader));
  return { id, aliases, ...(number && { number }), title, level, heading, units, sections };
}

function texts(blocks: readonly TextBlock[]): TextUnit[] {
  return blocks.map((block) => ({ type: 'text', block }));
}

function readBlock(block: PageBlock, reader: Reader): TextUnit[] {
  switch (block.type) {
    case 'text':
      return readFlow(block.text, '', reader);
    case 'callout':
      return [
        ...texts(reader.texts([block.title], 'title', `callout ${block.tone}`)),
        ...readFlow(block.text, 'callout', reader),
      ];
    case 'table':
      return [readTable(block, reader)];
    case 'list':
      return texts(block.items.flatMap(({ text }) => inItem(reader.texts(text, 'item'), { depth: 1 })));
    case 'details':
      return block.items.flatMap(({ title, note, entries }) => [
        ...texts(title ? reader.label(title, 'title') : []),
        ...(note ? readFlow(note, '', reader) : []),
        ...entries.flatMap((entry) => readEntry(entry, reader)),
      ]);
    case 'definitions':
      return block.items.flatMap(({ term, text }) => [
        ...texts(reader.label(term, 'term')),
        ...readFlow(text, 'entry', reader),
      ]);
    case 'versions':
      return [];
    case 'cards':
      return block.items.flatMap(({ title, text }) => [
        ...texts(reader.texts([title], 'title')),
        ...readFlow(text, '', reader),
      ]);
    case 'steps':
      return block.items.flatMap(({ title, steps }) => [
        ...texts(reader.texts([title], 'title')),
        ...texts(
          steps.flatMap((step, index) =>
            inItem(reader.texts(step, 'item', 'numbered'), { depth: 1, number: index + 1 }),
          ),
        ),
      ]);
    case 'contact':
      return [
        ...texts(reader.label(block.title, 'title')),
        ...texts(block.name ? reader.label(block.name, 'paragraph') : []),
        ...block.entries.flatMap((entry) => readEntry(entry, reader)),
      ];
    case 'policy':
      // The card says what the other policy is called today; which policy it is, is this page's own statement.
      return texts(reader.texts([{ sort: 'fact', path: 'slug', text: block.slug }], 'paragraph', 'policy'));
  }
}

// The texts of one item, of which only the first has a bullet or number.
function inItem<T extends Pick<Passage, 'item'>>(passages: readonly T[], item: ItemPlace): T[] {
  return passages.map((passage, index) => ({
    ...passage,
    item: index === 0 ? item : { depth: item.depth, goesOn: true },
  }));
}

function readEntry({ term, text }: Entry, reader: Reader): TextUnit[] {
  return [...texts(reader.words(term, 'term')), ...readFlow(text, 'entry', reader)];
}

// Markdown may hold tables between its paragraphs.
function readFlow(piece: Piece, form: string, reader: Reader): TextUnit[] {
  const start = { kind: 'paragraph' as const, form, keepsTables: true };
  return reader
    .read(piece, start)
    .flatMap((item) =>
      'table' in item ? [toTable(readMarkdownTable(item), reader)] : texts(reader.toBlocks([item])),
    );
}

type TableBlock = Pick<Extract<PageBlock, { type: 'table' }>, 'caption' | 'columns' | 'head' | 'rows'>;

function readTable({ caption, columns, head, rows }: TableBlock, reader: Reader): TextUnit {
  const read = (piece: Piece, start: Start) => onlyTexts(reader.read(piece, start));
  const cell = (piece: Piece) => read(piece, cellStart);
  return toTable(
    {
      caption: read(caption ? [{ sort: 'label', text: caption }] : [], captionStart),
      columns: columns.map((text) => cell([{ sort: 'words', text }])),
      head,
      rows: rows.map((row) => ({ ...row, cells: row.cells.map(cell) })),
    },
    reader,
  );
}

const readMarkdownTable = oncePer(({ part, table }: PartTable): ReadTable => {
  const [columns = [], ...rows] = descendants(table, 'tr').map((line) =>
    childElements(line).map((cell) => readTexts([{ part, nodes: cell.children }], cellStart)),
  );
  const title = childElements(table).find(({ tagName }) => tagName === 'caption');
  const caption = title ? readTexts([{ part, nodes: title.children }], captionStart) : [];
  return { caption, columns, head: 0, rows: rows.map((cells) => ({ cells })) };
});

function descendants(element: Element, tagName: string): Element[] {
  return childElements(element).flatMap((child) =>
    child.tagName === tagName ? [child] : descendants(child, tagName),
  );
}

function childElements({ children }: Element): Element[] {
  return children.filter((child) => child.type === 'element');
}

type ReadTable = {
  caption: readonly Read[];
  columns: (readonly Read[])[];
  head: number;
  rows: { id?: string; aliases?: string[]; cells: (readonly Read[])[] }[];
};

function toTable({ caption, columns, head, rows }: ReadTable, reader: Reader): TextUnit {
  const table = reader.nextTable();
  const names = columns.map(plainText);
  const name = plainText(caption);
  const place = (line: string, row: string, column = '') => ({ table: name, row, column, line });
  return {
    type: 'table',
    table: {
      caption: reader.toBlocks(caption),
      columns: columns.map((column, index) => reader.toBlocks(column, place(`${table}.0`, '', names[index]))),
      rows: rows.map(({ id, aliases = [], cells }, index) => {
        const line = `${table}.${index + 1}`;
        const name = nameOf(cells[head] ?? []);
        return {
          key: id ?? name,
          aliases,
          line,
          cells: cells.map((cell, column) => reader.toBlocks(cell, place(line, name, names[column]))),
        };
      }),
    },
  };
}

// What stands under a name in lines of its own is no part of it.
function nameOf([first]: readonly Read[]): string {
  return first?.text ?? '';
}

function plainText(cell: readonly Read[]): string {
  return cell.map(({ text }) => text).join('');
}

const blockElements = new Set([
  ...['p', 'ul', 'ol', 'li', 'blockquote', 'pre', 'hr', 'div', 'dl', 'dt', 'dd'],
  ...['table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td'],
]);
function readTexts(sourced: readonly Sourced[], start: Start): Read[] {
  return onlyTexts(readSourced(sourced, start));
}

function onlyTexts(items: readonly (Read | PartTable)[]): Read[] {
  return items.flatMap((item) => ('table' in item ? [] : [item]));
}

/** The runs of a text in their order, a space between its passages. */
export function spansOf(part: Part, place: PolicyPlace): Span[] {
  const start = { kind: 'paragraph' as const, form: '', keepsTables: false };
  return readTexts([{ part, nodes: partTree(part, place) }], start).flatMap(({ spans }) => [
    ...spans,
    { text: ' ' },
  ]);
}

function readSourced(sourced: readonly Sourced[], start: Start): (Read | PartTable)[] {
  const items: (Passage | PartTable)[] = [{ kind: start.kind, form: start.form, spans: [] }];
  for (const { part, nodes } of sourced) {
    const reading = { ...start, part, marks: {}, isCode: false };
    for (const node of nodes) collect(node, reading, items);
  }
  return goOn(items.map((item) => ('table' in item ? item : finish(item))).filter(isShown));
}

// Every text of an item was given the same place; only the first has a bullet or number.
function goOn(items: (Read | PartTable)[]): (Read | PartTable)[] {
  const begun = new Set<ItemPlace>();
  return items.map((passage) => {
    const item = 'item' in passage ? passage.item : undefined;
    if (!item || !begun.has(item)) {
      if (item) begun.add(item);
      return passage;
    }
    return { ...passage, item: { depth: item.depth, goesOn: true } };
  });
}

function isShown(item: Read | PartTable): boolean {
  return 'table' in item || item.spans.length > 0;
}

// Every element that is a block begins a passage, and what follows it another.
function collect(node: ElementContent, reading: Reading, items: (Passage | PartTable)[]): void {
  if (node.type === 'text') addText(node, reading, items);
  if (node.type !== 'element') return;
  const { part } = reading;
  const isTable = node.tagName === 'table' && reading.keepsTables;
  if (isTable) items.push({ part, table: node });
  if (node.tagName === 'br') addSpan({ ...reading.marks, text: '\n' }, reading, items);
  const inner = readingOf(node, reading);
  const isBlock = blockElements.has(node.tagName);
  if (isBlock && !isTable) items.push(passageOf(inner));
  if (node.tagName === 'hr') addSpan({ text: line }, reading, items);
  if (!isTable) collectInside(node, inner, items);
  if (isBlock) items.push(passageOf(reading));
}

// A line across the text has no words; so it can be seen to come and go.
const line = '———';

function passageOf({ kind, form, item }: Reading): Passage {
  return { kind, form, ...(item && { item }), spans: [] };
}

function collectInside(node: Element, reading: Reading, items: (Passage | PartTable)[]): void {
  if (node.tagName !== 'ol' && node.tagName !== 'ul') {
    for (const child of node.children) collect(child, reading, items);
    return;
  }
  const depth = (reading.item?.depth ?? 0) + 1;
  const start = typeof node.properties.start === 'number' ? node.properties.start : 1;
  for (const [index, child] of childElements(node).entries()) {
    const number = node.tagName === 'ol' ? { number: start + index } : {};
    const isStart = node.tagName === 'ol' && index === 0 && start !== 1;
    collect(child, { ...reading, item: { depth, ...number, ...(isStart && { isStart }) } }, items);
  }
}

function readingOf({ tagName, properties, position }: Element, outer: Reading): Reading {
  const reading = { ...outer, start: position?.start.offset };
  const { marks, form } = reading;
  const { href } = properties;
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
    case 'dt':
      return { ...reading, kind: 'term' };
    case 'dd':
      return { ...reading, form: 'entry' };
    case 'blockquote':
      return { ...reading, form: [form, 'quote'].filter(Boolean).join(' ') };
    default:
      return reading;
  }
}

function addText(node: Text, reading: Reading, items: (Passage | PartTable)[]): void {
  const { marks, isCode } = reading;
  for (const { text, ...quote } of runsOf(node, reading)) {
    const shown = isCode ? text.replaceAll(/\r\n?/g, '\n') : breaking(text);
    addSpan({ ...marks, ...quote, text: shown }, reading, items);
  }
}

/** A text as it reads: whether a line may break at a space or a hyphen is no word of it. */
export function breaking(text: string): string {
  return text.replaceAll(/[ \t\n\f\r\u00a0\u2007\u202f]+/g, ' ').replaceAll('\u2011', '-');
}

function runsOf({ value, position }: Text, { part, marks, isCode, start }: Reading): QuotedRun[] {
  if (part.sort === 'label' && part.quotes)
    return quotedRuns({ value, markdown: value, start: 0, isCode: true }, part.quotes);
  const from = position?.start.offset ?? start;
  if (part.sort !== 'prose' || !part.quotes || from === undefined) return [{ text: value }];
  const { markdown, quotes } = part;
  return quotedRuns({ value, markdown, start: from, isCode: isCode || marks.code === true }, quotes);
}

function addSpan(span: Span, { part }: Reading, items: (Passage | PartTable)[]): void {
  const passage = items.at(-1);
  if (!passage || 'table' in passage) return;
  passage.source ??= { sort: part.sort, ...('path' in part && { path: part.path }) };
  const last = passage.spans.at(-1);
  if (last && hasSameMarks(last, span) && last.quote === span.quote) last.text += span.text;
  else passage.spans.push(span);
}

/** Tells whether two runs of text look alike and lead to the same place. */
export function hasSameMarks(one: Marks, other: Marks): boolean {
  return (
    one.strong === other.strong && one.em === other.em && one.code === other.code && one.href === other.href
  );
}

function finish({ spans, ...passage }: Passage): Read {
  const shown = passage.kind === 'code' ? codeSpans(spans) : foldSpaces(spans);
  return { ...passage, spans: shown, text: shown.map(({ text }) => text).join('') };
}

// Code has one look; its last line end is none of its text.
function codeSpans(spans: readonly Span[]): Span[] {
  const looks = spans.map(({ text, quote }, index) => ({
    text: index === spans.length - 1 ? text.replace(/\n$/, '') : text,
    ...(quote !== undefined && { quote }),
  }));
  return looks.filter(({ text }) => text !== '');
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
