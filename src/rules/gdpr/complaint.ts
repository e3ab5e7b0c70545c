import { gdpr, gdprName } from '../cites/gdpr.ts';
import { isEnglish } from '../english/written-texts.ts';
import { entriesOf } from '../facts/entries.ts';
import { hasRight, rightsUnder } from '../facts/rights.ts';
import { gapIn } from '../gap.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const complaint: PolicyRule = {
  id: 'gdpr/complaint',
  about: 'policy',
  severity: 'error',
  regimes: ['gdpr', 'uk-gdpr'],
  kinds: ['privacy-policy'],
  summary: 'The policy tells the right to complain, and the authority to complain to.',
  why: 'Who gets no answer needs to know that somebody stands above the company, and who that is.',
  cites: [gdpr('13(2)(d)', 'secondary')],
  examples: {
    ok: {
      policy: yaml`
        rights:
          access: Have a copy of your data.
          complain: Complain to the Irish Data Protection Commission.
      `,
    },
    notOk: {
      policy: yaml`
        rights:
          access: Have a copy of your data.
      `,
      problem: {
        at: 'policy.yaml:1:1',
        message:
          'GDPR Art. 13(2)(d) lists the right to complain to a supervisory authority; no field says that people have it, and no text seems to.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const told = rightsUnder(subject.policy, 'complain');
    const cite = `${gdprName(subject.product)} Art. 13(2)(d) lists the right to complain to a supervisory authority`;
    const [first] = told;
    if (!first) {
      yield* gapIn(subject, {
        at: { path: ['rights'] },
        asks: cite,
        of: 'europe',
        unsaid: 'that people have it',
        fill: 'add `complain` to `rights`',
        help: 'Add `complain:` to `rights` with the authority people can turn to, and name it in `authorities` of product.yaml.',
        topic: 'complaint',
        says: (policy) => hasRight(policy, 'complain'),
      });
      return;
    }
    const isNamed = entriesOf(subject.product.written.authorities).length > 0;
    if (isNamed || !isEnglish(subject.policy) || told.some(({ text }) => namesAuthority(text))) return;
    yield {
      at: { path: ['rights', first.id] },
      message: `${cite}; no authority to complain to is named there, or in \`authorities\`.`,
      help: 'Name the authority in the words of the right, or in `authorities` of product.yaml.',
    };
  },
};

// By its kind, by a link to it, or by the letters it is known by: CNIL, AEPD.
function namesAuthority(text: string): boolean {
  return /authorit|regulator|ombud|commission|agency|\]\(/i.test(text) || /\b[A-Z]{3,}\b/.test(text);
}
