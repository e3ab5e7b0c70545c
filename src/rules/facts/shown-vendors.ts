import { contentOf } from '../../resolve/all-sections.ts';
import type { ResolvedPolicy } from '../../resolve/policy-model.ts';

/** The vendors that a block of a policy lists, by their ids. */
export function shownVendors(policy: ResolvedPolicy): ReadonlySet<string> {
  return new Set(
    contentOf(policy).flatMap((block) =>
      block.type === 'inventory' && block.of === 'vendors' ? block.ids : [],
    ),
  );
}
