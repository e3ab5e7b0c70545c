import { ccr } from '../cites/california.ts';
import { saleSaid } from '../facts/sale-said.ts';
import { gapIn } from '../gap.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const minorsProcess: PolicyRule = {
  id: 'ccpa/minors-process',
  about: 'policy',
  severity: 'error',
  regimes: ['ccpa'],
  kinds: ['privacy-policy'],
  summary:
    'Where data of people under 16 is sold or shared, the policy says how they or their parents opt in.',
  why: 'For people under 16 the choice is the other way round: nothing is sold or shared until they, or a parent, say so.',
  cites: [ccr('7011(e)(3)(I)', 'read'), ccr('7070', 'read'), ccr('7071', 'read')],
  examples: {
    ok: {
      policy: yaml`
        sale: { sells: true, under16: true }
        children:
          age: 13
          saleOptIn: We ask anyone under 16 first, and ask again to confirm.
      `,
    },
    notOk: {
      policy: yaml`
        sale: { sells: true, under16: true }
        children:
          age: 13
      `,
      problem: {
        at: 'policy.yaml:2:1',
        message:
          '11 CCR 7011(e)(3)(I) lists the process for opting in where data of people under 16 is sold, as `sale.under16` says; no field says how they opt in, and no text seems to.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { facts } = subject.policy;
    const { under16, sells, shares } = saleSaid(facts);
    // Where nothing is sold or shared, `under16` is what contradicts: core/sale-vs-recipients.
    const isDenied = sells === false && shares === false;
    if (under16 !== true || isDenied || facts.children?.saleOptIn !== undefined) return;
    yield* gapIn(subject, {
      at: { path: facts.children ? ['children', 'saleOptIn'] : ['sale', 'under16'] },
      asks: '11 CCR 7011(e)(3)(I) lists the process for opting in where data of people under 16 is sold, as `sale.under16` says',
      of: 'california',
      unsaid: 'how they opt in',
      fill: 'fill `children.saleOptIn`',
      help: `Add ${
        facts.children ? '`saleOptIn` to `children`' : '`children` with `age` and `saleOptIn`'
      }: how people of 13 to 15, or the parents of those under 13, opt in.`,
      topic: 'minorsOptIn',
      says: (policy) => policy.facts.children?.saleOptIn !== undefined,
    });
  },
};
