import { internal } from '../core-cites.ts';
import { shortened } from '../quoted-words.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { sentenceAt } from '../sentences.ts';
import { matches } from '../texts.ts';

export const absoluteClaim: PolicyRule = {
  id: 'core/absolute-claim',
  about: 'policy',
  severity: 'warning',
  summary: 'A text about security describes measures, and claims no result without a limit.',
  why: 'No measure always works; after the first incident, an absolute claim is the sentence that is read out.',
  cites: [
    internal(
      'Security is a level appropriate to the risk: GDPR Art. 32(1)',
      'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_32',
    ),
  ],
  examples: {
    ok: { policy: 'sections:\n  - title: Security\n    content: [We encrypt your data where it lies.]\n' },
    notOk: {
      policy: 'sections:\n  - title: Security\n    content: [Your data is completely safe with us.]\n',
      problem: {
        at: 'policy.yaml:3:28',
        message: '“completely safe” claims a result of security without a limit.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    for (const { at, words, text } of matches(subject, claim)) {
      const offset = at.mark?.offset ?? 0;
      const sentence = sentenceAt(text.text, offset);
      const before = sentence.words.slice(0, offset - sentence.offset);
      if (denial.test(before) || /\?$/.test(sentence.words)) continue;
      yield {
        at,
        message: `“${shortened(words)}” claims a result of security without a limit.`,
        help: 'Say what is done to protect data, and what it protects against.',
      };
    }
  },
};

const denial = /\b(no|not|cannot|never|nor|neither|none|nothing|without|impossible to)\b|n['’]t\b/i;
const safe = '(safe|secure|secured|protected|private|confidential|risk-free|reliable)';
const people =
  '(nobody|no one|no-one|no (outsider|attacker|hacker|third party|unauthori[sz]ed (person|user|party)))';
const reach =
  '(can |could |will |may |is able to )?(ever )?(enters?|access(es)?|reads?|intercepts?|steals?|sees?|gets? (in|into|at|hold of)|breaks?|views?|opens?)';
const harm =
  '(lost|leaked?|stolen|hacked|breached|compromised|intercepted|broken into|exposed|misused|at risk)';
const claim = new RegExp(
  [
    String.raw`\b(completely|totally|entirely|fully|perfectly|absolutely|100 ?%|100 per ?cent|always) (and \w+ )?${safe}\b`,
    String.raw`\b(guarantees?|guaranteed) (you |that )?[^.;,]{0,40}\b(security|safety|secure|safe|protection|protected|confidentiality)\b`,
    String.raw`\b(security|safety|protection|confidentiality) [^.;,]{0,30}\b(is|are) guaranteed\b`,
    String.raw`\b(can|could|will) (never|not ever) be ${harm}\b|\b(is|are) never ${harm}\b|\bimpossible to (hack|steal|break|intercept|breach)\b`,
    String.raw`\b(no|zero|without any) risk\b|\brisk-free\b|\bunbreakable\b|\bunhackable\b|\b(fool|bullet|hacker)-?proof\b`,
    String.raw`\b(eliminates?|removes?|excludes?|prevents?) (all|any|every) (risks?|attacks?|breach(es)?|threats?|fraud|misuse)\b`,
    String.raw`\b${people} (else )?${reach}\b[^.;,]{0,60}`,
  ].join('|'),
);
