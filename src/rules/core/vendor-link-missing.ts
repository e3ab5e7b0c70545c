import { internal } from '../cites/core.ts';
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
    for (const [id, { policy }] of Object.entries(product.written.vendors ?? {}))
      if (policy === undefined)
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
