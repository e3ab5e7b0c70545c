import { listOf } from '../../text/one-or-many.ts';
import { gdpr } from '../cites/gdpr.ts';
import { agesIn } from '../english/literal-facts.ts';
import { isEnglish, matches } from '../english/written-texts.ts';
import { ownPurposes } from '../facts/own-purposes.ts';
import type { Draft, PolicyRule, Spot, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const childConsent: PolicyRule = {
  id: 'gdpr/child-consent',
  about: 'policy',
  severity: 'warning',
  regimes: ['gdpr'],
  kinds: ['privacy-policy', 'children-notice'],
  summary:
    'Where people under 16 are admitted and something rests on consent, the policy says from which age their own consent counts.',
  why: 'Parents need to know whether they are asked, and the age differs from country to country.',
  cites: [gdpr('8(1)', 'memory')],
  examples: {
    ok: {
      policy: yaml`
        children: { age: 16 }
        purposes:
          letters: { text: To send you our newsletter., basis: consent }
      `,
    },
    notOk: {
      policy: yaml`
        children: { age: 13 }
        purposes:
          letters: { text: To send you our newsletter., basis: consent }
      `,
      problem: {
        at: 'policy.yaml:1:18',
        message:
          'GDPR Art. 8(1) has the consent of a child count from 16, or from a lower age of a Member State; people from 13 are admitted, and no sentence seems to say whose consent counts before.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { policy } = subject;
    const youngest = youngestOf(subject);
    const isOnConsent = ownPurposes(policy.facts).some(([, { basis }]) => listOf(basis).includes('consent'));
    const { parents, separateConsent } = policy.facts.children ?? {};
    const isTold =
      parents !== undefined || separateConsent !== undefined || matches(subject, told).length > 0;
    if (!youngest || !isOnConsent || !isEnglish(policy) || isTold) return;
    yield {
      at: youngest.at,
      message: `GDPR Art. 8(1) has the consent of a child count from 16, or from a lower age of a Member State; people from ${youngest.age} are admitted, and no sentence seems to say whose consent counts before.`,
      help: 'Say in `children.text` from which age consent counts in which countries, and that a parent is asked before.',
    };
  },
};

function youngestOf(subject: Subject): { age: number; at: Spot } | undefined {
  const { children } = subject.policy.facts;
  const inWords = agesIn(subject).map(({ age, text, mark }) => ({ age, at: { path: text.path, mark } }));
  const given = children?.ages ?? (children ? [children] : []);
  const all = [...given.map(({ age }) => ({ age, at: { path: ['children', 'age'] } })), ...inWords];
  // Two ages that differ, by country or service, are an answer.
  if (new Set(all.map(({ age }) => age)).size > 1) return undefined;
  return all.find(({ age }) => age < 16);
}

const told =
  /\b(parents?|parental|guardians?|holders? of parental)\b[^.]{0,160}\b(consent\w*|authori[sz]\w+|permission|approv\w+)\b|\b(consent|permission|authori[sz]ation)\b[^.]{0,100}\b(parents?|parental|guardians?)\b|\bage of (digital )?consent\b/;
