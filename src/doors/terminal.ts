import { styleText } from 'node:util';
import { type Problem, rules } from '../problem.ts';
import { type Paint, type ReportFormat, report } from '../reports/report.ts';
import { type RuleTexts, sarif } from '../reports/sarif.ts';
import { knownCookieHint } from '../rules/hints.ts';
import { allRules } from '../rules/packs.ts';
import { type UnreadText, unreadSentence } from '../rules/unread-texts.ts';
import { readIfPlain } from './disk.ts';

/** Prints problems, with the lines they stand in. */
export function reportOf(
  { problems }: { problems: Problem[] },
  format: ReportFormat,
  { notice = false, unread = [] }: { notice?: boolean; unread?: readonly UnreadText[] } = {},
): string {
  const sourceOf = (file: string) => {
    const bytes = readIfPlain(file);
    return (
      bytes &&
      Buffer.from(bytes)
        .toString('utf8')
        .replaceAll(/^\uFEFF|\r(?=\n)/g, '')
    );
  };
  const paint: Paint = (style, text) => styleText(style, text, { stream: process.stdout });
  const sentence = unreadSentence(unread);
  const told = sentence === undefined ? undefined : { sentence, policies: unread };
  if (format === 'sarif') return sarif(problems, ruleTexts(), told);
  return report(problems, format, { sourceOf, paint, notice, ...(told && { unread: told }) });
}

/** What every rule and check looks for, by id: what a report may say of them. */
function ruleTexts(): RuleTexts {
  const ofRules = allRules.map(({ id, summary, why }) => [id, { summary, why }] as const);
  const ofFaults = Object.entries(rules).map(([id, summary]) => [id, { summary }] as const);
  const ofHints = [[knownCookieHint.id, knownCookieHint]] as const;
  return new Map<string, { summary: string; why?: string }>([...ofFaults, ...ofRules, ...ofHints]);
}
