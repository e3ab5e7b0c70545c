import { internal } from '../cites/core.ts';
import type { Draft, IgnoreState, PolicyRule } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const ignoreUnused: PolicyRule = {
  id: 'core/ignore-unused',
  about: 'ignore',
  severity: 'warning',
  arises: 'by date',
  summary: 'Each entry of `ignore` names a rule and holds back one of its findings.',
  why: 'An entry that holds nothing back waits to hide a finding that nobody has seen yet.',
  cites: [internal('An exception is about something')],
  examples: {
    ok: {
      product: yaml`
      name: Shop
    `,
    },
    notOk: {
      product: yaml`
        name: Shop
        ignore:
          - rule: core/contact-missin
            policy: policy
            at: sections.contact
            because: The desk opens in December.
            until: 2026-12-31
      `,
      problem: { at: 'product.yaml:3:11', message: '`core/contact-missin` is not the name of a rule.' },
    },
  },
  *check(entries: readonly IgnoreState[], asOf: string): Iterable<Draft> {
    for (const { index, entry, used, suggestions } of entries) {
      // What has ended is reported as such.
      if (used || entry.until < asOf) continue;
      const at = { in: 'product', path: ['ignore', index, 'rule'] } as const;
      if (suggestions) {
        const [like] = suggestions;
        yield {
          at,
          message: `\`${entry.rule}\` is not the name of a rule.`,
          help: like ? `Did you mean \`${like}\`?` : 'Copy the name from the finding, or delete the entry.',
        };
      } else {
        const where = entry.policy === undefined ? 'product.yaml' : `${entry.policy}.yaml`;
        yield {
          at,
          message: `The entry holds nothing back: \`${entry.rule}\` finds nothing at \`${entry.at}\` of ${where}.`,
          help: 'Delete the entry, or correct `policy` and `at`.',
        };
      }
    }
  },
};
