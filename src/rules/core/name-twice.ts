import { internal } from '../cites/core.ts';
import { relatedTo, type Stored, storedBy } from '../facts/storage.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const nameTwice: PolicyRule = {
  id: 'core/name-twice',
  about: 'policy',
  severity: 'warning',
  summary: 'Of two entries of one name something tells which cookie each is.',
  why: 'A reader who finds a cookie in the browser can look it up only if one entry is meant.',
  cites: [internal('What is stored can be looked up: GDPR Art. 12(1) asks for an intelligible form')],
  examples: {
    ok: {
      policy: yaml`
        cookies:
          shop: { name: country, domain: shop.example }
          blog: { name: country, domain: blog.example }
      `,
    },
    notOk: {
      policy: yaml`
        cookies:
          shop: { name: country, purpose: Remembers your country. }
          blog: { name: country, purpose: Knows your language. }
      `,
      problem: {
        at: 'policy.yaml:3:17',
        message: '`country` is listed twice, under the same site, provider and category, or under none.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const groups = Map.groupBy(storedBy(subject), identityOf);
    for (const [first, ...others] of groups.values()) {
      const [second] = others;
      if (!first || !second || first.cookie.name === 'TODO') continue;
      const { name } = first.cookie;
      const often = others.length > 1 ? `${others.length + 1} times` : 'twice';
      yield {
        at: { path: ['cookies', second.id, 'name'] },
        message: `\`${name}\` is listed ${often}, under the same site, provider and category, or under none.`,
        help: 'Make one entry of them, or say in which `domain` each lives or which `provider` sets it.',
        related: relatedTo([first], subject, 'name'),
        each: {
          name: `\`${name}\``,
          all: (names) =>
            `${names} are listed more than once each, under the same site, provider and category, or under none.`,
        },
      };
    }
  },
};

function identityOf({ cookie }: Stored): string {
  const { name, type, domain, domains, provider, category } = cookie;
  return JSON.stringify([name, type, domains ?? domain, provider, category]);
}
