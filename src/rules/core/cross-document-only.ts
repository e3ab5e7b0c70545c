import type { DataCategory } from '../../../schemas/disclosures/data.ts';
import { escapePattern } from '../../text/escape-pattern.ts';
import { internalOfGuidelines } from '../cites/core.ts';
import { entriesOf } from '../facts/entries.ts';
import type { Draft, PolicyRule, ProductSubject, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const crossDocumentOnly: PolicyRule = {
  id: 'core/cross-document-only',
  about: 'product',
  severity: 'warning',
  summary: 'Sensitive data that a cookie policy names stands in the privacy policy too.',
  why: 'Who wants to know what happens to such data looks in the privacy policy, and finds nothing there.',
  cites: [internalOfGuidelines('The whole of the information is found in one place: WP260 rev.01')],
  examples: {
    ok: {
      policy: yaml`
        kind: cookie-policy
        data:
          face: { label: Face scan for signing in }
      `,
      others: {
        'privacy-policy.yaml': yaml`
          kind: privacy-policy
          data:
            face: { label: Face scan for signing in }
        `,
      },
    },
    notOk: {
      policy: yaml`
        kind: cookie-policy
        data:
          face: { label: Face scan for signing in }
      `,
      others: {
        'privacy-policy.yaml': yaml`
        kind: privacy-policy
        data:
          account: { label: Account }
      `,
      },
      problem: {
        at: 'policy.yaml:3:18',
        message:
          '“Face scan for signing in” stands in the cookie policy only: the privacy policy does not name it.',
      },
    },
  },
  *check({ policies }: ProductSubject): Iterable<Draft> {
    const privacy = policies.filter(({ policy }) => policy.kind === 'privacy-policy');
    const missing =
      privacy.length === 0 ? 'the product has no privacy policy here' : 'the privacy policy does not name it';
    for (const { policy, slug } of policies.filter((one) => one.policy.kind === 'cookie-policy')) {
      for (const [id, entry] of entriesOf(policy.facts.data)) {
        const topic = topicOf(entry);
        if (!topic || privacy.some((one) => isNamed(topic, one))) continue;
        yield {
          at: { in: { policy: slug }, path: ['data', id, 'label'] },
          message: `“${entry.label}” stands in the cookie policy only: ${missing}.`,
          help: 'Add it to `data` of the privacy policy, with its purpose, or delete it here if it is not collected.',
        };
      }
    }
  },
};

type Topic = { words: RegExp; ccpa?: string };

const topics: Topic[] = [
  {
    words:
      /\b(biometric\w*|finger-?prints?|face (id|scans?|recognition)|facial|voice-?prints?|retina|iris scans?)\b/i,
    ccpa: 'biometric',
  },
  { words: /\b(precise|exact|gps) (geo-?)?location|\bgeo-?location\b/i, ccpa: 'geolocation' },
  {
    words: /\b(health(?! (of|checks?|monitor\w*|metrics?)\b)|medical|diagnos\w+|illness\w*|disabilit\w+)\b/i,
  },
  { words: /\b(genetic\w*|dna)\b/i },
  { words: /\b(religio\w+|political opinions?|trade unions?|ethnic\w*|racial|sexual\w*|sex life)\b/i },
];

function topicOf(entry: DataCategory): Topic | undefined {
  const words = wordsOf(entry);
  const topic = topics.find((one) => one.words.test(words) || entry.ccpa?.some((term) => term === one.ccpa));
  return topic ?? (entry.special ? { words: new RegExp(escapePattern(entry.label), 'i') } : undefined);
}

function wordsOf({ label, examples = [], description = '' }: DataCategory): string {
  return [label, ...examples, description].join('\n');
}

function isNamed({ words, ccpa }: Topic, { texts, policy }: Subject): boolean {
  const isListed = entriesOf(policy.facts.data).some(
    ([, entry]) => words.test(wordsOf(entry)) || entry.ccpa?.some((term) => term === ccpa),
  );
  return isListed || texts.some(({ text }) => words.test(text));
}
