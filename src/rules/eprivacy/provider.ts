import { listed } from '../../text/listed.ts';
import { cnil, ico, isUnderDirective, planet49 } from '../cites/eprivacy.ts';
import { namesOf, placeAmong } from '../facts/cookies.ts';
import { entriesOf } from '../facts/entries.ts';
import type { Draft, PolicyRule, ProductSubject, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const provider: PolicyRule = {
  id: 'eprivacy/provider',
  about: 'policy',
  severity: 'warning',
  regimes: ['eprivacy', 'eprivacy-fr', 'pecr'],
  kinds: ['cookie-policy'],
  summary: 'Each cookie states who sets it, and another company comes with a link to its own policy.',
  why: 'What happens to the data after another company has it stands in the policy of that company.',
  cites: [planet49, cnil, ico],
  examples: {
    ok: {
      policy: yaml`
        cookies:
          video: { name: player, provider: clips }
      `,
      product: yaml`
        vendors:
          clips: { name: Clips, policy: "https://clips.example/privacy" }
      `,
    },
    notOk: {
      policy: yaml`
        cookies:
          video: { name: player, provider: clips }
      `,
      product: yaml`
        vendors:
          clips: { name: Clips }
      `,
      problem: {
        at: 'policy.yaml:2:36',
        message:
          'CNIL guidance expects a reader to find out about the companies that set cookies; ' +
          'there is no link to the policy of Clips.',
      },
    },
  },
  *check({ policy, product }: Subject): Iterable<Draft> {
    const cookies = entriesOf(policy.facts.cookies);
    const open = cookies.filter(([, cookie]) => cookie.provider === undefined);
    if (open.length > 0)
      yield {
        at: { path: placeAmong('cookies', open) },
        message: `${expecting(product)} each cookie to name who sets it; ${namesOf(open)} ${open.length === 1 ? 'does' : 'do'} not.`,
        help: 'Add `provider:` with `self`, or with the id of a company in `vendors` of product.yaml.',
      };
    const vendors = product.written.vendors ?? {};
    const setters = cookies.filter(([, { provider: id }]) => isWithoutPolicy(id, vendors));
    const ids = [...new Set(setters.flatMap(([, { provider: id }]) => id ?? []))];
    const [first] = setters;
    if (!first) return;
    yield {
      at: { path: ids.length === 1 ? ['cookies', first[0], 'provider'] : ['cookies'] },
      message: `${expecting(product)} a reader to find out about the companies that set cookies; there is no link to the policy of ${listed(
        ids.map((id) => vendors[id]?.name ?? id),
        'or',
      )}.`,
      help: 'Add `policy:` with the address of its privacy policy to the vendor, in product.yaml or vendors.yaml.',
      related: ids.map((id) => ({
        at: { in: 'product', path: ['vendors', id] },
        message: 'No `policy:` here.',
      })),
    };
  },
};

/** The guidance that a message names, by the laws a product has declared. */
function expecting(product: ProductSubject): string {
  if (!isUnderDirective(product)) return 'ICO guidance expects';
  return product.written.regimes?.includes('pecr') ? 'CNIL and ICO guidance expect' : 'CNIL guidance expects';
}

function isWithoutPolicy(
  id: string | undefined,
  vendors: Record<string, { policy?: string | undefined }>,
): boolean {
  return id !== undefined && id !== 'self' && vendors[id]?.policy === undefined;
}
