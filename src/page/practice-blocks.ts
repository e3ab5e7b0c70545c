import type { Children, Sale } from '../../schemas/inventory.ts';
import { escapeHtml } from '../text/html.ts';
import { showList } from '../text/show.ts';
import type { Words } from '../words/words.ts';
import { htmlList, text, yesOrNo } from './cell.ts';
import { labelLink } from './consent-block.ts';
import type { Entry, PageBlock, PageContext } from './page.ts';
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
      [words.ai.training, yesOrNo(training, words.ai.trains, words.ai.doesNotTrain)],
      [words.ai.review, yesOrNo(review, words.ai.reviewed, words.ai.unreviewed)],
    ]),
  );
}

/** Whether data is sold, shared or used for targeted advertising, and how people object to that. */
export function saleBlock(context: PageContext): PageBlock {
  const { words, block, policy } = context;
  const { sale } = policy.facts;
  if (!sale || sale === 'none') return { type: 'html', html: '' };
  return withEntries(sale.text ? block(sale.text) : saleSentences(sale, words), saleChoices(sale, context));
}

function saleSentences(sale: Sale, words: Words): string {
  const { sale: said } = words;
  const sentences = [
    yesOrNo(sale.sells, said.sells, said.doesNotSell),
    yesOrNo(sale.shares, said.shares, said.doesNotShare),
    yesOrNo(sale.targetedAds, said.targets, said.doesNotTarget),
    yesOrNo(sale.under16, said.minors, said.noMinors),
    yesOrNo(sale.sensitive, said.sensitive, said.notSensitive),
  ].filter((sentence) => sentence !== undefined);
  return sentences.length > 0 ? `<p>${sentences.join(' ')}</p>` : '';
}

function saleChoices({ optOut, limit }: Sale, context: PageContext): Entry[] {
  const { sale: said } = context.words;
  const methods = optOut?.methods?.map((method) => said.methods[method]);
  return entries([
    [said.optOut, optOut && labelLink(optOut)],
    [said.optOutMethods, methods && text(showList(methods, context))],
    [said.limit, limit && labelLink(limit)],
  ]);
}

// Where there is nothing to list, the sentences stand alone.
function withEntries(html: string, entries: Entry[]): PageBlock {
  if (entries.length === 0) return { type: 'html', html };
  return { type: 'details', items: [{ ...(html && { note: html }), entries }] };
}

/** From which age the product can be used, and what holds for children who use it. */
export function childrenBlock({ words, block, inline, policy }: PageContext): PageBlock {
  const { age = 0, text: more, ...facts }: Partial<Children> = policy.facts.children ?? {};
  const { publicByChild, separateConsent, saleOptIn, internalOperations, audio, parents } = facts;
  const { children: said } = words;
  const shown: [string, string | undefined][] = [
    [said.separateConsent, separateConsent],
    [said.saleOptIn, saleOptIn],
    [said.operations, internalOperations?.operations],
    [said.safeguards, internalOperations?.safeguards],
    [said.recordings, audio?.use],
    [said.deletion, audio?.deletion],
    [said.review, parents?.review],
    [said.delete, parents?.delete],
    [said.refuse, parents?.refuse],
    [said.how, parents?.how],
  ];
  return withEntries(
    `<p>${escapeHtml(said.age(age))}</p>${more ? block(more) : ''}`,
    entries([
      [said.publicity, yesOrNo(publicByChild, said.canPublish, said.cannotPublish)],
      ...shown.map(([term, said]): [string, string | undefined] => [term, said && inline(said)]),
    ]),
  );
}
