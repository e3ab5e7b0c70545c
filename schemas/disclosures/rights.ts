import { z } from 'zod';
import { isYesOrNo } from '../checks.ts';
import { selection } from '../selection.ts';
import { id, prose, text, usualKeys } from '../values.ts';

const rightIds = z.enum([
  'access',
  'correct',
  'delete',
  'export',
  'restrict',
  'object',
  'withdraw-consent',
  'complain',
  'no-automated-decision',
  'opt-out-sale',
  'opt-out-advertising',
  'limit-sensitive',
  'non-discrimination',
  'know',
  'appeal',
  'opt-out-profiling',
]);

const right = z.union([
  prose,
  z.strictObject({
    text: prose.describe('The right in your words.'),
    prominent: z.boolean().optional().describe('Whether it is set apart from the others (GDPR 21(4)).'),
    where: text.optional().describe('Where people have it, in your words: "EEA and UK".'),
    right: rightIds
      .optional()
      .describe(
        'Which of the known rights it is, where its id is another: one right worded for several regions.',
      ),
    label: text.optional().describe('What a right of your own is called: "Human review".'),
  }),
]);

// A text under an id that is not known may be meant for one that is.
const ownRights = z.record(id, right).check(({ value, issues }) => {
  const slips = Object.entries(value).filter(([key, one]) => !isKnown(key) && !isNamed(one));
  if (slips.length > 0)
    issues.push({ code: 'unrecognized_keys', keys: slips.map(([key]) => key), input: value });
  // A list was meant, and is told once.
  const [key] = Object.entries(value).find(([, one]) => isYesOrNo(one)) ?? [];
  if (key !== undefined)
    issues.push({ code: 'custom', path: [key], message: 'the right in words', input: value[key] });
});
usualKeys.add(ownRights, { keys: rightIds.options, own: 'A right of your own has a `label`.' });

function isKnown(key: string): boolean {
  return rightIds.safeParse(key).success;
}

function isNamed(one: z.output<typeof right>): boolean {
  return typeof one === 'object' && (one.label !== undefined || one.right !== undefined);
}

const rightsById = z.union([z.array(rightIds).min(1), ownRights]);

export const rights = {
  field: rightsById
    .optional()
    .describe(
      'Rights people have: a list of ids in standard words, or a map from id to your own words. An id of your own, with a label, is a right of your own.',
    ),
  block: z.strictObject({ rights: selection.describe('The rights people have: all, or some ids.') }),
};

export type RightId = z.output<typeof rightIds>;
