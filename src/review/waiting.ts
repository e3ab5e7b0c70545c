import { isDeepStrictEqual } from 'node:util';
import { proseText } from '../text/prose.ts';
import { lateWithdrawals, sealableActs } from '../versions/pending.ts';
import type { UnsealedAct } from '../versions/record.ts';
import type { PolicyText } from './side.ts';

// What waits for its day, and what a change does to it: counsel approves that together with the text.

/** Says of each announced version when it binds, and whether this change replaces it, follows it or takes it back. */
export function waitingSentences({ standing, entry }: PolicyText): string[] {
  const { withdrawn = [], change, effective } = entry?.said ?? {};
  const proposed = standing?.versions.find(({ isProposed }) => isProposed);
  const upcoming = standing?.versions.filter(({ status }) => status === 'upcoming') ?? [];
  return upcoming.map(({ id, from }) => {
    const announced = `The version of ${id}, announced for ${from},`;
    if (withdrawn.some(({ version }) => version === id)) return `${announced} is taken back and never binds.`;
    if (!proposed) return `${announced} stays announced.`;
    if (change?.insteadOf === id) return `${announced} never binds: ${movedDay(from, proposed.from)}`;
    if (change?.after === id) return `${announced} binds first; this text follows it on ${proposed.from}.`;
    if (change?.corrects === id) return `${announced} is corrected by this text.`;
    const own = typeof effective === 'string' ? ` on ${effective}` : '';
    return `${announced} stays announced; the file does not say whether this text takes its place or follows it${own}.`;
  });
}

function movedDay(announced: string, day: string): string {
  if (announced === day) return `this text takes its place, and binds on the same day, ${day}.`;
  const direction = day > announced ? 'postponed' : 'brought forward';
  return `this text takes its place, and the day is ${direction} from ${announced} to ${day}.`;
}

/** Says what a change adds to what happened to a policy beside its text: an end, a day on which people were told, a name. */
export function actSentences(before: PolicyText | undefined, after: PolicyText): string[] {
  const known = before?.entry?.pending ?? [];
  const added = (after.entry?.pending ?? []).filter(
    (act) => !known.some((own) => isDeepStrictEqual(own, act)),
  );
  const late = lateWithdrawals(added, after.standing?.versions ?? []);
  return [
    ...sealableActs(added, late).flatMap((act) => actSentence(act) ?? []),
    ...late.map(
      ({ id, from }) =>
        `Takes back the version of ${id}, which took effect on ${from}: that is too late, and no release does it.`,
    ),
  ];
}

function actSentence(act: UnsealedAct): string | undefined {
  switch (act.type) {
    case 'rename':
      return `Was called ${act.from}: every address under that name leads on.`;
    case 'notice':
      return `Says that people were told of the version of ${act.version} on ${act.notified}.`;
    case 'retirement':
      return `Ends on ${act.on}${act.instead ? `; ${act.instead} takes its place` : ''}. The reason given: ${proseText(act.because)}`;
    case 'withdrawal':
      return `Takes back the version of ${act.version}. The reason given: ${proseText(act.because)}`;
  }
}

const ofChange: ReadonlyMap<string, string> = new Map([
  ['version/stale-change', 'The block `change` is that of the last version: it says nothing of this one.'],
  ['version/no-summary', 'There is no `change.summary`: history would not say what this version changes.'],
  ['version/change-unjudged', 'Nobody has judged the change: `change.material` is not said.'],
]);

/** What is amiss with what a new version says of itself, from the faults of its file. */
export function changeBlockSentences(
  { file }: PolicyText,
  problems: readonly { rule: string; place: { file: string } }[],
): string[] {
  const own = new Set(problems.filter(({ place }) => place.file === file).map(({ rule }) => rule));
  return [...own].flatMap((rule) => ofChange.get(rule) ?? []);
}
