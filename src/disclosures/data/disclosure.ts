import { inventory } from '../../compare/changes/disclosure-change.ts';
import type { Disclosure } from '../disclosure.ts';
import { data as entry } from './change.ts';
import { dataBlock } from './page.ts';

export const data: Disclosure<'data'> = {
  name: 'data',
  home: 'policy',
  form: 'inventory',
  part: { key: 'audience', of: 'audiences' },
  title: ({ disclosures }) => disclosures.data,
  none: ({ none }) => none.data,
  entries: dataBlock,
  changes: inventory(entry),
};
