import { inventory } from '../../compare/changes/disclosure-change.ts';
import type { Disclosure } from '../disclosure.ts';
import { rights as entry } from './change.ts';
import { rightsBlock } from './page.ts';
import { resolveRights, rightsInOurWords } from './resolve.ts';

export const rights: Disclosure<'rights'> = {
  name: 'rights',
  home: 'policy',
  form: 'inventory',
  title: ({ disclosures }) => disclosures.rights,
  resolve: resolveRights,
  ours: rightsInOurWords,
  entries: rightsBlock,
  changes: inventory(entry),
};
