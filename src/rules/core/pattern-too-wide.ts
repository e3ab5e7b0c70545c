import { patternOf } from '../../../schemas/cookie-name.ts';
import { covers, namesOf, relatedTo, type Stored, storedBy } from '../facts/storage.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const patternTooWide: PolicyRule = {
  id: 'core/pattern-too-wide',
  about: 'policy',
  severity: 'error',
  summary: 'A name with * stands for the cookies of one kind and one provider, and for no others.',
  why: 'A reader who finds a cookie in the browser can look it up only if one entry is meant.',
  cites: [
    {
      text: 'IAB TCF, vendor device storage disclosures: wildcards group one purpose and never stand alone',
      url: 'https://github.com/InteractiveAdvertisingBureau/GDPR-Transparency-and-Consent-Framework/blob/master/TCFv2/Vendor%20Device%20Storage%20%26%20Operational%20Disclosures.md',
      basis: 'technical',
      checked: 'read',
    },
  ],
  examples: {
    ok: {
      policy: yaml`
        categories:
          needed: { label: Needed }
          visits: { label: Visit counting }
        cookies:
          visits: { name: shop_stat_*, category: visits }
          basket: { name: shop_basket, category: needed }
      `,
    },
    notOk: {
      policy: yaml`
        categories:
          needed: { label: Needed }
          visits: { label: Visit counting }
        cookies:
          visits: { name: shop_*, category: visits }
          basket: { name: shop_basket, category: needed }
      `,
      problem: {
        at: 'policy.yaml:5:19',
        message:
          '`shop_*` also stands for `shop_basket`, which is listed under another category or provider.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const all = storedBy(subject);
    for (const stored of all.filter(({ cookie }) => patternOf(cookie.name).includes('*'))) {
      const at = { path: ['cookies', stored.id, 'name'] };
      const { name } = stored.cookie;
      if (patternOf(name).replaceAll(/[^A-Za-z0-9]/g, '').length < 2)
        yield {
          at,
          message: `\`${name}\` has less than two letters or digits and stands for almost any cookie.`,
          help: 'Write more of the name in front of the *, or list the cookies one by one.',
        };
      const others = all.filter((other) => isOther(stored, other));
      if (others.length > 0)
        yield {
          at,
          message: `\`${name}\` also stands for ${namesOf(others)}, which ${others.length === 1 ? 'is' : 'are'} listed under another category or provider.`,
          help: 'Write more of the name around the *, so that it stands for the cookies of this entry only.',
          severity: 'warning',
          related: relatedTo(others, subject, 'name'),
        };
    }
  },
};

function isOther({ id, cookie }: Stored, other: Stored): boolean {
  const differs = (key: 'category' | 'provider' | 'type' | 'domain') =>
    cookie[key] !== undefined && other.cookie[key] !== undefined && cookie[key] !== other.cookie[key];
  // One name on two sites, or in two categories, is two cookies.
  const isSame = other.id === id || other.cookie.name === cookie.name;
  if (isSame || differs('type') || differs('domain')) return false;
  return covers(cookie.name, other.cookie.name) && (differs('category') || differs('provider'));
}
