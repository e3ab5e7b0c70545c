import { taskforce } from '../cites/eprivacy.ts';
import { matches } from '../english/written-texts.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const rejectParity: PolicyRule = {
  id: 'eprivacy/reject-parity',
  about: 'policy',
  severity: 'warning',
  regimes: ['eprivacy', 'eprivacy-fr'],
  kinds: ['cookie-policy'],
  summary: 'Everything can be refused where everything can be accepted.',
  why: 'A choice with one short way and one long way is not even.',
  cites: [{ ...taskforce, text: `${taskforce.text}, para. 8` }],
  examples: {
    ok: {
      policy: yaml`
      consent:
        rejectAll: same-layer
    `,
    },
    notOk: {
      policy: yaml`
        consent:
          rejectAll: other-layer
      `,
      problem: {
        at: 'policy.yaml:2:14',
        message:
          'Most authorities in the Cookie Banner Taskforce expect a refusal wherever everything can be accepted; here it is a layer further down.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { rejectAll } = subject.policy.facts.consent ?? {};
    const help =
      'Offer to refuse everything beside accepting it, and write `rejectAll: same-layer` under `consent`.';
    const expected =
      'Most authorities in the Cookie Banner Taskforce expect a refusal wherever everything can be accepted';
    if (rejectAll === 'other-layer' || rejectAll === 'none')
      yield {
        at: { path: ['consent', 'rejectAll'] },
        message: `${expected}; here ${rejectAll === 'none' ? 'there is none' : 'it is a layer further down'}.`,
        help,
      };
    const [accepted] = rejectAll === undefined ? matches(subject, accepting) : [];
    if (accepted && matches(subject, refusing).length === 0)
      yield { at: accepted.at, message: `${expected}; the text describes only accepting.`, help };
  },
};

const accepting =
  /\b(?:banner|pop-?up|panel|dialog(?:ue)?)\b[^.]{0,120}\b(?:accept(?:ing)?|agree|allow(?:ing)?) (?:to )?(?:all|every|them|cookies|our|the)\b/;
const refusing =
  /\b(?:refus\w+|reject\w*|declin\w+|den(?:y|ied)|object\w*|do not (?:accept|agree|consent|allow)|don[’']t (?:accept|agree|consent|allow)|without (?:accepting|agreeing|consent)|(?:choose|select|pick) which|each category|(?:only|just) (?:the )?(?:necessary|essential|required)|(?:necessary|essential|required) (?:cookies )?only)\b/;
