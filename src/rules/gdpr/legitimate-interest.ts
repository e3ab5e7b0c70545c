import { listOf } from '../../text/one-or-many.ts';
import { gdpr, gdprName } from '../cites/gdpr.ts';
import { matches } from '../english/written-texts.ts';
import { ownPurposes } from '../facts/own-purposes.ts';
import { nameOf } from '../facts/place-of-entries.ts';
import { gapIn } from '../gap.ts';
import { namesOf } from '../gather.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const legitimateInterest: PolicyRule = {
  id: 'gdpr/legitimate-interest',
  about: 'policy',
  severity: 'error',
  regimes: ['gdpr', 'uk-gdpr'],
  kinds: ['privacy-policy', 'cookie-policy'],
  summary: 'A purpose that rests on legitimate interests says which interest is meant.',
  why: 'Nobody can weigh an interest, or object to it, without knowing what it is.',
  cites: [gdpr('13(1)(d)', 'read')],
  examples: {
    ok: {
      policy: yaml`
        purposes:
          fraud:
            label: Fraud
            text: To check orders for fraud.
            basis: legitimate-interests
            interest: being paid for what we sell
      `,
    },
    notOk: {
      policy: yaml`
        purposes:
          fraud:
            label: Fraud
            text: To check orders for fraud.
            basis: legitimate-interests
      `,
      problem: {
        at: 'policy.yaml:5:12',
        message:
          'GDPR Art. 13(1)(d) lists the interests pursued; no field says which are pursued with “Fraud”, and no text seems to.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const without = ownPurposes(subject.policy.facts).filter(
      ([id, { basis, interest }]) =>
        listOf(basis).includes('legitimate-interests') && interest === undefined && !isInWords(subject, id),
    );
    const [first, ...others] = without;
    if (!first) return;
    yield* gapIn(subject, {
      at: { path: ['purposes', first[0], 'basis'] },
      asks: `${gdprName(subject.product)} Art. 13(1)(d) lists the interests pursued`,
      unsaid: `which are pursued with ${namesOf(without.map(nameOf), 'or')}`,
      fill: 'add `interest` there',
      help: 'Add `interest:` with what you, or somebody else, gain from it.',
      topic: 'interest',
      ...(others.length > 0 && {
        related: others.map(([id]) => ({
          at: { path: ['purposes', id, 'basis'] },
          message: 'No interest here either.',
        })),
      }),
    });
  },
};

/** Whether the text of a purpose names the interest: “our interest in being paid”. */
function isInWords(subject: Subject, id: string): boolean {
  const named = /\binterests? (in|of|to|is|are|that)\b/;
  return matches(subject, named, ({ path }) => path.join('.') === `purposes.${id}.text`).length > 0;
}
