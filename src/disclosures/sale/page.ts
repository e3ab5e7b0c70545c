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

function saleSentences(sale: Sale, words: Words): Piece {
  const sentences = saleClaims(sale, words).map(({ text }) => text);
  return sentences.length > 0 ? paragraph(sentences.join(' ')) : [];
}

/** What is stated of selling and sharing, a sentence each. */
export function saleClaims(sale: Sale, { sale: said }: Words): { path: string; text: string }[] {
  const stated = [
    ['sells', said.sells, said.doesNotSell],
    ['shares', said.shares, said.doesNotShare],
    ['targetedAds', said.targets, said.doesNotTarget],
    ['under16', said.minors, said.noMinors],
    ['sensitive', said.sensitive, said.notSensitive],
  ] as const;
  return stated.flatMap(([key, yes, no]) =>
    sale[key] === undefined ? [] : [{ path: `sale.${key}`, text: sale[key] ? yes : no }],
  );
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
