import { escapeHtml } from '../html.ts';
import { htmlList, text } from './cell.ts';
import type { PageBlock, PageContext } from './page.ts';
import { type InventoryBlock, idOf, pick } from './selection.ts';
import { entries, factList } from './terms.ts';
import { vendorNames } from './vendor-name.ts';

/** How data is protected. */
export function securityBlock(block: InventoryBlock, context: PageContext): PageBlock {
  const items = pick(context.policy.facts.security?.measures, block.ids).map(([id, measure]) => ({
    ...idOf(context.anchor('security', id)),
    html: context.inline(measure),
  }));
  return { type: 'list', items };
}

/** What is decided without a person, how, and to what effect. */
export function automatedDecisionsBlock(block: InventoryBlock, context: PageContext): PageBlock {
  const { words, inline } = context;
  const items = pick(context.policy.facts.automatedDecisions, block.ids).map(
    ([id, { label, logic, effect }]) => ({
      ...idOf(context.anchor('automatedDecisions', id)),
      title: label,
      entries: entries([
        [words.automated.logic, logic && inline(logic)],
        [words.automated.effect, effect && inline(effect)],
      ]),
    }),
  );
  return { type: 'details', items };
}

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
      [
        words.ai.training,
        training === undefined ? undefined : text(training ? words.ai.trains : words.ai.doesNotTrain),
      ],
      [
        words.ai.review,
        review === undefined ? undefined : text(review ? words.ai.reviewed : words.ai.unreviewed),
      ],
    ]),
  );
}

/** Whether data is sold, shared or used for targeted advertising. */
export function saleBlock(context: PageContext): PageBlock {
  const { words, block, policy } = context;
  const sale = policy.facts.sale;
  if (!sale || sale === 'none') return { type: 'html', html: '' };
  if (sale.text) return { type: 'html', html: block(sale.text) };
  const sentences = [
    sale.sells === undefined ? undefined : sale.sells ? words.sale.sells : words.sale.doesNotSell,
    sale.shares === undefined ? undefined : sale.shares ? words.sale.shares : words.sale.doesNotShare,
    sale.targetedAds === undefined
      ? undefined
      : sale.targetedAds
        ? words.sale.targets
        : words.sale.doesNotTarget,
  ].filter((sentence) => sentence !== undefined);
  return { type: 'html', html: `<p>${sentences.map(escapeHtml).join(' ')}</p>` };
}

/** From which age the product can be used. */
export function childrenBlock({ words, block, policy }: PageContext): PageBlock {
  const { age = 0, text: more } = policy.facts.children ?? {};
  return { type: 'html', html: `<p>${escapeHtml(words.children.age(age))}</p>${more ? block(more) : ''}` };
}
