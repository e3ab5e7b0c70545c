import type { PolicyFile } from '../../../schemas/policy.ts';
import { oncePer } from '../../memory.ts';
import type { ProductSubject, Subject } from '../rule.ts';

const byKind = oncePer(({ policies }: ProductSubject) => Map.groupBy(policies, ({ policy }) => policy.kind));

/** The policies of a product that are of a kind, in their order; found once for all the rules that ask. */
export function policiesOfKind(product: ProductSubject, kind: PolicyFile['kind']): readonly Subject[] {
  return byKind(product).get(kind) ?? [];
}
