import type { Sale } from '../../../schemas/disclosures/sale.ts';
import type { Words } from '../../words/words.ts';

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
