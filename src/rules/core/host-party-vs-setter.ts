import { rfc6265bis } from '../cites/cookies.ts';
import { hostParty, namesOf, relatedTo, type Stored, storedBy, vendorName } from '../facts/storage.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const hostPartyVsSetter: PolicyRule = {
  id: 'core/host-party-vs-setter',
  about: 'policy',
  severity: 'warning',
  summary:
    'A cookie is called first- or third-party after the host it lives on, not after the company that sets it.',
  why: 'Browsers block third-party cookies by their host. A cookie of another company on your own host stays, and readers should know.',
  cites: [rfc6265bis('third-party cookies')],
  examples: {
    ok: {
      policy: yaml`
        cookies:
          visits: { name: visits, provider: tally, domain: shop.example, party: first }
      `,
      product: yaml`
        domains: [shop.example]
        vendors:
          tally: { name: Tally }
      `,
    },
    notOk: {
      policy: yaml`
        cookies:
          visits: { name: visits, provider: tally, domain: shop.example, party: third }
      `,
      product: yaml`
        domains: [shop.example]
        vendors:
          tally: { name: Tally }
      `,
      problem: {
        at: 'policy.yaml:2:73',
        message:
          '`visits` (Tally) is called third-party and lives on shop.example, one of your own `domains`.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const wrong = storedBy(subject).filter((stored) => {
      const host = hostParty(stored);
      return host !== undefined && stored.cookie.party !== host;
    });
    for (const group of Map.groupBy(wrong, ({ cookie }) => `${cookie.provider} ${cookie.domain}`).values()) {
      const [first, ...rest] = group;
      if (!first) continue;
      const { provider, domain, party } = first.cookie;
      const setter = provider && provider !== 'self' ? ` (${vendorName(subject.product, provider)})` : '';
      const is = group.length === 1 ? ['is', 'lives'] : ['are', 'live'];
      const whose = party === 'third' ? 'one of your own `domains`' : 'none of your own `domains`';
      yield {
        at: { path: ['cookies', first.id, 'party'] },
        message: `${namesOf(group)}${setter} ${is[0]} called ${party}-party and ${is[1]} on ${domain}, ${whose}.`,
        help: helpFor(first),
        related: relatedTo(rest, subject, 'party'),
      };
    }
  },
};

function helpFor({ cookie: { party } }: Stored): string {
  return party === 'third'
    ? 'Delete `party`: it follows from the host, and `provider` says who sets the cookie.'
    : 'Delete `party`, or add the host to `domains` of product.yaml if it is yours.';
}
