import { describe, expect, test } from 'vitest';
import type { Example } from '../src/rules/rule.ts';
import { openSources, problemsOf } from '../src/site/library.ts';
import { sourcesOf } from './compile-texts.ts';
import { project } from './open-folder.ts';
import { findingsIn, loadRule } from './rules.ts';

// What rules once said of real policies and was not so, each with its smallest input. `found` is what is said instead,
// as `severity message`, the message from where it begins to differ.

type Case = [says: string, example: Example, ...found: string[]];

function falsely(id: string, table: readonly Case[]): void {
  describe(`${id} no longer objects to`, async () => {
    const rule = await loadRule(id);
    test.each(table.map(([says, example, ...found]) => ({ says, example, found })))('$says', (one) => {
      const lines = findingsIn(one.example, rule).map(({ severity, message }) => `${severity} ${message}`);
      expect(lines).toEqual(one.found.map((text) => expect.stringContaining(text)));
    });
  });
}

const section = (title: string, ...texts: string[]) =>
  `sections:\n  - title: ${title}\n    content:\n${texts.map((text) => `      - ${JSON.stringify(text)}\n`).join('')}`;
const who = (text: string): Example => ({
  policy: `kind: privacy-policy\n${section('Us', text)}`,
  product: 'regimes: [gdpr]\n',
});
const sold = 'sale: { sells: true, shares: true, under16: false }\n';
const google = 'vendors:\n  google: { name: Google }\n';

falsely('caloppa/effective-date', [
  ['a day of the last update in words', { policy: section('About', 'Page updated: April 2024') }, 'info '],
  ['a text that binds from its date', { policy: 'updated: 2026-10-01\n' }],
  ['a day in words', { policy: section('Date', 'Effective 1 May 2026.') }, 'info '],
  [
    'a day of publication',
    { policy: section('Date', 'This policy was last published on: 21 April 2026') },
    'info ',
  ],
  [
    'a day in a title',
    { policy: section("'Last Updated: August 14, 2025'", 'By using us, you agree.') },
    'info ',
  ],
  [
    'a day from which a title says it binds',
    { policy: section('Effective January 21, 2026', 'Text.') },
    'info ',
  ],
]);

falsely('gdpr/controller-identity', [
  [
    'a public benefit corporation',
    who('Bluesky Social, PBC ("**we**", "**us**") respects your privacy.'),
    'info ',
  ],
  ['a company whose policy it is', who('Welcome to Snap Inc.’s Privacy Policy.'), 'info '],
  ['a role in quotation marks', who('We are a "data controller" of the data.'), 'info '],
  ['a legal name', who('You know us as Dish, but our legal name is Dish Foods.'), 'info '],
  [
    'a company with its family',
    who('Viber Media S.à r.l., its subsidiaries and affiliates (collectively, “**Viber**”, “**we**”).'),
    'info ',
  ],
  [
    'a name defined as that of those who speak',
    who('At Linear Orbit (**“Linear”**), we take care.'),
    'info ',
  ],
]);

falsely('ccpa/contact', [
  [
    'an address that a host hides',
    { policy: section('Ask', 'Ask [\\[email protected\\]](https://x.example/y).') },
  ],
  ['an address in words', { policy: section('Ask', 'Write to dpo @ glassdoor.com.') }],
  ['a link to a form', { policy: section('Ask', 'Ask [here](https://help.example.com/s/Us).') }],
  ['a postal address', { policy: section('Ask', 'Roofoods Ltd, 1 Cousin Lane, London') }],
]);

falsely('core/contact-missing', [
  [
    'a link to the section that says it',
    {
      policy: `${section('Contacting us', 'Scroll up to [questions](#questions).')}  - { title: Questions, content: [Ask us.] }\n`,
    },
  ],
]);

falsely('core/date-referenced-missing', [
  [
    'the day from which the text binds',
    {
      policy: `effective: 2026-10-01\n${section('Dates', 'We change the date at the top of this page.')}`,
    },
  ],
]);

falsely('core/placeholder', [
  ['what an identifier looks like', { policy: section('Id', 'An identifier (of the form “XXX”) is made.') }],
]);

falsely('core/change-promise-missing', [
  ['notifications', { policy: section('Changes', 'Subscribe to notifications of updates to this list.') }],
  [
    'changes that are not minor',
    { policy: section('Changes', 'We notify you of changes that are not minor.') },
  ],
  [
    'a cookie policy beside a privacy policy that promises',
    {
      policy: 'kind: cookie-policy\n',
      others: {
        'privacy-policy.yaml': `kind: privacy-policy\n${section('Changes', 'We e-mail you about changes.')}`,
      },
    },
  ],
]);

falsely('core/pattern-too-wide', [
  [
    'one name on two sites, in two categories',
    {
      policy:
        'categories:\n  visits: { label: Visits }\n  ads: { label: Ads }\n' +
        'cookies:\n  a: { name: _ga_*, category: visits }\n  b: { name: _ga_*, category: ads }\n',
    },
  ],
]);

const officer =
  'contacts:\n  officer: { label: Data protection officer, email: dpo@shop.example }\ndpo: officer\n';

falsely('core/contact-unshown', [
  [
    'a contact whose address stands in prose',
    { product: officer, policy: section('Us', 'Write to dpo@shop.example.') },
  ],
  [
    'an authority that prose names',
    {
      product:
        'contacts:\n  ico: { label: Information Commissioner, url: "https://ico.org.uk" }\nauthorities: { GB: ico }\n',
      policy: section('Us', 'Complain to the Information Commissioner.'),
    },
  ],
  [
    'nothing where prose names an officer without an address',
    { product: officer, policy: section('Us', 'Ask our data protection officer.') },
    'warning ',
  ],
]);

falsely('core/vendor-unlisted', [
  [
    'a company that prose names beside the list',
    {
      policy:
        'cookies:\n  ad: { name: ad_id, provider: ads }\nsections:\n  - title: Companies\n' +
        '    content: [vendors: Analytics, We also work with Ads Ltd.]\n',
      product:
        'vendors:\n  tally: { name: Tally, group: Analytics }\n  ads: { name: Ads Ltd, group: Advertising }\n',
    },
  ],
]);

falsely('core/contact-missing', [
  [
    'a text for one state beside a privacy policy with an address',
    {
      policy: 'title: For Californians\n',
      others: {
        'privacy-policy.yaml': `kind: privacy-policy\n${section('Us', 'Write to desk@shop.example.')}`,
      },
    },
  ],
]);

const transfer = (fields: string) => ({ policy: `transfers:\n  us: { country: US, ${fields} }\n` });

falsely('gdpr/transfer-copy', [
  ['the Data Privacy Framework, as a certification', transfer('mechanism: certification')],
  [
    'the Data Privacy Framework, by its name',
    transfer('mechanism: standard-clauses, text: "It takes part in the Data Privacy Framework."'),
  ],
]);

falsely('eprivacy/consent-or-exemption', [
  [
    'what the website needs',
    {
      policy:
        'categories:\n  base: { label: Functional cookies, consent: exempt, description: Cookies that our website needs for a good and safe experience. }\n',
    },
  ],
]);

falsely('gdpr/rights-core', [
  [
    'one item that holds two rights',
    {
      policy:
        'rights:\n  access: Have a copy.\n  correct: Have it corrected.\n  delete: Have it deleted.\n' +
        '  object: Object to the use of your data, or restrict it.\n  export: Take it with you.\n',
    },
  ],
]);

falsely('ccpa/opt-out-link', [
  [
    'a policy that says how to opt out, without a link',
    { policy: 'sale:\n  sells: true\n  optOut: { label: Opt out, methods: [form, signal] }\n' },
  ],
  ['the right to opt out', { policy: `${sold}rights:\n  opt-out-sale: Write to us, and we stop.\n` }],
  [
    'the contents of the notice, in prose',
    { policy: `${sold}${section('Sale', 'To opt out of the sale of your data, write to us.')}` },
    'info ',
  ],
]);

falsely('ccpa/rights', [
  [
    'a policy beside the one that tells the rights',
    {
      policy: 'title: Everybody\n',
      others: {
        'california.yaml': 'kind: privacy-policy\nrights: [access, delete, correct, non-discrimination]\n',
      },
    },
  ],
]);

falsely('ccpa/annual-review', [
  [
    'a cookie policy beside a privacy policy',
    {
      policy: 'kind: cookie-policy\nupdated: 2025-01-01\n',
      others: { 'privacy-policy.yaml': 'kind: privacy-policy\nupdated: 2026-10-01\n' },
    },
  ],
]);

falsely('core/literal-fact', [
  ['the name of a company in a sentence', { policy: section('Ads', 'Google shows them.'), product: google }],
  [
    'the name of a cookie in a sentence',
    { policy: `cookies:\n  ga: { name: _ga }\n${section('Visits', 'We count visits with _ga.')}` },
  ],
]);

falsely('core/dnt-as-opt-out-unbacked', [
  [
    'the signal as a way to opt out of a service that is named',
    { policy: section('Choices', 'You can opt out of Hotjar by sending Do Not Track.') },
  ],
  [
    'a signal that another sentence says is honoured',
    {
      policy: section('Choices', 'You can opt out by sending Do Not Track.', 'We honour Do Not Track.'),
    },
  ],
]);

falsely('core/link-without-url', [
  [
    'brackets around an example',
    { policy: section('Logs', 'Such as [user] deleted [title of post] at [time].') },
  ],
  [
    'brackets in the name of a cookie',
    { policy: section('Visits', '_ga_[unique ID number] counts visits.') },
  ],
]);

falsely('core/hedge-density', [
  [
    'rights that depend on where a reader lives',
    { policy: section('Your rights', 'In some places you may have certain rights, and might have others.') },
  ],
]);

falsely('eprivacy/third-party-access', [
  [
    'a cookie that another company sets',
    { policy: 'cookies:\n  ga: { name: _ga, provider: google }\n', product: google },
  ],
]);

falsely('eprivacy/non-cookie-tech', [
  [
    'a list that stands in prose',
    {
      policy: section(
        'List',
        'We use cookies and local storage.',
        '| Name | Purpose |\n|---|---|\n| `a` | Login |\n',
      ),
    },
  ],
]);

falsely('eprivacy/storage-listed', [
  [
    'a table of cookies in prose',
    { policy: section('List', '| Cookie | Purpose |\n|---|---|\n| shop_cart | Your cart |\n') },
    'info ',
  ],
]);

falsely('eprivacy/duration', [
  [
    'a purpose that tells the time',
    { policy: 'cookies:\n  a: { name: aa, purpose: Keeps your cart for 7 days. }\n' },
  ],
  [
    'an event in a row that names the cookie',
    {
      policy: `cookies:\n  a: { name: oauth_csrf }\n${section('List', '| `oauth_csrf` | Deleted when state is validated |')}`,
    },
  ],
  [
    'a sentence that names the cookie and its time',
    { policy: `cookies:\n  a: { name: shop_cart }\n${section('Time', '`shop_cart` stays for one year.')}` },
  ],
]);

falsely('gdpr/automated-decisions', [['silence, where it may be that no machine decides', {}, 'info ']]);

falsely('caloppa/third-party-tracking', [
  [
    'a cookie policy beside it that says so in words',
    {
      others: {
        'cookies.yaml': `kind: cookie-policy\n${section('Visits', 'Google tracks visitors across websites.')}`,
      },
    },
    'info ',
  ],
]);

falsely('core/change-promise-vague', [
  [
    'a notice on top of one that is promised',
    {
      policy: section('Changes', 'We give 30 days and will notify you by e-mail. We may also post a notice.'),
    },
  ],
]);

falsely('core/contact-unshown', [
  [
    'an address that is written in lines',
    {
      product:
        'contacts:\n  uk: { label: Our people in London, address: [5 Harbour Road, London] }\nrepresentatives: { GB: uk }\n',
      policy: section('Who', 'Our representative is at 5 Harbour Road, London.'),
    },
  ],
]);

const french =
  'Nous gardons un témoin de connexion sur votre appareil pour vous reconnaître, et un autre pour compter les visites. ' +
  'Vous pouvez les refuser dans les réglages de votre navigateur, sans que cela change quoi que ce soit au service. Les ' +
  'témoins sont effacés après six mois. Nous ne transmettons ces données à personne, sauf si un juge nous y oblige. Vous ' +
  'avez le droit de savoir ce que nous gardons, de le faire corriger ou effacer, et de vous plaindre auprès de la ' +
  'commission qui protège les données.';

falsely('gdpr/retention', [
  [
    'a text that is not English, whatever its language is said to be',
    { policy: section('Durées', french) },
    'info GDPR Art. 13(2)(a) lists the period data is stored, or the criteria for it; no field says how long data is kept, and the text does not seem to be English, which is all that rules read.',
  ],
]);

falsely('gdpr/controller-identity', [
  [
    'a company that gives itself a short name',
    { policy: section('Us', 'Shop Ventures LLC (“Shop”) cares about your data.') },
    'info ',
  ],
  [
    'a company that “we” refers to',
    { policy: section('Us', 'References to “Shop”, “we”, or “us” refer to Shop LLC and its subsidiaries.') },
    'info ',
  ],
  [
    'a name in brackets',
    { policy: section('Us', 'Shop (officially, Shop Shop, Inc.) runs the site.') },
    'info ',
  ],
  [
    'a company under a heading on how to reach it',
    { policy: section('Contact', 'Shop GmbH, 1 Quay Street, Berlin') },
    'info ',
  ],
  [
    'a cookie policy that names the company, where that is all there is',
    { policy: `kind: cookie-policy\n${section('Contact', 'Shop SAS, 1 Quai, Paris')}` },
    'info ',
  ],
]);

falsely('gdpr/rights-core', [
  [
    'a right in a list that the paragraph before it leads into',
    {
      policy: section(
        'Your data',
        'These may include rights to:',
        '- access it\n- rectify it\n- erase it\n- restrict its use\n- object to its use\n- data portability',
      ),
    },
    'info ',
  ],
  [
    'a copy that is transmitted to somebody else',
    {
      policy: section(
        'Your rights',
        'You have a right to (1) request a copy of your data and to transmit that copy to another controller; (2) delete or amend it; (3) restrict, or object to, its processing; (4) correct it.',
      ),
    },
    'info ',
  ],
]);

falsely('ccpa/last-updated', [
  [
    'a text that says from when it is effective',
    { policy: 'effective: 2026-10-01\n' },
    'info 11 CCR 7011(e)(4) lists the date of the last update; `effective` says',
  ],
  [
    'the day of the most recent changes',
    { policy: section('Changes', 'The most recent changes were made on 9 October 2025.') },
    'info ',
  ],
]);

falsely('core/link-without-url', [
  [
    'an address of streets',
    { policy: section('Us', 'Write to us at the following address:\n\n1 Quay Street, Galway') },
  ],
  [
    'an address in the next paragraph',
    { policy: section('Us', 'Write to us at the following address:', '1 Quay Street, Galway') },
  ],
]);

falsely('core/empty-block', [
  [
    'sections for each sort of reader',
    {
      policy:
        'sections:\n  - title: Contact\n    content: ["Here is how you can reach us:"]\n  - { title: "If you live in Europe:", content: [Write to Galway.] }\n',
    },
  ],
]);

falsely('core/reference-missing', [
  [
    'a title that is a line by itself',
    { policy: section('All', 'Please see “Your choices” below.', 'Your choices\n\nYou can write to us.') },
  ],
  [
    'a part that is an item of a list',
    { policy: section('All', 'See section 2 below.\n\n1. What we keep\n\n2. What we do') },
  ],
]);

falsely('core/declared-unshown', [
  [
    'categories that are the headings over their cookies',
    {
      policy: `kind: cookie-policy\ncategories:\n  needed: { label: Needed }\ncookies:\n  session: { name: sid, category: needed }\nsections:\n  - title: Needed\n    content: [{ cookies: needed }]\n`,
    },
  ],
]);

falsely('core/anonymous-claim', [
  [
    'what is kept apart from identifiers',
    {
      policy: section(
        'Search',
        'We only save anonymous queries, completely disconnected from any identifiers.',
      ),
    },
  ],
]);

falsely('core/change-promise-vague', [
  [
    'what a law requires',
    {
      policy: section(
        'Changes',
        'We update this policy. Below we let you know the categories, as required by the Act.',
      ),
    },
  ],
  [
    'a text that is called a notice',
    {
      policy: section(
        'Changes',
        'We may update this Privacy Notice at our discretion. We post the new text here.',
      ),
    },
  ],
]);

falsely('core/child-age-conflict', [
  [
    'whom a service is for and whom it does not knowingly serve',
    {
      policy: section(
        'Children',
        'We do not aim our services at children under the age of 18, and do not knowingly collect data about children under 13.',
      ),
    },
  ],
]);

falsely('gdpr/complaint', [
  [
    'who regulates the publisher',
    { policy: section('Who we are', 'We are regulated by the Information Commissioner’s Office.') },
    'info ',
  ],
]);

falsely('core/contact-missing', [
  [
    'a page for questions whose address is its own link',
    { policy: `kind: privacy-policy\n${section('Us', 'Open a ticket at <https://help.shop.example/new>.')}` },
  ],
  [
    'what is kept of people who write',
    {
      policy: `kind: privacy-policy\n${section('Contacting us', 'If you contact us, we keep what you wrote.')}  - { title: Us, content: [Write to team@shop.example.] }\n`,
    },
  ],
]);

falsely('core/contact-unshown', [
  [
    'an authority whose name is written without its apostrophe',
    {
      policy: `kind: privacy-policy\n${section('Complaints', 'You can turn to the Information Commissioners Office.')}`,
      product: `contacts:\n  ico: { label: "Information Commissioner's Office" }\nauthorities: { GB: ico }\n`,
    },
  ],
]);

falsely('core/reference-missing', [
  [
    'a title that is an item with a number',
    {
      policy: section(
        'All',
        'Please see the “Sharing your data” section.\n\n1.  What we keep\n\n    A name.\n\n2.  Sharing your data\n\n    With nobody.',
      ),
    },
  ],
]);

falsely('core/empty-block', [
  [
    'tables that stand in the sections below',
    {
      policy:
        'sections:\n  - title: Control\n    content: ["The tables below tell more:"]\n  - { title: Cookie list, content: [One cookie.] }\n',
    },
  ],
]);

falsely('gdpr/controller-identity', [
  ['whose trading name it is', who('Shop is the trading name of Shop Customers Limited.'), 'info '],
  ['who collects data for a group', who('Personal information is collected by The Shop Limited.'), 'info '],
  [
    'a company that is registered somewhere',
    who('Shop Limited, registered in Ireland, sells boxes.'),
    'info ',
  ],
]);

falsely('gdpr/role-clarity', [
  [
    'groups of which none says another role than the controller that is named',
    {
      policy: 'audiences:\n  parents: { label: Parents }\n  children: { label: Children }\n',
      product: 'regimes: [gdpr]\ncontroller: { name: Kelp SAS, country: FR }\n',
    },
  ],
  [
    'a responsible party',
    {
      policy: `kind: privacy-policy\ndata: { account: { label: Account } }\n${section('Us', 'Shop GmbH is the responsible party within the meaning of the law.')}`,
    },
    'info ',
  ],
]);

falsely('gdpr/rights-core', [
  [
    'a right to transferability',
    {
      policy: `rights: [access, correct, delete, restrict, object]\n${section('Your rights', 'You are also entitled to exercise your right to data transferability.')}`,
    },
    'info ',
  ],
]);

falsely('gdpr/retention', [
  [
    'for so long as',
    {
      policy: `kind: privacy-policy\ndata: { orders: { label: Orders } }\n${section('Orders', 'We keep your order information for so long as our policy asks.')}`,
    },
    'info ',
  ],
]);

falsely('gdpr/withdraw-consent', [
  [
    'a newsletter that can be unsubscribed',
    {
      policy: `kind: privacy-policy\npurposes:\n  letters: { label: Letters, text: To send letters., basis: consent }\n${section('Letters', 'You can unsubscribe or opt out of letters.')}`,
    },
    'info ',
  ],
]);

falsely('uk-gdpr/complaints-route', [
  [
    'an address to which complaints go',
    {
      policy: `kind: privacy-policy\n${section('Complaints', 'You can contact us at [privacy@shop.example](mailto:privacy@shop.example) to raise a complaint.')}`,
      product: 'regimes: [uk-gdpr]\n',
    },
    'info ',
  ],
]);

falsely('caloppa/effective-date', [
  ['a version that is named by its month', { policy: section('About', 'Version: August 2026') }, 'info '],
]);

falsely('core/date-referenced-missing', [
  [
    'a date that stands at the top in words',
    { policy: section('About', 'Version: August 2026', 'We will change the date at the beginning.') },
    'info The text points to “date at the beginning”; no field says which day that is; the text seems to, at line',
  ],
]);

falsely('core/declared-unshown', [
  [
    'categories that say more than the headings over their cookies do',
    {
      policy: `kind: cookie-policy\ncategories:\n  needed: { label: Needed, consent: exempt }\ncookies:\n  session: { name: sid, category: needed }\nsections:\n  - title: Needed\n    content: [{ cookies: all }]\n`,
      product: 'regimes: [eprivacy]\n',
    },
    'warning `categories` is declared, and no block shows more of it',
  ],
]);

falsely('eprivacy/refusal-effect', [
  [
    'what happens to those who decide not to allow cookies',
    {
      policy: `kind: cookie-policy\ncategories:\n  counting: { label: Counting, consent: required }\n${section('Choice', 'If you decide not to allow certain cookies, this could block your access.')}`,
      product: 'regimes: [eprivacy-fr]\n',
    },
    'info ',
  ],
]);

falsely('caloppa/effective-date', [
  ['a line that is a day', { policy: section('About', 'September 11, 2025', 'We keep little.') }, 'info '],
  ['a month beside a version', { policy: section('End', 'Shop, February 2024, version 1.2') }, 'info '],
]);

falsely('caloppa/third-party-tracking', [
  [
    'the cookie files of others',
    {
      policy: `kind: privacy-policy\n${section('Others', 'Third party entities may place their cookie files on our website.')}`,
    },
    'info ',
  ],
]);

falsely('gdpr/rights-core', [
  [
    'cancellation, and limitation of processing',
    {
      policy: `rights: [access, correct, object, export]\n${section('Your rights', 'You can request the cancellation of your data, or the limitation of the data processing.')}`,
    },
    'info ',
  ],
]);

falsely('gdpr/rights-core', [
  [
    'portability in an item far from the sentence about rights',
    {
      policy: `rights: [access, correct, delete, restrict, object]\n${section('All', '- to the portability of the personal data you gave;')}`,
    },
    'info ',
  ],
]);

falsely('caloppa/effective-date', [
  ['a title that is a day', { policy: section("'March 14, 2026'", 'We keep little.') }, 'info '],
]);

falsely('eprivacy/storage-listed', [
  [
    'technologies that a sentence lists',
    {
      policy: `kind: cookie-policy\n${section('App', 'We use the following tracking technologies: Lantern Crash, for faults.')}`,
      product: 'regimes: [eprivacy]\n',
    },
    'info ',
  ],
]);

falsely('core/empty-block', [
  [
    'the sections of the whole text',
    {
      policy:
        'sections:\n  - title: Key information\n    content: ["You find it in each section of this notice:"]\n  - { title: Who we are, content: [A shop.] }\n',
    },
  ],
]);

const european: Pick<Example, 'product'> = { product: 'regimes: [gdpr]\n' };
const notice = (title: string, ...texts: string[]): Example => ({
  policy: `kind: privacy-policy\n${section(title, ...texts)}`,
  ...european,
});

falsely('gdpr/controller-identity', [
  [
    'a company with its affiliates',
    who('How Lantern Mobile Limited and its affiliates (“Lantern”) use it.'),
    'info ',
  ],
  ['a company whose form is no English one', who('Services offered by Lantern AS (Lantern).'), 'info '],
  [
    'where letters go',
    who('Contact us by email at me@lantern.example or by mail at Lantern, Attn: Legal, 1 Quay Drive.'),
    'info ',
  ],
]);

falsely('gdpr/complaint', [
  ['an inspectorate', notice('Complaints', 'You may appeal to the Data Inspectorate.'), 'info '],
]);

falsely('gdpr/rights-core', [
  [
    'limited treatment',
    {
      policy: `rights: [access, correct, delete, object, export]\n${section('You', 'You have the right to demand limited treatment.')}`,
    },
    'info ',
  ],
]);

falsely('ccpa/sold-shared-or-none', [
  [
    'data that is given to nobody',
    {
      policy: `kind: privacy-policy\n${section('Sharing', 'We never sell your information. It is not willingly shared with third parties.')}`,
    },
    'info ',
  ],
]);

falsely('caloppa/third-party-tracking', [
  [
    'advertising services that follow people',
    {
      policy: section(
        'Ads',
        'We use advertising and analytics services for cross-context behavioral advertising.',
      ),
    },
    'info ',
  ],
]);

falsely('gdpr/provision', [
  [
    'what is optional to give',
    {
      policy: `data: { account: { label: Account, source: given } }\n${section('You', 'Your date of birth is optional to provide.')}`,
    },
    'info ',
  ],
]);

falsely('core/empty-block', [
  ['a line of a form', { policy: section('Signatures', 'Date Signed:') }],
  ['the name of a button', { policy: section('More', '**Download Privacy Statement:**') }],
]);

falsely('core/change-promise-missing', [
  [
    'a site that is updated',
    { policy: section('Use', 'We measure how you use the website so it can be updated.') },
    'warning No field says how readers learn of changes',
  ],
]);

falsely('core/dnt-as-opt-out-unbacked', [
  [
    'a signal by which people are said to opt out',
    { policy: section('Sale', 'We provide an opt out of sharing using a Global Privacy Control signal.') },
  ],
]);

falsely('caloppa/third-party-tracking', [
  [
    'others that are let collect',
    {
      policy: `kind: privacy-policy\n${section('Us', 'We enable certain third parties to collect data on our website.')}`,
    },
    'info ',
  ],
]);

falsely('core/necessary-with-analytics', [
  [
    'the name of a site',
    {
      policy:
        'categories: { needed: { label: Strictly necessary } }\ncookies: { a: { name: a, category: needed, purpose: "Signs in. Domain: ads.shop.example" } }\n',
    },
  ],
]);

falsely('core/change-promise-vague', [
  [
    'what is needed for something else',
    {
      policy: section(
        'Us',
        'We change this policy from time to time.\n\n' +
          'We look at how people use the shop. '.repeat(15) +
          'We write to you as necessary to keep you informed of offers you asked for.',
      ),
    },
  ],
  [
    'what comes on top of a notice',
    {
      policy: section(
        'Us',
        'When we change this policy, we will provide notice by publishing it. We may provide additional notice to you.',
      ),
    },
  ],
]);

falsely('core/empty-block', [
  [
    'what the next section may be, as an error',
    {
      policy:
        'sections:\n  - { title: Data, content: ["We collect:"] }\n  - { title: Identity data, content: [Your name.] }\n',
    },
    'info Nothing follows “We collect:” in its section',
  ],
]);

falsely('core/placeholder', [
  [
    'one name in two places as if there were two',
    { policy: section('Us', 'Ask [company name].', 'Write to [company name].') },
    'error “[company name]” stands for',
  ],
]);

falsely('gdpr/rights-core', [
  [
    'rights in words of their own',
    {
      policy:
        'rights:\n  a: { label: Copy, text: to request a copy of the data }\n  b: { label: No, text: to object to the processing; or }\n  c: { label: Change, text: "to request that your data is rectified or deleted, or its processing limited." }\n',
    },
    'error GDPR Art. 13(2)(b) lists six rights; no field says that people have the right of portability',
    'info ',
  ],
]);

falsely('gdpr/rights-core', [
  [
    'data that people can download, and use that they can stop',
    {
      policy: `rights: [correct, delete, restrict, export]\n${section('You', 'You have the option to [export](https://shop.example/a.b) and [download your personal data](https://shop.example).', 'You can request that we stop collecting or using your information.')}`,
    },
    'info ',
  ],
]);

falsely('gdpr/provision', [
  [
    'what has to be given, as a company asks for it',
    {
      policy: `data: { account: { label: Account, source: given } }\n${section('You', 'We require that you provide your date of birth.')}`,
    },
    'info ',
  ],
  [
    'what it costs to give nothing',
    {
      policy: `data: { account: { label: Account, source: given } }\n${section('You', 'Choosing not to provide certain information may impact the shop.')}`,
    },
    'info ',
  ],
]);

falsely('uk-gdpr/complaints-route', [
  [
    'a way to complain in the next sentence',
    {
      policy: section(
        'Us',
        'We welcome complaints about our use of your data. Please contact us at desk@shop.example.',
      ),
    },
    'info ',
  ],
  [
    'a wish to hear of it before an authority',
    { policy: section('Us', 'We urge you to contact us first to resolve your issue.') },
    'info ',
  ],
]);

falsely('caloppa/review-process', [
  [
    'what parents can review',
    { policy: section('Parental rights', '- Review the identifier information we collect.') },
    'info ',
  ],
]);

falsely('eprivacy/storage-listed', [
  [
    'a table of those who set cookies',
    { policy: section('List', '| Third Party | Purpose |\n|---|---|\n| Lantern Ads | Advertising |\n') },
    'info ',
  ],
]);

falsely('core/change-promise-vague', [
  [
    'what is needed to run a business',
    {
      policy: section(
        'Changes',
        'We notify you of changes to our terms as necessary to keep our records updated.',
      ),
    },
  ],
]);

const privacy = (title: string, ...texts: string[]): Example => ({
  policy: `kind: privacy-policy\n${section(title, ...texts)}`,
});

falsely('eprivacy/storage-listed', [
  [
    'kinds of cookies that the text describes',
    { policy: section('Kinds', 'Performance cookies count visits. Advertising cookies show you offers.') },
    'info ',
  ],
  [
    'what the text says cookies are used for',
    { policy: section('Use', 'We use cookies and pixels to remember your choices.') },
    'info ',
  ],
]);

falsely('eprivacy/duration', [
  [
    'one time for all cookies but some',
    {
      policy: `cookies:\n  a: { name: visits }\n  b: { name: cart }\n${section('Time', 'Except for essential cookies, all cookies will expire after two years.')}`,
    },
    'info No field says how long `visits` or `cart` stays; the text seems to, at line 7',
  ],
  [
    'cookies that end with the visit, in a text that leaves the others open',
    {
      policy: `categories: { a: { label: Visits } }\n${section('Time', 'Session cookies are deleted when you close your browser. Others stay for a set period.')}`,
    },
    'error “for a set period” names no length, and no cookie is listed with its own',
  ],
  [
    'the text, which says of a kind of cookies when they end',
    {
      policy: `categories: { a: { label: Visits } }\n${section('Time', 'Session cookies are deleted when you close your browser.')}`,
    },
  ],
]);

falsely('gdpr/controller-identity', [
  ['a role before a colon', who('**Data Controller**: Lantern, 1 Quay Drive.'), 'info '],
  ['who will be it', who('Lantern will be the controller of your data.'), 'info '],
  ['a company that adopts the policy', who('**Lantern Holdings Limited adopts this policy.**'), 'info '],
  ['a company with ours', who('Lantern Inc. and our subsidiaries (collectively “Lantern”) use it.'), 'info '],
  ['our company', who('It applies to data that our company, Lantern, a.s., ID 28, processes.'), 'info '],
  ['who owns the site', who('It applies between you and Lantern Ltd, the owner of this website.'), 'info '],
  ['a corporation of a state', who('By “we” we mean Lantern, a Delaware corporation.'), 'info '],
  [
    'a company that is registered',
    who('We, Lantern s.r.o., a company registered in Prague, use it.'),
    'info ',
  ],
  ['where letters go', who('You can send mail to us at Lantern, Attn: Privacy, 1 Quay Drive.'), 'info '],
  ['whom to mail', who('You can e-mail us or mail us at Lantern, Inc., 1 Quay Drive.'), 'info '],
  [
    'a cookie policy alone, beside a privacy policy elsewhere',
    { ...european, policy: `kind: cookie-policy\n${section('Use', 'We use cookies.')}` },
    'info GDPR Art. 13(1)(a) lists who the controller is and how to reach it; no field says its legal name, and no text seems to.',
  ],
]);

const lacking = (right: string, ...told: Parameters<typeof section>): Example => ({
  ...european,
  policy: `kind: privacy-policy\nrights: [${['access', 'correct', 'delete', 'restrict', 'object', 'export'].filter((one) => one !== right).join(', ')}]\n${section(...told)}`,
});

falsely('gdpr/rights-core', [
  [
    'information under the article of access',
    lacking('access', 'Law', 'People have this under Art. 15 GDPR.'),
    'info ',
  ],
  [
    'information about what is stored',
    lacking('access', 'Law', 'Find out by letter: request information on which data is stored.'),
    'info ',
  ],
  [
    'an item by its article',
    lacking('restrict', 'Law', 'It is to limit some of it under Article 18 of the GDPR;'),
    'info ',
  ],
  [
    'a heading that names the right',
    lacking('restrict', 'Objecting to, Restricting, or Withdrawing your Consent', 'Open the settings.'),
    'info ',
  ],
  [
    'what people can change',
    lacking('correct', 'Data', 'You can change your personal information.'),
    'info ',
  ],
  ['what people can prohibit', lacking('object', 'Data', 'You may also prohibit us from using it.'), 'info '],
  ['what users may do', lacking('object', 'Ads', 'Users may opt out of personalized advertising.'), 'info '],
  ['a portable form', lacking('export', 'Data', 'It is delivered in a portable form.'), 'info '],
]);

falsely('gdpr/complaint', [
  [
    'an authority one can go to as well',
    notice('Law', 'You may object to us or to the data protection authority of your country.'),
    'info ',
  ],
  [
    'what one can do with an authority',
    notice('Law', 'If you are concerned, you have the right to do so with your local supervisory authority.'),
    'info ',
  ],
  [
    'authorities that hear complaints',
    notice('Law', 'We work with the EU data protection authorities with regard to unresolved complaints.'),
    'info ',
  ],
]);

const ccpa: Pick<Example, 'product'> = { product: 'regimes: [ccpa, caloppa]\n' };
const american = (title: string, ...texts: string[]): Example => ({
  policy: `kind: privacy-policy\n${section(title, ...texts)}`,
  ...ccpa,
});

falsely('ccpa/rights', [
  [
    'what a company cannot do',
    {
      ...ccpa,
      policy: `rights: [access, delete, correct]\n${section('Law', 'Lantern cannot discriminate you for using your rights.')}`,
    },
    'info ',
  ],
  [
    'what it will do in no circumstances',
    {
      ...ccpa,
      policy: `rights: [access, delete, correct]\n${section('Law', 'In no circumstances we will discriminate against you.')}`,
    },
    'info ',
  ],
  [
    'a text that leads to a page for California',
    american('Law', 'See our [California Privacy Notice](https://lantern.example/california).'),
    'info 11 CCR 7011(e)(2) lists the rights a policy explains; no field says that people have the right to know what is collected, to have data deleted, to have data corrected or not to be treated worse for using a right, and no text seems to; one leads to another page, which can.',
  ],
  [
    'a text that leads to a statement for California',
    american('Law', 'See our [CCPA Statement](https://lantern.example/california).'),
    'info 11 CCR 7011(e)(2) lists the rights a policy explains; no field says that people have the right to know what is collected, to have data deleted, to have data corrected or not to be treated worse for using a right, and no text seems to; one leads to another page, which can.',
  ],
]);

falsely('ccpa/authorized-agent', [
  [
    'another person who is authorised',
    american('Law', 'A consumer may authorize another person to opt out.'),
    'info ',
  ],
]);

falsely('ccpa/sold-shared-or-none', [
  [
    'what goes to advertising platforms',
    {
      ...ccpa,
      policy: `sale: { sells: false }\n${section('Ads', 'We may provide limited information to advertising platforms to reach people.')}`,
    },
    'info ',
  ],
]);

falsely('caloppa/third-party-tracking', [
  [
    'others who follow across the web',
    american('Visits', 'Others provide analytics across the web.'),
    'info ',
  ],
  [
    'what is sold for advertising',
    american('Ads', 'We sell data for targeted advertising purposes.'),
    'info ',
  ],
  ['what advertisers get', american('Ads', 'We disclose addresses to help us, with advertisers.'), 'info '],
]);

falsely('gdpr/retention', [
  ['a number in words and figures', notice('Time', 'We may retain data for up to nine (9) months.'), 'info '],
  ['what is deleted at once', notice('Time', 'The recording is immediately deleted.'), 'info '],
]);

falsely('caloppa/effective-date', [
  ['a day with a status', american('Note', 'We reserve rights.', '**Status: April 16, 2025**'), 'info '],
  ['a month in bold', american('Note', '**Last updated:** May 2025'), 'info '],
  ['a day of issue', american('Note', 'Issued: March 23, 2022.'), 'info '],
]);

falsely('core/date-referenced-missing', [
  [
    'a day in figures',
    {
      policy: section('Changes', '**Last Updated: 3/11/2025**', 'We change the “Last Updated” date above.'),
    },
    'info ',
  ],
]);

falsely('core/contact-missing', [
  ['a postcode', { policy: section('Contact us', 'Write to the DPO,\nCustomer Service Centre,\nBX8 1HB') }],
  [
    'a street that begins with a letter',
    { policy: section('Contact us', 'Mail: Lantern, 42\u00a0 N. Quay St.') },
  ],
  ['a line of contents', { policy: section('Contact us', 'Contact us') }],
  ['words that lead on', { policy: section('Contact us', 'You can reach us in the following ways:') }],
]);

falsely('core/link-without-url', [
  [
    'the words of a link elsewhere',
    { policy: section('Mail', 'Use the “Click here to unsubscribe” button of our letters.') },
  ],
]);

falsely('core/reference-missing', [
  [
    'a section of a browser',
    {
      policy: section(
        'Cookies',
        'In Chrome, click on the menu. In the “Confidentiality” section, allow them.',
      ),
    },
  ],
  [
    'a section of an account',
    { policy: section('Account', 'You find it in the section entitled “My Data” of your profile.') },
  ],
  [
    'a question that is numbered in the text',
    {
      policy: section('Rights', '9\\. What are your rights?', 'See Section 9 “What are your rights?” above.'),
    },
  ],
  [
    'a section that is numbered in the text',
    { policy: section('All', 'SECTION 5 - CONSENT', 'We ask for it as section 5 says.') },
  ],
]);

falsely('core/placeholder', [
  [
    'what a law prescribes',
    {
      policy: section(
        'Warning',
        'It reads “WARNING: This product can expose you to [name of chemical], which is known”.',
      ),
    },
    'info ',
  ],
  [
    'what a service is',
    { policy: section('AI', 'As an AI model it may err. 【Note】 [cite] Error! means a fault.') },
  ],
  ['what a menu shows', { policy: section('Out', 'Go to Settings > \\[your name] > Sign out.') }, 'info '],
  ['an omission', { policy: section('Law', 'The clause says: data are kept [...] by both.') }, 'info '],
  ['a title in capitals', { policy: section('Games', 'BMX XXX') }],
]);

falsely('core/declared-unshown', [
  [
    'purposes in the table of data',
    {
      ...european,
      policy:
        'kind: privacy-policy\ndata:\n  account: { label: Account }\npurposes:\n  run: { text: To run it., data: [account] }\n' +
        'sections:\n  - title: Data\n    content:\n      - { data: all, columns: [data, purposes] }\n',
    },
  ],
]);

falsely('core/change-promise-vague', [
  [
    'what is promised before the condition',
    {
      policy: section(
        'Changes',
        'We will notify you of material changes by posting them and, where necessary, by other means.',
      ),
    },
  ],
  [
    'who gets no notice',
    { policy: section('Changes', 'We may in our discretion change these terms, without notice to you.') },
  ],
  [
    'who is told of a transfer',
    {
      policy: section(
        'Deals',
        'We will use reasonable efforts to notify users of such a transfer, as terms change.',
      ),
    },
  ],
]);

falsely('core/change-promise-missing', [
  [
    'modifications that come by mail',
    {
      policy: `kind: terms\n${section('Modification', 'The modifications will be brought to your attention by e-mail.')}`,
    },
  ],
]);

falsely('gdpr/provision', [
  [
    'the description of a kind of data',
    {
      ...european,
      policy:
        'kind: privacy-policy\ndata:\n  bills: { label: Billing, source: given, description: We require you to provide a name. }\n',
    },
    'info ',
  ],
  [
    'who fails to give it',
    {
      ...european,
      policy: `data: { a: { label: Account, source: given } }\n${section('Data', 'If you fail to provide it, we cannot help.')}`,
    },
    'info ',
  ],
]);

falsely('gdpr/role-clarity', [
  [
    'a heading of the controller',
    notice('Data controller contact information', 'Lantern, 1 Quay Drive.'),
    'info ',
  ],
  [
    'who is responsible by an article',
    notice('Who', 'We are responsible within the meaning of Article 4.'),
    'info ',
  ],
]);

falsely('uk-gdpr/complaints-route', [
  [
    'complaints by contacting the company',
    {
      policy: `kind: privacy-policy\n${section('Rights', 'You may make any complaints regarding our processing by contacting us.')}`,
      product: 'regimes: [uk-gdpr]\n',
    },
    'info ',
  ],
]);

falsely('caloppa/dnt-response', [
  ['a heading of the signals', american('Do not track settings', 'We use no tracking pixels.'), 'info '],
]);

falsely('gdpr/rights-core', [
  [
    'what members can do in their center',
    lacking('correct', 'Center', 'Members have a center, where they can see and then update:'),
    'info ',
  ],
]);

falsely('core/child-age-conflict', [
  [
    'what is set up for the young',
    {
      policy: section(
        'Children',
        'The service is not for children under 13. For people under the age of 16, profiles are private.',
      ),
    },
  ],
  [
    'a law by its number',
    {
      policy: section(
        'Notices',
        'The service is not for children under 13.',
        'I accept service from the person who gave notice under 17 U.S.C. 512.',
      ),
    },
  ],
]);

falsely('core/dnt-as-opt-out-unbacked', [
  [
    'the signal of California, offered as a way',
    { policy: section('Choices', 'You may also opt out by using the Global Privacy Control.') },
    'info ',
  ],
  [
    'a signal of which a sentence says that it is processed',
    {
      policy: section(
        'Choices',
        'You can opt out by turning on the Global Privacy Control. We process the Global Privacy Control.',
      ),
    },
  ],
]);

// How companies say the same in other words.
falsely('gdpr/complaint', [
  [
    'who can hear the matter',
    notice('Law', 'You can refer the matter to the Data Protection Commission.'),
    'info ',
  ],
  [
    'an office by its name',
    notice('Law', 'You may apply to the Office for Personal Data Protection.'),
    'info ',
  ],
  [
    'the authority after a colon',
    notice('Law', 'Responsible supervisory authority: LfDI Stuttgart'),
    'info ',
  ],
]);

falsely('gdpr/rights-core', [
  [
    'what one has about people',
    lacking('access', 'Ask', 'Ask us what information we have about you.'),
    'info ',
  ],
  ['errors that are put right', lacking('correct', 'Data', 'You can have mistakes put right.'), 'info '],
  ['data that is wiped', lacking('delete', 'Data', 'You can close the account and wipe your data.'), 'info '],
  [
    'use that is paused',
    lacking('restrict', 'Data', 'You can ask us to pause the use of your data.'),
    'info ',
  ],
  ['what people refuse', lacking('object', 'Data', 'You can refuse processing for our interests.'), 'info '],
  ['another provider', lacking('export', 'Data', 'You can have it sent to another provider.'), 'info '],
]);

falsely('ccpa/rights', [
  [
    'equal service',
    {
      ...ccpa,
      policy: `rights: [access, delete, correct]\n${section('Law', 'You get equal service and price.')}`,
    },
    'info ',
  ],
]);

falsely('ccpa/authorized-agent', [
  ['an agent who submits it', american('Law', 'An agent can submit a request.'), 'info '],
  ['somebody whom people appoint', american('Law', 'You may designate someone to act for you.'), 'info '],
]);

falsely('gdpr/retention', [
  [
    'an account that is active',
    notice('Time', 'We maintain information while your account is active.'),
    'info ',
  ],
  ['a session that ends', notice('Time', 'It is deleted at the end of the session.'), 'info '],
]);

falsely('gdpr/recipients', [
  ['processors by their names', notice('Who', 'We use Stripe for payments.'), 'info '],
  ['nobody else', notice('Who', 'Only I have access to what you write.'), 'info '],
]);

falsely('gdpr/controller-identity', [
  ['a responsible body', who('The responsible body is Lantern, Berlin.'), 'info '],
  ['who runs the site', who('This website is operated by the Regents of Lantern.'), 'info '],
]);

falsely('ccpa/last-updated', [
  [
    'a day from which the policy applies',
    american('Us', 'This Privacy Policy applies from April 4, 2026.'),
    'info ',
  ],
]);

falsely('uk-gdpr/complaints-route', [
  [
    'ways that follow',
    {
      policy: `kind: privacy-policy\n${section('Contact', 'If you would like to make a complaint, you have different options below.')}`,
      product: 'regimes: [uk-gdpr]\n',
    },
    'info ',
  ],
]);

falsely('caloppa/dnt-response', [
  ['signals of browsers', american('Signals', 'We ignore tracking preference signals.'), 'info '],
]);

falsely('caloppa/third-party-tracking', [
  ['cookies of advertisers', privacy('Cookies', 'You may get cookies from our advertisers.'), 'info '],
]);

falsely('gdpr/rights-core', [
  [
    'who wishes a use to cease',
    lacking('object', 'Use', 'If you wish us to cease using it, write.'),
    'info ',
  ],
]);

falsely('caloppa/effective-date', [
  ['a date to be written, which is told', privacy('About', '**Last updated:** [DATE]'), 'info '],
]);

falsely('core/date-referenced-missing', [
  [
    'a date to be written, which is told',
    privacy('About', '**Last updated:** [DATE]', 'We then change the “Last Updated” date.'),
    'info ',
  ],
]);

falsely('core/change-promise-vague', [
  [
    'a permission asked for where one is needed',
    privacy('Changes', 'We inform you when this policy changes, and request your permission if necessary.'),
  ],
]);

falsely('core/text-language', [
  [
    'where links lead',
    privacy('Menu', 'You and we keep to this.', `[News](https://example.com/${'daten-'.repeat(90)})`),
  ],
]);

falsely('gdpr/rights-core', [
  [
    'a right at the end of a long list',
    lacking('object', 'Law', `You have rights. ${'We answer soon. '.repeat(50)}You object to processing.`),
    'info ',
  ],
  [
    'a limit at the end of a long list',
    lacking('restrict', 'Law', `You have rights. ${'We answer soon. '.repeat(50)}We restrict processing.`),
    'info ',
  ],
  [
    'rights that another text tells',
    lacking('restrict', 'Jobs', 'For more about your rights to your data, view our general privacy policy.'),
    'info ',
  ],
]);

falsely('gdpr/controller-identity', [
  ['a company to write to', who('You can contact:\nLantern, LLC\n1 Quay Drive'), 'info '],
  ['a name of those who speak', who('This notice says how **Lantern** (“we”, “our”) uses data.'), 'info '],
]);

falsely('gdpr/recipients', [
  ['those who have access', notice('Jobs', 'Access to it is limited to Lantern employees.'), 'info '],
  ['hyphens of typographers', notice('Third‑Party Services', 'We use Lantern.'), 'info '],
]);

falsely('gdpr/retention', [
  ['how long a relation lasts', notice('Data', 'For the time the relationship with you lasts.'), 'info '],
]);

falsely('gdpr/complaint', [
  [
    'an authority that one can go to',
    notice('Law', 'You also have the right to go directly to the relevant supervisory or legal authority.'),
    'info ',
  ],
]);

falsely('gdpr/controller-identity', [
  ['a name to be written, which is told', who('This says how [COMPANY NAME] (“we”) uses data.'), 'info '],
]);

falsely('core/necessary-with-analytics', [
  [
    'a cookie that remembers a preference',
    {
      policy:
        'categories: { needed: { label: Strictly necessary } }\ncookies: { a: { name: a, category: needed, purpose: Stores your analytics cookie preference } }\n',
    },
  ],
]);

falsely('gdpr/rights-core', [
  [
    'rights that are named together',
    lacking('access', 'Users', 'The User has rights of access and erasure.'),
    'info ',
  ],
  [
    'a processing that people restrict',
    lacking('restrict', 'Mail', 'To restrict or object to Lantern’s processing of your data, e-mail us.'),
    'info ',
  ],
]);

falsely('gdpr/controller-identity', [
  ['who is responsible for all of it', who('Lantern is responsible for all processing of data.'), 'info '],
  ['a company whose notice it is called', who('Words of the Lantern Limited Privacy Policy.'), 'info '],
]);

falsely('gdpr/role-clarity', [
  ['who is responsible for all of it', notice('Us', 'Lantern is responsible for all processing.'), 'info '],
]);

falsely('core/contact-missing', [
  ['an address in French', { policy: section('Vos droits', 'Lantern, 92 rue du Quai, 75002 Paris') }],
  ['an address in German', { policy: section('Ihre Rechte', 'Laterne AG, Kaistraße 241, Zürich') }],
  ['a box and a number to ring', { policy: section('Ask', 'P.O. Box 51660, Quay, or 1-800-555-0100') }],
  [
    'contacts in another text',
    { policy: section('Contact us', 'See the contact details in our Privacy Statement.') },
  ],
]);

falsely('ccpa/contact', [
  ['a box in a town', american('Ask', 'Write to Lantern, PO Box 51660, Quay.')],
  ['a number to ring', american('Ask', 'Call us at 1-800-555-0100.')],
]);

// One slip is one message: another rule tells these, and is named.
const toldBy = async (id: string, example: Example, told: string) => {
  expect(findingsIn(example, await loadRule(id))).toEqual([]);
  expect(findingsIn(example, await loadRule(told))).toHaveLength(1);
};

describe('a gap that two rules see is told by one', () => {
  const dated = american('Changes', 'It is effective as of the date stated at the top of this policy.');
  const changed = american('Policy', 'We may change this policy.');
  const plain = {
    policy: 'cookies:\n  a: { name: a, provider: kelp }\n',
    product: 'vendors:\n  kelp: { name: Kelp }\n',
  };
  const declared = {
    policy: `kind: cookie-policy\n${plain.policy}`,
    product: `regimes: [eprivacy]\n${plain.product}`,
  };
  test.each([
    ['caloppa/effective-date', dated, 'core/date-referenced-missing'],
    ['ccpa/last-updated', dated, 'core/date-referenced-missing'],
    ['caloppa/effective-date', changed, 'ccpa/last-updated'],
    ['core/change-promise-missing', changed, 'caloppa/change-process'],
    ['core/vendor-link-missing', declared, 'eprivacy/provider'],
  ] satisfies [string, Example, string][])('%s', toldBy);

  test.each([
    ['caloppa/effective-date', { ...changed, product: 'regimes: [caloppa]\n' }],
    ['ccpa/last-updated', changed],
    ['core/change-promise-missing', privacy('Policy', 'We may change this policy.')],
    ['core/vendor-link-missing', plain],
    ['core/vendor-link-missing', { ...declared, policy: 'kind: cookie-policy\n' }],
  ] satisfies [string, Example][])('%s, where no other does', async (id, example) => {
    expect(findingsIn(example, await loadRule(id))).toHaveLength(1);
  });
});

falsely('uk-gdpr/complaints-route', [
  [
    'what people bring to attention',
    {
      ...notice('Complaints', 'We take complaints seriously: bring it to our attention at once.'),
      product: 'regimes: [uk-gdpr]\n',
    },
    'info ',
  ],
]);

falsely('core/date-referenced-missing', [
  [
    'a day in a longer sentence',
    privacy('Us', 'We updated our privacy policy as of May 31, 2026.', 'We update the date above.'),
    'info ',
  ],
  [
    'a day in numbers, in brackets',
    privacy(
      'Us',
      '"Last Updated: [06.02.10]"',
      'We revise the "last updated" date at the top of this policy.',
    ),
    'info ',
  ],
]);

falsely('core/contact-missing', [
  [
    'a number to ring that stands beside another',
    {
      policy: `kind: privacy-policy\n${section('Stores', '8501 Bowles Ave, Littleton, CO, 80123303-933-9200')}`,
    },
    'warning No block shows whom to write to; whether the text does, only a person can tell',
  ],
]);

falsely('gdpr/rights-core', [
  [
    'a policy that this text goes with',
    privacy(
      'Rights',
      'We also adhere to the practices in the Shop [Privacy Policy](https://shop.example/privacy/).',
    ),
    'info ',
  ],
  [
    'an address of the rights under the law',
    privacy('Rights', 'See <https://shop.example/eu-gdpr-data-subject-rights>.'),
    'info ',
  ],
]);

falsely('gdpr/transfer-mechanism', [
  [
    'what people are told of a transfer',
    privacy('Notices', 'You find information concerning the transfer of data to third countries in the app.'),
  ],
  [
    'what could be done',
    privacy('Data', 'If we transferred your data to other countries, we would tell you.'),
  ],
]);

falsely('gdpr/controller-identity', [
  [
    'a partnership',
    who('Lantern L.P. and its affiliates (together “Lantern”) respect your privacy.'),
    'info ',
  ],
]);

falsely('gdpr/retention', [
  [
    'a text that says that nothing is collected',
    privacy('Data', 'I do not and will never collect any data from users.'),
    'info ',
  ],
  [
    '(but does where some is)',
    privacy('Data', 'We do not collect any data from users unless they write to us.'),
    'error ',
  ],
]);

falsely('core/consent-by-use', [
  [
    'what people agree to do',
    privacy('Mail', 'By using this form, you agree to only send it to people you know.'),
  ],
  [
    '(but does to what they allow)',
    privacy('Mail', 'By using this site, you agree to the collection of your data.'),
    'warning “By using this site, you agree”',
  ],
]);

falsely('gdpr/complaint', [
  [
    'a statement for Europe, without its link',
    privacy('You', 'To read our EU Privacy Statement click here.'),
    'info ',
  ],
]);

falsely('ccpa/sold-shared-or-none', [
  [
    'what is said to be shared with nobody',
    {
      policy: `kind: privacy-policy\nsale: { sells: false }\n${section('Others', 'No data is shared with other third parties.')}`,
    },
    'info ',
  ],
]);

falsely('gdpr/retention-criteria', [
  [
    'a deletion when it is needed',
    {
      policy:
        'retention: { a: { of: contacts, criteria: The customer sets the retention period and operates the deletion when necessary. } }\n',
    },
  ],
]);

falsely('eprivacy/withdrawal-path', [
  [
    'what is called exempt from consent',
    {
      policy:
        'kind: cookie-policy\ncategories: { a: { label: Statistics (no consent required) } }\ncookies: { a: { name: a, category: a } }\n',
    },
  ],
]);

falsely('core/necessary-with-analytics', [
  [
    'what needs no consent, and is not called necessary',
    {
      policy:
        'kind: cookie-policy\ncategories: { a: { label: Statistics (no consent required) } }\ncookies: { a: { name: a, category: a, purpose: Usage statistics } }\n',
    },
  ],
]);

falsely('gdpr/retention', [
  ['what is deleted again and again', notice('Salt', 'It is rotated and deleted every 24 hours.'), 'info '],
  [
    'the answer to a question',
    notice(
      'Questions',
      '*What is your data retention policy?*\n\nWe keep it as long as your account is active.',
    ),
    'info ',
  ],
]);

falsely('gdpr/rights-core', [
  [
    'how people correct something',
    lacking('correct', 'Questions', 'How do I change my information? Use our form.'),
    'info ',
  ],
]);

test('who the companies of a family are tells the controller', async () => {
  const example = who('When we say Lantern family of companies, we mean:');
  const policy = `${example.policy}      - |-\n        - Lantern Toys, Inc.\n`;
  const found = findingsIn({ ...example, policy }, await loadRule('gdpr/controller-identity'));
  expect(found.map(({ severity }) => severity)).toEqual(['info']);
});

falsely('gdpr/controller-identity', [
  ['a body whose name is defined and acts', who('Lantern Trust (the “Trust”) values your privacy.'), 'info '],
  ['a company in an address', who('Mail Service, Lantern, LLC., 311 S Quay Dr., Harbour'), 'info '],
]);

falsely('gdpr/recipients', [
  ['a kit of another company', notice('Apps', 'The Trawl SDK helps us to see crashes.'), 'info '],
  [
    'the policy of another company',
    notice('Apps', 'It is handled in accordance with Trawl’s Privacy Policy.'),
    'info ',
  ],
]);

falsely('core/contact-missing', [
  ['a page for it', { policy: section('Contact', 'Contact us using the Contact Us page.') }],
]);

falsely('gdpr/transfer-mechanism', [
  ['what comes to us', notice('Bank', 'The bank transfers your data to us.')],
  ['a title', notice('Transfer of data to third countries', 'We hold it here.')],
  ['a question', notice('Abroad', 'Do you transfer data outside the EEA?')],
  ...[
    'standard data protection contractual clauses',
    'contracts approved by the European Commission',
    'an adequate level of legal protection there',
    'your explicit consent',
  ].map(
    (safeguard): Case => [
      safeguard,
      notice('Abroad', `We transfer data outside the EEA, with ${safeguard}.`),
      'info ',
    ],
  ),
]);

falsely('core/reference-missing', [
  [
    'a part of a site behind a sign-in',
    { policy: section('News', 'Log in to this site and choose them under the “My Profile” section.') },
  ],
  [
    'a heading that asks',
    {
      policy: section('Law', 'See “What rights have you?” below.', 'Read.\n\nWhat rights have you?\n\nMany.'),
    },
  ],
  [
    'a line with a number',
    { policy: section('Law', 'See “Contacting us” below.', 'Read.\n\n17\\. Contacting us.\n\nAsk.') },
  ],
  [
    'a number that ran into its line',
    { policy: section('Law', 'See section 2. Read on. 1. Data We hold some.2. Rights You have some.') },
  ],
]);

falsely('coppa/third-parties', [
  [
    'a recipient in words of its own',
    { policy: 'kind: children-notice\nrecipients:\n  a: { text: Kelp Ltd gets a name to send a prize. }\n' },
  ],
]);

test('what is said twice of one thing is one finding', async () => {
  const anonymous = section('Us', 'We keep anonymous data such as anonymous user identifiers.');
  const ages = privacy(
    'Us',
    'We do not knowingly collect personal information from minors under 16.',
    'It is not for people under 18. We do not knowingly collect data from anyone under 18.',
  );
  expect(findingsIn({ policy: anonymous }, await loadRule('core/anonymous-claim'))).toHaveLength(1);
  expect(findingsIn(ages, await loadRule('core/child-age-conflict'))).toHaveLength(1);
});

test('what takes use for agreement is one finding, with its places', async () => {
  const example = notice('Us', 'By using our site, you agree to it.', 'By visiting it, you consent to this.');
  const found = findingsIn(example, await loadRule('core/consent-by-use'));
  expect(found).toMatchObject([
    {
      message:
        '“By using our site, you agree” and “By visiting it, you consent” take the use of a site for agreement.',
      related: [{ place: { line: 6 } }],
    },
  ]);
});

test('points to the policy of this site, and to no other', async () => {
  const policy = section('Share', 'Buttons follow the privacy policy of their makers.');
  const [found] = findingsIn({ policy }, await loadRule('eprivacy/privacy-link'));
  expect(found?.place.line).toBe(6);
});

describe('what is no statement is not taken for one', () => {
  test.each([
    [
      'what a question asks',
      'gdpr/recipients',
      notice('Questions', 'Do you share my data with advertisers? It depends.'),
    ],
    [
      'a category that only has a name',
      'eprivacy/withdrawal-path',
      {
        policy:
          'kind: cookie-policy\ncategories: { a: { label: Statistics } }\ncookies: { a: { name: a, category: a } }\n',
      },
    ],
    ['a transaction', 'gdpr/legal-basis', notice('Orders', 'We use details necessary to fulfill the order.')],
    ['what people answer for', 'gdpr/role-clarity', notice('Mail', 'You are responsible for the messages.')],
    [
      'an address of mail that ends like a company',
      'gdpr/controller-identity',
      who('Contact us at ask@lantern.foundation.'),
    ],
    [
      'cookies that are changed',
      'caloppa/review-process',
      privacy('Cookies', 'You can change your cookie preferences.'),
    ],
    [
      'a service that is visited',
      'caloppa/review-process',
      privacy('Devices', 'You can access a service with a device, such as a clock, for information.'),
    ],
    [
      'a company that certifies',
      'gdpr/controller-identity',
      who('Our security is certified by Trawl, Inc. each year.'),
    ],
    ['what comes every day', 'gdpr/retention', notice('Mail', 'You get a letter every 24 hours.')],
    ['our own policy', 'gdpr/recipients', notice('Us', 'Mail is handled under our privacy policy.')],
    [
      'who makes a tool that the site uses',
      'gdpr/controller-identity',
      who('We use Trawl, a service provided by Trawl LLC (“Trawl”).'),
    ],
    ['a representative', 'gdpr/controller-identity', who('Our EU representative is Kelp GmbH (“Kelp”).')],
    [
      'where others act',
      'gdpr/controller-identity',
      who('We are not responsible for the collection of it by others.'),
    ],
    [
      'what is not tracked',
      'caloppa/dnt-response',
      privacy('Health', 'We do not track your health across the web.'),
    ],
    [
      'uses across our own services',
      'caloppa/third-party-tracking',
      privacy('Orders', 'We use it across all our services.'),
    ],
    ['news by post', 'caloppa/change-process', privacy('News', 'You get updates by phone or post.')],
    [
      'security',
      'uk-gdpr/complaints-route',
      {
        ...notice('Bugs', 'If you have a security concern, please contact us.'),
        product: 'regimes: [uk-gdpr]\n',
      },
    ],
    ['what is not sold', 'gdpr/recipients', notice('Deals', 'We never sell it to advertisers.')],
    [
      'that no card is sold',
      'ccpa/disclosed-or-none',
      american('Deals', 'We do not sell it to third parties.'),
    ],
    [
      'data that is carried in machines',
      'gdpr/automated-decisions',
      privacy('Copies', 'You get a copy of what is processed by automated means.'),
    ],
    [
      'what is kept for nobody',
      'gdpr/retention',
      privacy('Apps', 'We do not store any information for others except the keys necessary.'),
    ],
    [
      'what children give',
      'ccpa/sources',
      {
        policy: `data: { a: { label: Account } }\n${section('Age', 'We do not knowingly collect data from children.')}`,
      },
    ],
    [
      'a request that cannot be met',
      'gdpr/provision',
      {
        policy: `data: { a: { label: Account, source: given } }\n${section('Copies', 'We may not be able to provide some elements of information.')}`,
      },
    ],
    [
      'the merger of a business',
      'ccpa/sold-shared-or-none',
      privacy('Deals', 'If we sell, merge or reorganize our company, information is transferred.'),
    ],
    [
      'no control over others',
      'caloppa/third-party-tracking',
      privacy('Links', 'We have no responsibility for the practices of any third-party sites.'),
    ],
    ['what many do', 'caloppa/third-party-tracking', privacy('Use', 'Like many companies, we use cookies.')],
    [
      'updates that are sent',
      'caloppa/change-process',
      privacy('Use', 'We use your address for informing you about offers, updates, and news.'),
    ],
    [
      'the name of the notice',
      'caloppa/change-process',
      privacy('Scope', 'Last updated by counsel, this privacy notice is a continuation of another.'),
    ],
    [
      'processors that are engaged',
      'gdpr/role-clarity',
      notice('Law', 'We share data with sub-processors and processors.'),
    ],
    [
      'the sites of others',
      'gdpr/role-clarity',
      notice('Links', 'We are not responsible for the practices of other sites.'),
    ],
    [
      'who processes payments',
      'gdpr/role-clarity',
      notice('Money', 'Our payment processor has its own policy.'),
    ],
    [
      'the sale of a business',
      'ccpa/sold-shared-or-none',
      {
        policy: `kind: privacy-policy\n${section('Deals', 'In a merger or sale of our assets, your information may be sold.')}`,
      },
    ],
    [
      'what a cookie is',
      'eprivacy/storage-listed',
      { policy: section('Cookies', 'A cookie is a small file. Your browser can block cookies.') },
    ],
    [
      'a company without a name',
      'gdpr/controller-identity',
      notice('Us', 'We are a Maine company, and like books.'),
    ],
    [
      'a restriction of age',
      'gdpr/rights-core',
      lacking('restrict', 'Age restrictions', 'We restrict the service to people of age 18.'),
    ],
    [
      'what authorities ask for',
      'gdpr/complaint',
      notice('Law', 'We disclose data to a supervisory authority where a law asks for it.'),
    ],
    [
      'the text of the law of California',
      'ccpa/rights',
      american('Law', 'The [California disclosures act](https://leginfo.legislature.ca.gov/x) is long.'),
    ],
    [
      'the day of a law',
      'ccpa/last-updated',
      american('Law', 'The law of 6 January 1978 as amended says so.'),
    ],
    [
      'who is made responsible inside',
      'ccpa/authorized-agent',
      american('Us', 'Besides appointing a person responsible for data, we train people.'),
    ],
    [
      'what staff can read',
      'gdpr/rights-core',
      lacking('access', 'Care', 'Few people have access rights to systems that hold your data.'),
    ],
    [
      'the rights of a company',
      'gdpr/rights-core',
      lacking('export', 'Law', 'To protect our rights, we transfer your data to a court.'),
    ],
    [
      'the controllers of a game',
      'gdpr/role-clarity',
      notice('Games', 'You connect shows, controllers and media.'),
    ],
    [
      'the right to know whether',
      'ccpa/sold-shared-or-none',
      american('Rights', 'You can ask whether personal information is sold.'),
    ],
    [
      'the right to say no to a sale',
      'ccpa/sold-shared-or-none',
      american('Rights', 'Right to opt-out of the sale of personal information.'),
    ],
    [
      'the right to have data deleted',
      'gdpr/retention',
      notice('Rights', 'You can ask us to erase data if it is no longer needed for your account.'),
    ],
    [
      'a limited way',
      'gdpr/controller-identity',
      notice('Contact', 'We delete data in a more limited way than you expect.'),
    ],
    [
      'a form that is limited',
      'gdpr/recipients',
      notice('Jobs', 'Access to this page is limited to 10 visits.'),
    ],
    ['time for a reply', 'gdpr/retention', notice('Help', 'For the time of a call we listen.')],
    ['a name of a product', 'gdpr/controller-identity', who('Read how Lantern (“the app”) uses data.')],
    [
      'rights to be read elsewhere',
      'gdpr/rights-core',
      lacking('restrict', 'Jobs', 'View our privacy policy.'),
    ],
    ['where data goes', 'gdpr/complaint', notice('Law', 'It goes directly to the relevant department.')],
    [
      'what a controller is',
      'gdpr/controller-identity',
      who('Data Controller means the natural or legal person who determines the purposes.'),
    ],
    ['no date to come', 'caloppa/effective-date', privacy('Date', 'Last updated: whenever we like.')],
    ['cookies of nobody else', 'caloppa/third-party-tracking', privacy('Use', 'You get cookies from us.')],
    [
      'a wish for us to begin',
      'gdpr/rights-core',
      lacking('object', 'Use', 'If you wish us to use it, write.'),
    ],
    ['a digit in a name', 'caloppa/effective-date', privacy('Us', 'This policy applies only to Kelp4Kids.')],
    [
      'consent that is asked for again',
      'gdpr/rights-core',
      {
        policy: `rights: [access, delete, object, restrict, export]\n${section('Changes', 'We publish this update and request new consent.')}`,
      },
    ],
    [
      'access to a shop',
      'gdpr/rights-core',
      {
        policy: `rights: [correct, delete, object, restrict, export]\n${section('Shop', 'You can access these offers and learn more.')}`,
      },
    ],
  ] satisfies [string, string, Example][])('%s', async (_, id, example) => {
    const lines = findingsIn(example, await loadRule(id)).map(
      ({ severity, message }) => `${severity} ${message}`,
    );
    expect(lines).not.toEqual([]);
    expect(lines.filter((line) => /; the text seems to, at/.test(line))).toEqual([]);
  });
});

test('misses nothing in a cookie policy that a policy with a fault could say', () => {
  const sources = sourcesOf({
    'site.yaml': 'name: Example\nurl: https://example.com\nlanguages: [en]\n',
    'shop/product.yaml': 'name: Shop\n',
    'shop/cookies.yaml':
      'kind: cookie-policy\ntitle: Cookies\nsections: [{ title: A, content: [We keep a cookie.] }]\n',
    'shop/privacy.yaml':
      'kind: privacy-policy\ntitel: Privacy\nnotice: { period: 30 days, channels: [email] }\n',
  });
  const found = problemsOf(openSources(sources, project)).map(({ rule }) => rule);
  expect(found).not.toContain('core/change-promise-missing');
});

falsely('core/child-age-conflict', [
  [
    'what stands beside an age of whom the service does not knowingly serve',
    {
      policy:
        'children: { age: 18, text: We do not collect data from people we know are under 16 years of age. }\n',
    },
  ],
]);

falsely('core/retention-mismatch', [
  [
    'how many requests are answered in a time',
    {
      policy: `requests: { answerWithin: 45 days }\n${section('Rights', 'We may only respond to two access requests within a 12-month period.')}`,
    },
  ],
]);

falsely('eprivacy/privacy-link', [
  [
    'a contact whose page is the privacy policy',
    {
      policy: `kind: cookie-policy\nsections:\n  - title: Ask\n    content: [contact: privacy]\n`,
      product:
        'regimes: [eprivacy]\ncontacts:\n  privacy: { label: Privacy, url: https://shop.example/legal/privacy-policy }\n',
    },
  ],
]);

falsely('core/contact-missing', [
  [
    'a cookie policy that leaves it to another text',
    {
      policy: `kind: cookie-policy\n${section('Control', 'Opt out by contacting us using the details in our Privacy Policy.')}`,
    },
  ],
  [
    'what is done with the questions of people',
    {
      policy: `${section('Contact us', 'Name, e-mail address.\n\nTo address your inquiries and follow up.')}`,
    },
  ],
  [
    '(but does to a privacy policy that points to another text alone)',
    { policy: section('Ask', 'Send questions by contacting us as said in our Terms.') },
    'error No text and no block shows',
  ],
]);

falsely('core/reference-missing', [
  [
    'the section of another text, named by what it is about',
    {
      policy: section(
        'Liability',
        'It is subject to Section 19 (Limitation of Liability) of the main terms.',
      ),
    },
  ],
  [
    '(but does to one of this text)',
    { policy: section('Liability', 'It is subject to Section 19 (limitation of liability).') },
    'error The text points to section 19',
  ],
]);

const british = (text: string): Example => ({
  policy: `kind: privacy-policy\n${section('Rights', text)}`,
  product: 'regimes: [uk-gdpr]\n',
});

falsely('uk-gdpr/complaints-route', [
  [
    'complaints that are sent by mail',
    british('If you have any questions, complaints or requests, you can email us at ask@shop.example.'),
    'info ',
  ],
  [
    'a matter that is referred',
    british(
      'If you are dissatisfied, you may in the first instance refer the matter to: <ask@shop.example>.',
    ),
    'info ',
  ],
  [
    '(but does where a matter goes to an authority)',
    british('If you are dissatisfied, you may refer the matter to the supervisory authority.'),
    'warning ',
  ],
]);

const statistics = (text: string): Example => ({
  policy: `kind: cookie-policy\ncookies:\n  a: { name: _ga, provider: google }\n${section('Statistics', text)}`,
  product: 'regimes: [eprivacy]\nvendors: { google: { name: Google Analytics } }\n',
});

falsely('eprivacy/provider', [
  [
    'a company whose policy the text links to',
    statistics('See the [privacy policy of Google](https://policies.google.com/privacy).'),
  ],
  [
    '(but does to one of another company)',
    statistics('See the [privacy policy of Plume](https://plume.example/privacy).'),
    'warning CNIL guidance expects a reader to find out',
  ],
  [
    'cookies that the text says are set by us',
    {
      policy: `kind: cookie-policy\ncookies: { a: { name: cart } }\n${section('Ours', 'These cookies are set by us.')}`,
    },
    'info ',
  ],
  [
    'a text that no rule reads',
    {
      policy: `kind: cookie-policy\nlanguage: es\ncookies: { a: { name: cart } }\n${section('Cookies', 'Las cookies son utilizadas por nosotros.')}`,
    },
    'info ',
  ],
]);

describe('a note points to where it is said', () => {
  const two = (...texts: string[]) => ({ policy: `kind: privacy-policy\n${section('Data', ...texts)}` });
  test.each([
    [
      'and not to what people may ask',
      'ccpa/sold-shared-or-none',
      two('You can ask us not to “sell” personal data.', 'We sell personal data to partners.'),
      6,
    ],
    [
      'and not to what would be told if it were',
      'ccpa/sold-shared-or-none',
      two(
        'If we sold your personal data, we tell you to whom.',
        'While Shop does not sell data, we may share it.',
      ),
      6,
    ],
    [
      'and not to a right to know',
      'ccpa/categories-collected',
      two(
        'Ask for the sources from which we collected information.',
        'We collect your name and information.',
      ),
      6,
    ],
    [
      'and not to a line of contents',
      'ccpa/categories-collected',
      two('- [Data we collect from you, by name](#data)', 'We log data.'),
      6,
    ],
    [
      'and not to who gets nothing',
      'gdpr/recipients',
      two('We never give your data to anyone else for money.', 'We share data with our partners.'),
      6,
    ],
    [
      'and not to how customers use a service',
      'gdpr/purposes',
      two('A customer can use the service to find a shop.', 'We use your data to send orders.'),
      6,
    ],
    [
      'and not to an address for lists of mail',
      'ccpa/request-methods',
      two('Leave our letters at optout@shop.example.', 'To exercise your rights, write to ask@shop.example.'),
      6,
    ],
    [
      'and not to customers who are controllers',
      'gdpr/controller-identity',
      two(
        'For users who are data controllers, an agreement is available.',
        'Lantern Ltd (“we”) is responsible.',
      ),
      6,
    ],
  ] satisfies [string, string, Example, number][])('%s', async (_, id, example, line) => {
    const notes = findingsIn(example, await loadRule(id)).flatMap(({ related }) => related ?? []);
    expect(notes).toMatchObject([{ place: { line } }]);
  });

  test.each([
    [
      'and not to a right of portability',
      'gdpr/role-clarity',
      two('You can have data sent to another controller.', 'We are the data controller.'),
    ],
    [
      'and not to clauses between controllers',
      'gdpr/role-clarity',
      two('Clauses (both controller-processor and controller-controller) apply.', 'We are a processor.'),
    ],
    [
      'and not to a right to object',
      'gdpr/automated-decisions',
      two('You have the right to object to profiling.', 'We make no automated decisions.'),
    ],
    [
      'and not to the contract a decision rests on',
      'gdpr/legal-basis',
      two(
        'A decision may be necessary for performance of a contract.',
        'We use your data to send orders, out of legitimate interests.',
      ),
    ],
    [
      'and not to another company',
      'gdpr/controller-identity',
      two('Google LLC adheres to a framework.', 'This site belongs to Lantern Ltd.'),
    ],
    [
      'and not to news that people get',
      'caloppa/change-process',
      two('We provide you with updates and notify you of offers.', 'We post changes of this policy here.'),
    ],
    [
      'and not to what people request from a shop',
      'ccpa/request-methods',
      two(
        'Give us your e-mail address when you request information.',
        'Exercise your rights: write to us, at ask@shop.example.',
      ),
    ],
  ] satisfies [string, string, Example][])('%s, where more is said', async (_, id, example) => {
    const notes = findingsIn(example, await loadRule(id)).flatMap(({ related }) => related ?? []);
    expect(notes).toMatchObject([{ place: { line: 6 } }]);
  });

  test.each([
    ['that is required by a law', 'What you provide is public, unless required by law to be kept as data.'],
    ['of a child without consent', 'If a child gave us data without your consent, you may write.'],
    ['of the proof of an agent', 'You need to provide us with written authorization for your agent.'],
    ['of what a service offers', 'To provide the service, including optional features, we use data.'],
  ])('and takes no word %s for whether data has to be given', async (_, text) => {
    const example = { policy: `data: { a: { label: A } }\n${section('Data', text)}` };
    const found = findingsIn(example, await loadRule('gdpr/provision'));
    expect(found.map(({ message }) => message)).toEqual([
      expect.not.stringMatching(/; the text seems to, at/),
    ]);
  });
});

test('a cookie policy that names cookies in its text and no time is told so', async () => {
  const rule = await loadRule('eprivacy/duration');
  const named = (text: string) =>
    findingsIn(
      { policy: `kind: cookie-policy\n${section('Cookies', 'We use `_ga` and `_gid`.', text)}` },
      rule,
    );
  expect(named('They count visits.').map(({ message }) => message)).toEqual([
    expect.stringContaining('The text says of no cookie how long it stays'),
  ]);
  expect(named('They are persistent cookies.')).toEqual([]);
});

test('a text says that data goes to other countries where a full stop stands in a name', async () => {
  const found = findingsIn(
    { policy: section('Data', 'We may transfer your data from the U.S. to other countries.') },
    await loadRule('gdpr/transfer-mechanism'),
  );
  expect(found.map(({ severity }) => severity)).toEqual(['error']);
});

falsely('core/change-promise-missing', [
  [
    'what may change about a service',
    {
      policy: `kind: terms\n${section('Plans', 'We reserve the right to modify or discontinue any aspect of the Service.')}`,
    },
    'warning No field says how readers learn of changes',
  ],
  [
    'a history of changes that everybody can see',
    {
      policy: section('Changes', 'You can see the history of the changes to this policy in a public place.'),
    },
  ],
]);

falsely('core/change-promise-vague', [
  [
    'what comes on top of a text that is posted',
    {
      policy: section(
        'Changes',
        'We post any changes we make to our policy on this page and, where appropriate, notify you by e-mail.',
      ),
    },
  ],
]);

falsely('gdpr/recipients', [
  [
    'a list of situations in which data is shared',
    who('We only share your information in the following limited situations: to an auditor; to contractors.'),
    'info ',
  ],
]);

falsely('ccpa/sold-shared-or-none', [
  [
    'partners who collect what people do on several services',
    {
      policy: `${section('Cookies', 'We do not sell your data.', 'Our advertising partners may use these to collect information about you over time and across different services.')}`,
    },
    'info ',
  ],
]);

const grouped = (said: string): Example => ({
  policy: `kind: cookie-policy\ncategories: { a: { label: Essential cookies } }\ncookies: { a: { name: sid, category: a } }\nsections:\n  - { title: Essential, content: ["${said}", { cookies: a }] }\n`,
});

falsely('eprivacy/consent-or-exemption', [
  ['an exception that is told above the table', grouped('These cookies are strictly necessary to sign in.')],
  ['(but does where nothing of it is)', grouped('These cookies are for signing in.'), 'error '],
]);

falsely('eprivacy/provider', [
  [
    'a company that a text says uses the cookies',
    {
      policy: `kind: cookie-policy\ncookies: { a: { name: cart } }\n${section('Who', 'Cookies on this platform are used by: Shop Ltd')}`,
    },
    'info ',
  ],
]);

falsely('gdpr/complaint', [
  [
    'a text that leads to a page for Europe',
    who('For Europe, see our [Europe Privacy Policy Addendum](https://shop.example/europe).'),
    'info ',
  ],
]);

falsely('gdpr/provision', [
  [
    'what an account requires',
    {
      policy: `data: { a: { label: A } }\n${section('Account', 'If you create an account, we require some basic information.')}`,
    },
    'info ',
  ],
]);

falsely('core/name-twice', [
  [
    'each of several names by itself',
    {
      policy:
        'kind: cookie-policy\ncookies:\n  a: { name: aa }\n  b: { name: aa }\n  c: { name: cc }\n  d: { name: cc }\n',
    },
    'warning `aa` and `cc` are listed more than once each, under the same site',
  ],
]);

falsely('gdpr/controller-identity', [
  [
    'a company with its site',
    who('Kelp Works AB and Kelp.example, hereafter referred to as "the Company", protect your data.'),
    'info ',
  ],
  ['a company after a label', who('**Applies to:** Kelp AB'), 'info '],
]);

falsely('core/reference-missing', [
  [
    'the label of a day',
    { policy: section('Changes', 'This is reflected under “Date last modified” below, for all.') },
  ],
]);

falsely('gdpr/complaint', [
  [
    'a right to complain under an id of its own',
    {
      policy:
        'rights:\n  lodge: { label: Lodge a complaint, right: complain, text: You can complain to the CNIL. }\n',
    },
  ],
  [
    'the same, but for the authority, which it does not name',
    {
      policy:
        'rights:\n  lodge: { label: Lodge a complaint, right: complain, text: You have the right to complain. }\n',
    },
    'error GDPR Art. 13(2)(d) lists the right to complain to a supervisory authority; no authority to complain to is named there',
  ],
]);

falsely('caloppa/review-process', [
  [
    'a right of access under an id of its own, which people have in their settings',
    { policy: 'rights:\n  look: { label: Look, right: access, text: See your data under Settings. }\n' },
  ],
]);

falsely('gdpr/retention-criteria', [
  [
    'what a customer deletes when necessary',
    {
      policy:
        'retention:\n  a: { of: Logs, criteria: The customer is responsible for the data and has to operate the deletion when necessary. }\n',
    },
  ],
]);

falsely('ccpa/sold-shared-or-none', [
  [
    'what follows nobody elsewhere, beside what is sold',
    privacy('Data', 'We do not track you across other apps or websites. We do not sell your data.'),
    'info 11 CCR 7011(e)(1)(D) lists what is sold or shared, or that nothing is; no field says whether data is sold or shared',
  ],
  [
    'data that advertises nothing',
    { policy: `sale: { sells: false }\n${section('Ads', 'We do not use your data for advertising.')}` },
    'info ',
  ],
  [
    'data that goes to nobody but authorities',
    privacy('Data', 'The Offeror does not transfer personal data to third parties, except to authorities.'),
    'info ',
  ],
  [
    'one of both in two messages',
    privacy('Data', 'We do not sell your data. We track you across our sites.'),
    'error 11 CCR 7011(e)(1)(D) lists what is sold or shared, or that nothing is; no field says whether data is shared for advertising across sites, and no text seems to.',
  ],
  [
    'what is said of money, but for the words',
    privacy('Data', 'We do not transfer money to third parties.'),
    'error ',
  ],
]);

falsely('core/link-other-mail', [
  ['bold words', { policy: section('Ask', 'Ask [**desk@shop.example**](mailto:desk@shop.example).') }],
  [
    'an escaped mark',
    { policy: section('Ask', 'Ask [the\\_desk@shop.example](mailto:the_desk@shop.example).') },
  ],
  [
    'bold words, but of another address',
    { policy: section('Ask', 'Ask [**desk@shop.example**](mailto:dsk@shop.example).') },
    'warning The words “desk@shop.example” are a link to dsk@shop.example.',
  ],
]);

falsely('gdpr/retention', [
  [
    'periods below words that say what they are',
    notice(
      'Data',
      '**Data storage periods:**',
      '- connection logs — no more than 12 months;\n- other data — 3 years.',
    ),
    'info GDPR Art. 13(2)(a) lists the period data is stored, or the criteria for it; no field says how long data is kept; the text seems to, at line 6',
  ],
  [
    'periods of something else, but for the words',
    notice('Data', '**Guarantees:**', '- tools — no more than 12 months.'),
    'error ',
  ],
]);

falsely('core/change-promise-missing', [
  [
    'changes that a page reflects',
    { policy: section('Changes', 'Changes will be reflected here on this page.') },
  ],
  [
    'changes of what a text reflects, but for no way',
    { policy: section('Changes', 'We may change this policy. It reflects our practices.') },
    'warning “We may change this policy” names no way',
  ],
]);

falsely('caloppa/change-process', [
  [
    'changes that an app reflects',
    american('Changes', 'We may update this policy. Changes will be reflected in the app.'),
    'info Cal. Bus. & Prof. Code 22575(b)(3) asks how people are told of material changes; no field says by which way; the text seems to, at line 5',
  ],
  [
    'a heading that names a way',
    american('Notice of changes', 'It may be another text one day.'),
    'info Cal. Bus. & Prof. Code 22575(b)(3) asks how people are told of material changes; no field says by which way; the text seems to',
  ],
  [
    'a heading that names none, but for what a person has to tell',
    american('Changes to this policy', 'We may change this policy without notice.'),
    'warning ',
  ],
]);

describe('how readers learn of changes is told by one rule', async () => {
  const rules = await Promise.all(['core/change-promise-missing', 'caloppa/change-process'].map(loadRule));
  test.each([
    'We may change this policy. We do not notify you of changes.',
    'We may change this policy at any time without prior notice.',
    'We may update this policy. Changes will be reflected in the app.',
  ])('%s', (text) => {
    const found = rules.flatMap((rule) => findingsIn(american('Changes to this policy', text), rule));
    expect(found).toHaveLength(1);
  });
});

falsely('caloppa/dnt-response', [
  ['a site that tracks nobody', american('Ads', '- No advertising networks or ad tracking'), 'info '],
  ['a site that follows nobody', american('Ads', 'We never track you across other websites.'), 'info '],
  ['a site that advertises, but for its weight', american('Ads', 'Our advertising is plain.'), 'warning '],
]);

const inBritain = (title: string, ...texts: string[]): Example => ({
  ...privacy(title, ...texts),
  product: 'regimes: [uk-gdpr]\n',
});

falsely('uk-gdpr/complaints-route', [
  [
    'whom to contact about data that was mishandled',
    inBritain(
      'Questions',
      'Contact the Data Protection Team if you:',
      '- think that your data has been misused.',
    ),
    'info Since 19 June 2026, DPA 2018 s. 164A asks controllers to make it easy to complain to them; no field says how people do; the text seems to, at line 6',
  ],
  [
    'the same in a sentence',
    inBritain('Questions', 'Contact us if you believe that your personal data has been mishandled.'),
    'info Since 19 June 2026, DPA 2018 s. 164A asks controllers to make it easy to complain to them; no field says how people do; the text seems to',
  ],
  [
    'an authority, but for the company',
    inBritain('Questions', 'Contact the Information Commissioner if you think your data has been misused.'),
    'warning ',
  ],
  [
    'feedback that is processed, but for no words on complaints',
    inBritain('Use', 'We process data for feedback, including gathering it.'),
    'warning ',
  ],
]);

falsely('gdpr/complaint', [
  [
    'an appeal to a body by its name',
    notice('Rights', 'Users may appeal the actions of the Offeror to Roskomnadzor or in court.'),
    'warning ',
  ],
  [
    'an appeal to the company itself, but for an authority',
    notice('Rights', 'You may appeal our answer to us.'),
    'error ',
  ],
]);

falsely('gdpr/transfer-mechanism', [
  [
    'data that may go, under the same protection',
    notice(
      'Where',
      'Your personal data may be transferred outside the UK. If so, you are given the same level of technical and legal protection as within the UK.',
    ),
    'warning The text says that data may go to other countries, ',
  ],
  [
    'data that goes, but for any protection',
    notice('Where', 'Your personal data is transferred outside the UK. Its colour stays the same.'),
    'error The text says that data goes to other countries, ',
  ],
]);

falsely('core/consent-by-use', [
  [
    'what people agree to once',
    { policy: section('Bot', 'Use of the Bot starts once you have given your consent.') },
  ],
  [
    'agreement by use, but for one message',
    {
      policy: section(
        'Bot',
        "Use of the Bot constitutes the User's unconditional consent to this Policy. Continued use of the Bot constitutes consent to its terms.",
      ),
    },
    "warning “Use of the Bot constitutes the User's unconditional consent” and “Continued use of the Bot constitutes consent” take the use",
  ],
]);

const purposed = (text: string): Example => ({
  policy: `kind: privacy-policy\npurposes: { a: { label: Mail, text: Mail. } }\n${section('Consent', text)}`,
});

falsely('gdpr/legal-basis', [
  [
    'consent that is asked for before',
    purposed('We ask for your explicit consent before collecting any data.'),
    'info GDPR Art. 13(1)(c) pairs each purpose with a legal basis; no field says that of “Mail”; the text seems to',
  ],
  [
    'consent that is asked for before a call, but for any data',
    purposed('We ask for your consent before calling you.'),
    'error ',
  ],
]);

test.each([
  ['a device', 'Play on your phone, and call your friends to the game.', 'and no text seems to'],
  ['a way to call', 'Reach us by phone at any hour.', 'the nearest words are at line'],
])('what is told of a telephone number beside %s', async (_, text, told) => {
  const policy = `kind: children-notice\n${section('Play', text)}`;
  const found = findingsIn({ policy, product: 'regimes: [coppa]\n' }, await loadRule('coppa/operators'));
  expect(
    found.some(({ message }) => /no field says[^;]*telephone number/.test(message) && message.includes(told)),
  ).toBe(true);
});

describe('no statement of a fact is', () => {
  const abroad = 'transfers:\n  a: { country: US, mechanism: unspecified }\n';
  const bought = 'data: { a: { label: A } }\n';
  test.each<[says: string, rule: string, text: string, facts?: string]>([
    [
      'a name that laws have for whatever computers do',
      'gdpr/automated-decisions',
      'We follow the standard on automated processing of personal data.',
    ],
    [
      'a sentence about marketing',
      'gdpr/transfer-mechanism',
      'We transfer data for marketing purposes with your explicit consent.',
      abroad,
    ],
    [
      'what data is not used for',
      'gdpr/purposes',
      'No employee looks at your data for these purposes.',
      bought,
    ],
    [
      'a cookie that nobody sets',
      'caloppa/third-party-tracking',
      'This website does not use any third-party cookies.',
    ],
    [
      'a right of California',
      'gdpr/rights-core',
      'You can choose methods to limit use and disclosure of Sensitive Personal Information.',
      'rights: [access, correct, delete, object, export]\n',
    ],
    [
      'a policy of others to see',
      'gdpr/rights-core',
      'AI requests are processed by Kelp (see their privacy policy for data handling).',
      'rights: [restrict, correct, delete, object, export]\n',
    ],
    [
      'complete control',
      'gdpr/rights-core',
      'You can have complete control over your data.',
      'rights: [access, restrict, delete, object, export]\n',
    ],
    [
      'an address that is verified',
      'ccpa/request-methods',
      'We verify requests by verifying your name and email address.',
      bought,
    ],
  ])('%s: %s', async (_, rule, text, facts = '') => {
    const policy = `kind: privacy-policy\n${facts}${section('More', text)}`;
    const found = findingsIn({ policy }, await loadRule(rule));
    expect(found.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/no text seems to\.$|only a person can tell/),
    );
  });

  test('one that denies it where another affirms it', async () => {
    const texts = ['Our staff cannot read your letters.', 'Your data is hosted by Trawl.'];
    const found = findingsIn(
      { policy: `kind: privacy-policy\n${section('Sharing', ...texts)}` },
      await loadRule('gdpr/recipients'),
    );
    expect(found.map(({ message }) => message)).toEqual([expect.stringMatching(/at line 6/)]);
  });
});
