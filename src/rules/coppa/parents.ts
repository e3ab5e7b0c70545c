import { listed } from '../../text/listed.ts';
import { coppaRule } from '../cites/coppa.ts';
import { childDataOf } from '../facts/child-data.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

const asked = {
  review: 'that a parent can review the data',
  delete: 'that a parent can have it deleted',
  refuse: 'that a parent can refuse further collection',
  how: 'how a parent does so',
} as const;

export const parents: PolicyRule = {
  id: 'coppa/parents',
  about: 'policy',
  severity: 'error',
  regimes: ['coppa'],
  kinds: ['privacy-policy', 'children-notice'],
  summary:
    "A policy says that parents can review a child's data, have it deleted and refuse more, and how they do so.",
  why: 'A child does not write to a company about its data: the parent does, and needs to know how.',
  cites: [coppaRule('312.4(d)(5)')],
  examples: {
    ok: {
      policy: yaml`
        kind: children-notice
        children:
          age: 13
          parents:
            review: You can see what we hold.
            delete: You can have it deleted.
            refuse: You can stop us from collecting more.
            how: Write to us from the address you signed up with.
      `,
    },
    notOk: {
      policy: yaml`
        kind: children-notice
        children:
          age: 13
          parents:
            review: You can see what we hold.
            delete: You can have it deleted.
            refuse: You can stop us from collecting more.
      `,
      problem: {
        at: 'policy.yaml:4:3',
        message:
          '16 CFR 312.4(d)(5) lists what parents can do about the data of a child, and how; the policy does not say how a parent does so.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    if (!childDataOf(subject)) return;
    const said = subject.policy.facts.children?.parents;
    const missing = (Object.keys(asked) as (keyof typeof asked)[]).filter(
      (name) => said?.[name] === undefined,
    );
    if (missing.length === 0) return;
    yield {
      at: { path: ['children', 'parents'] },
      message: `16 CFR 312.4(d)(5) lists what parents can do about the data of a child, and how; the policy does not say ${listed(
        missing.map((name) => asked[name]),
        'or',
      )}.`,
      help: `Add ${listed(missing.map((name) => `\`${name}\``))} to \`children.parents\`.`,
    };
  },
};
