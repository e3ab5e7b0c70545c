import { internal } from '../core-cites.ts';
import { shortened } from '../quoted-words.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { sentencesOf } from '../sentences.ts';
import { isEnglish, matches } from '../texts.ts';

export const changePromiseMissing: PolicyRule = {
  id: 'core/change-promise-missing',
  about: 'policy',
  severity: 'warning',
  kinds: ['privacy-policy', 'cookie-policy', 'children-notice', 'terms'],
  summary: 'A policy says how readers learn of its changes.',
  why: 'A text that can change without a word leaves its readers with an agreement they never saw.',
  cites: [
    internal(
      'Who may change a text says how readers are told: WP260 rev.01, on changes',
      'https://ec.europa.eu/newsroom/article29/items/622227/en',
    ),
  ],
  examples: {
    ok: {
      policy:
        'notice: { period: 14 days, channels: [email] }\nsections:\n  - title: Changes\n    content: [We may change this policy. We write to you 14 days before.]\n',
    },
    notOk: {
      policy:
        'sections:\n  - title: Changes\n    content: [We may change this policy. Please look at it now and then.]\n',
      problem: {
        at: 'policy.yaml:3:15',
        message: '“We may change this policy” names no way in which readers are told.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { policy, texts } = subject;
    const { period, channels, text } = policy.notice ?? {};
    if (period || channels || text || !isEnglish(policy)) return;
    if (texts.some((one) => sentencesOf(one.text).some(({ words }) => isPromise(words, one.section)))) return;
    const help =
      'Add `notice:` with `channels` and `period`, if readers are told, and say so in the section about changes.';
    const [reserved] = matches(subject, reserves);
    yield reserved
      ? {
          at: reserved.at,
          message: `“${shortened(reserved.words)}” names no way in which readers are told.`,
          help,
        }
      : {
          at: { path: ['notice'] },
          message: 'The policy does not say how readers learn of its changes.',
          help,
        };
  },
};

const reserves =
  /\b(we|it|this (policy|notice|statement)) (may|might|can|could|will|reserves? the right to) (also )?((from time to time|at any time|periodically|occasionally),? )?(be )?(changed?|revised?|updated?|amend(ed)?|modif(y|ied)|alter(ed)?)( (this|the|our|these) ([\w-]+ )?(policy|notice|statement|terms))?/;

function isPromise(sentence: string, section = ''): boolean {
  const tells =
    /\b(tell|notify|notice|notification|inform|announce|alert|let you know|write to|e-?mail|post)\b/i;
  const isAbout =
    /\b(chang|updat|revis|amend)/i.test(sentence) || /\b(chang|updat|revis|amend)/i.test(section);
  return tells.test(sentence) && isAbout && !/\b(e-?mail|contact|write to) us\b/i.test(sentence);
}
