import { inventory } from '../../compare/changes/disclosure-change.ts';
import type { Disclosure } from '../disclosure.ts';
import { purposes as entry } from './change.ts';
import { purposesBlock } from './page.ts';

export const purposes: Disclosure<'purposes'> = {
  name: 'purposes',
  home: 'policy',
  form: 'inventory',
  title: ({ disclosures }) => disclosures.purposes,
  entries: purposesBlock,
  changes: inventory(entry),
};
