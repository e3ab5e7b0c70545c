import type { RightId } from '../../../schemas/disclosures/rights.ts';
import type { Facts, ResolvedPolicy } from '../../resolve/policy-model.ts';
import { ccr, civilCode } from '../cites/california.ts';
import type { Topic } from '../english/topics.ts';
import { hasRight } from '../facts/rights.ts';
import { isSoldOrShared, saleSaid } from '../facts/sale-said.ts';
import { gapsIn } from '../gap.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const rights: PolicyRule = {
  id: 'ccpa/rights',
  about: 'policy',
  severity: 'error',
  regimes: ['ccpa'],
  kinds: ['privacy-policy'],
  summary: 'A policy explains each right that the California statute gives.',
  why: 'People use the rights they have read about.',
  cites: [ccr('7011(e)(2)', 'secondary'), civilCode('1798.130(a)(5)(A)', 'secondary')],
  examples: {
    ok: {
      policy: yaml`
      rights: [access, delete, correct, non-discrimination]
    `,
    },
    notOk: {
      policy: yaml`
        rights: [access, delete]
      `,
      problem: {
        at: 'policy.yaml:1:1',
        message:
          '11 CCR 7011(e)(2) lists the rights a policy explains; no field says that people have the right to have data corrected or not to be treated worse for using a right, and no text seems to.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { facts } = subject.policy;
    const parts = asked(facts)
      .filter(([id]) => !isSaid({ facts }, id))
      .map(([id, name]) => ({
        name,
        field: `\`${id}\``,
        topic: id,
        says: (policy: ResolvedPolicy) => isSaid(policy, id),
      }));
    yield* gapsIn(subject, parts, {
      at: { path: ['rights'] },
      asks: '11 CCR 7011(e)(2) lists the rights a policy explains',
      of: 'california',
      unsaid: (names) => `that people have the right ${names}`,
      fill: (fields) => `add ${fields} to \`rights\``,
      help: (fields) => `Add ${fields} to \`rights\`.`,
    });
  },
};

type Asked = Extract<RightId, Topic>;

// The right of access is called the right to know in California.
function isSaid(policy: Pick<ResolvedPolicy, 'facts'>, id: Asked): boolean {
  return hasRight(policy, id) || (id === 'access' && hasRight(policy, 'know'));
}

function asked(facts: Facts): [Asked, string][] {
  return [
    ['access', 'to know what is collected'],
    ['delete', 'to have data deleted'],
    ['correct', 'to have data corrected'],
    ...choice(isSoldOrShared(facts), 'opt-out-sale', 'to opt out of sale and sharing'),
    ...choice(saleSaid(facts).sensitive, 'limit-sensitive', 'to limit the use of sensitive data'),
    ['non-discrimination', 'not to be treated worse for using a right'],
  ];
}

function choice(isOpen: boolean | undefined, id: Asked, name: string): [Asked, string][] {
  return isOpen ? [[id, name]] : [];
}
