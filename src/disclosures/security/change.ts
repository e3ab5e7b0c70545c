import type { Security } from '../../../schemas/disclosures/security.ts';
import { namedTexts } from '../../compare/changes/entry-change.ts';
import { type Fields, texts } from '../../compare/changes/field-change.ts';

/** What a change of how data is protected comes to. */
export const securityFields: Fields<Security> = {
  measures: namedTexts('security.measures', {
    added: 'security-measure-added',
    removed: 'security-measure-removed',
    changed: 'security-measure-changed',
  }),
  limits: texts('security-limits-changed'),
};
