import type { Sale } from '../../../schemas/disclosures/sale.ts';
import { fact, labelLink, paragraph } from '../../page/cell.ts';
import type { Entry, PageBlock, PageContext } from '../../page/page-model.ts';
import type { Piece } from '../../page/piece.ts';
import { entries, withEntries } from '../../page/terms.ts';
import { showList } from '../../text/show.ts';
import type { Words } from '../../words/words.ts';

/** Whether data is sold, shared or used for targeted advertising, and how people object to that. */
export function saleBlock(context: PageContext): PageBlock {
  const { words, block, policy } = context;
  const { sale } = policy.facts;
  if (!sale || sale === 'none') return { type: 'text', text: [] };
  const said = sale.text ? block('sale.text', sale.text) : saleSentences(sale, words);
  return withEntries(said, saleChoices(sale, context));
}

function saleSentences(sale: Sale, { sale: said }: Words): Piece {
  const stated: [is: boolean | undefined, yes: string, no: string][] = [
    [sale.sells, said.sells, said.doesNotSell],
    [sale.shares, said.shares, said.doesNotShare],
    [sale.targetedAds, said.targets, said.doesNotTarget],
    [sale.under16, said.minors, said.noMinors],
    [sale.sensitive, said.sensitive, said.notSensitive],
  ];
  const sentences = stated.flatMap(([is, yes, no]) => (is === undefined ? [] : [is ? yes : no]));
  return sentences.length > 0 ? paragraph(sentences.join(' ')) : [];
}

function saleChoices({ optOut, limit }: Sale, context: PageContext): Entry[] {
  const { sale: said } = context.words;
  const methods = optOut?.methods?.map((method) => said.methods[method]);
  return entries([
    [said.optOut, optOut && labelLink('sale.optOut', optOut)],
    [said.optOutMethods, methods && fact('sale.optOut.methods', showList(methods, context))],
    [said.limit, limit && labelLink('sale.limit', limit)],
  ]);
}
