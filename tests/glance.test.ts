import { expect, test } from 'vitest';
import { htmlOf } from '../src/page/piece.ts';
import { around, compileTexts, pageOf } from './compile-texts.ts';

/** The lines of the summary as text: items of a list between bars, links by what they lead to in this page. */
function glanceOf(policy: string, product = ''): string[] {
  const { glance } = pageOf(policy, { 'shop/product.yaml': `name: Shop\n${product}` });
  return glance.map(({ term, text }) => `${term}: ${plain(htmlOf(text))}`);
}

const plain = (html: string) =>
  html
    .replaceAll('</li><li>', ' | ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&amp;', '&');

const shows = (...blocks: string[]) => `sections: [{ title: One, content: [${blocks.join(', ')}] }]\n`;
const vendors = 'vendors:\n  stripe: { name: Stripe }\n  ads: { name: Ads & Co }\n';
const contacts = `contacts:
  dpc: { label: Data Protection Commission, email: info@dataprotection.example }
  desk: { label: Privacy desk, email: desk@example.com, phone: +353 (0)1 555 0100 }
  form: { label: Request form, url: "https://example.com/form" }
  letters: { label: Letters, address: "1 Quay Street, Galway" }
`;

test.each([
  // What is open-ended is no less long than 30 days.
  [
    `retention:
  account: { of: your account, criteria: for as long as you have it }
  law: { of: invoices, criteria: as long as tax law asks }
  logs: { of: server logs, period: 30 days }`,
    'How long is data kept?: your account: for as long as you have it | invoices: as long as tax law asks | server logs: 30 days',
  ],
  [
    'retention: { a: { of: Logs, period: 90 days }, b: { label: Copies, of: all, period: 1 year, atMost: true } }',
    'Which listed data is kept longest?: Copies (all): up to 1 year',
  ],
  [
    'retention: { a: { of: Logs, period: 1 year }, b: { of: Letters, period: 12 months } }',
    'Which listed data is kept longest?: Logs: 1 year | Letters: 12 months',
  ],
  [
    'retention: { a: { of: Logs, period: 1 day, for: safety } }',
    'How long is data kept?: Logs: 1 day (safety)',
  ],
  // The start of a period, and what is kept longer, are part of what is promised.
  [
    'retention: { a: { of: Logs, period: 30 days }, b: { of: Copies, period: 90 days, from: after you close it } }',
    'How long is data kept?: Logs: 30 days | Copies: 90 days after you close it',
  ],
  [
    'retention: { a: { of: Logs, period: 30 days, except: lines about attacks } }',
    'How long is data kept?: Logs: 30 days. Except: lines about attacks',
  ],
  [
    'retention: { a: { of: Logs, period: 30 days }, b: { of: Copies, period: 1 month } }',
    'How long is data kept?: Logs: 30 days | Copies: 1 month',
  ],
  // What follows may be longer than the period: "kept without your name for 10 years".
  [
    'retention: { a: { of: Logs, period: 30 days, then: kept without your name for 10 years }, b: { of: Copies, period: 90 days } }',
    'How long is data kept?: Logs: 30 days. Afterwards: kept without your name for 10 years | Copies: 90 days',
  ],
  [
    'retention: { a: { of: Logs, criteria: 1 year where the law asks, atMost: true, for: safety } }',
    'How long is data kept?: Logs: at most: 1 year where the law asks (safety)',
  ],
  [
    'retention: { a: { of: Logs, criteria: as needed, from: the last visit } }',
    'How long is data kept?: Logs: counted from: the last visit; as needed',
  ],
  [
    'retention: { a: { of: Logs, period: 30 days }, b: { of: Copies, from: after you leave } }',
    'How long is data kept?: Logs: 30 days | No time is stated here for others',
  ],
  // What its authors write in words may be a length after all.
  [
    'retention: { a: { of: Logs, criteria: for 6 to 12 months } }',
    'How long is data kept?: Logs: for 6 to 12 months',
  ],
  ['retention: { a: { of: Logs, criteria: for a year } }', 'How long is data kept?: Logs: for a year'],
  [
    'retention: { a: { of: Visits, criteria: "as long as [below](#one) says" } }',
    'How long is data kept?: Visits: as long as below says',
  ],
  [
    'retention: { a: { of: A, period: 1 day, from: after x }, b: { of: B, criteria: as needed }, c: { of: C }, d: { of: D, period: 2 days }, e: { of: E, period: 3 days }, f: { of: F, period: 4 days } }',
    'How long is data kept?: B: as needed | A: 1 day after x | D: 2 days | E: 3 days | and 1 more | No time is stated here for others',
  ],
  [
    `retention: { a: { of: A, period: 1 day }, b: { of: B, criteria: "${'as needed '.repeat(31)}" } }`,
    'How long is data kept?: A: 1 day | and 1 more',
  ],
])('says how long data is kept: %s', (facts, expected) => {
  expect(glanceOf(`${facts}\n`)).toEqual([expected]);
});

const storage = (...entries: string[]) =>
  `cookies: { ${entries.map((fields, index) => `c${index}: { name: c${index}, ${fields} }`).join(', ')} }`;

test.each([
  // A cookie of which no lifetime is written may stay longer than a session.
  [
    storage('expires: session', 'type: cookie'),
    'How long does it stay?: until you close the browser: c0 | No time is stated here for others',
  ],
  [
    storage(
      ...['2', '3', '4', '5', '6'].map((days) => `expires: ${days} days`),
      'type: pixel',
      'type: cookie',
    ),
    'How long does it stay?: 6 days: c4 | 5 days: c3 | 4 days: c2 | 3 days: c1 | and 1 more | No time is stated here for others',
  ],
  [
    storage('expires: until sign-out', 'expires: 1 day'),
    'How long does it stay?: until you sign out: c0 | 1 day: c1',
  ],
  [
    storage('expires: 99 years', 'expires: until deleted'),
    'How long does it stay?: until you delete it: c1 | 99 years: c0',
  ],
  // What nobody can measure may stay the longest.
  [
    storage('expires: 30 days', 'expires: at most 2 years', 'expires: { words: "3 years, or longer" }'),
    'How long does it stay?: up to 2 years: c1 | 3 years, or longer: c2 | 30 days: c0',
  ],
  [
    storage('expires: 2 years', 'expires: persistent'),
    'How long does it stay?: persistent: c1 | 2 years: c0',
  ],
  [storage('expires: 13 months', 'expires: 30 days'), 'Which entry stays longest?: 13 months: c0'],
  [
    storage('expires: 12 months', 'expires: 1 year', 'expires: 1 day'),
    'Which entry stays longest?: 12 months: c0 · c1',
  ],
  [storage('expires: 30 days', 'expires: 1 month'), 'How long does it stay?: 1 month: c1 | 30 days: c0'],
  // A browser stays open for longer than an hour, and not for years.
  [
    storage('expires: session', 'expires: 1 hour'),
    'How long does it stay?: 1 hour: c1 | until you close the browser: c0',
  ],
  [storage('expires: session', 'expires: 13 months'), 'Which entry stays longest?: 13 months: c1'],
  [
    storage('expires: session', 'expires: session, type: session-storage'),
    'How long does it stay?: until you close the browser: c0 | until you close the tab: c1',
  ],
  [
    storage(...['1', '2', '3', '4', '5', '6'].map(() => 'expires: 1 year')),
    'Which entry stays longest?: 1 year: c0 · c1 · c2 · c3 · and 2 more',
  ],
])('says how long cookies stay: %s', (facts, expected) => {
  expect(glanceOf(`${facts}\n`)[1]).toBe(expected);
});

test.each([
  [storage('type: cookie'), ['What is stored on your device?: 1 entry']],
  ['cookies: {}', []],
  ['cookies: { a: { name: a, party: first } }', ['What is stored on your device?: 1 entry']],
  ['ai: { uses: { a: x }, training: true }', []],
  ['ai: { uses: { a: x } }', []],
  ['requests: { answerWithin: 30 days }', []],
  ['requests: { answerWithin: 30 days, verification: By phone. }', []],
  ['notice: { period: 21 days }', []],
  ['notice: { for: material }', []],
  ['retention: { a: { of: Logs } }', []],
  [`children: { age: 13, text: "${'They may, if a parent agrees. '.repeat(11)}" }`, []],
  ['children: { age: 13, parents: { how: Write. } }', []],
  ['audiences: { a: { label: Children, children: true } }\nchildren: { age: 13 }', []],
  [`sale: { sells: false, text: "${'We do, and we do not. '.repeat(15)}" }`, []],
  ['sale: { optOut: { label: Opt out } }', ['How do you opt out?: Opt out']],
])('says nothing that %s does not say, nor the half of it', (facts, expected) => {
  expect(glanceOf(`${facts}\n`)).toEqual(expected);
});

test.each([
  ['cookies: none', 'What is not done?: No cookies or similar technologies are used.'],
  [
    'data: none\ntransfers: none',
    'What is not done?: No personal data is collected. | Personal data is not transferred to third countries.',
  ],
  ['recipients: none', 'What is not done?: Personal data is given to nobody else.'],
  ['ai: none', 'What is not done?: No AI models are used.'],
  ['ai: { uses: { a: x }, training: false }', 'What is not done?: Data is not used to train models.'],
  ['automatedDecisions: none', 'What is not done?: No decisions about people are made by machines alone.'],
  ['sale: none', 'What is not done?: Personal data is neither sold nor shared for advertising across sites.'],
  ['sale: { sells: false }', 'Is data sold or shared?: Personal data is not sold.'],
  [
    'sale: { sells: false, shares: true }',
    'Is data sold or shared?: Personal data is not sold. | Personal data is shared for advertising across sites.',
  ],
  ['sale: { sells: false, text: We never sell. }', 'Is data sold or shared?: We never sell.'],
  ['children: { age: 16 }', 'Is it for children?: Not meant for people under 16.'],
  [
    'children: { age: 16, text: A parent may allow it. }',
    'Is it for children?: Not meant for people under 16. A parent may allow it.',
  ],
  [
    'requests: { answerWithin: 1 month, extension: two months more where it is difficult }',
    'When do you get an answer?: Answered within 1 month. An answer may come later: two months more where it is difficult',
  ],
  [
    'notice: { period: 21 days, for: material }',
    'How are changes announced?: Announced at least 21 days before important changes apply',
  ],
  [
    'notice: { period: 14 days, for: all }',
    'How are changes announced?: Announced at least 14 days before any change applies',
  ],
  [
    'notice: { period: 14 days, for: all, text: by e-mail where we have your address }',
    'How are changes announced?: Announced at least 14 days before any change applies: by e-mail where we have your address',
  ],
  [
    'notice: { for: material, text: we give notice where appropriate }',
    'How are changes announced?: Important changes: we give notice where appropriate',
  ],
  [
    'notice: { period: 30 days, for: all, to: owners of a paid account }',
    'How are changes announced?: Promised to owners of a paid account: Announced at least 30 days before any change applies',
  ],
  // Words of the authors that name the period say what it is for.
  [
    'notice: { period: 10 days, text: New companies are named 10 days before. }',
    'How are changes announced?: New companies are named 10 days before.',
  ],
  [
    'notice: { for: all, to: account owners, text: We announce a new company by e-mail. }',
    'How are changes announced?: Promised to account owners: We announce a new company by e-mail.',
  ],
  [
    'notice: { period: 30 days, for: all, text: We announce a new company by e-mail. }',
    'How are changes announced?: Announced at least 30 days before any change applies · We announce a new company by e-mail.',
  ],
  ['notice: { text: We tell you. }', 'How are changes announced?: We tell you.'],
  [
    'notice: { period: 21 days, text: We tell you of great changes. }',
    'How are changes announced?: We tell you of great changes. · Notice period: 21 days',
  ],
  [
    'notice: { period: 30 days, to: owners of a paid account, text: We may skip this where law obliges us. }',
    'How are changes announced?: Promised to owners of a paid account: We may skip this where law obliges us. · Notice period: 30 days',
  ],
])('says of %s: %s', (facts, expected) => {
  expect(glanceOf(`${facts}\n`)).toEqual([expected]);
});

test('counts what is listed, by category and beside every category', () => {
  const facts =
    `categories: { need: { label: Needed, if you sign in }, more: { label: "Maps, and charts" }, none-yet: { label: Later } }
${storage('category: need', 'category: more', 'category: more', 'type: pixel')}`.replace(
      'Needed, if you sign in',
      '"Needed, if you sign in"',
    );
  expect(glanceOf(`${facts}\n`)).toEqual([
    'What is stored or used on your device?: 4 entries: Needed, if you sign in (1) · Maps, and charts (2) · others (1)',
  ]);
});

test('names what is described in the words of its authors, each apart from the next', () => {
  const facts = `audiences: { members: { label: Members }, staff: { label: Staff } }
data:
  account: { label: WhatsApp session metadata, audience: members }
  health: { label: "Health, if you write about it", audience: members }
  pay: { label: Salary, audience: staff }
  other: { label: IP address and GPS data }
recipients:
  hosts: { label: "Hosts, and those who help them" }
  named: { vendors: [stripe, ads] }
  in-words: { text: Those who ask. }
rights: { access: Ask., delete: "Have it deleted, if you live in California." }
`;
  expect(glanceOf(facts, vendors)).toEqual([
    'Which rights are listed?: Access · Deletion',
    'Which data is listed?: Members: WhatsApp session metadata · Health, if you write about it | Staff: Salary | IP address and GPS data',
    'Which recipients are listed?: Hosts, and those who help them · Stripe and Ads & Co · and 1 more',
    'Which companies and services are listed?: Stripe · Ads & Co',
  ]);
});

test('names a company once that is listed for each of its services, and leads to each row', () => {
  const cloud = 'vendors: { a: { name: Cloud Ltd }, b: { name: Cloud Ltd }, c: { name: Post Ltd } }\n';
  expect(glanceOf(shows('{ vendors: all }'), cloud)).toEqual([
    'Which companies and services are listed?: Cloud Ltd (2) · Post Ltd',
  ]);
});

test('names the companies that facts name, and none that only a text names', () => {
  const companies = (policy: string) =>
    glanceOf(policy, vendors).filter((line) => line.startsWith('Which companies'));
  expect(companies(`${storage('provider: self')}\n`)).toEqual([]);
  expect(companies(shows('"We do not use {{ vendors.ads.name }} any more."'))).toEqual([]);
  expect(companies(`${storage('provider: stripe')}\n`)).toEqual([
    'Which companies and services are listed?: Stripe',
  ]);
  expect(companies(`${storage('access: [self, ads]')}\n`)).toEqual([
    'Which companies and services are listed?: Ads & Co',
  ]);
  expect(companies('transfers: { us: { vendors: [ads] } }\n')).toEqual([
    'Which companies and services are listed?: Ads & Co',
  ]);
  expect(companies('ai: { uses: { a: x }, vendors: [ads] }\n')).toEqual([
    'Which companies and services are listed?: Ads & Co',
  ]);
  expect(companies(shows('{ vendors: all }'))).toEqual([
    'Which companies and services are listed?: Stripe · Ads & Co',
  ]);
});

test('says whom to ask only where the policy says it, and who else is named by what they are', () => {
  const shown = shows('{ contact: dpc }', '{ contact: desk }');
  expect(glanceOf(shown, contacts)).toEqual([
    'Who can be reached?: Data Protection Commission: info@dataprotection.example | Privacy desk: desk@example.com, +353 (0)1 555 0100',
  ]);
  expect(glanceOf(`requests: { channels: [form, letters] }\n${shown}`, contacts)).toEqual([
    'Where do you send a request?: Request form: https://example.com/form | Letters: 1 Quay Street, Galway',
    'Who can be reached?: Data Protection Commission: info@dataprotection.example | Privacy desk: desk@example.com, +353 (0)1 555 0100',
  ]);
});

test('gives the links by which readers choose', () => {
  expect(
    glanceOf(`sale:
  optOut: { label: Do Not Sell, url: "https://example.com/out" }
  limit: { label: Limit, url: "https://example.com/limit" }
consent: { manager: { label: Cookie settings, text: in the footer } }
`),
  ).toEqual([
    'How do you opt out?: Do Not Sell',
    'How do you limit the use of sensitive data?: Limit',
    'How do you change your choice?: Cookie settings · in the footer',
  ]);
});

test.each([
  ['name: Shop Ltd', 'Shop Ltd'],
  [
    'name: Shop Ltd, address: "1 Quay Street, Galway", country: IE',
    'Shop Ltd, 1 Quay Street, Galway, Ireland',
  ],
  // The country once, and the number under its name.
  [
    'name: Shop Ltd, address: "1 Quay Street, Galway, Ireland", country: IE, registration: "623451"',
    'Shop Ltd, 1 Quay Street, Galway, Ireland · Registration: 623451',
  ],
  ['name: Shop Ltd, address: "Galway, IRELAND.", country: IE', 'Shop Ltd, Galway, IRELAND.'],
  ['name: Shop Inc, address: "1 Main St, Ames, U.S.A.", country: US', 'Shop Inc, 1 Main St, Ames, U.S.A.'],
  [
    'name: Shop Inc, address: "1 Usain Road, Ames", country: US',
    'Shop Inc, 1 Usain Road, Ames, United States',
  ],
  [
    'name: Shop GmbH, address: "Am Kai 1, Bremen, Deutschland", country: DE',
    'Shop GmbH, Am Kai 1, Bremen, Deutschland',
  ],
  ['name: Shop Ltd, address: "Bristol, UK", country: GB', 'Shop Ltd, Bristol, UK'],
])('names the controller with %s: %s', (fields, expected) => {
  expect(glanceOf('', `controller: { ${fields} }\n`)).toEqual([
    `Who is responsible for personal data?: ${expected}`,
  ]);
});

test('says for whose data somebody else is responsible', () => {
  const facts =
    'audiences: { a: { label: Members, role: controller }, b: { label: Guests, role: processor }, c: { label: Staff } }\n';
  expect(glanceOf(facts, 'controller: { name: Shop Ltd }\n')).toEqual([
    'Who is responsible for personal data?: Shop Ltd | Guests: Shop acts on behalf of somebody else (processor)',
  ]);
});

test('names no controller of data that customers decide about', () => {
  const { compiled } = compileTexts({
    ...around,
    'shop/product.yaml': 'name: Shop\ncontroller: { name: Shop Ltd }\n',
    'shop/dpa.yaml': `kind: data-processing-agreement\ntitle: Agreement\naudiences: { b: { label: Guests, role: processor } }\n${shows('Some text.')}`,
    'shop/companies.yaml': `kind: sub-processors\ntitle: Companies\n${shows('Some text.')}`,
  });
  const saidOf = (name: string) => compiled.get(name)?.page?.glance.map(({ text }) => plain(htmlOf(text)));
  expect(saidOf('shop/dpa')).toEqual(['Guests: Shop acts on behalf of somebody else (processor)']);
  expect(saidOf('shop/companies')).toEqual([]);
});

const hrefsOf = (policy: string, product = '') =>
  pageOf(policy, { 'shop/product.yaml': `name: Shop\n${product}` }).glance.map(({ term, text }) => [
    term,
    ...[...htmlOf(text).matchAll(/href="([^"]*)"[^>]*>(.*?)<\/a>/g)].map(
      ([, href, words = '']) => `${href} ${plain(words)}`,
    ),
  ]);

test('leads from each line to the rows and sections it is made from', () => {
  const policy = `categories: { need: { label: Needed } }
cookies: { a: { name: a, category: need, expires: 1 year }, b: { name: b, category: need, expires: 1 day } }
data: { account: { label: Account } }
recipients: { hosts: { label: Hosts } }
retention: { logs: { of: "server *logs*", period: 30 days } }
transfers: none
sale: { sells: false, text: We never sell. }
children: { age: 16 }
rights: [access]
requests: { channels: [desk] }
notice: { period: 14 days, for: all }
numbering: decimal
sections:
  - { id: store, title: Storage, content: [{ cookies: need }] }
  - { id: know, title: What we know, content: [{ data: all }, { retention: all }, { recipients: all }] }
  - id: you
    title: You
    content: [{ rights: all }, { children: all }]
    sections: [{ id: ask, title: Ask, content: [{ requests: all }, { transfers: all }, { sale: all }] }]
  - { id: changes, title: Changes, content: ["{{ notice.period }} before."] }
  - { id: contact, title: Contact, content: [{ contact: form }] }
`;
  expect(hrefsOf(policy, contacts)).toEqual([
    ['Which rights are listed?', '#rights-access Access'],
    [
      'Where do you send a request?',
      '#ask Privacy desk',
      'mailto:desk@example.com desk@example.com',
      'tel:+35315550100 +353 (0)1 555 0100',
    ],
    ['What is stored on your device?', '#store 2 entries', '#store Needed'],
    ['Which entry stays longest?', '#cookies-a a'],
    ['Which data is listed?', '#data-account Account'],
    ['Which recipients are listed?', '#recipients-hosts Hosts'],
    ['How long is data kept?', '#retention-logs server logs'],
    ['What is not done?', '#ask Personal data is not transferred to third countries.'],
    ['Is data sold or shared?', '#ask 3.1 Ask'],
    ['Is it for children?', '#you Not meant for people under 16.'],
    ['How are changes announced?', '#changes Announced at least 14 days before any change applies'],
    ['Who can be reached?', '#contact Request form', 'https://example.com/form https://example.com/form'],
  ]);
});

test('leads to all cookies where no section shows those of a category alone, and to where the controller is named', () => {
  const policy = `categories: { need: { label: Needed } }
cookies: { a: { name: a, category: need } }
sections:
  - { title: Who, content: ["{{ controller.name }}, {{ controller.address }}"] }
  - { title: Storage, content: [{ categories: all }, { cookies: all }] }
`;
  const controller = 'controller: { name: Shop Ltd, address: "1 Quay Street, Galway" }\n';
  expect(hrefsOf(policy, controller)).toEqual([
    ['What is stored on your device?', '#storage 1 entry', '#storage Needed'],
    ['Who is responsible for personal data?', '#who Shop Ltd, 1 Quay Street, Galway'],
  ]);
});

test('leads nowhere where no section shows the fact', () => {
  expect(hrefsOf('data: { account: { label: Account } }\nchildren: { age: 16 }\n')).toEqual([
    ['Which data is listed?'],
    ['Is it for children?'],
  ]);
});

test('never takes a section for the row of an entry', () => {
  const policy = `data: { account: { label: Account } }
sections: [{ id: data-account, title: Account, content: [Text.] }, { title: Data, content: [{ data: all }] }]
`;
  expect(hrefsOf(policy)).toEqual([['Which data is listed?']]);
});

test('names a company that receives data once', () => {
  const policy = `recipients: { one: { vendors: [ads] }, two: { vendors: [ads] } }\n${shows('{ recipients: all }')}`;
  expect(glanceOf(policy, vendors)).toEqual(['Which recipients are listed?: Ads & Co']);
  expect(
    glanceOf(policy.replace('two: { vendors: [ads] }', 'two: { label: Shops, vendors: [stripe] }'), vendors),
  ).toEqual([
    'Which recipients are listed?: Ads & Co · Shops',
    'Which companies and services are listed?: Stripe · Ads & Co',
  ]);
});

test('joins what stands in a phrase of ours in the language of our words', () => {
  expect(glanceOf('language: de\nchildren: { age: { EWR: 16, sonst: 13 } }\n')).toEqual([
    'Is it for children?: Not meant for people under 16 (EWR) and 13 (sonst).',
  ]);
});

test.each(['pixel', 'sdk', 'url-parameter', 'device-id'])('a %s is not said to be stored', (type) => {
  expect(glanceOf(`cookies: { a: { name: A, type: ${type} }, b: { name: b } }\n`)).toEqual([
    'What is stored or used on your device?: 2 entries',
  ]);
});
