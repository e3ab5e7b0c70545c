import type { Transfer } from '../../../schemas/disclosures/transfers.ts';
import type { Vendor } from '../../../schemas/vendor.ts';
import { providersOf } from '../../disclosures/cookies/page.ts';
import type { ResolvedPolicy } from '../../resolve/policy-model.ts';
import { quotedPaths } from '../../resolve/quotation.ts';
import { listed } from '../../text/listed.ts';
import { listOf } from '../../text/one-or-many.ts';
import { gdpr, gdprName } from '../cites/gdpr.ts';
import { quotable } from '../english/quotable.ts';
import { sentenceAt } from '../english/sentences.ts';
import { type Match, matches } from '../english/written-texts.ts';
import { countryName, isAbroad } from '../facts/eea.ts';
import { entriesOf } from '../facts/entries.ts';
import { policiesOfKind } from '../facts/of-kind.ts';
import { gapIn, noticesOf } from '../gap.ts';
import { namesOf } from '../gather.ts';
import type { Draft, PolicyRule, Subject, WrittenText } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const transferMechanism: PolicyRule = {
  id: 'gdpr/transfer-mechanism',
  about: 'policy',
  severity: 'error',
  regimes: ['gdpr', 'uk-gdpr'],
  kinds: ['privacy-policy', 'cookie-policy'],
  summary: 'Each transfer of data to a third country names what allows it.',
  why: 'Where data goes to a country with other laws, people are told what protects it there.',
  cites: [gdpr('13(1)(f)', 'read')],
  examples: {
    ok: {
      policy: yaml`
        transfers:
          america:
            country: US
            mechanism: standard-clauses
            text: Backups are kept in the United States, under appropriate safeguards.
      `,
    },
    notOk: {
      policy: yaml`
        transfers:
          america:
            country: US
            text: Backups are kept in the United States, under appropriate safeguards.
      `,
      problem: {
        at: 'policy.yaml:2:3',
        message:
          'GDPR Art. 13(1)(f) lists the adequacy decision or the safeguards a transfer rests on; no field says which for the one to the United States, and no text seems to.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { facts } = subject.policy;
    const abroad = entriesOf(facts.transfers).filter(
      ([, { country }]) =>
        country === undefined ||
        listOf(country).some((one) => isAbroad(one, subject.product.written.regimes)),
    );
    yield* unnamed(
      subject,
      abroad.filter(([, { mechanism }]) => listOf(mechanism).every((one) => one === 'unspecified')),
    );
    for (const [id, transfer] of abroad) yield* onlySpokenOf(subject, id, transfer);
    if (facts.transfers !== 'none') yield* checkVendors(subject);
    yield* spokenOf(subject);
  },
};

const help =
  'Add `mechanism:` to the transfer: adequacy, data-privacy-framework, standard-clauses, binding-rules or certification; consent or contract where an exception of Art. 49 is meant.';

function* unnamed(subject: Subject, transfers: readonly [string, Transfer][]): Iterable<Draft> {
  const [first, ...others] = transfers;
  if (!first) return;
  const at = (id: string) => ({ path: ['transfers', id, 'mechanism'] });
  yield* gapIn(subject, {
    at: at(first[0]),
    asks: `${gdprName(subject.product)} Art. 13(1)(f) lists the adequacy decision or the safeguards a transfer rests on`,
    unsaid: `which for ${namesOf(transfers.map(whichOf), 'or')}`,
    fill: 'add `mechanism` there',
    help,
    topic: 'transferMechanism',
    ...(others.length > 0 && {
      related: others.map(([id]) => ({ at: at(id), message: 'Nothing is named here either.' })),
    }),
  });
}

function whichOf([id, { country }]: [string, Transfer]): string {
  return country ? `the one to ${listed(listOf(country).map(countryName))}` : `\`${id}\``;
}

// A transfer that rests on consent or a contract, and whose text speaks of safeguards all the same.
function* onlySpokenOf(subject: Subject, id: string, transfer: Transfer): Iterable<Draft> {
  const { mechanism } = transfer;
  const named = listOf(mechanism);
  // Words of the authors may be a safeguard of any sort.
  const isException = named.every((one) => one === 'consent' || one === 'contract');
  if (named.length === 0 || !isException) return;
  const [words] = matches(
    subject,
    /\b((appropriate|suitable|adequate) )?safeguards?\b/,
    ({ path }) => path[0] === 'transfers' && path[1] === id,
  );
  if (words)
    yield {
      at: words.at,
      message: `${gdprName(subject.product)} Art. 13(1)(f) lists the safeguards a transfer rests on; ${whichOf([id, transfer])} speaks of “${quotable(words.words)}” and names none.`,
      help: 'Name the safeguard as the `mechanism`, or leave the safeguards out of the text.',
      related: [{ at: { path: ['transfers', id, 'mechanism'] }, message: 'What it names instead.' }],
    };
}

// Prose can say that data goes elsewhere, and leave open what protects it there.
function* spokenOf(subject: Subject): Iterable<Draft> {
  const { policy, product } = subject;
  const isTold = [subject, ...noticesOf(product)].some((one) => one.policy.facts.transfers !== undefined);
  if (policy.kind !== 'privacy-policy' || isTold || vendorsAbroad(subject).length > 0) return;
  const spoken = matches(subject, goingAbroad, ({ path }) => path.at(-1) !== 'title').find(isAffirmed);
  if (!spoken) return;
  yield* gapIn(subject, {
    at: spoken.at,
    asks: `The text says that data ${mayGo(spoken) ? 'may go' : 'goes'} to other countries, and ${gdprName(product)} Art. 13(1)(f) lists the adequacy decision or the safeguards that rests on`,
    unsaid: 'which',
    fill: 'fill `transfers`, each with `mechanism`',
    help: 'Add `transfers:` with an entry for each country or group of recipients, and its `mechanism`.',
    topic: 'transferMechanism',
  });
}

const elsewhere =
  'outside (of )?(the )?(EU|EEA|European|UK|United Kingdom|Switzerland|your (own |home )?(country|state|jurisdiction))';
// The full stops of "U.S." end no sentence.
const within = '(?:[^.;]|(?<=\\bU)\\.(?=S)|(?<=\\bU\\.S)\\.){0,120}';
const goingAbroad = new RegExp(
  `\\btransfer(s|red|ring)?\\b${within}\\b(${elsewhere}|(to|in) (the )?(USA|U\\.S|United States|(other|third|foreign) countries))\\b|\\b(stored|processed|held)\\b[^.;]{0,80}\\b${elsewhere}\\b`,
);

// Neither a denial, a question nor what could be says that it does; what people consent to need not be done.
function isAffirmed({ at, text }: Match): boolean {
  const { words, offset } = sentenceAt(text, at.mark?.offset ?? 0);
  const end = (at.mark?.offset ?? 0) + (at.mark?.length ?? 0) - offset;
  const isOpen =
    /\b(not|never|no|without|if|unless|would|could|might|should|in case|consent\w*|agree|rights?|request|concerning|regarding|about|whether)\b|n['’]t\b/i;
  return !isOpen.test(words.slice(0, end)) && !/\?[\W_]*$/.test(words);
}

// What may be done need not be.
function mayGo({ at, text, words }: Match): boolean {
  const offset = at.mark?.offset ?? 0;
  const sentence = sentenceAt(text, offset);
  return /\b(may|can)\b/i.test(sentence.words.slice(0, offset - sentence.offset) + words);
}

function* checkVendors(subject: Subject): Iterable<Draft> {
  const all = vendorsAbroad(subject);
  const [first, ...others] = all;
  if (!first) return;
  const countries = [...Map.groupBy(all, ([, { country = '' }]) => country)].map(
    ([country, some]) => `${namesOf(some.map(([, { name }]) => name))} in ${countryName(country)}`,
  );
  const { vendors = {} } = subject.product.written;
  const place = ([id, { country }]: [string, Vendor]) => ({
    in: 'product' as const,
    path: ['vendors', id, vendors[id]?.country === country ? 'country' : 'places'],
  });
  yield* gapIn(subject, {
    at: place(first),
    asks: `${gdprName(subject.product)} Art. 13(1)(f) lists each transfer to a third country`,
    unsaid: `what data that goes to ${listed(countries)} rests on`,
    fill: 'add an entry with `country` and `mechanism` to `transfers`',
    help: 'Add an entry with the `country` and its `mechanism` to `transfers`, or write `transfers: none` where no data leaves; if you deal with a company elsewhere, correct its `country`.',
    topic: 'transferMechanism',
    ...(others.length > 0 && {
      related: others.map((one) => ({ at: place(one), message: 'Abroad too.' })),
    }),
  });
}

// The vendors a policy names that are elsewhere, where nothing says what allows that.
function vendorsAbroad({ policy, product, texts }: Subject): [string, Vendor][] {
  const { regimes } = product.written;
  const notices = policiesOfKind(product, 'privacy-policy');
  const isCookiePolicy = policy.kind === 'cookie-policy';
  // Transfers are told in the privacy policy: without one, that is what is missing.
  if (isCookiePolicy && notices.length === 0) return [];
  const told = [policy, ...notices.map((one) => one.policy)].map(({ facts }) => facts.transfers);
  if (told.includes('none')) return [];
  const transfers = told.flatMap((one) => entriesOf(one).map(([, transfer]) => transfer));
  const abroad = entriesOf(policy.facts.vendors).map(([id, vendor]): [string, Vendor] => [
    id,
    { ...vendor, country: whereAbroad(vendor, regimes) },
  ]);
  return abroad.filter(([id, { country }]) => {
    if (!country || isOnlySource(id, policy, texts)) return false;
    if (isCookiePolicy && notices.some((one) => id in one.policy.facts.vendors)) return false;
    return !transfers.some((transfer) => covers(transfer, id, country));
  });
}

// Where a company is established, or else where it processes data, outside of where the law applies.
function whereAbroad(
  { country, places = [] }: Vendor,
  regimes: readonly string[] | undefined,
): string | undefined {
  const areas = [country, ...places].filter((area) => area !== undefined && /^[A-Z]{2,3}$/.test(area));
  return areas.find((area) => area !== undefined && isAbroad(area, regimes));
}

// Who gives data need not receive any.
function isOnlySource(id: string, { facts }: ResolvedPolicy, texts: readonly WrittenText[]): boolean {
  const isSource = texts.some(
    ({ path, text }) =>
      path[0] === 'data' && quotedPaths(text).some((quoted) => quoted.startsWith(`vendors.${id}.`)),
  );
  const receiving = [
    ...entriesOf(facts.recipients).flatMap(([, { vendors = [] }]) => vendors),
    ...entriesOf(facts.cookies).flatMap(([, cookie]) => [...providersOf(cookie), ...(cookie.access ?? [])]),
  ];
  return isSource && !receiving.includes(id);
}

function covers(transfer: Transfer, id: string, country: string): boolean {
  // An entry that names vendors is of no other.
  if (transfer.vendors) return transfer.vendors.includes(id);
  return transfer.country === undefined || listOf(transfer.country).includes(country);
}
