import type { BlockDefinition } from './block.ts';

export const history: BlockDefinition<'history'> = {
  type: 'history',
  resolve: (count) => ({ block: { type: 'history', count } }),
  page: ({ count }) => ({ type: 'versions', count }),
  whole: {
    name: ({ count }, _, { words }) => words.versions(count),
    change: (before, after) =>
      before.count === after.count ? undefined : { rule: 'block-selection-changed', before, after },
  },
};
