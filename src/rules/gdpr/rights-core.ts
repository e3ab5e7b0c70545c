import type { RightId } from '../../../schemas/disclosures/rights.ts';
import { listed } from '../../text/listed.ts';
import { gdpr, gdprName } from '../cites/gdpr.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const rightsCore: PolicyRule = {
  id: 'gdpr/rights-core',
  about: 'policy',
  severity: 'error',
  regimes: ['gdpr', 'uk-gdpr'],
  kinds: ['privacy-policy'],
  summary:
    'The policy tells the rights of access, rectification, erasure, restriction, objection and portability.',
  why: 'A right is used by those who have heard of it.',
  cites: [gdpr('13(2)(b)', 'secondary')],
  examples: {
    ok: {
      policy: yaml`
      rights: [access, correct, delete, restrict, object, export]
    `,
    },
    notOk: {
      policy: yaml`
        rights: [access, correct, delete, object]
      `,
      problem: {
        at: 'policy.yaml:1:1',
        message:
          'GDPR Art. 13(2)(b) lists six rights; `rights` has no restriction (`restrict`) and no portability (`export`).',
      },
    },
  },
  *check({ policy: { facts }, product }: Subject): Iterable<Draft> {
    const missing = core.filter(([id]) => !facts.rights?.[id]);
    if (missing.length === 0) return;
    yield {
      at: { path: ['rights'] },
      message: facts.rights
        ? `${gdprName(product)} Art. 13(2)(b) lists six rights; \`rights\` has ${listed(missing.map(([id, name]) => `no ${name} (\`${id}\`)`))}.`
        : `${gdprName(product)} Art. 13(2)(b) lists the rights of ${listed(core.map(([, name]) => name))}; the policy has no \`rights\`.`,
      help: facts.rights
        ? `Add ${listed(missing.map(([id]) => `\`${id}\``))} to \`rights\`.`
        : `Add \`rights: [${core.map(([id]) => id).join(', ')}]\`, or the same ids with words of your own.`,
    };
  },
};

const core: [RightId, string][] = [
  ['access', 'access'],
  ['correct', 'rectification'],
  ['delete', 'erasure'],
  ['restrict', 'restriction'],
  ['object', 'objection'],
  ['export', 'portability'],
];
