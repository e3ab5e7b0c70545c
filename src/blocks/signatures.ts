import { label, words as ours, type Shown } from '../page/cell.ts';
import { escapeMarkdown } from '../text/prose.ts';
import type { BlockDefinition, Texts } from './block.ts';

// What is left to be filled in by hand.
const line = '……………………………………';

export const signatures: BlockDefinition<'signatures'> = {
  type: 'signatures',
  resolve: (items) => ({ block: { type: 'signatures', items } }),
  heldAt: (path) => ['items', ...path],
  page: ({ items }, path, { words: { signature: terms } }) => ({
    type: 'details',
    items: items.map((signer, index) => {
      const at = `${path}.items.${index}`;
      const entry = (term: string, shown: Shown) => ({ term, text: shown || ours(line) });
      return {
        title: signer.for,
        entries: [
          entry(terms.signature, undefined),
          entry(terms.name, label(`${at}.name`, signer.name)),
          entry(terms.title, label(`${at}.title`, signer.title)),
          entry(terms.date, undefined),
        ],
      };
    }),
  }),
  prose: ({ items }) =>
    items.flatMap(
      (signer, index): Texts =>
        (['for', 'name', 'title'] as const).flatMap((key): Texts => {
          const text = signer[key];
          return text === undefined ? [] : [[`.items.${index}.${key}`, escapeMarkdown(text)]];
        }),
    ),
};
