import type { AutomatedDecision, Children, Security } from '../../../schemas/inventory.ts';
import { showNumber } from '../show.ts';
import { type Entry, namedTexts } from './entry-change.ts';
import { type Fields, quoted, texts, value } from './field-change.ts';

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

/** What a change of the age from which the product can be used comes to. */
export const childrenFields: Fields<Children> = {
  age: (delta, subject, key) => {
    const rule = (delta.after ?? 0) < (delta.before ?? 0) ? 'minimum-age-lowered' : 'minimum-age-raised';
    return value(rule, (age: number) => showNumber(age, subject.comparison.reader))(delta, subject, key);
  },
  text: texts('children-text-changed'),
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
