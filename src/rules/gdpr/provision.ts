import { gdpr, gdprName } from '../cites/gdpr.ts';
import { matches } from '../english/written-texts.ts';
import { businessData } from '../facts/business-data.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const provision: PolicyRule = {
  id: 'gdpr/provision',
  about: 'policy',
  severity: 'warning',
  regimes: ['gdpr', 'uk-gdpr'],
  kinds: ['privacy-policy'],
  summary: 'The policy says which data has to be given, and what happens without it.',
  why: 'People can leave a field empty only if they know that they may, and what it costs them.',
  cites: [gdpr('13(2)(e)', 'secondary')],
  examples: {
    ok: {
      policy: yaml`
        data:
          address:
            label: Address
            source: given
            provision: Needed to deliver. Without it, you cannot order.
      `,
    },
    notOk: {
      policy: yaml`
        data:
          address:
            label: Address
            source: given
      `,
      problem: {
        at: 'policy.yaml:1:1',
        message:
          'GDPR Art. 13(2)(e) lists whether people have to give data, and what happens without it; no entry of `data` says so.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const kinds = businessData(subject.policy.facts);
    const given = kinds.filter(([, { source = 'given' }]) => source === 'given');
    if (given.length === 0 || kinds.some(([, kind]) => kind.provision !== undefined)) return;
    if (matches(subject, inProse).length > 0) return;
    yield {
      at: { path: ['data'] },
      message: `${gdprName(subject.product)} Art. 13(2)(e) lists whether people have to give data, and what happens without it; no entry of \`data\` says so.`,
      help: 'Add `provision:` to the data people give: whether the law or a contract asks for it, and what they cannot do without it.',
    };
  },
};

const give = '(give|provide|tell|share|submit|enter|supply)';
const inProse = new RegExp(
  [
    `\\byou (need not|(do not|don[’']t) (need|have) to|(are|is) (not )?(required|obliged) to|(have|need) to) ${give}\\b`,
    `\\bif you (do not|don[’']t|choose not to|prefer not to|decide not to) ${give}\\b`,
    `\\b(${give}|provision of|(provid|giv|shar|enter)ing)\\b[^.]{0,80}\\b(mandatory|obligatory|required|optional|voluntary|voluntarily)\\b`,
    '\\b(fields?|questions?)\\b[^.]{0,60}\\b(mandatory|obligatory|required|optional|voluntary|asterisks?)\\b',
    '\\bwithout (it|them|that|this|these|(this|that|such|the|your) \\w+),? (you|we) (can|could|may|will|are)',
  ].join('|'),
);
