import { ccr, civilCode } from '../cites/california.ts';
import { linksChoice, saleSaid } from '../facts/sale-said.ts';
import { gapIn } from '../gap.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const limitLink: PolicyRule = {
  id: 'ccpa/limit-link',
  about: 'policy',
  severity: 'error',
  regimes: ['ccpa'],
  kinds: ['privacy-policy'],
  summary: 'Where sensitive data is used beyond what needs no choice, there is a link to limit that.',
  why: 'A right to limit the use of sensitive data helps only readers who can find where to do it.',
  cites: [ccr('7011(e)(3)(D)', 'secondary'), civilCode('1798.135(a)(2)', 'secondary')],
  examples: {
    ok: {
      policy: yaml`
        sale:
          sensitive: true
          limit:
            label: Limit the Use of My Sensitive Personal Information
            url: https://shop.example/limit
      `,
    },
    notOk: {
      policy: yaml`
        sale:
          sensitive: true
      `,
      problem: {
        at: 'policy.yaml:1:1',
        message:
          '11 CCR 7011(e)(3)(D) lists the notice of the right to limit, or a link to it, and `sale.sensitive` says that sensitive data is used beyond what needs no choice; no field says where people limit that, and no text seems to.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { sensitive, limit } = saleSaid(subject.policy.facts);
    if (!sensitive || limit?.url !== undefined || linksChoice(subject, 'limit')) return;
    yield* gapIn(subject, {
      at: { path: ['sale', 'limit'] },
      asks: '11 CCR 7011(e)(3)(D) lists the notice of the right to limit, or a link to it, and `sale.sensitive` says that sensitive data is used beyond what needs no choice',
      of: 'california',
      unsaid: 'where people limit that',
      fill: 'fill `sale.limit`',
      help: limit
        ? 'Add `url` to `sale.limit`: the address the link leads to.'
        : 'Add `limit` to `sale`, with the words of the link as `label` and its address as `url`.',
      topic: 'sensitiveLimit',
      says: ({ facts }) => saleSaid(facts).limit?.url !== undefined,
    });
  },
};
