import type { Consent } from '../../../schemas/disclosures/consent.ts';
import { thing } from '../../compare/changes/disclosure-change.ts';
import { label } from '../../compare/changes/fact-words.ts';
import {
  address,
  byRank,
  length,
  named,
  promising,
  quoted,
  texts,
  value,
  wholePart,
} from '../../compare/changes/field-change.ts';
import { fact, labelLink } from '../../page/cell.ts';
import { factList } from '../../page/terms.ts';
import { showPeriod } from '../../text/show.ts';
import type { Disclosure } from '../disclosure.ts';
import { type ShownFields, type Together, termsOf } from '../shown-fields.ts';

const managerRules = { added: 'consent-manager-added', removed: 'consent-manager-removed' } as const;

/** The easier it is to refuse everything, the higher. */
const rejectionRank = { none: 0, 'other-layer': 1, 'same-layer': 2 };

const fields: ShownFields<Consent> = {
  manager: wholePart<NonNullable<Consent['manager']>>('manager', {
    rules: managerRules,
    show: (manager, side) =>
      [label(manager, side), manager.text && `(${quoted(manager.text)})`].filter(Boolean).join(' '),
    fields: {
      label: named('consent-choice-changed'),
      // The place is named without its address, too.
      url: promising(
        () => true,
        address({
          added: 'consent-choice-changed',
          removed: 'consent-choice-changed',
          changed: 'consent-choice-changed',
        }),
      ),
      text: texts('consent-choice-changed'),
    },
  }),
  rejectAll: {
    change: promising(
      (name) => name !== 'none',
      value(
        byRank(rejectionRank, {
          higher: 'refusal-strengthened',
          lower: 'refusal-weakened',
          changed: 'consent-choice-changed',
        }),
        (name, { comparison }) => quoted(comparison.reader.words.choice.rejections[name]),
      ),
    ),
    label: ({ choice }) => choice.rejectAll,
    cell: (name, path, { words }) => fact(path, words.choice.rejections[name]),
  },
  keptFor: {
    change: length({
      longer: 'consent-choice-changed',
      shorter: 'consent-choice-changed',
      changed: 'consent-choice-changed',
    }),
    label: ({ choice }) => choice.keptFor,
    cell: (period, path, context) => fact(path, showPeriod(period, context)),
  },
};

const button: Together<Consent> = {
  of: ['manager'],
  label: ({ choice }) => choice.manager,
  cell: ({ manager }, path) => manager && labelLink(`${path}.manager`, manager),
};

const place: Together<Consent> = {
  of: ['manager'],
  label: ({ choice }) => choice.where,
  cell: ({ manager }, path, { inline }) => manager?.text && inline(`${path}.manager.text`, manager.text),
};

export const consent: Disclosure<'consent'> = {
  name: 'consent',
  home: 'policy',
  form: 'thing',
  title: ({ disclosures }) => disclosures.consent,
  whole: (context) =>
    factList(
      termsOf(fields, context.policy.facts.consent ?? {}, {
        path: 'consent',
        context,
        arranged: [button, place],
      }),
    ),
  changes: thing(fields),
};
