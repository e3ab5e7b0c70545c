import { type Place, type Problem, startOf } from '../problem.ts';
import { type LateAct, lateActs } from './pending.ts';
import type { UnsealedAct } from './record.ts';
import type { Said } from './said.ts';
import type { Act, Status } from './timeline.ts';

/** What of a version, placed on a day, decides what can be said beside it. */
type Standing = {
  id: string;
  date: string;
  effective: string;
  from: string;
  released?: string;
  isProposed: boolean;
  status: Status;
  /** Where its record lies below the folder of policies. */
  path?: string;
};

/** A policy on a day: what its file says of itself, its versions in the order of their chain, and what is not sealed yet. */
type OnDay = {
  /** The folder of policies, and the file of this one in it. */
  root: string;
  file: string;
  said: Said;
  versions: readonly Standing[];
  acts: readonly Act[];
  pending: readonly UnsealedAct[];
  today: string;
};

/**
 * What only the day tells of a policy: a text dated in the future, one that says nothing of another that waits, one that
 * names a version in a way that cannot be, and what was not released in time. What comes true by the mere passing of time
 * is told and stops nothing: nobody did anything wrong on that day, and a release says what is so by then.
 */
export function dayProblems(policy: OnDay): Problem[] {
  const proposed = policy.versions.find(({ isProposed }) => isProposed);
  return [
    ...sealedFutureProblems(policy),
    ...withdrawalProblems(policy),
    ...endProblems(policy),
    ...(proposed
      ? [
          ...futureProblems(policy),
          ...secondTextProblems(proposed, policy),
          ...namedProblems(policy),
          ...waitingProblems(proposed, policy),
          ...lateProblems(proposed, policy),
        ]
      : unsaidProblems(policy)),
  ];
}

function placeOf({ file, said }: OnDay, ...paths: string[]): Place {
  const [found] = paths.flatMap((path) => said.places[path] ?? []);
  return found ?? startOf(file);
}

function fault(rule: Problem['rule'], place: Place, message: string, help: string): Problem {
  return { rule, severity: 'error', message, place, help };
}

function futureProblems(policy: OnDay): Problem[] {
  const { said, today } = policy;
  if (!said.updated || said.updated <= today) return [];
  return [
    fault(
      'version/future',
      placeOf(policy, 'updated'),
      `Unexpected \`updated: ${said.updated}\`, expected today, ${today}, or a day before it.`,
      'Set `updated` to the day of the text; the day from which it binds goes to `effective`. In which time zone a day begins, `timeZone` in site.yaml says.',
    ),
  ];
}

// A record cannot say another day; one that is taken back or replaced refuses no other any more.
function sealedFutureProblems({ root, said, versions, today }: OnDay): Problem[] {
  const { withdrawn = [], change, updated } = said;
  const named = [change?.insteadOf, ...withdrawn.map(({ version }) => version)];
  const future = versions.filter(({ id, date, released, isProposed, status }) => {
    if (isProposed || status !== 'upcoming' || date <= today || named.includes(id)) return false;
    return released === undefined ? updated !== undefined && updated < date : released < date;
  });
  return future.map(({ id, date, released = today, path }) =>
    fault(
      'version/future',
      startOf(`${root}/${path}`),
      `Unexpected date ${date} of a sealed version, expected the day of its release, ${released}, or one before it.`,
      `Set \`updated\` in the file of the policy to the day of the text, and run \`policybook release\`: where the version is not published yet, it is sealed again. Where it is, take it back: \`withdrawn: [{ version: ${id}, because: … }]\`.`,
    ),
  );
}

function note(rule: Problem['rule'], place: Place, message: string, help: string): Problem {
  return { ...fault(rule, place, message, help), severity: 'info' };
}

// A second text of one day was written on that day, and not released then.
function secondTextProblems({ id, date }: Standing, policy: OnDay): Problem[] {
  const { versions, today } = policy;
  const isSecond = versions.some((other) => !other.isProposed && other.date === date);
  if (!isSecond || today <= date) return [];
  return [
    note(
      'version/second-text',
      placeOf(policy, 'updated'),
      `The second text of ${date}, ${id}, was not released on that day: it will be dated ${date} and published on the day of its release, from which it binds at the earliest.`,
      `Set \`updated\` to ${today} to give it a date of its own. What it corrects, \`change.corrects\` may go on saying.`,
    ),
  ];
}

/** Published versions that do not bind yet, and that the file does not take back. */
function waitingOf({ said, versions }: OnDay): Standing[] {
  const taken = new Set(said.withdrawn?.map(({ version }) => version));
  return versions.filter(({ id, status, isProposed }) => {
    return !isProposed && status === 'upcoming' && !taken.has(id);
  });
}

function waitingProblems({ id }: Standing, policy: OnDay): Problem[] {
  const last = waitingOf(policy).at(-1);
  if (!last) return [];
  const { insteadOf, after, corrects } = policy.said.change ?? {};
  if ([insteadOf, after, corrects].includes(last.id)) return [];
  return [
    fault(
      'version/waiting',
      placeOf(policy, 'change', 'updated'),
      `Unexpected new version ${id} while ${last.id} waits for ${last.effective}, expected \`change\` to say which of the two is meant.`,
      `Add \`insteadOf: ${last.id}\` to \`change\` if the new text takes its place, so that it never binds; or \`after: ${last.id}\` if both bind, one after the other.`,
    ),
  ];
}

// Records of format 1 do not say it; whoever meant to replace the first has until its day to take it back.
function unsaidProblems(policy: OnDay): Problem[] {
  const [first, last] = waitingOf(policy).slice(-2);
  const { insteadOf, after, corrects } = policy.said.change ?? {};
  if (!first || !last || [insteadOf, after, corrects].includes(first.id)) return [];
  return [
    note(
      'version/waiting',
      placeOf(policy, 'change', 'updated'),
      `Two versions wait, and ${last.id} does not say what becomes of ${first.id}: as it is, ${first.id} binds from ${first.from}, and ${last.id} follows it on ${last.from}.`,
      `Where ${first.id} is not to bind, take it back before its day: \`withdrawn: [{ version: ${first.id}, because: … }]\`, or \`policybook withdraw\`.`,
    ),
  ];
}

function namedProblems(policy: OnDay): Problem[] {
  const { insteadOf, after, corrects } = policy.said.change ?? {};
  const waiting = waitingOf(policy);
  const published = publishedOf(policy);
  const leaveOut = 'Name one of these, or leave the key out: a new text follows the one in force by itself.';
  const begun = published.filter((version) => hasBegunSince(version, policy));
  return [
    ...begun.filter(({ id }) => id === insteadOf).map((version) => overtaken(version, policy)),
    ...[
      { path: 'change.insteadOf', id: insteadOf },
      { path: 'change.after', id: after },
    ].flatMap(({ path, id }) =>
      begun.some((version) => version.id === id)
        ? []
        : unknown(policy, { path, id, expected: waiting, help: leaveOut }),
    ),
    ...unknown(policy, {
      path: 'change.corrects',
      id: corrects,
      expected: published,
      help: 'Name the version that the text corrects, or leave the key out.',
    }),
  ];
}

function publishedOf({ versions }: OnDay): Standing[] {
  return versions.filter(
    ({ isProposed, status }) => !isProposed && status !== 'withdrawn' && status !== 'replaced',
  );
}

// A version that waited when the text was written, and binds by now.
function hasBegunSince({ from }: Standing, { said: { updated = '' }, today }: OnDay): boolean {
  return updated < from && from <= today;
}

function overtaken({ id, from }: Standing, policy: OnDay): Problem {
  return note(
    'version/overtaken',
    placeOf(policy, 'change.insteadOf'),
    `The version of ${id} took effect on ${from}, before this text was released: this text will follow it, and does not take its place before its day.`,
    'Release it as it is, or leave `insteadOf` out: a new text follows the one in force by itself.',
  );
}

function withdrawalProblems(policy: OnDay): Problem[] {
  const { said, versions } = policy;
  const announced = versions.filter(({ status, isProposed }) => !isProposed && status === 'upcoming');
  const known = [...announced, ...versions.filter(({ status }) => status === 'withdrawn')];
  const begun = new Set(versions.filter((version) => hasBegunSince(version, policy)).map(({ id }) => id));
  const late = new Map(
    lateActs(policy.pending, policy).flatMap((one) =>
      one.act.type === 'withdrawal' && begun.has(one.act.version) ? [[one.act.version, one] as const] : [],
    ),
  );
  const help =
    'Only a version that does not bind yet can be taken back: publish another text, or end the policy with `retired`.';
  return (said.withdrawn ?? []).flatMap(({ version: id, because }, index) => {
    const path = `withdrawn.${index}.version`;
    const tooLate = late.get(id);
    if (tooLate) return [lateWithdrawal(id, tooLate, placeOf(policy, path))];
    return [
      ...unknown(policy, { path, id, expected: announced, known, help }),
      ...otherReason(policy, { path, id, because }),
    ];
  });
}

function lateWithdrawal(id: string, { since }: LateAct, place: Place): Problem {
  return note(
    'version/overtaken',
    place,
    `The version of ${id} took effect on ${since}, before its withdrawal was released: no release takes it back.`,
    'Take the entry out. To change what is in force, publish another text, or end the policy with `retired`.',
  );
}

// Readers were given the reason that is sealed.
function otherReason(
  policy: OnDay,
  { path, id, because }: { path: string; id: string; because: string },
): Problem[] {
  const act = policy.acts.find((one) => one.type === 'withdrawal' && one.version === id);
  if (act?.type !== 'withdrawal' || act.because === because.trimEnd()) return [];
  return [
    fault(
      'version/changed-act',
      placeOf(policy, path),
      `Unexpected other reason for taking ${id} back, expected the one that was published on ${act.day}: ${act.because}`,
      againHelp,
    ),
  ];
}

const againHelp =
  'Put back what is sealed; or run `policybook release`, which seals it again where it is not published yet.';

function endProblems(policy: OnDay): Problem[] {
  const { said, acts, pending, today } = policy;
  const sealed = acts.findLast((act) => act.type === 'retirement');
  if (sealed?.type === 'retirement' && !said.retired)
    return [
      fault(
        'version/changed-act',
        startOf(policy.file),
        `Unexpected absence of \`retired\`, expected the end of the policy that was published on ${sealed.day}: it ends on ${sealed.on}.`,
        againHelp,
      ),
    ];
  const end = pending.find((act) => act.type === 'retirement');
  const late = lateActs(pending, policy).find(({ act }) => act === end);
  if (late) return [endedBefore(late, placeOf(policy, 'retired.on'))];
  const isTold = acts.some((act) => act.type === 'retirement' && act.on === end?.on);
  return end && end.on < today && !isTold ? [lateEnd(end.on, policy)] : [];
}

function endedBefore({ since }: LateAct, place: Place): Problem {
  return note(
    'version/overtaken',
    place,
    `The policy ended on ${since}, before another day was released: no release gives its end another one.`,
    `Put back the day that is sealed. To have a policy again, begin one with a name of its own.`,
  );
}

// Until a release says so, readers are told of no end.
function lateEnd(on: string, policy: OnDay): Problem {
  return note(
    'version/retroactive',
    placeOf(policy, 'retired.on'),
    `The file says that the policy ends on ${on}, and on ${policy.today} that is not published: it will end on the day of its release.`,
    `Set \`on\` to the day on which you release it, ${policy.today} or later.`,
  );
}

/** A version that a file names: `expected` are those to choose from, `known` those that it may name as well. */
type Named = {
  path: string;
  id: string | undefined;
  expected: readonly Standing[];
  known?: readonly Standing[];
  help: string;
};

function unknown(policy: OnDay, { path, id, expected, known = expected, help }: Named): Problem[] {
  if (id === undefined || known.some((version) => version.id === id)) return [];
  const actual = policy.versions.find((version) => !version.isProposed && version.id === id);
  const found = actual ? `, which ${stateOf(actual)},` : '';
  const which = path === 'change.corrects' ? 'published' : 'announced';
  const options = expected.map((version) => version.id).slice(-3);
  const listed = options.length > 0 ? ` ${which}: ${options.join(', ')}` : ` ${which}, and none is`;
  const key = path.replace(/\.\d+\./, '.').replace(/^change\./, '');
  return [
    fault(
      'version/unknown-version',
      placeOf(policy, path),
      `Unexpected \`${key}: ${id}\`${found || ','} expected a version that is${listed}.`,
      help,
    ),
  ];
}

function stateOf({ status, effective }: Standing): string {
  if (status === 'in-force' || status === 'in-part') return `binds since ${effective}`;
  if (status === 'upcoming') return 'is taken back in this file';
  if (status === 'withdrawn') return 'was taken back';
  return status === 'replaced' ? 'another version has replaced' : 'another version has followed';
}

function lateProblems({ effective, id, date }: Standing, policy: OnDay): Problem[] {
  const { said, today, versions } = policy;
  const isSecond = versions.some((other) => !other.isProposed && other.date === date);
  if (effective >= today || said.change?.retroactive || isSecond) return [];
  const says = said.effective
    ? `says that it binds from ${effective}, and`
    : `has no \`effective\` and would bind from ${effective};`;
  return [
    {
      rule: 'version/retroactive',
      severity: 'info',
      message: `The text of ${id} ${says} on ${today} it is not published: it will bind from the day of its release.`,
      place: placeOf(policy, 'effective', 'updated'),
      help: `If it has to bind from ${effective} all the same, say why under \`change.retroactive\`; readers see it.`,
    },
  ];
}
