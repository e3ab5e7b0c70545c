import { transparencyGuidelines } from '../cites/core.ts';
import { quotable } from '../english/quotable.ts';
import { sentenceAt } from '../english/sentences.ts';
import { acrossLines, type Match, matches } from '../english/written-texts.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const retentionCriteria: PolicyRule = {
  id: 'gdpr/retention-criteria',
  about: 'policy',
  severity: 'warning',
  regimes: ['gdpr', 'uk-gdpr'],
  kinds: ['privacy-policy'],
  summary: 'Where there is no period, the policy names the event or the factor that ends storage.',
  why: 'From “as long as needed” nobody can work out when their own data goes.',
  cites: [transparencyGuidelines('annex')],
  examples: {
    ok: {
      policy: yaml`
        retention:
          orders:
            of: your orders
            criteria: until the warranty of what you bought ends
      `,
    },
    notOk: {
      policy: yaml`
        retention:
          orders:
            of: your orders
            criteria: as long as necessary for our business
      `,
      problem: {
        at: 'policy.yaml:4:15',
        message:
          '“as long as necessary” is a general formula; WP260 looks for the event or factor that ends storage.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const found = matches(
      subject,
      formula,
      ({ path, text }) =>
        path[0] === 'retention' && path[2] === 'criteria' && !acrossLines(concrete).test(text),
    ).filter(isOfKeeping);
    const seen = new Set<string>();
    for (const { at, words } of found) {
      const entry = String(at.path[1]);
      if (seen.has(entry)) continue;
      seen.add(entry);
      yield {
        at,
        message: `“${quotable(words)}” is a general formula; WP260 looks for the event or factor that ends storage.`,
        help: 'Name a `period`, or the event after which the data goes: the end of a contract, a limitation period, a deletion by you.',
        each: {
          name: `\`${entry}\``,
          all: (names) =>
            `The criteria of ${names} are general formulas; WP260 looks for the event or factor that ends storage.`,
        },
      };
    }
  },
};

const needed = '(reasonably |strictly )?(needed|necessary|required|appropriate)';
const formula = new RegExp(
  [
    `\\b((for )?as long as (it is |they are |this is |is )?|no longer than (is )?|as |(where|when|if) )${needed}\\b`,
    '\\b(may|can|will) (differ|vary)( by \\w+)?\\b',
    '\\ba reasonable (time|period)\\b',
    '\\b(until|when) (it is |they are )?no longer (needed|necessary|required)\\b',
  ].join('|'),
);

// With one of these a formula has its event, or its length of time.
const concrete =
  /\{\{[^}]*\bperiod\s*\}\}|\b\d+ (days?|weeks?|months?|years?)\b|\b(limitation|statut\w+|warrant(y|ies)|(tax|commercial|accounting|company|employment) (law|code|rules)|(required|prescribed|laid down|set) by (the )?\w+ (law|act|code|regulations?))\b|\b(until|after|end of|expir\w+ of|once) (you|your|the (account|contract|order|subscription|dispute|claim|warranty|case|relationship|membership|event))\b/i;

// Criteria are words that go on from "we keep it", or sentences, not all of which say how long: "they delete it when necessary".
const other =
  /^\W*(the|an?|our|your|their|we|you|they|it|customers?|users?)\b(?!.*\b(keep|kept|retain|retention|stor(e|ed|age|ing)|hold|held|preserv|archiv|period|duration|time|long))/is;

function isOfKeeping({ at, text, words }: Match): boolean {
  const sentence = sentenceAt(text, at.mark?.offset ?? 0);
  const before = sentence.words.slice(0, (at.mark?.offset ?? 0) - sentence.offset);
  // "They delete it when necessary" says nothing of how long it is kept.
  const isOfDeletion = /^(where|when|if)\b/i.test(words) && /\bdelet(e|es|ed|ing|ion)\b[^,;]*$/i.test(before);
  return !other.test(sentence.words) && !isOfDeletion;
}
