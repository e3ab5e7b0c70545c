import { listOf } from '../../text/one-or-many.ts';
import { gdpr, gdprName } from '../cites/gdpr.ts';
import { quotable } from '../english/quotable.ts';
import { isEnglish, matches } from '../english/written-texts.ts';
import { entriesOf } from '../facts/entries.ts';
import type { Draft, PolicyRule, Subject, WrittenText } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const transferConsent: PolicyRule = {
  id: 'gdpr/transfer-consent',
  about: 'policy',
  severity: 'warning',
  regimes: ['gdpr', 'uk-gdpr'],
  kinds: ['privacy-policy'],
  summary: 'A transfer that rests on consent asks for it outright, and tells the risks first.',
  why: 'Nobody agrees to a risk they were not told of, nor by opening a page.',
  cites: [gdpr('49(1)(a)', 'memory')],
  examples: {
    ok: {
      policy: yaml`
        transfers:
          america:
            country: US
            mechanism: consent
            text: >-
              Before we send your letter to the United States, we tell you the risks and ask for your explicit consent.
      `,
    },
    notOk: {
      policy: yaml`
        transfers:
          america:
            country: US
            mechanism: consent
            text: By using our site, you consent to a transfer to the United States.
      `,
      problem: {
        at: 'policy.yaml:5:11',
        message:
          '“By using our site, you consent” rests a transfer on use; GDPR Art. 49(1)(a) speaks of explicit consent, after information on the risks.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    if (!isEnglish(subject.policy)) return;
    for (const [id, { mechanism }] of entriesOf(subject.policy.facts.transfers)) {
      if (!listOf(mechanism).includes('consent')) continue;
      const [use] = matches(subject, byUse, (text) => isAbout(text, id));
      const isRiskTold = matches(subject, /\brisks?\b/, (text) => isAbout(text, id)).length > 0;
      if (use)
        yield {
          at: use.at,
          message: `“${quotable(use.words)}” rests a transfer on use; ${gdprName(subject.product)} Art. 49(1)(a) speaks of explicit consent, after information on the risks.`,
          help,
        };
      else if (!isRiskTold)
        yield {
          at: { path: ['transfers', id, 'mechanism'] },
          message: `The transfer rests on consent, and no risk of it is told; ${gdprName(subject.product)} Art. 49(1)(a) speaks of explicit consent, after information on the risks.`,
          help,
        };
    }
  },
};

const byUse = /\bby (using|accessing|visiting|continuing)\b[^.;]*?\bconsent(ing)?\b/;
const help =
  'Name a safeguard as the `mechanism`, or say in `text` what the risks are and how explicit consent is asked for.';

// What a policy says of its transfers: in the entry itself, or in a text that speaks of them.
function isAbout({ path, text }: WrittenText, id: string): boolean {
  if (path[0] === 'transfers') return path[1] === id;
  return path[0] === 'sections' && /\b(transfer\w*|abroad|other countries|third countr\w+)\b/i.test(text);
}
