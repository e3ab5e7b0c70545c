import type { Signals } from '../../../schemas/disclosures/signals.ts';
import type { Subject } from '../rule.ts';
import { policiesOfKind } from './of-kind.ts';
import { policiesBeside } from './said-elsewhere.ts';

/**
 * Whether a policy is asked what it says of signals and says nothing. A privacy policy may leave that to a policy
 * beside it that it can link to; a cookie policy is asked only where the product has no privacy policy, and of several
 * privacy policies only the first is.
 */
export function isSignalUnsaid(subject: Subject, says: (signals: Signals) => unknown): boolean {
  const { policy, slug, product } = subject;
  const first = policiesOfKind(product, 'privacy-policy')[0];
  if (first && first.slug !== slug) return false;
  const beside = policiesBeside(subject, 'privacy-policy', 'cookie-policy');
  return [policy, ...beside].every(({ facts: { signals } }) => !signals || says(signals) === undefined);
}

/** The cookie policies of a product, to which its privacy policy can leave what happens on signals. */
export function cookiePoliciesOf({ slug, product }: Subject): Subject[] {
  return policiesOfKind(product, 'cookie-policy').filter((one) => one.slug !== slug);
}
