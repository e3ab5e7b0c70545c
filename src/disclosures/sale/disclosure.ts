import type { Disclosure } from '../disclosure.ts';
import { saleChanges } from './change.ts';
import { saleBlock } from './page.ts';

export const sale: Disclosure<'sale'> = {
  name: 'sale',
  home: 'policy',
  form: 'thing',
  title: ({ disclosures }) => disclosures.sale,
  none: ({ none }) => none.sale,
  whole: saleBlock,
  changes: saleChanges,
};
