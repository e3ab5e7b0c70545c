import { type Place, type Problem, type Rule, startOf } from '../problem.ts';
import { type RecordLocation, recordPath } from '../read/location.ts';
import type { ParsedFile } from '../read/parse.ts';
import { isMap } from '../read/shape.ts';
import type { ResolvedPolicy } from '../resolve/policy-model.ts';
import { addPeriod } from '../time/day.ts';
import { readRecord, toContent, type VersionRecord } from './record.ts';

/** A record's file once it has been read: what it says of itself, or what is wrong with it. */
export type RecordState = { file: string; date: string } & ({ fault: string } | SealedState);

/** What a record says of itself; `policy` is `<product>/<slug>`. */
type SealedState = {
  policy: string;
  updated: string | undefined;
  digest: string;
  previous: string | undefined;
};

/** Reads the bytes of a record's file, and checks its digest. */
export function recordState(file: string, date: string, bytes: Uint8Array): RecordState {
  const result = readRecord(bytes);
  return { file, date, ...('fault' in result ? { fault: result.fault } : stateOf(result.record)) };
}

/** What a record that was read says of itself. */
export function stateOf({ content, digest, previous }: VersionRecord): SealedState {
  return { policy: policyOf(content), updated: content.updated, digest, previous };
}

/** The last of the records of a policy, which come oldest first; nothing where there is none, or it cannot be read. */
export function lastRecord(
  records: readonly RecordLocation[],
  { read }: { read(path: string): Uint8Array },
): VersionRecord | undefined {
  const last = records.at(-1);
  const result = last && readRecord(read(last.path));
  return result && 'record' in result ? result.record : undefined;
}

/** The policy a text is of, as `<product>/<slug>`. */
export function policyOf({ product, slug }: Pick<ResolvedPolicy, 'product' | 'slug'>): string {
  return `${product.id}/${slug}`;
}

/**
 * Checks the records of one policy, oldest first: each digest, each name, and the chain from one to the next.
 * Reports a record that was edited, one of another policy, one whose name is not its date, and a link of the chain
 * that is missing.
 */
export function recordProblems(policy: string, records: readonly RecordState[]): Problem[] {
  return records.flatMap((record, index) => {
    if ('fault' in record) return [editedRecord(record.file, record.fault)];
    if (record.policy !== policy) return [misplaced(record.file, record.policy, policy)];
    const { file, date, updated, previous } = record;
    const before = records[index - 1];
    // What follows a record that cannot be read cannot be told.
    const isTorn = before ? !('fault' in before) && before.digest !== previous : previous !== undefined;
    return [
      ...(updated === date ? [] : [misnamed(file, updated)]),
      ...(isTorn ? [brokenChain(file, !before)] : []),
    ];
  });
}

const restore = 'Published versions never change. Put the file back as it was committed.';

function editedRecord(file: string, fault: string): Problem {
  return recordProblem(
    'version/record',
    file,
    `Unexpected ${fault}; expected the record as it was sealed.`,
    restore,
  );
}

function misplaced(file: string, actual: string, expected: string): Problem {
  const message = `Unexpected record of ${actual}, expected one of ${expected}.`;
  return recordProblem('version/record', file, message, restore);
}

function misnamed(file: string, updated: string | undefined): Problem {
  const message = `Unexpected name of the record of ${updated ?? 'an undated text'}, expected ${updated}.json.`;
  return recordProblem('version/record', file, message, restore);
}

function brokenChain(file: string, isFirst: boolean): Problem {
  const message = isFirst
    ? 'Unexpected first record that follows another, expected the record before it.'
    : 'Unexpected record, expected one that follows the record before it.';
  return recordProblem(
    'version/chain',
    file,
    message,
    'A record is missing or was replaced: restore the folder history/.',
  );
}

function recordProblem(rule: Rule, file: string, message: string, help: string): Problem {
  return { rule, severity: 'error', message, place: startOf(file), help };
}

/** What a working file is beside its last record: the same, a new version, or at odds with what is published. */
export type Standing = { isProposed: boolean; problems: Problem[] };

/**
 * Compares a working file with the last published version.
 * Reports changed text under a published date, a new date without a change, dates that run backwards, and a material
 * change that binds sooner than the policy promises. `lost` are anchors of the last version that the new page lacks.
 */
export function standingOf(
  file: ParsedFile,
  policy: ResolvedPolicy,
  last: VersionRecord | undefined,
  lost: readonly string[],
): Standing {
  if (!policy.updated) return { isProposed: false, problems: last ? [undated(file)] : [] };
  if (!last) return { isProposed: true, problems: noticeProblems(file, policy, undefined) };
  const { updated, effective = '' } = last.content;
  const fields = changedFields(last.content, toContent(withoutLaterNotice(policy, last)));
  if (policy.updated === updated) {
    return {
      isProposed: false,
      problems: fields.length > 0 ? [changedText(file, updated, fields, policy)] : [],
    };
  }
  const place = file.place(['updated'], 'value');
  if (policy.updated < updated)
    return { isProposed: true, problems: [backwards(place, 'updated', policy.updated, updated)] };
  const problems = [...lostAnchors(file, lost, updated), ...noticeProblems(file, policy, last)];
  // A text may stay and bind from another day, where that day is stated.
  const isMoved = policy.effective !== policy.updated && policy.effective !== effective;
  if (isOnlyDates(fields) && !isMoved) problems.push(noChange(place, policy.updated, updated));
  if ((policy.effective ?? '') < effective) {
    problems.push(
      backwards(effectivePlace(file), 'effective', policy.effective ?? policy.updated, effective),
    );
  }
  return { isProposed: true, problems };
}

// The day people were told is about that day, not about the text: it can be added once the text is published.
function withoutLaterNotice(policy: ResolvedPolicy, { content }: VersionRecord): ResolvedPolicy {
  if (!policy.change?.notified || !content.change || content.change.notified) return policy;
  const { notified: _, ...change } = policy.change;
  return { ...policy, change };
}

function undated(file: ParsedFile): Problem {
  return {
    rule: 'version/date-order',
    severity: 'error',
    message: 'Unexpected policy without `updated`, expected a date: versions of it are published.',
    place: file.place([], 'value'),
    help: 'Add `updated:` with the date of this text.',
  };
}

function changedText(file: ParsedFile, date: string, fields: string[], policy: ResolvedPolicy): Problem {
  const shown = fields.slice(0, 4).map((field) => `\`${field}\``);
  return {
    rule: 'version/changed-text',
    severity: 'error',
    message: `Unexpected change of ${shown.join(', ')}${fields.length > 4 ? ' and more' : ''}, expected the text published on ${date}.`,
    place: file.place(['updated'], 'value'),
    related: [
      {
        message: `The published text of ${policy.product.id}/${policy.slug}.`,
        place: startOf(recordFile(file, policy, date)),
      },
    ],
    help: `Give the new text a new date under \`updated\`, or undo the change.`,
  };
}

// The policy's own file says where the folder of policies is.
function recordFile({ file }: ParsedFile, { product, slug }: ResolvedPolicy, date: string): string {
  return file.replace(/[^/]*\/[^/]*$/, recordPath({ product: product.id, slug, date }));
}

function backwards(place: Place, field: 'updated' | 'effective', written: string, last: string): Problem {
  return {
    rule: 'version/date-order',
    severity: 'error',
    message: `Unexpected \`${field}: ${written}\`, expected a day ${field === 'updated' ? 'after' : 'on or after'} that of the last published version, ${last}.`,
    place,
    help: 'A published version stays where it is in time: choose a later day.',
  };
}

// A policy that does not say from when it binds does so from the day of its text.
function effectivePlace(file: ParsedFile): Place {
  return file.place([isMap(file.value) && 'effective' in file.value ? 'effective' : 'updated'], 'value');
}

function noChange(place: Place, written: string, last: string): Problem {
  return {
    rule: 'version/no-change',
    severity: 'error',
    message: `Unexpected new date ${written}, expected a change of the text published on ${last}.`,
    place,
    help: `Set \`updated\` back to ${last}. To say that the text is still true, set \`reviewed\`.`,
  };
}

function lostAnchors(file: ParsedFile, lost: readonly string[], date: string): Problem[] {
  if (lost.length === 0) return [];
  const anchors = lost.map((anchor) => `\`${anchor}\``).join(', ');
  const [what, its] = lost.length === 1 ? ['anchor', 'its'] : ['anchors', 'their'];
  return [
    {
      rule: 'version/anchor-lost',
      severity: 'error',
      message: `Unexpected loss of the ${what} ${anchors} of the version of ${date}, expected every anchor to keep working.`,
      place: file.place(['sections'], 'key'),
      help: `Add ${anchors} to \`aliases\` of the section that holds what took ${its} place, or of the policy if nothing did.`,
    },
  ];
}

/**
 * The promise of notice a new text is held to: that of the published version, since a new version cannot shorten what
 * was promised for its coming; its own where that one made none.
 */
export function promisedNotice(
  policy: Pick<ResolvedPolicy, 'notice'>,
  last: Pick<ResolvedPolicy, 'notice'> | undefined,
): ResolvedPolicy['notice'] {
  return last?.notice?.period ? last.notice : policy.notice;
}

function noticeProblems(
  file: ParsedFile,
  policy: ResolvedPolicy,
  last: VersionRecord | undefined,
): Problem[] {
  const { change, updated, effective } = policy;
  const notice = promisedNotice(policy, last?.content);
  if (!notice?.period || !updated || !effective) return [];
  const isPromised = notice.for === 'all' ? change || last : change?.material === true;
  if (!isPromised) return [];
  const told = change?.notified ?? updated;
  const earliest = addPeriod(told, notice.period);
  if (effective >= earliest) return [];
  return [
    {
      rule: 'version/notice',
      severity: 'error',
      message: `Unexpected \`effective: ${effective}\`, expected ${earliest} or later: the policy promises notice of ${notice.period}, counted from ${told}.`,
      place: effectivePlace(file),
      related: [
        {
          message: 'The promise.',
          place:
            policy.notice?.period === notice.period
              ? file.place(['notice', 'period'], 'value')
              : startOf(recordFile(file, policy, last?.content.updated ?? '')),
        },
      ],
      help: `Set \`effective\` to ${earliest} or a later day.`,
    },
  ];
}

// What says of a version that it is one; a version that changes nothing else changes nothing.
function isOnlyDates(fields: readonly string[]): boolean {
  return fields.every((field) => field === 'updated' || field === 'effective' || /^change($|\.)/.test(field));
}

/** The paths at which two values differ, in the order of the newer one; the shortest path that tells. */
export function changedFields(before: unknown, after: unknown, path = ''): string[] {
  if (before === after) return [];
  const join = (key: string | number) => (path ? `${path}.${key}` : String(key));
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    return after.flatMap((item, index) => changedFields(before[index], item, join(idOf(item) ?? index)));
  }
  if (!isMap(before) || !isMap(after)) return [path];
  const keys = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  return keys.flatMap((key) => changedFields(before[key], after[key], join(key)));
}

function idOf(item: unknown): string | undefined {
  return isMap(item) && typeof item.id === 'string' ? item.id : undefined;
}
