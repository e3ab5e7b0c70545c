import { describe, expect, test } from 'vitest';
import type { Example } from '../src/rules/rule.ts';
import { findingsIn, loadRule } from './rules.ts';

// What no rule said anything of on real policies, and what these rules leave alone.

type Case = [says: string, example: Example, ...found: string[]];

function cases(id: string, table: readonly Case[]): void {
  describe(id, async () => {
    const rule = await loadRule(id);
    test.each(table.map(([says, example, ...found]) => ({ says, example, found })))('$says', (one) => {
      const lines = findingsIn(one.example, rule).map(({ severity, message }) => `${severity} ${message}`);
      expect(lines).toEqual(one.found.map((text) => expect.stringContaining(text)));
    });
  });
}

const section = (title: string, ...texts: string[]) =>
  `sections:\n  - title: ${title}\n    content:\n${texts.map((text) => `      - ${JSON.stringify(text)}\n`).join('')}`;
const says = (text: string): Example => ({ policy: section('Text', text) });
const ads = 'vendors:\n  ads: { name: Meta Pixel }\n';

cases('core/placeholder', [
  ...[
    '[AUTOTITLE](https://shop.example/settings)',
    'XXX Ltd',
    'Lorem ipsum dolor.',
    'TBD: ask.',
    'On the ____ day.',
    '[Company Name]',
    '[LEGAL ENTITY NAME — to be confirmed]',
    '[NIF — to be confirmed]',
    '[REGION]',
    '[FORM PROVIDER]',
    '[RETENTION PERIOD — e.g. 30 / 90 days]',
    '[MAILING ADDRESS]',
    '{\\{ site.email }\\}',
    'TO DO: ask.',
    'it within ??? days.',
    'it within %s days.',
    'it. [Note to legal: is this right?]',
    'it. :contentReference[oaicite:0]{index=0}',
    'it.【4†source】',
    'it. As an AI language model, I cannot say more.',
    'Error! Reference source not found.',
  ].map((text): Case => [`finds “${text}”`, says(`See ${text}`), 'error ']),
  [
    'finds them in any language',
    { policy: `language: de\n${section('Text', 'Wir sind [insert name].')}` },
    'error ',
  ],
  [
    'gathers several',
    says('[insert name] of [insert town].'),
    'error “[insert name]” and “[insert town]” stand',
  ],
  [
    'finds a name no program found',
    { policy: 'cookies:\n  a: { name: undefined }\n' },
    'error `undefined` is listed',
  ],
  ...[
    'The name `_gat_UA-XXXX`.',
    '[user] deleted [title of post].',
    '[sic] and [1] and [EU] and [GDPR](https://a.example) and [INTENTIONALLY OMITTED]',
    '[APPENDIX ONE](https://a.example) and [IP address, e.g. yours]',
    'a brace {\\{ alone',
    'A todo list.',
    'Really???',
    '100 %',
    'what we have to do: this.',
    '___',
  ].map((text): Case => [`leaves “${text}”`, says(text)]),
]);

cases('core/consent-by-use', [
  ['finds cookies', says('By continuing to browse, you agree to our cookies.'), 'warning '],
  [
    'finds an error where a law on storage is declared',
    { ...says('By using our site, you accept our cookies.'), product: 'regimes: [eprivacy]\n' },
    'error ',
  ],
  ['finds changes', says('Your continued use means that you accept the changes of this policy.'), 'warning '],
  ['leaves what is denied', says('We do not hold that by using our site you agree to this policy.')],
  ['leaves terms', says('By using the service, you agree to our terms.')],
  ['leaves an answer', says('If you agree in the banner, we set cookies.')],
]);

cases('core/change-promise-vague', [
  [
    'finds a more prominent notice',
    { policy: section('Changes', 'We may provide a more prominent notice.') },
    'warning ',
  ],
  [
    'leaves one on top of a promise',
    {
      policy: section(
        'Changes',
        'We will notify you of changes. We may also provide a more prominent notice.',
      ),
    },
  ],
]);

cases('core/anonymous-claim', [
  [
    'finds an identifier by the name of its entry',
    { policy: 'cookies:\n  ga: { name: _ga_*, purpose: Collects anonymised statistics. }\n' },
    'warning The text says “anonymised statistics” beside “_ga_*”',
  ],
  ['leaves addresses that are made so', says('IP addresses are anonymised.')],
]);

cases('core/no-sale-silent-sharing', [
  [
    'finds a script of an advertiser by its name',
    { policy: section('Sale', 'We do not sell your data.'), product: ads },
    'warning The policy says that data is not sold, and no field',
  ],
  [
    'finds a cookie that is known to be one',
    { policy: `cookies:\n  a: { name: _fbp }\n${section('Sale', 'We do not sell your data.')}` },
    'Meta does',
  ],
  [
    'finds that sharing is denied beside one',
    { policy: 'sale: none\n', product: ads },
    'warning The policy says that data is not shared',
  ],
  ['leaves sharing that is told', { policy: 'sale: { sells: false, shares: true }\n', product: ads }],
]);

cases('core/list-not-exhaustive', [
  ['finds a list', says('This is a non-exhaustive list of our cookies.'), 'warning '],
  ['leaves rights', says('This list of your rights is not exhaustive.')],
]);

cases('core/unclassified', [
  ...['Unclassified', 'Unknown.', 'N/A', 'We are in the process of classifying it.'].map(
    (purpose): Case => [
      `finds the purpose “${purpose}”`,
      { policy: `cookies:\n  a: { name: aa, purpose: ${purpose} }\n` },
      'warning The purpose of `aa`',
    ],
  ),
  ...['aa', 'Needed.'].map(
    (purpose): Case => [
      `finds the purpose “${purpose}”`,
      {
        policy: `categories:\n  n: { label: Needed }\ncookies:\n  a: { name: aa, category: n, purpose: ${purpose} }\n`,
      },
      'warning The purpose of `aa`',
    ],
  ),
  ['leaves others', { policy: 'cookies:\n  a: { name: aa, purpose: Finds out whether you are known. }\n' }],
]);

cases('core/reference-missing', [
  [
    'finds a number',
    says('As section 9 says.'),
    'error The text points to section 9, and there is one section',
  ],
  ...['Section 5 of the FTC Act.', 'As section 1 says.', 'See “Sharing” in our privacy policy below.'].map(
    (text): Case => [`leaves “${text}”`, says(text)],
  ),
  [
    'leaves a title that is quoted freely',
    { policy: section('How we share information', 'See “Sharing information” below.') },
  ],
  ['leaves a heading in bold', says('**Sharing**\n\nSee “Sharing” below.')],
]);

const byName = 'cookies:\n  a: { name: _fbp }\n  b: { name: bb }\n';

cases('eprivacy/consent-unsaid', [
  ['finds one by its name', { policy: byName }, 'error Directive 2002/58/EC Art. 5(3) asks'],
  ['notes what prose says', { policy: `lead: We ask for your consent.\n${byName}` }, 'info '],
  ['leaves a list without advertisers', { policy: 'cookies:\n  b: { name: bb }\n' }],
]);

const letters = 'children: { age: 13 }\npurposes:\n  a: { text: To send letters., basis: consent }\n';

cases('gdpr/child-consent', [
  [
    'leaves where a parent is asked',
    { policy: `lead: A parent gives consent for those under 16.\n${letters}` },
  ],
  ['leaves what rests on no consent', { policy: 'children: { age: 13 }\n' }],
]);

cases('gdpr/joint-essence', [
  [
    'finds a company that decides with us',
    {
      policy: 'lead: We work with {{ vendors.net.name }}.\n',
      product: 'vendors:\n  net: { name: Net, role: joint-controller }\n',
    },
    'warning GDPR Art. 26(2)',
  ],
]);

const twoSetters = 'vendors:\n  one: { name: First Ads }\n  two: { name: Second Ads }\n';
const setByTwo = 'cookies:\n  ad: { name: ad, category: ads, provider: [one, two] }\n';
const ofConsent = 'categories:\n  ads: { label: Ads, consent: required }\n';

cases('core/vendor-unlisted', [
  [
    'looks at each of two that set a cookie',
    {
      policy: `${ofConsent}${setByTwo}sections:\n  - title: Companies\n    content: [{ vendors: Ads }]\n`,
      product: twoSetters.replace('First Ads', 'First Ads, group: Ads'),
    },
    'warning Second Ads sets `ad` and is missing from the list of companies.',
  ],
]);

cases('eprivacy/controllers-list', [
  [
    'looks at each of two that set a cookie',
    {
      policy: `${ofConsent}${setByTwo}sections:\n  - title: Companies\n    content: [{ vendors: Ads }]\n`,
      product: `${twoSetters.replace('First Ads', 'First Ads, group: Ads')}regimes: [eprivacy-fr]\n`,
    },
    'warning CNIL recommendation 2020-092 asks for a full list of the controllers behind consent; Second Ads stands in no list',
  ],
]);

cases('core/category-party', [
  [
    'knows a cookie that somebody else sets with the company',
    {
      policy:
        'categories:\n  needed: { label: Needed, party: first }\ncookies:\n  pay: { name: pay, category: needed, provider: [self, one] }\n',
      product: twoSetters,
    },
    'error “Needed” is called first-party, and lists `pay`',
  ],
]);

cases('gdpr/transfer-mechanism', [
  [
    'looks at where a company processes data',
    {
      policy:
        'recipients:\n  run: { label: Running it, vendors: [host] }\nsections:\n  - title: Who\n    content: [{ recipients: all }]\n',
      product: 'vendors:\n  host: { name: Hoster, country: IE, places: [IE, US] }\n',
    },
    'error GDPR Art. 13(1)(f) lists each transfer to a third country; no field says what data that goes to Hoster in the United States rests on',
  ],
]);

cases('core/sale-vs-recipients', [
  [
    'says nothing where one of the two is not denied',
    { policy: 'sale: { sells: false }\nrecipients:\n  ads: { label: Ads, sold: true }\n' },
  ],
  [
    'finds that nobody buys what is sold',
    { policy: 'sale: { sells: true }\nrecipients:\n  ads: { label: Ads, sold: false }\n' },
    'error `sale` says that data is sold, and every entry of `recipients` that it is not.',
  ],
]);

cases('core/sale-vs-text', [
  [
    'says nothing where the text denies it of some data alone',
    { policy: 'sale: { sells: true, text: We do not sell personal data of people under 16. }\n' },
  ],
  [
    'says nothing where the field denies it, too',
    { policy: 'sale: { sells: false, text: We do not sell personal data. }\n' },
  ],
  [
    'finds a denial in any text',
    {
      policy:
        'sale: { sells: true }\nsections:\n  - title: Sale\n    content: [We never sell your personal data to anybody.]\n',
    },
    'warning `sale.sells` says that data is sold, and the text: “never sell your personal data”.',
  ],
]);

cases('gdpr/sub-processor-details', [
  [
    'gathers what several lack, and knows a company by its name',
    {
      policy: 'kind: sub-processors\nsections:\n  - title: Who\n    content: [{ vendors: all }]\n',
      product:
        'vendors:\n  one: { name: Plume, country: DE, does: counts }\n  two: { name: Quill, country: DE, does: writes }\n  three: { name: Nib GmbH, country: DE, does: draws }\n',
    },
    'info The list of sub-processors in the clauses of Decision (EU) 2021/914 has the name, place and task of each; no field says the company behind Plume and Quill.',
  ],
]);

cases('core/unencrypted-link', [
  [
    'gathers several',
    says('See http://one.example/a and [two](http://two.example/b).'),
    'info “http://one.example/a” and “http://two.example/b” are addresses without https.',
  ],
]);
