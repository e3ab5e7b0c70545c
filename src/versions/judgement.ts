import { changesBetween } from '../compare/changes/changes.ts';
import { type Beside, tellMoved } from '../compare/changes/moved.ts';
import { redline } from '../compare/redline/redline.ts';
import { toPage } from '../page/page.ts';
import type { ComparedPage, SiteFacts } from '../page/page-model.ts';
import type { Place, Problem } from '../problem.ts';
import type { ParsedFile } from '../read/parse.ts';
import type { ResolvedPolicy } from '../resolve/policy-model.ts';
import { proseText } from '../text/prose.ts';
import { readerOf } from '../text/show.ts';
import { openRecord, type VersionRecord } from './record-formats.ts';

/**
 * Reports a version whose changes propose that it matters to people, where counsel does not say whether it does, or says
 * that it does not and gives no reason. Counsel decides; where the facts propose otherwise, readers are told why.
 */
export function judgementProblems(
  file: ParsedFile,
  { policy, page }: Judged,
  last: VersionRecord | undefined,
  site: SiteFacts,
): Problem[] {
  const judged = policy.change?.material;
  if (!last || judged === true || (judged === false && policy.change?.because)) return [];
  const before = openRecord(last);
  const reasons = reasonsBetween({ policy: before, page: toPage(before, site) }, { policy, page });
  if (reasons.length === 0) return [];
  const path = judged === false ? ['change', 'material'] : ['updated'];
  return [
    judgementProblem(judged === false ? 'version/judgement' : 'version/change-unjudged', {
      place: file.place(path, 'value'),
      reasons,
    }),
  ];
}

type Judged = { policy: ResolvedPolicy; page: ComparedPage };

/**
 * The changes between two texts that propose that they matter to people, in sentences. What moved between a policy and
 * those that are `beside` it proposes nothing.
 */
export function reasonsBetween(before: Judged, after: Judged, beside: readonly Beside[] = []): string[] {
  const changes = changesBetween(before.policy, after.policy, redline(before.page, after.page));
  const reader = readerOf(after.policy.language);
  return tellMoved(changes, { before: before.policy, after: after.policy, beside, reader })
    .filter(({ level }) => level === 'material')
    .map(({ sentence }) => proseText(sentence));
}

/** What is reported of a version that nobody has judged, or that is judged otherwise without a reason. */
export function judgementProblem(
  rule: 'version/judgement' | 'version/change-unjudged',
  { place, reasons }: { place: Place; reasons: readonly string[] },
): Problem {
  if (rule === 'version/judgement')
    return {
      rule,
      severity: 'error',
      message: `Unexpected \`material: false\` without a reason, expected \`because\`: ${shown(reasons, 1)}`,
      place,
      help: 'Say under `change.because` why it does not matter to people; readers see it. Or set `material: true`.',
    };
  return {
    rule,
    severity: 'error',
    message: `Unexpected new version that nobody has judged, expected \`change.material\`: ${shown(reasons, 5)}`,
    place,
    help: 'Add `material: true` to `change`; or `material: false`, with `because: …` for readers.',
  };
}

function shown(reasons: readonly string[], count: number): string {
  const more = reasons.length > count ? ` (and ${reasons.length - count} more)` : '';
  return `${reasons.slice(0, count).join(' ')}${more}`;
}
