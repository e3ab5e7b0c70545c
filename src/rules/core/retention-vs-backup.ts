import type { Retention } from '../../../schemas/disclosures/retention.ts';
import { daysIn } from '../../time/period.ts';
import { internal } from '../cites/core.ts';
import { isEnglish } from '../english/written-texts.ts';
import { entriesOf } from '../facts/entries.ts';

import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const retentionVsBackup: PolicyRule = {
  id: 'core/retention-vs-backup',
  about: 'policy',
  severity: 'warning',
  summary: 'Data that is said to be deleted for good is not still in a backup, or the text says that it is.',
  why: 'Who is told that data is gone for good relies on it; a copy that stays for months is a surprise.',
  cites: [
    internal(
      'Deleted for good means from every copy: GDPR Art. 17(1) and 5(1)(e)',
      'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_17',
    ),
  ],
  examples: {
    ok: {
      policy: yaml`
        retention:
          account: { of: account data, period: 30 days, then: permanently deleted, except: "copies in backups, which expire later" }
          backups: { of: database backups, period: 90 days }
      `,
    },
    notOk: {
      policy: yaml`
        retention:
          account: { of: account data, period: 30 days, then: permanently deleted }
          backups: { of: database backups, period: 90 days }
      `,
      problem: {
        at: 'policy.yaml:2:55',
        message:
          '“account data” is “permanently deleted” after 30 days, and “database backups” are kept for 90 days.',
      },
    },
  },
  *check({ policy, texts }: Subject): Iterable<Draft> {
    const rows = entriesOf(policy.facts.retention);
    const [backup] = rows
      .filter(([, row]) => isBackup(row) && row.period)
      .sort(([, a], [, b]) => days(b) - days(a));
    // A text about backups beside the table explains them.
    const isExplained = texts.some(({ path, text }) => path[0] === 'sections' && backups.test(text));
    if (!backup || isExplained || !isEnglish(policy)) return;
    const [backupId, { of, label, period = '', atMost, from = '' }] = backup;
    for (const [id, row] of rows) {
      const { then = '', except = '' } = row;
      const isPromise = forGood.test(then) && !backups.test(`${then} ${except}`) && !isBackup(row);
      // A backup that is counted from deletion outlasts it, whatever the period before.
      const isOutlasted = /\b(delet|remov|eras)/i.test(from) || days(row) < days(backup[1]);
      if (!isPromise || !isOutlasted) continue;
      yield {
        at: { path: ['retention', id, 'then'] },
        message: `“${row.label ?? row.of}” is “${then.toLowerCase()}”${row.period ? ` after ${row.period}` : ''}, and “${label ?? of}” are kept for ${atMost ? 'up to ' : ''}${period}.`,
        help: 'Say in `except` that copies stay in backups and for how long, or say in `then` what is deleted by that time.',
        related: [{ at: { path: ['retention', backupId, 'period'] }, message: 'How long backups are kept.' }],
      };
    }
  },
};

const backups = /\bback-?ups?\b/i;
const forGood =
  /\b(permanently|completely|irreversibly|irrevocably|irretrievably|fully|entirely|for good)\b.*\b(delet|eras|remov|purg|destroy)|\b(delet|eras|remov|purg|destroy)\w* (permanently|completely|irreversibly|irrevocably|for good|fully|entirely)\b/i;

function isBackup({ label = '', of }: Retention): boolean {
  return backups.test(`${label} ${of}`);
}

function days({ period }: Retention): number {
  return daysIn(period) ?? 0;
}
