import { isMap } from '../read/shape.ts';
import type { DisclosureName, Facts, InventoryName } from '../resolve/policy-model.ts';
import { disclosures } from './all.ts';
import type { AnyDisclosure } from './disclosure.ts';

/** The disclosures as a list, for those who walk it. */
export const disclosuresInOrder: readonly AnyDisclosure[] = Object.values(disclosures);

/** Those of them that are maps of entries by id. */
export const inventoriesInOrder = disclosuresInOrder.filter(({ form }) => form === 'inventory');

/** One of the disclosures as those who walk the list know it. */
export function disclosureOf(name: DisclosureName): AnyDisclosure {
  return disclosures[name];
}

/** The path of the entries that a block of this name shows: `cookies`, `security.measures`. */
export function entriesPath(name: InventoryName): string {
  const { texts } = disclosureOf(name);
  return texts ? `${name}.${texts}` : name;
}

/** The entries that a block of this name shows; nothing where the policy does not say or says `none`. */
export function shownEntries(name: InventoryName, facts: Facts): Readonly<Record<string, unknown>> {
  const { texts } = disclosureOf(name);
  const given: unknown = facts[name];
  const entries: unknown = texts && isMap(given) ? given[texts] : given;
  return isMap(entries) ? entries : {};
}
