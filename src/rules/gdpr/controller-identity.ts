import { gdpr, gdprName } from '../cites/gdpr.ts';
import { entriesOf } from '../facts/entries.ts';
import { hasPolicy } from '../facts/has-policy.ts';
import { policiesOfKind } from '../facts/of-kind.ts';
import { showsWayToReach, waysToReach } from '../facts/ways-to-reach.ts';
import { gapAmong, noticesOf } from '../gap.ts';
import type { Draft, PolicyRule, ProductSubject, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const controllerIdentity: PolicyRule = {
  id: 'gdpr/controller-identity',
  about: 'product',
  severity: 'error',
  regimes: ['gdpr', 'uk-gdpr'],
  kinds: ['privacy-policy', 'cookie-policy'],
  summary: 'The controller has a legal name and a way to reach it.',
  why: 'A reader can hold somebody to the policy only if it says who decides about the data, and where they are.',
  cites: [gdpr('13(1)(a)', 'read')],
  examples: {
    ok: {
      product: yaml`
      controller: { name: Shop Ltd, address: "1 Quay Street, Galway" }
    `,
    },
    notOk: {
      product: yaml`
        name: Shop
        controller: { name: Shop Ltd }
      `,
      problem: {
        at: 'product.yaml:2:1',
        message:
          'GDPR Art. 13(1)(a) lists who the controller is and how to reach it; `controller` has no postal address or contact, and no text shows one.',
      },
    },
  },
  *check(product: ProductSubject): Iterable<Draft> {
    const { controller } = product.written;
    if (!hasPolicy(product, 'privacy-policy', 'cookie-policy')) return;
    if (controller && (controller.address || controller.email || hasOwnContact(product))) return;
    const asks = `${gdprName(product)} Art. 13(1)(a) lists who the controller is and how to reach it`;
    const at = { in: 'product' as const, path: ['controller'] };
    if (!controller) yield unnamed(product, { at, asks });
    else if (!textsOf(product).some(showsWayToReach))
      yield {
        at,
        message: `${asks}; \`controller\` has no postal address or contact, and no text shows one.`,
        help: 'Add `address` or `email` to `controller` in product.yaml.',
      };
  },
};

// What a cookie policy leaves out a privacy policy can say that is published elsewhere.
function unnamed(product: ProductSubject, told: Pick<Draft, 'at'> & { asks: string }): Draft {
  const draft = gapAmong(textsOf(product), {
    ...told,
    unsaid: 'its legal name',
    fill: 'fill `controller` of product.yaml',
    help: 'Add `controller:` with `name`, `address` and `country` to product.yaml.',
    topic: 'controller',
  });
  return noticesOf(product).length > 0 ? draft : { ...draft, severity: 'info' };
}

// A product without a privacy policy of its own can say it in what it has.
function textsOf(product: ProductSubject): readonly Subject[] {
  const notices = noticesOf(product);
  return notices.length > 0 ? notices : policiesOfKind(product, 'cookie-policy');
}

// An authority or a representative can be reached, but is not the controller.
function hasOwnContact({ written }: ProductSubject): boolean {
  const { authorities = {}, representatives } = written;
  const others = new Set([
    ...Object.values(authorities),
    ...(representatives === undefined || representatives === 'none' ? [] : Object.values(representatives)),
  ]);
  return entriesOf(written.contacts).some(
    ([id, contact]) => !others.has(id) && waysToReach([contact]).length > 0,
  );
}
