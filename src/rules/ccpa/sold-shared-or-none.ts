import type { ResolvedPolicy } from '../../resolve/policy-model.ts';
import { listed } from '../../text/listed.ts';
import { ccr, civilCode } from '../cites/california.ts';
import { matches } from '../english/written-texts.ts';
import { isSaidElsewhere } from '../facts/said-elsewhere.ts';
import { saleSaid } from '../facts/sale-said.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const soldSharedOrNone: PolicyRule = {
  id: 'ccpa/sold-shared-or-none',
  about: 'policy',
  severity: 'error',
  regimes: ['ccpa'],
  kinds: ['privacy-policy', 'cookie-policy'],
  summary: 'A policy says both whether data is sold and whether it is shared for advertising across sites.',
  why: 'In California a company can sell nothing and still share data with advertisers; readers can opt out of either.',
  cites: [ccr('7011(e)(1)(D)', 'secondary'), civilCode('1798.130(a)(5)(C)(i)', 'secondary')],
  examples: {
    ok: {
      policy: yaml`
      sale:
        sells: false
        shares: false
    `,
    },
    notOk: {
      policy: yaml`
        sale:
          sells: false
      `,
      problem: {
        at: 'policy.yaml:1:1',
        message:
          '11 CCR 7011(e)(1)(D) lists what is sold or shared, or that nothing is; `sale` does not say whether data is shared.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { facts, kind } = subject.policy;
    const missing = unsaid(subject.policy);
    if (missing.length === 0 || isSaidElsewhere(subject, (one) => unsaid(one).length === 0)) return;
    // A cookie policy that is silent about sale leaves the question to the privacy policy.
    if (kind === 'cookie-policy' && facts.sale === undefined) return;
    if (matches(subject, inProse).length > 0) return;
    const isSilent = facts.sale === undefined;
    yield {
      at: { path: ['sale'] },
      message: `11 CCR 7011(e)(1)(D) lists what is sold or shared, or that nothing is; ${
        isSilent
          ? 'the policy has no `sale`'
          : `\`sale\` does not say whether data is ${listed(missing, 'or')}`
      }.`,
      help: isSilent
        ? 'Write `sale: none` where data is neither sold nor shared, or `sale` with `sells` and `shares`.'
        : `Add ${listed(missing.map((one) => (one === 'sold' ? '`sells`' : '`shares`')))} to \`sale\`, as \`true\` or \`false\`.`,
    };
  },
};

// "We do not sell, rent or share your personal information", of everybody's: a link is called "Do Not Sell or Share".
const denies = String.raw`\b(we (do|did|have|will) (not|never)|\w+ (does|has) not|(do|does|have|has)n['’]t|we never|neither)`;
const both = String.raw`(sell|sold)(,? (or|nor|and|rent|rented|trade|lease|license|disclose|otherwise))*,? (share|shared)\b`;
const inProse = new RegExp(String.raw`${denies} ${both}(?![^.]*\b(16|sixteen|minors?|child|children)\b)`);

function unsaid({ facts }: ResolvedPolicy): string[] {
  const { sells, shares } = saleSaid(facts);
  return [...(sells === undefined ? ['sold'] : []), ...(shares === undefined ? ['shared'] : [])];
}
