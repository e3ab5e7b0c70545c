import type { Children } from '../../../schemas/disclosures/children.ts';
import { thing } from '../../compare/changes/disclosure-change.ts';
import { yesNo } from '../../compare/changes/fact-words.ts';
import {
  called,
  type Fields,
  flag,
  items,
  part,
  plain,
  promise,
  texts,
  value,
} from '../../compare/changes/field-change.ts';
import { showNumber } from '../../text/show.ts';
import type { Disclosure } from '../disclosure.ts';
import { childrenBlock } from './page.ts';
import { resolveChildren } from './resolve.ts';

const choice = promise({
  added: 'child-choice-added',
  removed: 'child-choice-removed',
  changed: 'children-text-changed',
});

// What a change of the age from which the product can be used comes to.
const childrenFields: Fields<Children> = {
  age: value(
    ({ before = 0, after = 0 }) => (after < before ? 'minimum-age-lowered' : 'minimum-age-raised'),
    (age, { comparison }) => showNumber(age, comparison.reader),
  ),
  ages: (field) => {
    const isTold = field.entry?.before.age !== field.entry?.after.age;
    const show = ({ where, age }: { where: string; age: number }) => `${age} (${where})`;
    const told = { before: field.before?.map(show), after: field.after?.map(show) };
    return isTold ? [] : items('children-text-changed', plain)({ ...field, ...told });
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

export const children: Disclosure<'children'> = {
  name: 'children',
  home: 'policy',
  form: 'thing',
  title: ({ disclosures }) => disclosures.children,
  resolve: resolveChildren,
  whole: childrenBlock,
  changes: thing(childrenFields),
};
