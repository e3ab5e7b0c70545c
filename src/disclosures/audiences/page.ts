import { fact, yesOrNo } from '../../page/cell.ts';
import type { PageBlock, PageContext } from '../../page/page-model.ts';
import { idOf, pick } from '../../page/selection.ts';
import { entries } from '../../page/terms.ts';
import type { InventoryBlock } from '../../resolve/policy-model.ts';

/** Whose data it is, and in which role the product handles it. */
export function audiencesBlock(block: InventoryBlock, context: PageContext): PageBlock {
  const { words } = context;
  const items = pick(context.policy.facts.audiences, block.ids).map(
    ([id, { label, description, role, children }]) => ({
      ...idOf(context.anchor('audiences', id)),
      title: label,
      ...(description && { note: context.block(`audiences.${id}.description`, description) }),
      entries: entries([
        [context.policy.product.name, role && fact(`audiences.${id}.role`, words.roles[role])],
        [
          words.people.label,
          yesOrNo(`audiences.${id}.children`, children, words.people.children, words.people.others),
        ],
      ]),
    }),
  );
  return { type: 'details', items };
}
