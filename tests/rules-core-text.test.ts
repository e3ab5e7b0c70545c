import { describe, expect, test } from 'vitest';
import type { Example } from '../src/rules/rule.ts';
import { findingsIn, loadRule } from './rules.ts';

// Sides of the rules about texts, dates and periods that their two examples do not show.

type Case = readonly [name: string, example: Example, ...messages: string[]];

const section = (title: string, text: string) =>
  `sections:\n  - title: ${title}\n    content:\n      - ${JSON.stringify(text)}\n`;

function cases(id: string, table: readonly Case[]): void {
  describe(id, async () => {
    const rule = await loadRule(id);
    for (const [name, example, ...expected] of table)
      test(name, () => {
        expect(findingsIn(example, rule).map(({ message }) => message)).toEqual(expected);
      });
  });
}

/** Sentences of one section in which a rule finds nothing. */
const leaves = (title: string, ...sentences: string[]): Case[] =>
  sentences.map((text): Case => [`leaves “${text}”`, { policy: section(title, text) }]);

const announced = (text: string) => `Nothing follows “${text}”, which announces a list.`;

cases('core/empty-block', [
  ...leaves(
    'Terms',
    'Your account ends the following spring.',
    'Payment is due in the following calendar quarter.',
    'We bill you on the first of the following billing period.',
    'We answer on the following working day.',
    'The following applies to residents of California.',
    'You can opt out at the following link.',
  ),
  [
    'reads on across lines',
    { policy: section('A', 'We set the following\ncookies.') },
    announced('We set the following cookies.'),
  ],
  ['takes a list in the same text', { policy: section('Use', 'We use cookies:\n\n- to sign you in.') }],
  [
    'takes the sections inside',
    {
      policy:
        'sections:\n  - title: Kinds\n    content: ["These are the kinds:"]\n    sections: [{ title: One, content: [Text.] }]\n',
    },
  ],
  [
    'takes a text for what is announced',
    { policy: 'sections:\n  - title: Post\n    content: ["Write to:", "Shop Ltd, 1 Quay Street."]\n' },
  ],
  ['leaves a day alone', { policy: section('Logs', 'They are deleted on the following day.') }],
  ['leaves what lists by itself', { policy: section('Data', 'We use the following: names and addresses.') }],
  [
    'takes a note where a note is announced',
    { policy: 'sections:\n  - title: Note\n    content: ["Please note:", { note: It rains. }]\n' },
  ],
  [
    'takes no note for a list',
    { policy: 'sections:\n  - title: Kinds\n    content: ["We set these kinds:", { note: It rains. }]\n' },
    announced('We set these kinds:'),
  ],
  [
    'reads callouts and last items',
    { policy: 'sections:\n  - title: Kinds\n    content: [{ note: "One thing.\\n\\n- And these:" }]\n' },
    announced('- And these:'),
  ],
  [
    'knows a colon in any language, and English in English',
    { policy: `language: de\n${section('Arten', 'Das sind sie:')}` },
    announced('Das sind sie:'),
  ],
]);

cases('core/contact-domain', [
  ['asks nothing without domains', { product: 'contacts: { a: { label: A, email: a@b.example } }\n' }],
  [
    'takes the domain of the website, of the company, and what is below them',
    {
      product:
        'url: https://www.shop.example/\ncontroller: { name: Shop Ltd, email: a@shop-group.example }\ncontacts:\n' +
        '  a: { label: A, email: a@shop.example }\n  b: { label: B, email: b@mail.shop-group.example }\n',
    },
  ],
  [
    'leaves authorities and officers outside',
    {
      product:
        'domains: [shop.example]\nauthorities: { IE: dpc }\ndpo: officer\ncontacts:\n' +
        '  dpc: { label: DPC, email: info@authority.example }\n  officer: { label: Officer, email: a@firm.example }\n',
    },
  ],
]);

const pointed = (words: string, field = 'updated') =>
  `The text points to “${words}”, and the policy has no \`${field}\`.`;

cases('core/date-referenced-missing', [
  ...leaves(
    'Orders',
    'The date shown above the order is that of dispatch.',
    'The reviewed date of a post is shown.',
    'The delivery date at the top is ours.',
  ),
  [
    'takes the day it binds',
    { policy: `updated: 2026-01-01\n${section('A', 'The effective date above counts.')}` },
  ],
  ['leaves other dates', { policy: section('A', 'The date of your order is kept.') }],
  ['reads above', { policy: section('A', 'See the date above.') }, pointed('date above')],
  [
    'reads the name of a date',
    { policy: section('A', 'We change the “last updated” date.') },
    pointed('“last updated” date'),
  ],
  [
    'asks for the day it binds',
    { policy: section('A', 'The effective date at the top counts.') },
    pointed('effective date at the top', 'effective'),
  ],
]);

cases('core/effective-date-conflated', [
  [
    'leaves the effective date of something else',
    { policy: `updated: 2026-01-01\n${section('Effective date of cancellation', 'At once.')}` },
  ],
  [
    'reads a label before the wrong date',
    { policy: `updated: 2026-01-01\n${section('Dates', 'Effective date: {{ updated }}.')}` },
    '“Effective date: {{ updated }}” shows the date of the text as the day it binds; the policy states no `effective`, only `updated`.',
  ],
  [
    'takes the same day for both, where that is said',
    { policy: `updated: 2026-01-01\neffective: 2026-01-01\n${section('Effective date', '{{ effective }}')}` },
  ],
  [
    'knows a policy without dates',
    { policy: section('Effective date', 'Soon.') },
    '“Effective date” is the heading, and the policy states neither `effective` nor `updated`.',
  ],
]);

cases('core/date-order', [
  [
    'finds days to come',
    { policy: 'updated: 2026-12-01\nreviewed: 2026-12-02\nchange: { summary: A., notified: 2026-12-03 }\n' },
    'The last review was on 2026-12-02, and the check is as of 2026-11-22.',
    'People were told on 2026-12-03, and the check is as of 2026-11-22.',
  ],
  [
    'finds a next review before the last',
    { policy: 'updated: 2026-01-01\nreviewed: 2026-05-01\nnextReview: 2026-04-01\n' },
    'The next review is due on 2026-04-01, and the last one was on 2026-05-01.',
  ],
  ['lets a text bind later', { policy: 'updated: 2026-11-01\neffective: 2027-01-01\n' }],
  [
    'lets people be told before',
    { policy: 'updated: 2026-11-01\nchange: { summary: A., notified: 2026-10-01 }\n' },
  ],
]);

const material = 'change: { summary: A., material: true }\nnotice: { period: 14 days, for: material }\n';

cases('core/notice-unsent', [
  ['waits until the window begins', { policy: `updated: 2026-11-20\neffective: 2026-12-06\n${material}` }],
  ['looks at scheduled texts only', { policy: `updated: 2026-10-01\neffective: 2026-11-22\n${material}` }],
  [
    'looks at material changes, unless all are promised',
    {
      policy: `updated: 2026-11-10\neffective: 2026-12-01\n${material.replace('material: true', 'material: false')}`,
    },
  ],
  [
    'knows a promise about all changes',
    {
      policy:
        'updated: 2026-11-10\neffective: 2026-12-01\nchange: { summary: A. }\nnotice: { period: 14 days, for: all }\n',
    },
    'The policy promises notice of 14 days; this text takes effect on 2026-12-01, and `change` does not say when people were told.',
  ],
  [
    'keeps the promise of the published text',
    {
      published: 'updated: 2026-01-01\nnotice: { period: 21 days, for: material }\n',
      policy: 'updated: 2026-11-10\neffective: 2026-12-12\nchange: { summary: A., material: true }\n',
    },
    'The policy promises notice of 21 days; this text takes effect on 2026-12-12, and `change` does not say when people were told.',
  ],
]);

cases('core/change-promise-missing', [
  ...leaves(
    'Changes',
    'You will be informed of changes by a banner.',
    'If we change this notice, members get an e-mail 14 days before.',
    'We will not change how we use your data without telling you first.',
    'If we make changes, we will post the new version on this page.',
  ),
  [
    'takes no notice for one that is sent',
    { policy: section('Changes', 'We may change this privacy notice at any time without notice.') },
    '“We may change this privacy notice” names no way in which readers are told, and no other sentence or field does.',
  ],
  [
    'takes what readers are to tell for no promise',
    { policy: section('Changes', 'Notify us when your address changes.') },
    'No field says how readers learn of changes, and no sentence seems to.',
  ],
  [
    'takes a denial for no promise',
    { policy: section('Changes', 'We do not notify you of changes.') },
    'No field says how readers learn of changes, and no sentence seems to.',
  ],
  [
    'takes a promise in words',
    { policy: section('Changes', 'We may change this. We notify you by e-mail.') },
  ],
  [
    'takes no invitation for a promise',
    { policy: section('Changes', 'We may update this policy. Please contact us or e-mail us.') },
    '“We may update this policy” names no way in which readers are told, and no other sentence or field does.',
  ],
  [
    'finds silence',
    { policy: section('Use', 'We use cookies.') },
    'No field says how readers learn of changes, and no sentence seems to.',
  ],
  ['reads no other language', { policy: `language: de\n${section('Stand', 'Wir können das ändern.')}` }],
  ['asks nothing of other kinds', { policy: `kind: accessibility-statement\n${section('Use', 'Text.')}` }],
]);

const vague = (words: string) => `“${words}” leaves open whether readers are told of a change.`;

cases('core/change-promise-vague', [
  ...leaves(
    'Changes',
    'We notify you in advance and, where necessary, ask for your consent again.',
    'We notify the authority of a breach where required.',
    'You may notify us that you object to a change.',
    'Suppliers may notify us of changes.',
  ),
  [
    'takes what matters, where a period is promised',
    { policy: 'notice: { period: 14 days, text: If the change is significant we write to you. }\n' },
  ],
  [
    'asks what is significant, where none is',
    { policy: 'notice: { text: If the change is significant we write to you. }\n' },
    vague('If the change is significant'),
  ],
  [
    'reads the section about changes',
    { policy: section('Changes', 'We may notify you of changes.') },
    vague('may notify'),
  ],
  [
    'leaves other conditions alone',
    { policy: section('Changes', 'We ask for consent again, where required. We tell you by e-mail.') },
  ],
  ['leaves other sections alone', { policy: section('Sharing', 'We notify authorities where required.') }],
]);

cases('core/review-overdue', [
  [
    'reports a day that has passed',
    { policy: 'updated: 2026-10-01\nnextReview: 2026-11-01\n' },
    'The review was due on 2026-11-01, before 2026-11-22.',
  ],
  ['trusts a day to come', { policy: 'updated: 2025-01-01\nnextReview: 2027-01-01\n' }],
  [
    'counts from the last review',
    { policy: 'updated: 2020-01-01\nreviewed: 2025-11-21\n' },
    'The last review was on 2025-11-21, more than 12 months before 2026-11-22.',
  ],
  ['gives the whole day', { policy: 'updated: 2025-11-22\n' }],
  ['asks nothing without dates', {}],
]);

const literal = (words: string, path: string) => `“${words}” is written out; \`${path}\` states it.`;
const desk = 'contacts:\n  desk: { label: Desk, email: desk@shop.example }\n';
const vendors = 'vendors:\n  google: { name: Google }\n';

cases('core/literal-fact', [
  [
    'leaves names of companies, of cookies and of contacts, and ages',
    {
      policy: `cookies:\n  a: { name: _ga, provider: google }\nchildren: { age: 16 }\n${section('Ads', 'Google sets _ga; ask the Desk. Not for children under 16.')}`,
      product: `${vendors}${desk}`,
    },
  ],
  [
    'leaves the same day of something else',
    { policy: `updated: 2026-05-01\n${section('A', 'Since 1 May 2026, Tally counts visits for us.')}` },
  ],
  [
    'leaves addresses of which a known one is a part',
    { policy: section('A', 'Write to my-desk@shop.example.'), product: desk },
  ],
  [
    'gives one finding for one fact',
    { policy: section('A', 'Write to desk@shop.example, and only to desk@shop.example.'), product: desk },
    literal('desk@shop.example', 'contacts.desk.email'),
  ],
  [
    'reads numbers to ring',
    {
      policy: section('A', 'Ring +353 91 555 010.'),
      product: 'contacts:\n  desk: { label: Desk, phone: +353 91 555 010 }\n',
    },
    literal('+353 91 555 010', 'contacts.desk.phone'),
  ],
  [
    'reads dates in any order',
    { policy: `updated: 2026-04-14\n${section('Date', 'Of April 14, 2026.')}` },
    literal('April 14, 2026', 'updated'),
  ],
  [
    'reads periods about the fact alone',
    {
      policy: `retention:\n  log: { of: server log, period: 30 days }\n${section('A', 'The server log is deleted after thirty days. A trial lasts 30 days.')}`,
    },
    literal('thirty days', 'retention.log.period'),
  ],
  [
    'leaves own texts of a fact',
    { policy: 'notice: { period: 14 days, text: We tell you 14 days before changes. }\n' },
  ],
]);

const retained = 'retention:\n  log: { of: server log, period: 30 days }\n';

cases('core/retention-mismatch', [
  ...[
    'Server logs are read within 24 hours.',
    'The server log is stored every 7 days.',
    'We keep the server log apart, and restore it within 4 hours.',
    'If an attack is found, the server log is kept for 6 months.',
    'We keep the server log for 3 years longer in a dispute.',
  ].map((text): Case => [`leaves “${text}”`, { policy: `${retained}${section('A', text)}` }]),
  [
    'reads an upper limit across lines',
    { policy: `${retained}${section('A', 'Server logs are kept for\nup to 60 days.')}` },
    'The text says “60 days”, and `retention.log.period` says 30 days for “server log”.',
  ],
  [
    'leaves other times of a cookie',
    {
      policy: `cookies:\n  a: { name: _a, expires: 13 months }\n${section('A', 'We ask again after 6 months about `_a`.')}`,
    },
  ],
  [
    'leaves the record of a consent',
    { policy: `consent: { keptFor: 6 months }\n${section('A', 'We keep consent records for 3 years.')}` },
  ],
  [
    'leaves what the reader has to answer',
    {
      policy: `requests: { answerWithin: 1 month }\n${section('Rights', 'If you do not respond within 14 days, we close the request.')}`,
    },
  ],
  [
    'leaves other changes',
    {
      policy: `notice: { period: 30 days }\n${section('A', 'You can change your booking up to 14 days before it starts.')}`,
    },
  ],
  [
    'lets rows differ that have names of their own',
    {
      policy:
        'retention:\n  a: { label: Free, of: your files, period: 30 days }\n  b: { label: Paid, of: your files, period: 1 year }\n',
    },
  ],
  [
    'knows other words for a period',
    { policy: `${retained}${section('A', 'We keep the server log for 1 month.')}` },
  ],
  [
    'leaves a sentence with two periods',
    {
      policy: `${retained}${section('A', 'We keep the server log for 7 days, and 90 days after an attack.')}`,
    },
  ],
  ['leaves other logs', { policy: `${retained}${section('A', 'We keep the log of the till for 7 days.')}` }],
  [
    'finds a cookie',
    { policy: `cookies:\n  a: { name: _a, expires: 13 months }\n${section('A', '`_a` stays for 2 years.')}` },
    'The text says “2 years”, and `cookies.a.expires` says 13 months for `_a`.',
  ],
  [
    'finds a deadline',
    {
      policy: `requests: { answerWithin: 30 days }\n${section('A', 'We answer your request within 45 days.')}`,
    },
    'The text says “45 days”, and `requests.answerWithin` says 30 days for answers to requests.',
  ],
  [
    'leaves other answers',
    {
      policy: `requests: { answerWithin: 30 days }\n${section('A', 'We confirm a request within 2 days. Support answers within 1 day.')}`,
    },
  ],
  [
    'finds a promise that contradicts itself',
    { policy: 'notice: { period: 21 days, text: We tell you 14 days before changes. }\n' },
    'The text says “14 days”, and `notice.period` says 21 days for notice of changes.',
  ],
  [
    'finds two rows about the same',
    {
      policy: 'retention:\n  a: { of: Invoices, period: 6 years }\n  b: { of: invoices, period: 10 years }\n',
    },
    '“invoices” is kept for 10 years here and for 6 years in `retention.a`.',
  ],
  [
    'lets rows differ that begin on other days',
    {
      policy:
        'retention:\n  a: { of: Invoices, period: 6 years }\n  b: { of: Invoices, from: after a dispute, period: 1 year }\n',
    },
  ],
]);

cases('core/unit-ambiguity', [
  [
    'takes a year for twelve months',
    {
      policy: `retention:\n  log: { of: server log, period: 12 months }\n${section('A', 'We keep the server log for one year.')}`,
    },
  ],
  [
    'asks about days and years',
    {
      policy: `retention:\n  log: { of: server log, period: 1 year }\n${section('A', 'We keep the server log for 365 days.')}`,
    },
    'The text says “365 days”, and `retention.log.period` says 1 year.',
  ],
]);

const gone = 'a: { of: Accounts, period: 30 days, then: Permanently deleted }';

cases('core/retention-vs-backup', [
  [
    'takes plain deletion',
    { policy: `retention:\n  ${gone.replace('Permanently ', '')}\n  b: { of: Backups, period: 90 days }\n` },
  ],
  ['takes shorter backups', { policy: `retention:\n  ${gone}\n  b: { of: Backups, period: 7 days }\n` }],
  [
    'knows backups that outlast deletion',
    { policy: `retention:\n  ${gone}\n  b: { of: Backups, period: 7 days, from: after deletion }\n` },
    '“Accounts” is “permanently deleted” after 30 days, and “Backups” are kept for 7 days.',
  ],
  [
    'takes an explanation in the text',
    {
      policy: `retention:\n  ${gone}\n  b: { of: Backups, period: 90 days }\n${section('A', 'Copies stay in backups.')}`,
    },
  ],
]);

cases('core/retention-over-max', [
  [
    'compares no event',
    { policy: 'cookies:\n  a: { name: a, expires: until deleted, dataRetention: 1 day }\n' },
  ],
  [
    'takes nearly the same',
    { policy: 'cookies:\n  a: { name: a, expires: 31 days, dataRetention: 1 month }\n' },
  ],
]);

const claimed = (words: string) => `“${words}” claims a result of security without a limit.`;

cases('core/absolute-claim', [
  ...leaves(
    'Security',
    'While we strive to protect your data, we cannot promise its absolute security.',
    'The internet is\nnever completely safe.',
    'It is difficult to keep data completely secure.',
    'Is my data completely safe? We say how we protect it.',
    'Our servers are fully protected by firewalls.',
    'Your account is always protected by a second factor.',
    'The Standard Contractual Clauses guarantee an adequate level of protection.',
    'Recipients are bound to guarantee the confidentiality of the data.',
    'We encrypt passwords so that no one can read them.',
    'No third party can access your data without your consent.',
    'Private messages are visible to you only; nobody else sees them.',
    'If there is no risk to your rights, we do not notify the authority.',
    'These measures are intended to prevent any misuse.',
    'A cookie that is never exposed to scripts.',
  ),
  [
    'gives one finding for one sentence',
    { policy: section('A', 'Your data is completely confidential and always safe.') },
    claimed('completely confidential'),
  ],
  [
    'reads what attackers never do',
    { policy: section('A', 'Hackers can never access your files.') },
    claimed('Hackers can never access your files'),
  ],
  [
    'reads what is promised',
    { policy: section('A', 'We guarantee the security of your personal data.') },
    claimed('We guarantee the security'),
  ],
  ['reads no other language', { policy: `language: de\n${section('A', '100% safe')}` }],
  [
    'takes a denial',
    { policy: section('A', 'No method is 100% secure, and we cannot promise that nobody reads it.') },
  ],
  ['takes advice', { policy: section('A', 'Never give your password away. We never see the card number.') }],
  ['takes measures', { policy: section('A', 'Data is fully encrypted. Access is limited to staff.') }],
  ['reads percentages', { policy: section('A', 'Your payment is 100% safe.') }, claimed('100% safe')],
  [
    'reads promises',
    { policy: section('A', 'Your data can never be stolen.') },
    claimed('can never be stolen'),
  ],
  ['reads risk', { policy: section('A', 'There is no risk.') }, claimed('There is no risk')],
]);

cases('core/anonymous-claim', [
  ...leaves(
    'Statistics',
    'IP addresses are shortened and thus anonymous.',
    'After 14 months the data is made anonymous: user IDs are deleted.',
    'You may report anonymously. Your IP address is not recorded.',
    'We collect your IP address.\n\nYou can use a search engine anonymously.',
    'You can browse our shop anonymously, and get a customer ID once you have an account.',
    'Reviews can be posted anonymously, without your customer ID.',
  ),
  [
    'leaves reports beside cookies that identify',
    {
      policy:
        'categories: { visits: { label: Visits, description: Counts visits. Reports are anonymous. } }\ncookies: { a: { name: _ga, category: visits } }\n',
    },
  ],
  [
    'reads an identifier in the same sentence',
    {
      policy: section('A', 'These cookies collect information anonymously and assign a random\nuser ID.'),
    },
    'The text says “anonymously” beside “user id”, which tells one visitor from another.',
  ],
  ['takes totals', { policy: section('A', 'Anonymous totals, without any identifier.') }],
  ['takes a denial', { policy: section('A', 'Such data is not anonymous, as it has an identifier.') }],
  ['takes the word alone', { policy: section('A', 'You can write to us anonymously.') }],
  [
    'looks at the cookies of a category',
    {
      policy:
        'categories: { visits: { label: Visits, description: Anonymous data. } }\ncookies: { a: { name: ajs_user_id, category: visits } }\n',
    },
    'The text says “Anonymous” beside “ajs_user_id”, which tells one visitor from another.',
  ],
  [
    'looks at the examples of a category',
    {
      policy:
        'categories: { visits: { label: Visits, description: Anonymous data., examples: [session recordings] } }\n',
    },
    'The text says “Anonymous” beside “session recordings”, which tells one visitor from another.',
  ],
]);

cases('core/hedge-density', [
  ...leaves(
    'Rights',
    'You may ask for a copy. You may object. Parents may ask too.',
    'We answer as soon as possible, with as little data as possible, and as quickly as possible.',
  ),
  [
    'reads on across lines',
    { policy: section('A', 'We may keep it where\nappropriate, and might share it.') },
    '“A” hedges 3 times in 10 words: “may”, “where appropriate” and “might”.',
  ],
  [
    'leaves what is forbidden',
    { policy: section('A', 'They may not use it. They may only keep it. Since 3 May 2026.') },
  ],
  [
    'reads what blocks show',
    {
      policy:
        'transfers:\n  a: { text: "Data may go abroad, where required, to some country." }\nsections: [{ title: A, content: [{ transfers: all }] }]\n',
    },
    '“A” hedges 3 times in 9 words: “may”, “where required” and “some”.',
  ],
]);

cases('core/child-age-conflict', [
  [
    'leaves ages of other things',
    {
      policy: `children: { age: 13 }\n${section('A', 'We show no advertising to people under 18. If you are under 18, you may have removed what you posted.')}`,
    },
  ],
  [
    'reads ages in words',
    { policy: `children: { age: 16 }\n${section('A', 'The shop is not for children under 13.')}` },
    'The age is 13 here and 16 in “Policy”.',
  ],
  [
    'leaves sales to minors',
    { policy: `children: { age: 13 }\n${section('A', 'We sell no data of people under 16.')}` },
  ],
  [
    'leaves other numbers',
    { policy: `children: { age: 13 }\n${section('A', 'People whose order is under 20 days old.')}` },
  ],
  [
    'asks for the regime about children',
    { policy: 'children: { age: 8 }\n' },
    'The age is 8; 16 CFR 312.2 counts those under 13 as children, and `regimes` does not name coppa.',
  ],
  ['takes the regime', { policy: 'children: { age: 8 }\n', product: 'regimes: [coppa]\n' }],
]);

cases('core/cross-document-only', [
  [
    'leaves the health of machines',
    {
      policy: 'kind: cookie-policy\ndata: { a: { label: Health of the site } }\n',
    },
  ],
  [
    'takes a mention in words',
    {
      policy: 'kind: cookie-policy\ndata: { face: { label: Biometric data } }\n',
      others: { 'privacy-policy.yaml': section('A', 'We use biometric data to sign you in.') },
    },
  ],
  ['leaves ordinary data', { policy: 'kind: cookie-policy\ndata: { a: { label: Location } }\n' }],
  [
    'looks at what is marked special',
    { policy: 'kind: cookie-policy\ndata: { a: { label: Diary, special: true } }\n' },
    '“Diary” stands in the cookie policy only: the product has no privacy policy here.',
  ],
]);

const privacy = (text: string) => ({ 'privacy-policy.yaml': `kind: privacy-policy\n${text}` });

cases('core/cookie-privacy-drift', [
  [
    'takes none for not sold',
    { policy: 'sale: none\n', others: privacy('sale: { sells: false, shares: false }\n') },
  ],
  [
    'finds a sale that is denied',
    { policy: 'sale: none\n', others: privacy('sale: { sells: true }\n') },
    '`sale.sells` is true here and false in “Policy”.',
  ],
  [
    'compares cookies by name',
    {
      policy: 'cookies: { a: { name: _a, expires: 1 year } }\n',
      others: privacy('cookies: { b: { name: _a, expires: 2 years } }\n'),
    },
    '`expires` of the cookie `_a` is 2 years here and 1 year in “Policy”.',
  ],
  [
    'takes other words for a period',
    {
      policy: 'cookies: { a: { name: _a, expires: 1 year } }\n',
      others: privacy('cookies: { a: { name: _a, expires: 12 months } }\n'),
    },
  ],
  [
    'finds none beside a list',
    { policy: 'cookies: { a: { name: _a } }\n', others: privacy('cookies: none\n') },
    '`cookies` is none here and given in “Policy”.',
  ],
]);

const unlinked = (words: string) => `The text names “${words}” and gives no address.`;

cases('core/link-without-url', [
  ...leaves(
    'Opting out',
    'Our shop uses this plugin to show ratings.',
    'When you visit a page with a social plugin, the plugin connects to its maker.',
    'You can uninstall the browser extension at any time.',
    'When you install the browser extension, we ask for your permission.',
    'We use the browser extension to stop fraud.',
    'The list says “we [the company] decide”.',
    'See [our form] for that.\n\n[our form]: https://shop.example/form',
    'See Case C-673/17 [2019] and `list[index]`.',
  ),
  [
    'reads on across lines',
    { policy: section('A', '- To opt out, use the browser\n  add-on.') },
    unlinked('the browser add-on'),
  ],
  ['takes an address beside it', { policy: section('A', 'Use its add-on from https://counter.example/a.') }],
  [
    'takes a quoted address',
    {
      policy: section('A', 'Use its add-on: {{ vendors.a.optOut }}.'),
      product: 'vendors: { a: { name: Aa, optOut: https://a.example/out } }\n',
    },
  ],
  ['leaves add-ons in general', { policy: section('A', 'You can use browser add-ons.') }],
  ['leaves a link of the page', { policy: section('A', 'Use the “Cookie settings” link in the footer.') }],
  ['reads an old habit', { policy: section('A', 'Click here.') }, unlinked('Click here')],
  [
    'reads brackets without an address',
    { policy: section('A', 'See [our form] for that, [sic].') },
    '“[our form]” looks like a link, and no address follows.',
  ],
  ['takes links', { policy: section('A', 'See [our form](https://shop.example/form), [the text](#a).') }],
]);

const ignored = (text: string) => `ignore:\n  - { policy: policy, at: sections, because: Later., ${text} }\n`;

cases('core/ignore-unused', [
  [
    'finds an entry that holds nothing back',
    { product: ignored('rule: core/contact-missing, until: 2026-12-31') },
    'The entry holds nothing back: `core/contact-missing` finds nothing at `sections` of policy.yaml.',
  ],
  ['leaves an entry that has ended', { product: ignored('rule: core/contact-missing, until: 2026-10-31') }],
]);

cases('core/contact-missing', [
  ...leaves(
    'Contact',
    'Write to Shop Ltd, 1 Quay Street, Galway.',
    'Shop GmbH, Hauptstraße 5, 10115 Berlin',
    'Call +353 91 000 000.',
  ),
  [
    'takes the address of the company',
    {
      policy: section('Contact', 'Write to {{ controller.address }}.'),
      product: 'controller: { name: Shop, address: "Mill House, Cork" }\n',
    },
  ],
  [
    'takes a list of ways',
    {
      policy:
        'sections:\n  - title: Contact\n    content: [{ definitions: [{ term: E-mail, text: a@shop.example }] }]\n',
    },
  ],
  [
    'takes a link to where another policy says it',
    {
      policy: section('Contact', 'See [how to reach us](privacy-policy#contact).'),
      others: { 'privacy-policy.yaml': section('Contact', 'a@shop.example') },
    },
  ],
  ['asks nothing of a list', { policy: `kind: sub-processors\n${section('List', 'Hostco.')}` }],
  [
    'takes a callout',
    { policy: 'sections:\n  - title: Contact\n    content: [{ note: Write to a@shop.example. }]\n' },
  ],
  [
    'takes what takes requests',
    {
      policy:
        'requests: { channels: [a] }\nsections:\n  - title: Contact\n    content: [{ requests: all }]\n',
      product: 'contacts: { a: { label: A, email: a@shop.example } }\n',
    },
  ],
  [
    'asks for a way to reach what takes requests',
    {
      policy:
        'requests: { channels: [a] }\nsections:\n  - title: Contact\n    content: [{ requests: all }]\n',
      product: 'contacts: { a: { label: A } }\n',
    },
    '“Contact” names no e-mail address, form, telephone number or postal address.',
  ],
]);
