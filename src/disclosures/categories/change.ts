import type { Category } from '../../../schemas/disclosures/categories.ts';
import type { Cookie } from '../../../schemas/disclosures/cookies.ts';
import type { Comparison } from '../../compare/changes/change.ts';
import type { Entry } from '../../compare/changes/entry-change.ts';
import { party } from '../../compare/changes/fact-words.ts';
import { items, promise, quoted, texts, value } from '../../compare/changes/field-change.ts';
import type { ResolvedPolicy } from '../../resolve/policy-model.ts';

/** The more is asked of a reader first, the higher. */
export const consentRank = { exempt: 0, 'opt-out': 1, required: 2 };

/** What a change of a category of cookies comes to. */
export const categories: Entry<Category> = {
  added: 'category-added',
  removed: 'category-removed',
  name: ({ label }) => quoted(label),
  fields: {
    label: value('category-changed', quoted),
    description: texts('category-changed'),
    consent: (delta, subject, key) => {
      const { before, after } = delta;
      const rank = before && after ? consentRank[after] - consentRank[before] : 0;
      const rule =
        rank > 0 ? 'consent-requirement-added' : rank < 0 ? 'consent-requirement-removed' : 'consent-changed';
      return value(rule, consent)(delta, subject, key);
    },
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

function consent(
  value: NonNullable<Category['consent']>,
  { comparison }: { comparison: Comparison },
): string {
  return quoted(comparison.reader.words.consent[value]);
}

/** The category of a cookie, where the policy has categories. */
export function categoryOf({ category }: Cookie, { facts }: ResolvedPolicy): Category | undefined {
  return category && typeof facts.categories === 'object' ? facts.categories[category] : undefined;
}
