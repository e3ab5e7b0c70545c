import { contentOf } from '../../resolve/all-sections.ts';
import type { ResolvedBlock } from '../../resolve/policy-model.ts';
import { gdprOnConsent, isUnderDirective, taskforce } from '../cites/eprivacy.ts';
import { isEnglish } from '../english/written-texts.ts';
import { mayNeedConsent } from '../facts/consent.ts';
import { entriesOf } from '../facts/entries.ts';
import { gapIn } from '../gap.ts';
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
          'GDPR Art. 7(3) asks that consent be as easy to withdraw as to give; no field says which link or button is always there to change a choice, and no text seems to.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { categories, cookies, consent } = subject.policy.facts;
    const isAsked = entriesOf(categories).some(([, category]) => mayNeedConsent(category));
    if (!isAsked || cookies === 'none' || consent?.manager || isInSteps(subject)) return;
    yield* gapIn(subject, {
      at: placeOfChoices(subject),
      asks: `${isUnderDirective(subject.product) ? 'GDPR' : 'UK GDPR'} Art. 7(3) asks that consent be as easy to withdraw as to give`,
      unsaid: 'which link or button is always there to change a choice',
      fill: 'fill `consent.manager`',
      help: 'Add `consent:` with `manager: { label: Cookie settings, text: in the footer of every page }`, and show it with `consent: all`.',
      topic: 'standingChoice',
    });
  },
};

const named =
  /\b(cookie|consent|privacy)s?[ -](settings?|preferences?|choices|cent(er|re)|manager|banner)\b/i;

function isInSteps({ policy }: Subject): boolean {
  const steps = isEnglish(policy) ? contentOf(policy).flatMap(stepTexts) : [];
  return steps.some((text) => named.test(text));
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
