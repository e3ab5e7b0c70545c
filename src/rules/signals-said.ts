import type { Signals } from '../../schemas/inventory.ts';
import type { Subject } from './rule.ts';

/**
 * Whether a policy is asked what it says of signals and says nothing. A privacy policy may leave that to a cookie
 * policy it can link to; a cookie policy is asked only where the product has no privacy policy.
 */
export function isSignalUnsaid(
  { policy, slug, product }: Subject,
  says: (signals: Signals) => unknown,
): boolean {
  const others = product.policies.filter((one) => one.slug !== slug).map((one) => one.policy);
  if (policy.kind === 'cookie-policy' && others.some(({ kind }) => kind === 'privacy-policy')) return false;
  const companions = others.filter(({ kind }) => kind === 'cookie-policy');
  return [policy, ...companions].every(({ facts: { signals } }) => !signals || says(signals) === undefined);
}
