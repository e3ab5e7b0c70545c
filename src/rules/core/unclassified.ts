import { internal } from '../cites/core.ts';
import { quotable } from '../english/quotable.ts';
import { entriesOf } from '../facts/entries.ts';
import { namesOf, relatedTo, type Stored, storedBy } from '../facts/storage.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const unclassified: PolicyRule = {
  id: 'core/unclassified',
  about: 'policy',
  severity: 'warning',
  summary:
    'Everything that is stored has a category and a purpose that says something, and every category holds something.',
  why: 'Visitors choose by category; what stands in none cannot be chosen.',
  cites: [internal('What is stored can be chosen by what it is for')],
  examples: {
    ok: {
      policy: yaml`
        categories:
          needed: { label: Needed }
        cookies:
          login: { name: login, category: needed }
          theme: { name: theme, category: needed }
      `,
    },
    notOk: {
      policy: yaml`
        categories:
          needed: { label: Needed }
        cookies:
          login: { name: login, category: needed }
          theme: { name: theme }
      `,
      problem: {
        at: 'policy.yaml:5:3',
        message: '`theme` is listed in no category.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const categories = entriesOf(subject.policy.facts.categories);
    const stored = storedBy(subject);
    yield* withoutMeaning(subject, stored);
    if (categories.length === 0 || stored.length === 0) return;
    const [first, ...rest] = stored.filter(({ cookie }) => cookie.category === undefined);
    if (first)
      yield {
        at: { path: ['cookies', first.id] },
        message: `${namesOf([first, ...rest])} ${rest.length === 0 ? 'is' : 'are'} listed in no category.`,
        help: 'Add `category:` with the id of the category it belongs to.',
        related: relatedTo(rest, subject, 'name'),
      };
    for (const [id, { label }] of categories) {
      const isEmpty = !stored.some(({ cookie }) => cookie.category === id);
      if (isEmpty && !isListingAsked(subject))
        yield {
          at: { path: ['categories', id] },
          message: `“${label}” is a category in which nothing is listed.`,
          help: 'List what belongs to it under `cookies`, or delete the category.',
        };
      if (/\b(?:unclassified|uncategori[sz]ed|not (?:yet )?classified)\b/i.test(label))
        yield {
          at: { path: ['categories', id, 'label'] },
          message: `“${label}” is published as a category; it says nothing of what its entries are for.`,
          help: 'Find out what each of its entries is for, and move it to the category of that.',
        };
    }
  },
};

// "Unclassified" is what a scanner writes that found a cookie and not what it is for.
function* withoutMeaning(subject: Subject, stored: readonly Stored[]): Iterable<Draft> {
  const isLaw = isListingAsked(subject);
  for (const { id, cookie } of stored) {
    const { purpose, category } = cookie;
    if (purpose === undefined) continue;
    const [, own] = entriesOf(subject.policy.facts.categories).find(([key]) => key === category) ?? [];
    const said = purpose.trim().replace(/\.$/, '').toLowerCase();
    const isName = [cookie.name, own?.label].some((name) => name?.toLowerCase() === said);
    if (!isName && !meaningless.test(purpose)) continue;
    const name = `\`${cookie.name}\``;
    yield {
      at: { path: ['cookies', id, 'purpose'] },
      message: `The purpose of ${name} is “${quotable(purpose)}”, which says nothing of what it is for.`,
      help: 'Find out what it is for and write that, or take it out of the product and the list.',
      severity: isLaw ? 'error' : 'warning',
      each: { name, all: (names) => `The purposes of ${names} say nothing of what they are for.` },
    };
  }
}

const meaningless =
  /^\W*(un-?classified|uncategori[sz]ed|unknown|pending|not (yet )?(known|classified|categori[sz]ed|available|determined|specified|defined)|to be (determined|classified|confirmed|defined)|n\/?a|none|other|tbd|tbc|under (review|investigation)|(no|purpose|description) (description|purpose|not available|unavailable|unknown)( available| provided)?)?\W*$|\b(in the process of|currently|still) (being )?(classif|categori[sz])\w*|\bpurpose (is )?(unknown|not known|pending)\b/i;

// eprivacy/storage-listed asks the same where it runs.
function isListingAsked({ product }: Subject): boolean {
  return ['eprivacy', 'eprivacy-fr', 'pecr'].some((regime) =>
    product.written.regimes?.some((one) => one === regime),
  );
}
