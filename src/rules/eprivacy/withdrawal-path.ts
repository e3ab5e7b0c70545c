import { contentOf } from '../../resolve/all-sections.ts';
import type { ResolvedBlock } from '../../resolve/policy-model.ts';
import { gdprOnConsent, isUnderDirective, taskforce } from '../cites/eprivacy.ts';
import { isEnglish, matches } from '../english/written-texts.ts';
import { mayNeedConsent } from '../facts/consent.ts';
import { entriesOf } from '../facts/entries.ts';
import type { Draft, PolicyRule, Spot, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const withdrawalPath: PolicyRule = {
  id: 'eprivacy/withdrawal-path',
  about: 'policy',
  severity: 'error',
  regimes: ['eprivacy', 'eprivacy-fr', 'pecr'],
  kinds: ['cookie-policy'],
  summary: 'The policy names a link or button of your own that is always there to change a choice.',
  why: 'A person who agreed in one click needs as short a way back; the settings of a browser are no such way.',
  cites: [gdprOnConsent('7(3)'), taskforce],
  examples: {
    ok: {
      policy: yaml`
        categories:
          analytics: { label: Analytics, consent: required }
        consent:
          manager: { label: Cookie settings, text: in the footer of every page }
      `,
    },
    notOk: {
      policy: yaml`
        categories:
          analytics: { label: Analytics, consent: required }
        sections:
          - title: Your choices
            content: [You can delete cookies in your browser.]
      `,
      problem: {
        at: 'policy.yaml:4:12',
        message:
          'GDPR Art. 7(3) asks that consent be as easy to withdraw as to give; the text names no link or button that is always there to change a choice.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { categories, cookies, consent } = subject.policy.facts;
    const isAsked = entriesOf(categories).some(([, category]) => mayNeedConsent(category));
    if (!isAsked || cookies === 'none' || consent?.manager || hasStandingLink(subject)) return;
    yield {
      at: placeOfChoices(subject),
      message: `${isUnderDirective(subject.product) ? 'GDPR' : 'UK GDPR'} Art. 7(3) asks that consent be as easy to withdraw as to give; ${isEnglish(subject.policy) ? 'the text names no' : 'no `consent.manager` names a'} link or button that is always there to change a choice.`,
      help: 'Add `consent:` with `manager: { label: Cookie settings, text: in the footer of every page }`, and show it with `consent: all`.',
    };
  },
};

const named =
  /(?<!(?:browser|device|phone)(?:['’]s)? )\b(?:(?:cookie|consent)s?[ -](?:settings?|preferences?|manager|choices|cent(?:er|re)|controls|dashboard|panel)|(?:privacy|preference)s? (?:choices|cent(?:er|re)|manager|settings|preferences))\b(?! (?:of|in|on) (?:your|the) (?:browser|device|phone))|\b(?:open|re-?open|change|return|back)\b[^.]{0,60}\b(?:cookie|consent) banner\b|\b(?:cookie|consent) banner\b[^.]{0,60}\b(?:again|at any time|any time|whenever)\b/i;
const placed =
  /\b(?:choices?|cookies?|consent|preferences|settings)\b[^.]{0,60}\b(?:foot(?:er)?|bottom) of (?:any|every|each|all|the|our|this)\b/i;

function hasStandingLink(subject: Subject): boolean {
  const { policy } = subject;
  if ([named, placed].some((pattern) => matches(subject, pattern).length > 0)) return true;
  const steps = isEnglish(policy) ? contentOf(policy).flatMap(stepTexts) : [];
  return steps.some((text) => named.test(text) || placed.test(text));
}

function stepTexts(block: ResolvedBlock): string[] {
  return block.type === 'steps' ? block.items.flatMap(({ steps }) => steps) : [];
}

/** The section on choices, or the categories they are about. */
function placeOfChoices({ policy, written }: Subject): Spot {
  if (policy.facts.consent) return { path: ['consent', 'manager'] };
  const about =
    /\b(?:choices?|preferences|consent|manag(?:e|ing|ement)|disabl(?:e|ing)|refus(?:e|ing)|opt(?:ing)?[ -]out)\b/i;
  const section = isEnglish(policy) ? written.sections.findIndex(({ title }) => about.test(title)) : -1;
  return { path: section < 0 ? ['categories'] : ['sections', section] };
}
