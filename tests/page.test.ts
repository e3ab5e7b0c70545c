import fc from 'fast-check';
import { expect, test } from 'vitest';
import { policyMarkdown } from '../src/exporters/markdown.ts';
import { inlineJson, toPage } from '../src/page/page.ts';
import type { PageBlock, PageSection, PolicyPage } from '../src/page/page-model.ts';
import { htmlOf } from '../src/page/piece.ts';
import { slugOf } from '../src/resolve/sections.ts';
import {
  direction,
  quotingReaderOf,
  showCountry,
  showDate,
  showLanguage,
  showList,
  showNumber,
  showPeriod,
  showValue,
} from '../src/text/show.ts';
import { wordsFor } from '../src/words/words.ts';
import { around, compileTexts, pageOf } from './compile-texts.ts';

const sections = (numbering: string, inside = '') => `${numbering}
sections:
  - title: One
    content: [Some text.]
  - title: Two
    ${inside}
    sections:
      - { title: First, content: [Some text.] }
      - { title: Second, content: [Some text.] }
`;

function numbersOf(page: PolicyPage): (string | undefined)[] {
  const walk = (list: PageSection[]): (string | undefined)[] =>
    list.flatMap(({ number, sections: inner }) => [number, ...walk(inner)]);
  return walk(page.sections);
}

test.each([
  ['numbering: decimal', '', ['1.', '2.', '2.1', '2.2']],
  ['numbering: letters', '', ['A.', 'B.', 'A.', 'B.']],
  ['numbering: none', '', [undefined, undefined, undefined, undefined]],
  ['', '', [undefined, undefined, undefined, undefined]],
  ['numbering: decimal', 'numbering: letters', ['1.', '2.', 'A.', 'B.']],
  ['numbering: decimal', 'numbering: none', ['1.', '2.', undefined, undefined]],
  ['numbering: letters', 'numbering: decimal', ['A.', 'B.', 'B.1', 'B.2']],
  ['numbering: none', 'numbering: decimal', [undefined, undefined, '1.', '2.']],
])('numbers sections by "%s" and "%s" inside', (numbering, inside, expected) => {
  expect(numbersOf(pageOf(sections(numbering, inside)))).toEqual(expected);
});

test('numbers sections to three levels, and sections of nothing but sections', () => {
  const page = pageOf(`numbering: decimal
sections:
  - title: One
    sections:
      - title: First
        sections:
          - { title: Inner, content: [Some text.] }
          - { title: Last, content: ['Some text.'] }
`);
  expect(numbersOf(page)).toEqual(['1.', '1.1', '1.1.1', '1.1.2']);
  expect(policyMarkdown(page)).toContain('#### 1.1.2 Last');
});

test('goes on with AA after Z', () => {
  const many = Array.from(
    { length: 28 },
    (_, index) => `  - { id: s${index}, title: Section, content: [Text.] }`,
  );
  const numbers = numbersOf(pageOf(`numbering: letters\nsections:\n${many.join('\n')}\n`));
  expect(numbers.slice(24)).toEqual(['Y.', 'Z.', 'AA.', 'AB.']);
});

const cookies = `
categories:
  needed: { label: Needed }
  extra: { label: Extra }
cookies:
  sid: { name: sid, category: needed, expires: 30 days }
  ga: { name: _ga, category: extra, expires: 13 months }
`;

function idsOf(page: PolicyPage): string[] {
  const inBlock = (block: PageBlock) => ('items' in block ? block.items : 'rows' in block ? block.rows : []);
  const walk = (list: PageSection[]): string[] =>
    list.flatMap(({ id, aliases, blocks, sections: inner }) => [
      id,
      ...aliases,
      ...blocks.flatMap((block) =>
        inBlock(block).flatMap((item) => ('id' in item && item.id ? [item.id] : [])),
      ),
      ...walk(inner),
    ]);
  return walk(page.sections);
}

test('gives each row its anchor once, where it is shown first', () => {
  const page = pageOf(`${cookies}
sections:
  - { title: All, content: [{ cookies: all }] }
  - { title: Needed, content: [{ cookies: needed }, { categories: all }] }
`);
  expect(idsOf(page)).toEqual([
    'all',
    'cookies-sid',
    'cookies-ga',
    'needed',
    'categories-needed',
    'categories-extra',
  ]);
});

test('never gives a row the anchor of a section or an alias, wherever that stands', () => {
  const page = pageOf(`${cookies}
sections:
  - { title: All, content: [{ cookies: all }] }
  - { id: cookies-sid, title: Later, aliases: [cookies-ga], content: [Some text.] }
`);
  expect(idsOf(page)).toEqual(['all', 'cookies-sid', 'cookies-ga']);
});

test('writes anchors in lower case only', () => {
  const page = pageOf(`
automatedDecisions:
  limit: { label: Credit limit }
sections: [{ title: Decisions, content: [{ automatedDecisions: all }] }]
`);
  expect(idsOf(page)).toEqual(['decisions', 'automated-decisions-limit']);
});

const vendors = 'vendors:\n  stripe: { name: Stripe }\n  ads: { name: Ads & Co }\n';
const contacts =
  'contacts:\n  first: { label: First }\n  desk: { label: Desk, email: desk@example.com }\n  form: { label: Form, url: "https://example.com/form" }\n';
const shows = (block: string) => `sections: [{ title: One, content: [${block}] }]\n`;

test.each([
  ['{ name: a, domain: shop.example.com }', 'First party'],
  ['{ name: a, domain: example.com }', 'First party'],
  ['{ name: a, domain: notexample.com }', 'Third party'],
  ['{ name: a, domain: example.com.evil.net }', 'Third party'],
  ['{ name: a, domain: example.com, party: third }', 'Third party'],
  ['{ name: a, domain: evil.net, party: first }', 'First party'],
  ['{ name: a, provider: self }', 'First party'],
  ['{ name: a, provider: self, domain: evil.net }', 'Third party'],
  ['{ name: a, provider: stripe }', undefined],
  ['{ name: a }', undefined],
])('takes the cookie %s for %s', (cookie, expected) => {
  const product = `name: Shop\ndomains: [example.com]\n${vendors}`;
  const page = pageOf(
    `cookies: { a: ${cookie}, b: { name: b, party: first } }\n${shows('{ cookies: all }')}`,
    {
      'shop/product.yaml': product,
    },
  );
  const [block] = page.sections[0]?.blocks ?? [];
  if (block?.type !== 'table') throw new Error('Not a table.');
  const cell = block.rows[0]?.cells[block.columns.indexOf('Set by')];
  const parties = htmlOf(cell ?? []).match(/(First|Third) party/g) ?? [];
  expect(parties.join()).toBe(expected ?? '');
});

const notHere = '<span class="absent">Not stated here</span>';

test('takes no cookie for first or third party by its host where a product names no domain of its own', () => {
  const facts = 'cookies: { a: { name: a, domain: shop.example.com }, b: { name: b, party: first } }\n';
  expect(linesOf(`${facts}${shows('{ cookies: all }')}`)).toEqual([
    'Name | Set by | Kept for | Details',
    `<code>a</code> |  | ${notHere} | shop.example.com`,
    `<code>b</code> | First party | ${notHere} | `,
  ]);
});

test.each([
  ['cookie', 'until you close the browser'],
  ['session-storage', 'until you close the tab'],
  ['local-storage', 'until the session ends'],
  ['url-parameter', 'until the session ends'],
])('says of what is kept for a session as %s that it stays %s', (type, expected) => {
  const facts = `cookies: { a: { name: a, type: ${type}, expires: session } }\n`;
  const columns = 'columns: [name, expires]';
  expect(linesOf(`${facts}${shows(`{ cookies: all, ${columns} }`)}`)[1]).toBe(`<code>a</code> | ${expected}`);
});

test.each([
  ['period: 30 days', '30 days'],
  ['period: 6 months, from: after you close it', '6 months after you close it'],
  ['period: 6 months, from: the last visit', '6 months, counted from: the last visit'],
  ['period: 6 months, from: nach der Kündigung', '6 months nach der Kündigung'],
  [
    'period: 6 months, from: after you close it, for: questions that come late',
    '6 months after you close it (questions that come late)',
  ],
  ['criteria: as long as tax law asks', 'as long as tax law asks'],
  ['period: 30 days, criteria: or until you object', '30 days; or until you object'],
  ['period: 30 days, for: export, criteria: Longer in a dispute.', '30 days (export); Longer in a dispute.'],
  ['for: export', 'export'],
])('says how long something with "%s" is kept: "%s"', (fields, expected) => {
  const facts = `retention: { a: { of: logs, ${fields} } }\n`;
  expect(linesOf(`${facts}${shows('{ retention: all }')}`)[1]).toBe(`logs | ${expected}`);
});

test.each([
  ['then: deleted, except: invoices', '1 day. Except: invoices | deleted'],
  ['then: deleted', '1 day | deleted'],
  ['for: export., except: invoices', '1 day (export.). Except: invoices'],
  ['criteria: As long as you stay., except: invoices', '1 day; As long as you stay. Except: invoices'],
  ['except: invoices', '1 day. Except: invoices'],
])('says how long something stays and what becomes of it with "%s": "%s"', (fields, expected) => {
  const facts = `retention: { a: { of: logs, period: 1 day, ${fields} } }\n`;
  expect(linesOf(`${facts}${shows('{ retention: all }')}`)[1]).toBe(`logs | ${expected}`);
});

/** The only section's blocks as lines of text: the rows of a table under its columns, an entry after its term. */
function linesOf(policy: string, product = ''): string[] {
  const page = pageOf(policy, { 'shop/product.yaml': `name: Shop\n${product}` });
  return (page.sections[0]?.blocks ?? []).flatMap((block) => {
    if (block.type === 'text') return [htmlOf(block.text)];
    if (block.type === 'list') return block.items.map(({ text }) => htmlOf(text));
    if (block.type === 'table')
      return [block.columns, ...block.rows.map(({ cells }) => cells.map((piece) => htmlOf(piece)))].map(
        joined,
      );
    if (block.type !== 'details') throw new Error(`Unexpected ${block.type}.`);
    return block.items.flatMap(({ note, entries }) => [
      ...(note ? [htmlOf(note)] : []),
      ...entries.map(({ term, text }) => `${term}: ${htmlOf(text)}`),
    ]);
  });
}

const joined = (cells: string[]) => cells.join(' | ');
const external = (url: string, label: string) =>
  `<a href="${url}" rel="external noopener noreferrer">${label}</a>`;

const optOut = 'optOut: { label: Do not sell, url: "https://example.com/out", methods: [link, signal] }';
const limit = 'limit: { label: Limit it }';
const choices = [
  `Opt out: ${external('https://example.com/out', 'Do not sell')}`,
  'Ways to opt out: a link and a signal of your browser',
  'Limit the use of sensitive data: Limit it',
];

test.each([
  [
    'consent',
    'consent: { manager: { label: Cookie settings, url: "https://example.com/c", text: in *the footer* }, rejectAll: same-layer, keptFor: 6 months }',
    [
      `Change your choice: ${external('https://example.com/c', 'Cookie settings')}`,
      'Where you find it: in <em>the footer</em>',
      'Refuse everything: Where you can accept everything',
      'Your choice is kept for: 6 months',
    ],
  ],
  [
    'consent',
    'consent: { manager: { label: Settings & more } }',
    ['Change your choice: Settings &amp; more'],
  ],
  [
    'categories',
    'categories: { a: { label: A, consent: exempt, exemption: audience-fr, objection: Tell us. } }',
    [
      'Consent: No consent is needed',
      'Exception from consent: Audience measurement, as France exempts it',
      'How to object: Tell us.',
    ],
  ],
  [
    'cookies',
    'cookies: { a: { name: a, access: [self, stripe], trigger: consent, setFrom: script, dataRetention: 25 months }, b: { name: b } }',
    [
      'Name | Kept for | Details',
      `<code>a</code> | <ul><li>${notHere}</li><li>its data for 25 months</li></ul> | <ul><li>after you consent, by a script in the page</li><li>can be read by Shop and Stripe</li></ul>`,
      `<code>b</code> | ${notHere} | `,
    ],
  ],
  ['audiences', 'audiences: { a: { label: A, children: true } }', ['Age: Children']],
  [
    'data',
    'data: { a: { label: A, source: third-party, from: public registers, provision: By law., ccpa: [identifiers, sensory] }, b: { label: B, source: given } }',
    [
      'Data | Source | Whether you must give it | Category in California',
      'A | others: public registers | By law. | identifiers; sensory information (audio, visual or similar)',
      'B | you |  | ',
    ],
  ],
  [
    'purposes',
    'purposes: { a: { text: A., condition: health-care } }',
    ['Purpose | Condition for special categories', 'A. | Health or social care'],
  ],
  [
    'recipients',
    'data: { d: { label: Mail } }\nrecipients: { a: { label: A, data: [d] } }',
    ['Recipient | Data received', 'A | Mail'],
  ],
  [
    'retention',
    'data: { d: { label: Mail } }\nretention: { a: { of: letters, data: [d], period: 1 day } }',
    ['What is kept | Data | For how long', 'letters | Mail | 1 day'],
  ],
  [
    'requests',
    'requests: { agent: Sign., complaints: { channel: desk, acknowledgeWithin: 30 days }, onlineOnly: true }',
    [
      'Asking for somebody else: Sign.',
      'How to complain: <a href="mailto:desk@example.com">desk@example.com</a>',
      'A complaint is acknowledged: within 30 days',
      'The service: Online only, with people we deal with directly',
    ],
  ],
  [
    'transfers',
    'transfers: { a: { country: US, copy: Ask us. } }',
    ['Country | How to get a copy', 'United States | Ask us.'],
  ],
  [
    'signals',
    'signals: { gpc: { honoured: true, confirmation: A sign. }, thirdPartyTracking: false }',
    [
      'Global Privacy Control: Honoured',
      'How you see that it took effect: A sign.',
      'Tracking by others: Nobody else collects what you do over time and across websites when you use our service',
    ],
  ],
  ['sale', 'sale: { sells: false }', ['<p>Personal data is not sold.</p>']],
  [
    'sale',
    `sale: { under16: false, sensitive: true, ${optOut}, ${limit} }`,
    [
      '<p>We have no knowledge that we sell or share data of people under 16. Sensitive data is used for purposes that you can limit.</p>',
      ...choices,
    ],
  ],
  ['sale', `sale: { text: We sell., ${optOut}, ${limit} }`, ['<p>We sell.</p>', ...choices]],
  ['children', 'children: { age: 13, text: More. }', ['<p>Not meant for people under 13.</p><p>More.</p>']],
  // A service whose readers are children is meant for them.
  [
    'children',
    'audiences: { kids: { label: Kids, children: true } }\nchildren: { age: 13, text: A parent opens it. }',
    ['<p>This holds for people under 13.</p><p>A parent opens it.</p>'],
  ],
  [
    'children',
    `children:
  age: 13
  publicByChild: false
  separateConsent: Say so.
  saleOptIn: Asked first.
  internalOperations: { operations: Sessions., safeguards: Locked. }
  audio: { use: Typing., deletion: At once. }
  parents: { review: See., delete: Delete., refuse: Stop., how: Write. }`,
    [
      '<p>This holds for people under 13.</p>',
      'Making data public: A child cannot make data public',
      'Consent without disclosure to others: Say so.',
      'Opting in to a sale: Asked first.',
      'Identifiers for internal operations: Sessions.',
      'How their use is limited: Locked.',
      'Recordings of a voice: Typing.',
      'Deleting recordings: At once.',
      'Seeing the data of a child: See.',
      'Having it deleted: Delete.',
      'Refusing further collection: Stop.',
      'How a parent asks: Write.',
    ],
  ],
])('the block of %s shows "%s"', (block, facts, lines) => {
  const shown = linesOf(`${facts}\n${shows(`{ ${block}: all }`)}`, `${vendors}${contacts}`);
  expect(shown).toEqual(lines);
});

test('gives whoever reads a cookie a column of their own where a table asks for it', () => {
  const facts =
    'cookies: { a: { name: a, provider: self, access: [self], expires: session, trigger: load } }';
  const columns = 'columns: [name, provider, access, trigger, dataRetention]';
  expect(linesOf(`${facts}\n${shows(`{ cookies: all, ${columns} }`)}`)).toEqual([
    'Name | Set by | Who can read it | How it is set | Its data is kept for',
    '<code>a</code> | Shop | Shop | as the page loads | ',
  ]);
});

test.each([
  ['consent: {}', 'expected entries in `consent`'],
  ['cookies: { a: { name: a, access: [nobody] } }', 'Unexpected `nobody`, expected an id from `vendors`.'],
  ['requests: { complaints: { channel: nobody } }', 'Unexpected `nobody`, expected an id from `contacts`.'],
])('makes no page of "%s"', (facts, problem) => {
  expect(() => pageOf(`${facts}\n${shows('{ consent: all }')}`)).toThrow(problem);
});

test.each([
  'dpo: nobody',
  'representatives: { EU: nobody, GB: desk }',
  'authorities: { IE: nobody }',
])('says that "%s" names no contact of the product', (key) => {
  const naming = { 'shop/product.yaml': `name: Shop\n${key}\n${contacts}` };
  expect(() => pageOf('', naming)).toThrow(
    /^No page: Unexpected `nobody`, expected an id from `contacts`\.$/,
  );
  const known = { 'shop/product.yaml': naming['shop/product.yaml'].replace('nobody', 'desk') };
  expect(() => pageOf('', known)).not.toThrow();
});

test('a policy names whoever reads a cookie or takes complaints', () => {
  const { compiled } = compileTexts({
    ...around,
    'shop/product.yaml': `name: Shop\ndpo: first\n${vendors}${contacts}`,
    'shop/cookies.yaml': `kind: cookie-policy
title: Cookies
cookies: { a: { name: a, access: [stripe] } }
requests: { complaints: { channel: desk } }
sections: [{ title: One, content: [Some text.] }]
`,
  });
  const facts = compiled.get('shop/cookies')?.policy.facts;
  expect([Object.keys(facts?.vendors ?? {}), Object.keys(facts?.contacts ?? {})]).toEqual([
    ['stripe'],
    ['desk'],
  ]);
});

test('takes the date of the text for the day from which it binds, unless it says otherwise', () => {
  const dates = (policy: string) => pageOf(policy).dates.map(({ term, date }) => `${term} ${date}`);
  expect(dates('updated: 2026-03-31\n')).toEqual(['Last updated 2026-03-31']);
  expect(dates('updated: 2026-03-31\neffective: 2026-03-31\n')).toEqual(['Last updated 2026-03-31']);
  expect(dates('updated: 2026-03-31\neffective: 2026-05-01\nreviewed: 2026-06-01\n')).toEqual([
    'Last updated 2026-03-31',
    'In force from 2026-05-01',
    'Checked on 2026-06-01',
  ]);
  expect(pageOf('updated: 2026-03-31\n').jsonLd).toMatchObject({
    dateModified: '2026-03-31',
    temporalCoverage: '2026-03-31/..',
  });
});

test('names no day from which it binds without the people it binds from then', () => {
  const [, binds] = pageOf(
    'updated: 2026-03-31\neffective: { new customers: 2026-05-01, all others: 2026-06-01 }\n',
  ).dates;
  expect(binds).toEqual({
    term: 'In force from',
    date: '2026-05-01',
    text: '1 May 2026 for new customers and 1 June 2026 for all others',
  });
});

test('says that it states no date, and claims none to search engines', () => {
  const { undated, dates, jsonLd } = pageOf('');
  expect({ undated, dates }).toEqual({ undated: 'This policy states no date.', dates: [] });
  expect(jsonLd).not.toHaveProperty('dateModified');
  expect(jsonLd).not.toHaveProperty('temporalCoverage');
});

test.each([
  ['a date of the text', 'updated: 2026-03-31\n'],
  ['the day from which it binds', 'effective: 2026-03-31\n'],
  ['the day it was checked', 'reviewed: 2026-03-31\n'],
  ['a year in its lead', 'lead: "Last updated: March 2026."\n'],
  ['a year in its text', shows('"Last updated: March 2026."')],
  ['a year in other digits', shows('"آخر تحديث: مارس ٢٠٢٦."')],
])('says nothing of a missing date beside %s', (_, policy) => {
  expect(pageOf(policy).undated).toBeUndefined();
});

test('describes itself by its lead, else its first text, else its title', () => {
  expect(pageOf('lead: About **cookies**.\n').description).toBe('About cookies.');
  expect(pageOf(shows('{ note: Good to know. }, Later.')).description).toBe('Good to know.');
  expect(pageOf(`cookies: none\n${shows('{ cookies: all }')}`).description).toBe('Cookie policy');
  const behind = `${shows('{ cookies: all }').trimEnd().slice(0, -1)}, { title: Changes, content: [We tell you of changes.] }]\n`;
  expect(pageOf(`cookies: none\n${behind}`).description).toBe('Cookie policy');
});

test.each([
  ['We never sell data, unless you agree.', 'We never sell data, unless you agree.'],
  [`We never sell data, ${'and so on, '.repeat(20)}unless you agree.`, undefined],
  [`We store little. A${'a'.repeat(181)}.`, undefined],
  [`We store little. A${'a'.repeat(182)}.`, 'We store little.'],
  [`We store little. A${'a'.repeat(199)}, e.g. this.`, 'We store little.'],
  // A sentence that an abbreviation seems to end takes back what it says.
  [
    `We store little. We sell to nobody, i.e. Advertisers, unless${' you agree'.repeat(20)}.`,
    'We store little.',
  ],
  [`We store little. We tell Acme Inc. Only${' if you agree'.repeat(15)}.`, 'We store little.'],
  [`We store little. Nach Art. 6 Abs. 1 bzw. Nr. 3 gilt${' es'.repeat(60)}.`, 'We store little.'],
  [`We obey the GDPR. A${'a'.repeat(190)}.`, 'We obey the GDPR.'],
  ['a'.repeat(401), 'Cookie policy'],
  ['We keep:\n\n  - your name, if given\n  - your address', 'We keep: your name, if given; your address'],
  ['One.\n\n  Two', 'One. Two'],
  ['(Stand 25.März 2026)\n\n  Wir speichern wenig.', 'Wir speichern wenig.'],
  ['I. Privacy Policy\n\n  Data Protection\n\n  II.\n\n  We store little.', 'We store little.'],
])('describes itself in whole sentences: "%s"', (lead, expected) => {
  expect(pageOf(`lead: |-\n  ${lead}\n`).description).toBe(expected ?? lead);
});

test('writes JSON that cannot end the script element it stands in', () => {
  const { jsonLd } = pageOf('lead: "`</script><!--`"\n');
  const json = inlineJson(jsonLd);
  expect(json).not.toContain('<');
  expect(JSON.parse(json)).toEqual(jsonLd);
  expect(jsonLd.description).toBe('</script><!--');
});

test('describes the page to search engines', () => {
  expect(
    pageOf('', { 'site.yaml': `${around['site.yaml']}publisher: { name: Example Ltd }\n` }).jsonLd,
  ).toMatchInlineSnapshot(`
    {
      "@context": "https://schema.org",
      "@type": "WebPage",
      "about": {
        "@type": "Thing",
        "name": "Shop",
      },
      "description": "Some text.",
      "inLanguage": "en-GB",
      "isPartOf": {
        "@type": "WebSite",
        "name": "Example",
        "url": "https://example.com/",
      },
      "name": "Cookie policy",
      "publisher": {
        "@type": "Organization",
        "name": "Example Ltd",
      },
      "url": "https://example.com/shop/cookies/",
    }
  `);
});

test.each([
  ['ar', 'rtl'],
  ['he', 'rtl'],
  ['fa', 'rtl'],
  ['ur', 'rtl'],
  ['en', 'ltr'],
  ['zh-Hant', 'ltr'],
  ['az-Arab', 'rtl'],
  ['ku', 'ltr'],
] as const)('shows %s as %s', (language, expected) => {
  expect(direction(language)).toBe(expected);
  expect(pageOf(`language: ${language}\n`).direction).toBe(expected);
});

test('takes the language of the policy, else of the product, else of the site', () => {
  const german = { 'shop/product.yaml': 'name: Shop\nlanguage: de\n' };
  expect(pageOf('language: ar\n', german).language).toBe('ar');
  expect(pageOf('', german).language).toBe('de');
  expect(pageOf('').language).toBe('en-GB');
});

test('makes the same page of the same policy each time, and leaves the policy as it was', () => {
  const { compiled, site } = compileTexts({
    ...around,
    'shop/cookies.yaml': `kind: cookie-policy\ntitle: Cookies\n${cookies}${shows('{ cookies: all }')}`,
  });
  const policy = compiled.get('shop/cookies')?.policy;
  if (!policy) throw new Error('Not compiled.');
  const before = structuredClone(policy);
  const [first, second] = [toPage(policy, site), toPage(policy, site)];
  expect(second).toEqual(first);
  expect(JSON.stringify(second)).toBe(JSON.stringify(first));
  expect(policy).toEqual(before);
});

const reader = (language: string) => ({ language, words: wordsFor(language) });

test.each([
  ['en-GB', ['Account', 'Payments'], 'Account and Payments'],
  ['en-GB', ['Health, if you write about it'], 'Health, if you write about it'],
  ['en-GB', ['Health, if you write about it', 'Subscription'], 'Health, if you write about it; Subscription'],
  ['en-GB', ['IP address and GPS data', 'Account', 'Usage'], 'IP address and GPS data; Account; Usage'],
  ['en-GB', ['a; b', 'c, d'], 'a; b · c, d'],
  ['en-GB', ['a; b', 'c · d'], 'a; b | c · d'],
  ['en-GB', ['Land', 'Sand', 'Andes'], 'Land, Sand and Andes'],
  ['de', ['Name und Anschrift', 'Rechnungen'], 'Name und Anschrift; Rechnungen'],
  ['de', ['Fund', 'Rechnungen'], 'Fund und Rechnungen'],
])('tells in %s the items of %j apart', (language, items, expected) => {
  expect(showList(items, reader(language))).toBe(expected);
});

test('tells examples apart that hold commas', () => {
  const facts = (examples: string) =>
    `data: { a: { label: A, examples: ${examples} }, b: { label: B, examples: [x] } }\n${shows('{ data: all }')}`;
  expect(linesOf(facts('[name, e-mail address]'))[1]).toBe('A | name, e-mail address');
  expect(linesOf(facts('["name, if given", e-mail address]'))[1]).toBe('A | name, if given; e-mail address');
});

test('writes a phrase in one language, where there are no words of ours in that of the text', () => {
  const german = (retained: string) => {
    const blocks =
      '"Wir antworten binnen {{ requests.answerWithin }}, am {{ updated }}.", { retention: all }, { requests: all }';
    return `language: de
updated: 2026-03-02
requests: { answerWithin: 1 month }
retention: { a: { of: Konten, ${retained} } }
${shows(blocks)}`;
  };
  expect(linesOf(german('period: 1 month, atMost: true'))).toEqual([
    '<p>Wir antworten binnen 1 Monat, am 2. März 2026.</p>',
    'What is kept | For how long',
    'Konten | up to 1 month',
    'You get an answer: within 1 month',
  ]);
  const sent = (mechanism: string) =>
    linesOf(
      `language: de\ntransfers: { us: { country: US, mechanism: ${mechanism} } }\n${shows('{ transfers: all }')}`,
    )[1];
  expect(sent('[adequacy, consent]')).toBe('Vereinigte Staaten | Adequacy decision; Consent');
  expect(
    linesOf(
      `language: de\ntransfers: { us: { country: [US, EEA] }, us2: { country: US } }\n${shows('{ transfers: all }')}`,
    ),
  ).toEqual(['United States and European Economic Area', 'Vereinigte Staaten']);
  expect(sent('[{ words: Vertrag }, { words: Zusage }]')).toBe('Vereinigte Staaten | Vertrag; Zusage');
  expect(linesOf(german('period: { EU: 1 year, sonst: at most 3 years }, atMost: true'))[2]).toBe(
    'Konten | up to 1 year (EU); up to 3 years (sonst)',
  );
  expect(linesOf(german('period: 1 month, from: nach dem Abruf'))[2]).toBe('Konten | 1 Monat nach dem Abruf');
  expect(linesOf(german('period: about 25 days'))[2]).toBe('Konten | about 25 days');
  expect(pageOf(german('period: 1 month')).dates.map(({ text }) => text)).toEqual(['2 March 2026']);
});

test('shows values that a text quotes as people of its language write them', () => {
  const shown = (language: string) => {
    const to = quotingReaderOf(language);
    return [
      showDate('2026-03-31', to),
      showPeriod('1 year 1 day', to),
      showPeriod('until sign-out', to),
      showList(['a', 'b', 'c'], to),
      showList([], to),
      showCountry('IE', to),
      showLanguage('pt-BR', to),
      showNumber(1234567, to),
      showValue(true, undefined, to),
      showValue('terms', undefined, to),
      showValue('anything else', undefined, to),
    ];
  };
  expect(shown('en-GB')).toMatchInlineSnapshot(`
    [
      "31 March 2026",
      "1 year, 1 day",
      "until you sign out",
      "a, b and c",
      "",
      "Ireland",
      "Brazilian Portuguese",
      "1,234,567",
      "yes",
      "Terms",
      "anything else",
    ]
  `);
  expect(shown('de')).toMatchInlineSnapshot(`
    [
      "31. März 2026",
      "1 Jahr, 1 Tag",
      "until you sign out",
      "a, b und c",
      "",
      "Irland",
      "Portugiesisch (Brasilien)",
      "1.234.567",
      "yes",
      "Terms",
      "anything else",
    ]
  `);
});

test('shows each day as that day, whatever the time zone', () => {
  const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(days, (day) => {
      const date = day.toISOString().slice(0, 10);
      expect(showDate(date, reader('en-GB'))).toMatch(
        new RegExp(`^${day.getUTCDate()} \\w+ ${day.getUTCFullYear()}$`),
      );
    }),
  );
});

test('makes an id of a title, or none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (title) => {
      const slug = slugOf(title);
      if (slug !== undefined) expect(slug).toMatch(/^[a-z][a-z0-9-]{0,62}$/);
      expect(slugOf(slug ?? '')).toBe(slug);
    }),
  );
});

test.each([
  ['What we store', 'what-we-store'],
  ['  Über uns – & Café!  ', 'uber-uns-cafe'],
  ['1. Scope', 'scope'],
  ['2026', undefined],
  ['Файлы', undefined],
  ['🍪', undefined],
  [`${'a'.repeat(62)} b`, 'a'.repeat(62)],
])('makes of the title "%s" the id %s', (title, expected) => {
  expect(slugOf(title)).toBe(expected);
});

test('puts an interest behind the basis it belongs to', () => {
  const basis = 'basis: [legitimate-interests, consent], interest: Safe pages';
  const facts = `purposes: { run: { label: Run, text: To run., ${basis} } }\n`;
  expect(linesOf(`${facts}${shows('purposes: all')}`)).toContain(
    'Run | To run. | Consent; Legitimate interests: Safe pages',
  );
  const both = facts.replace('consent', 'recognised-legitimate-interests');
  expect(linesOf(`${both}${shows('purposes: all')}`)).toContain(
    'Run | To run. | Legitimate interests; Recognised legitimate interest | Safe pages',
  );
});

test('puts the path of a cookie behind each of its domains', () => {
  const facts = 'cookies: { a: { name: a, domain: [shop.example, shop.test], path: /sign-in } }\n';
  expect(linesOf(`${facts}${shows('cookies: all')}`)[1]).toMatch(
    / \| shop\.example\/sign-in and shop\.test\/sign-in$/,
  );
});
