import { htmlList, text, yesOrNo } from '../../page/cell.ts';
import type { PageBlock, PageContext } from '../../page/page-model.ts';
import { entries, factList } from '../../page/terms.ts';
import { vendorNames } from '../../page/vendor-name.ts';

/** What artificial intelligence is used for. */
export function aiBlock(context: PageContext): PageBlock {
  const { words, inline, policy } = context;
  const ai = policy.facts.ai;
  if (!ai || ai === 'none') return factList([]);
  const { uses, vendors, trigger, training, review } = ai;
  return factList(
    entries([
      [words.ai.uses, htmlList(Object.values(uses).map(inline))],
      [words.ai.vendors, vendors && text(vendorNames(vendors, context))],
      [words.ai.trigger, trigger && text(words.ai.triggers[trigger])],
      [words.ai.training, yesOrNo(training, words.ai.trains, words.ai.doesNotTrain)],
      [words.ai.review, yesOrNo(review, words.ai.reviewed, words.ai.unreviewed)],
    ]),
  );
}
