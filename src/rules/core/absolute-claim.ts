import { internal } from '../cites/core.ts';
import { quotable } from '../english/quotable.ts';
import { sentenceAt } from '../english/sentences.ts';
import { matches } from '../english/written-texts.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

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
    ok: {
      policy: yaml`
      sections:
        - title: Security
          content: [We encrypt your data where it lies.]
    `,
    },
    notOk: {
      policy: yaml`
        sections:
          - title: Security
            content: [Your data is completely safe with us.]
      `,
      problem: {
        at: 'policy.yaml:3:28',
        message: '“completely safe” claims a result of security without a limit.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const seen = new Set<string>();
    for (const { at, words, text } of matches(subject, claim)) {
      const offset = at.mark?.offset ?? 0;
      const sentence = sentenceAt(text, offset);
      const before = sentence.words.slice(0, offset - sentence.offset);
      const key = `${text.path.join('.')} ${sentence.offset}`;
      if (seen.has(key) || limit.test(before) || /\?$/.test(sentence.words)) continue;
      seen.add(key);
      yield {
        at,
        message: `“${quotable(words)}” claims a result of security without a limit.`,
        help: 'Say what is done to protect data, and what it protects against.',
      };
    }
  },
};

// What is denied, wished for or only supposed is no claim.
const limit =
  /\b(no|not|cannot|never|nor|neither|none|nothing|without|impossible|difficult|hard|if|unless|whether|aim(s|ed)?|strive|try|goal|help|designed|intended)\b|n['’]t\b/i;
const safe = '(safe|secure|secured|protected|private|confidential|risk-free)';
const attackers =
  '(hackers?|attackers?|outsiders?|criminals|strangers|unauthori[sz]ed (persons?|people|users?|parties))';
const reach =
  '(enters?|access(es)?|reads?|intercepts?|steals?|sees?|gets? (in|into|at|hold of)|breaks?|views?|opens?)';
const intrude = '(enters?|intercepts?|steals?|breaks? (in|into)|hacks?|gets? (in|into))';
const stolen = '(leaked|stolen|hacked|breached|compromised|intercepted|broken into)';
// A measure, a place or an enemy that is named limits the claim.
const unlimited = String.raw`(?!( \w+){0,2} (by|with(?! us)|through|using|via|behind|against|in transit|at rest)\b)`;
const claim = new RegExp(
  [
    String.raw`\b(completely|totally|entirely|fully|perfectly|absolutely|100 ?%|100 per ?cent) (and \w+ )?${safe}\b${unlimited}`,
    String.raw`\balways (safe|secure)\b`,
    String.raw`\bwe (can |do |will |also )*guarantee (you |that )?(?![^.;,]{0,20}\b(level|appropriate|adequate)\b)[^.;,]{0,40}\b(security|safety|secure|safe|protection|protected|confidentiality)\b`,
    String.raw`\b(security|safety|protection|confidentiality) [^.;,]{0,30}\b(is|are) guaranteed\b`,
    String.raw`\b(can|could|will) (never|not ever) be (${stolen}|lost)\b|\b(is|are) never ${stolen}\b|\bcannot be (stolen|hacked|breached|compromised)\b`,
    String.raw`\bimpossible to (hack|steal|break|intercept|breach)\b|\bunbreakable\b|\bunhackable\b|\b(fool|bullet|hacker)-?proof\b`,
    String.raw`\bthere is (no|zero) risk\b(?! (assessment|analysis|profile|score))|\bwithout any risk\b`,
    String.raw`\b(eliminates|removes|excludes|prevents|we (eliminate|exclude|prevent)) (all|any|every) (risks?|attacks?|breach(es)?|threats?|fraud|misuse)\b`,
    String.raw`\b(nobody|no one|no-one) (else )?(can |could |will |is able to )?(ever )?${intrude}\b[^.;,]{0,60}`,
    String.raw`\bno ${attackers} (can |could |will |is able to )?(ever )?${reach}\b[^.;,]{0,60}`,
    String.raw`\b${attackers} (can|will|could) never ${reach}\b[^.;,]{0,60}`,
  ].join('|'),
);
