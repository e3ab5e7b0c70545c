import { inventory } from '../../compare/changes/disclosure-change.ts';
import type { Disclosure } from '../disclosure.ts';
import { recipients as entry } from './change.ts';
import { recipientsBlock } from './page.ts';

export const recipients: Disclosure<'recipients'> = {
  name: 'recipients',
  home: 'policy',
  form: 'inventory',
  title: ({ disclosures }) => disclosures.recipients,
  none: ({ none }) => none.recipients,
  entries: recipientsBlock,
  changes: inventory(entry),
};
