import { providersOf } from '../../disclosures/cookies/page.ts';
import { internal } from '../cites/core.ts';
import { entriesOf } from '../facts/entries.ts';
import { isOutside, namesOf, relatedTo, storedBy } from '../facts/storage.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const categoryParty: PolicyRule = {
  id: 'core/category-party',
  about: 'policy',
  severity: 'error',
  summary:
    'A category that is called first-party holds nothing of anybody else, and one called third-party nothing of your own.',
  why: 'Readers decide by category; what is said of all its cookies holds for each of them.',
  cites: [internal('What a text says of a category holds for what it lists there')],
  examples: {
    ok: {
      policy: yaml`
        categories:
          needed: { label: Needed, party: first }
        cookies:
          login: { name: login, category: needed, provider: self }
      `,
    },
    notOk: {
      policy: yaml`
        categories:
          needed: { label: Needed, party: first }
        cookies:
          pay: { name: pay_id, category: needed, provider: pay }
      `,
      product: yaml`
        vendors:
          pay: { name: Pay Ltd }
      `,
      problem: {
        at: 'policy.yaml:2:35',
        message: '“Needed” is called first-party, and lists `pay_id`, which somebody else sets.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const byCategory = Map.groupBy(storedBy(subject), ({ cookie }) => cookie.category);
    for (const [id, { label, party }] of entriesOf(subject.policy.facts.categories)) {
      const wrong = (byCategory.get(id) ?? []).filter((stored) =>
        party === 'first'
          ? isOutside(stored)
          : isOwn(providersOf(stored.cookie)) && stored.cookie.party === 'first',
      );
      if (party === undefined || wrong.length === 0) continue;
      yield {
        at: { path: ['categories', id, 'party'] },
        message: `“${label}” is called ${party}-party, and lists ${namesOf(wrong)}, which ${party === 'first' ? 'somebody else sets' : 'you set yourself'}.`,
        help: 'Delete `party` of the category, or move these entries to a category of their own.',
        related: relatedTo(wrong, subject, 'name'),
      };
    }
  },
};

function isOwn(providers: readonly string[]): boolean {
  return providers.length > 0 && providers.every((id) => id === 'self');
}
