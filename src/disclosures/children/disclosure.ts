import type { Children } from '../../../schemas/disclosures/children.ts';
import type { ChangeRule } from '../../compare/changes/change-rules.ts';
import { thing } from '../../compare/changes/disclosure-change.ts';
import { yesNo } from '../../compare/changes/fact-words.ts';
import {
  called,
  type Fields,
  flag,
  part,
  plain,
  promise,
  texts,
  value,
} from '../../compare/changes/field-change.ts';
import { showNumber } from '../../text/show.ts';
import type { Disclosure } from '../disclosure.ts';
import { agesOf, childrenBlock } from './page.ts';
import { resolveChildren } from './resolve.ts';

const choice = promise({
  added: 'child-choice-added',
  removed: 'child-choice-removed',
  changed: 'children-text-changed',
});

type Both = { before: Children; after: Children };

// Where the age differs by region on one side, it is told with its regions.
function isRegional(entry: Both | undefined): boolean {
  return entry?.before.ages !== undefined || entry?.after.ages !== undefined;
}

const lowest = value<number>(
  ({ before = 0, after = 0 }) => (after < before ? 'minimum-age-lowered' : 'minimum-age-raised'),
  (age, { comparison }) => showNumber(age, comparison.reader),
);

// A direction is certain where no region goes the other way, and none is new or gone.
function ageRule({ before, after }: Both): ChangeRule {
  const regions = [...(before.ages ?? []), ...(after.ages ?? [])].map(({ where }) => where);
  const steps = regions.map((where) => Math.sign(ageIn(after, where) - ageIn(before, where)));
  const [down, up] = [steps.includes(-1), steps.includes(1)];
  if (down === up || steps.some(Number.isNaN)) return 'children-text-changed';
  return down ? 'minimum-age-lowered' : 'minimum-age-raised';
}

// One age holds in every region; a region that is not named has none that is known.
function ageIn({ age, ages }: Children, region: string): number {
  if (!ages) return age;
  return ages.find(({ where }) => where === region)?.age ?? Number.NaN;
}

// What a change of the age from which the product can be used comes to.
const childrenFields: Fields<Children> = {
  age: (field) => (isRegional(field.entry) ? [] : lowest(field)),
  ages: (field) => {
    const { entry, subject } = field;
    if (!entry) return [];
    const show = (children: Children) => agesOf(children, subject.comparison.reader);
    const told = { before: show(entry.before), after: show(entry.after) };
    return value<string>(ageRule(entry), plain)({ ...field, ...told, entry: undefined });
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
