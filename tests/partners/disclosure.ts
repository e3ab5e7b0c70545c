import { inventory } from '../../src/compare/changes/disclosure-change.ts';
import type { Entry } from '../../src/compare/changes/entry-change.ts';
import { length, quoted, value } from '../../src/compare/changes/field-change.ts';
import type { AnyDisclosure } from '../../src/disclosures/disclosure.ts';
import type { PageBlock, PageContext } from '../../src/page/page-model.ts';
import { idOf, pick } from '../../src/page/selection.ts';
import type { DisclosureName, InventoryBlock } from '../../src/resolve/policy-model.ts';
import type { Partner } from './schema.ts';

const changed = 'recipient-changed';

const entry: Entry<Partner> = {
  added: 'recipient-category-added',
  removed: 'recipient-category-removed',
  name: ({ label }) => quoted(label),
  fields: {
    label: value(changed, quoted),
    period: length({ longer: changed, shorter: changed, changed }),
  },
};

export const partners: AnyDisclosure = {
  // The types know what the real lists have.
  name: 'partners' as DisclosureName,
  home: 'policy',
  form: 'inventory',
  title: () => 'our partners',
  none: () => 'We have no partners.',
  entries: partnersBlock,
  changes: inventory(entry),
};

function partnersBlock({ ids }: InventoryBlock, { policy, anchor }: PageContext): PageBlock {
  const items = pick(partnersOf(policy.facts), ids).map(([id, { label, period }]) => ({
    ...idOf(anchor('partners', id)),
    text: [{ sort: 'label' as const, path: `partners.${id}`, text: period ? `${label}: ${period}` : label }],
  }));
  return { type: 'list', items };
}

/** The partners among the facts of a policy. */
export function partnersOf(facts: object): Record<string, Partner> | 'none' | undefined {
  return Reflect.get(facts, 'partners');
}
