import type { Audience } from '../../../schemas/disclosures/audiences.ts';
import { inventory } from '../../compare/changes/disclosure-change.ts';
import { asShown } from '../../compare/changes/fact-words.ts';
import { named, quoted, texts, value } from '../../compare/changes/field-change.ts';
import { fact, yesOrNo } from '../../page/cell.ts';
import type { PageBlock, PageContext } from '../../page/page-model.ts';
import { idOf, pick } from '../../page/selection.ts';
import type { InventoryBlock } from '../../resolve/policy-model.ts';
import type { Disclosure } from '../disclosure.ts';
import { type ShownFields, termsOf } from '../shown-fields.ts';

const fields: ShownFields<Audience> = {
  label: named('audience-changed'),
  description: texts('audience-changed'),
  role: {
    change: value('audience-role-changed', (role, { comparison }) =>
      quoted(comparison.reader.words.roles[role]),
    ),
    label: (_, { policy }) => policy.product.name,
    cell: (role, path, { words }) => fact(path, words.roles[role]),
  },
  children: {
    change: value(
      'audience-changed',
      asShown(({ people }) => ({ yes: people.children, no: people.others })),
    ),
    label: ({ people }) => people.label,
    cell: (are, path, { words: { people } }) => yesOrNo(path, are, people.children, people.others),
  },
};

// Whose data it is, and in which role the product handles it.
function audiencesBlock(block: InventoryBlock, context: PageContext): PageBlock {
  const items = pick(context.policy.facts.audiences, block.ids).map(([id, audience]) => ({
    ...idOf(context.anchor('audiences', id)),
    title: audience.label,
    ...(audience.description && { note: context.block(`audiences.${id}.description`, audience.description) }),
    entries: termsOf(fields, audience, { path: `audiences.${id}`, context }),
  }));
  return { type: 'details', items };
}

export const audiences: Disclosure<'audiences'> = {
  name: 'audiences',
  home: 'policy',
  form: 'inventory',
  title: ({ disclosures }) => disclosures.audiences,
  entries: audiencesBlock,
  changes: inventory({
    added: 'audience-added',
    removed: 'audience-removed',
    name: ({ label }) => quoted(label),
    fields,
  }),
};
