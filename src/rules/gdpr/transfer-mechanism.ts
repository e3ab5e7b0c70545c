import type { Transfer } from '../../../schemas/disclosures/transfers.ts';
import type { Vendor } from '../../../schemas/vendor.ts';
import type { ResolvedPolicy } from '../../resolve/policy-model.ts';
import { quotedPaths } from '../../resolve/quotation.ts';
import { listed } from '../../text/listed.ts';
import { gdpr, gdprName } from '../cites/gdpr.ts';
import { quotable } from '../english/quotable.ts';
import { matches } from '../english/written-texts.ts';
import { countryName, isAbroad } from '../facts/eea.ts';
import { entriesOf } from '../facts/entries.ts';
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
          'GDPR Art. 13(1)(f) lists the adequacy decision or the safeguards a transfer rests on; the one to the United States names neither.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { facts } = subject.policy;
    for (const [id, transfer] of entriesOf(facts.transfers)) yield* checkTransfer(subject, id, transfer);
    if (facts.transfers !== 'none') yield* checkVendors(subject);
  },
};

const withSafeguards: Transfer['mechanism'][] = [
  'adequacy',
  'standard-clauses',
  'binding-rules',
  'certification',
];
const help =
  'Add `mechanism:` to the transfer: adequacy, standard-clauses, binding-rules or certification; consent or contract where an exception of Art. 49 is meant.';

function* checkTransfer(subject: Subject, id: string, { country, mechanism }: Transfer): Iterable<Draft> {
  if (country && !isAbroad(country, subject.product.written.regimes)) return;
  const which = country ? `the one to ${countryName(country)}` : `\`${id}\``;
  if (mechanism === undefined || mechanism === 'unspecified') {
    yield {
      at: { path: ['transfers', id, 'mechanism'] },
      message: `${gdprName(subject.product)} Art. 13(1)(f) lists the adequacy decision or the safeguards a transfer rests on; ${which} names neither.`,
      help,
    };
    return;
  }
  if (withSafeguards.includes(mechanism)) return;
  const [words] = matches(
    subject,
    /\b((appropriate|suitable|adequate) )?safeguards?\b/,
    ({ path }) => path[0] === 'transfers' && path[1] === id,
  );
  if (words)
    yield {
      at: words.at,
      message: `${gdprName(subject.product)} Art. 13(1)(f) lists the safeguards a transfer rests on; ${which} speaks of “${quotable(words.words)}” and names none.`,
      help: 'Name the safeguard as the `mechanism`, or leave the safeguards out of the text.',
      related: [{ at: { path: ['transfers', id, 'mechanism'] }, message: 'What it names instead.' }],
    };
}

function* checkVendors(subject: Subject): Iterable<Draft> {
  const byCountry = new Map<string, [string, Vendor][]>();
  for (const [id, vendor] of vendorsAbroad(subject)) {
    const { country = '' } = vendor;
    byCountry.set(country, [...(byCountry.get(country) ?? []), [id, vendor]]);
  }
  for (const [country, [first, ...others]] of byCountry) {
    if (!first) continue;
    const names = listed([first, ...others].map(([, { name }]) => name));
    yield {
      at: { in: 'product', path: ['vendors', first[0], 'country'] },
      message: `${gdprName(subject.product)} Art. 13(1)(f) lists each transfer to a third country; ${names} ${others.length > 0 ? 'are' : 'is'} in ${countryName(country)}, and no entry of \`transfers\` says what data going there rests on.`,
      help: `Add an entry with \`country: ${country}\` and its \`mechanism\` to \`transfers\`, or write \`transfers: none\` where no data leaves; if you deal with a company elsewhere, correct the \`country\`.`,
      ...(others.length > 0 && {
        related: others.map(([id]) => ({
          at: { in: 'product' as const, path: ['vendors', id, 'country'] },
          message: 'In the same country.',
        })),
      }),
    };
  }
}

// The vendors a policy names that are elsewhere, where nothing says what allows that.
function vendorsAbroad({ policy, product, texts }: Subject): [string, Vendor][] {
  const { regimes } = product.written;
  const notices = product.policies.filter((one) => one.policy.kind === 'privacy-policy');
  const isCookiePolicy = policy.kind === 'cookie-policy';
  // Transfers are told in the privacy policy: without one, that is what is missing.
  if (isCookiePolicy && notices.length === 0) return [];
  const told = [policy, ...notices.map((one) => one.policy)].map(({ facts }) => facts.transfers);
  if (told.includes('none')) return [];
  const transfers = told.flatMap((one) => entriesOf(one).map(([, transfer]) => transfer));
  return entriesOf(policy.facts.vendors).filter(([id, { country }]) => {
    if (!country || !isAbroad(country, regimes) || isOnlySource(id, policy, texts)) return false;
    if (isCookiePolicy && notices.some((one) => id in one.policy.facts.vendors)) return false;
    return !transfers.some((transfer) => covers(transfer, id, country));
  });
}

// Who gives data need not receive any.
function isOnlySource(id: string, { facts }: ResolvedPolicy, texts: readonly WrittenText[]): boolean {
  const isSource = texts.some(
    ({ path, text }) =>
      path[0] === 'data' && quotedPaths(text).some((quoted) => quoted.startsWith(`vendors.${id}.`)),
  );
  const receiving = [
    ...entriesOf(facts.recipients).flatMap(([, { vendors = [] }]) => vendors),
    ...entriesOf(facts.cookies).flatMap(([, { provider, access = [] }]) => [provider, ...access]),
  ];
  return isSource && !receiving.includes(id);
}

function covers(transfer: Transfer, id: string, country: string): boolean {
  if (transfer.vendors?.includes(id) || transfer.country === country) return true;
  return transfer.country === undefined && transfer.vendors === undefined;
}
