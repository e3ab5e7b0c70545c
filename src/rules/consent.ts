import type { Category } from '../../schemas/inventory.ts';
import type { Inventory } from '../core/resolve/resolve.ts';
import { entriesOf } from './inventory.ts';

/** Whether a category may wait for consent: it says so, or it names no exception and does not call itself exempt. */
export function mayNeedConsent({ consent, exemption }: Category): boolean {
  return consent === 'required' || (consent !== 'exempt' && exemption === undefined);
}

/** The ids of the categories that say they wait for consent. */
export function consentCategories(categories: Inventory<Category> | undefined): string[] {
  return entriesOf(categories).flatMap(([id, { consent }]) => (consent === 'required' ? [id] : []));
}
