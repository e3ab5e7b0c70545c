import type { Cookie } from '../../../schemas/disclosures/cookies.ts';
import { providersOf } from '../../disclosures/cookies/page.ts';
import { listed } from '../../text/listed.ts';
import { scheduleA1, scheduleA1From } from '../cites/eprivacy.ts';
import { affirmed } from '../english/claims.ts';
import { quotable } from '../english/quotable.ts';
import { entriesOf } from '../facts/entries.ts';
import type { Draft, PolicyRule, Spot, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const statisticalSole: PolicyRule = {
  id: 'pecr/statistical-sole',
  about: 'policy',
  severity: 'warning',
  regimes: ['pecr'],
  kinds: ['cookie-policy'],
  inForce: { from: scheduleA1From },
  summary: 'Cookies under the exception for statistics serve that purpose alone, and nobody else’s.',
  why: 'The exception covers counting to improve your own service; advertising, or another company’s ends, are outside it.',
  cites: [scheduleA1('secondary', 5)],
  examples: {
    ok: {
      policy: yaml`
        categories:
          visits: { label: Visits, exemption: statistical }
        cookies:
          visits:
            name: shop_visits
            category: visits
            purpose: Counts visits.
            provider: tally
      `,
      product: yaml`
        vendors:
          tally: { name: Tally, role: processor }
      `,
    },
    notOk: {
      policy: yaml`
        categories:
          visits: { label: Visits, exemption: statistical }
        cookies:
          visits:
            name: shop_visits
            category: visits
            purpose: Counts visits.
            provider: tally
      `,
      product: yaml`
        vendors:
          tally: { name: Tally, role: controller }
      `,
      problem: {
        at: 'policy.yaml:8:15',
        message:
          'PECR Sch. A1 para. 5 speaks of statistics as the sole purpose; `shop_visits` also serves Tally, which decides for itself.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { facts } = subject.policy;
    const statistical = new Set<string | undefined>(
      entriesOf(facts.categories).flatMap(([id, { exemption }]) => (exemption === 'statistical' ? [id] : [])),
    );
    for (const [id, cookie] of entriesOf(facts.cookies)) {
      const other = statistical.has(cookie.category) ? otherEnd(id, cookie, subject) : undefined;
      if (other)
        yield {
          at: other.at,
          message: `PECR Sch. A1 para. 5 speaks of statistics as the sole purpose; \`${cookie.name}\` also serves ${other.words}.`,
          help: 'Move it to a category that asks for consent, or correct what is said of it.',
        };
    }
  },
};

const marketing =
  /\b(?:advertis\w*|ads?|marketing|retargeting|remarketing|profil(?:e|es|ing)|personalis\w*|personaliz\w*)\b/;

/** What else a cookie is for, by its purpose or by the companies that take part. */
function otherEnd(id: string, cookie: Cookie, subject: Subject): { at: Spot; words: string } | undefined {
  const [found] = affirmed(subject, marketing, ({ path }) => path.join('.') === `cookies.${id}.purpose`);
  if (found) return { at: found.at, words: `“${quotable(found.words)}”` };
  const { written } = subject.product;
  const vendors = [...new Set([...providersOf(cookie), ...(cookie.access ?? [])])].flatMap((one) => {
    const vendor = written.vendors?.[one];
    return vendor?.role !== undefined && vendor.role !== 'processor'
      ? [{ id: one, name: vendor.name ?? one }]
      : [];
  });
  if (vendors.length === 0) return undefined;
  const isProvider = vendors.some((vendor) => providersOf(cookie).includes(vendor.id));
  return {
    at: { path: ['cookies', id, isProvider ? 'provider' : 'access'] },
    words: `${listed(vendors.map(({ name }) => name))}, which ${vendors.length === 1 ? 'decides for itself' : 'decide for themselves'}`,
  };
}
