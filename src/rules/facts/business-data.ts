import type { DataCategory } from '../../../schemas/disclosures/data.ts';
import type { YamlPath } from '../../read/places.ts';
import type { Facts } from '../../resolve/policy-model.ts';
import { namesOf } from '../gather.ts';
import { entriesOf } from './entries.ts';

type Kind = [id: string, kind: DataCategory];

/** The kinds of data a business answers for itself: not those of people about whom somebody else decides. */
export function businessData({ data, audiences }: Facts): Kind[] {
  return entriesOf(data).filter(
    ([, { audience }]) => audience === undefined || audiences?.[audience]?.role !== 'processor',
  );
}

/** Where a finding about kinds of data is: at the one, or at the inventory. */
export function placeOfKinds(kinds: readonly Kind[]): { path: YamlPath } {
  const [first, second] = kinds;
  return { path: first && !second ? ['data', first[0]] : ['data'] };
}

/** Names kinds of data by their labels. */
export function namesOfKinds(kinds: readonly Kind[], joint?: 'and' | 'or'): string {
  return namesOf(
    kinds.map(([, { label }]) => `“${label}”`),
    joint,
  );
}
