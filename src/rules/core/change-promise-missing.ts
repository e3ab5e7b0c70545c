import { oncePer } from '../../memory.ts';
import { internalOfGuidelines } from '../cites/core.ts';
import { quotable } from '../english/quotable.ts';
import { sentencesOf } from '../english/sentences.ts';
import { isEnglish, matches } from '../english/written-texts.ts';
import { noticesOf } from '../gap.ts';
import type { Draft, PolicyRule, ProductSubject, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const changePromiseMissing: PolicyRule = {
  id: 'core/change-promise-missing',
  about: 'policy',
  severity: 'warning',
  kinds: ['privacy-policy', 'cookie-policy', 'children-notice', 'terms'],
  summary: 'A policy says how readers learn of its changes.',
  why: 'Nobody reads a policy again every week: a change that readers are not told of is one they cannot answer.',
  cites: [internalOfGuidelines('Who may change a text says how readers are told: WP260 rev.01, on changes')],
  examples: {
    ok: {
      policy: yaml`
        notice: { period: 14 days, channels: [email] }
        sections:
          - title: Changes
            content: [We may change this policy. We write to you 14 days before.]
      `,
    },
    notOk: {
      policy: yaml`
        sections:
          - title: Changes
            content: [We may change this policy. Please look at it now and then.]
      `,
      problem: {
        at: 'policy.yaml:3:15',
        message:
          '“We may change this policy” names no way in which readers are told, and no other sentence or field does.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { policy } = subject;
    if (!isEnglish(policy) || isPromised(subject) || isPromisedBeside(subject) || isToldByLaw(subject))
      return;
    const help =
      'Add `notice:` with `channels` and `period`, if readers are told, and say so in the section about changes.';
    const [reserved] = matches(subject, reserves);
    yield reserved
      ? {
          at: reserved.at,
          message: `“${quotable(reserved.words)}” names no way in which readers are told, and no other sentence or field does.`,
          help,
        }
      : {
          at: { path: ['notice'] },
          message: 'No field says how readers learn of changes, and no sentence seems to.',
          help,
        };
  },
};

const isPromised = oncePer(({ policy, texts }: Subject): boolean => {
  const { period, channels, text } = policy.notice ?? {};
  if (period || channels || text) return true;
  return texts.some((one) => sentencesOf(one).some(({ words }) => isPromise(words, one.section)));
});

// Where a declared law asks for it, its rule tells the gap.
function isToldByLaw(subject: Subject): boolean {
  const { policy, product } = subject;
  const isAsked = policy.kind === 'privacy-policy' && product.written.regimes?.includes('caloppa');
  return isAsked === true;
}

// A policy about cookies, or about one state, leaves its changes to the privacy policy beside it.
function isPromisedBeside({ policy: { kind }, slug, product }: Subject): boolean {
  if (kind !== 'cookie-policy' && kind !== 'privacy-policy') return false;
  return product.unread.length > 0 || promising(product).some((one) => one !== slug);
}

// Two are enough to know of each whether another one promises it.
const promising = oncePer((product: ProductSubject): string[] =>
  noticesOf(product)
    .filter(isPromised)
    .slice(0, 2)
    .map(({ slug }) => slug),
);

// The text that changes, not the service or what people gave.
const reserves =
  /\b(we|(?<=\b(policy|notice|statement|terms)\b[^.]{0,100})it|this (policy|notice|statement)) (may|might|can|could|will|reserves? the right to) (also )?((from time to time|at any time|periodically|occasionally),? )?(be )?(changed?|revised?|updated?|amend(ed)?|modif(y|ied)|alter(ed)?)(?! or (discontinue|suspend|terminate|cancel|withdraw)\b)(?! (any|some) (aspect|part|portion|feature)s?\b)(?! (this|the|our|your|these|any)? ?([\w-]+ )?(websites?|sites?|services?|products?|features?|prices?|fees|settings|information|data|preferences|passwords?|accounts?)\b)( (this|the|our|these) ([\w-]+ )?(policy|notice|statement|terms))?/;

function isPromise(sentence: string, section = ''): boolean {
  const isAbout =
    /\b(chang|updat|revis|amend|modification)|\bmodif(y|ied)\b[^.]{0,40}\b(policy|notice|terms|agreement|conditions)\b/i;
  const said = sentence.replaceAll(otherWords, '');
  // "We change nothing without telling you" promises, "we do not tell you" does not.
  return tells.test(said) && !denied.test(said) && (isAbout.test(sentence) || isAbout.test(section));
}

const telling =
  '(tell(s|ing)?|told|notif(y|ies|ied|ying|ications?)|notices?|inform(s|ed|ing)?|announc\\w*|alert(s|ed|ing)?|let(ting)? you know|writ(e|ing) to|written to|e-?mail(s|ed|ing)?|post(s|ed|ing)?|publish\\w*|banners?|draw attention|highlight\\w*|prompt(s|ed)?|history of (all |the )*changes|track (all |the |any )*changes|reflected (here|(in|on|at) (the|this|our)))';
const tells = new RegExp(`\\b${telling}\\b`, 'i');
const denied = new RegExp(
  `(?:\\b(?:not|never)\\b|n['’]t\\b)(?![^.;]*\\bwithout\\b)[^.,;]{0,30}\\b${telling}\\b`,
  'i',
);
// What readers are to tell, a policy that is itself called a notice, and notice that is not given.
const otherWords =
  /\b(notify|tell|inform|alert|contact|e-?mail|write to)\s+us\b|\b(this|our|the)\s+([\w-]+\s+){0,2}notice\b(?!\s+(of|about|to|before|period))|\bwithout\s+((prior|further|any)\s+)?notice\b/gi;
