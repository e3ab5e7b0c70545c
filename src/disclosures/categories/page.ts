import { fact, list } from '../../page/cell.ts';
import type { PageBlock, PageContext } from '../../page/page-model.ts';
import { idOf, pick } from '../../page/selection.ts';
import { entries } from '../../page/terms.ts';
import type { InventoryBlock } from '../../resolve/policy-model.ts';

/** What each category of cookies is for, and what is asked before it is used. */
export function categoriesBlock(block: InventoryBlock, context: PageContext): PageBlock {
  const { words, inline } = context;
  const alone = block.ids.length === 1 && block.part !== 'all';
  const items = pick(context.policy.facts.categories, block.ids).map(([id, category]) => {
    const path = `categories.${id}`;
    return {
      ...idOf(context.anchor('categories', id)),
      // A section about one category has said its name in the heading.
      ...(!alone && { title: category.label }),
      ...(category.description && { note: context.block(`${path}.description`, category.description) }),
      entries: entries([
        [words.columns.party, category.party && fact(`${path}.party`, words.parties[category.party])],
        [words.consentLabel, category.consent && fact(`${path}.consent`, words.consent[category.consent])],
        [
          words.exemption,
          category.exemption && fact(`${path}.exemption`, words.exemptions[category.exemption]),
        ],
        [words.because, category.because && inline(`${path}.because`, category.because)],
        [
          words.examples,
          category.examples &&
            list(category.examples.map((example, index) => inline(`${path}.examples.${index}`, example))),
        ],
        [words.objection, category.objection && inline(`${path}.objection`, category.objection)],
        [words.ifRefused, category.ifRefused && inline(`${path}.ifRefused`, category.ifRefused)],
      ]),
    };
  });
  return { type: 'details', items };
}
