import { readRecordText } from '../site/library.ts';
import type { Exporter } from './exporter.ts';

/** A published version as it was sealed. */
export const record = {
  id: 'record',
  scope: 'version',
  file: '[version].json',
  mediaType: 'application/json',
  write: (library, { entry: { product, slug }, id }) => readRecordText(library, { product, slug, date: id }),
} satisfies Exporter;
