import { gdpr, gdprName } from '../cites/gdpr.ts';
import { likelyStatement } from '../english/likely.ts';
import { isEnglish } from '../english/written-texts.ts';
import { entriesOf } from '../facts/entries.ts';
import { nameOf } from '../facts/place-of-entries.ts';
import { namesOf } from '../gather.ts';
import type { Draft, PolicyRule, Spot, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const jointEssence: PolicyRule = {
  id: 'gdpr/joint-essence',
  about: 'policy',
  severity: 'warning',
  regimes: ['gdpr', 'uk-gdpr'],
  kinds: ['privacy-policy', 'cookie-policy'],
  summary: 'Where companies decide jointly, the policy tells the essence of what they have agreed.',
  why: 'A person can turn to either of them, and wants to know which of the two does what.',
  cites: [gdpr('26(2)', 'memory')],
  examples: {
    ok: {
      policy: yaml`
        audiences:
          fans: { label: Visitors of our page, role: joint-controller }
        lead: In our arrangement as joint controllers, the network answers requests.
      `,
    },
    notOk: {
      policy: yaml`
        audiences:
          fans: { label: Visitors of our page, role: joint-controller }
      `,
      problem: {
        at: 'policy.yaml:2:46',
        message:
          'GDPR Art. 26(2) has the essence of an arrangement between joint controllers made available; “Visitors of our page” is under one, and no sentence seems to tell it.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const [first, ...others] = jointly(subject);
    if (!first || !isEnglish(subject.policy) || likelyStatement(subject, 'jointEssence')) return;
    yield {
      at: first.at,
      message: `${gdprName(subject.product)} Art. 26(2) has the essence of an arrangement between joint controllers made available; ${namesOf([first, ...others].map(({ name }) => name))} ${others.length > 0 ? 'are' : 'is'} under one, and no sentence seems to tell it.`,
      help: 'Say in a section who of the two answers requests and informs people, or where the arrangement can be read.',
      ...(others.length > 0 && {
        related: others.map(({ at, name }) => ({ at, message: `${name} as well.` })),
      }),
    };
  },
};

function jointly({ policy: { facts } }: Subject): { name: string; at: Spot }[] {
  const people = entriesOf(facts.audiences)
    .filter(([, { role }]) => role === 'joint-controller')
    .map(([id, one]) => ({ name: nameOf([id, one]), at: { path: ['audiences', id, 'role'] } }));
  const vendors = entriesOf(facts.vendors)
    .filter(([, { role }]) => role === 'joint-controller')
    .map(([id, { name }]) => ({ name, at: { in: 'product' as const, path: ['vendors', id, 'role'] } }));
  return [...people, ...vendors];
}
