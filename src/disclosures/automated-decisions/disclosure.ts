import type { AutomatedDecision } from '../../../schemas/disclosures/automated-decisions.ts';
import { inventory } from '../../compare/changes/disclosure-change.ts';
import { named, quoted, texts } from '../../compare/changes/field-change.ts';
import type { PageBlock, PageContext } from '../../page/page-model.ts';
import { idOf, pick } from '../../page/selection.ts';
import type { InventoryBlock } from '../../resolve/policy-model.ts';
import type { Disclosure } from '../disclosure.ts';
import { proseCell } from '../field-cells.ts';
import { type ShownFields, termsOf } from '../shown-fields.ts';

const change = texts('automated-decision-changed');

const fields: ShownFields<AutomatedDecision> = {
  label: named('automated-decision-changed'),
  logic: { change, cell: proseCell },
  effect: { change, cell: proseCell },
};

// What is decided without a person, how, and to what effect.
function automatedDecisionsBlock(block: InventoryBlock, context: PageContext): PageBlock {
  const items = pick(context.policy.facts.automatedDecisions, block.ids).map(([id, decision]) => ({
    ...idOf(context.anchor('automatedDecisions', id)),
    title: decision.label,
    entries: termsOf(fields, decision, { path: `automatedDecisions.${id}`, context }),
  }));
  return { type: 'details', items };
}

export const automatedDecisions: Disclosure<'automatedDecisions'> = {
  name: 'automatedDecisions',
  home: 'policy',
  form: 'inventory',
  title: ({ disclosures }) => disclosures.automatedDecisions,
  none: ({ none }) => none.automatedDecisions,
  entries: automatedDecisionsBlock,
  changes: inventory({
    added: 'automated-decision-added',
    removed: 'automated-decision-removed',
    name: ({ label }) => quoted(label),
    fields,
  }),
};
