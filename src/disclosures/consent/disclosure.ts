import type { Consent } from '../../../schemas/disclosures/consent.ts';
import { thing } from '../../compare/changes/disclosure-change.ts';
import { label } from '../../compare/changes/fact-words.ts';
import {
  address,
  byRank,
  type Fields,
  length,
  quoted,
  texts,
  value,
  wholePart,
} from '../../compare/changes/field-change.ts';
import type { Disclosure } from '../disclosure.ts';
import { consentBlock } from './page.ts';

const managerRules = { added: 'consent-manager-added', removed: 'consent-manager-removed' } as const;

/** The easier it is to refuse everything, the higher. */
const rejectionRank = { none: 0, 'other-layer': 1, 'same-layer': 2 };

// What a change of how visitors give consent, and change their choice, comes to.
const consentFields: Fields<Consent> = {
  manager: wholePart<NonNullable<Consent['manager']>>('manager', {
    rules: managerRules,
    show: label,
    fields: {
      label: value('consent-choice-changed', quoted),
      url: address({ ...managerRules, changed: 'consent-choice-changed' }),
      text: texts('consent-choice-changed'),
    },
  }),
  rejectAll: value(
    byRank(rejectionRank, {
      higher: 'refusal-strengthened',
      lower: 'refusal-weakened',
      changed: 'consent-choice-changed',
    }),
    (name, { comparison }) => quoted(comparison.reader.words.choice.rejections[name]),
  ),
  keptFor: length({
    longer: 'consent-choice-changed',
    shorter: 'consent-choice-changed',
    changed: 'consent-choice-changed',
  }),
};

export const consent: Disclosure<'consent'> = {
  name: 'consent',
  home: 'policy',
  form: 'thing',
  title: ({ disclosures }) => disclosures.consent,
  whole: consentBlock,
  changes: thing(consentFields),
};
