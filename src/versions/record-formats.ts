import type { Record1 } from '../../schemas/record-1.ts';
import type { Act2, Version2 } from '../../schemas/record-2.ts';
import type { ResolvedPolicy } from '../resolve/policy-model.ts';
import { checkRecord1, openRecord1 } from './record-1.ts';
import { checkEntry2, openAct2, openVersion2 } from './record-2.ts';
import type { Act } from './timeline.ts';

/**
 * A published version, sealed. `digest` is the SHA-256 of the record without it, in canonical JSON (RFC 8785);
 * `previous` is the digest of the entry before, so that none can be changed unnoticed. Versions are sealed in format 2;
 * the readers of both formats stay for ever.
 */
export type VersionRecord = Record1 | Version2;

/** An act, sealed: what happened to a policy after a version. */
export type ActRecord = Act2;

/** An entry of the chain of a policy: a version, or an act. */
export type ChainEntry = VersionRecord | ActRecord;

type Check = (value: unknown) => { entry: ChainEntry } | { fault: string };

/** What looks at an entry of each format there ever was. A fault completes the sentence "Unexpected …". */
export const checkEntry: Readonly<Record<ChainEntry['format'], Check>> = {
  1: checkRecord1,
  2: checkEntry2,
};

/** The policy a record holds, as readers saw it. */
export function openRecord(record: VersionRecord): ResolvedPolicy {
  return record.format === 1 ? openRecord1(record) : openVersion2(record);
}

/** What an act of a chain says, as the timeline reads it. */
export function openAct(act: ActRecord): Act {
  return openAct2(act);
}
