import type { Sale } from '../../../schemas/disclosures/sale.ts';
import { labelLink, text, yesOrNo } from '../../page/cell.ts';
import type { Entry, PageBlock, PageContext } from '../../page/page-model.ts';
import { entries, withEntries } from '../../page/terms.ts';
import { showList } from '../../text/show.ts';
import type { Words } from '../../words/words.ts';

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
