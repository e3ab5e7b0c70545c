import { secondsIn } from '../../time/period.ts';
import { gapIn } from '../gap.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const complaintsRoute: PolicyRule = {
  id: 'uk-gdpr/complaints-route',
  about: 'policy',
  severity: 'warning',
  regimes: ['uk-gdpr'],
  kinds: ['privacy-policy'],
  inForce: { from: '2026-06-19' },
  summary:
    'The policy says how to complain to the company itself, which acknowledges a complaint within 30 days.',
  why: 'A complaint should first reach those who can put things right; an authority comes after them.',
  cites: [
    {
      text: 'DPA 2018 s. 164A',
      url: 'https://www.legislation.gov.uk/ukpga/2018/12/section/164A',
      basis: 'statute',
      checked: 'secondary',
    },
  ],
  examples: {
    ok: {
      policy: yaml`
        requests:
          channels: [desk]
          complaints: { channel: desk, acknowledgeWithin: 30 days }
      `,
      product: yaml`
        contacts:
          desk: { label: Privacy desk, email: privacy@shop.example }
      `,
    },
    notOk: {
      policy: yaml`
        requests:
          channels: [desk]
      `,
      product: yaml`
        contacts:
          desk: { label: Privacy desk, email: privacy@shop.example }
      `,
      problem: {
        at: 'policy.yaml:1:1',
        message:
          'Since 19 June 2026, DPA 2018 s. 164A asks controllers to make it easy to complain to them; no field says how people do, and no text seems to.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { requests } = subject.policy.facts;
    const within = requests?.complaints?.acknowledgeWithin;
    if (!requests?.complaints)
      yield* gapIn(subject, {
        at: { path: ['requests', 'complaints'] },
        asks: 'Since 19 June 2026, DPA 2018 s. 164A asks controllers to make it easy to complain to them',
        unsaid: 'how people do',
        fill: 'fill `requests.complaints`',
        help: 'Add `complaints:` to `requests`, with the contact that takes them as `channel` and `acknowledgeWithin: 30 days`.',
        topic: 'complaintsRoute',
        says: ({ facts }) => facts.requests?.complaints !== undefined,
      });
    else if (within && (secondsIn(within) ?? 0) > thirtyDays)
      yield {
        at: { path: ['requests', 'complaints', 'acknowledgeWithin'] },
        message: `DPA 2018 s. 164A asks that a complaint is acknowledged within 30 days; the field says ${within}.`,
        help: 'Write `acknowledgeWithin: 30 days`, or a shorter period.',
      };
  },
};

const thirtyDays = 30 * 86_400;
