import { listed } from '../../text/listed.ts';
import { coppaRule } from '../cites/coppa.ts';
import { childDataOf } from '../facts/child-data.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const internalOperations: PolicyRule = {
  id: 'coppa/internal-operations',
  about: 'policy',
  severity: 'error',
  regimes: ['coppa'],
  kinds: ['privacy-policy', 'children-notice'],
  inForce: { from: '2025-06-23' },
  summary:
    'Where identifiers are collected without consent for internal operations, the policy names these and the safeguards.',
  why: 'No parent was asked about these identifiers, so the text is all that tells what they are used for.',
  cites: [coppaRule('312.4(d)(3)')],
  examples: {
    ok: {
      policy: yaml`
        kind: children-notice
        children:
          age: 13
          internalOperations:
            operations: To count visits.
            safeguards: Only two people can read them, and no name is stored with them.
      `,
    },
    notOk: {
      policy: yaml`
        kind: children-notice
        children:
          age: 13
          internalOperations:
            operations: To count visits.
      `,
      problem: {
        at: 'policy.yaml:4:3',
        message:
          '16 CFR 312.4(d)(3) lists the internal operations identifiers are collected for, and how other use is kept out; `internalOperations` has no `safeguards`.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const declared = subject.policy.facts.children?.internalOperations;
    if (!declared || !childDataOf(subject)) return;
    const missing = (['operations', 'safeguards'] as const).filter((name) => declared[name] === undefined);
    if (missing.length === 0) return;
    const names = missing.map((name) => `\`${name}\``);
    yield {
      at: { path: ['children', 'internalOperations'] },
      message: `16 CFR 312.4(d)(3) lists the internal operations identifiers are collected for, and how other use is kept out; \`internalOperations\` has no ${listed(names, 'or')}.`,
      help: `Add ${listed(names)} to \`children.internalOperations\`.`,
    };
  },
};
