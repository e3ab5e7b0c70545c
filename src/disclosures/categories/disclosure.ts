import type { Category } from '../../../schemas/disclosures/categories.ts';
import type { Cookie } from '../../../schemas/disclosures/cookies.ts';
import { inventory } from '../../compare/changes/disclosure-change.ts';
import type { Entry } from '../../compare/changes/entry-change.ts';
import { party } from '../../compare/changes/fact-words.ts';
import {
  byRank,
  items,
  promise,
  promising,
  quoted,
  texts,
  value,
} from '../../compare/changes/field-change.ts';
import type { ResolvedPolicy } from '../../resolve/policy-model.ts';
import type { Disclosure } from '../disclosure.ts';
import { categoriesBlock } from './page.ts';
import { resolveCategories } from './resolve.ts';

/** The more is asked of a reader first, the higher. */
export const consentRank = { exempt: 0, 'opt-out': 1, required: 2 };

// What a change of a category of cookies comes to.
const entry: Entry<Category> = {
  added: 'category-added',
  removed: 'category-removed',
  name: ({ label }) => quoted(label),
  fields: {
    label: value('category-changed', quoted),
    description: texts('category-changed'),
    consent: promising(
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
    because: texts('category-changed'),
    exemption: value('category-changed', (name, { comparison }) =>
      quoted(comparison.reader.words.exemptions[name]),
    ),
    objection: promise({
      added: 'objection-added',
      removed: 'objection-removed',
      changed: 'category-changed',
    }),
    ifRefused: texts('category-changed'),
    examples: items('category-changed'),
    party: value('category-changed', party),
  },
};

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
  changes: inventory(entry),
};
