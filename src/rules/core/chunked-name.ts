import { internal } from '../cites/core.ts';
import { isCookie, namesOf, relatedTo, type Stored, storedBy } from '../facts/storage.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const chunkedName: PolicyRule = {
  id: 'core/chunked-name',
  about: 'policy',
  severity: 'info',
  summary: 'A cookie that is cut into numbered parts is one entry.',
  why: 'How many parts there are changes with the length of the value; a pattern names them all.',
  cites: [internal('A list of cookies names each thing once')],
  examples: {
    ok: {
      policy: yaml`
      cookies:
        login: { name: login.* }
    `,
    },
    notOk: {
      policy: yaml`
        cookies:
          login-a: { name: login.0 }
          login-b: { name: login.1 }
      `,
      problem: {
        at: 'policy.yaml:2:20',
        message:
          '`login.0` and `login.1` look like the parts of one cookie; `login.*` would name all of them.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const groups = Map.groupBy(storedBy(subject).filter(isCookie), groupOf);
    for (const [group, parts] of groups) {
      const [first, ...rest] = parts;
      if (group === undefined || !first || rest.length === 0) continue;
      yield {
        at: { path: ['cookies', first.id, 'name'] },
        message: `${namesOf(parts)} look like the parts of one cookie; \`${stemOf(first)}*\` would name all of them.`,
        help: `Make one entry of them with \`name: ${stemOf(first)}*\`, and keep the old ids as \`aliases\`.`,
        related: relatedTo(rest, subject, 'name'),
      };
    }
  },
};

function stemOf({ cookie: { name } }: Stored): string | undefined {
  return /^(.*[A-Za-z].*[._-])\d{1,2}$/.exec(name)?.[1];
}

function groupOf(stored: Stored): string | undefined {
  const stem = stemOf(stored);
  const { category, provider, domain } = stored.cookie;
  return stem && JSON.stringify([stem, category, provider, domain]);
}
