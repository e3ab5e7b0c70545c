import type { Rule, Severity } from '../problem.ts';

/** From `start` up to but not including `end`, in the file's text. */
export type Span = { start: number; end: number };

/** A fault in a text, before its place is counted in lines. */
export type Finding = Span & {
  rule: Rule;
  message: string;
  help: string;
  severity?: Severity;
  related?: Span & { message: string };
};

/** A text that is being read, and what was found in it so far. */
export type Reading = { text: string; findings: Finding[] };

/** The span of `length` characters from `start`. */
export function spanOfLength(start: number, length: number): Span {
  return { start, end: start + length };
}
