import type { Cookie } from '../../../schemas/disclosures/cookies.ts';
import { planet49 } from '../cites/eprivacy.ts';
import { likelyStatement } from '../english/likely.ts';
import { quotable } from '../english/quotable.ts';
import { isEnglish, matches } from '../english/written-texts.ts';
import { isKept } from '../facts/cookies.ts';
import { entriesOf } from '../facts/entries.ts';
import { namesOf } from '../gather.ts';
import type { Draft, PolicyRule, Spot, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const duration: PolicyRule = {
  id: 'eprivacy/duration',
  about: 'policy',
  severity: 'error',
  regimes: ['eprivacy', 'eprivacy-fr'],
  kinds: ['cookie-policy'],
  summary: 'Each cookie states how long it stays.',
  why: 'A cookie that ends with the visit and one that stays for years are different things to agree to.',
  cites: [planet49],
  examples: {
    ok: {
      policy: yaml`
      cookies:
        cart: { name: shop_cart, expires: 7 days }
    `,
    },
    notOk: {
      policy: yaml`
        cookies:
          cart: { name: shop_cart }
      `,
      problem: {
        at: 'policy.yaml:2:3',
        message:
          'No field says how long `shop_cart` stays; Planet49 counts the duration among the information owed.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { cookies } = subject.policy.facts;
    const open = entriesOf(cookies).filter(
      ([, cookie]) => cookie.expires === undefined && isKept(cookie) && !isToldBeside(cookie, subject),
    );
    const [first] = open;
    const told = first && toldOfAll(subject);
    if (told) {
      const names = namesOf(
        open.map(([, { name }]) => `\`${name}\``),
        'or',
      );
      yield {
        at: { path: ['cookies', first[0], 'expires'] },
        message: `No field says how long ${names} stays`,
        help,
        seems: { at: told, fill: 'fill `expires`, or leave it to the text' },
      };
      return;
    }
    for (const [id, cookie] of open) {
      const name = `\`${cookie.name}\``;
      yield {
        at: { path: ['cookies', id, 'expires'] },
        message: `No field says how long ${name} stays; ${owed}.`,
        help,
        each: { name, all: (names) => `No field says how long ${names} stay; ${owed}.` },
      };
    }
    if (cookies !== 'none' && entriesOf(cookies).length === 0) yield* unsaid(subject);
  },
};

const help =
  'Add `expires:` with a period such as `7 days`, or `session`, `until deleted` or `until sign-out`.';
const owed = 'Planet49 counts the duration among the information owed';

// What a cookie is for can tell its time too, and so can a line of a text that names it.
function isToldBeside({ name, purpose = '' }: Cookie, { policy, texts }: Subject): boolean {
  if (!isEnglish(policy)) return false;
  const lines = texts
    .filter(({ path }) => path[0] === 'sections')
    .flatMap(({ text }) => text.split('\n'))
    .filter((line) => name.length > 3 && line.includes(name));
  return [purpose, ...lines].some((line) => lasting.test(line));
}

const lasting =
  /\b(\d+|one|two|three|six|twelve|thirteen|twenty-four|thirty|ninety)[ -](second|minute|hour|day|week|month|year)s?\b|\b(end of|duration of|during) (the|your|a) (browser |browsing )?session\b|\bsession cookie\b|\b(deleted|expires?|removed|cleared) (when|once|after|upon|as soon as)\b|\b(until|till|when|once|after)\b[^|]{0,60}\b(completes?|completed|ends?|closes|cleared|deleted|validated|redirect\w*|sign(ed)?[ -]?out|log(ged)?[ -]?out)\b|\b(when|until|once) (you )?(clos(e|ing) (the|your) browser|(the|your) browser (is )?clos)/i;
const period =
  /\b(?:\d+|one|two|three|four|five|six|twelve|thirteen|twenty-four|thirty|ninety)[ -](?:minute|hour|day|week|month|year)s?\b/;
const stay = String.raw`\b(?:expir|stay|kept|keep|last|stor|remain|delet|persist|retain|lifetime|lifespan|duration)\w*\b`;
const ofAll = new RegExp(
  String.raw`\bcookies\b[^.|]{0,80}${stay}[^.|]{0,80}${period.source}|${stay}[^.|]{0,60}\bcookies\b[^.|]{0,80}${period.source}`,
);
const somePeriod =
  /\bfor (?:an?|some) (?:set|fixed|certain|limited|longer|specified|specific|defined|given)(?: (?:amount|length|period) of)? (?:time|period|duration)\b/;

// A sentence can tell the time of all cookies, or of the others: "Except for essential cookies, all expire after two years".
function toldOfAll(subject: Subject): Spot | undefined {
  return matches(subject, ofAll)[0]?.at;
}

/** Where a policy that lists no cookie leaves their time open: where it speaks of it, or at its categories. */
function* unsaid(subject: Subject): Iterable<Draft> {
  if (!isEnglish(subject.policy) || matches(subject, period).length > 0) return;
  const listing =
    'List each cookie in `cookies` of this policy with `expires:`, and show them with `cookies: all`.';
  const [open] = matches(subject, somePeriod, ({ text }) => /cookie|kept|stored|stay|remain/i.test(text));
  if (open)
    yield {
      at: open.at,
      message: `“${quotable(open.words)}” names no length, and no cookie is listed with its own; ${owed}.`,
      help: listing,
    };
  if (open || matches(subject, lasting).length > 0) return;
  const isGrouped = entriesOf(subject.policy.facts.categories).length > 0;
  const at = isGrouped
    ? { path: ['categories'] }
    : matches(subject, ofTime)[0]
      ? undefined
      : likelyStatement(subject, 'storageDescribed');
  if (at) yield { at, message: `The text says of no cookie how long it stays; ${owed}.`, help: listing };
}

const ofTime = /\b(session|persistent|permanent|temporary)\b|\b(expir|lifetime|lifespan|duration)\w*\b/;
