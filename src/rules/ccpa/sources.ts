import { ccr } from '../cites/california.ts';
import { businessData, namesOfKinds, placeOfKinds } from '../facts/business-data.ts';
import { gapIn } from '../gap.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const sources: PolicyRule = {
  id: 'ccpa/sources',
  about: 'policy',
  severity: 'error',
  regimes: ['ccpa'],
  kinds: ['privacy-policy'],
  summary: 'Each kind of data says where it comes from.',
  why: 'What a person typed in, what was observed and what somebody else handed over are different things to a reader.',
  cites: [ccr('7011(e)(1)(B)', 'secondary')],
  examples: {
    ok: {
      policy: yaml`
      data:
        usage:
          label: Pages visited
          source: observed
    `,
    },
    notOk: {
      policy: yaml`
        data:
          usage:
            label: Pages visited
      `,
      problem: {
        at: 'policy.yaml:2:3',
        message:
          '11 CCR 7011(e)(1)(B) lists the categories of sources; no field says where “Pages visited” comes from, and no text seems to.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const without = businessData(subject.policy.facts).filter(
      ([, { source, from }]) => (source ?? from) === undefined,
    );
    if (without.length === 0) return;
    yield* gapIn(subject, {
      at: placeOfKinds(without),
      asks: '11 CCR 7011(e)(1)(B) lists the categories of sources',
      of: 'california',
      unsaid: `where ${namesOfKinds(without, 'or')} comes from`,
      fill: 'add `source` to each kind of data',
      help: 'Add `source` to each kind of data (`given`, `observed`, `third-party` or `derived`), and `from` where others give it.',
      topic: 'sources',
    });
  },
};
