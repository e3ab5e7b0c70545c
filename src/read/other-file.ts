import type { FileKind } from '../../schemas/json-schema.ts';
import type { Problem } from '../problem.ts';
import { suggest } from '../text/suggest.ts';
import type { ParsedFile } from './parse.ts';
import { isMap } from './shape.ts';

const homes: Record<Exclude<FileKind, 'policy'>, string> = {
  vendors:
    'Put vendors below `vendors:` in product.yaml, or, for several products, in vendors.yaml beside site.yaml.',
  steps:
    'Put instructions below `steps:` in the policy, or, for several policies, in steps.yaml beside site.yaml.',
  site: 'Put what is said of the whole site into site.yaml, beside the folders of the products.',
  product: 'Put what the policies of a product share into its product.yaml.',
};

/**
 * Tells of a file among policies that is none, and is called like a file that lies elsewhere: `vendors.yaml` beside
 * product.yaml. What else would be said of it follows from that.
 */
export function otherFile({ file, value, place }: ParsedFile): Problem | undefined {
  if (!isMap(value) || ['kind', 'title', 'sections'].some((key) => Object.hasOwn(value, key)))
    return undefined;
  const stem = /([^/]*)\.yaml$/.exec(file)?.[1] ?? '';
  const meant = suggest(stem, Object.keys(homes));
  if (meant === undefined) return undefined;
  return {
    rule: 'schema/missing-key',
    severity: 'error',
    message: 'Unexpected file without `kind`, `title` and `sections`, expected a policy beside product.yaml.',
    place: place([], 'value'),
    // `meant` is one of its keys.
    help: homes[meant as keyof typeof homes],
  };
}
