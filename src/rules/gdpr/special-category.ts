import { gdpr, gdprName } from '../cites/gdpr.ts';
import { isNegated } from '../english/claims.ts';
import { matches } from '../english/written-texts.ts';
import { businessData } from '../facts/business-data.ts';
import { entriesOf } from '../facts/entries.ts';
import type { Draft, PolicyRule, Spot, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const specialCategory: PolicyRule = {
  id: 'gdpr/special-category',
  about: 'policy',
  severity: 'warning',
  regimes: ['gdpr', 'uk-gdpr'],
  kinds: ['privacy-policy', 'cookie-policy'],
  summary: 'A use of health, biometric or similar data names the condition that allows it.',
  why: 'Such data can hurt people most, and may be used only where one of a few conditions is met.',
  cites: [gdpr('9(2)', 'memory')],
  examples: {
    ok: {
      policy: yaml`
        data:
          health: { label: Allergies, special: true }
        purposes:
          meals: { text: To cook for you., data: [health], basis: consent, condition: explicit-consent }
      `,
    },
    notOk: {
      policy: yaml`
        data:
          health: { label: Allergies, special: true }
        purposes:
          meals: { text: To cook for you., data: [health], basis: consent }
      `,
      problem: {
        at: 'policy.yaml:2:40',
        message:
          '“Allergies” is data of a special category; GDPR Art. 9(2) asks for a condition, and no purpose names one for it.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const purposes = entriesOf(subject.policy.facts.purposes).map(([, purpose]) => purpose);
    for (const [id, { label, special }] of businessData(subject.policy.facts)) {
      const at = special ? { path: ['data', id, 'special'] } : undefined;
      const spot = special === false ? undefined : (at ?? spotInWords(subject, id));
      const isConditionGiven = purposes.some(
        ({ data, condition }) => condition && (data === undefined || data.includes(id)),
      );
      if (!spot || isConditionGiven) continue;
      yield {
        at: spot,
        message: `“${label}” ${special ? 'is' : 'reads like'} data of a special category; ${gdprName(subject.product)} Art. 9(2) asks for a condition, and no purpose names one for it.`,
        help: `Add \`condition:\` to the purpose it serves${special ? '' : ', in `purposes`; if it is not of a special category, write `special: false`'}.`,
      };
    }
  },
};

function spotInWords(subject: Subject, id: string): Spot | undefined {
  const found = matches(
    subject,
    specialWords,
    ({ path }) => path[0] === 'data' && path[1] === id && (path[2] === 'label' || path[2] === 'examples'),
  );
  return found.find(({ text }) => !isNegated(text.text))?.at;
}

// "Health" alone is data; "health signals" of a connection are not.
const specialWords =
  /^(your |medical )?health$|\bhealth (data|information|records?|conditions?|history)\b|\bbiometrics?( data)?\b|\bgenetic\b|\bmedical (data|information|records?|conditions?|history)\b|\bfac(e|ial) (recognition|templates?|geometry|scans?)\b|\b(racial|ethnic) (or ethnic )?origin\b|\breligious (beliefs?|affiliation)\b|\bpolitical (opinions?|views?|affiliation)\b|\btrade[- ]union\b|\bsexual orientation\b|\bsex life\b/;
