import { thing } from '../../compare/changes/disclosure-change.ts';
import type { Disclosure } from '../disclosure.ts';
import { consentFields } from './change.ts';
import { consentBlock } from './page.ts';

export const consent: Disclosure<'consent'> = {
  name: 'consent',
  home: 'policy',
  form: 'thing',
  title: ({ disclosures }) => disclosures.consent,
  whole: consentBlock,
  changes: thing(consentFields),
};
