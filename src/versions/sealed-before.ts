import { toContent } from '../resolve/content.ts';
import { changedFields } from './published.ts';
import { isVersion, readEntry } from './record.ts';
import { type ChainEntry, openRecord } from './record-formats.ts';

/**
 * Where an entry that is to be sealed says other things than the one that was sealed under its name before; nothing where
 * that cannot be read. On which day it is sealed, after which other, and our words in it may differ.
 */
export function otherWords(before: Uint8Array, now: string): string[] {
  const [old, own] = [readEntry(before), readEntry(now)];
  if ('fault' in old || 'fault' in own) return [];
  return changedFields(wordsOf(old.entry, own.entry), wordsOf(own.entry, old.entry));
}

// Of a version in format 1 it is not known which of its words were quoted. What a policy is called is no word of it.
function wordsOf(entry: ChainEntry, other: ChainEntry): unknown {
  if (!isVersion(entry)) {
    const { previous: _previous, digest: _digest, day: _day, policy: _policy, ...words } = entry;
    return words;
  }
  const isWritten = entry.format === 2 && isVersion(other) && other.format === 2;
  const { product, slug: _slug, ...content } = isWritten ? entry.written : toContent(openRecord(entry));
  return { ...content, product: product.name, ...(isWritten && { quoted: entry.quoted }) };
}
