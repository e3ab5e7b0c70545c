import { businessCode } from '../california-cites.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';

export const changeProcess: PolicyRule = {
  id: 'caloppa/change-process',
  about: 'policy',
  severity: 'error',
  regimes: ['caloppa'],
  kinds: ['privacy-policy'],
  summary: 'A policy says by which way people are told of material changes to it.',
  why: 'A reader who agreed to one text wants to know how they would learn of another.',
  cites: [businessCode('22575(b)(3)', 'secondary')],
  examples: {
    ok: { policy: 'notice:\n  for: material\n  channels: [email]\n' },
    notOk: {
      policy: 'notice:\n  for: material\n',
      problem: {
        at: 'policy.yaml:1:1',
        message:
          'Cal. Bus. & Prof. Code 22575(b)(3) asks how people are told of material changes; `notice` names no way.',
      },
    },
  },
  *check({ policy: { notice } }: Subject): Iterable<Draft> {
    if (notice?.channels !== undefined) return;
    yield {
      at: { path: ['notice', 'channels'] },
      message: `Cal. Bus. & Prof. Code 22575(b)(3) asks how people are told of material changes; ${
        notice ? '`notice` names no way' : 'the policy has no `notice`'
      }.`,
      help: 'Add `channels` to `notice`: `email`, `in-product`, `website`, `banner` or `post`.',
    };
  },
};
