import { readRecordText } from '../site/library.ts';
import type { Exporter } from './exporter.ts';

/** Every entry of the chain of a policy as it was sealed, and the head. */
export const record = {
  id: 'record',
  scope: 'record',
  file: '[version].json',
  mediaType: 'application/json',
  write: (library, { path }) => readRecordText(library, path),
} satisfies Exporter;
