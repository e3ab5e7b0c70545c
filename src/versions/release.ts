import type { Compilation, CompiledPolicy, PolicyEntry } from '../compile/compile-model.ts';
import { compareText } from '../problem.ts';
import { recordPath } from '../read/location.ts';
import { sealRecord, writeRecord } from './record.ts';

/** A record to be written: where, below the folder of policies, and its text. */
export type NewRecord = {
  path: string;
  text: string;
  product: string;
  slug: string;
  date: string;
  digest: string;
};

/** A policy that cannot be sealed, and why. */
export type Skipped = { product: string; slug: string; reason: 'undated' };

/**
 * Makes the records of all policies whose text is newer than their last published version.
 * Sealing is a function of the texts alone: the same texts give the same records, and a second run none.
 */
export function newRecords(
  { products }: Compilation,
  readCompiled: (entry: { key: string }) => CompiledPolicy,
): { records: NewRecord[]; skipped: Skipped[] } {
  const entries = products.flatMap(({ policies }) => policies);
  const records = entries.filter(isProposed).map((entry) => recordOf(entry, readCompiled(entry)));
  const undated = entries.filter(({ updated }) => updated === undefined);
  return {
    records: records.sort((a, b) => compareText(a.path, b.path)),
    skipped: undated.map(({ product, slug }) => ({ product, slug, reason: 'undated' })),
  };
}

function isProposed({ versions }: PolicyEntry): boolean {
  return versions.at(-1)?.isProposed === true;
}

function recordOf({ product, slug, versions }: PolicyEntry, { policy }: CompiledPolicy): NewRecord {
  const record = sealRecord(policy, versions.at(-2)?.digest);
  const { updated: date = '' } = policy;
  const path = recordPath({ product, slug, date });
  return { path, text: writeRecord(record), product, slug, date, digest: record.digest };
}
