import { businessCode } from '../cites/california.ts';
import { isEnglish } from '../english/written-texts.ts';
import { gapIn } from '../gap.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
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
          'Cal. Bus. & Prof. Code 22575(b)(3) asks how people are told of material changes; no field says by which way, and no text seems to.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { notice } = subject.policy;
    if (notice?.channels || isInNotice(subject)) return;
    yield* gapIn(subject, {
      at: { path: ['notice', 'channels'] },
      asks: 'Cal. Bus. & Prof. Code 22575(b)(3) asks how people are told of material changes',
      unsaid: 'by which way',
      fill: 'fill `notice.channels`',
      help: `Add ${notice ? '`channels` to `notice`' : '`notice` with `channels`'}: \`email\`, \`in-product\`, \`website\`, \`banner\` or \`post\`.`,
      topic: 'changeNotice',
      says: (policy) => policy.notice?.channels !== undefined,
    });
  },
};

const way =
  /\b(e-?mail|(write|letter) to you|by (post|mail|letter)|banner|pop-?up|in-app|in[- ]product|push|dashboard|(on|in|through|via) (the|our|this|your) (web ?site|site|home ?page|page|app|service|account|product))\b/i;

// The promise in words can name the way; writing to us is none.
function isInNotice({ policy: { notice, language } }: Subject): boolean {
  const text = notice?.text ?? '';
  return isEnglish({ language }) && way.test(text) && !/\b(e-?mail|contact|write to) us\b/i.test(text);
}
