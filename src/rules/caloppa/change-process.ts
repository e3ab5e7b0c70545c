import { businessCode } from '../cites/california.ts';
import { sentencesOf } from '../english/sentences.ts';
import { blankQuotations, isEnglish } from '../english/written-texts.ts';
import { isSaidElsewhere } from '../facts/said-elsewhere.ts';
import type { Draft, PolicyRule, Subject, WrittenText } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const changeProcess: PolicyRule = {
  id: 'caloppa/change-process',
  about: 'policy',
  severity: 'error',
  regimes: ['caloppa'],
  kinds: ['privacy-policy'],
  summary: 'A policy says by which way people are told of material changes to it.',
  why: 'A reader who agreed to one text wants to know how they would learn of another.',
  cites: [businessCode('22575(b)(3)', 'secondary')],
  examples: {
    ok: {
      policy: yaml`
      notice:
        for: material
        channels: [email]
    `,
    },
    notOk: {
      policy: yaml`
        notice:
          for: material
      `,
      problem: {
        at: 'policy.yaml:1:1',
        message:
          'Cal. Bus. & Prof. Code 22575(b)(3) asks how people are told of material changes; `notice` names no way.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { notice } = subject.policy;
    if (notice?.channels || isInProse(subject)) return;
    if (isSaidElsewhere(subject, (one) => one.notice?.channels !== undefined)) return;
    yield {
      at: { path: ['notice', 'channels'] },
      message: `Cal. Bus. & Prof. Code 22575(b)(3) asks how people are told of material changes; ${
        notice ? '`notice` names no way' : 'the policy has no `notice`'
      }.`,
      help: `Add ${notice ? '`channels` to `notice`' : '`notice` with `channels`'}: \`email\`, \`in-product\`, \`website\`, \`banner\` or \`post\`.`,
    };
  },
};

function isInProse({ policy, texts }: Subject): boolean {
  return (
    isEnglish(policy) &&
    texts.some((text) => sentencesOf(text.text).some(({ words }) => namesWay(words, text)))
  );
}

const change = /\b(chang|updat|revis|amend|modif)/i;
const tells =
  /\b(tell|notify|notice|notification|inform|announce|alert|post|publish|send|e-?mail you|write to you)/i;
const way =
  /\b(e-?mail|(write|letter) to you|by (post|mail|letter)|banner|pop-?up|in-app|in[- ]product|push|dashboard|(on|in|through|via) (the|our|this|your) (web ?site|site|home ?page|page|app|service|account|product))\b/i;

// A sentence about changes of the policy that says how people learn of them; writing to us is no such way.
function namesWay(sentence: string, { path, section = '' }: WrittenText): boolean {
  const words = blankQuotations(sentence).replaceAll(/\s+/g, ' ');
  const isAbout =
    path[0] === 'notice' ||
    change.test(section) ||
    (change.test(words) && /\b(policy|notice|statement)\b/i.test(words));
  return isAbout && tells.test(words) && way.test(words) && !/\b(e-?mail|contact|write to) us\b/i.test(words);
}
