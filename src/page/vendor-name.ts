import type { ResolvedPolicy } from '../resolve/policy-model.ts';
import { type Reader, showList } from '../text/show.ts';

/** What a vendor or provider is called; `self` is the product. */
export function vendorName(id: string, policy: ResolvedPolicy): string {
  return id === 'self' ? policy.product.name : (policy.facts.vendors[id]?.name ?? id);
}

/** The names of several as one text. */
export function vendorNames(ids: readonly string[], reader: Reader & { policy: ResolvedPolicy }): string {
  return showList(
    ids.map((id) => vendorName(id, reader.policy)),
    reader,
  );
}
