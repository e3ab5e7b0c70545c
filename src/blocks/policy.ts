import { code } from '../compare/changes/field-change.ts';
import type { Problem } from '../problem.ts';
import { suggestHelp } from '../text/suggest.ts';
import type { BlockDefinition } from './block.ts';

export const policy: BlockDefinition<'policy'> = {
  type: 'policy',
  resolve(slug, path, { slugs, slug: own, file }) {
    const others = slugs.filter((other) => other !== own);
    if (others.includes(slug)) return { block: { type: 'policy', slug } };
    return { tell: () => unknownPolicy(slug, others, file.place(path, 'value')) };
  },
  page: (block) => block,
  whole: {
    key: ({ slug }) => slug,
    name: ({ slug }) => code(slug),
  },
};

function unknownPolicy(slug: string, others: readonly string[], place: Problem['place']): Problem {
  return {
    rule: 'reference/unknown',
    severity: 'error',
    message: `Unexpected \`${slug}\`, expected another policy of this product.`,
    place,
    help: suggestHelp(slug, others) ?? 'This product has no other policy yet: add it, or delete the block.',
  };
}
