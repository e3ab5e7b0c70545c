import { inventory } from '../../compare/changes/disclosure-change.ts';
import type { Disclosure } from '../disclosure.ts';
import { transfers as entry } from './change.ts';
import { transfersBlock } from './page.ts';

export const transfers: Disclosure<'transfers'> = {
  name: 'transfers',
  home: 'policy',
  form: 'inventory',
  title: ({ disclosures }) => disclosures.transfers,
  none: ({ none }) => none.transfers,
  entries: transfersBlock,
  changes: inventory(entry),
};
