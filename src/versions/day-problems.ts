import { type Place, type Problem, startOf } from '../problem.ts';
import type { Said } from './said.ts';

/** What of a version, placed on a day, decides what can be said beside it. */
type Standing = { id: string; date: string; effective: string; isProposed: boolean; status: string };

/** A policy on a day: what its file says of itself, and its versions in the order of their chain. */
type OnDay = { file: string; said: Said; versions: readonly Standing[]; today: string };

/**
 * What only the day tells of a policy: a text dated in the future, one that says nothing of another that waits, one that
 * names a version in a way that cannot be, a correction on a later day, and a text that binds from before its release.
 */
export function dayProblems(policy: OnDay): Problem[] {
  const proposed = policy.versions.find(({ isProposed }) => isProposed);
  return [
    ...withdrawalProblems(policy),
    ...(proposed
      ? [
          ...futureProblems(policy),
          ...laterCorrections(proposed, policy),
          ...namedProblems(policy),
          ...waitingProblems(proposed, policy),
          ...lateProblems(proposed, policy),
        ]
      : []),
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

// A second text of one day was written on that day: afterwards it would be a date that nobody could have read it on.
function laterCorrections({ date }: Standing, policy: OnDay): Problem[] {
  const { versions, today } = policy;
  const isSecond = versions.some((other) => !other.isProposed && other.date === date);
  if (!isSecond || today <= date) return [];
  return [
    fault(
      'version/changed-text',
      placeOf(policy, 'updated'),
      `Unexpected second text of ${date} on ${today}, expected a date of its own.`,
      `Set \`updated\` to ${today}. What it corrects, \`change.corrects\` may go on saying.`,
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

function namedProblems(policy: OnDay): Problem[] {
  const { insteadOf, after, corrects } = policy.said.change ?? {};
  const waiting = waitingOf(policy);
  const published = policy.versions.filter(
    ({ isProposed, status }) => !isProposed && status !== 'withdrawn' && status !== 'replaced',
  );
  const leaveOut = 'Name one of these, or leave the key out: a new text follows the one in force by itself.';
  return [
    ...unknown(policy, { path: 'change.insteadOf', id: insteadOf, expected: waiting, help: leaveOut }),
    ...unknown(policy, { path: 'change.after', id: after, expected: waiting, help: leaveOut }),
    ...unknown(policy, {
      path: 'change.corrects',
      id: corrects,
      expected: published,
      help: 'Name the version that the text corrects, or leave the key out.',
    }),
  ];
}

function withdrawalProblems(policy: OnDay): Problem[] {
  const { said, versions } = policy;
  const expected = versions.filter(
    ({ status, isProposed }) => !isProposed && (status === 'upcoming' || status === 'withdrawn'),
  );
  const help =
    'Only a version that does not bind yet can be taken back: publish another text, or end the policy with `retired`.';
  return (said.withdrawn ?? []).flatMap(({ version: id }, index) =>
    unknown(policy, { path: `withdrawn.${index}.version`, id, expected, help }),
  );
}

type Named = { path: string; id: string | undefined; expected: readonly Standing[]; help: string };

function unknown(policy: OnDay, { path, id, expected, help }: Named): Problem[] {
  if (id === undefined || expected.some((version) => version.id === id)) return [];
  const known = policy.versions.find((version) => !version.isProposed && version.id === id);
  const found = known ? `, which ${stateOf(known)},` : '';
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

function lateProblems({ effective, id }: Standing, policy: OnDay): Problem[] {
  const { said, today } = policy;
  if (effective >= today || said.change?.retroactive) return [];
  return [
    {
      rule: 'version/retroactive',
      severity: 'info',
      message: `The text of ${id} says that it binds from ${effective}, and on ${today} it is not published: it will bind from the day of its release.`,
      place: placeOf(policy, 'effective', 'updated'),
      help: `If it has to bind from ${effective} all the same, say why under \`change.retroactive\`; readers see it.`,
    },
  ];
}
