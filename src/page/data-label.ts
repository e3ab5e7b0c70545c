import type { ResolvedPolicy } from '../resolve/policy-model.ts';
import { type Reader, showList } from '../text/show.ts';

/** The labels of several kinds of data as one text. */
export function dataLabels(ids: readonly string[], reader: Reader & { policy: ResolvedPolicy }): string {
  const { data } = reader.policy.facts;
  return showList(
    ids.map((id) => (typeof data === 'object' ? (data[id]?.label ?? id) : id)),
    reader,
  );
}
