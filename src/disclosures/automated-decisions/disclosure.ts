import { inventory } from '../../compare/changes/disclosure-change.ts';
import type { Disclosure } from '../disclosure.ts';
import { automated } from './change.ts';
import { automatedDecisionsBlock } from './page.ts';

export const automatedDecisions: Disclosure<'automatedDecisions'> = {
  name: 'automatedDecisions',
  home: 'policy',
  form: 'inventory',
  title: ({ disclosures }) => disclosures.automatedDecisions,
  none: ({ none }) => none.automatedDecisions,
  entries: automatedDecisionsBlock,
  changes: inventory(automated),
};
