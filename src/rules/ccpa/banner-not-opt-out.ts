import type { Facts } from '../../resolve/policy-model.ts';
import { ccr } from '../cites/california.ts';
import { isSaidElsewhere } from '../facts/said-elsewhere.ts';
import { isSoldOrShared, saleSaid } from '../facts/sale-said.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const bannerNotOptOut: PolicyRule = {
  id: 'ccpa/banner-not-opt-out',
  about: 'policy',
  severity: 'warning',
  regimes: ['ccpa'],
  kinds: ['cookie-policy', 'privacy-policy'],
  summary: 'There is a way to opt out of sale and sharing beside the cookie banner.',
  why: 'A banner decides about cookies in one browser; data that is sold or shared travels by other ways too.',
  cites: [ccr('7026(a)(4)', 'read')],
  examples: {
    ok: {
      policy: yaml`
        sale:
          shares: true
          optOut:
            label: Your privacy choices
            methods: [banner, form]
      `,
    },
    notOk: {
      policy: yaml`
        sale:
          shares: true
          optOut:
            label: Your privacy choices
            methods: [banner]
      `,
      problem: {
        at: 'policy.yaml:5:5',
        message:
          '11 CCR 7026(a)(4) says that a cookie banner is not by itself a way to opt out of sale and sharing; `optOut.methods` names nothing else.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { facts } = subject.policy;
    const isBannerOnly = methodsOf(facts).length > 0 && !hasOtherMethod(facts);
    if (!isBannerOnly || !isSoldOrShared(facts)) return;
    if (isSaidElsewhere(subject, (one) => hasOtherMethod(one.facts))) return;
    yield {
      at: { path: ['sale', 'optOut', 'methods'] },
      message:
        '11 CCR 7026(a)(4) says that a cookie banner is not by itself a way to opt out of sale and sharing; `optOut.methods` names nothing else.',
      help: 'Offer a form behind the link and the signal of the browser, and add `form` and `signal` to `methods`.',
    };
  },
};

function methodsOf(facts: Facts): string[] {
  return saleSaid(facts).optOut?.methods ?? [];
}

function hasOtherMethod(facts: Facts): boolean {
  return facts.signals?.gpc?.honoured === true || methodsOf(facts).some((method) => method !== 'banner');
}
