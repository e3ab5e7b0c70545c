import type { PageBlock, PageContext } from '../../page/page-model.ts';
import { idOf, pick } from '../../page/selection.ts';
import { entries } from '../../page/terms.ts';
import type { InventoryBlock } from '../../resolve/policy-model.ts';

/** What is decided without a person, how, and to what effect. */
export function automatedDecisionsBlock(block: InventoryBlock, context: PageContext): PageBlock {
  const { words, inline } = context;
  const items = pick(context.policy.facts.automatedDecisions, block.ids).map(
    ([id, { label, logic, effect }]) => ({
      ...idOf(context.anchor('automatedDecisions', id)),
      title: label,
      entries: entries([
        [words.automated.logic, logic && inline(`automatedDecisions.${id}.logic`, logic)],
        [words.automated.effect, effect && inline(`automatedDecisions.${id}.effect`, effect)],
      ]),
    }),
  );
  return { type: 'details', items };
}
