import { writeWhole } from '../doors/write.ts';
import { valueAt } from '../read/shape.ts';
import type { PlacedVersion } from '../site/policy-standing.ts';
import { linesWithEntry } from '../versions/edit-text.ts';
import { proposedChange, reviseText } from '../versions/revise.ts';
import { declareCommand, inProject, ofFolder, onDay, refusal } from './options.ts';
import { done, nothingDone, type PolicyInHand, policyInHand, reasonsOf, saysItsOwn } from './policy-file.ts';

export const correct = declareCommand({
  usage: 'correct <product>/<policy>',
  about: ['Begin a version that only corrects the last one, on the day of that one too.'],
  options: { ...inProject, ...ofFolder, ...onDay },
  run([operand, ...others], told) {
    if (others.length > 0) throw refusal(`Unexpected ${others.join(' ')}, expected one policy.`);
    const policy = policyInHand(operand, told);
    const { name, library, published, standing } = policy;
    const last = published.at(-1);
    if (!last) return nothingDone(`No version of ${name} is published: its text can be changed as it is.`);
    if (last.date > library.today)
      return nothingDone(
        `Unexpected day ${library.today}, expected ${last.date} or later, the day of ${last.id}.`,
      );
    // Where the day is taken, a text that was begun can be nothing but a correction on it.
    if (standing.versions.length > published.length && last.date < library.today)
      return nothingDone(
        `${policy.path} is a new version already, not released yet. If it only corrects ${last.id}, set \`updated: ${library.today}\` and add \`corrects: ${last.id}\` to its \`change\`.`,
      );
    return beginCorrection(policy, last);
  },
});

function beginCorrection(policy: PolicyInHand, last: PlacedVersion): number {
  const { path, file, library, published } = policy;
  const { today } = library;
  const text = reviseText(file, {
    updated: today,
    ...laterDay(valueAt(file.value, ['effective']), today),
    change: saysItsOwn(policy)
      ? linesWithEntry(file, 'change', { corrects: last.id })
      : proposedChange({ corrects: last.id, reasons: reasonsOf(policy) }),
  });
  if (text === undefined)
    throw refusal(`Unexpected problems in ${path}, expected a file that can be read: run check.`);
  writeWhole(path, text);
  const count = published.filter(({ date }) => date === today).length;
  const id = count > 0 ? `${today}.${count + 1}` : today;
  return done(
    `${path} is the version ${id} now: \`updated: ${today}\`, and \`change.corrects: ${last.id}\`.`,
    'Correct the text, and say under `change.summary` what was wrong. After the release readers see the corrected text; the',
    `page of ${last.id} stays and says what corrects it, and the history shows the correction under it.`,
  );
}

// A version that is announced is corrected for the same day.
function laterDay(effective: unknown, today: string): { effective?: string } {
  return typeof effective === 'string' && effective > today ? { effective } : {};
}
