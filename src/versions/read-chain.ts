import type { RecordLocation } from '../read/location.ts';
import { type Chain, type ChainFile, chainOf, type Link, splitHead } from './chain.ts';
import { isVersion, readEntry } from './record.ts';
import type { ChainEntry, VersionRecord } from './record-formats.ts';
import { openAct } from './record-formats.ts';
import type { Act } from './timeline.ts';
import { linkOf } from './versions.ts';

/** An entry of a chain with its place in it. */
export type ReadLink = Link & { record: ChainEntry; path: string };

type Sources = { root: string; read(path: string): Uint8Array };

/** Reads the records of one policy, `<product>/<slug>`, and orders them. `former` are the names it had before. */
export function readChain(
  policy: string,
  former: readonly string[],
  records: readonly RecordLocation[],
  { root, read }: Sources,
): Chain<ReadLink> {
  const { entries, head } = splitHead(records);
  const files = entries.map(({ path, name }): ChainFile<ReadLink> => {
    const result = readEntry(read(path));
    const found =
      'fault' in result ? result : { entry: { ...linkOf(result.entry), record: result.entry, path } };
    return { file: `${root}/${path}`, name, ...found };
  });
  // The head lies where the others do.
  const headPath = head?.path ?? records[0]?.path.replace(/[^/]*$/, 'head.json') ?? 'head.json';
  return chainOf({
    names: [policy, ...former, ...renamesIn(files)],
    files,
    head: { file: `${root}/${headPath}`, bytes: head && read(head.path) },
  });
}

// A rename that was sealed says itself what the policy was called.
function renamesIn(files: readonly ChainFile<ReadLink>[]): string[] {
  return files.flatMap((file) =>
    'entry' in file && file.entry.record.format === 2 && file.entry.record.entry === 'rename'
      ? [file.entry.record.from]
      : [],
  );
}

/** What else happened to a policy, in the order of its chain. */
export function actsIn({ entries }: Chain<ReadLink>): Act[] {
  return entries.flatMap(({ record }) => (isVersion(record) ? [] : [openAct(record)]));
}

/** The versions of a chain, in their order. */
export function versionsIn({ entries }: Chain<ReadLink>): VersionRecord[] {
  return entries.flatMap(({ record }) => (isVersion(record) ? [record] : []));
}
