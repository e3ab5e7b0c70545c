import { internal } from '../cites/core.ts';
import { isEnglish } from '../english/written-texts.ts';
import { type Stored, storedBy } from '../facts/storage.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const localStorageNoExpiry: PolicyRule = {
  id: 'core/local-storage-no-expiry',
  about: 'policy',
  severity: 'info',
  summary: 'An identifier in local storage has an end, or an event that clears it.',
  why: 'Browsers never end local storage by themselves: an identifier there can stay for years.',
  cites: [internal('Whoever is recognised can learn for how long')],
  examples: {
    ok: {
      policy: yaml`
        cookies:
          visitor: { name: visitor_id, type: local-storage, expires: until deleted, purpose: Recognises you. Cleared when you sign out. }
      `,
    },
    notOk: {
      policy: yaml`
        cookies:
          visitor: { name: visitor_id, type: local-storage, expires: until deleted, purpose: Recognises you. }
      `,
      problem: {
        at: 'policy.yaml:2:62',
        message: '`visitor_id` is an identifier in local storage, and nothing says when it is cleared.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    for (const stored of storedBy(subject)) {
      const { id, cookie } = stored;
      const isKept = cookie.type === 'local-storage' || cookie.type === 'indexed-db';
      if (!isKept || !isIdentifier(stored) || hasEnd(stored)) continue;
      yield {
        at: { path: ['cookies', id, 'expires'] },
        message: `\`${cookie.name}\` is an identifier in local storage, and nothing says when it is cleared.`,
        help: 'Write in `purpose` what clears it, or give `expires` the time after which the product does.',
        each: {
          name: `\`${cookie.name}\``,
          all: (names) =>
            `${names} are identifiers in local storage, and nothing says when they are cleared.`,
        },
      };
    }
  },
};

function isIdentifier({ cookie: { name, purpose = '' } }: Stored): boolean {
  const words = name.split(/[^A-Za-z0-9]+|(?<=[a-z])(?=[A-Z])/);
  const isNamed = words.some((word) =>
    /^(?:id|uid|uuid|guid|cid|token|visitor|device|anonymous)$/i.test(word),
  );
  return isNamed || /\b(?:identif\w+|recognis\w+|recogniz\w+)\b/i.test(purpose);
}

function hasEnd({ cookie: { expires, purpose = '' }, owner }: Stored): boolean {
  if (expires !== undefined && expires !== 'until deleted') return true;
  // What clears it may be said there in words that no rule reads.
  if (purpose !== '' && !isEnglish(owner.policy)) return true;
  return /\b(?:clear\w*|delet\w*|remov\w*|eras\w*|until|sign(?:ing)? out|log(?:ging)? out)\b/i.test(purpose);
}
