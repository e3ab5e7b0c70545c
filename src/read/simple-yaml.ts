import type { KeptFile } from './kept-file.ts';
import { maxDepth } from './yaml-document.ts';
import { reservedKeys } from './yaml-keys.ts';

// Nearly every file is written in a small part of YAML: keys without quotes, texts on one line or below > and |, short lists
// and maps in brackets. It is read here in a fifth of the time. Whatever else there is, and all that is wrong, is left to the
// package; a property test holds that both read the same.

/** What is read, from where on, what was found, and where the last part of it started and ended. */
type Reading = { text: string; at: number; places: number[]; start: number; end: number };

/** Nothing where it is not certain that a value is what the package would read. */
type Value = unknown;

// Tabs, other line ends, comments that do not begin their line, spaces at the end of one, and what begins or ends a document.
const uncommon = /[\t\r]| #|[^ \n] +$|^(?:---|\.\.\.|%)/m;

/** Reads a file that is written plainly; nothing where it is not, or not certainly. */
export function readSimpleYaml(text: string): KeptFile | undefined {
  if (!text.endsWith('\n') || uncommon.test(text)) return undefined;
  const reading: Reading = { text, at: 0, places: [], start: 0, end: 0 };
  const value = goesOn(reading, 0) ? readMap(reading, 0, 1) : undefined;
  return value !== undefined && reading.at === text.length ? { value, places: reading.places } : undefined;
}

// The number of its way of writing is that of the list of ways by which files are kept.
const ways = { none: -1, plain: 0, double: 1, single: 2, literal: 3, folded: 4 };

function add(reading: Reading, start: number, end: number, way: number): void {
  reading.places.push(start - reading.start, end - start, way);
  reading.start = start;
  reading.end = end;
}

// Where a list or a map ends is known after what is in it.
function within<T>(reading: Reading, read: () => T): T {
  const { at, places } = reading;
  const length = places.length + 1;
  add(reading, at, at, ways.none);
  const value = read();
  places[length] = reading.end - at;
  return value;
}

/** Goes on to the next line that is no blank one, where it is as far indented as this and begins so. */
function goesOn(reading: Reading, indent: number, start = ''): boolean {
  const next = indentBelow(reading);
  const isNext = next === indent && reading.at < reading.text.length;
  if (!isNext || !reading.text.startsWith(start, reading.at + indent)) return false;
  reading.at += indent;
  return true;
}

// How far it is indented; a comment between lines that are indented belongs to what only the package knows.
function indentBelow(reading: Reading): number {
  const { text } = reading;
  let hasComment = false;
  for (let line = blank(text, reading.at); line > 0; line = blank(text, reading.at)) {
    hasComment ||= text[reading.at] === '#';
    reading.at += line;
  }
  const indent = spacesAt(text, reading.at);
  return hasComment && indent > 0 ? -1 : indent;
}

// How long the line is, where it is empty or a comment.
function blank(text: string, at: number): number {
  const spaces = text[at] === '#' ? text.indexOf('\n', at) - at : spacesAt(text, at);
  return text[at + spaces] === '\n' ? spaces + 1 : 0;
}

function spacesAt(text: string, at: number): number {
  let end = at;
  while (text[end] === ' ') end++;
  return end - at;
}

const keyStart = /([A-Za-z_][\w-]*(?: [\w-]+)*):(?=[ \n])/y;

function matchAt(reading: Reading, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = reading.at;
  return pattern.exec(reading.text);
}

function readKey(reading: Reading, object: object): string | undefined {
  const [, key] = matchAt(reading, keyStart) ?? [];
  if (key === undefined || reservedKeys.has(key) || Object.hasOwn(object, key)) return undefined;
  if (typeof plainValue(key) !== 'string') return undefined;
  add(reading, reading.at, reading.at + key.length, ways.plain);
  reading.at += key.length + 1;
  return key;
}

function readMap(reading: Reading, indent: number, depth: number): Value {
  if (depth > maxDepth) return undefined;
  return within(reading, () => {
    const object: Record<string, unknown> = {};
    do {
      const key = readKey(reading, object);
      const value = key === undefined ? undefined : readBehindKey(reading, indent, depth);
      if (key === undefined || value === undefined) return undefined;
      object[key] = value;
    } while (goesOn(reading, indent));
    return object;
  });
}

function readBehindKey(reading: Reading, indent: number, depth: number): Value {
  const spaces = spacesAt(reading.text, reading.at);
  if (spaces > 0) {
    reading.at += spaces;
    return readOnLine(reading, indent, depth);
  }
  const inner = indentBelow(reading);
  reading.at += inner;
  if (inner >= indent && reading.text.startsWith('- ', reading.at))
    return readList(reading, inner, depth + 1);
  return inner > indent ? readMap(reading, inner, depth + 1) : undefined;
}

function readList(reading: Reading, indent: number, depth: number): Value {
  if (depth > maxDepth) return undefined;
  return within(reading, () => {
    const list: unknown[] = [];
    do {
      reading.at += 2;
      const value = readBehindHyphen(reading, indent, depth);
      if (value === undefined) return undefined;
      list.push(value);
    } while (goesOn(reading, indent, '- '));
    return list;
  });
}

function readBehindHyphen(reading: Reading, indent: number, depth: number): Value {
  if (matchAt(reading, keyStart)) return readMap(reading, indent + 2, depth + 1);
  if (reading.text.startsWith('- ', reading.at)) return readList(reading, indent + 2, depth + 1);
  return readOnLine(reading, indent, depth);
}

const mark = /["'[{]/;

/** Reads what stands on the line of its key or hyphen, up to the end of that line. */
function readOnLine(reading: Reading, indent: number, depth: number): Value {
  const { text, at } = reading;
  if (text[at] === '>' || text[at] === '|') return readBlock(reading, indent);
  const value = mark.test(text[at] ?? '')
    ? readMarked(reading, depth)
    : readPlain(reading, text.slice(at, text.indexOf('\n', at)));
  return text[reading.at] === '\n' ? value : undefined;
}

const plainStart = /^(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|[-?:](?=\S))/;

function readPlain(reading: Reading, source: string): Value {
  if (!plainStart.test(source) || source.includes(': ') || source.endsWith(':')) return undefined;
  add(reading, reading.at, reading.at + source.length, ways.plain);
  reading.at += source.length;
  return plainValue(source);
}

const otherThanText =
  /^(?:~|null|true|false|[-+]?(?:\.inf|\.nan|0o[0-7]+|0x[\da-f]+|(?:\.\d+|\d+\.?\d*)(?:e[-+]?\d+)?))$/i;

function plainValue(source: string): Value {
  if (/^(?:0|-?[1-9]\d{0,14})$/.test(source)) return Number(source);
  if (source === 'true' || source === 'false') return source === 'true';
  return otherThanText.test(source) ? undefined : source;
}

const quoted = /"([^"\\\n]*)"|'([^'\n]*)'(?!')/y;

/** Reads what stands in quotes or brackets, on one line and without escapes. */
function readMarked(reading: Reading, depth: number): Value {
  const { text, at } = reading;
  if (text[at] === '[') return readBracketed(reading, ']', depth + 1);
  if (text[at] === '{') return readBracketed(reading, '}', depth + 1);
  const [source, double, single] = matchAt(reading, quoted) ?? [];
  if (source === undefined) return undefined;
  add(reading, at, at + source.length, double === undefined ? ways.single : ways.double);
  reading.at += source.length;
  return double ?? single;
}

function readBracketed(reading: Reading, closing: string, depth: number): Value {
  if (depth > maxDepth) return undefined;
  const { text } = reading;
  return within(reading, () => {
    const [list, object]: [unknown[], Record<string, unknown>] = [[], {}];
    reading.at++;
    skipSpace(reading);
    for (let isFirst = true; text[reading.at] !== closing; isFirst = false) {
      if (!isFirst && text[reading.at++] !== ',') return undefined;
      if (!isFirst) skipSpace(reading);
      const value = closing === '}' ? readPair(reading, object, depth) : readItem(reading, depth);
      if (value === undefined) return undefined;
      list.push(value);
      skipSpace(reading);
    }
    reading.end = ++reading.at;
    return closing === '}' ? object : list;
  });
}

function skipSpace(reading: Reading): void {
  if (reading.text[reading.at] === ' ') reading.at++;
}

function readPair(reading: Reading, object: Record<string, unknown>, depth: number): Value {
  const key = readKey(reading, object);
  if (key === undefined) return undefined;
  skipSpace(reading);
  const value = readInBrackets(reading, depth);
  if (value === undefined) return undefined;
  object[key] = value;
  return object;
}

// In a list, `data: all` is a map without brackets of its own.
function readItem(reading: Reading, depth: number): Value {
  if (!matchAt(reading, keyStart)) return readInBrackets(reading, depth);
  return depth < maxDepth ? within(reading, () => readPair(reading, {}, depth + 1)) : undefined;
}

const inBrackets = /[^,[\]{}\n]*[^,[\]{}\n ]/y;

function readInBrackets(reading: Reading, depth: number): Value {
  if (mark.test(reading.text[reading.at] ?? '')) return readMarked(reading, depth);
  const [source = ''] = matchAt(reading, inBrackets) ?? [];
  return readPlain(reading, source);
}

const blockHead = /([|>])(-?)\n/y;

/** Reads the lines of a text below | or >; those of the second are one where no empty line stands between them. */
function readBlock(reading: Reading, indent: number): Value {
  const { text, at: start } = reading;
  const [head = '', sign, strip] = matchAt(reading, blockHead) ?? [];
  reading.at += head.length;
  const inner = spacesAt(text, reading.at);
  if (sign === undefined || inner <= indent || text[reading.at + inner] === '\n') return undefined;
  const first = reading.at;
  let end = first;
  for (let spaces = inner; spaces >= inner; spaces = indentBelow(reading)) {
    if (sign === '>' && spaces > inner) return undefined;
    end = reading.at = text.indexOf('\n', reading.at) + 1;
  }
  add(reading, start, end, sign === '>' ? ways.folded : ways.literal);
  const cut = (from: number, to: number) => {
    const lines = text.slice(from, to).split('\n');
    return lines.map((line) => line.slice(inner)).join('\n');
  };
  // Spaces of an empty line that go further belong to the text.
  if (/^ +$/m.test(cut(first, reading.at))) return undefined;
  const lines = cut(first, end - 1);
  const value = sign === '>' ? folded(lines) : lines;
  return strip ? value : `${value}\n`;
}

function folded(lines: string): string {
  if (!lines.includes('\n\n')) return lines.replaceAll('\n', ' ');
  return lines.replaceAll(/\n(\n*)/g, (_, empty: string) => empty || ' ');
}
