import { isCookie, storedBy } from '../facts/storage.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const partitionedInsecure: PolicyRule = {
  id: 'core/partitioned-insecure',
  about: 'policy',
  severity: 'error',
  summary: 'A cookie with `partitioned: true` is also `secure: true`.',
  why: 'Browsers discard any other: the policy describes a cookie that cannot exist.',
  cites: [
    {
      text: 'CHIPS: cookies having independent partitioned state, which are set and sent over secure protocols only',
      url: 'https://github.com/privacycg/CHIPS',
      basis: 'technical',
      checked: 'secondary',
    },
  ],
  examples: {
    ok: {
      policy: yaml`
      cookies:
        map: { name: map_key, secure: true, partitioned: true }
    `,
    },
    notOk: {
      policy: yaml`
        cookies:
          map: { name: map_key, partitioned: true }
      `,
      problem: {
        at: 'policy.yaml:2:38',
        message: '`map_key` is listed as `Partitioned` and without `Secure`; browsers discard such a cookie.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    for (const stored of storedBy(subject)) {
      const { id, cookie } = stored;
      if (!isCookie(stored) || cookie.partitioned !== true || cookie.secure === true) continue;
      yield {
        at: { path: ['cookies', id, 'partitioned'] },
        message: `\`${cookie.name}\` is listed as \`Partitioned\` and without \`Secure\`; browsers discard such a cookie.`,
        help: 'Look at the cookie in a browser, and add `secure: true` or delete `partitioned`.',
        each: {
          name: `\`${cookie.name}\``,
          all: (names) =>
            `${names} are listed as \`Partitioned\` and without \`Secure\`; browsers discard such cookies.`,
        },
      };
    }
  },
};
