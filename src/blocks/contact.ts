import { quoted } from '../compare/changes/field-change.ts';
import { contactBlock } from '../disclosures/contacts/disclosure.ts';
import { unknownId } from '../resolve/block-problems.ts';
import type { BlockDefinition } from './block.ts';

export const contact: BlockDefinition<'contact'> = {
  type: 'contact',
  resolve: (id, path, { facts, file }) =>
    Object.hasOwn(facts.contacts, id)
      ? { block: { type: 'contact', id } }
      : {
          missing: [['contacts', id]],
          tell: () => unknownId(id, 'contacts', Object.keys(facts.contacts), file.place(path, 'value')),
        },
  page: ({ id }, _, context) => contactBlock(id, context),
  whole: {
    key: ({ id }) => id,
    name: ({ id }, { facts }) => quoted(facts.contacts[id]?.label ?? id),
  },
};
