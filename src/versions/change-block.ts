import canonicalize from 'canonicalize';
import type { PolicyFile } from '../../schemas/policy.ts';
import type { Place, Problem } from '../problem.ts';
import type { ParsedFile } from '../read/parse.ts';

type Said = PolicyFile['change'];

/**
 * Reports a new version that says of itself what the version before it said, and warns of one that says nothing: history
 * would tell readers what another version changed, or keep silent.
 */
export function changeBlockProblems(file: ParsedFile, change: Said, before: Said): Problem[] {
  if (!change) return [unsaidChange(file.place(['updated'], 'value'))];
  if (!before || wordsOf(change) !== wordsOf(before)) return [];
  return [
    {
      rule: 'version/stale-change',
      severity: 'error',
      message: 'Unexpected `change` of the last version, expected what this version changes.',
      place: file.place(['change'], 'key'),
      help: 'Say under `change.summary` what this version changes, and judge it anew: `material: true` or `false`.',
    },
  ];
}

// When people were told of the last version says nothing of what it changed.
function wordsOf({ notified: _notified, ...words }: NonNullable<Said>): string | undefined {
  return canonicalize(words);
}

/** Warns of a new version that says nothing of itself; the place is that of its date. */
export function unsaidChange(place: Place): Problem {
  return {
    rule: 'version/no-summary',
    severity: 'warning',
    message: 'Unexpected new version that does not say what it changes, expected `change.summary`.',
    place,
    help: 'Add `change: {summary: …}`, in a sentence for readers: history shows it beside the version.',
  };
}
