import { fact, words } from '../../page/cell.ts';
import type { PageBlock, PageContext } from '../../page/page-model.ts';
import { idOf, pick } from '../../page/selection.ts';
import type { InventoryBlock } from '../../resolve/policy-model.ts';

/** What readers can ask for. */
export function rightsBlock(block: InventoryBlock, context: PageContext): PageBlock {
  const items = pick(context.policy.facts.rights, block.ids).map(([id, right]) => ({
    ...idOf(context.anchor('rights', id)),
    text: [
      ...context
        .inline(`rights.${id}`, right.text)
        .map((part) =>
          right.prominent && part.sort === 'prose' ? { ...part, isStrong: true as const } : part,
        ),
      ...(right.where
        ? [...words(' ('), ...(fact(`rights.${id}.where`, right.where) ?? []), ...words(')')]
        : []),
    ],
  }));
  return { type: 'list', items };
}
