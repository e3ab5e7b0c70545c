import { thing } from '../../compare/changes/disclosure-change.ts';
import type { Disclosure } from '../disclosure.ts';
import { securityFields } from './change.ts';
import { securityBlock } from './page.ts';

export const security: Disclosure<'security'> = {
  name: 'security',
  home: 'policy',
  form: 'thing',
  texts: 'measures',
  title: ({ disclosures }) => disclosures.security,
  entries: securityBlock,
  changes: thing(securityFields),
};
