import { readRecordText } from '../site/library.ts';
import type { Exporter } from './exporter.ts';

/** A published version as it was sealed. */
export const record = {
  id: 'record',
  scope: 'version',
  file: '[version].json',
  mediaType: 'application/json',
  write: (_, { entry, date }) => readRecordText(entry.product, entry.slug, date),
} satisfies Exporter;
