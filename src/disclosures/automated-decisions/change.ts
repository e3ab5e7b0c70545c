import type { AutomatedDecision } from '../../../schemas/disclosures/automated-decisions.ts';
import type { Entry } from '../../compare/changes/entry-change.ts';
import { quoted, texts, value } from '../../compare/changes/field-change.ts';

/** What a change of a decision without a person comes to. */
export const automated: Entry<AutomatedDecision> = {
  added: 'automated-decision-added',
  removed: 'automated-decision-removed',
  name: ({ label }) => quoted(label),
  fields: {
    label: value('automated-decision-changed', quoted),
    logic: texts('automated-decision-changed'),
    effect: texts('automated-decision-changed'),
  },
};
