import type { Children } from '../../../schemas/disclosures/children.ts';
import type { ChangeRule } from '../../compare/changes/change-rules.ts';
import { thing } from '../../compare/changes/disclosure-change.ts';
import { asShown } from '../../compare/changes/fact-words.ts';
import {
  called,
  flag,
  part,
  plain,
  promise,
  promising,
  texts,
  value,
} from '../../compare/changes/field-change.ts';
import { paragraph, yesOrNo } from '../../page/cell.ts';
import type { PageBlock, PageContext } from '../../page/page-model.ts';
import { withEntries } from '../../page/terms.ts';
import { showNumber } from '../../text/show.ts';
import { areEverywhere } from '../../time/period.ts';
import type { Words } from '../../words/words.ts';
import type { Disclosure } from '../disclosure.ts';
import { proseCell } from '../field-cells.ts';
import { type ShownFields, type Together, termsOf } from '../shown-fields.ts';
import { agesOf, isUsedByChildren } from './page.ts';
import { resolveChildren } from './resolve.ts';

const choice = promise({
  added: 'child-choice-added',
  removed: 'child-choice-removed',
  changed: 'children-text-changed',
});

const pledge = promising(() => true, texts('children-text-changed'));

type Both = { before: Children; after: Children };

// Where the age differs by region on one side, it is told with its regions.
function isRegional(entry: Both | undefined): boolean {
  return entry?.before.ages !== undefined || entry?.after.ages !== undefined;
}

const lowest = value<number>(
  ({ before, after }) => {
    if (before === undefined || after === undefined) return 'children-text-changed';
    return after < before ? 'minimum-age-lowered' : 'minimum-age-raised';
  },
  (age, { comparison }) => showNumber(age, comparison.reader),
);

// A direction is certain where no region goes the other way, and none is new or gone.
function ageRule({ before, after }: Both): ChangeRule {
  const regions = [...(before.ages ?? []), ...(after.ages ?? [])].map(({ where }) => where);
  const steps = regions.map((where) => Math.sign(ageIn(after, where) - ageIn(before, where)));
  const [down, up] = [steps.includes(-1), steps.includes(1)];
  const isForAll = before.ages === undefined || after.ages === undefined;
  if (down === up || steps.some(Number.isNaN) || (isForAll && !areEverywhere(regions)))
    return 'children-text-changed';
  return down ? 'minimum-age-lowered' : 'minimum-age-raised';
}

// One age holds in every region; a region that is not named has none that is known.
function ageIn({ age, ages }: Children, region: string): number {
  if (!ages) return age;
  return ages.find(({ where }) => where === region)?.age ?? Number.NaN;
}

const fields: ShownFields<Children> = {
  age: (field) => (isRegional(field.entry) ? [] : lowest(field)),
  ages: (field) => {
    const { entry, subject } = field;
    if (!entry) return [];
    // A policy that does not speak of children states no age.
    const show = (children: Partial<Children>) =>
      children.age === undefined ? undefined : agesOf(children, subject.comparison.reader);
    const told = { before: show(entry.before), after: show(entry.after) };
    return value<string>(ageRule(entry), plain)({ ...field, ...told, entry: undefined });
  },
  text: texts('children-text-changed'),
  publicByChild: {
    change: flag(
      { on: 'child-publicity-added', off: 'child-publicity-removed', changed: 'children-text-changed' },
      asShown(({ children }) => ({ yes: children.canPublish, no: children.cannotPublish })),
    ),
    label: ({ children }) => children.publicity,
    cell: (can, path, { words: { children } }) =>
      yesOrNo(path, can, children.canPublish, children.cannotPublish),
  },
  separateConsent: { change: choice, label: ({ children }) => children.separateConsent, cell: proseCell },
  saleOptIn: { change: choice, label: ({ children }) => children.saleOptIn, cell: proseCell },
  internalOperations: part('internalOperations', {
    operations: texts('children-text-changed'),
    safeguards: pledge,
  }),
  audio: part('audio', { use: texts('children-text-changed'), deletion: pledge }),
  parents: part('parents', {
    review: called('parentReview', choice),
    delete: choice,
    refuse: choice,
    how: pledge,
  }),
};

type PartKey = 'internalOperations' | 'audio' | 'parents';

// A text of a part, as a term of its own.
function inPart<P extends PartKey>(
  part: P,
  key: keyof NonNullable<Children[P]> & string,
  label: (said: Words['children']) => string,
): Together<Children> {
  return {
    of: [part],
    label: ({ children }) => label(children),
    cell: (entry, path, context) => {
      const texts: Record<string, string | undefined> = entry[part] ?? {};
      const text = texts[key];
      return text && proseCell(text, `${path}.${part}.${key}`, context);
    },
  };
}

const arranged = [
  'publicByChild',
  'separateConsent',
  'saleOptIn',
  inPart('internalOperations', 'operations', ({ operations }) => operations),
  inPart('internalOperations', 'safeguards', ({ safeguards }) => safeguards),
  inPart('audio', 'use', ({ recordings }) => recordings),
  inPart('audio', 'deletion', ({ deletion }) => deletion),
  inPart('parents', 'review', ({ review }) => review),
  inPart('parents', 'delete', (said) => said.delete),
  inPart('parents', 'refuse', ({ refuse }) => refuse),
  inPart('parents', 'how', ({ how }) => how),
] as const;

// From which age the product can be used, and what holds for children who use it.
function childrenBlock(context: PageContext): PageBlock {
  const { words, block, policy } = context;
  const { children = { age: 0 } } = policy.facts;
  const age = agesOf(children, context);
  const sentence = isUsedByChildren(policy.facts) ? words.children.holds(age) : words.children.age(age);
  return withEntries(
    [...paragraph(sentence), ...(children.text ? block('children.text', children.text) : [])],
    termsOf(fields, children, { path: 'children', context, arranged }),
  );
}

export const children: Disclosure<'children'> = {
  name: 'children',
  home: 'policy',
  form: 'thing',
  title: ({ disclosures }) => disclosures.children,
  resolve: resolveChildren,
  whole: childrenBlock,
  changes: thing(fields),
};
