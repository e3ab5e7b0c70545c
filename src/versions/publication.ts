import { isDeepStrictEqual } from 'node:util';
import { locateRecords, type RecordLocation } from '../read/location.ts';
import type { Chain } from './chain.ts';
import type { Manifest } from './manifest.ts';
import type { ReadLink } from './read-chain.ts';
import { isVersion, readEntry } from './record.ts';
import type { ChainEntry } from './record-formats.ts';
import { openAct } from './record-formats.ts';

/** What is known to be published, and by what: the commit of a branch, or the list of a site. */
export type Publication = {
  source: string;
  /** Whether an entry of a chain is published, byte for byte. */
  has(entry: ChainEntry, names: readonly string[]): boolean;
  /** Whether something is published under the name of a file, of a policy with these names. */
  hasName(name: string, names: readonly string[]): boolean;
};

type Files = { found: Parameters<typeof locateRecords>[0]; read(path: string): Uint8Array };

/** What a commit has of the histories of all policies is published. */
export function committedRecords({ found, read }: Files, source: string): Publication {
  const records = locateRecords(found);
  const entries = [...records.values()].flat().flatMap(({ path }) => {
    const result = readEntry(read(path));
    return 'fault' in result ? [] : [result.entry.digest];
  });
  const digests = new Set(entries);
  return {
    source,
    has: ({ digest }) => digests.has(digest),
    hasName: (name, names) => names.some((own) => records.get(own)?.some((record) => record.name === name)),
  };
}

/** What the list of a site has is published. */
export function listedRecords({ policies }: Manifest, source: string): Publication {
  const listedAs = (names: readonly string[]) =>
    policies.filter(({ id, former }) => [id, ...former].some((own) => names.includes(own)));
  return {
    source,
    has: (entry, names) =>
      listedAs(names).some(({ versions, acts }) =>
        isVersion(entry)
          ? versions.some(({ digest }) => digest === entry.digest)
          : acts.some((act) => isDeepStrictEqual(act, openAct(entry))),
      ),
    hasName: (name, names) => listedAs(names).some(({ versions }) => versions.some(({ id }) => id === name)),
  };
}

/**
 * The files of a history that are not published, in the order in which they can be taken away: those that cannot be read
 * first, then the last entry of the chain and back from there. `names` are all that the policy has or had.
 */
export function unpublishedFiles(
  { entries }: Chain<ReadLink>,
  records: readonly RecordLocation[],
  names: readonly string[],
  { has, hasName }: Publication,
): RecordLocation[] {
  const files = records.filter(({ name }) => name !== 'head');
  const readable = entries.toReversed().flatMap((entry) => {
    const own = files.find(({ path }) => path === entry.path);
    return own ? [{ own, entry }] : [];
  });
  const unread = files.filter((file) => !readable.some(({ own }) => own === file));
  return [
    ...unread,
    ...readable.filter(({ entry }) => !has(entry.record, names)).map(({ own }) => own),
  ].filter(({ name }) => !hasName(name, names));
}
