import type { Purpose } from '../../../schemas/disclosures/purposes.ts';
import type { Facts } from '../../resolve/policy-model.ts';
import { entriesOf } from './entries.ts';

/** The purposes a company answers for itself: not those of people about whom somebody else decides. */
export function ownPurposes({ purposes, audiences }: Facts): [id: string, purpose: Purpose][] {
  return entriesOf(purposes).filter(
    ([, { audience }]) => audience === undefined || audiences?.[audience]?.role !== 'processor',
  );
}

/** Whether an entry that names data, or people, may be about a kind of data; without either it may be about any. */
export function mayConcern(
  { data, audience }: { data?: string[]; audience?: string },
  [id, kind]: [id: string, kind: { audience?: string }],
): boolean {
  if (data) return data.includes(id);
  return audience === undefined || kind.audience === undefined || audience === kind.audience;
}
