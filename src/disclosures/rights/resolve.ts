import type { PolicyFile } from '../../../schemas/policy.ts';
import type { Right } from '../../resolve/policy-model.ts';
import type { Resolving } from '../disclosure.ts';

/** Gives every right the words readers see: our own where only its id is written. */
export function resolveRights(
  rights: PolicyFile['rights'],
  { reader: { words } }: Resolving,
): Record<string, Right> | undefined {
  if (rights === undefined) return undefined;
  if (Array.isArray(rights)) return Object.fromEntries(rights.map((id) => [id, { text: words.rights[id] }]));
  return Object.fromEntries(
    Object.entries(rights).map(([id, right]) => [id, typeof right === 'string' ? { text: right } : right]),
  );
}

/** The texts of the rights of which only the id is written. */
export function rightsInOurWords(rights: PolicyFile['rights']): string[] {
  return Array.isArray(rights) ? rights.map((id) => `${id}.text`) : [];
}
