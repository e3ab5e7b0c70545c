import { listed } from '../../text/listed.ts';
import { coppaRule } from '../cites/coppa.ts';
import { childDataOf } from '../facts/child-data.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const audio: PolicyRule = {
  id: 'coppa/audio',
  about: 'policy',
  severity: 'error',
  regimes: ['coppa'],
  kinds: ['privacy-policy', 'children-notice'],
  inForce: { from: '2025-06-23' },
  summary:
    "Where recordings of a child's voice are collected without consent, the policy says what for and that they are deleted at once.",
  why: 'A voice tells who a child is; a parent wants to know that the recording does not outlive the question it asked.',
  cites: [coppaRule('312.4(d)(4)')],
  examples: {
    ok: {
      policy: yaml`
        kind: children-notice
        children:
          age: 13
          audio:
            use: To answer a spoken question.
            deletion: We delete it as soon as the answer is given.
      `,
    },
    notOk: {
      policy: yaml`
        kind: children-notice
        children:
          age: 13
          audio:
            use: To answer a spoken question.
      `,
      problem: {
        at: 'policy.yaml:4:3',
        message:
          "16 CFR 312.4(d)(4) lists how recordings of a child's voice are used and that they are deleted at once; `audio` has no `deletion`.",
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const declared = subject.policy.facts.children?.audio;
    if (!declared || !childDataOf(subject)) return;
    const missing = (['use', 'deletion'] as const).filter((name) => declared[name] === undefined);
    if (missing.length === 0) return;
    const names = missing.map((name) => `\`${name}\``);
    yield {
      at: { path: ['children', 'audio'] },
      message: `16 CFR 312.4(d)(4) lists how recordings of a child's voice are used and that they are deleted at once; \`audio\` has no ${listed(names, 'or')}.`,
      help: `Add ${listed(names)} to \`children.audio\`.`,
    };
  },
};
