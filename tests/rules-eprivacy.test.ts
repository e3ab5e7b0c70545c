import { expect, test } from 'vitest';
import { allRules } from '../src/rules/packs.ts';
import type { Example } from '../src/rules/rule.ts';
import { findingsIn, loadRule } from './rules.ts';

// The sides of the rules that their two examples do not show.

/** What a rule finds: `line:column message`, the message from where it says what is missing. */
async function found(id: string, example: Example): Promise<string[]> {
  return findingsIn(example, await loadRule(id)).map(
    ({ place, message }) => `${place.line}:${place.column} ${message.replace(/^.*; /, '')}`,
  );
}

const two = 'categories:\n  essential: { label: Essential }\n  ads: { label: Advertising }\n';
const asked = 'categories:\n  ads: { label: Advertising, consent: required }\n';
const text = (words: string) => `sections:\n  - title: Text\n    content: [${JSON.stringify(words)}]\n`;

type Case = [says: string, rule: string, example: Example, expected: string[]];

const cases: Case[] = [
  ['no cookies at all', 'storage-listed', {}, ['1:1 no field says what is, and no text seems to.']],
  ['that it sets none', 'storage-listed', { policy: 'cookies: none\n' }, []],
  ['that it sets none of its kinds', 'storage-listed', { policy: `${two}cookies: none\n` }, []],
  [
    'two kinds and no cookie',
    'storage-listed',
    { policy: two },
    ['1:1 no field says what belongs to “Essential” or “Advertising”, and no text seems to.'],
  ],
  [
    'a cookie of one of two kinds',
    'storage-listed',
    { policy: `${two}cookies:\n  cart: { name: shop_cart, category: essential }\n` },
    ['3:3 no field says what belongs to “Advertising”, and no text seems to.'],
  ],

  [
    'a kind that nothing is in at present',
    'storage-listed',
    {
      policy:
        'categories:\n  ads: { label: Advertising, description: We do not currently use any. }\n' +
        '  more: { label: More, description: We do not set them without asking. }\n' +
        'cookies:\n  cart: { name: shop_cart }\n',
    },
    ['3:3 no field says what belongs to “More”, and no text seems to.'],
  ],

  [
    'no purpose of two cookies',
    'purpose',
    { policy: 'cookies:\n  a: { name: aa }\n  b: { name: bb }\n  c: { name: cc, purpose: Counts. }\n' },
    ['2:3 no field says those of `aa` and `bb`.'],
  ],

  [
    'no time of two cookies, and none of a beacon',
    'duration',
    { policy: 'cookies:\n  a: { name: aa }\n  b: { name: bb }\n  c: { name: cc.example/t, type: beacon }\n' },
    ['2:3 Planet49 counts the duration among the information owed.'],
  ],
  [
    'some time, and lists no cookie',
    'duration',
    { policy: `${two}${text('Cookies are kept for a limited period.')}` },
    ['6:33 Planet49 counts the duration among the information owed.'],
  ],
  [
    'nothing of time, and lists no cookie',
    'duration',
    { policy: two },
    ['1:1 Planet49 counts the duration among the information owed.'],
  ],
  [
    'a time in words, and lists no cookie',
    'duration',
    { policy: `${two}${text('They stay for 2 weeks.')}` },
    [],
  ],
  ['that it sets none', 'duration', { policy: `${two}cookies: none\n` }, []],

  [
    'who reads one of two cookies',
    'third-party-access',
    { policy: 'cookies:\n  a: { name: aa, access: [self] }\n  b: { name: bb, provider: self }\n' },
    ['3:3 no field says who can read `bb`, and no text seems to.'],
  ],
  [
    'in words that others read none',
    'third-party-access',
    { policy: `cookies:\n  a: { name: aa }\n${text('No other company can read them.')}` },
    ['2:3 the text seems to, at line 5: add `access` there, or leave it to the text.'],
  ],

  [
    'in words who reads them, over two lines',
    'third-party-access',
    {
      policy: `cookies:\n  a: { name: aa }\n${text('Cookies of others can be read by the company\nthat sets them.')}`,
    },
    ['2:3 the text seems to, at line 5: add `access` there, or leave it to the text.'],
  ],
  [
    'nothing of who reads them',
    'third-party-access',
    { policy: `cookies:\n  a: { name: aa }\n${text('Read our policy. Third parties help us.')}` },
    ['2:3 whether the text does, only a person can tell: the nearest words are at line 5.'],
  ],

  [
    'no provider of two cookies',
    'provider',
    { policy: 'cookies:\n  a: { name: aa }\n  b: { name: bb }\n  c: { name: cc, provider: self }\n' },
    ['2:3 no field says who sets `aa` or `bb`, and no text seems to.'],
  ],
  [
    'two companies without a link, one of them twice',
    'provider',
    {
      policy:
        'cookies:\n  a: { name: aa, provider: x }\n  b: { name: bb, provider: x }\n  c: { name: cc, provider: y }\n',
      product: 'vendors:\n  x: { name: Ex }\n  y: {}\n',
      vendors: 'vendors:\n  y: { name: Why }\n',
    },
    ['1:1 there is no link to the policy of Ex or Why.'],
  ],

  [
    'nothing of consent in two kinds',
    'consent-or-exemption',
    { policy: two },
    ['1:1 no field says which of the two holds for “Essential” or “Advertising”, and no text seems to.'],
  ],
  [
    'consent in the words of a kind, and a reason in those of another',
    'consent-or-exemption',
    {
      policy:
        'categories:\n  ads: { label: Advertising, description: They wait until you have agreed. }\n' +
        '  needed: { label: Essential, description: Without them the shop does not work., consent: exempt }\n',
    },
    [],
  ],
  [
    'a reason alone',
    'consent-or-exemption',
    { policy: 'categories:\n  cart: { label: Cart, because: you filled it }\n' },
    [],
  ],
  [
    'that it runs without consent, as a reason',
    'consent-or-exemption',
    {
      policy:
        'categories:\n  a: { label: Essential, description: We set these without consent., consent: exempt }\n',
    },
    ['2:79 no field says which is that of “Essential”, and no text seems to.'],
  ],
  [
    'an exception that another law has',
    'consent-or-exemption',
    { policy: 'categories:\n  visits: { label: Visits, exemption: statistical }\n' },
    [
      '2:39 “Visits” rests on `statistical`, which is not among the exceptions Directive 2002/58/EC Art. 5(3) names: `communication` and `requested`.',
    ],
  ],
  [
    'an exception of a law that is declared too',
    'consent-or-exemption',
    {
      policy:
        'categories:\n  visits: { label: Visits, exemption: statistical }\n  own: { label: Own, exemption: audience-fr }\n',
      product: 'regimes: [eprivacy, eprivacy-fr, pecr]\n',
    },
    [],
  ],
  [
    'an exception of the only law that is declared',
    'consent-or-exemption',
    {
      policy: 'categories:\n  visits: { label: Visits, exemption: statistical }\n',
      product: 'regimes: [pecr]\n',
    },
    [],
  ],
  [
    'an exception and nothing else',
    'consent-or-exemption',
    { policy: 'categories:\n  essential: { label: Essential, exemption: requested }\n' },
    [],
  ],
  [
    'the same under British law alone',
    'consent-or-exemption',
    { policy: 'categories:\n  essential: { label: Essential }\n', product: 'regimes: [pecr]\n' },
    ['2:3 no field says which of the two holds for “Essential”, and no text seems to.'],
  ],

  [
    'an exception beside opting out',
    'consent-mechanism',
    { policy: 'categories:\n  a: { label: Visits, consent: opt-out, exemption: audience-fr }\n' },
    [],
  ],
  [
    'only opting out, in words',
    'consent-mechanism',
    { policy: `${two}${text('You may opt out of our advertising cookies.')}` },
    ['6:24 for “Advertising” the text offers only opting out.'],
  ],
  [
    'opting out after asking, in words',
    'consent-mechanism',
    { policy: `${two}${text('We ask for your consent. You may opt out of advertising later.')}` },
    [],
  ],
  [
    'opting out of something else',
    'consent-mechanism',
    { policy: `${two}${text('You may opt out of our newsletter.')}` },
    [],
  ],

  [
    'that use, not loading, sets a cookie',
    'trigger-after-consent',
    { policy: `${asked}cookies:\n  map: { name: map, category: ads, trigger: use }\n` },
    [],
  ],

  [
    'a link to change a choice',
    'withdrawal-path',
    { policy: `${asked}${text('Use the Cookie Settings link in the footer.')}` },
    ['1:1 the text seems to, at line 5: fill `consent.manager`, or leave it to the text.'],
  ],
  [
    'a place to change a choice',
    'withdrawal-path',
    { policy: `${asked}${text('Open Your choices at the foot of any page.')}` },
    ['1:1 the text seems to, at line 5: fill `consent.manager`, or leave it to the text.'],
  ],
  [
    'only the settings of the browser',
    'withdrawal-path',
    { policy: `${asked}${text("Use your browser's cookie settings.")}` },
    ['1:1 whether the text does, only a person can tell: the nearest words are at line 5.'],
  ],
  [
    'only kinds with a reason, or so named, to need no consent',
    'withdrawal-path',
    {
      policy:
        'categories:\n  a: { label: Cart, because: you filled it }\n  b: { label: Strictly necessary cookies }\n',
    },
    [],
  ],
  [
    'a banner that comes once',
    'withdrawal-path',
    { policy: `${asked}${text('On your first visit, a cookie banner asks you.')}` },
    ['1:1 whether the text does, only a person can tell: the nearest words are at line 5.'],
  ],
  [
    'a banner that can be opened again',
    'withdrawal-path',
    { policy: `${asked}${text('You can re-open the cookie banner from the menu.')}` },
    ['1:1 the text seems to, at line 5: fill `consent.manager`, or leave it to the text.'],
  ],
  [
    'a place over two lines',
    'withdrawal-path',
    { policy: `${asked}${text('Change your cookies at the\nbottom of every page.')}` },
    ['1:1 the text seems to, at line 5: fill `consent.manager`, or leave it to the text.'],
  ],
  [
    'only kinds that need no consent',
    'withdrawal-path',
    {
      policy:
        'categories:\n  a: { label: Needed, consent: exempt }\n  b: { label: Own, exemption: appearance }\n',
    },
    [],
  ],
  [
    'a way to refuse, but no link',
    'withdrawal-path',
    { policy: `${asked}consent:\n  rejectAll: same-layer\n` },
    ['3:1 no field says which link or button is always there to change a choice, and no text seems to.'],
  ],

  [
    'no way to refuse',
    'reject-parity',
    { policy: 'consent: { rejectAll: none }\n' },
    ['1:23 here there is none.'],
  ],
  [
    'a banner that can only be accepted',
    'reject-parity',
    { policy: text('In the banner you can accept all cookies.') },
    ['3:23 the text describes only accepting.'],
  ],
  [
    'a banner with a choice',
    'reject-parity',
    { policy: text('In the banner you can accept all cookies or choose which you allow.') },
    [],
  ],
  [
    'a banner with both',
    'reject-parity',
    { policy: text('In the banner you can accept all cookies or refuse them.') },
    [],
  ],

  [
    'a company that only acts for the site',
    'controllers-list',
    {
      policy: `${asked}cookies:\n  a: { name: aa, category: ads, provider: x, access: [self, x] }\n`,
      product: 'vendors:\n  x: { name: Ex, role: processor }\n',
    },
    [],
  ],
  [
    'companies that stand among recipients, and one that reads',
    'controllers-list',
    {
      policy: `${asked}cookies:\n  a: { name: aa, category: ads, provider: x, access: [y] }\nrecipients:\n  r: { vendors: [x] }\nsections: [{ title: Who, content: [recipients: all] }]\n`,
      product: 'vendors:\n  x: { name: Ex }\n  y: { name: Why }\n',
    },
    ['3:1 Why stands in no list of the policy.'],
  ],

  [
    'companies in a table of cookies',
    'controllers-list',
    {
      policy: `${asked}cookies:\n  a: { name: aa, category: ads, provider: x, access: [y] }\nsections: [{ title: List, content: [cookies: all] }]\n`,
      product: 'vendors:\n  x: { name: Ex }\n  y: { name: Why }\n',
    },
    [],
  ],
  [
    'companies in a table of cookies without them',
    'controllers-list',
    {
      policy: `${asked}cookies:\n  a: { name: aa, category: ads, provider: x }\nsections: [{ title: List, content: [{ cookies: all, columns: [name, expires] }] }]\n`,
      product: 'vendors:\n  x: { name: Ex }\n',
    },
    ['3:1 Ex stands in no list of the policy.'],
  ],

  [
    'what refusing changes, in words',
    'refusal-effect',
    { policy: `${asked}${text('If you refuse them, the shop works as before.')}` },
    ['2:3 the text seems to, at line 5: add `ifRefused` there, or leave it to the text.'],
  ],
  [
    'what refusing one of two kinds changes',
    'refusal-effect',
    { policy: `${asked}  more: { label: More, consent: opt-out, ifRefused: Nothing. }\n` },
    ['2:3 no field says that of “Advertising”, and no text seems to.'],
  ],

  [
    'two technologies that it has not listed',
    'non-cookie-tech',
    { policy: `lead: Hello.\n${text('We use SDKs in our apps. We also place pixels.')}` },
    ['4:23 the text names “SDKs” and “pixels”, and no entry of `cookies` is of these kinds.'],
  ],
  [
    'technologies that it does not use, explains or clears',
    'non-cookie-tech',
    {
      policy: text(
        'We do not use pixels. A web beacon is a small image. We tell you how to clear local storage. We use Meta Pixel.',
      ),
    },
    [],
  ],
  [
    'technologies in a list, and pixels of a screen',
    'non-cookie-tech',
    {
      policy: text('We use:\n\n- cookies\n- web beacons\n\nWe store the width of your screen in pixels.'),
    },
    ['3:40 the text names “web beacons”, and no entry of `cookies` is of that kind.'],
  ],
  [
    'a pixel, and lists a beacon',
    'non-cookie-tech',
    { policy: `cookies:\n  a: { name: x.example/t, type: beacon }\n${text('We use pixels.')}` },
    [],
  ],

  [
    'a choice kept for too long',
    'choice-lifetime',
    { policy: `${asked}consent: { keptFor: 3 years }\n` },
    ['3:21 here it is kept for 3 years.'],
  ],
  [
    'a choice kept for longer than France suggests',
    'choice-lifetime',
    { policy: `${asked}consent: { keptFor: 1 year }\n`, product: 'regimes: [eprivacy, eprivacy-fr]\n' },
    ['3:21 here it is kept for 1 year.'],
  ],
  ['the same elsewhere', 'choice-lifetime', { policy: `${asked}consent: { keptFor: 1 year }\n` }, []],
  [
    'the time of a choice in words',
    'choice-lifetime',
    { policy: `${asked}${text('We remember your choice for six months.')}` },
    [],
  ],
  [
    'the time of a choice over two lines',
    'choice-lifetime',
    { policy: `${asked}${text('We keep your\nchoice for six months.')}` },
    [],
  ],
  [
    'a choice kept for longer than France suggests, where France alone is declared',
    'choice-lifetime',
    { policy: `${asked}consent: { keptFor: 1 year }\n`, product: 'regimes: [eprivacy-fr]\n' },
    ['3:21 here it is kept for 1 year.'],
  ],
  [
    'the time of the cookie that remembers it',
    'choice-lifetime',
    { policy: `${asked}cookies:\n  c: { name: cc, purpose: Remembers your choice., expires: 6 months }\n` },
    [],
  ],

  [
    'a block that shows the privacy policy',
    'privacy-link',
    {
      policy: 'sections: [{ title: Data, content: [policy: data-protection] }]\n',
      others: { 'data-protection.yaml': 'kind: privacy-policy\n' },
    },
    [],
  ],
  ['an address of its own', 'privacy-link', { policy: text('See <https://shop.example/privacy>.') }, []],
  [
    'a link in words of another language',
    'privacy-link',
    {
      policy: `language: de\n${text('Siehe die [Datenschutzerklärung](https://shop.example/datenschutz).')}`,
    },
    [],
  ],
  [
    'the policies of others',
    'privacy-link',
    { policy: text('Read the privacy policies of those services.') },
    ['5:8 the text links to no privacy policy.'],
  ],

  [
    'none of the conditions of the French exemption',
    'fr-audience',
    {
      policy:
        'categories:\n  v: { label: Visits, exemption: audience-fr }\ncookies:\n  v: { name: vv, category: v }\n',
    },
    [
      '2:34 not shown: a lifetime (`vv`), data kept for 25 months at most (`vv`), access for you and your processors alone (`vv`) and a way to object.',
    ],
  ],
  [
    'a company of its own account',
    'fr-audience',
    {
      policy:
        'categories:\n  v: { label: Visits, exemption: audience-fr, objection: Untick. }\n' +
        'cookies:\n  v: { name: vv, category: v, expires: 397 days, dataRetention: 1 year, access: [self, x] }\n',
      product: 'vendors:\n  x: { name: Ex, role: controller }\n',
    },
    ['2:34 not shown: access for you and your processors alone (`vv`).'],
  ],
];

test.each(cases)('a policy that states %s (%s)', async (_, rule, example, expected) => {
  expect(await found(`eprivacy/${rule}`, example)).toEqual(expected);
});

const british: Case[] = [
  [
    'the French exception where France is declared too',
    'ground',
    {
      policy: 'categories:\n  v: { label: Visits, exemption: audience-fr }\n',
      product: 'regimes: [pecr, eprivacy-fr]\n',
    },
    [],
  ],
  [
    'a way to object in words, and one in the settings',
    'statistical-object',
    {
      policy:
        'categories:\n  a: { label: Look, exemption: appearance, description: You can turn them off. }\n' +
        '  v: { label: Visits, consent: opt-out, exemption: statistical }\nconsent: { manager: { label: Settings } }\n',
    },
    [],
  ],
  [
    'profiles in a second sentence',
    'statistical-sole',
    {
      policy:
        'categories:\n  v: { label: Visits, exemption: statistical }\n' +
        'cookies:\n  v: { name: vv, category: v, purpose: Counts no pages. Builds profiles. }\n',
    },
    ['4:64 `vv` also serves “profiles”.'],
  ],
  [
    'another exception before the Schedule came',
    'ground',
    {
      policy: 'updated: 2026-01-01\ncategories:\n  v: { label: Visits, exemption: audience-fr }\n',
      asOf: '2026-01-01',
    },
    [],
  ],
  [
    'appearance and no objection',
    'statistical-object',
    { policy: 'categories:\n  a: { label: Look, exemption: appearance }\n' },
    ['2:32 “Look” names none.'],
  ],
  [
    'a service that was asked for',
    'statistical-object',
    { policy: 'categories:\n  a: { label: Cart, exemption: requested }\n' },
    [],
  ],
  [
    'advertising beside statistics',
    'statistical-sole',
    {
      policy:
        'categories:\n  v: { label: Visits, exemption: statistical }\n' +
        'cookies:\n  v: { name: vv, category: v, purpose: Counts visits and picks advertisements. }\n',
    },
    ['4:64 `vv` also serves “advertisements”.'],
  ],
  [
    'statistics and no advertising',
    'statistical-sole',
    {
      policy:
        'categories:\n  v: { label: Visits, exemption: statistical }\n' +
        'cookies:\n  v: { name: vv, category: v, purpose: "Counts visits, never for ads." }\n',
    },
    [],
  ],
  [
    'a company that reads for itself',
    'statistical-sole',
    {
      policy:
        'categories:\n  v: { label: Visits, exemption: statistical }\n' +
        'cookies:\n  v: { name: vv, category: v, provider: self, access: [self, x] }\n',
      product: 'vendors:\n  x: { name: Ex, role: third-party }\n',
    },
    ['4:47 `vv` also serves Ex, which decides for itself.'],
  ],
];

test.each(british)('a British policy that states %s (%s)', async (_, rule, example, expected) => {
  expect(await found(`pecr/${rule}`, example)).toEqual(expected);
});

test('under British law alone, the law named is the British one', async () => {
  const example = { product: 'regimes: [pecr]\n', policy: 'cookies:\n  a: { name: aa }\n' };
  const [finding] = findingsIn(example, await loadRule('eprivacy/purpose'));
  expect(finding?.message).toBe(
    'PECR reg. 6 asks for the purposes of what is stored; no field says that of `aa`.',
  );
});

const silent =
  'categories:\n  needed: { label: Needed, consent: exempt }\n  ads: { label: Ads, consent: opt-out }\n' +
  'cookies:\n  a: { name: aa, category: needed }\n  b: { name: bb, category: ads, provider: x }\n';

/** What all rules on storage find under some regimes: `rule law`, the law as the message names it. */
async function under(regimes: string): Promise<string[]> {
  const example = { policy: silent, product: `regimes: [${regimes}]\nvendors: { x: { name: Ex } }\n` };
  const any = await loadRule('eprivacy/purpose');
  return findingsIn(example, any, allRules)
    .filter(({ rule }) => /^(eprivacy|pecr)\//.test(rule))
    .map(
      ({ rule, message }) =>
        `${rule} ${/Directive|PECR|CNIL and ICO|CNIL|ICO|UK GDPR|GDPR/.exec(message)?.[0]}`,
    );
}

test('French law alone finds what the Directive and France find, once', async () => {
  const both = await under('eprivacy, eprivacy-fr');
  expect(await under('eprivacy-fr')).toEqual(both);
  expect(both).toContain('eprivacy/purpose Directive');
  expect(both).toContain('eprivacy/refusal-effect CNIL');
  expect(both.filter((line) => line.startsWith('eprivacy/purpose'))).toHaveLength(1);
});

test('the Directive and British law together find each gap once', async () => {
  expect(await under('eprivacy, pecr')).toEqual(
    (await under('eprivacy')).map((line) => line.replace('provider CNIL', 'provider CNIL and ICO')),
  );
});

test('British law alone is the one that is named', async () => {
  const found = await under('pecr');
  expect(found).toContain('eprivacy/consent-mechanism PECR');
  expect(found).toContain('eprivacy/withdrawal-path UK GDPR');
  expect(found).toContain('eprivacy/provider ICO');
  expect(found.join(' ')).not.toMatch(/Directive|CNIL/);
});

test('a text that is not English is judged by its fields alone', async () => {
  const example = { policy: `language: de\n${two}${text('You may opt out of advertising. We use pixels.')}` };
  expect(await found('eprivacy/consent-mechanism', example)).toEqual([]);
  expect(await found('eprivacy/non-cookie-tech', example)).toEqual([]);
  expect(await found('eprivacy/duration', example)).toEqual([]);
  expect(await found('eprivacy/choice-lifetime', example)).toEqual([]);
});
