import { expect, test } from 'vitest';
import { knownRight } from '../src/import/known-right.ts';
import { missingWords } from '../src/import/missing-words.ts';
import { policyOf } from '../src/import/policy-of.ts';
import { policyText } from '../src/import/policy-text.ts';
import { readSource } from '../src/import/source.ts';
import { comesIn, whole } from './come-in.ts';
import { around, compileTexts } from './compile-texts.ts';

const titles = ({ policy }: Awaited<ReturnType<typeof comesIn>>) => policy.sections.map(({ title }) => title);

test.each([
  ['a letter in two parts and a hyphen that is not seen', 'cafe\u0301 e\u00admail', 'café email'],
  ['quotes in an encoding of old pages', 'our \u0093customer\u0092s\u0094', 'our “customer’s”'],
  ['a separator of lines', 'one\u2028two', 'one two'],
  ['a bullet of a font of symbols', '\uf0b7 one', '- one'],
  ['a sign of a font of symbols amid a line', 'call \uf028 one', 'call one'],
])('a text with %s is read as its readers saw it', async (_, words, content) => {
  const found = await comesIn('a.html', `<main><h1>A</h1><h2>B</h2><p>${words}</p></main>`);
  expect(found).toMatchObject({ ...whole, policy: { sections: [{ content: [content] }] } });
});

test('a word that is joined with another on the page is told where it stood', async () => {
  const text = await readSource('a.md', new TextEncoder().encode('# A\n\n## B\n\nsail on, sail home\n'));
  const { compiled } = compileTexts({
    ...around,
    'shop/text.yaml': 'kind: terms\ntitle: A\nsections: [{ title: B, content: [sailing on sail home] }]\n',
  });
  const page = compiled.get('shop/text')?.page;
  if ('fault' in text || !page) throw new Error('no text');
  expect(missingWords(text, page, []).missing).toEqual(['a b sail on sail home']);
});

test('attributes in braces are seen by nobody, and the id of a heading is its anchor', async () => {
  const found = await comesIn(
    'a.md',
    '# A\n{: datetime="2025-11-05" }\n\n## B\n{: #bee }\n\nText {: .quiet } here\n\n## C {#see}\n\nMore\n',
  );
  expect(found).toMatchObject({
    ...whole,
    policy: {
      title: 'A',
      sections: [
        { id: 'bee', title: 'B', content: ['Text here'] },
        { id: 'see', title: 'C' },
      ],
    },
  });
});

test('an anchor that two headings have leads to the first', async () => {
  const found = await comesIn(
    'a.html',
    '<h1>A</h1><h2 id="one">B</h2><p>x</p><h2><a name="one"></a>C</h2><p>y</p>',
  );
  expect(found).toMatchObject({
    ...whole,
    policy: { sections: [{ id: 'one', title: 'B' }, { title: 'C' }] },
  });
  expect(found.policy.sections[1]).not.toHaveProperty('aliases');
});

test('a day of binding before that of the text stays in the words, and is asked for', async () => {
  const found = await comesIn(
    'a.md',
    '# A\n\nLast updated: 3 May 2024. Effective date: 1 May 2020.\n\n## B\n\nText\n',
  );
  expect(found).toMatchObject({
    ...whole,
    policy: { updated: '2024-05-03', lead: 'Last updated: {{ updated }}. Effective date: 1 May 2020.' },
    questions: [
      {
        path: ['updated'],
        text: 'the text also says 2020-05-01 of when it binds, an earlier day. From when does this one bind?',
      },
    ],
  });
  expect(found.policy).not.toHaveProperty('effective');
});

test.each([
  ['a table', `| Fee | Why |\n|---|---|\n${'| one | because of the work it makes for us |\n'.repeat(600)}`],
  ['a list', `- one thing that is said here\n`.repeat(1_200)],
  ['an item', `1. first\n\n${'   some words of it, and more of them.\n\n'.repeat(700)}`],
  ['a paragraph', 'Some words, and then more of them. '.repeat(900)],
])('%s that is longer than a text may be is divided', async (_, content) => {
  const found = await comesIn('a.md', `# A\n\n## B\n\n${content}\n`);
  expect(found).toMatchObject(whole);
  expect(found.policy.sections[0]?.content?.length).toBeGreaterThan(1);
});

test('a heading that is as long as a paragraph is one', async () => {
  const long = 'We keep what you write to us. '.repeat(20).trim();
  const found = await comesIn('a.md', `# A\n\n## B\n\n### ${long}\n\nText\n`);
  expect(found).toMatchObject({ ...whole, policy: { sections: [{ content: [`${long}\n\nText`] }] } });
});

test('a line with a no-break space alone is empty', async () => {
  const found = await comesIn('a.md', '# A\n\n## B\n\nFirst.  \n \u00a0 \nSecond.\n');
  expect(found).toMatchObject({ ...whole, policy: { sections: [{ content: ['First.\n\nSecond.'] }] } });
});

test('a backslash at the end of a text is shown, as it was', async () => {
  const found = await comesIn('a.html', '<h1>A</h1><h2>B</h2><p>It lies in C:\\a\\</p>');
  expect(found).toMatchObject({ ...whole, policy: { sections: [{ content: ['It lies in C:\\a\\\\'] }] } });
});

test('quotes around a term are of the text', async () => {
  const found = await comesIn('a.html', '<h1>A</h1><h2>B</h2><dl><dt>“Boat”</dt><dd>„What floats“</dd></dl>');
  expect(found).toMatchObject(whole);
  expect(policyText(found)).toContain('{ term: "“Boat”", text: "„What floats“" }');
});

test.each([
  ['numbers in parts', '1.1. One<br>1.2. Two', '1.1. One\n\n1.2. Two'],
  ['letters out of order', 'a. One<br>c. Two', 'a. One\n\nc. Two'],
  ['a bullet behind a number', '1. • One', '1\\. • One'],
  ['a bullet in a list', '</p><ul><li>• One</li></ul><p>', '- One'],
  ['spaces before a number', '&nbsp; 2. Two', '2\\. Two'],
])('lines that begin with %s stay apart', async (_, lines, content) => {
  const found = await comesIn('a.html', `<h1>A</h1><h2>B</h2><p>${lines}</p>`);
  expect(found).toMatchObject({ ...whole, policy: { sections: [{ content: [content] }] } });
});

test('a link or mark around a space is a space', async () => {
  const found = await comesIn('a.html', '<h1>A</h1><h2>B</h2><p>one<a href="/x"> </a>two<b> </b>three</p>');
  expect(found).toMatchObject({ ...whole, policy: { sections: [{ content: ['one two three'] }] } });
});

test('lines in bold are headings where a text has no others', async () => {
  const found = await comesIn(
    'a.html',
    [
      '<h1>A</h1>',
      ...['1. One', '1.1 Deeper', '2. Two'].map((line) => `<p><b>${line}</b></p><p>Text.</p>`),
    ].join(''),
  );
  expect(found).toMatchObject({
    ...whole,
    policy: { sections: [{ title: '1. One', sections: [{ title: '1.1 Deeper' }] }, { title: '2. Two' }] },
  });
});

test('short lines with a number are headings where a text has no others, and sentences are none', async () => {
  const text = (line: string) =>
    ['# A', ...[1, 2, 3].map((count) => `${count}\\. ${line}\n\nText.`)].join('\n\n');
  expect(titles(await comesIn('a.md', text('Fees')))).toEqual(['1. Fees', '2. Fees', '3. Fees']);
  expect(titles(await comesIn('a.md', text('We may raise fees.')))).toEqual(['A']);
  const listed = ['1. Fees', '2. Time', '3. Law'].map((line) => `${line}\n\n  Text.`).join('\n\n');
  expect(titles(await comesIn('a.md', `# A\n\n${listed}`))).toEqual(['1. Fees', '2. Time', '3. Law']);
});

test('lines in capitals, or else with a capital and no stop, are headings where a text has no others', async () => {
  const text = (lines: string[]) =>
    ['Last updated: 2024-05-07', ...lines.flatMap((line) => [line, 'We keep what you write.'])].join('\n\n');
  const shouted = ['WHAT WE COLLECT', 'WHO SEES IT', 'HOW TO ASK'];
  expect(titles(await comesIn('a.txt', text(shouted)))).toEqual(shouted);
  const calm = ['What we collect', 'Who sees it?', 'How to ask'];
  expect(titles(await comesIn('a.txt', text(calm)))).toEqual(calm);
  expect(titles(await comesIn('a.txt', text(['We collect it.', 'They see it:', 'you ask'])))).toEqual([
    'Terms',
  ]);
});

test('a line in bold that dates the text is no heading', async () => {
  const parts = ['Fees', 'Time', 'Law'].map((title) => `**${title}**\n\nText.`);
  const found = await comesIn(
    'a.md',
    ['**Effective Date: July 31, 2026**', 'We sell kelp.', ...parts].join('\n\n'),
  );
  expect(found).toMatchObject({ ...whole, policy: { effective: '2026-07-31' } });
  expect(titles(found)).toEqual(['Fees', 'Time', 'Law']);
});

test('a mark of a heading needs no space behind it, and what is no heading stays as it is', async () => {
  const found = await comesIn('a.md', '#Rules\n\n#Cookies\nWe set two.\n\n#Email\nWe write.\n\n#1 is first');
  expect(titles(found)).toEqual(['Rules', 'Cookies', 'Email']);
  expect(JSON.stringify(found)).toContain('#1 is first');
});

test('an address that stands in a text comes in as it was written', async () => {
  const addresses = 'See https://a.example/_next/a_b*c?d=1&copy=2 and (www.a.example/_x). Ask AT\\&T.';
  for (const [name, text] of [
    ['a.md', `# A\n\n## B\n\n${addresses}`],
    ['a.html', `<h1>A</h1><h2>B</h2><p>${addresses.replace('\\', '').replaceAll('&', '&amp;')}</p>`],
  ] as const)
    expect(await comesIn(name, text)).toMatchObject({
      ...whole,
      policy: { sections: [{ content: [addresses] }] },
    });
});

test('what asks for consent on a page is none of its text', async () => {
  const found = await comesIn(
    'a.html',
    '<body><div id="onetrust-consent-sdk"><h2>We value you</h2></div><h1>A</h1><h2>B</h2><p>Text</p></body>',
  );
  expect(titles(found)).toEqual(['B']);
});

test('a page that was saved before a script showed it is read', async () => {
  const found = await comesIn(
    'a.html',
    '<body><noscript><iframe src="x"></noscript><div hidden><h1>A</h1><h2>B</h2><p>Text</p></div></body>',
  );
  expect(titles(found)).toEqual(['B']);
});

const statement = `# Privacy

## Your rights

- **Right of access.** You can ask for a copy.
- **Right to move on:** take it *with you*.

## How long we keep your data

- **Backups:** 90 days
- **Account data:** until you close the account

## How we use your data

- **Running it:** to show your letters.
- **Counting:** to count them.
`;

test('lists of rights and of what is kept become inventories, and who reads them decides the rest', async () => {
  const { policy, questions, faults, lost } = await comesIn('privacy.md', statement);
  expect({ faults, lost }).toEqual(whole);
  expect(policy).toMatchObject({
    rights: {
      'right-of-access': { label: 'Right of access', text: 'You can ask for a copy.' },
      'right-to-move-on': { label: 'Right to move on', text: 'take it *with you*.' },
    },
    retention: {
      backups: { of: 'Backups', period: '90 days' },
      'account-data': { of: 'Account data', criteria: 'until you close the account' },
    },
    sections: [{ content: [{ rights: 'all' }] }, { content: [{ retention: 'all' }] }, {}],
  });
  expect(questions).toEqual([
    {
      path: ['purposes'],
      text: 'on which legal basis is each of these? Add `basis:` where a law asks for it.',
      isFact: true,
    },
  ]);
});

test('a fact that only a person knows is a placeholder, which check names and nothing is released with', async () => {
  const { policy, questions } = await comesIn('privacy.md', statement);
  const text = policyText({ policy, questions });
  expect(text).toContain('# TODO: on which legal basis is each of these?');
  const { problems } = compileTexts({ ...around, 'shop/text.yaml': text });
  expect(problems.map(({ rule, severity }) => [rule, severity])).toEqual([['text/placeholder', 'warning']]);
});

test('rights that terms speak of stay a list', async () => {
  const { policy } = await comesIn(
    'terms.md',
    '# Terms\n\n## Your rights\n\n- **One:** it.\n- **Two:** that.\n',
  );
  expect(policy).not.toHaveProperty('rights');
});

const decode = async (name: string, bytes: Uint8Array) => {
  const text = await readSource(name, bytes);
  return 'fault' in text ? text.fault : policyOf(text, { product: 'shop', name: 'a' }).policy.title;
};

test('a page from before UTF-8 is read in the encoding it names', async () => {
  // 隐私 in GBK.
  const title = Uint8Array.of(0xd2, 0xfe, 0xcb, 0xbd);
  const bytes = Buffer.concat([Buffer.from('<meta charset="gbk"><h1>'), title, Buffer.from('</h1><p>x</p>')]);
  expect(await decode('a.html', bytes)).toBe('隐私');
  const unknown = Buffer.concat([
    Buffer.from('<meta charset="x"><h1>'),
    Uint8Array.of(0xdc),
    Buffer.from('</h1><p>x</p>'),
  ]);
  expect(await decode('a.html', unknown)).toBe('Ü');
});

test.each([
  ['a.html', '<div>'.repeat(60_000)],
  ['a.html', `${'<div>'.repeat(400)}x`],
  ['a.md', `${'>'.repeat(3_000)} x`],
])('a text of parts deep inside each other is refused: %s', async (name, text) => {
  expect(await decode(name, new TextEncoder().encode(text))).toMatch(
    /^Unexpected text with parts more than 300 deep inside each other, expected HTML, /,
  );
});

test('letters that were lost are asked for', async () => {
  const found = await comesIn('a.md', '# A\n\n## B\n\ncaf\ufffd\n');
  expect(found).toMatchObject({ ...whole, policy: { sections: [{ content: ['caf?'] }] } });
  expect(found.questions.map(({ text }) => text)).toContain(
    'letters of the text were lost, and a ? stands for each. Which were they?',
  );
});

test('a text that is a title alone is a section with it', async () => {
  expect(await comesIn('a.md', '# Cookies\n')).toMatchObject({
    ...whole,
    policy: { sections: [{ title: 'Cookies', content: ['Cookies'] }] },
  });
});

test('a heading with nothing below it is asked about', async () => {
  const found = await comesIn('a.md', '# Terms\n\n## Fees\n\n## Law\n\nThat of Malta.\n');
  expect(found).toMatchObject(whole);
  expect(JSON.stringify(found)).toContain('nothing stood below this heading');
});

test('a section that says what its heading says is not asked about', async () => {
  const found = await comesIn('a.md', '# Terms\n\n## Law of Malta\n\nLaw of Malta\n\n## Fees\n\nNone.\n');
  expect(found).toMatchObject(whole);
  expect(JSON.stringify(found)).not.toContain('nothing stood below this heading');
});

test('lines that are broken, as those of an address are, make no heading', async () => {
  const address = (name: string) =>
    `${name}\\\n1 Main Street\\\nGalway\n\nIt answers questions about data in time.\n\n`;
  const found = await comesIn(
    'a.md',
    `# Privacy\n\n${['Shop Ltd', 'Data officer', 'Authority'].map(address).join('')}`,
  );
  expect(found).toMatchObject({ ...whole, policy: { sections: [{ title: 'Privacy' }] } });
});

test('a column of categories is told as one where tables stand under headings, and lost in none', async () => {
  const table = (name: string) =>
    `| Cookie | Category | Purpose |\n|---|---|---|\n| ${name} | Analytics | Counts. |\n`;
  const found = await comesIn(
    'a.md',
    `# Cookies\n\n## Ours\n\n${table('_one')}\n## Theirs\n\n${table('_two')}`,
  );
  expect(found).toMatchObject({
    ...whole,
    policy: { cookies: { one: { category: 'ours', purpose: 'Counts. Analytics' } } },
  });
});

test('a long list of cookies keeps the few entries that are called as no cookie is', async () => {
  const rows = Array.from({ length: 30 }, (_, index) => `c_${index},1 year,Counts.`);
  const found = await comesIn(
    'a.csv',
    ['Cookie,Duration,Purpose', ...rows, 'Site History,1 year,Keeps.'].join('\n'),
  );
  expect(found).toMatchObject({ ...whole, rows: 31, policy: { kind: 'terms' } });
  expect(found.policy.cookies).toMatchObject({ 'site-history': { name: 'Site History', type: 'other' } });
});

test('a table of what is done rather than of companies stays one', async () => {
  const long = 'Providers of hosting, of mail, and of much else that we need. '.repeat(4);
  const found = await comesIn(
    'a.md',
    `# Privacy\n\n## Vendors\n\n| Vendor | Purpose |\n|---|---|\n| ${long} | Hosting |\n`,
  );
  expect(found).toMatchObject({ ...whole, vendors: {} });
});

test.each([
  ['hyphens stuck to their words', 'We keep\\\n-names\\\n-addresses', 'We keep\n- names\n- addresses'],
  ['a compound at the start of a line', 'We keep\\\n-names', 'We keep\\\n-names'],
  ['marks that end behind a space', 'the **user **name', 'the **user** name'],
  ['marks that end behind a stop', '**name:**text', '**name**:text'],
  ['strong words side by side', '**Your rights****.** We', '**Your rights.** We'],
  [
    'a link that ends with a space',
    '**[here ](https://a.example/)** we',
    '**[here](https://a.example/)** we',
  ],
])('Markdown with %s is read as it was meant', async (_, written, content) => {
  const found = await comesIn('a.md', `# A\n\n## B\n\n${written}\n`);
  expect(found).toMatchObject({ ...whole, policy: { sections: [{ content: [content] }] } });
});

test('a line of hyphens amid a long text is written so that it stays one', async () => {
  const link = `[What does it cover?\n${'-'.repeat(50)}](https://a.example/1)`;
  const found = await comesIn('a.md', `# A\n\n## B\n\n${Array(4).fill(link).join('')}\n`);
  expect(found).toMatchObject(whole);
});

test('a heading that names a policy above others of its own is the title, beside others as high', async () => {
  const text = '# Privacy notice\n\nUpdated 1 May 2026\n\n## Data\n\nText.\n\n# Addendum\n\nMore.\n';
  const { policy } = await comesIn('a.md', text);
  expect(policy).toMatchObject({ kind: 'privacy-policy', title: 'Privacy notice' });
  expect(policy.sections.map(({ title }) => title)).toEqual(['Data', 'Addendum']);
});

test.each([
  ['# Privacy Policy\n\nWe keep little.\n\n# Data\n\nText.\n', 'Privacy Policy', ['Data']],
  ['# Terms\n\nWe keep little.\n\n# Data\n\nText.\n', 'Terms', ['Terms', 'Data']],
  ['# Privacy Policy\n\nOne.\n\n# Cookie Policy\n\nTwo.\n', 'Terms', ['Privacy Policy', 'Cookie Policy']],
  ['# Our Privacy Policy\n\nOne.\n\n# Data\n\nTwo.\n', 'Terms', ['Our Privacy Policy', 'Data']],
])('of headings that are all as high, the one that is the name of a policy is the title: %j', async (text, title, sections) => {
  const { policy, lost } = await comesIn('a.md', text);
  expect(lost).toEqual([]);
  expect([policy.title, policy.sections.map((section) => section.title)]).toEqual([title, sections]);
});

test.each([
  [
    '+++\ntitle = \'Privacy Policy\'\ndate = 2026-07-25\nlayout = "legal"\n+++\n\n## Data\n\nText.\n',
    '2026-07-25',
  ],
  ['---\ntitle: Privacy Policy\nx = 1\n---\n\n## Data\n\nText.\n', undefined],
])('front matter in TOML is read as that in YAML is: %j', async (text, updated) => {
  const { policy, faults } = await comesIn('a.md', text);
  expect(faults).toEqual([]);
  expect(policy).toMatchObject({ title: 'Privacy Policy', sections: [{ title: 'Data' }] });
  expect([policy.lead, policy.updated]).toEqual([undefined, updated]);
});

test.each([
  ['Counts', 'Counts; Kind: Needed'],
  ['Counts.', 'Counts. Kind: Needed'],
  ['Counts “us.”', 'Counts “us.” Kind: Needed'],
])('what a column says that a cookie has no field for stands apart from what it is for: %s', async (purpose, joined) => {
  const rows = `| Cookie | Purpose | Kind | Expires |\n| - | - | - | - |\n| a_b | ${purpose} | Needed | 1 day |\n`;
  const found = await comesIn('a.md', `# Cookies\n\n## Ours\n\n${rows}`);
  expect(found).toMatchObject({ ...whole, policy: { cookies: { 'a-b': { purpose: joined } } } });
});

test.each([
  ['Right of Access (Art. 15)', 'access'],
  ['Right to Data Portability (Article 20 GDPR)', 'export'],
  ['Right to erasure (Art. 17(1) GDPR)', 'delete'],
  ['Right of access (and correction)', undefined],
])('a right with the article of a law is the same: %s', (label, right) => {
  expect(knownRight(label)).toBe(right);
});

test.each([
  ['Privacy and cookie policy', 'privacy-policy'],
  ['Politique de protection des données', 'privacy-policy'],
  ["Charte d'utilisation des cookies", 'cookie-policy'],
  ['Termini e condizioni', 'terms'],
  ['Algemene voorwaarden', 'terms'],
])('a text called %s is a %s', async (title, kind) => {
  expect((await comesIn('a.md', `# ${title}\n\n## B\n\nText.\n`)).policy).toMatchObject({ kind });
});

test('the day of a last update is that of the text, in a quotation as well', async () => {
  const { policy } = await comesIn('a.md', '# A\n\n> Last Update: 16 July, 2026\n\n## B\n\nText.\n');
  expect(policy).toMatchObject({ updated: '2026-07-16' });
});

test('the domains of a cookie are a list', async () => {
  const table =
    '| Cookie | Purpose | Domain |\n|---|---|---|\n| `kelp_a` | Counts. | kelp.example ads.kelp.example |\n';
  const { policy } = await comesIn('a.md', `# Cookies\n\n## B\n\n${table}`);
  expect(policy).toMatchObject({ cookies: { 'kelp-a': { domain: ['kelp.example', 'ads.kelp.example'] } } });
});

const german =
  'Wir erheben Ihre Daten, wenn Sie sich anmelden, und speichern sie, bis Sie das Konto auflösen. ' +
  'Die Daten werden nicht für Werbung genutzt und sind nur für die Mitarbeiter sichtbar, die Ihre Fragen beantworten. ' +
  'Sie können der Verarbeitung auf der Seite mit den Einstellungen widersprechen oder die Daten löschen, und wir ' +
  'bestätigen das mit einer Nachricht. Fragen werden von der Stelle beantwortet, die für den Schutz der Daten zuständig ist.';

test.each([
  [
    'Markdown',
    'a.md',
    german,
    'the source does not say in which language it is, and it reads like de. Is that so?',
  ],
  [
    'a page that says it is in English',
    'a.html',
    `<html lang="en-US"><main><p>${german}</p></main></html>`,
    'the source says that it is in en-US, and it reads like de. Is that so?',
  ],
])('the language of %s is the one it seems to be in, and is asked for', async (_, name, written, question) => {
  const { policy, questions, faults, lost } = await comesIn(name, written, 'datenschutz');
  expect({ faults, lost, language: policy.language, title: policy.title }).toEqual({
    ...whole,
    language: 'de',
    title: 'Datenschutzerklärung',
  });
  expect(questions.map(({ text }) => text)).toContain(question);
});

test('a text that seems to be English, and one too short to tell, get no language', async () => {
  const english = 'We keep the data that you give to us, and you can ask for it with a letter. '.repeat(6);
  expect((await comesIn('a.md', english)).policy).not.toHaveProperty('language');
  expect((await comesIn('a.md', 'Wir sind für Sie da.')).policy).not.toHaveProperty('language');
});

test('a text that ends with a comma is written so that check takes it', async () => {
  expect(await comesIn('a.md', '# A\n\n## B\n\nWe keep names,\n\n- and addresses,\n')).toMatchObject(whole);
  const rights = '# Privacy\n\n## Your rights\n\n- to access your data,\n- to have it corrected,\n';
  expect(await comesIn('a.md', rights, 'privacy')).toMatchObject(whole);
});

test('of a cookie and its name in two columns, the name is that of the cookie', async () => {
  const table = '| Cookie | Name | Purpose |\n|---|---|---|\n| Tally | `_tl_id` | Counts visits |\n';
  const { policy } = await comesIn('a.md', `# Cookies\n\n## List\n\n${table}`, 'cookies');
  expect(Object.values(policy.cookies ?? {})).toMatchObject([{ name: '_tl_id' }]);
});

test('a text that is the name of a block comes in as text', async () => {
  const found = await comesIn('a.md', '# A\n\n## B\n\nwarning\n\n## C\n\ncookies\n');
  expect(found).toMatchObject({
    ...whole,
    policy: { sections: [{ content: ['&#119;arning'] }, { content: ['&#99;ookies'] }] },
  });
});

test.each([
  ['We do not sell or share personal data.', undefined],
  ['We don’t “sell” personal data or “share” personal data for advertising.', undefined],
  ['We do not sell your data.', 'is data shared with any of these for advertising?'],
  ['We do not sell your data, but we may share it.', 'is data shared with any of these for advertising?'],
  [
    'We do not sell or share data; this may be considered a “sale”.',
    'is data sold to any of these, or shared',
  ],
  ['We keep data.', 'is data sold to any of these, or shared with them for advertising?'],
])('who gets data is asked for what the text leaves open: %s', async (said, asked) => {
  const found = await comesIn(
    'a.md',
    `# Privacy\n\n## Who we share data with\n\n- **Printers:** They print.\n- **Banks:** They pay.\n\n## More\n\n${said}\n`,
  );
  const questions = found.questions.map(({ text }) => text).filter((text) => text.includes('advertising'));
  expect(questions).toEqual(asked === undefined ? [] : [expect.stringContaining(asked)]);
});

test('several other days are one question', async () => {
  const found = await comesIn(
    'a.md',
    '# A\n\nLast updated: 3 May 2024\n\n## B\n\nText\n\nLast updated: 4 May 2024\n\n## C\n\nText\n\nLast updated: 5 May 2024\n',
  );
  expect(found.questions).toMatchObject([
    { path: ['updated'], text: 'the text also says 4 May 2024 and 5 May 2024. Which is right?' },
  ]);
});

test.each([
  ['zh', '我们收集您的姓名与地址，用于寄送您的订单，并在订单完成后的一年内保存这些资料。'],
  ['ja', 'ご注文の品をお届けするために、お客様のお名前とご住所を収集し、一年間保存します。'],
  ['ko', '주문하신 상품을 보내 드리기 위하여 고객님의 이름과 주소를 수집하며 일 년 동안 보관합니다.'],
])('the language of a text is seen by its letters: %s', async (language, text) => {
  const found = await comesIn('a.md', `# A\n\n## B\n\n${text}${text}\n`);
  expect(found.policy).toMatchObject({ language });
});

test('a text that names no day takes the one above it, and asks', async () => {
  const found = await comesIn('a.md', '---\ndate: "2022-06-26T00:00:00.000Z"\n---\n\n# A\n\n## B\n\nText\n');
  expect(found.policy).toMatchObject({ updated: '2022-06-26' });
  expect(found.questions).toMatchObject([{ path: ['updated'] }]);
  const named = await comesIn(
    'a.md',
    '---\ndate: 2022-06-26\n---\n\n# A\n\nLast updated: 3 May 2024\n\n## B\n\nText\n',
  );
  expect(named).toMatchObject({ policy: { updated: '2024-05-03' }, questions: [] });
});

test.each([
  ['fr', 'Dernière mise à jour : le 01/08/2025', '2025-08-01'],
  ['en', 'Last updated: 01/08/2025', undefined],
])('a day in numbers alone begins with the day where no other order is usual: %s', async (language, line, day) => {
  const found = await comesIn(
    'a.html',
    `<html lang="${language}"><body><h1>A</h1><h2>B</h2><p>x</p><p>${line}</p></body></html>`,
  );
  expect(found.policy.updated).toBe(day);
});

test('Spanish with many names reads like Spanish, and not like Dutch', async () => {
  const text =
    'En el caso de los datos de la plataforma de Socialo, la base de legitimación es el consentimiento de quien envía el formulario, y en el resto de casos la ejecución de un contrato de servicio de la organización con la que se colabora en el proyecto de cada año, de acuerdo con el artículo sexto y los demás que se citan en el anexo de las condiciones.';
  const found = await comesIn('a.md', `# A\n\n## B\n\n${text}\n`);
  expect(found.policy).toMatchObject({ language: 'es' });
});

test('a no-break space between two lists shows nothing, and is left out', async () => {
  const found = await comesIn(
    'a.html',
    '<h1>A</h1><h2>B</h2><div>One <ul><li>x</li></ul> &nbsp; <ul><li>y</li></ul></div>',
  );
  expect(found).toMatchObject(whole);
  expect(JSON.stringify(found.policy)).not.toContain('\u00a0');
});

test.each([
  ['an empty item', '<ul><li>One</li><li> </li><li><p>\u00a0</p><p>Two</p></li></ul>', '- One\n\n- Two'],
  ['a break at the end', '<p>One<br><br></p>', 'One'],
  ['breaks before a bullet', '<p>One:<br><br>• Two<br>• Three</p>', 'One:\n\n- Two\n- Three'],
  [
    'breaks before numbers',
    '<p>2.1 One<br>Two.<br><br>2.2 Three<br>Four</p>',
    '2.1 One\\\nTwo.\n\n2.2 Three\\\nFour',
  ],
  ['a dash and blanks', '<p>-\u00a0\u00a0</p><p>One</p>', '\\-\n\nOne'],
])('nothing is left of %s that a policy may not have', async (_, html, text) => {
  const found = await comesIn('a.html', `<h1>A</h1><h2>B</h2>${html}`);
  expect(found).toMatchObject(whole);
  expect(found.policy.sections[0]?.content?.join('\n\n')).toBe(text);
});

test.each([
  ['a word of three parts', 'iCloud-Key-Value-\nEinträge', 'iCloud-Key-Value-Einträge'],
  ['a word that is indented', 'a third-\n  party cookie', 'a third-party cookie'],
  ['half a word before another', 'Vor-\nund Nachnamen', 'Vor- und Nachnamen'],
  ['half a word before a comma', 'Vor-,\nZu- und Nachnamen', 'Vor-, Zu- und Nachnamen'],
  ['a dash', 'data -\nyours', 'data - yours'],
  ['a number', 'from 10-\n12 days', 'from 10- 12 days'],
])('a line that an editor broke behind %s is read as it was meant', async (_, words, content) => {
  const found = await comesIn('a.md', `# A\n\n## B\n\n${words}\n`);
  expect(found).toMatchObject({ ...whole, policy: { sections: [{ content: [content] }] } });
});

test('a line of a page that is broken behind a hyphen is read as its readers saw it', async () => {
  const found = await comesIn('a.html', '<main><h1>A</h1><h2>B</h2><p>Key-\nEintrag</p></main>');
  expect(found.policy.sections[0]?.content).toEqual(['Key- Eintrag']);
});

test('what a program was to put in is asked for where it stands, and shown in a title without marks', async () => {
  const found = await comesIn(
    'a.md',
    '# Policy of {{ app }}\n\n## One\n\nFirst.\n\nSecond.\n\n- a\n\nCall {{ phone }}.\n\n## What {{ we }} do\n\n==More== here.\n',
  );
  expect(found).toMatchObject({
    ...whole,
    policy: {
      title: 'Policy of [app]',
      sections: [
        { content: ['First.\n\nSecond.', '- a', 'Call {\\{ phone }\\}.'] },
        { title: 'What [we] do' },
      ],
    },
  });
  const question = (variable: string) => `a program was to put something in for “${variable}”. What is it?`;
  expect(found.questions).toEqual([
    { path: ['title'], text: question('{{ app }}'), isFact: true },
    { path: ['sections', 0, 'content', 2], text: question('{{ phone }}'), isFact: true },
    { path: ['sections', 1, 'title'], text: question('{{ we }}'), isFact: true },
    {
      path: ['sections', 1, 'content', 0],
      text: 'marks of another dialect stand in the text as they were written, ==More== first. What did they mean?',
      isFact: true,
    },
  ]);
});

test('Markdown that begins with an element of a page is Markdown', async () => {
  const text =
    '<div align="center">\n  <img src="a.svg" alt="Kelp" width="150"/>\n</div>\n\n# Boats\n\n## Oars\n\n- One\n';
  const found = await comesIn('a.md', text);
  expect(found).toMatchObject({
    ...whole,
    policy: { title: 'Boats', sections: [{ title: 'Oars', content: ['- One'] }] },
  });
  const page = await comesIn('a.md', '<div><h1>Boats</h1><h2>Oars</h2><p>One.</p></div>\n');
  expect(page).toMatchObject({
    ...whole,
    policy: { title: 'Boats', sections: [{ title: 'Oars', content: ['One.'] }] },
  });
});
