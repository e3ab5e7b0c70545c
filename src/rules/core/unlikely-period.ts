import type { YamlPath } from '../../read/places.ts';
import { lastDays } from '../../time/period.ts';
import { internal } from '../cites/core.ts';
import { entriesOf } from '../facts/entries.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const unlikelyPeriod: PolicyRule = {
  id: 'core/unlikely-period',
  about: 'policy',
  severity: 'warning',
  summary:
    'A period is one that its field can have; what is ten times as long or as short as any that is likely is an error.',
  why: 'A slip in a number or a unit becomes a promise, or takes one back, and a sealed text keeps it.',
  cites: [internal('A text is read before it is published: GDPR Art. 12(1) asks for an intelligible form')],
  examples: {
    ok: {
      policy: yaml`
        retention:
          archive: { of: the papers of our founders, period: 100 years }
        notice: { period: 30 days }
      `,
    },
    notOk: {
      policy: yaml`
        retention:
          invoices: { of: invoices, period: 300 years }
      `,
      problem: {
        at: 'policy.yaml:2:37',
        message: '`retention.invoices.period` is 300 years, and more than 150 years is unlikely there.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    for (const { path, written, bounds } of periodsOf(subject))
      for (const { days } of lastDays(written)) {
        const { least = 0, most } = bounds;
        if (days >= least && days <= most) continue;
        const limit = days < least ? `less than ${shown(least)}` : `more than ${shown(most)}`;
        yield {
          at: { path },
          severity: days * 10 <= least || days >= most * 10 ? 'error' : 'warning',
          message: `\`${path.join('.')}\` is ${written}, and ${limit} is unlikely there.`,
          help: 'Correct the number or the unit.',
        };
        break;
      }
  },
};

const year = 365.25;

/** A period of a policy, and what is likely for it, in days. */
type Bounded = { path: YamlPath; written: string; bounds: { least?: number; most: number } };

function periodsOf({ policy, written: { notice }, product }: Subject): Bounded[] {
  const { requests, retention, cookies } = policy.facts;
  // What laws say of answers, and browsers of cookies, has rules of its own.
  const laws = ['gdpr', 'uk-gdpr', 'ccpa'];
  const answer = product.written.regimes?.some((law) => laws.includes(law))
    ? undefined
    : requests?.answerWithin;
  return [
    bounded(['notice', 'period'], notice?.period, { least: 1, most: 2 * year }),
    bounded(['requests', 'answerWithin'], answer, { least: 1 / 24, most: year }),
    ...entriesOf(retention).map(([id, { period }]) =>
      bounded(['retention', id, 'period'], period, { most: 150 * year }),
    ),
    ...entriesOf(cookies).flatMap(([id, { type, expires, dataRetention }]) => [
      bounded(['cookies', id, 'expires'], type === 'cookie' ? undefined : expires, { most: 50 * year }),
      bounded(['cookies', id, 'dataRetention'], dataRetention, { most: 50 * year }),
    ]),
  ].flat();
}

function bounded(path: YamlPath, written: string | undefined, bounds: Bounded['bounds']): Bounded[] {
  return written === undefined ? [] : [{ path, written, bounds }];
}

function shown(days: number): string {
  if (days > year) return `${days / year} years`;
  return days === year ? 'a year' : days === 1 ? 'a day' : 'an hour';
}
