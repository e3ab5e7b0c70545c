import type { PolicyFile } from '../../../schemas/policy.ts';
import type { ProductSubject } from '../rule.ts';
import { policiesOfKind } from './of-kind.ts';

/** Whether a product has a policy of one of these kinds. */
export function hasPolicy(product: ProductSubject, ...kinds: PolicyFile['kind'][]): boolean {
  return kinds.some((kind) => policiesOfKind(product, kind).length > 0);
}
