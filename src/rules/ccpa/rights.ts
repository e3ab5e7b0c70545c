import type { RightId } from '../../../schemas/disclosures/rights.ts';
import type { Facts } from '../../resolve/policy-model.ts';
import { listed } from '../../text/listed.ts';
import { ccr, civilCode } from '../cites/california.ts';
import { isSaidElsewhere } from '../facts/said-elsewhere.ts';
import { isSoldOrShared, saleSaid } from '../facts/sale-said.ts';
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
          '11 CCR 7011(e)(2) lists the rights a policy explains; not among them here: to have data corrected and not to be treated worse for using a right.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { facts } = subject.policy;
    const missing = asked(facts).filter(
      ([id]) =>
        !facts.rights?.[id] && !isSaidElsewhere(subject, (one) => one.facts.rights?.[id] !== undefined),
    );
    if (missing.length === 0) return;
    yield {
      at: { path: ['rights'] },
      message: `11 CCR 7011(e)(2) lists the rights a policy explains; not among them here: ${listed(
        missing.map(([, name]) => name),
      )}.`,
      help: `Add ${listed(missing.map(([id]) => `\`${id}\``))} to \`rights\`.`,
    };
  },
};

function asked(facts: Facts): [RightId, string][] {
  return [
    ['access', 'to know what is collected'],
    ['delete', 'to have data deleted'],
    ['correct', 'to have data corrected'],
    ...choice(isSoldOrShared(facts), 'opt-out-sale', 'to opt out of sale and sharing'),
    ...choice(saleSaid(facts).sensitive, 'limit-sensitive', 'to limit the use of sensitive data'),
    ['non-discrimination', 'not to be treated worse for using a right'],
  ];
}

function choice(isOpen: boolean | undefined, id: RightId, name: string): [RightId, string][] {
  return isOpen ? [[id, name]] : [];
}
