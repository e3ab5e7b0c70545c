import { businessCode } from '../cites/california.ts';
import { matches } from '../english/written-texts.ts';
import { isSignalUnsaid } from '../facts/signals-said.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

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
    ok: {
      policy: yaml`
      title: Privacy policy
      signals:
        dnt: ignored
    `,
    },
    notOk: {
      policy: yaml`
        title: Privacy policy
      `,
      problem: {
        at: 'policy.yaml:1:1',
        message:
          'Cal. Bus. & Prof. Code 22575(b)(5) asks how a site that follows people across websites responds to Do Not Track signals; the policy has no `signals.dnt`.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    if (!isSignalUnsaid(subject, ({ dnt }) => dnt) || matches(subject, inProse).length > 0) return;
    yield {
      at: { path: ['signals', 'dnt'] },
      message:
        'Cal. Bus. & Prof. Code 22575(b)(5) asks how a site that follows people across websites responds to Do Not Track signals; the policy has no `signals.dnt`.',
      help: 'Add `signals` with `dnt: honoured` or `dnt: ignored`, and show it with `signals: all`.',
    };
  },
};

const response = String.raw`\b(respon(d|se)|honou?r|recogni[sz]e|ignore|react|act on|heed|process|support|treat|alter|change|different)\w*`;
const signal = String.raw`\b(do[- ]not[- ]track|DNT)\b`;
const inProse = new RegExp(`${response}[^.]*${signal}|${signal}[^.]*${response}`);
