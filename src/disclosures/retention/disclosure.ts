import { inventory } from '../../compare/changes/disclosure-change.ts';
import type { Disclosure } from '../disclosure.ts';
import { retention as entry } from './change.ts';
import { retentionBlock } from './page.ts';

export const retention: Disclosure<'retention'> = {
  name: 'retention',
  home: 'policy',
  form: 'inventory',
  title: ({ disclosures }) => disclosures.retention,
  entries: retentionBlock,
  changes: inventory(entry),
};
