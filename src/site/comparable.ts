import type { CompiledPolicy } from '../compile/compile-model.ts';
import { toComparedPage } from '../page/page.ts';
import type { ComparedPage, Render, SiteFacts } from '../page/page-model.ts';
import type { ResolvedPolicy } from '../resolve/policy-model.ts';
import type { VersionEntry } from '../versions/versions.ts';

/** A text and its page, as far as they are compared with another version. */
export type Comparable = { policy: ResolvedPolicy; page: ComparedPage };

/**
 * A version as it is compared with others. What was sealed of its page has the words of its day: were these compared, a
 * better word of ours would show as a change.
 */
export function comparableVersion(
  compiled: CompiledPolicy,
  { format }: Pick<VersionEntry, 'format'>,
  { site, render }: { site: SiteFacts; render: Render },
): Comparable {
  const { policy } = compiled;
  // A page that is not shown is not read either.
  return { policy, page: format === 2 ? toComparedPage(policy, site, render) : compiled.page };
}
