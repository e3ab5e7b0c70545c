import type { Category } from '../../../schemas/disclosures/categories.ts';
import type { Cookie } from '../../../schemas/disclosures/cookies.ts';
import { inventory } from '../../compare/changes/disclosure-change.ts';
import { party } from '../../compare/changes/fact-words.ts';
import {
  byRank,
  type Field,
  items,
  named,
  promise,
  promising,
  quoted,
  texts,
  undecided,
  value,
} from '../../compare/changes/field-change.ts';
import { fact, list } from '../../page/cell.ts';
import type { PageBlock, PageContext } from '../../page/page-model.ts';
import { idOf, pick } from '../../page/selection.ts';
import type { InventoryBlock, ResolvedPolicy } from '../../resolve/policy-model.ts';
import type { Disclosure } from '../disclosure.ts';
import { proseCell } from '../field-cells.ts';
import { type ShownFields, termsOf } from '../shown-fields.ts';
import { resolveCategories } from './resolve.ts';

/** The more is asked of a reader first, the higher. */
export const consentRank = { exempt: 0, 'opt-out': 1, required: 2 };

// Those who are asked first now need no way to object: that it went is told, and nobody loses by it.
function unlessAsked(compare: Field<string, Category>): Field<string, Category> {
  return (field) => {
    const drafts = compare(field);
    const { before, after } = field.entry ?? {};
    const isAsked =
      field.after === undefined && after?.consent === 'required' && before?.consent !== 'required';
    return isAsked ? undecided(drafts, 'objection-removed') : drafts;
  };
}

const fields: ShownFields<Category> = {
  label: named('category-changed'),
  description: texts('category-changed'),
  consent: {
    change: promising(
      (asked) => asked !== 'exempt',
      value(
        byRank(consentRank, {
          higher: 'consent-requirement-added',
          lower: 'consent-requirement-removed',
          changed: 'consent-changed',
        }),
        (asked, { comparison }) => quoted(comparison.reader.words.consent[asked]),
      ),
    ),
    cell: (asked, path, { words }) => fact(path, words.consent[asked]),
  },
  because: { change: texts('category-changed'), cell: proseCell },
  exemption: {
    change: value('category-changed', (name, { comparison }) =>
      quoted(comparison.reader.words.exemptions[name]),
    ),
    cell: (name, path, { words }) => fact(path, words.exemptions[name]),
  },
  objection: {
    change: unlessAsked(
      promise({ added: 'objection-added', removed: 'objection-removed', changed: 'category-changed' }),
    ),
    cell: proseCell,
  },
  ifRefused: { change: texts('category-changed'), cell: proseCell },
  examples: {
    change: items('category-changed'),
    label: ({ examples }) => examples,
    cell: (examples, path, { inline }) =>
      list(examples.map((example, index) => inline(`${path}.${index}`, example))),
  },
  party: {
    change: value('category-changed', party),
    cell: (is, path, { words }) => fact(path, words.parties[is]),
  },
};

const arranged = ['party', 'consent', 'exemption', 'because', 'examples', 'objection', 'ifRefused'] as const;

// What each category of cookies is for, and what is asked before it is used.
function categoriesBlock(block: InventoryBlock, context: PageContext): PageBlock {
  const alone = block.ids.length === 1 && block.part !== 'all';
  const items = pick(context.policy.facts.categories, block.ids).map(([id, category]) => {
    const { label, description } = category;
    return {
      ...idOf(context.anchor('categories', id)),
      // A section about one category has said its name in the heading.
      ...(!alone && { title: label }),
      ...(description && { note: context.block(`categories.${id}.description`, description) }),
      entries: termsOf(fields, category, { path: `categories.${id}`, context, arranged }),
    };
  });
  return { type: 'details', items };
}

/** The category of a cookie, where the policy has categories. */
export function categoryOf({ category }: Cookie, { facts }: ResolvedPolicy): Category | undefined {
  return category && typeof facts.categories === 'object' ? facts.categories[category] : undefined;
}

export const categories: Disclosure<'categories'> = {
  name: 'categories',
  home: 'policy',
  form: 'inventory',
  title: ({ disclosures }) => disclosures.categories,
  none: ({ none }) => none.categories,
  resolve: resolveCategories,
  entries: categoriesBlock,
  changes: inventory({
    added: 'category-added',
    removed: 'category-removed',
    name: ({ label }) => quoted(label),
    details: ({ consent }, { reader }) => consent && quoted(reader.words.consent[consent]),
    fields,
  }),
};
