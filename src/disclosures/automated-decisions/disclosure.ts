import type { AutomatedDecision } from '../../../schemas/disclosures/automated-decisions.ts';
import { inventory } from '../../compare/changes/disclosure-change.ts';
import type { Entry } from '../../compare/changes/entry-change.ts';
import { quoted, texts, value } from '../../compare/changes/field-change.ts';
import type { Disclosure } from '../disclosure.ts';
import { automatedDecisionsBlock } from './page.ts';

// What a change of a decision without a person comes to.
const entry: Entry<AutomatedDecision> = {
  added: 'automated-decision-added',
  removed: 'automated-decision-removed',
  name: ({ label }) => quoted(label),
  fields: {
    label: value('automated-decision-changed', quoted),
    logic: texts('automated-decision-changed'),
    effect: texts('automated-decision-changed'),
  },
};

export const automatedDecisions: Disclosure<'automatedDecisions'> = {
  name: 'automatedDecisions',
  home: 'policy',
  form: 'inventory',
  title: ({ disclosures }) => disclosures.automatedDecisions,
  none: ({ none }) => none.automatedDecisions,
  entries: automatedDecisionsBlock,
  changes: inventory(entry),
};
