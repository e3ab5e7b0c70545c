import type { Category, WrittenCategory } from '../../../schemas/disclosures/categories.ts';
import type { Inventory } from '../../resolve/policy-model.ts';

/** Leaves out what holds for each cookie of a category: it stands with the cookies. */
export function resolveCategories(
  categories: Inventory<WrittenCategory> | undefined,
): Inventory<Category> | undefined {
  if (categories === undefined || categories === 'none') return categories;
  return Object.fromEntries(Object.entries(categories).map(([id, { each: _each, ...own }]) => [id, own]));
}
