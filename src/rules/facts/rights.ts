import type { RightId } from '../../../schemas/disclosures/rights.ts';
import type { ResolvedPolicy } from '../../resolve/policy-model.ts';
import { entriesOf } from './entries.ts';

/** What a policy says of a right, and the id it says it under: that of the right, or another that says which right it is. */
export function rightsUnder(
  { facts }: Pick<ResolvedPolicy, 'facts'>,
  right: RightId,
): { id: string; text: string }[] {
  return entriesOf(facts.rights).flatMap(([id, said]) =>
    (said.right ?? id) === right ? [{ id, text: said.text }] : [],
  );
}

/** The words in which a policy says a right. */
export function rightsSaid(policy: Pick<ResolvedPolicy, 'facts'>, right: RightId): string[] {
  return rightsUnder(policy, right).map(({ text }) => text);
}

/** Whether a policy says that people have a right. */
export function hasRight(policy: Pick<ResolvedPolicy, 'facts'>, id: RightId): boolean {
  return rightsSaid(policy, id).length > 0;
}
