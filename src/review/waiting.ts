import { isDeepStrictEqual } from 'node:util';
import { proseText } from '../text/prose.ts';
import type { LateAct } from '../versions/pending.ts';
import type { UnsealedAct } from '../versions/record.ts';
import type { Act, Placed } from '../versions/timeline.ts';
import type { VersionEntry } from '../versions/versions.ts';
import { dayWords, versionWords } from './days.ts';
import type { PolicyText } from './side.ts';
import { lateIn, type Versions, withdrawnIn } from './standing.ts';

// What waits for its day, and what a change does to it: counsel approves that together with the text.

type Sides = { before: PolicyText | undefined; after: PolicyText };

/** Says of each announced version when it binds, and whether this change replaces it, follows it or takes it back. */
export function waitingSentences(sides: Sides, { known, brought }: Versions): string[] {
  const { before, after } = sides;
  const announced = before?.standing?.versions ?? known;
  const upcoming = announced.filter(({ status, digest }) => status === 'upcoming' && digest !== undefined);
  const told = new Set(newActs(sides).flatMap((act) => (act.type === 'withdrawal' ? [act.version] : [])));
  return upcoming
    .filter(({ id }) => !told.has(id))
    .map((version) => waitingSentence(version, after, brought.at(-1)));
}

function waitingSentence(
  { id, from }: Placed<VersionEntry>,
  after: PolicyText,
  next: Placed<VersionEntry> | undefined,
): string {
  const { change, effective, retired } = after.entry?.said ?? {};
  const announced = `The version of ${versionWords(id)}, announced for ${dayWords(from)},`;
  if (withdrawnIn(after).includes(id)) return `${announced} is taken back and never binds.`;
  if (retired && retired.on <= from) return `${announced} never binds: the policy ends before.`;
  if (!next) return `${announced} stays announced.`;
  if (next.insteadOf === id) return `${announced} never binds: ${movedDay(from, next.from)}`;
  if (change?.after === id)
    return `${announced} binds first; this text follows it on ${dayWords(next.from)}.`;
  if (next.corrects === id) return `${announced} is corrected by this text.`;
  const own = typeof effective === 'string' ? ` on ${dayWords(effective)}` : '';
  return `${announced} stays announced; the file does not say whether this text takes its place or follows it${own}.`;
}

function movedDay(announced: string, day: string): string {
  const [old, now] = [announced, day].map(dayWords);
  if (announced === day) return `this text takes its place, and binds on the same day, ${now}.`;
  const direction = day > announced ? 'postponed' : 'brought forward';
  return `this text takes its place, and the day is ${direction} from ${old} to ${now}.`;
}

/**
 * Says what a change adds to what happened to a policy beside its text: another name, an end, a day on which people were
 * told, a version that it seals beside the text it has now.
 */
export function actSentences(sides: Sides, { known, brought }: Versions): string[] {
  const { before, after } = sides;
  const from = new Map(known.map((version) => [version.id, version.from]));
  const isRenamed = before !== undefined && before.name !== after.name;
  const added = newActs(sides);
  const late = lateIn(after);
  const done = added.filter((act) => !late.some((one) => one.act === act));
  return [
    ...(isRenamed ? [`Was called ${before.name}: every address under that name leads on.`] : []),
    ...done.flatMap((act) => actSentence(act, from.get('version' in act ? act.version : '')) ?? []),
    ...late.filter(({ act }) => added.includes(act)).map(lateSentence),
    ...brought
      .slice(0, -1)
      .map(({ id }) => `The record of a version of ${versionWords(id)} is part of this change as well.`),
  ];
}

function lateSentence({ act, since }: LateAct): string {
  const late = 'that is too late, and no release does it.';
  return act.type === 'withdrawal'
    ? `Takes back the version of ${versionWords(act.version)}, which took effect on ${dayWords(since)}: ${late}`
    : `Gives the policy, which ended on ${dayWords(since)}, another end: ${late}`;
}

// What a change seals of what its file said before is no news; on which day it is sealed is none either.
function newActs({ before, after }: Sides): UnsealedAct[] {
  const known = actsOf(before);
  return actsOf(after).filter((act) => !known.some((own) => isDeepStrictEqual(own, act)));
}

function actsOf(text: PolicyText | undefined): UnsealedAct[] {
  return [...(text?.standing?.acts ?? []).map(withoutDay), ...(text?.entry?.pending ?? [])];
}

function withoutDay({ day: _day, ...act }: Act): UnsealedAct {
  // An act without its day is one that is not sealed.
  return act as UnsealedAct;
}

function actSentence(act: UnsealedAct, announced: string | undefined): string | undefined {
  switch (act.type) {
    case 'rename':
      return undefined;
    case 'notice':
      return `Says that people were told of the version of ${versionWords(act.version)} on ${dayWords(act.notified)}.`;
    case 'retirement':
      return `Ends on ${dayWords(act.on)}${act.instead ? `; ${act.instead} takes its place` : ''}. The reason given: ${proseText(act.because)}`;
    case 'withdrawal': {
      const day = announced ? `, announced for ${dayWords(announced)}` : '';
      return `Takes back the version of ${versionWords(act.version)}${day}, which never binds. The reason given: ${proseText(act.because)}`;
    }
  }
}

const ofChange: ReadonlyMap<string, string> = new Map([
  ['version/stale-change', 'The block `change` is that of the last version: it says nothing of this one.'],
  ['version/no-summary', 'There is no `change.summary`: history would not say what this version changes.'],
]);

/** What is amiss with what a new version says of itself, from the faults of its file. */
export function changeBlockSentences(
  { file }: PolicyText,
  problems: readonly { rule: string; place: { file: string } }[],
): string[] {
  const own = new Set(problems.filter(({ place }) => place.file === file).map(({ rule }) => rule));
  return [...own].flatMap((rule) => ofChange.get(rule) ?? []);
}
