import type { PageBlock, PageContext } from '../../page/page-model.ts';
import { idOf, pick } from '../../page/selection.ts';
import type { InventoryBlock } from '../../resolve/policy-model.ts';

/** How data is protected. */
export function securityBlock(block: InventoryBlock, context: PageContext): PageBlock {
  const items = pick(context.policy.facts.security?.measures, block.ids).map(([id, measure]) => ({
    ...idOf(context.anchor('security', id)),
    text: context.inline(`security.measures.${id}`, measure),
  }));
  return { type: 'list', items };
}
