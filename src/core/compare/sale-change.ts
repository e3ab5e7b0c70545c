import type { Sale } from '../../../schemas/inventory.ts';
import type { Comparison, Draft } from './change.ts';
import { isEqual } from './compare.ts';
import { disclosure, noneChange } from './disclosure-change.ts';
import { yesNo } from './fact-words.ts';
import { compareFields, type Fields, flag, texts } from './field-change.ts';

/** Compares whether data is sold, shared or used for targeted advertising. */
export function saleChanges(comparison: Comparison): Draft[] {
  const { sale: before } = comparison.before.facts;
  const { sale: after } = comparison.after.facts;
  if (isEqual(before, after)) return [];
  if (before === undefined || after === undefined) {
    const isNone = (before ?? after) === 'none';
    return [
      isNone
        ? noneChange('sale', after === 'none', comparison)
        : disclosure('sale', before, after, comparison),
    ];
  }
  const drafts = compareFields(saleFields, saleOf(before, after), saleOf(after, before), {
    path: 'sale',
    name: comparison.words.disclosures.sale,
    comparison,
  });
  return drafts.length > 0 ? drafts : [noneChange('sale', after === 'none', comparison)];
}

// `none` says of both practices that they are not done; of the rest it says nothing that could be compared.
function saleOf(sale: Sale | 'none', other: Sale | 'none'): Sale {
  if (sale !== 'none') return sale;
  const { text: _text, ...practices } = other === 'none' ? {} : other;
  return Object.fromEntries(Object.keys(practices).map((key) => [key, false]));
}

const practice =
  (key: 'sells' | 'shares' | 'targetedAds'): Fields<Sale>['sells'] =>
  (delta, subject, field, entry) =>
    flag({ on: 'sale-or-sharing-added', off: 'sale-or-sharing-removed', changed: 'sale-changed' }, yesNo)(
      delta,
      subject,
      field,
      entry,
    ).map((draft) =>
      draft.rule === 'sale-changed'
        ? draft
        : { ...draft, parts: { ...draft.parts, name: subject.comparison.words.sale[key] } },
    );

const saleFields: Fields<Sale> = {
  sells: practice('sells'),
  shares: practice('shares'),
  targetedAds: practice('targetedAds'),
  text: texts('sale-changed'),
};
