import type { ResolvedPolicy } from '../../resolve/policy-model.ts';
import { businessCode } from '../cites/california.ts';
import { gapsIn } from '../gap.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const categories: PolicyRule = {
  id: 'caloppa/categories',
  about: 'policy',
  severity: 'error',
  regimes: ['caloppa'],
  kinds: ['privacy-policy'],
  summary: 'A policy lists the kinds of data collected and who receives them.',
  why: 'What is collected, and who gets it, are the two things readers look for first.',
  cites: [businessCode('22575(b)(1)', 'secondary')],
  examples: {
    ok: {
      policy: yaml`
      data:
        account: { label: Account }
      recipients: none
    `,
    },
    notOk: {
      policy: yaml`
        data:
          account: { label: Account }
      `,
      problem: {
        at: 'policy.yaml:1:1',
        message:
          'Cal. Bus. & Prof. Code 22575(b)(1) lists the categories of data collected and of those it may be shared with; no field says who receives data, and no text seems to.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { facts } = subject.policy;
    // Where no data is collected, there is none to pass on.
    if (facts.data === 'none') return;
    const parts = asked
      .filter(({ name }) => !facts[name])
      .map(({ name, unsaid, topic }) => ({
        name: unsaid,
        field: `\`${name}\``,
        topic,
        says: (policy: ResolvedPolicy) => policy.facts[name] !== undefined,
      }));
    yield* gapsIn(subject, parts, {
      at: { path: [facts.data ? 'recipients' : 'data'] },
      asks: 'Cal. Bus. & Prof. Code 22575(b)(1) lists the categories of data collected and of those it may be shared with',
      unsaid: (names) => names,
      fill: (fields) => `fill ${fields}`,
      help: (fields) => `Add ${fields} to the policy; write \`none\` where there is nothing to list.`,
    });
  },
};

const asked = [
  { name: 'data', unsaid: 'what is collected', topic: 'dataCollected' },
  { name: 'recipients', unsaid: 'who receives data', topic: 'recipients' },
] as const;
