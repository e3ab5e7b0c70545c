import { describe, expect, test } from 'vitest';
import type { Example } from '../src/rules/rule.ts';
import { findingsIn, loadRule, ruleIds } from './rules.ts';

/** What the rules of a case find: `file:line message`, the message from where it says what is missing. */
async function found(id: string, example: Example): Promise<string[]> {
  return findingsIn(example, await loadRule(id)).map(
    ({ place, message }) =>
      `${place.file.replace(/^policies\/shop\//, '')}:${place.line} ${message.replace(/^.*?; /, '')}`,
  );
}

type Case = [says: string, rule: string, example: Example, expected: string[]];

const accounts = 'data:\n  account: { label: Account }\n  billing: { label: Billing }\n';
const desk = 'contacts:\n  desk: { label: Desk, email: desk@shop.example }\n';
const sold = 'sale: { sells: true, shares: true, under16: false }\n';

const cases: Case[] = [
  [
    'no data at all',
    'ccpa/categories-collected',
    {},
    ['policy.yaml:1 no field says what is collected, and no text seems to.'],
  ],
  ['that no data is collected', 'ccpa/categories-collected', { policy: 'data: none\n' }, []],
  [
    'several kinds without a category',
    'ccpa/categories-collected',
    { policy: accounts },
    ['policy.yaml:1 no field says which “Account” or “Billing” belongs to, and no text seems to.'],
  ],
  [
    'data of people for whom somebody else decides',
    'ccpa/categories-collected',
    {
      policy:
        'audiences:\n  visitors: { label: Visitors, role: processor }\ndata:\n  chat: { label: Chat, audience: visitors }\n',
    },
    [],
  ],
  [
    'others from whom data comes, without the kind of source',
    'ccpa/sources',
    { policy: 'data:\n  score: { label: Score, from: A credit agency. }\n' },
    [],
  ],
  ['no data, so no sources', 'ccpa/sources', {}, []],
  [
    'a purpose of one of two kinds',
    'ccpa/collection-purpose',
    { policy: `${accounts}purposes:\n  pay: { text: To take payments., data: [billing] }\n` },
    ['policy.yaml:2 no field says what “Account” is collected for.'],
  ],
  [
    'purposes of everything',
    'ccpa/collection-purpose',
    { policy: `${accounts}purposes:\n  run: { text: To run the service. }\n` },
    [],
  ],
  [
    'data without a purpose',
    'ccpa/collection-purpose',
    { policy: accounts },
    ['policy.yaml:1 no field says what “Account” or “Billing” is collected for, and no text seems to.'],
  ],
  [
    'how long one of two kinds is kept',
    'ccpa/retention-by-category',
    {
      policy: `${accounts}retention:\n  pay: { of: Bills, data: [billing], criteria: Until the books are closed. }\n`,
    },
    ['policy.yaml:2 no field says that of “Account”, and no text seems to.'],
  ],
  [
    'that something is kept, and not how long',
    'ccpa/retention-by-category',
    { policy: `${accounts}retention:\n  all: { of: Data, data: [account, billing] }\n` },
    ['policy.yaml:1 no field says that of “Account” or “Billing”, and no text seems to.'],
  ],

  ['that neither is done', 'ccpa/sold-shared-or-none', { policy: 'sale: none\n' }, []],
  [
    'nothing of sale',
    'ccpa/sold-shared-or-none',
    { policy: 'title: Privacy\n' },
    [
      'policy.yaml:1 no field says whether data is sold or shared for advertising across sites, and no text seems to.',
    ],
  ],
  [
    'a sentence of sale and no fact',
    'ccpa/sold-shared-or-none',
    { policy: 'sale:\n  text: We care.\n' },
    [
      'policy.yaml:1 no field says whether data is sold or shared for advertising across sites, and no text seems to.',
    ],
  ],
  ['nothing of sale in a cookie policy', 'ccpa/sold-shared-or-none', { policy: 'kind: cookie-policy\n' }, []],
  [
    'half of it in a cookie policy',
    'ccpa/sold-shared-or-none',
    { policy: 'kind: cookie-policy\nsale: { sells: false }\n' },
    [
      'policy.yaml:2 no field says whether data is shared for advertising across sites, and no text seems to.',
    ],
  ],
  [
    'half of it in a cookie policy, and all in the privacy policy',
    'ccpa/sold-shared-or-none',
    {
      policy: 'kind: cookie-policy\nsale: { sells: false }\n',
      others: { 'privacy.yaml': 'sale: { sells: false, shares: false }\n' },
    },
    [],
  ],

  ['that nothing is sold or shared', 'ccpa/under-16', { policy: 'sale: none\n' }, []],
  ['both in the negative', 'ccpa/under-16', { policy: 'sale: { sells: false, shares: false }\n' }, []],
  [
    'that nothing is sold, and nothing of sharing',
    'ccpa/under-16',
    { policy: 'sale: { sells: false }\n' },
    [],
  ],
  ['nothing of sale', 'ccpa/under-16', {}, []],
  [
    'a sale to people under 16 without an age',
    'ccpa/minors-process',
    { policy: 'sale:\n  sells: true\n  under16: true\n' },
    ['policy.yaml:3 no field says how they opt in, and no text seems to.'],
  ],
  [
    'a sale to people under 16 beside the data of children',
    'ccpa/minors-process',
    {
      policy:
        'sale:\n  sells: true\n  under16: true\nsections:\n  - title: Data\n    content: [We keep the birthdays of your children.]\n',
    },
    ['policy.yaml:3 no field says how they opt in, and no text seems to.'],
  ],
  [
    'data of people under 16 where none is sold',
    'ccpa/minors-process',
    { policy: 'sale: { sells: false, shares: false, under16: true }\n' },
    [],
  ],
  ['that none under 16 are known', 'ccpa/minors-process', { policy: sold }, []],

  [
    'nothing of recipients',
    'ccpa/disclosed-or-none',
    {},
    ['policy.yaml:1 no field says who gets which data, and no text seems to.'],
  ],
  ['that there are none', 'ccpa/disclosed-or-none', { policy: 'recipients: none\n' }, []],
  [
    'a court beside a vendor with data',
    'ccpa/disclosed-or-none',
    {
      policy: `${accounts}recipients:\n  pay: { vendors: [pay], data: [billing] }\n  courts: { label: Courts }\n`,
      product: 'vendors:\n  pay: { name: Pay }\n',
    },
    [],
  ],
  [
    'classes that all name no data',
    'ccpa/disclosed-or-none',
    { policy: 'recipients:\n  host: { label: Hosting }\n  courts: { text: Courts. }\n' },
    ['policy.yaml:1 no field says what “Hosting” or `courts` get, and no text seems to.'],
  ],
  [
    'a text of before the amended rule',
    'ccpa/disclosed-or-none',
    { policy: 'updated: 2025-12-31\n', asOf: '2025-12-31' },
    [],
  ],

  [
    'no rights, and a sale',
    'ccpa/rights',
    {
      policy:
        'rights: [access, delete, correct, non-discrimination]\nsale: { shares: true, sensitive: true }\n',
    },
    [
      'policy.yaml:1 no field says that people have the right to opt out of sale and sharing or to limit the use of sensitive data, and no text seems to.',
    ],
  ],
  [
    'no way of asking',
    'ccpa/request-methods',
    { policy: 'title: Privacy\n' },
    ['policy.yaml:1 no field says which there are, and no text seems to.'],
  ],
  [
    'one address of a service that is online only',
    'ccpa/request-methods',
    { policy: 'requests: { channels: [desk], onlineOnly: true }\n', product: desk },
    [],
  ],
  [
    'two addresses of the same sort',
    'ccpa/request-methods',
    {
      policy: 'requests: { channels: [desk, help] }\n',
      product: `${desk}  help: { label: Help, email: help@shop.example }\n`,
    },
    ['policy.yaml:1 no field says which there is beside e-mail, and no text seems to.'],
  ],
  ['no sale, so no link', 'ccpa/opt-out-link', { policy: 'sale: { sells: false }\n' }, []],
  [
    'a link that leads nowhere',
    'ccpa/opt-out-link',
    { policy: 'sale:\n  sells: true\n  shares: true\n  optOut: { label: Choices }\n' },
    ['policy.yaml:4 no field says how people opt out, and no text seems to.'],
  ],
  ['no use of sensitive data', 'ccpa/limit-link', { policy: 'sale: { sensitive: false }\n' }, []],
  [
    'a sale, and nothing of signals',
    'ccpa/opt-out-signal',
    { policy: sold },
    ['policy.yaml:1 no field says what happens on one, and no text seems to.'],
  ],
  ['no sale, so no signal', 'ccpa/opt-out-signal', { policy: 'sale: none\n' }, []],
  [
    'a signal that is not honoured',
    'ccpa/opt-out-confirmation',
    { policy: `${sold}signals:\n  gpc: { honoured: false }\n` },
    [],
  ],
  [
    'a banner beside a signal',
    'ccpa/banner-not-opt-out',
    {
      policy:
        'sale:\n  shares: true\n  optOut: { label: Choices, methods: [banner] }\nsignals:\n  gpc: { honoured: true }\n',
    },
    [],
  ],
  [
    'a banner where nothing is sold',
    'ccpa/banner-not-opt-out',
    { policy: 'sale:\n  sells: false\n  optOut: { label: Choices, methods: [banner] }\n' },
    [],
  ],
  [
    'no requests',
    'ccpa/authorized-agent',
    {},
    ['policy.yaml:1 no field says how somebody makes a request for another person, and no text seems to.'],
  ],

  [
    'an address in the text',
    'ccpa/contact',
    { policy: 'sections:\n  - title: Ask\n    content: [Write to privacy@shop.example.]\n' },
    [],
  ],
  ['who takes requests', 'ccpa/contact', { policy: 'requests: { channels: [desk] }\n', product: desk }, []],

  [
    'no category, and each in a policy for California beside it',
    'ccpa/categories-collected',
    {
      policy: accounts,
      others: { 'california.yaml': 'data:\n  id: { label: Identifiers, ccpa: [identifiers] }\n' },
    },
    [],
  ],
  [
    'a person who acts for another, in prose',
    'ccpa/authorized-agent',
    {
      policy:
        'sections:\n  - title: Agents\n    content:\n      - |\n        You may have an authorized\n        agent make a request for you.\n',
    },
    [
      'policy.yaml:1 no field says how somebody makes a request for another person; the text seems to, at line 5: fill `requests.agent`, or leave it to the text.',
    ],
  ],
  [
    'a person who acts for another, in German',
    'ccpa/authorized-agent',
    {
      policy:
        'language: de\nsections: [{ title: Rechte, content: [Ein Bevollmächtigter kann Anträge stellen.] }]\n',
    },
    [
      'policy.yaml:1 no field says how somebody makes a request for another person, and the text is in German, which no rule reads.',
    ],
  ],
  [
    'agents of support, who are other people',
    'ccpa/authorized-agent',
    { policy: 'sections: [{ title: Chat, content: [Our support agents read what you send.] }]\n' },
    ['policy.yaml:1 no field says how somebody makes a request for another person, and no text seems to.'],
  ],
  [
    'a form behind the link, in the privacy policy',
    'ccpa/banner-not-opt-out',
    {
      policy: 'kind: cookie-policy\nsale: { shares: true, optOut: { label: Choices, methods: [banner] } }\n',
      others: {
        'privacy.yaml':
          'kind: privacy-policy\nsale: { shares: true, optOut: { label: Choices, methods: [form] } }\n',
      },
    },
    [],
  ],
  [
    'one row for everything',
    'ccpa/retention-by-category',
    {
      policy: `${accounts}retention:\n  all: { of: All personal information we hold about you, period: 2 years }\n`,
    },
    [],
  ],
  [
    'a row by the name of the kind',
    'ccpa/retention-by-category',
    {
      policy: `${accounts}retention:\n  one: { of: account, period: 2 years }\n  two: { label: Billing, of: your bills, period: 7 years }\n`,
    },
    [],
  ],
  [
    'a row of some data',
    'ccpa/retention-by-category',
    { policy: `${accounts}retention:\n  all: { of: Data of active accounts, period: 2 years }\n` },
    ['policy.yaml:1 no field says that of “Account” or “Billing”, and no text seems to.'],
  ],
  [
    'both in prose',
    'ccpa/sold-shared-or-none',
    {
      policy:
        'sections:\n  - title: Sale\n    content:\n      - We do not sell, rent, or\n        share your personal information.\n',
    },
    [],
  ],
  [
    'the title of a link, and people under 16',
    'ccpa/sold-shared-or-none',
    {
      policy:
        'sections:\n  - title: Sale\n    content:\n      - See “Do Not Sell or Share My Personal Information”.\n      - We do not sell or share data of people under 16.\n',
    },
    [
      'policy.yaml:1 no field says whether data is sold or shared for advertising across sites; the text seems to, at line 4: fill `sale`, or leave it to the text.',
    ],
  ],
  [
    'no sale, but sharing',
    'ccpa/sold-shared-or-none',
    {
      policy:
        'sections: [{ title: Sale, content: [We do not sell your data but share it with advertisers.] }]\n',
    },
    [
      'policy.yaml:1 no field says whether data is sold or shared for advertising across sites; the text seems to, at line 1: fill `sale`, or leave it to the text.',
    ],
  ],
  [
    'the other half in the policy beside it',
    'ccpa/rights',
    {
      policy: 'rights: [access, delete, correct]\n',
      others: { 'california.yaml': 'rights: [access, delete, correct, non-discrimination]\n' },
    },
    [],
  ],
  ['no data, so nothing to disclose', 'ccpa/disclosed-or-none', { policy: 'data: none\n' }, []],
  [
    'nobody who takes requests of a service that is online only',
    'ccpa/request-methods',
    { policy: 'requests: { onlineOnly: true }\n' },
    ['policy.yaml:1 no field says which there are, and no text seems to.'],
  ],
  [
    'a desk that nobody can reach',
    'ccpa/request-methods',
    { policy: 'requests: { channels: [desk] }\n', product: 'contacts:\n  desk: { label: Desk }\n' },
    ['policy.yaml:1 no field says which there are, and no text seems to.'],
  ],
  [
    'a link in the text',
    'ccpa/opt-out-link',
    {
      policy: `${sold}sections: [{ title: Choices, content: ["See [Your Privacy Choices](https://shop.example/choices)."] }]\n`,
    },
    [],
  ],
  [
    'a link in the text to limit the use of sensitive data',
    'ccpa/limit-link',
    {
      policy:
        'sale: { sensitive: true }\nsections: [{ title: Choices, content: ["[Limit the Use of My Sensitive Personal Information](https://shop.example/limit)"] }]\n',
    },
    [],
  ],
  [
    'a sale, and that the signal is not honoured',
    'ccpa/opt-out-signal',
    { policy: `${sold}signals:\n  gpc: { honoured: false }\n` },
    ['policy.yaml:3 data is sold and shared, and `signals.gpc` says that the signal is not honoured.'],
  ],
  [
    'what the signal covers, in the cookie policy',
    'ccpa/opt-out-signal',
    {
      policy: sold,
      others: {
        'cookies.yaml': 'kind: cookie-policy\nsignals: { gpc: { honoured: true, scope: This browser. } }\n',
      },
    },
    [],
  ],
  [
    'what the signal covers, in prose',
    'ccpa/opt-out-signal',
    {
      policy: `${sold}sections: [{ title: Signals, content: ["We treat Global Privacy Control as an opt-out for that browser and, where you are signed in, your account."] }]\n`,
    },
    [
      'policy.yaml:1 no field says what happens on one; the text seems to, at line 2: fill `signals.gpc`, or leave it to the text.',
    ],
  ],
  [
    'a form, in a link of the text',
    'ccpa/contact',
    {
      policy:
        'sections: [{ title: Ask, content: ["Use our [contact form](https://shop.example/contact)."] }]\n',
    },
    [],
  ],
  [
    'a link that leads to nobody',
    'ccpa/contact',
    { policy: 'sections: [{ title: More, content: ["See the [list](https://shop.example/list)."] }]\n' },
    ['policy.yaml:1 no field says whom to ask.'],
  ],

  ['a day of twelve months ago', 'ccpa/annual-review', { policy: 'updated: 2025-11-22\n' }, []],
  [
    'the day before',
    'ccpa/annual-review',
    { policy: 'updated: 2025-11-21\n' },
    ['policy.yaml:1 this text was last updated on 2025-11-21, more than 12 months before 2026-11-22.'],
  ],
  [
    'a review long ago',
    'ccpa/annual-review',
    { policy: 'updated: 2024-01-01\nreviewed: 2025-01-01\n' },
    ['policy.yaml:2 this text was last reviewed on 2025-01-01, more than 22 months before 2026-11-22.'],
  ],
  ['no date', 'ccpa/annual-review', {}, []],

  [
    'neither data nor recipients',
    'caloppa/categories',
    {},
    ['policy.yaml:1 no field says what is collected or who receives data, and no text seems to.'],
  ],
  ['that there is neither', 'caloppa/categories', { policy: 'data: none\nrecipients: none\n' }, []],
  [
    'no right to see or correct',
    'caloppa/review-process',
    { policy: 'rights: [delete]\nrequests: { channels: [desk] }\n', product: desk },
    ['policy.yaml:1 no field says whether there is, and no text seems to.'],
  ],
  [
    'nothing of changes',
    'caloppa/change-process',
    {},
    ['policy.yaml:1 no field says by which way, and no text seems to.'],
  ],
  [
    'no date, in a cookie policy',
    'caloppa/effective-date',
    { policy: 'kind: cookie-policy\n' },
    ['policy.yaml:1 no field says which it is, and no text seems to.'],
  ],
  [
    'the signal in the cookie policy beside it',
    'caloppa/dnt-response',
    { others: { 'cookies.yaml': 'kind: cookie-policy\nsignals: { dnt: honoured }\n' } },
    [],
  ],
  [
    'the signal nowhere, in two policies',
    'caloppa/dnt-response',
    { others: { 'cookies.yaml': 'kind: cookie-policy\n' } },
    ['policy.yaml:1 no field says how this one does, and no text seems to.'],
  ],
  [
    'the signal nowhere, in a cookie policy alone',
    'caloppa/dnt-response',
    { policy: 'kind: cookie-policy\n' },
    ['policy.yaml:1 no field says how this one does, and no text seems to.'],
  ],
  [
    'that others do not follow people',
    'caloppa/third-party-tracking',
    { policy: 'signals: { thirdPartyTracking: false }\n' },
    [],
  ],
  ['no data, so nobody who receives it', 'caloppa/categories', { policy: 'data: none\n' }, []],
  [
    'who receives data, in the policy beside it',
    'caloppa/categories',
    { policy: accounts, others: { 'california.yaml': 'data: none\nrecipients: none\n' } },
    [],
  ],
  [
    'an address to write to',
    'caloppa/review-process',
    { policy: 'rights: { access: Write to privacy@shop.example for a copy. }\n' },
    [],
  ],
  [
    'the settings of the account',
    'caloppa/review-process',
    { policy: 'rights: { correct: You can change your details under Settings. }\n' },
    [],
  ],
  [
    'a promise in words that names a way',
    'caloppa/change-process',
    { policy: 'notice: { text: We send you an e-mail before a change. }\n' },
    [],
  ],
  [
    'a promise in words that names none',
    'caloppa/change-process',
    { policy: 'notice: { text: We give notice where appropriate. }\n' },
    ['policy.yaml:1 no field says by which way, and no text seems to.'],
  ],
  [
    'a way, in a section of the text',
    'caloppa/change-process',
    {
      policy:
        'sections:\n  - title: Changes\n    content:\n      - |\n        We may revise it. We post the new text on\n        this page.\n',
    },
    [
      'policy.yaml:1 no field says by which way; the text seems to, at line 5: fill `notice.channels`, or leave it to the text.',
    ],
  ],
  [
    'an address for questions about changes',
    'caloppa/change-process',
    {
      policy:
        'sections: [{ title: Changes, content: ["We may change this policy. E-mail us about notice of changes."] }]\n',
    },
    [
      'policy.yaml:1 no field says by which way; the text seems to, at line 1: fill `notice.channels`, or leave it to the text.',
    ],
  ],
  [
    'the response to the signal, in prose',
    'caloppa/dnt-response',
    {
      policy:
        'sections: [{ title: Signals, content: ["Our site does not currently respond to “Do Not Track” signals."] }]\n',
    },
    [
      'policy.yaml:1 no field says how this one does; the text seems to, at line 1: fill `signals.dnt`, or leave it to the text.',
    ],
  ],
  [
    'the signal as a way to opt out, and no response',
    'caloppa/dnt-response',
    {
      policy:
        'sections: [{ title: Choices, content: ["You can use browser add-ons, or headers such as Do Not Track."] }]\n',
    },
    [
      'policy.yaml:1 no field says how this one does; the text seems to, at line 1: fill `signals.dnt`, or leave it to the text.',
    ],
  ],
  [
    'the signal nowhere, in two privacy policies',
    'caloppa/dnt-response',
    { others: { 'staff.yaml': 'title: Staff\n' } },
    ['policy.yaml:1 no field says how this one does, and no text seems to.'],
  ],
];

describe('the rules of California, where a policy says', () => {
  test.each(cases)('%s: %s', async (_, id, example, expected) => {
    expect(await found(id, example)).toEqual(expected);
  });
});

test.each(['ccpa', 'caloppa'])('%s asks a cookie policy for nothing of a privacy policy', async (pack) => {
  const rules = await Promise.all(ruleIds.filter((id) => id.startsWith(`${pack}/`)).map(loadRule));
  const example = {
    policy: 'kind: cookie-policy\nupdated: 2026-11-01\neffective: 2026-11-01\n',
    others: { 'privacy.yaml': 'kind: privacy-policy\n' },
  };
  const files = rules.flatMap((rule) => findingsIn(example, rule)).map(({ place }) => place.file);
  expect(new Set(files)).toEqual(new Set(['policies/shop/privacy.yaml']));
});
