import type { AutomatedDecision, Children, Security } from '../../../schemas/inventory.ts';
import { showNumber } from '../../text/show.ts';
import { type Entry, namedTexts } from './entry-change.ts';
import { yesNo } from './fact-words.ts';
import { called, type Fields, flag, part, promise, quoted, texts, value } from './field-change.ts';

/** What a change of how data is protected comes to. */
export const securityFields: Fields<Security> = {
  measures: (delta, { comparison }) =>
    namedTexts('security.measures', delta, comparison, {
      added: 'security-measure-added',
      removed: 'security-measure-removed',
      changed: 'security-measure-changed',
    }),
  limits: texts('security-limits-changed'),
};

const choice = promise({
  added: 'child-choice-added',
  removed: 'child-choice-removed',
  changed: 'children-text-changed',
});

/** What a change of the age from which the product can be used comes to. */
export const childrenFields: Fields<Children> = {
  age: (delta, subject, key) => {
    const rule = (delta.after ?? 0) < (delta.before ?? 0) ? 'minimum-age-lowered' : 'minimum-age-raised';
    return value(rule, (age: number) => showNumber(age, subject.comparison.reader))(delta, subject, key);
  },
  text: texts('children-text-changed'),
  publicByChild: flag(
    { on: 'child-publicity-added', off: 'child-publicity-removed', changed: 'children-text-changed' },
    yesNo,
  ),
  separateConsent: choice,
  saleOptIn: choice,
  internalOperations: part('internalOperations', {
    operations: texts('children-text-changed'),
    safeguards: texts('children-text-changed'),
  }),
  audio: part('audio', { use: texts('children-text-changed'), deletion: texts('children-text-changed') }),
  parents: part('parents', {
    review: called('parentReview', choice),
    delete: choice,
    refuse: choice,
    how: texts('children-text-changed'),
  }),
};

/** What a change of a decision without a person comes to. */
export const automated: Entry<AutomatedDecision> = {
  added: 'automated-decision-added',
  removed: 'automated-decision-removed',
  name: ({ label }) => quoted(label),
  fields: {
    label: value('automated-decision-changed', quoted),
    logic: texts('automated-decision-changed'),
    effect: texts('automated-decision-changed'),
  },
};
