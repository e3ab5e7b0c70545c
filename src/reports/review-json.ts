import type { Review } from '../review/review-model.ts';
import { printableJson } from './printable.ts';

/**
 * A review for programs: the `Review` as it is, with `redline` by section and block as `policybook diff --format json`
 * has it. Sentences are plain text.
 */
export function reviewJson(review: Review): string {
  const policies = review.policies.map(({ redline, ...policy }) => ({
    ...policy,
    ...(redline && {
      redline: redline.sections.map(({ blocks, ...section }) => ({
        ...section,
        blocks: blocks.map(({ html: _html, parts: _parts, origins: _origins, ...block }) => block),
      })),
    }),
  }));
  return `${printableJson({ ...review, policies })}\n`;
}
