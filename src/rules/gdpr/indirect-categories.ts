import { gdpr, gdprName } from '../cites/gdpr.ts';
import { businessData } from '../facts/business-data.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const indirectCategories: PolicyRule = {
  id: 'gdpr/indirect-categories',
  about: 'policy',
  severity: 'warning',
  regimes: ['gdpr', 'uk-gdpr'],
  kinds: ['privacy-policy'],
  summary: 'Data that comes from others says what belongs to it.',
  why: 'Who was not asked cannot know what was handed over unless the policy tells.',
  cites: [gdpr('14(1)(d)', 'secondary')],
  examples: {
    ok: {
      policy: yaml`
        data:
          partners:
            label: Partner data
            source: third-party
            examples: [name, e-mail address, what you bought there]
      `,
    },
    notOk: {
      policy: yaml`
        data:
          partners:
            label: Partner data
            source: third-party
      `,
      problem: {
        at: 'policy.yaml:2:3',
        message:
          'GDPR Art. 14(1)(d) lists the categories of data that others give; “Partner data” does not say what belongs to it.',
      },
    },
  },
  *check({ policy: { facts }, product }: Subject): Iterable<Draft> {
    const asks = `${gdprName(product)} Art. 14(1)(d) lists the categories of data that others give`;
    for (const [id, { label, source, examples, description }] of businessData(facts)) {
      // A label that lists several things is no name of a source.
      if (source !== 'third-party' || examples || description || /,| and /.test(label)) continue;
      yield {
        at: { path: ['data', id] },
        message: `${asks}; “${label}” does not say what belongs to it.`,
        help: 'Add `examples:` with what you receive.',
        each: { name: `“${label}”`, all: (names) => `${asks}; ${names} do not say what belongs to them.` },
      };
    }
  },
};
