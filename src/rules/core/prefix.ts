import type { Cookie } from '../../../schemas/disclosures/cookies.ts';
import { listed } from '../../text/listed.ts';
import { rfc6265bis } from '../cites/cookies.ts';
import { isCookie, storedBy } from '../facts/storage.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const prefix: PolicyRule = {
  id: 'core/prefix',
  about: 'policy',
  severity: 'error',
  summary:
    'A cookie whose name starts with `__Host-`, `__Secure-` or `__Http-` has the attributes that browsers ask of such a name.',
  why: 'Browsers discard a cookie whose name promises more than its attributes hold.',
  cites: [
    rfc6265bis('cookie name prefixes'),
    {
      text: 'Cookies, layered draft, on names that start with `__Http-` and `__Host-Http-`',
      url: 'https://datatracker.ietf.org/doc/draft-ietf-httpbis-layered-cookies/',
      basis: 'technical',
      checked: 'memory',
    },
  ],
  examples: {
    ok: {
      policy: yaml`
      cookies:
        login: { name: __Host-login, secure: true, path: / }
    `,
    },
    notOk: {
      policy: yaml`
        cookies:
          login: { name: __Host-login, secure: true, path: /app }
      `,
      problem: {
        at: 'policy.yaml:2:18',
        message:
          '`__Host-login` is listed without `Path=/`, which browsers ask of a name that starts with `__Host-`.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    for (const stored of storedBy(subject)) {
      const { id, cookie } = stored;
      const found = prefixes.find((one) => cookie.name.toLowerCase().startsWith(one.name.toLowerCase()));
      if (!isCookie(stored) || !found || !statesAttributes(cookie)) continue;
      const missing = found.needs.filter((need) => !has[need](cookie));
      if (missing.length === 0) continue;
      const lacking = listed(missing.map((need) => `\`${need}\``));
      const name = `\`${cookie.name}\``;
      yield {
        at: { path: ['cookies', id, 'name'] },
        message: `${name} is listed without ${lacking}, which browsers ask of a name that starts with \`${found.name}\`.`,
        help: 'Look at the cookie in a browser, and correct its name or its attributes.',
        each: {
          name,
          all: (names) =>
            `${names} are listed without ${lacking}, which browsers ask of names that start with \`${found.name}\`.`,
        },
      };
    }
  },
};

type Need = 'Secure' | 'Path=/' | 'HttpOnly';

// Longer names first: each starts with a shorter one.
const prefixes: { name: string; needs: Need[] }[] = [
  { name: '__Host-Http-', needs: ['Secure', 'Path=/', 'HttpOnly'] },
  { name: '__Host-', needs: ['Secure', 'Path=/'] },
  { name: '__Http-', needs: ['Secure', 'HttpOnly'] },
  { name: '__Secure-', needs: ['Secure'] },
];

const has: Record<Need, (cookie: Cookie) => boolean> = {
  Secure: ({ secure }) => secure === true,
  'Path=/': ({ path }) => path === '/',
  HttpOnly: ({ httpOnly }) => httpOnly === true,
};

// Where a policy lists no attributes at all, the name stands for them.
function statesAttributes({ secure, httpOnly, sameSite, partitioned, path }: Cookie): boolean {
  return [secure, httpOnly, sameSite, partitioned, path].some((value) => value !== undefined);
}
