import { coppaRule } from '../cites/coppa.ts';
import { isAskedOfChildren } from '../facts/child-data.ts';
import { gapsIn } from '../gap.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

const asked = [
  { id: 'review', name: 'that a parent can review the data', topic: 'parentReview' },
  { id: 'delete', name: 'that a parent can have it deleted', topic: 'parentDelete' },
  { id: 'refuse', name: 'that a parent can refuse further collection', topic: 'parentRefuse' },
  { id: 'how', name: 'how a parent does so', topic: 'parentHow' },
] as const;

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
          '16 CFR 312.4(d)(5) lists what parents can do about the data of a child, and how; no field says how a parent does so, and no text seems to.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    if (!isAskedOfChildren(subject)) return;
    const said = subject.policy.facts.children?.parents;
    const parts = asked
      .filter(({ id }) => said?.[id] === undefined)
      .map(({ id, name, topic }) => ({ name, topic, field: `\`${id}\`` }));
    yield* gapsIn(subject, parts, {
      at: { path: ['children', 'parents'] },
      asks: '16 CFR 312.4(d)(5) lists what parents can do about the data of a child, and how',
      unsaid: (names) => names,
      fill: (fields) => `add ${fields} to \`children.parents\``,
      help: (fields) => `Add ${fields} to \`children.parents\`.`,
    });
  },
};
