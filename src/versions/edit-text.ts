import { stringify } from 'yaml';
import type { ParsedFile } from '../read/parse.ts';
import { isMap, valueAt } from '../read/shape.ts';

/** A key of a file at its first level, and the lines it is to have: none takes it out. */
type Edit = { key: string; lines: readonly string[] };

/** The lines of a key and its value, as they stand in YAML. */
export function linesOf(key: string, value: unknown): string[] {
  return stringify({ [key]: value }, { lineWidth: 0 })
    .trimEnd()
    .split('\n');
}

/**
 * The text of a file with some of its keys written anew, each where it stands; one that is not there comes after the one
 * before it, the first after `after`. Everything else stays as it is written, comments included. `undefined` where the
 * file cannot be read.
 */
export function editText(
  file: ParsedFile,
  edits: readonly Edit[],
  after: readonly string[],
): string | undefined {
  if (!isMap(file.value)) return undefined;
  const lines = file.text.split('\n');
  const spans = spansOf(file, lines);
  const inserted = new Map<number, string[]>();
  let anchor = after.flatMap((key) => spans.get(key)?.end ?? []).at(-1) ?? 1;
  for (const { key, lines: own } of edits) {
    const at = spans.get(key)?.start ?? anchor;
    inserted.set(at, [...(inserted.get(at) ?? []), ...own]);
    anchor = spans.get(key)?.end ?? anchor;
  }
  const dropped = edits.flatMap(({ key }) => spans.get(key) ?? []);
  const isDropped = (index: number) => dropped.some(({ start, end }) => index >= start && index < end);
  return [...lines, undefined]
    .flatMap((line, index) => [
      ...(inserted.get(index) ?? []),
      ...(line === undefined || isDropped(index) ? [] : [line]),
    ])
    .join('\n');
}

/** The text of a file with one more entry in a list at its first level, which begins after `after` where there is none. */
export function appendText(
  file: ParsedFile,
  { key, entry }: { key: string; entry: object },
  after: readonly string[],
): string | undefined {
  const lines = file.text.split('\n');
  const span = spansOf(file, lines).get(key);
  const known: unknown = valueAt(file.value, [key]);
  const first = span && lines.slice(span.start, span.end).find((line) => /^\s*- /.test(line));
  if (!span || first === undefined) {
    const entries = [...(Array.isArray(known) ? known : []), entry];
    return editText(file, [{ key, lines: linesOf(key, entries) }], after);
  }
  const indent = /^\s*/.exec(first)?.[0] ?? '';
  const own = stringify([entry], { lineWidth: 0 }).trimEnd().split('\n');
  return lines.toSpliced(span.end, 0, ...own.map((line) => indent + line)).join('\n');
}

/** The lines of a key whose value is a map, with one more entry in it; comments of a map written in lines stay. */
export function linesWithEntry(file: ParsedFile, key: string, entry: Record<string, string>): string[] {
  const lines = file.text.split('\n');
  const span = spansOf(file, lines).get(key);
  const known: unknown = valueAt(file.value, [key]);
  const own = span ? lines.slice(span.start, span.end) : [];
  if (span && Object.keys(entry).length === 0) return own;
  const indent = /^\s+/.exec(own[1] ?? '')?.[0];
  if (indent === undefined || !/^[^:]+:\s*(#.*)?$/.test(own[0] ?? ''))
    return linesOf(key, { ...(isMap(known) && known), ...entry });
  return [
    ...own,
    ...Object.entries(entry).flatMap(([name, value]) => linesOf(name, value).map((line) => indent + line)),
  ];
}

type Span = { start: number; end: number };

function spansOf(file: ParsedFile, lines: readonly string[]): Map<string, Span> {
  const keys = isMap(file.value) ? Object.keys(file.value) : [];
  return new Map(
    keys.map((key) => {
      const start = file.place([key], 'key').line - 1;
      return [key, { start, end: endOf(lines, start) }];
    }),
  );
}

// A top-level entry reaches to the next line that starts in the first column and is no comment; a list may start there.
function endOf(lines: readonly string[], start: number): number {
  const next = lines.findIndex((line, index) => index > start && /^[^\s#-]/.test(line));
  const end = next < 0 ? lines.length : next;
  const last = lines.findLastIndex(
    (line, index) => index < end && index >= start && /^\s+\S|^[^\s#]/.test(line),
  );
  return last + 1;
}
