import type { YAMLParseError } from 'yaml';
import { type Place, type Problem, type Rule, sortProblems, tellFirst } from '../problem.ts';
import { findTextFaults } from './characters.ts';
import { decode } from './encoding.ts';
import type { Finding, Span } from './finding.ts';
import { type KeptFile, keepFile, makeKeptLocator } from './kept-file.ts';
import { indexLines, type Lines } from './lines.ts';
import { findPlaceholders } from './placeholders.ts';
import { type Locator, makeLocator, spanOfStep, type YamlPath } from './places.ts';
import { makeAligner } from './scalar-spans.ts';
import { readSimpleYaml } from './simple-yaml.ts';
import { findTextSlip } from './text-slips.ts';
import { composeText } from './yaml-document.ts';
import { withoutConsequences } from './yaml-faults.ts';
import { isTextScalar } from './yaml-node.ts';
import { readContents } from './yaml-walk.ts';

export type ParsedFile = {
  file: string;
  /** The text without its byte order mark and with LF line ends: what every place counts in. */
  text: string;
  /** Plain data; `undefined` when the file could not be read. A missing value stays `null` and has its problem. */
  value: unknown;
  problems: Problem[];
  /** The place of the value at `path` or of its key; of the deepest part of the path that exists otherwise. */
  place(path: YamlPath, target?: 'value' | 'key'): Place;
  /** The place of `length` characters at `offset` in the text at `path`, however that text is written. */
  placeInside(path: YamlPath, offset: number, length: number): Place;
  /** What the text at `path` was not meant to say, as it is written. */
  slipAt(path: YamlPath): Problem | undefined;
  /** What is enough to tell of it again; nothing where it is not certain to be the same. */
  keep(): KeptFile | undefined;
};

// What these refuse makes the rest of the file mean something else, so nobody should check what was read.
const unreadable = new Set<Rule>([
  'yaml/syntax',
  'yaml/alias',
  'yaml/merge-key',
  'yaml/document',
  'yaml/depth',
]);

/** Reads the bytes of a YAML file into plain data, and says everything that is wrong with its text and its YAML. */
export function parseYaml(file: string, bytes: Uint8Array): ParsedFile {
  const { text, findings } = decode(bytes);
  if (findings.length > 0) return toParsedFile(file, text, { findings });
  const simple = readSimpleYaml(text);
  const { faults, errors, ...read } = simple ? keptReading(simple) : packageReading(text);
  const told = [...findTextFaults(text), ...findPlaceholders(text), ...faults];
  const all = withoutConsequences(text, told, errors);
  const isReadable = !all.some(({ rule }) => unreadable.has(rule));
  return toParsedFile(file, text, { ...read, findings: all, value: isReadable ? read.value : undefined });
}

type Reading = Omit<Result, 'findings'> & { faults: Finding[]; errors: readonly YAMLParseError[] };

function keptReading(kept: KeptFile): Reading {
  return {
    faults: [],
    errors: [],
    locator: () => makeKeptLocator(kept),
    keep: () => kept,
    value: kept.value,
  };
}

function packageReading(text: string): Reading {
  const { contents, errors, findings: refused } = composeText(text);
  const { value, findings } = readContents(text, contents);
  const [locator, keep] = [() => makeLocator(contents), () => keepFile(contents, value)];
  return { faults: [...refused, ...findings], errors, locator, keep, value };
}

/** A file that was kept, opened again with its bytes, which must be those it was read from. */
export function reopenFile(file: string, bytes: Uint8Array, kept: KeptFile): ParsedFile {
  const { text } = decode(bytes);
  return toParsedFile(file, text, { ...keptReading(kept), findings: [] });
}

type Result = {
  findings: Finding[];
  locator?: () => Locator;
  keep?: () => KeptFile | undefined;
  value?: unknown;
};

function toParsedFile(file: string, text: string, result: Result): ParsedFile {
  const { findings, keep, value } = result;
  let lines: Lines | undefined;
  const toPlace = ({ start, end }: Span): Place => {
    lines ??= indexLines(text);
    // The package counts one character too many in a few broken files.
    const last = lines(Math.min(end, text.length));
    return { file, ...lines(Math.min(start, text.length)), endLine: last.line, endColumn: last.column };
  };
  let locator: Locator | undefined;
  // Most files are never asked for a place.
  const locate = (path: YamlPath) => {
    locator ??= result.locator?.() ?? makeLocator(undefined);
    return locator(path);
  };
  const align = makeAligner(text);
  return {
    file,
    text,
    value,
    problems: toProblems(findings, toPlace),
    place: (path, target = 'value') => toPlace(spanOfStep(text, locate(path).step, target)),
    placeInside(path, offset, length) {
      const { step, isWhole } = locate(path);
      const characters = isWhole && isTextScalar(step.value) ? align(step.value) : [];
      const first = characters[Math.min(offset, characters.length - 1)];
      const last = characters[Math.min(offset + Math.max(length, 1), characters.length) - 1];
      if (!first || !last) return toPlace(spanOfStep(text, step, 'value'));
      return toPlace({ start: first.start, end: length > 0 ? last.end : first.start });
    },
    slipAt(path) {
      const { step, isWhole } = locate(path);
      const slip = isWhole ? findTextSlip(text, step) : undefined;
      return slip && toProblems([slip], toPlace)[0];
    },
    keep: () => (findings.length === 0 ? keep?.() : undefined),
  };
}

function toProblems(findings: readonly Finding[], toPlace: (span: Span) => Place): Problem[] {
  const unique = new Map(findings.map((finding) => [`${finding.start} ${finding.rule}`, finding]));
  const inOrder = [...unique.values()].sort((a, b) => a.start - b.start);
  return sortProblems(
    tellFirst(
      inOrder.map((finding) => ({
        severity: finding.severity ?? 'error',
        tell: () => toProblem(finding, toPlace),
      })),
    ),
  );
}

function toProblem(
  { rule, severity = 'error', message, help, related, ...span }: Finding,
  toPlace: (span: Span) => Place,
): Problem {
  const problem: Problem = { rule, severity, message, place: toPlace(span), help };
  if (related) problem.related = [{ message: related.message, place: toPlace(related) }];
  return problem;
}
