import { writeWhole } from '../doors/write.ts';
import { linesWithEntry } from '../versions/edit-text.ts';
import { proposedChange, reviseText } from '../versions/revise.ts';
import { dayOf, declareCommand, inProject, ofFolder, onDay, refusal } from './options.ts';
import {
  done,
  nothingDone,
  type PolicyInHand,
  policyInHand,
  reasonsOf,
  saysItsOwn,
  waitingVersion,
} from './policy-file.ts';

export const revise = declareCommand({
  usage: 'revise <product>/<policy>',
  about: ["Begin a new version: give the file today's date, and begin what it says of itself."],
  options: {
    effective: { value: '<date>', help: 'the day it binds, if later' },
    ...inProject,
    ...ofFolder,
    ...onDay,
  },
  run([operand, ...others], told) {
    if (others.length > 0) throw refusal(`Unexpected ${others.join(' ')}, expected one policy.`);
    const effective = dayOf(told.effective);
    const policy = policyInHand(operand, told);
    const { today } = policy.library;
    if (effective !== undefined && effective < today)
      throw refusal(`Unexpected day ${effective}, expected ${today} or later.`);
    return takenDay(policy) ?? beginVersion(policy, effective);
  },
});

// A published text does not change, and one day has one text unless the second corrects it.
function takenDay(policy: PolicyInHand): number | undefined {
  const { name, library, published } = policy;
  const last = published.at(-1);
  if (!last || last.date < library.today || follows(policy, last.id)) return undefined;
  return nothingDone(
    `Unexpected day ${library.today}, expected one after that of the last version of ${name}: ${last.id} is published.`,
    ...(last.date === library.today ? [`To correct it today: policybook correct ${name}`] : []),
    `For another text, run this again on a day after ${last.date}.`,
  );
}

// A second text of a day says which it follows, and how.
function follows({ standing }: PolicyInHand, id: string): boolean {
  const { corrects, insteadOf, after } = standing.entry.said.change ?? {};
  return standing.versions.some(({ isProposed }) => isProposed) && [corrects, insteadOf, after].includes(id);
}

function beginVersion(policy: PolicyInHand, effective: string | undefined): number {
  const { path, file, library, published, standing } = policy;
  const isBegun = standing.versions.length > published.length || published.length === 0;
  const waiting = waitingVersion(policy);
  const text = reviseText(file, {
    updated: library.today,
    ...(effective && { effective }),
    isBegun,
    ...(!isBegun && {
      change: saysItsOwn(policy)
        ? linesWithEntry(file, 'change', {})
        : proposedChange({ ...(waiting && { waiting: waiting.id }), reasons: reasonsOf(policy) }),
    }),
  });
  if (text === undefined)
    throw refusal(`Unexpected problems in ${path}, expected a file that can be read: run check.`);
  if (text === file.text)
    return nothingDone(`${path} is the version of ${library.today} already, not released yet.`);
  writeWhole(path, text);
  if (isBegun) return done(`${path} is the version of ${library.today} now.`);
  return done(
    `${path} is the version of ${library.today} now. Say under \`change.summary\` what it changes.`,
  );
}
