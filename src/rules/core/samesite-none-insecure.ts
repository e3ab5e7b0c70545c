import { rfc6265bis } from '../cites/cookies.ts';
import { isCookie, storedBy } from '../facts/storage.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const samesiteNoneInsecure: PolicyRule = {
  id: 'core/samesite-none-insecure',
  about: 'policy',
  severity: 'error',
  summary: 'A cookie with `sameSite: none` is also `secure: true`.',
  why: 'Browsers discard any other: the policy describes a cookie that cannot exist.',
  cites: [rfc6265bis('storage model: SameSite=None without Secure is ignored')],
  examples: {
    ok: {
      policy: yaml`
      cookies:
        chat: { name: chat_id, sameSite: none, secure: true }
    `,
    },
    notOk: {
      policy: yaml`
        cookies:
          chat: { name: chat_id, sameSite: none }
      `,
      problem: {
        at: 'policy.yaml:2:36',
        message:
          '`chat_id` is listed with `SameSite=None` and without `Secure`; browsers discard such a cookie.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    for (const stored of storedBy(subject)) {
      const { id, cookie } = stored;
      if (!isCookie(stored) || cookie.sameSite !== 'none' || cookie.secure === true) continue;
      yield {
        at: { path: ['cookies', id, 'sameSite'] },
        message: `\`${cookie.name}\` is listed with \`SameSite=None\` and without \`Secure\`; browsers discard such a cookie.`,
        help: 'Look at the cookie in a browser, and add `secure: true` or correct `sameSite`.',
        each: {
          name: `\`${cookie.name}\``,
          all: (names) =>
            `${names} are listed with \`SameSite=None\` and without \`Secure\`; browsers discard such cookies.`,
        },
      };
    }
  },
};
