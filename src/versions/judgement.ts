import { changesBetween } from '../compare/changes/changes.ts';
import { redline } from '../compare/redline/redline.ts';
import { toPage } from '../page/page.ts';
import type { PolicyPage, SiteFacts } from '../page/page-model.ts';
import type { Problem } from '../problem.ts';
import type { ParsedFile } from '../read/parse.ts';
import type { ResolvedPolicy } from '../resolve/policy-model.ts';
import { proseText } from '../text/prose.ts';
import { openRecord, type VersionRecord } from './record.ts';

/**
 * Reports a version whose changes propose that it matters to people, where counsel says that it does not and gives no
 * reason. Counsel decides; where the facts propose otherwise, readers are told why.
 */
export function judgementProblems(
  file: ParsedFile,
  { policy, page }: { policy: ResolvedPolicy; page: PolicyPage },
  last: VersionRecord | undefined,
  site: SiteFacts,
): Problem[] {
  if (!last || policy.change?.material !== false || policy.change.because) return [];
  const before = openRecord(last);
  const changes = changesBetween(before, policy, redline(toPage(before, site), page));
  const [reason, ...others] = changes.filter(({ level }) => level === 'material');
  if (!reason) return [];
  const more = others.length > 0 ? ` (and ${others.length} more)` : '';
  return [
    {
      rule: 'version/judgement',
      severity: 'error',
      message: `Unexpected \`material: false\` without a reason, expected \`because\`: ${proseText(reason.sentence)}${more}`,
      place: file.place(['change', 'material'], 'value'),
      help: 'Say under `change.because` why it does not matter to people; readers see it. Or set `material: true`.',
    },
  ];
}
