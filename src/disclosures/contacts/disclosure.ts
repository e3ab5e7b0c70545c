import { namedEntries } from '../../compare/changes/disclosure-change.ts';
import type { Disclosure } from '../disclosure.ts';
import { contacts as entry } from './change.ts';

export const contacts: Disclosure<'contacts'> = {
  name: 'contacts',
  home: 'product',
  form: 'inventory',
  resolve: (written) => written ?? {},
  changes: namedEntries(entry),
};
