import type { ParsedFile } from '../read/parse.ts';
import { editText } from './edit-text.ts';

/**
 * The dates of a new version, and the lines of its `change`. Of a version that was begun before, its `change` stays, and
 * so does its day unless another is given.
 */
type Revision = { updated: string; effective?: string; change?: readonly string[]; isBegun?: boolean };

/**
 * The text of a policy file as the beginning of a new version: its dates set, and what the last version said of itself
 * (`change`) replaced. Everything else stays as it is written, comments included.
 * `undefined` where the file cannot be read.
 */
export function reviseText(
  file: ParsedFile,
  { updated, effective, change = [], isBegun = false }: Revision,
): string | undefined {
  const binds = { key: 'effective', lines: effective ? [`effective: ${effective}`] : [] };
  const edits = [
    { key: 'updated', lines: [`updated: ${updated}`] },
    ...(isBegun && !effective ? [] : [binds]),
    ...(isBegun ? [] : [{ key: 'change', lines: change }]),
  ];
  return editText(file, edits, ['title']);
}

/** What a new version has to say of itself, as far as it is known. */
type Proposal = {
  /** The version it only corrects. */
  corrects?: string;
  /** The announced version that waits. */
  waiting?: string;
  /** Changes that propose that it matters to people, in sentences. */
  reasons: readonly string[];
};

/**
 * The lines of a `change` that somebody has to complete: `check` refuses a summary without a value. What the changed
 * facts propose stands there with the reasons.
 */
export function proposedChange({ corrects, waiting, reasons }: Proposal): string[] {
  return [
    'change:',
    '  summary: # What does this version change? In a sentence for readers.',
    ...(corrects ? [`  corrects: ${corrects}`] : []),
    ...(waiting
      ? [`  # ${waiting} waits: say insteadOf: ${waiting}, which then never binds, or after: ${waiting}.`]
      : []),
    ...(reasons.length > 0
      ? [
          '  # The changed facts propose that it matters to people. If it does not, say false, and because: … for readers.',
          ...reasons.map((reason) => `  # - ${reason.replaceAll(/\s+/g, ' ')}`),
          '  material: true',
        ]
      : []),
  ];
}
