import { disclosureSchemas } from './all.ts';

type Schemas = typeof disclosureSchemas;

/** The keys of a policy that disclose something, with what may stand there. */
export const disclosureFields = pluck('field');

/** The blocks that show what is disclosed. */
export const disclosureBlocks = pluck('block');

function pluck<P extends 'field' | 'block'>(part: P): { [K in keyof Schemas]: Schemas[K][P] } {
  const entries = Object.entries(disclosureSchemas).map(([name, schemas]) => [name, schemas[part]]);
  // The same keys, each with one of its two schemas.
  return Object.fromEntries(entries) as { [K in keyof Schemas]: Schemas[K][P] };
}
