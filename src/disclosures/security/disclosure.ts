import type { Security } from '../../../schemas/disclosures/security.ts';
import { thing } from '../../compare/changes/disclosure-change.ts';
import { namedTexts } from '../../compare/changes/entry-change.ts';
import { type Fields, texts } from '../../compare/changes/field-change.ts';
import type { Disclosure } from '../disclosure.ts';
import { securityBlock } from './page.ts';

// What a change of how data is protected comes to.
const securityFields: Fields<Security> = {
  measures: namedTexts('security.measures', {
    added: 'security-measure-added',
    removed: 'security-measure-removed',
    changed: 'security-measure-changed',
  }),
  limits: texts('security-limits-changed'),
};

export const security: Disclosure<'security'> = {
  name: 'security',
  home: 'policy',
  form: 'thing',
  texts: 'measures',
  title: ({ disclosures }) => disclosures.security,
  entries: securityBlock,
  changes: thing(securityFields),
};
