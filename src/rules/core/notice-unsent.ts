import { addPeriod } from '../../time/day.ts';
import { internal } from '../cites/core.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const noticeUnsent: PolicyRule = {
  id: 'core/notice-unsent',
  about: 'policy',
  severity: 'error',
  arises: 'by date',
  summary: 'A scheduled change is announced as long before it takes effect as the policy promises.',
  why: 'People were promised time to object or to leave; once the window has begun, each day without notice takes some away.',
  cites: [internal('A policy keeps the promises it makes about itself')],
  examples: {
    ok: {
      policy: yaml`
        updated: 2026-11-10
        effective: 2026-12-01
        change: { summary: New vendor., material: true, notified: 2026-11-10 }
        notice: { period: 14 days, for: material }
      `,
    },
    notOk: {
      policy: yaml`
        updated: 2026-11-10
        effective: 2026-12-01
        change: { summary: New vendor., material: true }
        notice: { period: 14 days, for: material }
      `,
      problem: {
        at: 'policy.yaml:3:1',
        message:
          'The policy promises notice of 14 days; this text takes effect on 2026-12-01, and `change` does not say when people were told.',
      },
    },
  },
  *check({ policy, previous, asOf }: Subject): Iterable<Draft> {
    const { change, effective } = policy;
    // A promise is one of the text in force: a new text cannot take it back for itself.
    const notice = previous?.notice?.period ? previous.notice : policy.notice;
    if (!notice?.period || !effective || effective <= asOf || change?.notified) return;
    const isPromised = notice.for === 'all' ? change !== undefined : change?.material === true;
    if (!isPromised || addPeriod(asOf, notice.period) <= effective) return;
    yield {
      at: { path: ['change', 'notified'] },
      message: `The policy promises notice of ${notice.period}; this text takes effect on ${effective}, and \`change\` does not say when people were told.`,
      help: 'Tell people and add `notified:` with that day to `change`, or set `effective` to a later day.',
      ...(policy.notice?.period && {
        related: [{ at: { path: ['notice', 'period'] }, message: 'The promise.' }],
      }),
    };
  },
};
