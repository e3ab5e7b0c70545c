import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../doors/write.ts';
import { valueAt } from '../read/shape.ts';
import { dayBefore } from '../time/day.ts';
import { editText, linesOf } from '../versions/edit-text.ts';
import { dayOf, declareCommand, inProject, ofFolder, onDay, refusal } from './options.ts';
import { done, nothingDone, type PolicyInHand, policyInHand } from './policy-file.ts';

export const retire = declareCommand({
  usage: 'retire <product>/<policy>',
  about: ['End a policy: from a day on no version of it is in force.'],
  options: {
    on: { value: '<date>', help: 'the first day without it' },
    because: { value: '<reason>', help: 'why; readers see it' },
    instead: { value: '<policy>', help: 'the policy of this product that takes its place' },
    ...inProject,
    ...ofFolder,
    ...onDay,
  },
  run([operand, ...others], { because, instead, ...told }) {
    if (others.length > 0) throw refusal(`Unexpected ${others.join(' ')}, expected one policy.`);
    const on = dayOf(told.on);
    if (on === undefined || because === undefined)
      throw refusal('Unexpected end of a policy without a day or a reason, expected --on and --because.');
    const policy = policyInHand(operand, told);
    const refused = refusedBecause(policy, on, instead);
    if (refused) return nothingDone(refused);
    return end(policy, { on, because, ...(instead && { instead }) });
  },
});

function refusedBecause(policy: PolicyInHand, on: string, instead: string | undefined): string | undefined {
  const { name, folder, product, slug, path, library, published, file } = policy;
  if (published.length === 0) return `No version of ${name} is published: delete its file.`;
  if (valueAt(file.value, ['retired']))
    return `${path} says already that it is retired: change \`retired\` there.`;
  if (on < library.today)
    return `Unexpected day ${on}, expected ${library.today} or later: nobody was told before.`;
  if (instead === undefined) return undefined;
  const isThere = (other: string) => other !== slug && existsSync(join(folder, product, `${other}.yaml`));
  const [, own = ''] = instead.split('/');
  if (isThere(instead)) return undefined;
  return `Unexpected policy ${instead}, expected ${isThere(own) ? own : `another one of ${product}`}.`;
}

function end(policy: PolicyInHand, retired: { on: string; because: string; instead?: string }): number {
  const { path, file, product } = policy;
  const edit = { key: 'retired', lines: linesOf('retired', retired) };
  const text = editText(file, [edit], ['title', 'updated', 'effective', 'change', 'withdrawn']);
  if (text === undefined)
    throw refusal(`Unexpected problems in ${path}, expected a file that can be read: run check.`);
  writeWhole(path, text);
  const { on, instead } = retired;
  return done(
    `Wrote to ${path}: the policy ends on ${on}. Keep the file: its versions keep their addresses.`,
    `After the release readers see at its address that it holds until ${dayBefore(on)}, and why${instead ? `, with the way to ${product}/${instead}` : ''}.`,
  );
}
