import { providersOf } from '../../disclosures/cookies/page.ts';
import { internal } from '../cites/core.ts';
import { isUnderStorageLaw } from '../cites/eprivacy.ts';
import { entriesOf } from '../facts/entries.ts';
import { policiesOfKind } from '../facts/of-kind.ts';
import { vendorName } from '../facts/storage.ts';
import type { Draft, PolicyRule, ProductSubject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const vendorLinkMissing: PolicyRule = {
  id: 'core/vendor-link-missing',
  about: 'product',
  severity: 'info',
  summary: 'Every company that a product works with has a link to its own privacy policy.',
  why: 'What a company does with the data it receives is said in its policy, not in yours.',
  cites: [internal('Who names a company shows where it says what it does')],
  examples: {
    ok: {
      product: yaml`
      vendors:
        tally: { name: Tally, policy: https://tally.example/privacy }
    `,
    },
    notOk: {
      product: yaml`
        vendors:
          tally: { name: Tally }
      `,
      problem: {
        at: 'product.yaml:2:3',
        message: 'Tally has no link to its own privacy policy.',
      },
    },
  },
  *check(product: ProductSubject): Iterable<Draft> {
    const told = toldByLaw(product);
    for (const [id, { policy }] of Object.entries(product.written.vendors ?? {}))
      if (policy === undefined && !told.has(id))
        yield {
          at: { in: 'product', path: ['vendors', id, 'policy'] },
          message: `${vendorName(product, id)} has no link to its own privacy policy.`,
          help: 'Add `policy:` with the address of its privacy policy, in vendors.yaml if several products name it.',
          each: {
            name: vendorName(product, id),
            all: (names) => `${names} have no link to their own privacy policies.`,
          },
        };
  },
};

// Of those that set cookies, a law on storage that is declared has a rule that tells it.
function toldByLaw(product: ProductSubject): ReadonlySet<string> {
  const listing = isUnderStorageLaw(product) ? policiesOfKind(product, 'cookie-policy') : [];
  return new Set(
    listing.flatMap(({ policy }) => entriesOf(policy.facts.cookies).flatMap(([, one]) => providersOf(one))),
  );
}
