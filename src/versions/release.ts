import type { Compilation, CompiledPolicy, PolicyEntry } from '../compile/compile-model.ts';
import { compareText } from '../problem.ts';
import { recordPath } from '../read/location.ts';
import { type LateAct, lateActs, sealableActs } from './pending.ts';
import {
  isVersion,
  sealAct,
  sealHead,
  sealVersion,
  type UnsealedAct,
  versionIdOf,
  writeRecord,
} from './record.ts';
import type { ChainEntry } from './record-formats.ts';
import { type Act, placeVersions } from './timeline.ts';

/** A file to be written: where, below the folder of policies, and its text. A head takes the place of the one before. */
export type NewRecord = {
  path: string;
  text: string;
  product: string;
  slug: string;
  /** A version by its id, an act by its day and sort, or `head`. */
  name: string;
  sort: 'version' | Act['type'] | 'head';
  digest: string;
};

/** What cannot be sealed: a policy without a date, or what came too late. */
export type Skipped = { product: string; slug: string } & (
  | { reason: 'undated' }
  | ({ reason: 'late' } & LateAct)
);

/**
 * Makes the records of all policies whose text is newer than what is published of them, or whose file says what else
 * happened, on a day. The head of each chain comes last, so that a run that is interrupted leaves a chain that only
 * lacks it; the next run writes it. Sealing is a function of the texts, the records and the day: a second run makes none.
 */
export function newRecords(
  { products }: Compilation,
  readCompiled: (entry: { key: string }) => CompiledPolicy,
  day: string,
): { records: NewRecord[]; skipped: Skipped[] } {
  const entries = products.flatMap(({ policies }) => policies);
  const sorted = [...entries].sort(
    (a, b) => compareText(a.product, b.product) || compareText(a.slug, b.slug),
  );
  return {
    records: sorted.flatMap((entry) => recordsOf(entry, () => readCompiled(entry), day)),
    skipped: sorted.flatMap((entry) => skippedOf(entry, day)),
  };
}

function skippedOf(entry: PolicyEntry, day: string): Skipped[] {
  const { product, slug, updated, pending } = entry;
  const late = pending.length === 0 ? [] : lateActs(pending, placedOn(entry, day));
  return [
    ...(updated === undefined ? [{ product, slug, reason: 'undated' as const }] : []),
    ...late.map((one) => ({ product, slug, reason: 'late' as const, ...one })),
  ];
}

function placedOn({ versions, acts }: PolicyEntry, today: string) {
  return { versions: placeVersions(versions, acts, today), acts, today };
}

/** What a policy file says happened that can be sealed on a day. */
export function actsToSeal(entry: PolicyEntry, day: string): UnsealedAct[] {
  const { pending } = entry;
  return pending.length === 0 ? [] : sealableActs(pending, placedOn(entry, day));
}

function recordsOf(entry: PolicyEntry, readCompiled: () => CompiledPolicy, day: string): NewRecord[] {
  const { product, slug, chain } = entry;
  const policy = `${product}/${slug}`;
  const sealed: ChainEntry[] = [];
  const lastOf = () => sealed.at(-1)?.digest ?? chain.last;
  const seal = (act: UnsealedAct) => {
    const previous = lastOf();
    if (previous) sealed.push(sealAct(act, { policy, day, previous }));
  };
  const pending = actsToSeal(entry, day);
  const proposed = entry.versions.find(({ isProposed }) => isProposed);
  // What happened to older versions comes before a new one; the end of the policy after it.
  for (const act of pending.filter(({ type }) => type !== 'retirement')) seal(act);
  if (proposed)
    sealed.push(sealVersion(readCompiled(), { policy, id: proposed.id, day, previous: lastOf() }));
  for (const act of pending.filter(({ type }) => type === 'retirement')) seal(act);
  const last = lastOf();
  const isHeadNeeded = sealed.length > 0 || chain.head === 'missing' || chain.head === 'behind';
  if (!last || !isHeadNeeded) return [];
  const head = sealHead(policy, chain.count + sealed.length, last);
  return [
    ...namesOf(sealed, entry).map(({ record, name }) => ({
      ...fileOf({ product, slug, name }),
      text: writeRecord(record),
      sort: record.format === 1 ? ('version' as const) : record.entry,
      digest: record.digest,
    })),
    {
      ...fileOf({ product, slug, name: 'head' }),
      text: writeRecord(head),
      sort: 'head',
      digest: head.digest,
    },
  ];
}

function fileOf(name: { product: string; slug: string; name: string }) {
  return { ...name, path: recordPath(name) };
}

// A second act of one sort on one day is numbered.
function namesOf(
  sealed: readonly ChainEntry[],
  { chain }: PolicyEntry,
): { record: ChainEntry; name: string }[] {
  const taken = new Set(chain.files.map(({ name }) => name));
  return sealed.map((record) => {
    const name = isVersion(record) ? versionIdOf(record) : freeName(`${record.day}.${record.entry}`, taken);
    taken.add(name);
    return { record, name };
  });
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const numbered = number === 1 ? name : `${name}.${number}`;
    if (!taken.has(numbered)) return numbered;
  }
}
