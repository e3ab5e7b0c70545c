import type { Category } from '../../../schemas/disclosures/categories.ts';
import type { Inventory } from '../../resolve/policy-model.ts';
import { entriesOf } from './entries.ts';
import { isStrict } from './storage.ts';

/** Whether a category may wait for consent: it says so, or it gives no reason to be exempt and does not call itself necessary or exempt. */
export function mayNeedConsent(category: Category): boolean {
  const { consent, exemption, because, label } = category;
  if (consent === 'required') return true;
  const isExempt = exemption !== undefined || because !== undefined || exemptByName.test(label);
  return !isExempt && !isStrict(category);
}

// "Statistics (no consent required)".
const exemptByName = /\b(no|without|exempt from) (prior )?consent\b/i;

/** The ids of the categories that say they wait for consent. */
export function consentCategories(categories: Inventory<Category> | undefined): string[] {
  return entriesOf(categories).flatMap(([id, { consent }]) => (consent === 'required' ? [id] : []));
}
