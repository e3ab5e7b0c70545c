import { gdpr, gdprName } from '../cites/gdpr.ts';
import { isNegated } from '../english/claims.ts';
import { matches } from '../english/written-texts.ts';
import { businessData } from '../facts/business-data.ts';
import { entriesOf } from '../facts/entries.ts';
import { gapIn } from '../gap.ts';
import { namesOf } from '../gather.ts';
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
          'GDPR Art. 9(2) asks for a condition for data of a special category; no field says which is met for “Allergies”, and no text seems to.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const purposes = entriesOf(subject.policy.facts.purposes).map(([, purpose]) => purpose);
    const asks = `${gdprName(subject.product)} Art. 9(2) asks for a condition for data of a special category`;
    const open = businessData(subject.policy.facts).flatMap(([id, { label, special }]) => {
      const at = special ? { path: ['data', id, 'special'] } : undefined;
      const spot = special === false ? undefined : (at ?? spotInWords(subject, id));
      const isGiven = purposes.some(
        ({ data, condition }) => condition && (data === undefined || data.includes(id)),
      );
      return spot && !isGiven ? [{ at: spot, name: `“${label}”`, isMarked: special === true }] : [];
    });
    const [first, ...others] = open;
    if (!first) return;
    const isMarked = open.every((one) => one.isMarked);
    yield* gapIn(subject, {
      at: first.at,
      asks: isMarked ? asks : `${asks}, and the words of the list read like it`,
      unsaid: `which is met for ${namesOf(
        open.map(({ name }) => name),
        'or',
      )}`,
      fill: 'add `condition` to the purpose it serves',
      help: `Add \`condition:\` to the purpose it serves${isMarked ? '' : ', in `purposes`; if it is not of a special category, write `special: false`'}.`,
      topic: 'specialCondition',
      ...(others.length > 0 && {
        related: others.map(({ at, name }) => ({ at, message: `${name} stands here.` })),
      }),
    });
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
