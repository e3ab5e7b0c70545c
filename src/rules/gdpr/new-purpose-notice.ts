import type { Purpose } from '../../../schemas/disclosures/purposes.ts';
import { listed } from '../../text/listed.ts';
import { gdpr, gdprName } from '../cites/gdpr.ts';
import { entriesOf } from '../facts/entries.ts';
import { ownPurposes } from '../facts/own-purposes.ts';
import { nameOf, placeOfEntries } from '../facts/place-of-entries.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const newPurposeNotice: PolicyRule = {
  id: 'gdpr/new-purpose-notice',
  about: 'policy',
  severity: 'warning',
  regimes: ['gdpr', 'uk-gdpr'],
  kinds: ['privacy-policy'],
  summary: 'People are told of a new purpose before their data is used for it.',
  why: 'Data was given for what the policy said then; a use that comes later should not come as a surprise.',
  cites: [gdpr('13(3)', 'secondary')],
  examples: {
    ok: {
      published: yaml`
        updated: 2026-03-02
        purposes:
          orders: { label: Orders, text: To deliver what you order. }
      `,
      policy: yaml`
        updated: 2026-10-05
        effective: 2026-11-02
        change: { summary: We recommend goods., notified: 2026-10-05 }
        purposes:
          orders: { label: Orders, text: To deliver what you order. }
          tips: { label: Recommendations, text: To recommend goods you may like. }
      `,
    },
    notOk: {
      published: yaml`
        updated: 2026-03-02
        purposes:
          orders: { label: Orders, text: To deliver what you order. }
      `,
      policy: yaml`
        updated: 2026-10-05
        effective: 2026-11-02
        change: { summary: We recommend goods. }
        purposes:
          orders: { label: Orders, text: To deliver what you order. }
          tips: { label: Recommendations, text: To recommend goods you may like. }
      `,
      problem: {
        at: 'policy.yaml:6:3',
        message:
          'This text adds the purpose “Recommendations”; GDPR Art. 13(3) asks for information before data is used for it, and no notice is dated before 2026-11-02.',
      },
    },
  },
  *check({ policy, previous, day, product }: Subject): Iterable<Draft> {
    const before = entriesOf(previous?.facts.purposes);
    const notified = policy.change?.notified;
    if (before.length === 0 || (notified !== undefined && notified < day)) return;
    const known = new Set(entriesOf(previous?.facts.data).map(([id]) => id));
    const added = ownPurposes(policy.facts).filter(
      ([id, purpose]) =>
        !before.some(([old, one]) => old === id || isSame(one, purpose)) && isFurther(purpose, known),
    );
    if (added.length === 0) return;
    const total = entriesOf(policy.facts.purposes).length;
    yield {
      ...placeOfEntries('purposes', added, { of: total, also: 'New as well.' }),
      message: `This text adds the purpose${added.length > 1 ? 's' : ''} ${listed(added.map(nameOf))}; ${gdprName(product)} Art. 13(3) asks for information before data is used for it, and no notice is dated before ${day}.`,
      help: 'Tell people before the text takes effect, and write the day as `change.notified`.',
    };
  },
};

function isSame(one: Purpose, other: Purpose): boolean {
  return one.text === other.text || (one.label !== undefined && one.label === other.label);
}

/** Whether a purpose may use data that people have given already; what is only now collected was given for nothing else. */
function isFurther({ data }: Purpose, known: ReadonlySet<string>): boolean {
  return data === undefined || known.size === 0 || data.some((id) => known.has(id));
}
