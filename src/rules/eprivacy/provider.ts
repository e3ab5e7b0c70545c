import { providersOf } from '../../disclosures/cookies/page.ts';
import { cnil, ico, isUnderDirective, planet49 } from '../cites/eprivacy.ts';
import { entriesOf } from '../facts/entries.ts';
import { namesOf } from '../gather.ts';
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
  *check(subject: Subject): Iterable<Draft> {
    const { policy, product } = subject;
    const expects = expecting(product);
    for (const [id, cookie] of entriesOf(policy.facts.cookies)) {
      if (cookie.provider !== undefined) continue;
      const name = `\`${cookie.name}\``;
      yield {
        at: { path: ['cookies', id] },
        message: `${expects} each cookie to name who sets it; no field says that of ${name}.`,
        help: 'Add `provider:` with `self`, or with the id of a company in `vendors` of product.yaml.',
        each: {
          name,
          all: (names) => `${expects} each cookie to name who sets it; no field says that of ${names}.`,
        },
      };
    }
    const vendors = product.written.vendors ?? {};
    const isUnlinked = (id: string) => isWithoutPolicy(id, vendors);
    const setters = entriesOf(policy.facts.cookies).filter(([, cookie]) =>
      providersOf(cookie).some(isUnlinked),
    );
    const ids = [...new Set(setters.flatMap(([, cookie]) => providersOf(cookie).filter(isUnlinked)))];
    const [first] = setters;
    if (!first) return;
    yield {
      at: { path: ids.length === 1 ? ['cookies', first[0], 'provider'] : ['cookies'] },
      message: `${expects} a reader to find out about the companies that set cookies; there is no link to the policy of ${namesOf(
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

function isWithoutPolicy(id: string, vendors: Record<string, { policy?: string | undefined }>): boolean {
  return id !== 'self' && vendors[id]?.policy === undefined;
}
