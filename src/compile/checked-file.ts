import { type FileKind, type FileValue, fileSchemas } from '../../schemas/json-schema.ts';
import { digest } from '../digest.ts';
import type { Place, Problem } from '../problem.ts';
import type { FileLocation } from '../read/location.ts';
import { type ParsedFile, parseYaml } from '../read/parse.ts';
import { isMap, salvage } from '../read/shape.ts';
import { validate } from '../read/validate.ts';
import { fillFile, type QuotingText, type Targets } from '../resolve/fill.ts';
import type { Scope } from '../resolve/quotation.ts';
import { quotingReaderOf } from '../text/show.ts';
import type { Sources } from './compile-model.ts';

/** A file that policies stand on: what it says, and what is wrong with it. Without `file` it is not there. */
export type Read<T> = {
  file: ParsedFile | undefined;
  value: T;
  /** The same before the facts its texts quote were put in. */
  written: T;
  /** Its texts that quote facts. */
  quoting: QuotingText[];
  digest: string;
  problems: Problem[];
};

/**
 * Reads and checks the file of a kind. One that is not there counts as `otherwise`. What an invalid one does say still
 * counts for the policies, so that they are not reported for its faults.
 */
export function readFile<K extends FileKind>(
  kind: K,
  sources: Sources,
  files: readonly FileLocation[],
  otherwise: FileValue<K>,
): Read<FileValue<K>> {
  const location = files.find((file) => file.kind === kind);
  if (!location)
    return { file: undefined, value: otherwise, written: otherwise, quoting: [], digest: '', problems: [] };
  const bytes = sources.read(location.path);
  const file = parseYaml(`${sources.root}/${location.path}`, bytes);
  const checked = checkFile(kind, file);
  const said = checked.value ?? salvage(fileSchemas[kind], file.value);
  // Where a required key is missing, `otherwise` has it.
  const value = { ...otherwise, ...(isMap(said) ? said : {}) } as FileValue<K>;
  return { file, value, written: value, quoting: [], digest: digest([bytes]), problems: checked.problems };
}

/** Checks what a file says; without a value where nothing of it can be used. */
export function checkFile<K extends FileKind>(
  kind: K,
  file: ParsedFile,
): { value?: FileValue<K>; problems: Problem[] } {
  if (file.value === undefined) return { problems: file.problems };
  const { value, problems } = validate(kind, file);
  return { ...(value && { value }), problems: withoutRepeats([...file.problems, ...problems]) };
}

/** One slip is one problem: of several at one place, the first error tells it best, or the first of all. */
export function withoutRepeats(problems: readonly Problem[]): Problem[] {
  const keyOf = ({ place }: Problem) => `${place.file}:${place.line}:${place.column}`;
  const wrong = new Set(problems.filter(({ severity }) => severity === 'error').map(keyOf));
  const seen = new Set<string>();
  const misshapen = problems.filter(({ rule }) => rule === 'schema/type');
  return problems.filter((problem) => {
    if (problem.more !== undefined) return true;
    if (follows.has(problem.rule) && misshapen.some(({ place }) => holds(place, problem.place))) return false;
    const key = keyOf(problem);
    if (problem.severity !== 'error' && wrong.has(key)) return false;
    return !seen.has(key) && seen.add(key);
  });
}

// What stands in a value of the wrong shape is read as what it is not.
const follows = new Set<Problem['rule']>(['reference/unknown', 'quotation/unknown', 'yaml/null']);

function holds(outer: Place, inner: Place): boolean {
  return (
    outer.file === inner.file &&
    isBefore(outer.line, outer.column, inner.line, inner.column) &&
    isBefore(inner.endLine, inner.endColumn, outer.endLine, outer.endColumn)
  );
}

function isBefore(line: number, column: number, otherLine: number, otherColumn: number): boolean {
  return line < otherLine || (line === otherLine && column <= otherColumn);
}

/** Fills the quotations in a file that was read. */
export function filled<T>(
  kind: FileKind,
  read: Read<T>,
  scopes: Scope[],
  language: string,
  targets?: Targets,
): Read<T> {
  if (!read.file) return read;
  const reader = quotingReaderOf(language);
  const { value, problems, quoting } = fillFile(read.file, {
    schema: fileSchemas[kind],
    value: read.value,
    scopes,
    reader,
    ...(targets && { targets }),
  });
  return {
    ...read,
    value,
    quoting: [...read.quoting, ...quoting],
    problems: withoutRepeats([...read.problems, ...problems]),
  };
}

/** A file as one whose facts can be quoted. */
export function scopeOf(kind: FileKind, read: Read<unknown>): Scope {
  return {
    value: read.value,
    schema: fileSchemas[kind],
    // Of a file without faults, all that stands in it was kept.
    ...(hasError(read) && { raw: read.file?.value }),
  };
}

/** Whether what was read has a fault that stops what is made from it. */
export function hasError({ problems }: { problems: readonly Problem[] }): boolean {
  return problems.some(({ severity }) => severity === 'error');
}

/** Whether a file is there, but nothing in it can be told. */
export function isUnreadable({ file }: Read<unknown>): boolean {
  return file !== undefined && !isMap(file.value);
}
