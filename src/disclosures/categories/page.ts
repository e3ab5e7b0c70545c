import { htmlList, text } from '../../page/cell.ts';
import type { PageBlock, PageContext } from '../../page/page-model.ts';
import { idOf, pick } from '../../page/selection.ts';
import { entries } from '../../page/terms.ts';
import type { InventoryBlock } from '../../resolve/policy-model.ts';

/** What each category of cookies is for, and what is asked before it is used. */
export function categoriesBlock(block: InventoryBlock, context: PageContext): PageBlock {
  const { words, inline } = context;
  const alone = block.ids.length === 1 && block.part !== 'all';
  const items = pick(context.policy.facts.categories, block.ids).map(([id, category]) => ({
    ...idOf(context.anchor('categories', id)),
    // A section about one category has said its name in the heading.
    ...(!alone && { title: category.label }),
    ...(category.description && { note: context.block(category.description) }),
    entries: entries([
      [words.columns.party, category.party && text(words.parties[category.party])],
      [words.consentLabel, category.consent && text(words.consent[category.consent])],
      [words.exemption, category.exemption && text(words.exemptions[category.exemption])],
      [words.because, category.because && inline(category.because)],
      [words.examples, category.examples && htmlList(category.examples.map(inline))],
      [words.objection, category.objection && inline(category.objection)],
      [words.ifRefused, category.ifRefused && inline(category.ifRefused)],
    ]),
  }));
  return { type: 'details', items };
}
