import { listed } from '../../text/listed.ts';
import { businessCode } from '../cites/california.ts';
import { isSaidElsewhere } from '../facts/said-elsewhere.ts';
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
          'Cal. Bus. & Prof. Code 22575(b)(1) lists the categories of data collected and of those it may be shared with; the policy has no `recipients`.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { facts } = subject.policy;
    // Where no data is collected, there is none to pass on.
    if (facts.data === 'none') return;
    const missing = (['data', 'recipients'] as const).filter(
      (name) => !facts[name] && !isSaidElsewhere(subject, (one) => one.facts[name] !== undefined),
    );
    const [first] = missing;
    if (!first) return;
    const names = missing.map((name) => `\`${name}\``);
    yield {
      at: { path: [first] },
      message: `Cal. Bus. & Prof. Code 22575(b)(1) lists the categories of data collected and of those it may be shared with; the policy has no ${listed(names, 'or')}.`,
      help: `Add ${listed(names)} to the policy; write \`none\` where there is nothing to list.`,
    };
  },
};
