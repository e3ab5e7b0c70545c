import type { RightId } from '../../../schemas/disclosures/rights.ts';
import type { ResolvedPolicy } from '../../resolve/policy-model.ts';
import { entriesOf } from './entries.ts';

/** What a policy says of a right: under its id, or under another that says which right it is. */
export function rightsSaid({ facts }: Pick<ResolvedPolicy, 'facts'>, id: RightId): string[] {
  return entriesOf(facts.rights).flatMap(([key, { right = key, text }]) => (right === id ? [text] : []));
}

/** Whether a policy says that people have a right. */
export function hasRight(policy: Pick<ResolvedPolicy, 'facts'>, id: RightId): boolean {
  return rightsSaid(policy, id).length > 0;
}
