import { internal } from '../cites/core.ts';
import type { Draft, IgnoreState, PolicyRule } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const ignoreExpired: PolicyRule = {
  id: 'core/ignore-expired',
  about: 'ignore',
  severity: 'error',
  arises: 'by date',
  summary: 'An entry of `ignore` is removed or renewed by its last day.',
  why: 'A finding is put off for a while, not for ever; what was to be mended by then is reported again.',
  cites: [internal('An exception has an end')],
  examples: {
    ok: {
      policy: yaml`
        sections:
          - title: Contact
            content: [Please ask us.]
      `,
      product: yaml`
        name: Shop
        ignore:
          - rule: core/contact-missing
            policy: policy
            at: sections.contact
            because: The desk opens in December.
            until: 2026-12-31
      `,
    },
    notOk: {
      policy: yaml`
        sections:
          - title: Contact
            content: [Please ask us.]
      `,
      product: yaml`
        name: Shop
        ignore:
          - rule: core/contact-missing
            policy: policy
            at: sections.contact
            because: The desk opens in October.
            until: 2026-10-31
      `,
      problem: {
        at: 'product.yaml:7:12',
        message:
          'The entry holds back `core/contact-missing` until 2026-10-31, and the check is as of 2026-11-22.',
      },
    },
  },
  *check(entries: readonly IgnoreState[], asOf: string): Iterable<Draft> {
    for (const { index, entry } of entries) {
      if (asOf <= entry.until) continue;
      yield {
        at: { in: 'product', path: ['ignore', index, 'until'] },
        message: `The entry holds back \`${entry.rule}\` until ${entry.until}, and the check is as of ${asOf}.`,
        help: 'Mend what the rule finds and delete the entry, or give it a new reason and a new last day.',
      };
    }
  },
};
