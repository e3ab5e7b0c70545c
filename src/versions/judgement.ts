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
 * Reports a version whose changes propose that it matters to people, where counsel does not say whether it does, or says
 * that it does not and gives no reason. Counsel decides; where the facts propose otherwise, readers are told why.
 */
export function judgementProblems(
  file: ParsedFile,
  { policy, page }: { policy: ResolvedPolicy; page: PolicyPage },
  last: VersionRecord | undefined,
  site: SiteFacts,
): Problem[] {
  const judged = policy.change?.material;
  if (!last || judged === true || (judged === false && policy.change?.because)) return [];
  const before = openRecord(last);
  const changes = changesBetween(before, policy, redline(toPage(before, site), page));
  const reasons = changes
    .filter(({ level }) => level === 'material')
    .map(({ sentence }) => proseText(sentence));
  if (reasons.length === 0) return [];
  return [judged === false ? unreasoned(file, reasons) : unjudged(file, reasons)];
}

function unreasoned(file: ParsedFile, reasons: readonly string[]): Problem {
  return {
    rule: 'version/judgement',
    severity: 'error',
    message: `Unexpected \`material: false\` without a reason, expected \`because\`: ${shown(reasons, 1)}`,
    place: file.place(['change', 'material'], 'value'),
    help: 'Say under `change.because` why it does not matter to people; readers see it. Or set `material: true`.',
  };
}

function unjudged(file: ParsedFile, reasons: readonly string[]): Problem {
  return {
    rule: 'version/change-unjudged',
    severity: 'error',
    message: `Unexpected new version that nobody has judged, expected \`change.material\`: ${shown(reasons, 5)}`,
    place: file.place(['updated'], 'value'),
    help: 'Add `material: true` to `change`; or `material: false`, with `because: …` for readers.',
  };
}

function shown(reasons: readonly string[], count: number): string {
  const more = reasons.length > count ? ` (and ${reasons.length - count} more)` : '';
  return `${reasons.slice(0, count).join(' ')}${more}`;
}
