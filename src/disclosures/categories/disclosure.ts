import { inventory } from '../../compare/changes/disclosure-change.ts';
import type { Disclosure } from '../disclosure.ts';
import { categories as entry } from './change.ts';
import { categoriesBlock } from './page.ts';

export const categories: Disclosure<'categories'> = {
  name: 'categories',
  home: 'policy',
  form: 'inventory',
  title: ({ disclosures }) => disclosures.categories,
  none: ({ none }) => none.categories,
  entries: categoriesBlock,
  changes: inventory(entry),
};
