import { describe, expect, test } from 'vitest';
import type { Example } from '../src/rules/rule.ts';
import { findingsIn, loadRule } from './rules.ts';

// The sides of a rule that its two examples do not show: the files, and what is found where.

type Case = [name: string, example: Example, found: string[]];

function cases(id: string, table: readonly Case[]): void {
  describe(id, async () => {
    const rule = await loadRule(id);
    test.each(table)('%s', (_, example, found) => {
      const lines = findingsIn(example, rule).map(({ place: { file, line }, message, related = [] }) => {
        const more = related.map((one) => ` +${one.place.line}`).join('');
        return `${file.replace(/^policies\/(shop\/)?/, '')}:${line}${more} ${message}`;
      });
      expect(lines).toEqual(found.map((text) => expect.stringMatching(text)));
    });
  });
}

const cookiePolicy = 'kind: cookie-policy\n';
const uk = 'regimes: [uk-gdpr]\n';

cases('gdpr/controller-identity', [
  ['nothing names a controller', {}, ['product.yaml:1 .*no field says its legal name, and no text seems to']],
  ['a cookie policy alone', { policy: cookiePolicy }, ['product.yaml:1 ']],
  ['terms alone', { policy: 'kind: terms\n' }, []],
  [
    'an authority is no contact of the controller',
    {
      product:
        'controller: { name: Shop Ltd }\nauthorities: { IE: dpc }\n' +
        'contacts:\n  dpc: { label: Data Protection Commission, phone: +353 1 765 0100 }\n',
    },
    ['product.yaml:1 .*no postal address or contact'],
  ],
  [
    'a desk is',
    {
      product:
        'controller: { name: Shop Ltd }\ncontacts:\n  desk: { label: Desk, email: desk@shop.example }\n',
    },
    [],
  ],
]);

cases('gdpr/eu-representative', [
  ['within the area', { product: 'controller: { name: Shop ehf., country: IS }\n' }, []],
  ['a part of a Member State', { product: 'controller: { name: Shop, country: RE }\n' }, []],
  ['no country', { product: 'controller: { name: Shop }\n' }, []],
  ['none is an answer', { product: 'controller: { name: Shop, country: JP }\nrepresentatives: none\n' }, []],
  [
    'a representative elsewhere is none in the Union',
    {
      product:
        'controller: { name: Shop, country: JP }\ncontacts:\n  london: { label: London }\nrepresentatives: { GB: london }\n',
    },
    ['product.yaml:1 The controller is in Japan'],
  ],
  [
    'a cookie policy alone',
    { product: 'controller: { name: Shop, country: JP }\n', policy: cookiePolicy },
    [],
  ],
]);

cases('gdpr/dpo', [
  ['nothing said', {}, ['product.yaml:1 .*no field says whether there is, and no text seems to']],
  ['none', { product: 'dpo: none\n' }, []],
  ['a cookie policy alone', { policy: cookiePolicy }, []],
]);

const twoKinds = 'data:\n  account: { label: Account }\n  birthday: { label: Date of birth }\n';

cases('gdpr/purposes', [
  [
    'no purposes at all',
    { policy: twoKinds },
    ['policy.yaml:1 .*no field says what data is used for, and no text seems to'],
  ],
  ['none in a cookie policy', { policy: cookiePolicy + twoKinds }, []],
  [
    'purposes without data may be about any',
    { policy: `${twoKinds}purposes: { a: { text: To sell. } }\n` },
    [],
  ],
  [
    'purposes about other people are not',
    {
      policy:
        'audiences: { buyers: { label: Buyers }, guests: { label: Guests } }\n' +
        'data:\n  visits: { label: Visits, audience: guests }\npurposes: { a: { text: To sell., audience: buyers } }\n',
    },
    ['policy.yaml:3 .*“Visits”'],
  ],
  [
    'what is kept for somebody else is theirs to explain',
    {
      policy:
        'audiences: { friends: { label: Friends, role: processor } }\n' +
        'data:\n  names: { label: Names, audience: friends }\n  account: { label: Account }\n' +
        'purposes: { a: { text: To sell., data: [account] } }\n',
    },
    [],
  ],
]);

cases('gdpr/legal-basis', [
  [
    'each of several',
    { policy: 'title: Privacy\npurposes:\n  a: { text: To sell. }\n  b: { text: To send. }\n' },
    ['policy.yaml:2 .*no field says that of any of the 2 purposes, and no text seems to'],
  ],
  [
    'some of several',
    {
      policy:
        'purposes:\n  a: { text: To sell., basis: contract }\n  b: { text: To send. }\n  c: { text: To count. }\n',
    },
    ['policy.yaml:3 \\+4 .*no field says that of `b` or `c`, and no text seems to'],
  ],
  ['no purposes', {}, []],
  [
    'purposes in words, without a basis',
    { policy: 'sections: [{ title: Use, content: [We use your data to bake bread.] }]\n' },
    ['policy.yaml:1 .*legal basis; no field says which, and no text seems to'],
  ],
  [
    'purposes and a basis in words',
    {
      policy:
        'sections: [{ title: Use, content: [We use your data to bake bread. Our legal basis is a contract.] }]\n',
    },
    ['policy.yaml:1 .*no field says which; the text seems to'],
  ],
  ['a cookie policy', { policy: `${cookiePolicy}purposes: { a: { text: To sell. } }\n` }, ['policy.yaml:2 ']],
]);

cases('gdpr/legitimate-interest', [
  [
    'an interest in the words of the purpose',
    {
      policy:
        'purposes:\n  a: { text: To check for fraud. It is our interest to be paid., basis: legitimate-interests }\n',
    },
    [],
  ],
  [
    'the basis in the words of the purpose',
    {
      policy:
        'purposes:\n  a: { text: To check for fraud (legitimate interests)., basis: legitimate-interests }\n',
    },
    ['policy.yaml:2 .*no field says which are pursued with `a`, and no text seems to'],
  ],
  [
    'what is done for somebody else',
    {
      policy:
        'audiences: { guests: { label: Guests, role: processor } }\n' +
        'purposes: { a: { text: To sort guests., audience: guests, basis: legitimate-interests } }\n',
    },
    [],
  ],
]);

cases('gdpr/recipients', [
  ['none', { policy: 'recipients: none\n' }, []],
  ['a cookie policy', { policy: cookiePolicy }, []],
]);

cases('gdpr/recipients-specific', [
  [
    'all of them',
    { policy: 'recipients:\n  a: { label: Hosts }\n  b: { label: Couriers }\n' },
    ['policy.yaml:1 2 of 2 recipients are classes'],
  ],
  ['courts cannot be named', { policy: 'recipients:\n  a: { label: Courts and authorities }\n' }, []],
  ['nor can a buyer', { policy: 'recipients:\n  a: { label: A buyer of the business }\n' }, []],
  ['those a reader chooses', { policy: 'recipients:\n  a: { label: People you invite }\n' }, []],
  ['a label that cannot be read', { policy: 'language: de\nrecipients:\n  a: { label: Behörden }\n' }, []],
]);

const america = 'vendors:\n  cloud: { name: Cloud, country: US }\n  mail: { name: Mail, country: US }\n';
const sharing = 'recipients:\n  hosts: { label: Hosts, vendors: [cloud, mail] }\n';
const elsewhere = 'product.yaml:3 \\+4 .*Cloud and Mail in the United States';

const going = (...texts: string[]) => ({
  policy: `sections: [{ title: Abroad, content: ${JSON.stringify(texts)} }]\n`,
});

cases('gdpr/transfer-mechanism', [
  [
    'a transfer in words, without a safeguard',
    going('We transfer your data to the United States.'),
    [
      'policy.yaml:1 .*The text says that data goes to other countries, .*no field says which, and no text seems to',
    ],
  ],
  [
    'a transfer and its safeguard in words',
    going('We transfer your data to the United States under standard contractual clauses.'),
    ['policy.yaml:1 .*no field says which; the text seems to'],
  ],
  ['no transfer', going('We never transfer your data outside the EEA.'), []],
  ['a move within a company', going('We transfer your order to the warehouse.'), []],
  [
    'transfers that fields tell',
    { policy: `transfers: none\n${going('We transfer data to the United States.').policy}` },
    [],
  ],
  [
    'unspecified',
    { policy: 'transfers:\n  a: { mechanism: unspecified }\n' },
    ['policy.yaml:2 .*no field says which for `a`, and no text seems to'],
  ],
  ['within the area', { policy: 'transfers:\n  a: { country: NO }\n' }, []],
  ['an exception', { policy: 'transfers:\n  a: { country: US, mechanism: contract }\n' }, []],
  [
    'an exception that speaks of safeguards',
    {
      policy:
        'transfers:\n  a:\n    country: US\n    mechanism: consent\n    text: We apply appropriate safeguards.\n',
    },
    ['policy.yaml:5 \\+4 .*the one to the United States speaks of “appropriate safeguards”'],
  ],
  ['vendors elsewhere', { product: `name: Shop\n${america}`, policy: sharing }, [elsewhere]],
  ['vendors nobody names', { product: america }, []],
  [
    'vendors that are told of',
    { product: america, policy: `${sharing}transfers:\n  a: { country: US, mechanism: adequacy }\n` },
    [],
  ],
  [
    'vendors beside a transfer to another one of their country',
    {
      product:
        'name: Shop\nvendors: { cloud: { name: Cloud, country: US }, mail: { name: Mail, country: US } }\n',
      policy:
        'recipients: { all: { vendors: [cloud, mail] } }\ntransfers:\n  a: { country: US, vendors: [mail], mechanism: standard-clauses }\n',
    },
    ['product.yaml:2 .*no field says what data that goes to Cloud in the United States rests on'],
  ],
  [
    'vendors in a transfer of all',
    { product: america, policy: `${sharing}transfers:\n  a: { mechanism: standard-clauses }\n` },
    [],
  ],
  ['vendors and none', { product: america, policy: `${sharing}transfers: none\n` }, []],
  [
    'vendors of a cookie policy without a privacy policy',
    { product: america, policy: `${cookiePolicy}cookies:\n  a: { name: a, provider: cloud }\n` },
    [],
  ],
  [
    'vendors of a cookie policy that the privacy policy does not name',
    {
      product: america,
      policy: `${cookiePolicy}cookies:\n  a: { name: a, provider: cloud }\n`,
      others: { 'privacy.yaml': 'kind: privacy-policy\n' },
    },
    [
      'product.yaml:2 .*no field says what data that goes to Cloud in the United States rests on, and no text seems to',
    ],
  ],
  [
    'vendors that both policies name, once',
    {
      product: `name: Shop\n${america}`,
      policy: `${cookiePolicy}cookies:\n  a: { name: a, provider: cloud }\n`,
      others: { 'privacy.yaml': `kind: privacy-policy\n${sharing}` },
    },
    [elsewhere],
  ],
  [
    'a vendor of vendors.yaml',
    {
      product: 'vendors: { cloud: {} }\n',
      vendors: 'vendors:\n  cloud:\n    name: Cloud\n    country: US\n',
      policy: 'recipients: { a: { vendors: [cloud] } }\n',
    },
    ['^vendors.yaml:4 \\+1 '],
  ],
  [
    'a vendor that only gives data',
    {
      product: america,
      policy: 'data:\n  a: { label: Score, source: third-party, from: "{{ vendors.cloud.name }}" }\n',
    },
    [],
  ],
  [
    'a vendor that gives data and receives some',
    {
      product: `name: Shop\n${america}`,
      policy: `data:\n  a: { label: Score, source: third-party, from: "{{ vendors.cloud.name }}" }\n${sharing}`,
    },
    [elsewhere],
  ],
  [
    'the area of the United Kingdom',
    {
      product: `${uk}vendors: { a: { name: A, country: IE }, b: { name: B, country: GB } }\n`,
      policy: 'recipients: { all: { vendors: [a, b] } }\n',
    },
    ['product.yaml:2 .*no field says what data that goes to A in Ireland rests on, and no text seems to'],
  ],
]);

cases('gdpr/transfer-copy', [
  [
    'the text offers a copy',
    { policy: 'transfers:\n  a: { mechanism: standard-clauses, text: We send you a copy. }\n' },
    [],
  ],
  ['adequacy', { policy: 'transfers:\n  a: { country: JP, mechanism: adequacy }\n' }, []],
  [
    'a copy offered in another text, over two lines',
    {
      policy:
        'transfers:\n  a: { mechanism: standard-clauses }\n' +
        'sections:\n  - title: Abroad\n    content:\n      - |\n        Ask us for a copy of the\n        standard contractual clauses.\n',
    },
    ['policy.yaml:2 \\+7 .*no field says how a copy is had; the text seems to, at line 7'],
  ],
  [
    'a copy of something else',
    {
      policy:
        'transfers:\n  a: { mechanism: standard-clauses }\nlead: Ask us for a copy of your data. We use clauses.\n',
    },
    ['policy.yaml:2 '],
  ],
  [
    'one offer for two transfers on the same clauses',
    {
      policy:
        'transfers:\n  a: { country: US, mechanism: standard-clauses, copy: Write to us. }\n  b: { country: IN, mechanism: standard-clauses }\n',
    },
    [],
  ],
  [
    'three transfers at once',
    {
      policy:
        'transfers:\n  a: { country: US, mechanism: standard-clauses }\n  b: { country: IN, mechanism: standard-clauses }\n  c: { mechanism: binding-rules }\n',
    },
    ['policy.yaml:2 \\+3 \\+4 .*`a` and `b` rest on standard contractual clauses and `c` rests on binding'],
  ],
  [
    'a text that cannot be read',
    {
      policy:
        'language: de\ntransfers:\n  a: { mechanism: standard-clauses, text: Auf Wunsch senden wir sie zu. }\n',
    },
    [],
  ],
]);

const consented = 'transfers:\n  a: { country: US, mechanism: consent }\n';

cases('gdpr/transfer-consent', [
  ['no risk told', { policy: consented }, ['policy.yaml:2 .*no risk of it is told']],
  [
    'a risk told elsewhere',
    {
      policy: `${consented}sections: [{ title: Abroad, content: [We tell you the risks of a transfer and then ask.] }]\n`,
    },
    [],
  ],
  ['another ground', { policy: 'transfers:\n  a: { country: US, mechanism: contract }\n' }, []],
]);

cases('gdpr/retention', [
  ['nothing said', {}, ['policy.yaml:1 .*no field says how long data is kept, and no text seems to']],
  ['nothing said in a cookie policy', { policy: cookiePolicy }, []],
  [
    'data that no entry is about',
    { policy: `${twoKinds}retention:\n  a: { of: your account, data: [account], period: 1 year }\n` },
    ['policy.yaml:3 .*no field says how long “Date of birth” is kept, and no text seems to'],
  ],
  [
    'an entry about everything',
    { policy: `${twoKinds}retention: { a: { of: all of it, period: 1 year } }\n` },
    [],
  ],
]);

const criteria = (text: string): Example => ({
  policy: `retention:\n  a: { of: data, period: 1 year, criteria: "${text}" }\n`,
});

cases('gdpr/retention-criteria', [
  [
    'for as long as is reasonably necessary',
    criteria('for as long as is reasonably necessary'),
    ['policy.yaml:2 '],
  ],
  ['once for two formulas', criteria('as needed, and may vary'), ['“as needed”']],
  ['until no longer needed', criteria('until it is no longer needed'), ['no longer needed']],
  ['as long as you have an account', criteria('as long as you have the account'), []],
  ['the period a law sets', criteria('until the limitation period ends'), []],
  ['a duty that is named', criteria('as long as required by tax law'), []],
  ['a formula with its event', criteria('as long as needed, and until you close your account'), []],
  ['a formula with a length of time', criteria('as long as necessary, at least 6 years'), []],
  ['the name of the company is none', criteria('as long as needed by {{ name }}'), ['as long as needed']],
  ['a period that is quoted', criteria('{{ retention.a.period }}, or as long as needed'), []],
  [
    'a formula over two lines, in one line of the message',
    { policy: 'retention:\n  a:\n    of: data\n    criteria: |\n      as long as\n      needed\n' },
    ['policy.yaml:5 “as long as needed” is'],
  ],
  [
    'purposes are no event',
    criteria('as long as is necessary for the purposes set out above'),
    ['necessary'],
  ],
]);

cases('gdpr/rights-core', [
  [
    'no rights',
    {},
    [
      'policy.yaml:1 .*no field says that people have the right of access, rectification, erasure, restriction, objection or portability, and no text seems to',
    ],
  ],
  [
    'words of their own',
    {
      policy:
        'rights: { access: See it., correct: Mend it., delete: Lose it., restrict: Stop it., object: Mind it., export: Take it. }\n',
    },
    [],
  ],
]);

const banner = `${cookiePolicy}categories:\n  ads: { label: Ads, consent: required }\n`;
const letters = 'purposes:\n  a: { label: Letters, text: To write., basis: consent }\n';

cases('gdpr/withdraw-consent', [
  ['a category of cookies', { policy: banner }, ['policy.yaml:3 .*“Ads”']],
  [
    'a place to change a choice',
    { policy: `${banner}consent: { manager: { label: Cookie settings } }\n` },
    [],
  ],
  [
    'a privacy policy tells it',
    { policy: banner, others: { 'privacy.yaml': 'kind: privacy-policy\nrights: [withdraw-consent]\n' } },
    [],
  ],
  [
    'the text tells it',
    { policy: `${letters}lead: You can take back your consent at any time.\n` },
    ['policy.yaml:2 \\+3 .*no field says that it can be withdrawn; the text seems to, at line 3'],
  ],
  [
    'two consents',
    { policy: `${letters}${consented}` },
    ['policy.yaml:2 \\+4 .*“Letters” and the transfer `a`'],
  ],
  ['no consent', { policy: 'purposes: { a: { text: To sell., basis: contract } }\n' }, []],
  [
    'it is withdrawn in another sentence',
    { policy: `${letters}lead: We ask for your consent first. You may withdraw it at any time.\n` },
    ['policy.yaml:2 \\+3 .*no field says that it can be withdrawn; the text seems to, at line 3'],
  ],
  [
    'cookies, where the law on them is declared too',
    { policy: banner, product: 'regimes: [gdpr, eprivacy]\n' },
    [],
  ],
  [
    'cookies in a privacy policy, which the rules on storage leave alone',
    {
      policy: 'kind: privacy-policy\ncategories:\n  ads: { label: Ads, consent: required }\n',
      product: 'regimes: [gdpr, eprivacy]\n',
    },
    ['policy.yaml:3 .*“Ads”'],
  ],
  [
    'a text that cannot be read',
    { policy: `language: de\n${letters}` },
    [
      'policy.yaml:3 .*no field says that it can be withdrawn, and the text is in German, which no rule reads',
    ],
  ],
]);

cases('gdpr/complaint', [
  ['no rights', {}, ['policy.yaml:1 .*no field says that people have it, and no text seems to']],
  ['the standard words', { policy: 'rights: [complain]\n' }, []],
  ['to nobody', { policy: 'rights: { complain: Complain to us at any time. }\n' }, ['no authority']],
  ['by its letters', { policy: 'rights: { complain: Complain to the CNIL. }\n' }, []],
  [
    'an authority of the product',
    {
      policy: 'rights: { complain: Complain at any time. }\n',
      product: 'contacts: { dpc: { label: DPC } }\nauthorities: { IE: dpc }\n',
    },
    [],
  ],
  [
    'in the text',
    { policy: 'lead: You can complain to a supervisory authority.\n' },
    ['policy.yaml:1 \\+1 .*no field says that people have it; the text seems to, at line 1'],
  ],
  [
    'in the text, by its letters',
    { policy: 'lead: You can lodge a complaint with the CNIL.\n' },
    ['policy.yaml:1 \\+1 .*no field says that people have it; the text seems to, at line 1'],
  ],
  [
    'in the text, to us',
    { policy: 'lead: You can complain to us.\n' },
    ['policy.yaml:1 .*no field says that people have it; .*only a person can tell: .* line 1'],
  ],
]);

cases('gdpr/provision', [
  ['data that is only observed', { policy: 'data: { log: { label: Log, source: observed } }\n' }, []],
  [
    'told in the text',
    { policy: `${twoKinds}lead: You need not give us a birthday.\n` },
    ['policy.yaml:1 \\+4 .*no field says so; the text seems to, at line 4'],
  ],
  ['no data', { policy: 'data: none\n' }, []],
  [
    'an asterisk',
    { policy: `${twoKinds}lead: Fields marked with an asterisk are needed; the others are optional.\n` },
    ['policy.yaml:1 \\+4 .*no field says so; the text seems to, at line 4'],
  ],
  [
    'sharing is not giving',
    { policy: `title: Privacy\n${twoKinds}lead: We may have to share data with courts.\n` },
    ['policy.yaml:2 '],
  ],
]);

cases('gdpr/automated-decisions', [
  [
    'by automatic means',
    { policy: 'lead: We make no decision about you by automatic means.\n' },
    ['policy.yaml:1 \\+1 .*no field says whether there are any; the text seems to, at line 1'],
  ],
  [
    'with a human',
    { policy: 'lead: Nothing is a decision without a human.\n' },
    ['policy.yaml:1 \\+1 .*no field says whether there are any; the text seems to, at line 1'],
  ],
  [
    'a text that cannot be read',
    { policy: 'language: de\n' },
    ['policy.yaml:1 .*no field says whether there are any, and the text is in German, which no rule reads'],
  ],
  ['models', { policy: 'title: Privacy\nai: { uses: { a: proposing answers } }\n' }, ['policy.yaml:2 ']],
  [
    'told in the text',
    { policy: 'lead: We make no automated decisions about you.\n' },
    ['policy.yaml:1 \\+1 .*no field says whether there are any; the text seems to, at line 1'],
  ],
]);

cases('gdpr/automated-logic', [
  ['neither', { policy: 'automatedDecisions: { a: { label: Credit } }\n' }, ['no `logic` or `effect`']],
  ['none', { policy: 'automatedDecisions: none\n' }, []],
]);

cases('gdpr/indirect-source', [
  [
    'a vendor is named',
    {
      product: 'vendors: { pay: { name: Tollbar } }\n',
      policy:
        'data:\n  a: { label: Payments, source: third-party, description: "{{ vendors.pay.name }} tells us that you paid." }\n',
    },
    [],
  ],
  ['given', { policy: 'data: { a: { label: Name, source: given } }\n' }, []],
  ['in the label', { policy: 'data: { a: { label: Data from your employer, source: third-party } }\n' }, []],
  [
    'a text that cannot be read',
    { policy: 'language: de\ndata: { a: { label: A, source: third-party, description: Von der Bank. } }\n' },
    [],
  ],
]);

cases('gdpr/indirect-categories', [
  [
    'a label that says it all',
    { policy: 'data: { a: { label: Name and e-mail address, source: third-party } }\n' },
    [],
  ],
]);

const special = (policy: string): Example => ({ policy: `${cookiePolicy}${policy}` });

cases('gdpr/special-category', [
  [
    'a label',
    special('data:\n  a: { label: Biometric data for sign-in }\n'),
    ['policy.yaml:3 .*no field says which is met for “Biometric data for sign-in”, and no text seems to'],
  ],
  [
    'an example',
    special('data:\n  a: { label: Notes, examples: [height, health] }\n'),
    ['policy.yaml:3 .*no field says which is met for “Notes”, and no text seems to'],
  ],
  ['the health of a connection', special('data:\n  a: { label: Log, examples: [health signals] }\n'), []],
  ['denied', special('data:\n  a: { label: Log, examples: [no health data] }\n'), []],
  ['said not to be', special('data:\n  a: { label: Biometric lock, special: false }\n'), []],
  [
    'a condition for something else',
    special(
      'data:\n  a: { label: Health, special: true }\n  b: { label: Faith, special: true }\n' +
        'purposes: { c: { text: To pray., data: [b], condition: non-profit } }\n',
    ),
    ['policy.yaml:3 .*no field says which is met for “Health”, and no text seems to'],
  ],
]);

cases('gdpr/role-clarity', [
  [
    'nobody said to decide',
    {},
    ['policy.yaml:1 .*no field says which the company is for people, and no text seems to'],
  ],
  ['a controller for everybody', { product: 'controller: { name: Shop Ltd }\n' }, []],
  [
    'no roles',
    { policy: 'title: Privacy\naudiences:\n  a: { label: Buyers }\n  b: { label: Guests }\n' },
    ['policy.yaml:2 .*no field says which the company is for “Buyers” or “Guests”, and no text seems to'],
  ],
]);

const before = 'updated: 2026-03-02\npurposes:\n  a: { label: Orders, text: To sell. }\n';
const after = (change: string, purposes: string): Example => ({
  published: before,
  policy: `updated: 2026-10-05\nchange: { summary: New., ${change} }\npurposes:\n${purposes}`,
});
const orders = '  a: { label: Orders, text: To sell. }\n';
const tips = '  b: { label: Tips, text: To recommend. }\n';

cases('gdpr/new-purpose-notice', [
  [
    'told on the day',
    after('notified: 2026-10-05', orders + tips),
    ['policy.yaml:5 .*“Tips”.*before 2026-10-05'],
  ],
  [
    'another id and other words under the same label',
    after('material: true', '  c: { label: Orders, text: To deliver what you order. }\n'),
    [],
  ],
  [
    'for data that is new as well',
    {
      published: `${before}data: { account: { label: Account } }\n`,
      policy:
        'updated: 2026-10-05\nchange: { summary: New. }\ndata: { account: { label: Account }, voice: { label: Voice } }\n' +
        `purposes:\n${orders}  b: { label: Captions, text: To write down what is said., data: [voice] }\n`,
    },
    [],
  ],
  [
    'for data that was there',
    {
      published: `${before}data: { account: { label: Account } }\n`,
      policy:
        'updated: 2026-10-05\nchange: { summary: New. }\ndata: { account: { label: Account } }\n' +
        `purposes:\n${orders}  b: { label: Tips, text: To recommend., data: [account] }\n`,
    },
    ['“Tips”'],
  ],
  ['another id', after('material: true', '  c: { label: Orders, text: To sell. }\n'), []],
  ['a first version', { policy: before }, []],
]);

const complain = 'rights: { complain: You can complain. }\n';

cases('uk-gdpr/authority', [
  [
    'two privacy policies, once',
    { policy: complain, others: { 'jobs.yaml': `kind: privacy-policy\n${complain}` } },
    ['product.yaml:1 '],
  ],
  ['no right to complain at all, which is another gap', {}, []],
  ['terms alone', { policy: 'kind: terms\n' }, []],
  ['in a text of another language', { policy: 'language: de\nlead: Beschwerde beim ICO.\n' }, []],
  [
    'no authorities',
    { policy: complain },
    [
      'product.yaml:1 .*no field says whom people in the United Kingdom can complain to, and no text seems to',
    ],
  ],
  [
    'in the right',
    { policy: "rights: { complain: Complain to the Information Commissioner's Office. }\n" },
    [],
  ],
]);

test('under British law alone, the law named is the British one', async () => {
  const rule = await loadRule('gdpr/recipients');
  const messageOf = (regimes: string) =>
    findingsIn({ product: `regimes: [${regimes}]\n` }, rule).map(({ message }) => message.split(' lists')[0]);
  expect(messageOf('uk-gdpr')).toEqual(['UK GDPR Art. 13(1)(e)']);
  expect(messageOf('gdpr, uk-gdpr')).toEqual(['GDPR Art. 13(1)(e)']);
});

const complaints = (within: string): Example => ({
  product: `${uk}contacts: { desk: { label: Desk } }\n`,
  policy: `requests:\n  complaints: { channel: desk, acknowledgeWithin: ${within} }\n`,
});

cases('uk-gdpr/complaints-route', [
  ['no requests', {}, ['policy.yaml:1 .*no field says how people do, and no text seems to']],
  [
    'later than asked',
    complaints('6 weeks'),
    ['policy.yaml:2 .*DPA 2018 s\\. 164A asks that a complaint is acknowledged within 30 days; the field'],
  ],
  ['sooner', complaints('1 week'), []],
  [
    'in the text',
    { policy: 'lead: To complain to us, write to our desk.\n' },
    ['policy.yaml:1 \\+1 .*no field says how people do; the text seems to, at line 1'],
  ],
  [
    'to somebody else',
    { policy: 'lead: Complain to the ICO.\n' },
    ['policy.yaml:1 .*no field says how people do, and no text seems to'],
  ],
  ['a text from before', { policy: 'updated: 2026-04-09\n', asOf: '2026-04-09' }, []],
]);
