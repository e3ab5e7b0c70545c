import { inventory } from '../../compare/changes/disclosure-change.ts';
import type { Disclosure } from '../disclosure.ts';
import { audiences as entry } from './change.ts';
import { audiencesBlock } from './page.ts';

export const audiences: Disclosure<'audiences'> = {
  name: 'audiences',
  home: 'policy',
  form: 'inventory',
  title: ({ disclosures }) => disclosures.audiences,
  entries: audiencesBlock,
  changes: inventory(entry),
};
