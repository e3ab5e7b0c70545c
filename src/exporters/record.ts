import { sha256 } from '../digest.ts';
import { oncePer } from '../memory.ts';
import { type Library, readRecordText } from '../site/library.ts';
import type { Exporter } from './exporter.ts';

/** Every entry of the chain of a policy as it was sealed, and the head. */
export const record = {
  id: 'record',
  scope: 'record',
  file: '[version].json',
  mediaType: 'application/json',
  write: (library, { path }) => readRecordText(library, path),
  key: (library, { path }) => versionKeys(library).get(path) ?? sha256(library.sources.read(path)),
} satisfies Exporter;

// What a version was compiled under changes with the bytes of its record, which nobody needs to read again.
const versionKeys = oncePer((library: Library) => {
  const versions = library.products.flatMap(({ policies }) => policies.flatMap((entry) => entry.versions));
  return new Map(versions.map(({ path, key }) => [path, key] as const));
});
