import { oncePer } from '../../memory.ts';
import { quotedPaths } from '../../resolve/quotation.ts';
import { listed } from '../../text/listed.ts';
import { rfc6265bis } from '../cites/cookies.ts';
import { internal } from '../cites/core.ts';
import { isNegated } from '../english/claims.ts';
import { sentencesOf } from '../english/sentences.ts';
import type { Sentence } from '../english/text-index.ts';
import { isEnglish } from '../english/written-texts.ts';
import { isCookie, isOutside, namesOf, relatedTo, type Stored, storedByProduct } from '../facts/storage.ts';
import type { Draft, Mark, PolicyRule, ProductSubject, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const attributeClaimScope: PolicyRule = {
  id: 'core/attribute-claim-scope',
  about: 'policy',
  severity: 'error',
  summary:
    'What a text says of the attributes of all cookies, or of all sessions, is so for each that is listed.',
  why: 'A promise about protection counts only where somebody can look up the cookies it is about.',
  cites: [
    internal('What a text says of all cookies is so for each in the list'),
    rfc6265bis('cookie attributes'),
  ],
  examples: {
    ok: {
      policy: yaml`
        cookies:
          login: { name: login, httpOnly: true }
        sections:
          - title: Security
            content: [All cookies are HttpOnly.]
      `,
    },
    notOk: {
      policy: yaml`
        cookies:
          login: { name: login }
        sections:
          - title: Security
            content: [All cookies are HttpOnly.]
      `,
      problem: {
        at: 'policy.yaml:5:31',
        message: 'The text says `HttpOnly` of its cookies, and `login` is listed without it.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const all = cookiesIn(subject.product);
    if (!isEnglish(subject.policy) || (all.length === 0 && subject.policy.kind !== 'cookie-policy')) return;
    for (const { path, mark, attributes, isOfSessions, isOfOwn } of claimsIn(subject, all)) {
      const meant = all
        .filter((stored) => !isOfSessions || isSession(stored))
        .filter((stored) => !isOfOwn || !isOutside(stored));
      const wrong = meant.filter(({ cookie }) => !attributes.every(({ holds }) => holds(cookie)));
      if (meant.length > 0 && wrong.length === 0) continue;
      const names = listed(attributes.map(({ name }) => `\`${name}\``));
      const whom = isOfSessions ? 'session identifiers' : 'its cookies';
      const them = attributes.length === 1 ? 'it' : 'them';
      const shown =
        meant.length === 0
          ? `no cookie is listed that shows ${them}`
          : `${namesOf(wrong)} ${wrong.length === 1 ? 'is' : 'are'} listed without ${them}`;
      yield {
        at: { path, mark },
        message: `The text says ${names} of ${whom}, and ${shown}.`,
        help: 'List each cookie that is meant with its attributes, or name in the sentence the cookies it is about.',
        related: relatedTo(wrong, subject, 'name'),
      };
    }
  },
};

const cookiesIn = oncePer((product: ProductSubject): Stored[] => storedByProduct(product).filter(isCookie));

type Attribute = { name: string; pattern: RegExp; holds(cookie: Stored['cookie']): boolean };

const known: Attribute[] = [
  { name: 'HttpOnly', pattern: /\bHttp-?Only\b/i, holds: ({ httpOnly }) => httpOnly === true },
  {
    name: 'SameSite=Strict',
    pattern: /\bSameSite\s*=\s*Strict\b/i,
    holds: ({ sameSite }) => sameSite === 'strict',
  },
  {
    name: 'SameSite=Lax',
    pattern: /\bSameSite\s*=\s*Lax\b/i,
    holds: ({ sameSite }) => sameSite === 'lax' || sameSite === 'strict',
  },
  {
    name: 'Secure',
    pattern: /`Secure`|\bSecure (?:attribute|flag)\b/,
    holds: ({ secure }) => secure === true,
  },
];

type AttributeClaim = {
  path: Draft['at']['path'];
  mark: Mark;
  attributes: Attribute[];
  isOfSessions: boolean;
  isOfOwn: boolean;
};

// A definition is about no cookie in particular, and an entry of the list about itself.
function claimsIn({ texts }: Subject, cookies: readonly Stored[]): AttributeClaim[] {
  return texts
    .filter(({ path }) => path[0] !== 'cookies' && !path.includes('definitions'))
    .flatMap(({ path, text }) =>
      sentencesOf(text).flatMap((sentence) => {
        const found = claimIn(sentence);
        return found.length > 0 && !namesOne(sentence.words, cookies)
          ? found.map((claim) => ({ ...claim, path }))
          : [];
      }),
    );
}

function claimIn({ words, offset }: Sentence): Omit<AttributeClaim, 'path'>[] {
  const found = known.flatMap((attribute) => {
    const match = attribute.pattern.exec(words);
    return match ? [{ attribute, start: match.index, end: match.index + match[0].length }] : [];
  });
  const start = Math.min(...found.map((one) => one.start));
  if (found.length === 0 || !isBlanket(words, words.slice(0, start))) return [];
  const length = Math.max(...found.map((one) => one.end)) - start;
  return [
    {
      mark: { offset: offset + start, length },
      attributes: found.map(({ attribute }) => attribute),
      isOfSessions: /\b(?:session|authentication|login|log-in|sign-in)s?\b/i.test(words),
      isOfOwn: /\bour\s+(?:[\w-]+\s+)?cookies\b/i.test(words),
    },
  ];
}

// The attribute is said of the cookies: in "we use HttpOnly cookies for signing in", it says which are meant.
function isBlanket(sentence: string, before: string): boolean {
  const isSubject =
    /\b(?:cookies?|session (?:identifiers|tokens|ids)|(?:authentication|access) tokens)\b[^.;]*$/i.test(
      before,
    );
  const isOfAll = /\b(?:all|every|each)\b[^.;]*\bcookies?\b/i.test(sentence);
  const isLimited =
    /\b(?:some|most|many|which|whose|that|marked|where|wherever|when|if|may|might|means?|except\w*|other than|apart from|unless)\b/i.test(
      sentence,
    );
  return (isSubject || isOfAll) && !isNegated(sentence) && !isLimited;
}

// A sentence that names a cookie is about that one.
function namesOne(sentence: string, cookies: readonly Stored[]): boolean {
  return (
    quotedPaths(sentence).some((path) => path.startsWith('cookies.')) ||
    cookies.some(({ cookie: { name } }) => sentence.includes(`\`${name}\``))
  );
}

function isSession({ id, cookie: { name, purpose = '' } }: Stored): boolean {
  return /sess|sid\b|auth|login|sign(?:ed|ing|s)?[ -]?in|\btoken/i.test(`${id} ${name} ${purpose}`);
}
