import type { List, ListItem, Nodes, Paragraph, PhrasingContent, Root } from 'mdast';
import { indexLines } from '../read/lines.ts';
import { clauseMark } from './clauses.ts';

// Most texts of policies are paragraphs, and lists of one line an item, with a stressed word, a name in code or a link now
// and then. Their tree is made here in a fraction of the time that the parser takes, which reads all else. A property test
// holds the two together.

/** From where to where something stands in the text. */
type Span = { start: number; end: number };
type PlaceOf = (span: Span) => NonNullable<Nodes['position']>;

/** The tree that the parser makes of a text; nothing where the text holds more than is read here. */
export function readSimpleMarkdown(text: string): Root | undefined {
  if (unread.test(text)) return undefined;
  const pointAt = pointsOf(text);
  const place: PlaceOf = ({ start, end }) => ({ start: pointAt(start), end: pointAt(end) });
  const children: (Paragraph | List)[] = [];
  for (const { 0: block, index } of text.matchAll(/[^\n]+(?:\n[^\n]+)*/g)) {
    const own = readBlock(block, index, place);
    // A list behind empty lines goes on with the one before them.
    if (!own || (own[0]?.type === 'list' && children.at(-1)?.type === 'list')) return undefined;
    children.push(...own);
  }
  return { type: 'root', children, position: place({ start: 0, end: text.length }) };
}

// Characters that are not seen, and those of two units, which the parser classes by each.
const unread = /(?!\n)\p{Cc}|[\u{10000}-\u{10ffff}\ufeff]/u;

function pointsOf(text: string) {
  const lines = indexLines(text);
  return (offset: number) => ({ ...lines(offset), offset });
}

type Line = { offset: number; words: string; mark?: Mark };
type Mark = { kind: string; number: number; length: number };

/** Lines without an empty one between them: a paragraph, a list, or a list below a paragraph. */
function readBlock(block: string, start: number, place: PlaceOf): (Paragraph | List)[] | undefined {
  const lines = linesOf(block, start);
  const first = lines.findIndex(({ mark }) => mark);
  const [above, items] = first < 0 ? [lines, []] : [lines.slice(0, first), lines.slice(first)];
  // Amid a paragraph, a list of numbers begins with the first.
  if (above.length > 0 && (items[0]?.mark?.number ?? 1) !== 1) return undefined;
  const paragraph = above.length > 0 ? readParagraph(above, place) : [];
  const list = items.length > 0 ? readList(items, place) : [];
  return paragraph && list && [...paragraph, ...list];
}

function linesOf(block: string, start: number): Line[] {
  let offset = start;
  return block.split('\n').map((line) => {
    const mark = markOf(line);
    const own = {
      offset: offset + (mark?.length ?? 0),
      words: line.slice(mark?.length),
      ...(mark && { mark }),
    };
    offset += line.length + 1;
    return own;
  });
}

function markOf(line: string): Mark | undefined {
  const [mark, number, delimiter = '-'] = /^(?:-|(\d{1,9})([.)])) (?=\S)/.exec(line) ?? [];
  return mark === undefined
    ? undefined
    : { kind: delimiter, number: Number(number ?? 1), length: mark.length };
}

// What begins a block of another sort, or could be a mark of one; and what ends with a space.
const beginning = new RegExp(String.raw`^(?:[ #+=:~|>-]|(?:\d{1,9}[.)]|${clauseMark})(?:\s|$))| $`);

function readParagraph(lines: readonly Line[], place: PlaceOf): Paragraph[] | undefined {
  const [first] = lines;
  if (!first || lines.some(({ words }) => beginning.test(words))) return undefined;
  const words = lines.map((line) => line.words).join('\n');
  const children = readWords(words, first.offset, place);
  const position = place({ start: first.offset, end: first.offset + words.length });
  return children && [{ type: 'paragraph', children, position }];
}

function readList(lines: readonly Line[], place: PlaceOf): List[] | undefined {
  const [first] = lines;
  const items = lines.flatMap((line) => readItem(line, first?.mark?.kind, place) ?? []);
  const [{ position: start } = {}, { position: end } = {}] = [items[0], items.at(-1)];
  if (!first?.mark || !start || !end || items.length < lines.length) return undefined;
  const ordered = first.mark.kind !== '-';
  return [
    {
      type: 'list',
      ordered,
      start: ordered ? first.mark.number : null,
      spread: false,
      children: items,
      position: { start: start.start, end: end.end },
    },
  ];
}

function readItem(line: Line, kind: string | undefined, place: PlaceOf): ListItem | undefined {
  const children = line.mark?.kind === kind ? readParagraph([line], place) : undefined;
  const { offset, words, mark } = line;
  const position = place({ start: offset - (mark?.length ?? 0), end: offset + words.length });
  return children && { type: 'listItem', spread: false, checked: null, children, position };
}

// As quoted facts are written.
const written = String.raw`\\[!-/:-@[-\x60{-~]|&#(?:3[3-9]|[4-9]\d|1[01]\d|12[0-6]);`;
const plain = String.raw`(?:[^\x60*_[\]\\<&]|${written}|&(?![#\w])|<(?![A-Za-z/!?])|(?<=[\p{L}\p{N}])_(?=[\p{L}\p{N}]))`;
// Beside such a stress no letter stands, so it begins or ends nothing else.
const stress = (mark: string) =>
  String.raw`(?<=^|[\s(])${mark}(?=[\p{L}\p{N}])${plain}+?(?:(?<=[\p{L}\p{N}])${mark}(?=$|[\s.,;:)])|(?<=[.,;:])${mark}(?=$|\s))`;
const parts = new RegExp(
  [
    `(?<plain>${plain}+)`,
    `(?<strong>${stress(String.raw`\*\*`)})`,
    `(?<emphasis>${stress(String.raw`\*`)})`,
    String.raw`(?<code>(?<!\x60)\x60(?! )[^\x60\n]+(?<! )\x60(?!\x60))`,
    String.raw`(?<link>(?<!!)\[(?<of>${plain}+)\]\((?<url>(?:[^\s()<>\\&*\x60]|&(?!#?\w+;))+)\))`,
  ].join('|'),
  'uy',
);

/** The parts of a line, or of several of one paragraph. */
function readWords(words: string, start: number, place: PlaceOf): PhrasingContent[] | undefined {
  const found: PhrasingContent[] = [];
  let at = 0;
  while (at < words.length) {
    parts.lastIndex = at;
    const part = parts.exec(words);
    const node = part && nodeOf(part, start + at, place);
    if (!part || !node) return undefined;
    found.push(node);
    at += part[0].length;
  }
  return found;
}

const address = /:\/\/|@|[Ww]{3}\./;

function nodeOf(part: RegExpExecArray, start: number, place: PlaceOf): PhrasingContent | undefined {
  const [written] = part;
  const { code, strong, emphasis, of, url = '' } = part.groups ?? {};
  const position = place({ start, end: start + written.length });
  if (code) return { type: 'inlineCode', value: written.slice(1, -1), position };
  const ahead = strong ? 2 : emphasis || of ? 1 : 0;
  const words = of ?? written.slice(ahead, written.length - ahead);
  if (!of && address.test(words)) return undefined;
  const inner = { start: start + ahead, end: start + ahead + words.length };
  const text = { type: 'text' as const, value: shownAs(words), position: place(inner) };
  if (strong) return { type: 'strong', children: [text], position };
  if (emphasis) return { type: 'emphasis', children: [text], position };
  return of ? { type: 'link', title: null, url, children: [text], position } : text;
}

function shownAs(words: string): string {
  return words.replaceAll(/\\(.)|&#(\d+);/g, (_, mark?: string, code?: string) =>
    mark === undefined ? String.fromCharCode(Number(code)) : mark,
  );
}
