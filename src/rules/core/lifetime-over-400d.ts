import { daysIn, lengthsIn } from '../../time/period.ts';
import { rfc6265bis } from '../cites/cookies.ts';
import { isCookie, storedBy } from '../facts/storage.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const lifetimeOver400d: PolicyRule = {
  id: 'core/lifetime-over-400d',
  about: 'policy',
  severity: 'warning',
  summary: 'No cookie is said to stay longer than 400 days.',
  why: 'Browsers end a cookie after 400 days whatever its server asks for, so a longer time is not what happens.',
  cites: [rfc6265bis('the Expires and Max-Age attributes: a limit of 400 days')],
  examples: {
    ok: {
      policy: yaml`
      cookies:
        visitor: { name: visitor, expires: 13 months }
    `,
    },
    notOk: {
      policy: yaml`
        cookies:
          visitor: { name: visitor, expires: 2 years }
      `,
      problem: {
        at: 'policy.yaml:2:38',
        message: '`visitor` is said to stay 2 years; browsers end a cookie after 400 days.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    for (const stored of storedBy(subject)) {
      const { id, cookie } = stored;
      if (!isCookie(stored) || !lengthsIn(cookie.expires).some((length) => (daysIn(length) ?? 0) > 400))
        continue;
      yield {
        at: { path: ['cookies', id, 'expires'] },
        message: `\`${cookie.name}\` is said to stay ${cookie.expires}; browsers end a cookie after 400 days.`,
        help: 'Ask for less in the product, and write the time that browsers keep the cookie.',
        each: {
          name: `\`${cookie.name}\``,
          all: (names) =>
            `${names} are said to stay longer than 400 days, after which browsers end a cookie.`,
        },
      };
    }
  },
};
