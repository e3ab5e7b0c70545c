import { expect, test } from 'vitest';
import { findingsIn, loadRule } from './rules.ts';

// What a policy declares and readers do not see.

const rule = await loadRule('core/declared-unshown');
const gdpr = 'name: Shop\nregimes: [gdpr, eprivacy]\nvendors:\n  tally: { name: Tally }\n';

const blocks = (...items: string[]) =>
  `sections:\n  - title: All of it\n    content:\n${items.map((item) => `      - ${item}\n`).join('')}`;

function found(policy: string, product = gdpr): string[] {
  return findingsIn({ policy, product }, rule).map(
    ({ place, severity, message, related = [] }) =>
      `${place.line}${related.map((one) => `+${one.place.line}`).join('')} ${severity} ${message}`,
  );
}

const readersMiss = (name: string) =>
  `\`${name}\` is declared, and no block shows it and no sentence quotes it: readers do not see it.`;

const kinds = 'data:\n  account: { label: Account }\n';
const rows =
  'retention:\n  logs: { of: server logs, period: 30 days }\n  mail: { of: your letters, period: 1 year }\n';
const cookies =
  'kind: cookie-policy\ncategories:\n  visits: { label: Visits }\n' +
  'cookies:\n  a: { name: aa, category: visits }\n  b: { name: bb }\n  c: { name: cc }\n';

test('what no block shows and no sentence quotes is an error where a declared law asks for it', () => {
  const all = `${kinds}purposes:\n  run: { text: To run it. }\nrecipients: none\n${rows}rights: [access]\n`;
  expect(found(all + blocks('We keep your data as long as needed.'))).toEqual([
    `1 warning ${readersMiss('data')}`,
    `3 error ${readersMiss('purposes')}`,
    `5 error ${readersMiss('recipients')}`,
    `6 error ${readersMiss('retention')}`,
    `9 error ${readersMiss('rights')}`,
  ]);
  expect(found(all + blocks('x'), 'name: Shop\nregimes: []\n').every((line) => / warning /.test(line))).toBe(
    true,
  );
});

test('what a block shows is seen', () => {
  const all = blocks('data: all', 'retention: all', 'rights: all', 'recipients: all');
  expect(found(`${kinds}${rows}rights: [access]\nrecipients: none\n${all}`)).toEqual([]);
});

test('what a sentence quotes is seen, and the rest of its list is not', () => {
  expect(found(`${rows}${blocks('"Logs stay for {{ retention.logs.period }}."')}`)).toEqual([
    '3 warning `mail` stands in `retention`, and no block shows it and no sentence quotes it.',
  ]);
});

test('cookies that stand in none of the tables are one finding', () => {
  expect(found(cookies + blocks('cookies: visits', 'categories: all'))).toEqual([
    '6+7 warning `bb` and `cc` stand in `cookies`, and no block shows them and no sentence quotes them.',
  ]);
});

test('what the words on a sale stand in place of is told where no text says it', () => {
  const sale = (text: string) =>
    `sale:\n  sells: false\n  targetedAds: true\n  under16: false\n  text: ${text}\n${blocks('sale: all')}`;
  const unsaid = (key: string) =>
    `warning \`sale.${key}\` is declared, and \`sale.text\` stands in its place, which says nothing of it: readers do not see it.`;
  expect(found(sale('We do not sell personal data.'))).toEqual([
    `3 ${unsaid('targetedAds')}`,
    `4 ${unsaid('under16')}`,
  ]);
  expect(found(sale('We sell no data, of minors neither; advertisers see what you read.'))).toEqual([]);
  expect(found(sale('Wij verkopen niets.').replace('sale:', 'language: nl\nsale:'))).toEqual([
    '6 info `sale.text` stands in the place of our sentences on `sale.sells`, `sale.targetedAds`, `sale.under16`, and is in a language that no rule reads.',
  ]);
  const elsewhere = `${sale('We sell nothing.')}      - Ads are tailored; whoever is under 16 sees none.\n`;
  expect(found(elsewhere)).toEqual([]);
  expect(found(sale('We do not sell personal data.').replace(/ {2}text.*\n/, ''))).toEqual([]);
});

test('what is not promised of security is quoted, for the list of measures does not show it', () => {
  const all = 'security:\n  measures: { tls: We use TLS. }\n  limits: Nothing is perfect.\n';
  expect(found(all + blocks('security: all'))).toEqual([`3 warning ${readersMiss('security.limits')}`]);
  expect(found(all + blocks('security: all', '"{{ security.limits }}"'))).toEqual([]);
});

test('a list in a policy of another kind is asked for by no law', () => {
  expect(found(`kind: terms\n${rows}${blocks('x')}`)).toEqual([`2 warning ${readersMiss('retention')}`]);
});

test('what is of one piece is seen where the prose seems to say it', () => {
  const signals = 'signals: { dnt: ignored }\n';
  expect(found(signals + blocks('x'))).toEqual([`1 warning ${readersMiss('signals')}`]);
  expect(found(signals + blocks('We do not answer Do Not Track.'))).toEqual([]);
  expect(found(signals + blocks('signals: all'))).toEqual([]);
});
