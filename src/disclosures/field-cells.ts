import { fact, label, type Shown } from '../page/cell.ts';
import { dataLabels } from '../page/data-label.ts';
import type { PageContext } from '../page/page-model.ts';
import { vendorNames } from '../page/vendor-name.ts';

/** A text of the authors, as one line. */
export function proseCell(text: string, path: string, { inline }: PageContext): Shown {
  return inline(path, text);
}

/** A name the authors gave. */
export function labelCell(text: string, path: string): Shown {
  return label(path, text);
}

/** The labels of kinds of data. */
export function dataCell(ids: readonly string[], path: string, context: PageContext): Shown {
  return fact(path, dataLabels(ids, context));
}

/** The names of companies. */
export function vendorsCell(ids: readonly string[], path: string, context: PageContext): Shown {
  return fact(path, vendorNames(ids, context));
}

/** The label of a group of people. */
export function audienceCell(id: string, path: string, { policy }: PageContext): Shown {
  return fact(path, policy.facts.audiences?.[id]?.label);
}
