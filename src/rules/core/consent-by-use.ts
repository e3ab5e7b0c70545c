import { gdprOnConsent, isUnderStorageLaw } from '../cites/eprivacy.ts';
import { gdpr } from '../cites/gdpr.ts';
import { titleAbove } from '../english/claims.ts';
import { quotable } from '../english/quotable.ts';
import { sentenceAt } from '../english/sentences.ts';
import { type Match, matches } from '../english/written-texts.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const consentByUse: PolicyRule = {
  id: 'core/consent-by-use',
  about: 'policy',
  severity: 'warning',
  kinds: ['privacy-policy', 'cookie-policy', 'children-notice'],
  summary: 'A text does not take it for agreement that somebody goes on using a site.',
  why: 'Who reads on has agreed to nothing; a text that says so tells readers that they have no choice left.',
  cites: [
    gdprOnConsent('4(11)'),
    { ...gdpr('4(11)', 'secondary'), text: 'GDPR recital 32, on silence and inactivity' },
    {
      text: 'EDPB Guidelines 05/2020 on consent, on scrolling and browsing on',
      url: 'https://www.edpb.europa.eu/our-work-tools/our-documents/guidelines/guidelines-052020-consent-under-regulation-2016679_en',
      basis: 'guidance',
      checked: 'memory',
    },
  ],
  examples: {
    ok: {
      policy: yaml`
        lead: We set these cookies once you agree in the banner.
      `,
    },
    notOk: {
      policy: yaml`
        lead: By continuing to browse, you agree to our use of cookies.
      `,
      problem: {
        at: 'policy.yaml:1:7',
        message: '“By continuing to browse, you agree” takes the use of a site for agreement.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    for (const match of matches(subject, byUse, ({ path }) => path[0] !== 'transfers')) {
      if (isDenied(match) || isOfTerms(match) || isOfConduct(match)) continue;
      const name = `“${quotable(match.words)}”`;
      yield {
        at: match.at,
        message: `${name} takes the use of a site for agreement.`,
        help: 'Say where people are asked and how they answer, or what the use rests on instead; of a change, say how they are told.',
        severity: isAboutStorage(match, subject) && isUnderStorageLaw(subject.product) ? 'error' : 'warning',
        each: { name, all: (names) => `${names} take the use of a site for agreement.` },
      };
    }
  },
};

const using =
  '(continu(e|es|ed|ing) (to )?(browse|browsing|use|using|visit|visiting|navigate|navigating|access|accessing)|continued (use|access)|using|browsing|visiting|accessing|navigating|proceeding)';
const agreement =
  '(you (are |also |hereby |expressly |will be |shall be )?(deemed to )?(agree|agreeing|consent|consenting|accept|accepting|acknowledge and agree|give (us )?(your )?consent|have (agreed|consented|accepted)))';
const byUse = new RegExp(
  [
    `\\bby ${using}\\b[^.;]{0,100}?\\b${agreement}\\b`,
    `\\bif you continue\\b[^.;]{0,100}?\\b${agreement}\\b`,
    `\\b(your |any )?(continued|continuing|further|ongoing) (use|access|browsing)\\b[^.;]{0,120}?\\b(means|constitutes?|signif(y|ies)|indicates?|implies|imply|amounts? to|is (deemed|considered|taken|regarded)|will (be deemed|constitute|mean|signify)|shall (be deemed|constitute|mean)|confirms?)\\b[^.;]{0,60}?\\b(accept\\w*|agree\\w*|consent\\w*)\\b`,
    `\\b(the )?use of (the|our|this|these) (?!(personal |your )?(data|information|cookies)\\b)[\\w/ -]{2,60}\\b(means|constitutes?|signif(y|ies)|implies|imply|amounts? to)\\b[^.;]{0,60}?\\b(consent\\w*|agreement|acceptance)\\b`,
    `\\b(consent|agree|accept)\\w*\\b[^.;]{0,60}?\\bby (continuing|continued use|your continued)\\b`,
  ].join('|'),
);

function isDenied({ at, text }: Match): boolean {
  const offset = at.mark?.offset ?? 0;
  const { words, offset: start } = sentenceAt(text, offset);
  return /\b(not|never|cannot)\b|n['’]t\b/i.test(words.slice(0, offset - start));
}

// Who uses a service is bound by its terms; that is a contract and no consent.
function isOfTerms({ at, text }: Match): boolean {
  const { words } = sentenceAt(text, at.mark?.offset ?? 0);
  return (
    /(?<!\b(its|and the) )\bterms\b/i.test(words) &&
    !/\b(policy|notice|statement|cookies?|data|information)\b/i.test(words)
  );
}

// "You agree to only send it to people you know" says what people will do, not what they allow.
function isOfConduct({ at, text: { text } }: Match): boolean {
  const { offset = 0, length = 0 } = at.mark ?? {};
  return /^\s+to\s+(not|only|input|enter|send|provide|pay|use|keep|comply|abide|refrain|indemnify)\b/i.test(
    text.slice(offset + length),
  );
}

function isAboutStorage({ at, text }: Match, subject: Subject): boolean {
  const { words } = sentenceAt(text, at.mark?.offset ?? 0);
  return /\b(cookies?|trackers?|pixels?)\b/i.test(`${words} ${titleAbove(subject, text)}`);
}
