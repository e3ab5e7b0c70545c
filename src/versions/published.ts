import { type Place, type Problem, startOf } from '../problem.ts';
import { recordPath } from '../read/location.ts';
import type { ParsedFile } from '../read/parse.ts';
import type { YamlPath } from '../read/places.ts';
import { isMap } from '../read/shape.ts';
import { toContent } from '../resolve/content.ts';
import type { ResolvedPolicy } from '../resolve/policy-model.ts';
import { slugOf } from '../resolve/sections.ts';
import { writtenOf } from '../resolve/written.ts';
import { addPeriod } from '../time/day.ts';
import { readRecord, versionIdOf } from './record.ts';
import { openRecord, type VersionRecord } from './record-formats.ts';
import { type Act, replacementOf, withdrawalOf } from './timeline.ts';
import type { VersionEntry } from './versions.ts';

/** The record of a published version; nothing where it cannot be read. */
export function recordOf(
  { path }: Pick<VersionEntry, 'path'>,
  { read }: { read(path: string): Uint8Array },
): VersionRecord | undefined {
  const result = path === undefined ? undefined : readRecord(read(path));
  return result && 'record' in result ? result.record : undefined;
}

/**
 * The last of the published versions that was neither taken back nor replaced: what a text that is being edited follows.
 * `others` are versions that it takes back or replaces itself.
 */
export function lastStanding(
  versions: readonly VersionEntry[],
  acts: readonly Act[],
  others: readonly string[] = [],
): VersionEntry | undefined {
  return versions.findLast(
    (version) =>
      !version.isProposed &&
      !others.includes(version.id) &&
      !withdrawalOf(version, acts) &&
      !replacementOf(version, versions),
  );
}

/**
 * Where the text of a policy differs from what a record holds as written. Our words and the way a fact is shown are
 * no part of that; nor is its name, nor a day people were told of it that was added since.
 */
export function changedSince(record: VersionRecord, policy: ResolvedPolicy): string[] {
  const sealed: Named = record.format === 1 ? record.content : record.written;
  const own = withSealedParties(withoutLaterNotice(policy, sealed), sealed);
  if (record.format === 1) return changedFields(renamed(sealed, policy), toContent(own));
  const { written, quoted } = writtenOf(own);
  const fields = changedFields(renamed(sealed, policy), written);
  const quoting = new Set([...Object.keys(quoted), ...Object.keys(record.quoted)]);
  const others = [...quoting].filter(
    (path) => !fields.includes(path) && changedFields(record.quoted[path], quoted[path]).length > 0,
  );
  return [...fields, ...others];
}

type Named = {
  product: object;
  slug: string;
  change?: ResolvedPolicy['change'];
  facts?: { cookies?: unknown };
};

// Where a product names no domain of its own, a cookie was third-party once by being on any. Nobody wrote that: a policy
// that was sealed so is not changed by our saying nothing any more.
function withSealedParties(policy: ResolvedPolicy, { facts }: Named): ResolvedPolicy {
  const { cookies } = policy.facts;
  const sealed = Array.isArray(facts?.cookies) ? facts.cookies.filter(isMap) : [];
  if (typeof cookies !== 'object' || sealed.length === 0) return policy;
  const thirdParty = new Set(sealed.flatMap(({ id, party }) => (party === 'third' ? [id] : [])));
  const parties = Object.entries(cookies).map(([id, cookie]) => {
    const isUnsaid = cookie.party === undefined && cookie.domain !== undefined;
    return [id, isUnsaid && thirdParty.has(id) ? { ...cookie, party: 'third' as const } : cookie] as const;
  });
  return { ...policy, facts: { ...policy.facts, cookies: Object.fromEntries(parties) } };
}

// A policy keeps its text when it is given another name.
function renamed<T extends Named>(sealed: T, { product, slug }: ResolvedPolicy): T {
  return { ...sealed, product: { ...sealed.product, id: product.id }, slug };
}

// The day people were told is about that day, not about the text: it can be added once the text is published.
function withoutLaterNotice(policy: ResolvedPolicy, sealed: Named): ResolvedPolicy {
  if (!policy.change?.notified || !sealed.change || sealed.change.notified) return policy;
  const { notified: _, ...change } = policy.change;
  return { ...policy, change };
}

/** What a working file is beside its last record: the same, a new version, or at odds with what is published. */
export type Standing = { isProposed: boolean; problems: Problem[] };

/**
 * Compares a working file with the published version it follows.
 * Reports changed text under a published date, a new date without a change, dates that run backwards, and a material
 * change that binds sooner than the policy promises. `lost` are anchors of the last version that the new page lacks;
 * `floor` is the day from which the version before it binds that is there to stay.
 */
export function standingOf(
  file: ParsedFile,
  policy: ResolvedPolicy,
  last: VersionRecord | undefined,
  lost: readonly string[],
  floor: string,
): Standing {
  if (!policy.updated) return { isProposed: false, problems: last ? [undated(file)] : [] };
  if (!last) return { isProposed: true, problems: noticeProblems(file, policy, undefined) };
  const published = openRecord(last);
  const { updated = '', effective } = published;
  const fields = changedSince(last, policy);
  const id = versionIdOf(last);
  const isAnother = fields.length > 0 && namedBy(policy).includes(id);
  if (policy.updated === updated && !isAnother) {
    return {
      isProposed: false,
      problems: fields.length > 0 ? [changedText(file, id, fields, policy)] : [],
    };
  }
  const place = file.place(['updated'], 'value');
  // A text that was dated in the future was published before: no later one has to wait for its day.
  const day = last.format === 2 && last.released < updated ? last.released : updated;
  if (policy.updated < day)
    return { isProposed: true, problems: [backwards(place, 'updated', policy.updated, day)] };
  const problems = [...lostAnchors(file, lost, updated), ...noticeProblems(file, policy, published, id)];
  // A text may stay and bind from another day, where that day is stated.
  const isMoved = policy.effective !== policy.updated && policy.effective !== effective;
  if (isOnlyDates(fields) && !isMoved) problems.push(noChange(place, policy.updated, updated));
  if ((policy.effective ?? '') < floor)
    problems.push(backwards(effectivePlace(file), 'effective', policy.effective ?? policy.updated, floor));
  return { isProposed: true, problems };
}

// A second text of one day says which version of that day it follows, and how.
function namedBy({ change }: ResolvedPolicy): (string | undefined)[] {
  return [change?.corrects, change?.insteadOf, change?.after];
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

function changedText(file: ParsedFile, id: string, fields: string[], policy: ResolvedPolicy): Problem {
  // Which entries a block shows follows from what the list of them holds, where that has changed.
  const own = fields.filter((field) => !/^sections\..*\.ids(\.\d+)?$/.test(field));
  const told = (own.length > 0 ? own : fields)
    .slice(0, 4)
    // Facts are written beside what else a policy says.
    .map((field) => field.replace(/^facts\./, ''));
  const shown = told.map((field) => `\`${field}\``);
  const [first = ['updated'], ...others] = told.flatMap((field) => {
    const path = writtenPath(field.split('.'), file.value);
    return path.length > 0 ? [path] : [];
  });
  return {
    rule: 'version/changed-text',
    severity: 'error',
    message: `Unexpected change of ${shown.join(', ')}${own.length > 4 ? ' and more' : ''}, expected the text published on ${id}.`,
    place: file.place(first, 'value'),
    related: [
      ...others.map((path) => ({ message: 'Changed as well.', place: file.place(path, 'value') })),
      {
        message: `The published text of ${policy.product.id}/${policy.slug}.`,
        place: startOf(recordFile(file, policy, id)),
      },
    ],
    help: `Give the new text a new date under \`updated\`, or undo the change. To correct it on the day it was published, write \`corrects: ${id}\` under \`change\`. Where it is not published yet, \`policybook release\` seals it again.`,
  };
}

// Where the file writes what a record keeps at a path, as far as it does: in a list by its place in it.
function writtenPath([key, ...rest]: readonly string[], value: unknown): YamlPath {
  if (key === undefined) return [];
  const step = Array.isArray(value) ? placeIn(value, key) : key;
  if (!isMap(value) && !Array.isArray(value)) return [];
  const inner: unknown = Reflect.get(value, step);
  return inner === undefined ? [] : [step, ...writtenPath(rest, inner)];
}

function placeIn(list: readonly unknown[], key: string): number {
  const index = list.findIndex(
    (item) => isMap(item) && (item.id ?? (typeof item.title === 'string' && slugOf(item.title))) === key,
  );
  return index < 0 ? Number(key) : index;
}

// The policy's own file says where the folder of policies is.
function recordFile({ file }: ParsedFile, { product, slug }: ResolvedPolicy, name: string): string {
  return file.replace(/[^/]*\/[^/]*$/, recordPath({ product: product.id, slug, name }));
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
      help: `Add ${anchors} to \`aliases\` of the section that holds what took ${its} place, or of the policy if nothing did. What stands in another policy of the product now goes to \`moved\`, with the place: \`${lost[0]}: <policy>#${lost[0]}\`.`,
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
  last: ResolvedPolicy | undefined,
  lastId = '',
): Problem[] {
  const { change, updated, starts = [] } = policy;
  // People who come later are bound as soon as they come: of several groups, the last is the one that was promised.
  const effective =
    starts
      .map(({ from }) => from)
      .toSorted()
      .at(-1) ?? policy.effective;
  const notice = promisedNotice(policy, last);
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
      message: `Unexpected \`effective: ${effective}\`, expected ${earliest} or later: the policy promises notice of ${notice.period}${notice.to ? ` to ${notice.to}` : ''}, counted from ${told}.`,
      place: effectivePlace(file),
      related: [
        {
          message: 'The promise.',
          place:
            policy.notice?.period === notice.period
              ? file.place(['notice', 'period'], 'value')
              : startOf(recordFile(file, policy, lastId)),
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
  if (Array.isArray(before) && Array.isArray(after)) {
    if (before.length === after.length)
      return after.flatMap((item, index) => changedFields(before[index], item, join(idOf(item) ?? index)));
    const first = after.findIndex((item, index) => changedFields(before[index], item).length > 0);
    const item = after[first];
    // What was taken out of a list stands nowhere in it.
    return [before.length < after.length && first >= 0 ? join(idOf(item) ?? first) : path];
  }
  if (!isMap(before) || !isMap(after)) return [path];
  const keys = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  return keys.flatMap((key) => changedFields(before[key], after[key], join(key)));
}

function idOf(item: unknown): string | undefined {
  return isMap(item) && typeof item.id === 'string' ? item.id : undefined;
}
