import { expect, test } from 'vitest';
import { compileTexts, type Texts } from './compile-texts.ts';
import { right, withSlip } from './right-policies.ts';

// What people get wrong in a policy that was right, and all that is said of it.

function faultsOf(texts: Texts): string {
  const problems = compileTexts(texts).problems.filter(({ severity }) => severity === 'error');
  return problems
    .map(({ place, message, help }) => {
      const file = place.file.replace('policies/shop/', '').replace('.yaml', '');
      return `${file} ${place.line}:${place.column}-${place.endColumn} ${message}\n  ${help ?? '–'}`;
    })
    .join('\n');
}

function mistake(file: string, written: string, wrong: string): string {
  return faultsOf(withSlip(file, written, wrong));
}

test('the policies are right before the mistakes', () => {
  expect(faultsOf(right)).toBe('');
});

const cases: [name: string, file: string, written: string, wrong: string][] = [
  ['a colon in a sentence', 'cookie-policy', 'lead: Which', 'lead: Our promise: which'],
  [
    'a tab as indentation',
    'cookie-policy',
    '    purpose: Keeps your basket.',
    '\tpurpose: Keeps your basket.',
  ],
  [
    'a line indented too little',
    'cookie-policy',
    '    purpose: Keeps your basket.',
    '   purpose: Keeps your basket.',
  ],
  [
    'a line indented too far',
    'cookie-policy',
    '    purpose: Keeps your basket.',
    '     purpose: Keeps your basket.',
  ],
  ['no space after a colon', 'cookie-policy', 'expires: 6 months', 'expires:6 months'],
  [
    'a quote that is not closed',
    'privacy-policy',
    '- "{{ controller.name }} is the controller."',
    '- "{{ controller.name }} is the controller.',
  ],
  [
    'a quotation without quotes',
    'privacy-policy',
    '- "{{ controller.name }} is the controller."',
    '- {{ controller.name }} is the controller.',
  ],
  ['yes for true', 'cookie-policy', 'secure: true', 'secure: yes'],
  ['the singular of a key', 'cookie-policy', 'categories:', 'category:'],
  ['a period in words', 'cookie-policy', 'expires: 6 months', 'expires: six months'],
  ['a lifetime without an end', 'cookie-policy', 'expires: 6 months', 'expires: forever'],
  ['a period cut short', 'cookie-policy', 'expires: 6 months', 'expires: 24h'],
  ['a period in the wrong number', 'cookie-policy', 'expires: 6 months', 'expires: 1 months'],
  ['a date with the day first', 'cookie-policy', 'updated: 2026-03-02', 'updated: 28/11/2026'],
  ['a date that can be read in two ways', 'cookie-policy', 'updated: 2026-03-02', 'updated: 03/02/2026'],
  ['a date in words', 'cookie-policy', 'updated: 2026-03-02', 'updated: 2 March 2026'],
  ['a date that does not exist', 'cookie-policy', 'updated: 2026-03-02', 'updated: 2026-02-30'],
  ['an unknown category', 'cookie-policy', 'category: counting', 'category: advertising'],
  ['an id twice', 'cookie-policy', '  counter:', '  basket:'],
  ['a key without a value', 'cookie-policy', 'purpose: Keeps your basket.', 'purpose:'],
  [
    'a heading in a text',
    'privacy-policy',
    '- We tell you',
    '- "## Changes\\n\\nWe tell you"\n      - We tell you',
  ],
  ['a tag of HTML', 'privacy-policy', '- We tell you', '- We tell you<br>'],
  [
    'a link that no browser opens',
    'privacy-policy',
    '- We tell you',
    '- We [tell you](ftp://shop.example/x)',
  ],
  [
    'a link to a section that is not there',
    'privacy-policy',
    '- We tell you',
    '- We [tell you](#your-choices)',
  ],
  ['a quotation of nothing', 'privacy-policy', '{{ notice.period }}', '{{ notice.periods }}'],
  ['a text where a list belongs', 'privacy-policy', 'channels: [email, website]', 'channels: email, website'],
  ['a right by another name', 'privacy-policy', 'rights: [access,', 'rights: [right of access,'],
  [
    'a text as the content of a section',
    'cookie-policy',
    '\n    content:\n      - Small files.',
    '\n    content: Small files.',
  ],
  ['a section without a title', 'cookie-policy', '- title: What they are\n    content', '- content'],
  ['a name where an id belongs', 'cookie-policy', '  balancer:', '  Load Balancer:'],
  ['a bold word at the start', 'privacy-policy', '- We tell you', '- **Important** we tell you'],
  ['a stressed word at the start', 'privacy-policy', '- We tell you', '- *We* tell you'],
  ['a sign that YAML keeps', 'privacy-policy', '- We tell you', '- @Shop we tell you'],
  ['curly quotes around a value', 'cookie-policy', 'title: Cookie policy', 'title: “Cookie policy”'],
  ['curly quotes in a list', 'privacy-policy', 'channels: [email,', 'channels: [“email”,'],
  ['half an e-mail address', 'product', 'email: privacy@shop.example', 'email: privacy@shop'],
  ['half a kind', 'privacy-policy', 'kind: privacy-policy', 'kind: privacy'],
  ['a block of an unknown category', 'cookie-policy', '- cookies: all', '- cookies: advertising'],
  ['a block that is not there', 'cookie-policy', '- cookies: all', '- cookie-table: all'],
  [
    'marks of a merge',
    'cookie-policy',
    'lead: Which',
    '<<<<<<< HEAD\nlead: Which\n=======\nlead: What\n>>>>>>> main\n#',
  ],
  ['a number sign in a text', 'cookie-policy', 'title: Cookie policy', 'title: Cookie policy #2'],
  [
    'a block without its hyphen',
    'privacy-policy',
    '\n    content: [recipients: all]',
    '\n    content: recipients: all',
  ],
  ['a period that is a number', 'privacy-policy', 'answerWithin: 30 days', 'answerWithin: 30'],
  ['a label that is a number', 'privacy-policy', 'label: Hosting', 'label: 2026'],
  ['a contact that is not there', 'cookie-policy', '- contact: privacy', '- contact: legal'],
  ['an address without https', 'product', 'url: https://shop.example', 'url: www.shop.example'],
  ['a long text that is not indented', 'privacy-policy', '- We tell you', '- |\n      We tell you'],
  [
    'a space that does not break as indentation',
    'cookie-policy',
    '    purpose: Keeps your basket.',
    '\u00a0\u00a0\u00a0\u00a0purpose: Keeps your basket.',
  ],
  ['a mechanism by its usual name', 'privacy-policy', 'mechanism: standard-clauses', 'mechanism: SCCs'],
  ['a vendor by its name', 'privacy-policy', 'vendors: [cloud]', 'vendors: [Cloud Company]'],
  ['a provider by its name', 'cookie-policy', 'provider: cloud', 'provider: Cloud Company'],
  ['the usual name of a country', 'product', 'country: IE', 'country: UK'],
  ['a country in words', 'product', 'country: IE', 'country: Ireland'],
  [
    'a comment below a long text',
    'privacy-policy',
    '- We tell you of a change {{ notice.period }} before.',
    '- |\n            We tell you of a change.\n          # Always before.',
  ],
  ['a key of an entry beside it', 'cookie-policy', '    secure: true', '  secure: true'],
  [
    'a language by its name',
    'privacy-policy',
    'kind: privacy-policy',
    'kind: privacy-policy\nlanguage: German',
  ],
  [
    'a language as programs write it',
    'privacy-policy',
    'kind: privacy-policy',
    'kind: privacy-policy\nlanguage: de_DE',
  ],
  [
    'a country for a language',
    'privacy-policy',
    'kind: privacy-policy',
    'kind: privacy-policy\nlanguage: jp',
  ],
  [
    'a language of a country by another name',
    'privacy-policy',
    'kind: privacy-policy',
    'kind: privacy-policy\nlanguage: en-UK',
  ],
  ['a period with and', 'cookie-policy', 'expires: 6 months', 'expires: 6 months and 2 days'],
  ['a list of nothing', 'cookie-policy', 'provider: cloud', 'provider: []'],
  ['a date with a time', 'cookie-policy', 'updated: 2026-03-02', 'updated: 2026-03-02T10:00:00Z'],
  ['a date without zeroes', 'cookie-policy', 'updated: 2026-03-02', 'updated: 2026-3-2'],
  ['an address as a link', 'product', 'email: privacy@shop.example', 'email: mailto:privacy@shop.example'],
  ['an address in brackets', 'product', 'email: privacy@shop.example', 'email: <privacy@shop.example>'],
  [
    'two addresses in one',
    'product',
    'email: privacy@shop.example',
    'email: privacy@shop.example, help@shop.example',
  ],
  ['an address with a space', 'product', 'url: https://shop.example', 'url: https://shop.example/a b'],
  ['a text behind a hyphen', 'cookie-policy', 'title: Cookie policy', 'title:\n  - Cookie policy'],
  ['a mechanism with a slip', 'privacy-policy', 'mechanism: standard-clauses', 'mechanism: standard-clause'],
  ['a list where a map belongs', 'product', 'vendors:\n  cloud:\n    name', 'vendors:\n  - name'],
  ['a law by its German name', 'product', 'name: Shop\n', 'name: Shop\nregimes: dsgvo\n'],
  ['two laws in one text', 'product', 'name: Shop\n', 'name: Shop\nregimes: GDPR and ePrivacy\n'],
  ['two laws in one item', 'product', 'name: Shop\n', 'name: Shop\nregimes: [GDPR and ePrivacy]\n'],
  ['a law without rules here', 'product', 'name: Shop\n', 'name: Shop\nregimes: [POPIA]\n'],
  [
    'an address where a domain belongs',
    'product',
    'name: Shop\n',
    'name: Shop\ndomains: [https://shop.example/]\n',
  ],
  ['a country in three letters', 'product', 'country: IE', 'country: DNK'],
  ['a country in three letters that it begins with', 'product', 'country: IE', 'country: FRA'],
  ['none in capitals', 'product', 'name: Shop\n', 'name: Shop\ndpo: None\n'],
  [
    'a basis by its article',
    'privacy-policy',
    'recipients:\n',
    'purposes: { run: { label: Run, text: To run., basis: Art. 6(1)(f) } }\nrecipients:\n',
  ],
  [
    'a basis in words of its own',
    'privacy-policy',
    'recipients:\n',
    'purposes: { run: { label: Run, text: To run., basis: Einwilligung } }\nrecipients:\n',
  ],
  ['a period in German', 'cookie-policy', 'expires: 6 months', 'expires: 6 Monate'],
  ['a period of half years', 'cookie-policy', 'expires: 6 months', 'expires: 1.5 years'],
  ['a period as programs write it', 'cookie-policy', 'expires: 6 months', 'expires: P30D'],
  ['a range with a hyphen', 'cookie-policy', 'expires: 6 months', 'expires: 18-24 months'],
  ['a period with a sign', 'cookie-policy', 'expires: 6 months', 'expires: < 30 days'],
  ['a lifetime in seconds', 'cookie-policy', 'expires: 6 months', 'expires: 31536000'],
  [
    'a lifetime until the browser is closed',
    'cookie-policy',
    'expires: 6 months',
    'expires: when you close the browser',
  ],
  ['a date without its day', 'cookie-policy', 'updated: 2026-03-02', 'updated: March 2026'],
  ['a date in one number', 'cookie-policy', 'updated: 2026-03-02', 'updated: 20260302'],
  ['a key that merges', 'product', 'vendors:\n', 'vendors:\n  <<: *shared\n'],
  ['a list in braces', 'privacy-policy', 'channels: [email, website]', 'channels: {email, website}'],
  [
    'a list whose hyphens have no spaces',
    'privacy-policy',
    'channels: [email, website]',
    'channels:\n    -email\n    -website',
  ],
  ['a text that starts with a tag', 'cookie-policy', 'title: Cookie policy', 'title: !important'],
  ['a quotation in single braces', 'cookie-policy', '- Small files.', '- Small files of { name }.'],
  ['all in brackets', 'privacy-policy', 'recipients: all]', 'recipients: [all]]'],
  ['an id in two words', 'cookie-policy', '  balancer:', '  loadBalancer:'],
  [
    'an entry below another',
    'cookie-policy',
    '  counter:\n    name: _cnt\n    category: counting\n    purpose: Counts visits.\n    provider: self\n    expires: 13 months\n',
    '  counting:\n    counter:\n      name: _cnt\n      category: counting\n      purpose: Counts visits.\n      provider: self\n      expires: 13 months\n',
  ],
  ['no space after a hyphen', 'privacy-policy', '- rights: all', '-rights: all'],
  ['no space after the first hyphen', 'cookie-policy', '- title: What they are', '-title: What they are'],
  ['a key among the items of a list', 'privacy-policy', '- rights: all', 'rights: all'],
  ['a section without its hyphen', 'privacy-policy', '- title: Who receives it', '  title: Who receives it'],
  ['an item indented too little', 'privacy-policy', '      - rights: all', '    - rights: all'],
  ['a sentence that ends with a colon', 'cookie-policy', '- Small files.', '- We keep these files:'],
  ['a text in braces', 'privacy-policy', 'period: 30 days', 'text: { We tell you, mostly }'],
  [
    'a space that does not break after a colon',
    'cookie-policy',
    'expires: 6 months',
    'expires:\u00a06 months',
  ],
  [
    'columns as an item of their own',
    'cookie-policy',
    '- cookies: all',
    '- cookies: all\n      - columns: [name, purpose]\n      - caption: Cookies',
  ],
  [
    'a map in the place of a text',
    'privacy-policy',
    'rights: [',
    'security: { measures: { doors: { label: Doors, text: We lock them. } } }\nrights: [',
  ],
  [
    'a colon in an item of a list of texts',
    'privacy-policy',
    'rights: [',
    'data:\n  mail:\n    label: Mail\n    examples:\n      - Address: where you live\nrights: [',
  ],
  ['a curly quote at the end', 'cookie-policy', 'title: Cookie policy', 'title: "Cookie policy”'],
  ['a straight quote at the end', 'cookie-policy', 'title: Cookie policy', 'title: “Cookie policy"'],
  ['a word in quotes at the start', 'cookie-policy', '- Small files.', '- "Cookies" are small files.'],
  ['a comma at the end of a line', 'cookie-policy', 'title: Cookie policy', 'title: "Cookie policy",'],
  ['one mark of a merge', 'cookie-policy', 'lead: Which', '=======\nlead: Which'],
  [
    'marks of a merge in a text',
    'cookie-policy',
    '- Small files.',
    '- |\n        <<<<<<< HEAD\n        Small files.\n        =======\n        Tiny files.\n        >>>>>>> main',
  ],
  ['a file as a chat shows it', 'cookie-policy', 'kind: cookie-policy', '```yaml\nkind: cookie-policy'],
  ['one line end of another sort', 'cookie-policy', 'title: Cookie policy\n', 'title: Cookie policy\r'],
  [
    'a value that is named and merged',
    'cookie-policy',
    '  basket:\n    name: sh_basket\n',
    '  basket: &first\n    name: sh_basket\n    <<: *other\n',
  ],
  ['a period in half years in German', 'cookie-policy', 'expires: 6 months', 'expires: 1,5 Jahre'],
  ['a unit with a slip', 'cookie-policy', 'expires: 6 months', 'expires: 6 monhts'],
  ['working days with a slip', 'privacy-policy', 'answerWithin: 30 days', 'answerWithin: 30 buisness days'],
  ['a selection in braces', 'privacy-policy', '- rights: all', '- rights: { except: [access] }'],
  ['a list where a text belongs', 'privacy-policy', 'for: material', 'to: [owners, staff]'],
  [
    'a map where a list belongs',
    'product',
    'name: Shop\n',
    'name: Shop\nregimes: { gdpr: true, eprivacy: yes }\n',
  ],
  ['an address in parts', 'product', 'country: IE', 'address: { street: 1 Main Street, city: Galway }'],
  ['a name where a map belongs', 'product', '  cloud:\n    name: Cloud Company', '  cloud: Cloud Company'],
  [
    'a text where a map belongs',
    'cookie-policy',
    'updated: 2026-03-02',
    'updated: 2026-03-02\nchange: We added one.',
  ],
  ['an age with a plus', 'privacy-policy', 'rights: [', 'children: { age: 16+ }\nrights: ['],
  [
    'a list of texts without brackets',
    'privacy-policy',
    'rights: [',
    'data: { account: { label: Account, source: given, examples: "Name, e-mail address" } }\nrights: [',
  ],
  ['a country with more in brackets', 'product', 'country: IE', 'country: Ireland (EU)'],
  ['a label where an id belongs', 'cookie-policy', '- cookies: all', '- cookies: Counting'],
  ['an id with an umlaut', 'cookie-policy', '  balancer:', '  körbchen:'],
  ['a telephone number that is a number', 'product', '+353 91 000 000', '35391000000'],
  ['a version beside the date', 'cookie-policy', 'updated: 2026-03-02', 'updated: 2026-03-02\nversion: 1.2'],
  ['a file that extends another', 'cookie-policy', 'kind: cookie', 'extends: base\nkind: cookie'],
  [
    'sections too deep',
    'cookie-policy',
    '      - Small files.\n',
    '      - Small files.\n    sections:\n      - title: A\n        sections:\n          - title: B\n            sections: []\n',
  ],
  ['a text with a colon in a list', 'cookie-policy', '- Small files.', '- Please note: they are small.'],
  ['a space behind a value', 'product', 'url: https://shop.example', 'url: "https://shop.example "'],
  [
    'a right that is only yes',
    'privacy-policy',
    'rights: [access, correct, delete]',
    'rights: { access: yes }',
  ],
  ['an id twice that is referred to', 'cookie-policy', '  counting:', '  necessary:'],
  ['a hyphen with a space that does not break', 'cookie-policy', '- Small files.', '-\u00a0Small files.'],
  [
    'an old place in words',
    'cookie-policy',
    'updated: 2026-03-02',
    'updated: 2026-03-02\nmoved: { choices: privacy policy }',
  ],
  [
    'a number in a title that is counted',
    'privacy-policy',
    'sections:\n  - title: Who',
    'numbering: decimal\nsections:\n  - title: 1. Who',
  ],
  ['stress in a title', 'cookie-policy', 'title: Our cookies', 'title: "**Our** cookies"'],
  ['a link in a label', 'privacy-policy', 'label: Hosting', 'label: "[Hosting](https://cloud.example)"'],
  ['a character by its name in a title', 'cookie-policy', 'title: Our cookies', 'title: Ours &amp; yours'],
  [
    'a link by way of a search',
    'privacy-policy',
    '- We tell you',
    '- We [tell you](https://www.google.com/url?q=https%3A%2F%2Fshop.example%2Fa&sa=D&source=docs)',
  ],
  [
    'a link by way of a mail program',
    'privacy-policy',
    '- We tell you',
    '- We [tell you](https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fshop.example%2Fa&data=05)',
  ],
  ['a line break as programs write it', 'privacy-policy', '- We tell you', '- This changes.\\nWe tell you'],
  ['an id with a number sign', 'cookie-policy', '- contact: privacy', '- contact: "#privacy"'],
  [
    'a period in the place of a map',
    'privacy-policy',
    'rights: [',
    'retention: { account: 3 years }\nrights: [',
  ],
  ['all in the place of ids', 'privacy-policy', 'vendors: [cloud]', 'vendors: all'],
  ['names in the place of ids', 'privacy-policy', 'vendors: [cloud]', 'vendors: Cloud Company and others'],
  ['a country by its whole name', 'product', 'country: IE', 'country: the United States of America'],
  ['a calendar month', 'privacy-policy', 'answerWithin: 30 days', 'answerWithin: 1 calendar month'],
  ['languages by their codes and names', 'site', 'languages: [en-GB]', 'languages: { en-GB: English }'],
  ['an address in the place of a contact', 'product', 'vendors:\n', '  other: help@shop.example\nvendors:\n'],
  ['all laws', 'product', 'name: Shop\n', 'name: Shop\nregimes: all\n'],
  ['one choice in brackets', 'cookie-policy', 'kind: cookie-policy', 'kind: [cookie-policy]'],
  ['a link to the title of a section', 'cookie-policy', '- Small files.', '- See [ours](#Our cookies).'],
  [
    'a quotation in words of a period',
    'cookie-policy',
    'expires: 6 months',
    'expires: { words: "six {months}" }',
  ],
];

test.each(cases)('says of %s what to do next', async (name, file, written, wrong) => {
  await expect(mistake(file, written, wrong)).toMatchFileSnapshot(
    `fixtures/mistakes/said/${name.replaceAll(' ', '-')}.txt`,
  );
});

test('takes a telephone number as people write it, and dials it as it is dialled', () => {
  expect(mistake('product', '+353 91 000 000', '+353 (0)1 555-0100')).toBe('');
});

test('takes Norway for Norway', () => {
  expect(mistake('product', 'country: IE', 'country: NO')).toBe('');
});

test('says once that the line ends of a file are none', () => {
  const text = (right['shop/privacy-policy.yaml'] ?? '').replaceAll('\n', '\r');
  expect(faultsOf({ ...right, 'shop/privacy-policy.yaml': text })).toBe(
    'privacy-policy 1:21-22 Unexpected line ends CR, expected LF or CRLF: the whole file is one line.\n  Save the file with the line ends LF or CRLF.',
  );
});

test.each([
  'Cookie Policy.yaml',
  'cookie_policy.yaml',
  'cookie-policy.yml',
])('says of a file called %s only what it is to be called', (name) => {
  const { 'shop/cookie-policy.yaml': text = '', ...others } = right;
  const link = (others['shop/privacy-policy.yaml'] ?? '').replace(
    '- We tell you',
    '- See [cookies](cookie-policy#our-cookies). We tell you',
  );
  const found = faultsOf({ ...others, 'shop/privacy-policy.yaml': link, [`shop/${name}`]: text });
  expect(found.split('\n').filter((line) => !line.startsWith(' '))).toEqual([
    expect.stringContaining(name.replace('.yaml', '')),
  ]);
});

test('reads a file with its name before one that is meant for the same policy', () => {
  const found = faultsOf({ ...right, 'shop/cookie-policy.yml': 'kind: cookie-policy\n' });
  expect(found).toBe(
    'cookie-policy.yml 1:1-1 Unexpected ending .yml of a file name, expected .yaml.\n  Rename the file to cookie-policy.yaml.',
  );
});
