import type { PolicyFile } from '../../../schemas/policy.ts';
import type { ResolvedPolicy } from '../../resolve/policy-model.ts';
import type { Subject } from '../rule.ts';
import { policiesOfKind } from './of-kind.ts';

type Beside = Pick<Subject, 'slug' | 'product'>;

/** The other policies of the product that are of one of these kinds. */
export function policiesBeside({ slug, product }: Beside, ...kinds: PolicyFile['kind'][]): ResolvedPolicy[] {
  return kinds.flatMap((kind) =>
    policiesOfKind(product, kind).flatMap((one) => (one.slug === slug ? [] : one.policy)),
  );
}

/** Whether another privacy policy of the product, such as one for California alone, says what this one does not. */
export function isSaidElsewhere(subject: Beside, says: (policy: ResolvedPolicy) => boolean): boolean {
  return policiesBeside(subject, 'privacy-policy').some(says);
}
