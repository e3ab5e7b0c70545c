import { fact, list, yesOrNo } from '../../page/cell.ts';
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
      [words.ai.uses, list(Object.entries(uses).map(([id, use]) => inline(`ai.uses.${id}`, use)))],
      [words.ai.vendors, vendors && fact('ai.vendors', vendorNames(vendors, context))],
      [words.ai.trigger, trigger && fact('ai.trigger', words.ai.triggers[trigger])],
      [words.ai.training, yesOrNo('ai.training', training, words.ai.trains, words.ai.doesNotTrain)],
      [words.ai.review, yesOrNo('ai.review', review, words.ai.reviewed, words.ai.unreviewed)],
    ]),
  );
}
