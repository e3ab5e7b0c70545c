import type { Cookie } from '../../../schemas/inventory.ts';
import { scheduleA1, scheduleA1From } from '../eprivacy-cites.ts';
import { entriesOf, listed } from '../inventory.ts';
import type { Draft, PolicyRule, ProductSubject, Spot, Subject } from '../rule.ts';
import { isEnglish } from '../texts.ts';

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
      policy:
        'categories:\n  visits: { label: Visits, exemption: statistical }\n' +
        'cookies:\n  visits:\n    name: shop_visits\n    category: visits\n    purpose: Counts visits.\n    provider: tally\n',
      product: 'vendors:\n  tally: { name: Tally, role: processor }\n',
    },
    notOk: {
      policy:
        'categories:\n  visits: { label: Visits, exemption: statistical }\n' +
        'cookies:\n  visits:\n    name: shop_visits\n    category: visits\n    purpose: Counts visits.\n    provider: tally\n',
      product: 'vendors:\n  tally: { name: Tally, role: controller }\n',
      problem: {
        at: 'policy.yaml:8:15',
        message:
          'PECR Sch. A1 para. 5 speaks of statistics as the sole purpose; `shop_visits` also serves Tally, which decides for itself.',
      },
    },
  },
  *check({ policy, product }: Subject): Iterable<Draft> {
    const statistical = new Set<string | undefined>(
      entriesOf(policy.facts.categories).flatMap(([id, { exemption }]) =>
        exemption === 'statistical' ? [id] : [],
      ),
    );
    for (const [id, cookie] of entriesOf(policy.facts.cookies)) {
      const other = statistical.has(cookie.category)
        ? otherEnd(id, cookie, product, isEnglish(policy))
        : undefined;
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
  /\b(?:advertis\w*|ads?|marketing|retargeting|remarketing|profil(?:e|es|ing)|personalis\w*|personaliz\w*)\b/i;
const denied = /\b(?:no|not|never|without)\b/i;

/** What else a cookie is for, by its purpose or by the companies that take part. */
function otherEnd(
  id: string,
  { purpose = '', provider, access = [] }: Cookie,
  { written }: ProductSubject,
  isRead: boolean,
): { at: Spot; words: string } | undefined {
  const found = isRead && !denied.test(purpose) ? marketing.exec(purpose) : null;
  if (found) return { at: { path: ['cookies', id, 'purpose'] }, words: `“${found[0]}”` };
  const vendors = [...new Set([provider ?? 'self', ...access])].flatMap((one) => {
    const vendor = written.vendors?.[one];
    return vendor?.role !== undefined && vendor.role !== 'processor'
      ? [{ id: one, name: vendor.name ?? one }]
      : [];
  });
  if (vendors.length === 0) return undefined;
  const isProvider = vendors.some((vendor) => vendor.id === provider);
  return {
    at: { path: ['cookies', id, isProvider ? 'provider' : 'access'] },
    words: `${listed(vendors.map(({ name }) => name))}, which ${vendors.length === 1 ? 'decides for itself' : 'decide for themselves'}`,
  };
}
