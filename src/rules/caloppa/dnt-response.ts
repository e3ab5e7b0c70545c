import { businessCode } from '../california-cites.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { isSignalUnsaid } from '../signals-said.ts';

export const dntResponse: PolicyRule = {
  id: 'caloppa/dnt-response',
  about: 'policy',
  severity: 'error',
  regimes: ['caloppa'],
  kinds: ['privacy-policy', 'cookie-policy'],
  summary: 'A policy says what happens when a browser sends Do Not Track, or links a policy that does.',
  why: 'Somebody who switched the signal on wants to know whether it changes anything here.',
  cites: [businessCode('22575(b)(5)', 'read'), businessCode('22575(b)(7)', 'read')],
  examples: {
    ok: { policy: 'title: Privacy policy\nsignals:\n  dnt: ignored\n' },
    notOk: {
      policy: 'title: Privacy policy\n',
      problem: {
        at: 'policy.yaml:1:1',
        message:
          'Cal. Bus. & Prof. Code 22575(b)(5) asks for the response to Do Not Track signals; the policy has no `signals.dnt`.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    if (!isSignalUnsaid(subject, ({ dnt }) => dnt)) return;
    yield {
      at: { path: ['signals', 'dnt'] },
      message:
        'Cal. Bus. & Prof. Code 22575(b)(5) asks for the response to Do Not Track signals; the policy has no `signals.dnt`.',
      help: 'Add `dnt: honoured` or `dnt: ignored` to `signals`, and show it with `signals: all`.',
    };
  },
};
