import { gdpr } from '../cites/gdpr.ts';
import { countryName, isOutsideEea } from '../facts/eea.ts';
import { hasPolicy } from '../facts/has-policy.ts';
import { gapAmong, noticesOf } from '../gap.ts';
import type { Draft, PolicyRule, ProductSubject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const euRepresentative: PolicyRule = {
  id: 'gdpr/eu-representative',
  about: 'product',
  severity: 'warning',
  regimes: ['gdpr'],
  kinds: ['privacy-policy'],
  summary:
    'A controller outside the European Economic Area names its representative in the Union, or says `none`.',
  why: 'People in the Union should find somebody near them to write to, where the company itself is far away.',
  cites: [gdpr('13(1)(a)', 'read'), gdpr('27', 'memory')],
  examples: {
    ok: {
      product: yaml`
        controller: { name: Shop Inc., country: US, email: hello@shop.example }
        contacts:
          europe: { label: Our representative, email: shop@representative.example }
        representatives: { EU: europe }
      `,
    },
    notOk: {
      product: yaml`
        controller: { name: Shop Inc., country: US, email: hello@shop.example }
      `,
      problem: {
        at: 'product.yaml:1:41',
        message:
          'The controller is in the United States; where GDPR Art. 27 applies, Art. 13(1)(a) lists its representative in the Union; no field says who that is, and no text seems to.',
      },
    },
  },
  *check(product: ProductSubject): Iterable<Draft> {
    const { controller, representatives } = product.written;
    if (!controller?.country || !isOutsideEea(controller.country)) return;
    if (representatives === 'none' || representatives?.EU || !hasPolicy(product, 'privacy-policy')) return;
    yield gapAmong(noticesOf(product), {
      at: { in: 'product', path: ['controller', 'country'] },
      asks: `The controller is in ${countryName(controller.country)}; where GDPR Art. 27 applies, Art. 13(1)(a) lists its representative in the Union`,
      unsaid: 'who that is',
      fill: 'fill `representatives` of product.yaml',
      help: 'Name the contact that represents you as `representatives.EU` in product.yaml, or write `representatives: none` where nobody needs to.',
      topic: 'representative',
    });
  },
};
