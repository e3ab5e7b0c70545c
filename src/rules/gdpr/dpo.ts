import { gdpr, gdprName } from '../cites/gdpr.ts';
import { hasPolicy } from '../facts/has-policy.ts';
import { waysToReach } from '../facts/ways-to-reach.ts';
import { gapAmong, noticesOf } from '../gap.ts';
import type { Draft, PolicyRule, ProductSubject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const dpo: PolicyRule = {
  id: 'gdpr/dpo',
  about: 'product',
  severity: 'info',
  regimes: ['gdpr', 'uk-gdpr'],
  kinds: ['privacy-policy'],
  summary: 'The product says who its data protection officer is and how to reach them, or that it has none.',
  why: 'The officer answers to people whose data is used, so they need the address; where there is none, the record should say that somebody looked.',
  cites: [gdpr('13(1)(b)', 'read')],
  examples: {
    ok: {
      product: yaml`
        contacts:
          officer: { label: Data protection officer, email: dpo@shop.example }
        dpo: officer
      `,
    },
    notOk: {
      product: yaml`
        contacts:
          officer: { label: Data protection officer }
        dpo: officer
      `,
      problem: {
        at: 'product.yaml:2:3',
        message:
          'GDPR Art. 13(1)(b) lists the contact details of the data protection officer; “Data protection officer” has no e-mail address, form, telephone number or postal address.',
      },
    },
  },
  *check(product: ProductSubject): Iterable<Draft> {
    const { dpo: officer, contacts } = product.written;
    if (officer === 'none' || !hasPolicy(product, 'privacy-policy')) return;
    const asks = `${gdprName(product)} Art. 13(1)(b) lists the contact details of the data protection officer`;
    if (officer === undefined) {
      yield gapAmong(noticesOf(product), {
        at: { in: 'product', path: ['dpo'] },
        asks: `${asks}, where there is one`,
        unsaid: 'whether there is',
        fill: 'fill `dpo` of product.yaml',
        help: 'Write `dpo:` with the id of a contact to product.yaml, or `dpo: none`.',
        topic: 'dpo',
      });
      return;
    }
    const contact = contacts?.[officer];
    if (!contact || waysToReach([contact]).length > 0) return;
    yield {
      at: { in: 'product', path: ['contacts', officer] },
      message: `${asks}; “${contact.label}” has no e-mail address, form, telephone number or postal address.`,
      help: 'Add `email`, `url`, `phone` or `address` to the contact.',
    };
  },
};
