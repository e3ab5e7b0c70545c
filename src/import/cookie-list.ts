import { parse } from 'csv-parse/sync';
import type { Element, ElementContent } from 'hast';
import { isMap } from '../read/shape.ts';
import { seenText } from './seen-text.ts';

// Lists of cookies as scanners, consent platforms and the Open Cookie Database export them become a table like that of
// a page, so that there is one way to read cookies.

/** Reads a list in JSON: an array of objects, or the first one that an object holds. Nothing where there is none. */
export function cookieListOfJson(text: string): Element | undefined {
  const value: unknown = JSON.parse(text);
  const list = listIn(value);
  return list && tableOf(list);
}

function listIn(value: unknown): Record<string, unknown>[] | undefined {
  if (Array.isArray(value)) return value.length > 0 && value.every(isMap) ? value : undefined;
  if (!isMap(value)) return undefined;
  const lists = Object.values(value).flatMap((item) => listIn(item) ?? []);
  return lists.length > 0 ? lists : undefined;
}

/** Reads a list in CSV, its columns parted by commas, semicolons or tabs. */
export function cookieListOfCsv(text: string): Element | undefined {
  const [first = ''] = text.split('\n', 1);
  const delimiter =
    [',', ';', '\t'].toSorted((one, other) => countOf(other, first) - countOf(one, first))[0] ?? ',';
  const rows: string[][] = parse(text, {
    delimiter,
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  });
  const [head, ...body] = rows;
  if (!head || body.length === 0) return undefined;
  return tableOf(body.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? '']))));
}

function countOf(mark: string, line: string): number {
  return line.split(mark).length - 1;
}

// What says nothing to readers of a policy.
const unneeded =
  /^(id|uuid|guid|hostOnly|storeId|value|size|priority|sourcePort|sourceScheme|wildcard ?match|user privacy.*)$/i;
const renamed: [RegExp, string][] = [
  [/^(cookie ?\/ ?data ?key ?name|cookie_?name|cookieName|cookie_?key|name)$/i, 'Cookie name'],
  [/^(platform|data ?controller)$/i, 'Provider'],
  [/^(expirationDate|expires)$/i, 'Expires'],
];

function tableOf(list: Record<string, unknown>[]): Element {
  const heads = [...new Set(list.flatMap((item) => Object.keys(item)))].filter(
    (head) => !unneeded.test(head),
  );
  const shown = heads.map((head) => renamed.find(([pattern]) => pattern.test(head))?.[1] ?? head);
  return made('table', [
    made(
      'tr',
      shown.map((head) => cell('th', head)),
    ),
    ...list.map((item) =>
      made(
        'tr',
        heads.map((head) => cell('td', shownValue(item[head]))),
      ),
    ),
  ]);
}

function shownValue(value: unknown): string {
  if (value === null || value === undefined || typeof value === 'object') return '';
  // A moment in seconds says when it was scanned, not how long the cookie stays.
  if (typeof value === 'number' && value > 1e9) return '';
  return String(value);
}

function cell(name: string, value: string): Element {
  return made(name, value === '' ? [] : [{ type: 'text', value: seenText(value) }]);
}

function made(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}
