import { recordWriters } from '../../schemas/json-schema.ts';
import type { Exporter } from './exporter.ts';

/** The JSON Schemas of records, beside the list of versions: what programs find in each sort of entry. */
export const schemaFiles: Exporter[] = Object.entries(recordWriters).map(([name, write]) => ({
  id: name,
  scope: 'site',
  file: `.well-known/policybook/${name}`,
  mediaType: 'application/schema+json',
  // What was kept by another version of our code is not believed.
  key: () => 'schema',
  write,
}));
