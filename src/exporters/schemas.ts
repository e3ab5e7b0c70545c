import { recordSchemas } from '../../schemas/json-schema.ts';
import type { Exporter } from './exporter.ts';

/** The JSON Schemas of records, beside the list of versions: what programs find in each sort of entry. */
export const schemaFiles: Exporter[] = Object.entries(recordSchemas()).map(([name, text]) => ({
  id: name,
  scope: 'site',
  file: `.well-known/policybook/${name}`,
  mediaType: 'application/schema+json',
  write: () => text,
}));
