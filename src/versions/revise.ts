import type { ParsedFile } from '../read/parse.ts';
import { isMap } from '../read/shape.ts';

/**
 * The text of a policy file as the beginning of a new version: its dates set, and what the last version said of itself
 * (`change`) taken out. Everything else stays as it is written, comments included.
 * `undefined` where the file cannot be read.
 */
export function reviseText(
  file: ParsedFile,
  { updated, effective }: { updated: string; effective?: string },
): string | undefined {
  if (!isMap(file.value)) return undefined;
  const lines = file.text.split('\n');
  const keys = Object.keys(file.value).map((key) => ({ key, line: file.place([key], 'key').line - 1 }));
  const spanOf = (key: string) => {
    const start = keys.find((candidate) => candidate.key === key)?.line;
    if (start === undefined) return undefined;
    return { start, end: endOf(lines, start) };
  };
  const dates = [`updated: ${updated}`, ...(effective ? [`effective: ${effective}`] : [])];
  const anchor = spanOf('updated')?.start ?? spanOf('title')?.end ?? 1;
  const dropped = ['updated', 'effective', 'change'].flatMap((key) => spanOf(key) ?? []);
  return lines
    .flatMap((line, index) => {
      const kept = dropped.some(({ start, end }) => index >= start && index < end) ? [] : [line];
      return index === anchor ? [...dates, ...kept] : kept;
    })
    .join('\n');
}

// A top-level entry reaches to the next line that starts in the first column and is no comment.
function endOf(lines: readonly string[], start: number): number {
  const next = lines.findIndex((line, index) => index > start && /^[^\s#]/.test(line));
  const end = next < 0 ? lines.length : next;
  const last = lines.findLastIndex(
    (line, index) => index < end && index >= start && /^\s+\S|^[^\s#]/.test(line),
  );
  return last + 1;
}
