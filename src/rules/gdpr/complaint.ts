import { gdpr, gdprName } from '../cites/gdpr.ts';
import { isEnglish, matches } from '../english/written-texts.ts';
import { entriesOf } from '../facts/entries.ts';
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
          'GDPR Art. 13(2)(d) lists the right to complain to a supervisory authority; `rights` has no `complain`.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { rights } = subject.policy.facts;
    if (!rights?.complain) {
      if (matches(subject, inProse).length > 0) return;
      yield {
        at: { path: ['rights'] },
        message: `${gdprName(subject.product)} Art. 13(2)(d) lists the right to complain to a supervisory authority; ${rights ? '`rights` has no `complain`' : 'the policy has no `rights`'}.`,
        help: 'Add `complain:` to `rights` with the authority people can turn to, and name it in `authorities` of product.yaml.',
      };
      return;
    }
    const isNamed = entriesOf(subject.product.written.authorities).length > 0;
    if (isNamed || !isEnglish(subject.policy) || namesAuthority(rights.complain.text)) return;
    yield {
      at: { path: ['rights', 'complain'] },
      message: `${gdprName(subject.product)} Art. 13(2)(d) lists the right to complain to a supervisory authority; no authority to complain to is named.`,
      help: 'Name the authority in the words of the right, or in `authorities` of product.yaml.',
    };
  },
};

const inProse =
  /\bcomplain\w*\b[^.]*\b(authorit(y|ies)|regulator|ombudsman|commission(er)?|agency|garante|datatilsynet|cnil|ico|aepd|bfdi|dpc|edpb)\b/;

// By its kind, by a link to it, or by the letters it is known by: CNIL, AEPD.
function namesAuthority(text: string): boolean {
  return /authorit|regulator|ombud|commission|agency|\]\(/i.test(text) || /\b[A-Z]{3,}\b/.test(text);
}
