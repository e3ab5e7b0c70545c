import { rfc6265bis } from '../cites/cookies.ts';
import { isCookie, storedBy } from '../facts/storage.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const httponlyScript: PolicyRule = {
  id: 'core/httponly-script',
  about: 'policy',
  severity: 'error',
  summary: 'A cookie that scripts are kept from reading is not set by a script.',
  why: 'A script cannot set an `HttpOnly` cookie, so one of the two statements describes something else.',
  cites: [rfc6265bis('storage model: an HttpOnly cookie from a non-HTTP API is ignored')],
  examples: {
    ok: {
      policy: yaml`
      cookies:
        login: { name: login, httpOnly: true, setFrom: server }
    `,
    },
    notOk: {
      policy: yaml`
        cookies:
          login: { name: login, httpOnly: true, setFrom: script }
      `,
      problem: {
        at: 'policy.yaml:2:50',
        message: '`login` is listed as `HttpOnly` and as set by a script; a script cannot set such a cookie.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    for (const stored of storedBy(subject)) {
      const { id, cookie } = stored;
      if (!isCookie(stored) || cookie.httpOnly !== true || cookie.setFrom !== 'script') continue;
      yield {
        at: { path: ['cookies', id, 'setFrom'] },
        message: `\`${cookie.name}\` is listed as \`HttpOnly\` and as set by a script; a script cannot set such a cookie.`,
        help: 'Look at the cookie in a browser, and correct `httpOnly` or `setFrom`.',
        each: {
          name: `\`${cookie.name}\``,
          all: (names) =>
            `${names} are listed as \`HttpOnly\` and as set by a script; a script cannot set such cookies.`,
        },
        related: [{ at: { path: ['cookies', id, 'httpOnly'] }, message: 'Kept from scripts here.' }],
      };
    }
  },
};
