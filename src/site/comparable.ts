import type { CompiledPolicy } from '../compile/compile-model.ts';
import { toPage } from '../page/page.ts';
import type { Render, SiteFacts } from '../page/page-model.ts';
import type { VersionEntry } from '../versions/versions.ts';

/**
 * A version as it is compared with others. What was sealed of its page has the words of its day: were these compared, a
 * better word of ours would show as a change.
 */
export function comparableVersion(
  { policy, page }: CompiledPolicy,
  { format }: Pick<VersionEntry, 'format'>,
  { site, render }: { site: SiteFacts; render: Render },
): CompiledPolicy {
  return { policy, page: format === 2 ? toPage(policy, site, render) : page };
}
