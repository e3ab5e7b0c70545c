import { escapeMarkdown } from '../text/prose.ts';
import type { BlockDefinition, Texts } from './block.ts';

export const parties: BlockDefinition<'parties'> = {
  type: 'parties',
  resolve: (items) => ({ block: { type: 'parties', items } }),
  heldAt: (path) => ['items', ...path],
  page: ({ items }, path, { name, block }) => ({
    type: 'definitions',
    items: items.map((party, index) => ({
      term: party.as,
      text: [
        name(`${path}.items.${index}.name`, party.name),
        ...(party.text === undefined ? [] : block(`${path}.items.${index}.text`, party.text)),
      ],
    })),
  }),
  prose: ({ items }) =>
    items.flatMap(
      (party, index): Texts => [
        [`.items.${index}.as`, escapeMarkdown(party.as)],
        [`.items.${index}.name`, escapeMarkdown(party.name)],
        ...(party.text === undefined ? [] : [[`.items.${index}.text`, party.text] satisfies Texts[number]]),
      ],
    ),
};
