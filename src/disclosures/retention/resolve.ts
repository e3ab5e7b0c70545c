import type { Retention } from '../../../schemas/disclosures/retention.ts';
import { readLength } from '../../../schemas/length.ts';

/** Gives a period that is written as a limit, `at most 90 days`, the form of one that is marked as a limit. */
export function resolveRetention(
  retention: Record<string, Retention> | undefined,
): Record<string, Retention> | undefined {
  if (retention === undefined) return undefined;
  return Object.fromEntries(Object.entries(retention).map(([id, entry]) => [id, withLimit(entry)]));
}

function withLimit(entry: Retention): Retention {
  const [one, ...more] = entry.period === undefined ? [] : readLength(entry.period);
  if (one?.length.form !== 'at-most' || more.length > 0) return entry;
  return { ...entry, period: one.length.period, atMost: true };
}
