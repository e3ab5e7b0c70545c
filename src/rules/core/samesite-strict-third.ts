import { rfc6265bis } from '../cites/cookies.ts';
import { hostParty, isCookie, type Stored, storedBy } from '../facts/storage.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const samesiteStrictThird: PolicyRule = {
  id: 'core/samesite-strict-third',
  about: 'policy',
  severity: 'error',
  summary: 'A third-party cookie is not said to be `SameSite=Strict`.',
  why: 'Browsers send a strict cookie to its own site only; embedded in the pages of another, it is of no use.',
  cites: [rfc6265bis('SameSite cookies in mashups and widgets')],
  examples: {
    ok: {
      policy: yaml`
        cookies:
          video: { name: player, domain: video.example, sameSite: none, secure: true }
      `,
      product: yaml`
        domains: [shop.example]
      `,
    },
    notOk: {
      policy: yaml`
        cookies:
          video: { name: player, domain: video.example, sameSite: strict }
      `,
      product: yaml`
        domains: [shop.example]
      `,
      problem: {
        at: 'policy.yaml:2:59',
        message:
          '`player` is third-party and listed with `SameSite=Strict`, which keeps it from being sent with your pages.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    for (const stored of storedBy(subject)) {
      const { id, cookie } = stored;
      if (!isCookie(stored) || cookie.sameSite !== 'strict' || !isEmbedded(stored)) continue;
      yield {
        at: { path: ['cookies', id, 'sameSite'] },
        message: `\`${cookie.name}\` is third-party and listed with \`SameSite=Strict\`, which keeps it from being sent with your pages.`,
        help: 'Look at the cookie in a browser, and correct `sameSite`, `domain` or `party`.',
        each: {
          name: `\`${cookie.name}\``,
          all: (names) =>
            `${names} are third-party and listed with \`SameSite=Strict\`, which keeps them from being sent with your pages.`,
        },
      };
    }
  },
};

// The host decides; a cookie of somebody else on your own host is not embedded.
function isEmbedded(stored: Stored): boolean {
  return (hostParty(stored) ?? stored.cookie.party) === 'third';
}
