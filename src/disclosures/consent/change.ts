import type { Consent } from '../../../schemas/disclosures/consent.ts';
import type { ChangeRule } from '../../compare/changes/change-rules.ts';
import { label } from '../../compare/changes/fact-words.ts';
import {
  address,
  type Fields,
  length,
  quoted,
  type Shows,
  texts,
  value,
  wholePart,
} from '../../compare/changes/field-change.ts';

const managerRules = { added: 'consent-manager-added', removed: 'consent-manager-removed' } as const;

/** The easier it is to refuse everything, the higher. */
const rejectionRank = { none: 0, 'other-layer': 1, 'same-layer': 2 };

/** What a change of how visitors give consent, and change their choice, comes to. */
export const consentFields: Fields<Consent> = {
  manager: wholePart<NonNullable<Consent['manager']>>('manager', {
    rules: managerRules,
    show: label,
    fields: {
      label: value('consent-choice-changed', quoted),
      url: address({ ...managerRules, changed: 'consent-choice-changed' }),
      text: texts('consent-choice-changed'),
    },
  }),
  rejectAll: (delta, subject, key) => {
    const { before, after } = delta;
    const step = before && after ? rejectionRank[after] - rejectionRank[before] : 0;
    const rule: ChangeRule =
      step > 0 ? 'refusal-strengthened' : step < 0 ? 'refusal-weakened' : 'consent-choice-changed';
    const show: Shows<NonNullable<Consent['rejectAll']>> = (name) =>
      quoted(subject.comparison.reader.words.choice.rejections[name]);
    return value(rule, show)(delta, subject, key);
  },
  keptFor: length({
    longer: 'consent-choice-changed',
    shorter: 'consent-choice-changed',
    changed: 'consent-choice-changed',
  }),
};
