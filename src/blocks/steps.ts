import { unknownId } from '../resolve/block-problems.ts';
import { escapeMarkdown } from '../text/prose.ts';
import type { BlockDefinition, Texts } from './block.ts';

export const steps: BlockDefinition<'steps'> = {
  type: 'steps',
  resolve(items, path, { steps: known, file }) {
    const unknown = items.findIndex((item) => typeof item === 'string' && !Object.hasOwn(known, item));
    if (unknown >= 0) {
      const tell = () =>
        unknownId(
          String(items[unknown]),
          'steps',
          Object.keys(known),
          file.place([...path, unknown], 'value'),
        );
      return { tell, missing: [['steps', String(items[unknown])]] };
    }
    const found = items.map((item) => (typeof item === 'string' ? known[item] : item));
    return { block: { type: 'steps', items: found.filter((item) => item !== undefined) } };
  },
  heldAt: (path) => ['items', ...path],
  page: ({ items }, path, { name, inline }) => ({
    type: 'steps',
    items: items.map(({ label, steps }, index) => ({
      title: name(`${path}.items.${index}.label`, label),
      steps: steps.map((step, at) => inline(`${path}.items.${index}.steps.${at}`, step)),
    })),
  }),
  prose: ({ items }) =>
    items.flatMap(
      ({ label, steps }, index): Texts => [
        [`.items.${index}.label`, escapeMarkdown(label)],
        ...steps.map((step, at): Texts[number] => [`.items.${index}.steps.${at}`, step]),
      ],
    ),
};
