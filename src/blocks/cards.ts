import { escapeMarkdown } from '../text/prose.ts';
import type { BlockDefinition, Texts } from './block.ts';

export const cards: BlockDefinition<'cards'> = {
  type: 'cards',
  resolve: (items) => ({ block: { type: 'cards', items } }),
  heldAt: (path) => ['items', ...path],
  page: ({ items }, path, { name, block }) => ({
    type: 'cards',
    items: items.map(({ title, text }, index) => ({
      title: name(`${path}.items.${index}.title`, title),
      text: block(`${path}.items.${index}.text`, text),
    })),
  }),
  prose: ({ items }) =>
    items.flatMap(
      ({ title, text }, index): Texts => [
        [`.items.${index}.title`, escapeMarkdown(title)],
        [`.items.${index}.text`, text],
      ],
    ),
};
