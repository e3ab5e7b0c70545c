import type { PolicyFile } from '../../../schemas/policy.ts';
import type { ProductSubject } from '../rule.ts';

/** Whether a product has a policy of one of these kinds. */
export function hasPolicy({ policies }: ProductSubject, ...kinds: PolicyFile['kind'][]): boolean {
  return policies.some(({ policy }) => kinds.includes(policy.kind));
}
