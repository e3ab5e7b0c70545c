import { providersOf } from '../../disclosures/cookies/page.ts';
import { contentOf } from '../../resolve/all-sections.ts';
import type { ResolvedBlock } from '../../resolve/policy-model.ts';
import { listed } from '../../text/listed.ts';
import { cnil } from '../cites/eprivacy.ts';
import { consentCategories } from '../facts/consent.ts';
import { entriesOf } from '../facts/entries.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const controllersList: PolicyRule = {
  id: 'eprivacy/controllers-list',
  about: 'policy',
  severity: 'warning',
  regimes: ['eprivacy-fr'],
  kinds: ['cookie-policy'],
  summary: 'The companies behind cookies that need consent stand in a list readers can see.',
  why: 'Who agrees to a cookie agrees to what its company does: the list says to whom.',
  cites: [cnil],
  examples: {
    ok: {
      policy: yaml`
        categories:
          ads: { label: Advertising, consent: required }
        cookies:
          ad: { name: adid, category: ads, provider: boards }
        sections:
          - title: Companies
            content: [vendors: all]
      `,
      product: yaml`
        vendors:
          boards: { name: Boards }
      `,
    },
    notOk: {
      policy: yaml`
        categories:
          ads: { label: Advertising, consent: required }
        cookies:
          ad: { name: adid, category: ads, provider: boards }
      `,
      product: yaml`
        vendors:
          boards: { name: Boards }
      `,
      problem: {
        at: 'policy.yaml:3:1',
        message:
          'CNIL recommendation 2020-092 asks for a full list of the controllers behind consent; Boards stands in no list of the policy.',
      },
    },
  },
  *check({ policy, product }: Subject): Iterable<Draft> {
    const { categories, cookies } = policy.facts;
    const behindConsent = new Set<string | undefined>(consentCategories(categories));
    const ids = entriesOf(cookies).flatMap(([, cookie]) =>
      behindConsent.has(cookie.category) ? [...providersOf(cookie), ...(cookie.access ?? [])] : [],
    );
    const shown = new Set(contentOf(policy).flatMap((block) => vendorsIn(block, policy.facts)));
    const vendors = product.written.vendors ?? {};
    const missing = [...new Set(ids)].filter(
      (id) => id !== 'self' && vendors[id]?.role !== 'processor' && !shown.has(id),
    );
    if (missing.length === 0) return;
    const names = listed(missing.map((id) => vendors[id]?.name ?? id));
    yield {
      at: { path: ['cookies'] },
      message: `${cnil.text} asks for a full list of the controllers behind consent; ${names} ${missing.length === 1 ? 'stands' : 'stand'} in no list of the policy.`,
      help: 'Show the companies with a block `vendors: all`, or mark one that only acts for you with `role: processor`.',
    };
  },
};

function vendorsIn(block: ResolvedBlock, { recipients, cookies }: Subject['policy']['facts']): string[] {
  if (block.type !== 'inventory') return [];
  if (block.of === 'vendors') return block.ids;
  if (block.of === 'recipients')
    return entriesOf(recipients).flatMap(([id, { vendors = [] }]) => (block.ids.includes(id) ? vendors : []));
  if (block.of !== 'cookies') return [];
  const isShown = (column: 'provider' | 'access') => block.columns?.includes(column) ?? true;
  return entriesOf(cookies).flatMap(([id, cookie]) =>
    block.ids.includes(id)
      ? [
          ...(isShown('provider') ? providersOf(cookie) : []),
          ...(isShown('access') ? (cookie.access ?? []) : []),
        ]
      : [],
  );
}
