import { expect, test } from 'vitest';
import type { Example } from '../src/rules/rule.ts';
import { findingsIn, loadRule } from './rules.ts';

// What the two examples of a rule do not show: the other sides of its condition, and what it leaves alone.

/** What a rule finds: `file:line message`. */
async function found(id: string, example: Example): Promise<string[]> {
  return findingsIn(example, await loadRule(id)).map(
    ({ place, message }) => `${place.file.replace(/^policies\/(shop\/)?/, '')}:${place.line} ${message}`,
  );
}

type Case = [says: string, rule: string, example: Example, expected: string[]];

const text = (...texts: string[]) =>
  `sections:\n  - title: Cookies\n    content:\n${texts.map((one) => `      - ${JSON.stringify(one)}\n`).join('')}`;
const list = (...cookies: string[]) =>
  `cookies:\n${cookies.map((one, index) => `  c${index + 1}: { ${one} }\n`).join('')}`;
const shop = 'domains: [shop.example]\n';
const vendors =
  'vendors:\n  ads: { name: Ads Ltd, does: advertising }\n  pay: { name: Pay Ltd, does: payments }\n  tally: { name: Tally }\n';
const needed = 'categories:\n  needed: { label: Strictly necessary }\n';
const ad = list('name: ad_id, provider: ads, purpose: Advertising elsewhere.');
const loom = 'vendors:\n  loom: { name: AdLoom }\n';
const inCategory = `categories:\n  ads: { label: Advertising }\n${list('name: loom, category: ads, provider: loom')}`;

const cases: Case[] = [
  [
    'third-party tracking cookies denied beside a login of somebody else',
    'core/no-third-party-vs-storage',
    {
      policy: list('name: sso, provider: tally') + text('We use no third-party tracking cookies.'),
      product: vendors,
    },
    [],
  ],
  [
    'third-party tracking cookies denied beside those of an advertiser',
    'core/no-third-party-vs-storage',
    { policy: ad + text('We never set third-party\ntracking cookies.'), product: vendors },
    [
      'policy.yaml:6 The text says “never set third-party tracking cookies”, and `ad_id` is listed as somebody else’s.',
    ],
  ],
  [
    'third-party cookies denied with an exception',
    'core/no-third-party-vs-storage',
    { policy: ad + text('We use no third-party cookies unless you agree.'), product: vendors },
    [],
  ],
  [
    'third-party cookies denied in a policy whose sister lists them',
    'core/no-third-party-vs-storage',
    {
      policy: text('We do not use third-party cookies.'),
      product: vendors,
      others: { 'cookies.yaml': ad },
    },
    [
      'policy.yaml:4 The text says “do not use third-party cookies”, and `ad_id` is listed as somebody else’s.',
    ],
  ],
  [
    'third-party cookies denied beside a payment company whose cookie is listed',
    'core/no-third-party-vs-vendor',
    {
      policy: `recipients:\n  pay: { vendors: [pay] }\n${list('name: pay_id, provider: pay')}${text('We use no third-party cookies.')}`,
      product: vendors,
    },
    [],
  ],
  [
    'third-party cookies denied beside a company of which nothing says that it stores',
    'core/no-third-party-vs-vendor',
    {
      policy: `recipients:\n  tally: { vendors: [tally] }\n${text('We use no third-party cookies.')}`,
      product: vendors,
    },
    [],
  ],
  [
    'advertising denied as a fact',
    'core/no-ads-vs-marketing',
    { policy: `sale: { targetedAds: false }\n${ad}`, product: vendors },
    ['policy.yaml:1 `sale.targetedAds` is false, and `ad_id` is listed for advertising.'],
  ],
  [
    'advertising denied beside a category that is called so',
    'core/no-ads-vs-marketing',
    { policy: `sale: { targetedAds: false }\n${inCategory}`, product: loom },
    ['policy.yaml:1 `sale.targetedAds` is false, and `loom` is listed in a category for advertising.'],
  ],
  [
    'sharing denied beside what is set in a category that is called advertising',
    'core/no-sale-silent-sharing',
    { policy: `sale: { sells: false, shares: false }\n${inCategory}`, product: loom },
    [
      'policy.yaml:1 The policy says that data is not shared for advertising, and what AdLoom sets is listed in a category for it.',
    ],
  ],
  [
    'sales of data of people under 16 beside no sales at all',
    'core/sale-vs-recipients',
    { policy: 'sale: { sells: false, shares: false, under16: true }\n' },
    [
      'policy.yaml:1 `under16` says that data of people under 16 is sold or shared, and `sells` and `shares` that none is.',
    ],
  ],
  [
    'tracking across sites denied beside a purpose of targeted advertising',
    'core/no-ads-vs-marketing',
    {
      policy: `purposes:\n  ads: { text: To show you targeted advertising. }\n${text('We do not follow you across other sites.')}`,
    },
    [
      'policy.yaml:6 The text says “do not follow you across other sites”, and the purpose `ads` is targeted advertising.',
    ],
  ],
  [
    'advertising denied beside a cookie that remembers a choice about it',
    'core/no-ads-vs-marketing',
    {
      policy:
        list('name: choice, provider: self, purpose: Remembers your choice about advertising.') +
        text('We use no advertising cookies.'),
    },
    [],
  ],
  [
    'advertising denied beside links of your own campaigns',
    'core/no-ads-vs-marketing',
    {
      policy: `categories:\n  marketing: { label: Marketing }\n${list('name: utm_source, category: marketing, provider: self')}${text('We use no advertising cookies.')}`,
    },
    [],
  ],
  [
    'tracking denied where Do Not Track is spoken of, which has a rule of its own',
    'core/no-ads-vs-marketing',
    { policy: `${ad}signals: { text: We do not track you across websites. }\n`, product: vendors },
    [],
  ],
  [
    'tracking by others denied as a fact',
    'core/dnt-vs-tracking',
    { policy: `${ad}signals: { thirdPartyTracking: false }\n`, product: vendors },
    [
      'policy.yaml:3 `signals` says that nobody else follows people across websites, and `ad_id` is listed for advertising.',
    ],
  ],
  [
    'a sale denied in words, and sharing too',
    'core/no-sale-silent-sharing',
    { policy: text('We do not sell or share your data.'), product: vendors },
    ['policy.yaml:4 The policy says that data is not shared for advertising, which Ads Ltd does.'],
  ],
  [
    'a sale denied in words alone',
    'core/no-sale-silent-sharing',
    { policy: text('Your data is not sold.'), product: vendors },
    [
      'policy.yaml:4 The policy says that data is not sold, and no field or sentence says whether it is shared for advertising, which Ads Ltd does.',
    ],
  ],
  [
    'neither sale nor sharing',
    'core/no-sale-silent-sharing',
    { policy: `sale: none\n${text('Your data is not sold.')}`, product: vendors },
    ['policy.yaml:1 The policy says that data is not shared for advertising, which Ads Ltd does.'],
  ],
  [
    'a signal offered and ignored',
    'core/dnt-as-opt-out-unbacked',
    {
      policy: `signals: { gpc: { honoured: false } }\n${text('You can opt out with Global Privacy Control.')}`,
    },
    [
      'policy.yaml:5 Global Privacy Control is offered as a way to opt out, and `signals` says that it is ignored.',
    ],
  ],
  [
    'a signal that is described and not answered',
    'core/dnt-as-opt-out-unbacked',
    { policy: text('You can opt out below. Your browser may send Do Not Track; we do not answer it.') },
    [],
  ],
  [
    'a signal of which nothing is promised',
    'core/dnt-as-opt-out-unbacked',
    { policy: text('Your browser may send Do Not Track.') },
    [],
  ],
  [
    'your own cookie in a category called third-party',
    'core/category-party',
    {
      policy: `categories:\n  visits: { label: Visits, party: third }\n${list('name: own, category: visits, provider: self')}`,
    },
    ['policy.yaml:2 “Visits” is called third-party, and lists `own`, which you set yourself.'],
  ],
  [
    'a cookie on a host of somebody else that is called first-party',
    'core/host-party-vs-setter',
    { policy: list('name: a, domain: other.example, party: first'), product: shop },
    ['policy.yaml:2 `a` is called first-party and lives on other.example, none of your own `domains`.'],
  ],
  [
    'cookies of one company on a host below your own',
    'core/host-party-vs-setter',
    {
      policy: list(
        'name: a, provider: tally, domain: app.shop.example, party: third',
        'name: b, provider: tally, domain: app.shop.example, party: third',
      ),
      product: shop + vendors,
    },
    [
      'policy.yaml:2 `a` and `b` (Tally) are called third-party and live on app.shop.example, one of your own `domains`.',
    ],
  ],
  [
    'a party where no domain is known to be your own',
    'core/host-party-vs-setter',
    { policy: list('name: a, domain: other.example, party: first') },
    [],
  ],
  [
    'an example of analytics among what is necessary',
    'core/necessary-with-analytics',
    { policy: 'categories:\n  needed:\n    label: Essential\n    examples: [signing in, analytics]\n' },
    ['policy.yaml:4 “Essential” is presented as necessary, and holds “analytics”.'],
  ],
  [
    'a cookie without a purpose, of a company that advertises',
    'core/necessary-with-analytics',
    { policy: needed + list('name: a, category: needed, provider: ads'), product: vendors },
    [
      'policy.yaml:4 “Strictly necessary” is presented as necessary, and holds `a` of Ads Ltd (“advertising”).',
    ],
  ],
  [
    'a necessary cookie that remembers a choice about analytics',
    'core/necessary-with-analytics',
    { policy: needed + list('name: a, category: needed, purpose: Remembers whether you allowed analytics.') },
    [],
  ],
  [
    'an exempt category that says it serves no advertising',
    'core/necessary-with-analytics',
    {
      policy:
        'categories:\n  tools: { label: Tools, consent: exempt, description: Never used for advertising or analytics. }\n',
    },
    [],
  ],
  [
    'statistics under the exception for them',
    'core/necessary-with-analytics',
    {
      policy:
        'categories:\n  visits: { label: Visits, consent: exempt, exemption: statistical, description: For our analytics. }\n',
    },
    [],
  ],
  [
    'analytics in a category that waits for consent, whatever it is called',
    'core/necessary-with-analytics',
    {
      policy:
        'categories:\n  visits: { label: Necessary statistics, consent: required, description: For our analytics. }\n',
    },
    [],
  ],
  [
    'a theme in an exempt category without a ground',
    'core/necessary-with-preference',
    {
      policy: `categories:\n  tools: { label: Tools, consent: exempt }\n${list('name: t, category: tools, purpose: Remembers the theme.')}`,
    },
    [
      'policy.yaml:4 “Tools” is exempt from consent, and holds “theme” without saying what exempts it from consent.',
    ],
  ],
  [
    'privacy preferences among what is necessary',
    'core/necessary-with-preference',
    {
      policy: 'categories:\n  needed: { label: Necessary, description: Set by your privacy preferences. }\n',
    },
    [],
  ],
  [
    'a category without cookies',
    'core/unclassified',
    {
      policy: `categories:\n  needed: { label: Needed }\n  ads: { label: Advertising }\n${list('name: a, category: needed')}`,
    },
    ['policy.yaml:3 “Advertising” is a category in which nothing is listed.'],
  ],
  [
    'a category without cookies where storage-listed asks for them',
    'core/unclassified',
    {
      policy: `categories:\n  needed: { label: Needed }\n  ads: { label: Advertising }\n${list('name: a, category: needed')}`,
      product: 'regimes: [pecr]\n',
    },
    [],
  ],
  [
    'a category that is called unclassified',
    'core/unclassified',
    { policy: `categories:\n  rest: { label: Unclassified }\n${list('name: a, category: rest')}` },
    ['policy.yaml:2 “Unclassified” is published as a category; it says nothing of what its entries are for.'],
  ],
  ['cookies in a policy without categories', 'core/unclassified', { policy: list('name: a') }, []],
  [
    'a list of companies in a sentence, and a setter missing from it',
    'core/vendor-unlisted',
    {
      policy: `${list('name: a, provider: ads', 'name: b, provider: ads', 'name: c, provider: self')}sections:\n  - title: Our partners\n    content: ["{{ vendors.pay.name }}, {{ vendors.tally.name }}, {{ vendors.host.name }}"]\n`,
      product: `${vendors}  host: { name: Host }\n`,
    },
    ['policy.yaml:2 Ads Ltd sets `a` and `b` and is missing from the list of companies.'],
  ],
  [
    'two companies in a sentence, which are no list',
    'core/vendor-unlisted',
    {
      policy: `${list('name: a, provider: ads')}sections:\n  - title: Our partners\n    content: ["{{ vendors.pay.name }}, {{ vendors.tally.name }}"]\n`,
      product: vendors,
    },
    [],
  ],
  [
    'a recipient that no block shows',
    'core/vendor-unlisted',
    {
      policy:
        'recipients:\n  pay: { label: Payments, vendors: [pay] }\nsections:\n  - title: Companies\n    content: [vendors: Analytics]\n',
      product: 'vendors:\n  pay: { name: Pay Ltd }\n  tally: { name: Tally, group: Analytics }\n',
    },
    ['policy.yaml:2 Pay Ltd receives data (Payments) and is missing from the list of companies.'],
  ],
  [
    'a recipient that a block shows',
    'core/vendor-unlisted',
    {
      policy:
        'recipients:\n  pay: { label: Payments, vendors: [pay] }\nsections:\n  - title: Companies\n    content: [{ recipients: all }, { vendors: Analytics }]\n',
      product: 'vendors:\n  pay: { name: Pay Ltd }\n  tally: { name: Tally, group: Analytics }\n',
    },
    [],
  ],
  [
    'companies that set cookies where none is listed',
    'core/vendor-without-storage',
    {
      policy:
        'sections:\n  - title: Third-party cookies\n    content: [{ vendors: Analytics }, { vendors: Payments }]\n',
      product:
        'vendors:\n  tally: { name: Tally, group: Analytics }\n  pay: { name: Pay Ltd, group: Payments }\n',
    },
    ['policy.yaml:3 Tally and Pay Ltd are named among those who set cookies, and no cookie is listed.'],
  ],
  [
    'a company that is said to set none',
    'core/vendor-without-storage',
    { policy: text('{{ vendors.pay.name }} sets no cookies.'), product: vendors },
    [],
  ],
  [
    'a company that does something else',
    'core/vendor-without-storage',
    { policy: text('{{ vendors.pay.name }} takes payments.'), product: vendors },
    [],
  ],
  [
    'a shared company without a link, at the place where all products find it',
    'core/vendor-link-missing',
    { product: 'vendors:\n  stripe: {}\n', vendors: 'vendors:\n  stripe: { name: Stripe }\n' },
    ['vendors.yaml:2 Stripe has no link to its own privacy policy.'],
  ],
  [
    'local storage that stays for years, which browsers do not limit',
    'core/lifetime-over-400d',
    { policy: list('name: a, type: local-storage, expires: 5 years', 'name: b, expires: until deleted') },
    [],
  ],
  [
    'thirteen months as days',
    'core/lifetime-over-overlay',
    {
      policy: `categories:\n  visits: { label: Visits, exemption: audience-fr }\n${list('name: a, category: visits, expires: 397 days', 'name: b, category: visits, expires: until deleted')}`,
    },
    [
      'policy.yaml:5 `b` is said to stay until deleted; the CNIL names 13 months for audience measurement without consent.',
    ],
  ],
  [
    'a long life without the French exemption',
    'core/lifetime-over-overlay',
    {
      policy: `categories:\n  visits: { label: Visits }\n${list('name: a, category: visits, expires: 2 years')}`,
    },
    [],
  ],
  [
    'a name that asks for what is not listed',
    'core/prefix',
    { policy: list('name: __Secure-a, secure: false', 'name: __Http-b, secure: true, path: /') },
    [
      'policy.yaml:2 `__Secure-a` is listed without `Secure`, which browsers ask of a name that starts with `__Secure-`.',
      'policy.yaml:3 `__Http-b` is listed without `HttpOnly`, which browsers ask of a name that starts with `__Http-`.',
    ],
  ],
  [
    'a name with a prefix in a list without any attributes',
    'core/prefix',
    { policy: list('name: __Host-a, expires: session') },
    [],
  ],
  [
    'a strict cookie of somebody else on your own host',
    'core/samesite-strict-third',
    {
      policy: list('name: a, provider: tally, domain: shop.example, party: third, sameSite: strict'),
      product: shop + vendors,
    },
    [],
  ],
  [
    'attributes of sessions beside a cookie that is none',
    'core/attribute-claim-scope',
    {
      policy:
        list('name: sid, httpOnly: true, sameSite: strict', 'name: theme') +
        text('Session cookies are `HttpOnly` and `SameSite=Strict`.'),
    },
    [],
  ],
  [
    'attributes of all cookies, one of which is said to be otherwise',
    'core/attribute-claim-scope',
    {
      policy:
        list('name: sid, secure: true, sameSite: lax', 'name: theme, secure: true') +
        text('Our cookies have the Secure flag and SameSite=Lax.'),
    },
    [
      'policy.yaml:7 The text says `SameSite=Lax` and `Secure` of its cookies, and `theme` is listed without them.',
    ],
  ],
  [
    'attributes of some cookies',
    'core/attribute-claim-scope',
    {
      policy:
        list('name: sid') + text('Some cookies are HttpOnly.', 'HttpOnly means that scripts cannot read it.'),
    },
    [],
  ],
  [
    'attributes in a privacy policy of a product that lists no cookie',
    'core/attribute-claim-scope',
    { policy: text('Session cookies are HttpOnly.') },
    [],
  ],
  [
    'a pattern of a single letter',
    'core/pattern-too-wide',
    { policy: list('name: _a*') },
    ['policy.yaml:2 `_a*` has less than two letters or digits and stands for almost any cookie.'],
  ],
  [
    'a pattern and a name on different hosts',
    'core/pattern-too-wide',
    {
      policy: list(
        'name: id_*, provider: self, domain: shop.example',
        'name: id_1, provider: tally, domain: tally.example',
      ),
      product: vendors,
    },
    [],
  ],
  [
    'numbered names of different companies',
    'core/chunked-name',
    { policy: list('name: id.0, provider: ads', 'name: id.1, provider: tally'), product: vendors },
    [],
  ],
  [
    'local storage that holds no identifier',
    'core/local-storage-no-expiry',
    { policy: list('name: theme, type: local-storage, expires: until deleted') },
    [],
  ],
  [
    'an identifier that ends by itself',
    'core/local-storage-no-expiry',
    { policy: list('name: visitorId, type: local-storage, expires: 30 days') },
    [],
  ],
  [
    'a text in another language',
    'core/no-third-party-vs-storage',
    { policy: `language: de\n${ad}${text('no third-party cookies')}`, product: vendors },
    [],
  ],
  ...[
    'We place no third-party cookies before you agree.',
    'We do not use third-party cookies without your consent.',
    'On our checkout pages there are no third-party cookies.',
    'The chat window uses no third-party cookies.',
    'A browser that allows no third-party cookies still works.',
    'You can use the shop without third-party cookies.',
    '{{ vendors.tally.name }} sets no third-party cookies.',
  ].map(
    (claim): Case => [
      `what is said of a part: ${claim}`,
      'core/no-third-party-vs-storage',
      { policy: ad + text(claim), product: vendors },
      [],
    ],
  ),
  [
    'third-party cookies denied beside one that a company sets on your own host',
    'core/no-third-party-vs-storage',
    {
      policy:
        list('name: _t, provider: tally, domain: shop.example') + text('We use no third-party cookies.'),
      product: shop + vendors,
    },
    [],
  ],
  ...[
    'Your health data is never used for advertising.',
    'We do not use your messages for advertising.',
    'We do not track children across other websites.',
    'Our strictly necessary cookies do not track you across other websites.',
    'We set no advertising cookies until you agree.',
  ].map(
    (claim): Case => [
      `what is said of a part: ${claim}`,
      'core/no-ads-vs-marketing',
      { policy: ad + text(claim), product: vendors },
      [],
    ],
  ),
  [
    'advertising denied of one category beside another that serves it',
    'core/no-ads-vs-marketing',
    {
      policy: `categories:\n  visits: { label: Visits, description: These cookies are not used for advertising. }\n${ad}`,
      product: vendors,
    },
    [],
  ],
  [
    'cookies that are not used for advertising beside one that is',
    'core/no-ads-vs-marketing',
    { policy: ad + text('Cookies are never used for advertising.'), product: vendors },
    [
      'policy.yaml:6 The text says “Cookies are never used for advertising”, and `ad_id` is listed for advertising.',
    ],
  ],
  [
    'a sale of goods denied',
    'core/no-sale-silent-sharing',
    { policy: text('We do not sell alcohol to minors.'), product: vendors },
    [],
  ],
  ...[
    'You can opt out in the panel. Some browsers also send Do Not Track.',
    'We respond to Do Not Track as a request to opt out.',
  ].map((said): Case => [`a signal in: ${said}`, 'core/dnt-as-opt-out-unbacked', { policy: text(said) }, []]),
  ...[
    'The cookies `sid` are HttpOnly.',
    'We use HttpOnly cookies for signing in, and others for settings.',
    'Cookies marked HttpOnly in the table cannot be read by scripts.',
    'Our cookies, except for the one that keeps your theme, are HttpOnly.',
    'Wherever possible, cookies are HttpOnly.',
  ].map(
    (claim): Case => [
      `attributes in: ${claim}`,
      'core/attribute-claim-scope',
      { policy: list('name: sid, httpOnly: true', 'name: theme') + text(claim) },
      [],
    ],
  ),
  [
    'attributes of your own cookies beside one of somebody else',
    'core/attribute-claim-scope',
    {
      policy:
        list('name: sid, httpOnly: true, provider: self', 'name: _t, provider: tally') +
        text('All our cookies are HttpOnly.'),
      product: vendors,
    },
    [],
  ],
  [
    'a list of those who set cookies, which names no other recipients',
    'core/vendor-unlisted',
    {
      policy:
        'recipients:\n  pay: { label: Payments, vendors: [pay] }\nsections:\n  - title: Cookies of others\n    content: [vendors: Analytics]\n',
      product: 'vendors:\n  pay: { name: Pay Ltd }\n  tally: { name: Tally, group: Analytics }\n',
    },
    [],
  ],
  [
    'a company that sets cookies on its own pages',
    'core/vendor-without-storage',
    {
      policy: text('{{ vendors.pay.name }} takes payments on its own pages, where it sets cookies.'),
      product: vendors,
    },
    [],
  ],
  [
    'an identifier whose end is said in another language',
    'core/local-storage-no-expiry',
    {
      policy: `language: de\n${list('name: visitorId, type: local-storage, expires: until deleted, purpose: Bleibt bis zur Abmeldung.')}`,
    },
    [],
  ],
];

test.each(cases)('finds %s: %s', async (_says, rule, example, expected) => {
  expect(await found(rule, example)).toEqual(expected);
});
