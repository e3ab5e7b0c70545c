import { expect, test } from 'vitest';
import { knownRight } from '../src/import/known-right.ts';
import { comesIn, whole } from './come-in.ts';

const imported = (content: string, name = 'a.md') => comesIn(name, content, 'privacy');
const labels = (entries: Record<string, Record<string, unknown>> | undefined) =>
  Object.values(entries ?? {}).map(({ label }) => label);

test('terms under headings that say so are an inventory, with the lists in their texts', async () => {
  const found = await imported(
    '<h1>Privacy</h1><h2>Data we collect</h2><dl><dt>Account data</dt><dd>Your name.<ul><li>one</li></ul></dd>' +
      '<dt>Device data</dt><dd><p>Its make.</p><p>Its age.</p></dd></dl>',
    'a.html',
  );
  expect(found).toMatchObject({
    ...whole,
    policy: {
      data: {
        'account-data': { label: 'Account data', description: 'Your name.\n\n- one' },
        'device-data': { label: 'Device data', description: 'Its make.\n\nIts age.' },
      },
      sections: [{ content: [{ data: 'all' }] }],
    },
  });
});

test('terms under other headings are definitions', async () => {
  const found = await imported(
    '<h1>Privacy</h1><h2>Words</h2><dl><dt>Boat</dt><dd>What floats</dd><dt>Oar</dt><dd>What moves it</dd></dl>',
    'a.html',
  );
  expect(found).toMatchObject({ ...whole, policy: { sections: [{ content: [{ definitions: [{}, {}] }] }] } });
});

test.each([
  ['in bold that goes on', '- **Account data** such as your name\n- **Device data** like its make\n'],
  ['in bold with a comma', '- **Account data,** such as your name\n- **Device data,** like its make\n'],
  [
    'in marks that end behind a space',
    '- **Account data: **such as your name\n- **Device data: **its make\n',
  ],
  ['before a dash', '- Account data – such as your name\n- Device data – its make\n'],
])('labels %s are labels', async (_, list) => {
  const found = await imported(`# Privacy\n\n## Information we collect\n\n${list}`);
  expect(found).toMatchObject(whole);
  expect(labels(found.policy.data)).toEqual(['Account data', 'Device data']);
});

test.each([
  ['what is marked in a sentence', '## Information we collect', '- **We** keep data\n- **You** send data\n'],
  ['two marked names', '## Information we collect', '- **Data** and files\n- **Content** and more\n'],
  ['legal bases', '## How we use data', '- **Consent:** you agree\n- **Legal obligation:** a law asks\n'],
  ['what is below a heading of bases', '## Legal bases for the use of data', '- **One:** a\n- **Two:** b\n'],
  ['what is below a heading of several', '## How we collect and use data', '- **Names:** a\n- **Data:** b\n'],
  ['advice', '## Your rights', '- **You can object:** here\n- **Your opt-out is kept:** there\n'],
  [
    'the parts of a longer text',
    '## Data we collect',
    '- **Data:**\n  - **A:** a\n  - **B:** b\n- **Files:** c\n',
  ],
])('%s makes no inventory', async (_, heading, list) => {
  const { policy, lost } = await imported(`# Privacy\n\n${heading}\n\n${list}`);
  expect(lost).toEqual([]);
  expect(Object.keys(policy)).toEqual(['kind', 'title', 'sections']);
});

const headings = `# Privacy

See [rowing data](#rowing-data).

## What we collect

Some things.

### Account data

We ask for your name.

### Rowing data

We log each stroke:

- its time

### How cookies fit in

They do not.
`;

test('headings below one of an inventory are its entries, and links to them lead to where they stand', async () => {
  const found = await imported(headings);
  expect(found).toMatchObject({
    ...whole,
    policy: {
      lead: 'See [rowing data](#what-we-collect).',
      data: {
        'account-data': { label: 'Account data', description: 'We ask for your name.' },
        'rowing-data': { label: 'Rowing data', description: 'We log each stroke:\n\n- its time' },
      },
      sections: [
        {
          title: 'What we collect',
          aliases: ['account-data', 'rowing-data'],
          content: ['Some things.', { data: 'all' }],
          sections: [{ title: 'How cookies fit in' }],
        },
      ],
    },
  });
});

test.each([
  ['most of them are none', headings.replace('### Account data', '### Why we ask')],
  ['they say how it comes in', headings.replace('What we collect', 'How we collect data')],
  [
    'one is divided further',
    headings.replace('We ask for your name.', '#### Names\n\nWe ask for your name.'),
  ],
  ['the text is of another kind', headings.replace('What we collect', 'Fees')],
])('headings stay headings where %s', async (_, content) => {
  const { policy, lost } = await imported(content.replace('See [rowing data](#rowing-data).\n\n', ''));
  expect(lost).toEqual([]);
  expect(policy).not.toHaveProperty('data');
  expect(policy.sections[0]?.sections).toHaveLength(3);
});

const paragraphs = `# Privacy

## Your rights

You have some.

**Right of access.** Ask for a copy.

It comes by post.

**Right to object**

Tell us.

**How to use them**

Write to us.
`;

test('paragraphs with labels are entries up to what is none, each with what belongs to it', async () => {
  const found = await imported(paragraphs.replace('It comes by post.\n\n', ''));
  expect(found).toMatchObject({
    ...whole,
    policy: {
      rights: {
        'right-of-access': { label: 'Right of access', text: 'Ask for a copy.' },
        'right-to-object': { label: 'Right to object', text: 'Tell us.' },
      },
      sections: [{ content: ['You have some.', { rights: 'all' }, '**How to use them**\n\nWrite to us.'] }],
    },
  });
});

test('a paragraph that may be about all of them parts a list', async () => {
  const { policy, lost } = await imported(paragraphs);
  expect(lost).toEqual([]);
  expect(policy).not.toHaveProperty('rights');
});

test('a line in bold says what the list below it is', async () => {
  const { policy } = await imported(
    '# Privacy\n\n## Our data\n\n**Who we share data with**\n\n- **Hosts:** for storage\n- **Banks:** for payment\n',
  );
  expect(labels(policy.recipients)).toEqual(['Hosts', 'Banks']);
});

test('rights without names are rights where the text announces them, called as they are written', async () => {
  const list = '- Request access to your data;\n- Object to its use, where it is ours; and\n- Opt out.\n';
  const found = await imported(`# Privacy\n\n## Your rights\n\nYou have the right to:\n\n${list}`);
  expect(found).toMatchObject(whole);
  expect(labels(found.policy.rights)).toEqual([undefined, 'Object to its use, where it is ours', 'Opt out']);
  expect(found.policy.rights).toHaveProperty('request-access-to-your-data.right', 'access');
  const { policy } = await imported(`# Privacy\n\n## Your rights\n\nTo write to us:\n\n${list}`);
  expect(policy).not.toHaveProperty('rights');
});

const partners = (cells: readonly string[]) =>
  `# Cookies\n\n## Partners\n\n| Partner | Cookie info |\n|---|---|\n${cells.map((cell, index) => `| P${index} | ${cell} |\n`).join('')}`;

test('bare addresses of partners are links, each for what it says it is', async () => {
  const found = await comesIn(
    'a.md',
    partners([
      'https://a.example/privacy and https://optout.a.example',
      'https://b.example/cookies',
      '[https://c.example/privacy](https://c.example/privacy)',
    ]),
  );
  expect(found).toMatchObject(whole);
  expect(Object.values(found.vendors)).toEqual([
    {
      name: 'P0',
      policy: 'https://a.example/privacy',
      optOut: 'https://optout.a.example',
      group: 'Partners',
    },
    { name: 'P1', does: 'Cookie info: <https://b.example/cookies>', group: 'Partners' },
    { name: 'P2', policy: 'https://c.example/privacy', group: 'Partners' },
  ]);
});

test('names of cookies of third parties are no companies', async () => {
  const table =
    '| Name | Purpose |\n|---|---|\n| _plm_v | Counts visits |\n| plmid | Tells two visits apart |\n';
  const { vendors } = await comesIn('a.md', `# Cookies\n\n## Third-party cookies\n\n${table}`);
  expect(vendors).toEqual({});
});

test('companies below a heading about their cookies are companies', async () => {
  const table = '| Name | Purpose |\n|---|---|\n| Plume | Counts visits |\n';
  const { vendors } = await comesIn('a.md', `# Cookies\n\n## Third-party cookies\n\n${table}`);
  expect(Object.values(vendors ?? {})).toMatchObject([{ name: 'Plume' }]);
});

test('a table of partners with words beside the addresses stays one', async () => {
  const found = await comesIn(
    'a.md',
    partners(['see https://a.example/privacy', 'https://b.example/privacy']),
  );
  expect(found).toMatchObject({ ...whole, vendors: {} });
});

test.each([
  ['Right of access', 'access'],
  ['The right to object to processing of your personal data', 'object'],
  ['Request deletion of your data', 'delete'],
  ['Access and correction', undefined],
  ['Right to withdraw consent', 'withdraw-consent'],
  ['Right to lodge a complaint with a supervisory authority', 'complain'],
  ['Right to object to marketing', undefined],
  ['Rights related to automated decisions', 'no-automated-decision'],
  ['Right not to be subject to automated decision-making', 'no-automated-decision'],
  ['Automated decisions about your credit', undefined],
])('what is called %s is known as the right it is', (label, right) => {
  expect(knownRight(label)).toBe(right);
});

test('a table of data, purposes and recipients is three inventories, of which each entry stands once', async () => {
  const found = await imported(
    [
      '# Privacy\n\n## California\n',
      '| Category of personal information | Purposes of use | Third parties to whom it is disclosed | Sold to |',
      '|---|---|---|---|',
      '| Contacts (such as your name) | Sending; Billing | Banks; | Nobody |',
      '| Visits | Billing; Counting; Billing | Banks; Hosts | Nobody |',
    ].join('\n'),
  );
  expect(found).toMatchObject({
    ...whole,
    policy: {
      data: {
        contacts: { label: 'Contacts (such as your name)', description: 'Sold to: Nobody' },
        visits: { label: 'Visits', description: 'Sold to: Nobody' },
      },
      purposes: {
        sending: { text: 'Sending', data: ['contacts'] },
        billing: { text: 'Billing', data: ['contacts', 'visits'] },
        counting: { text: 'Counting', data: ['visits'] },
      },
      recipients: {
        banks: { label: 'Banks', data: ['contacts', 'visits'] },
        hosts: { label: 'Hosts', data: ['visits'] },
      },
      sections: [{ content: [{ data: 'all', columns: ['data', 'description', 'purposes', 'disclosedTo'] }] }],
    },
  });
});

const described = (heading: string, head: string) =>
  `# Privacy\n\n## ${heading}\n\n| ${head} |\n|---|---|\n| Hosts | They store |\n| Banks | They pay |\n`;

test.each([
  ['Partners', 'Category of recipients | Description'],
  ['Who we share data with', 'Category | Examples'],
])('a table of names and descriptions is an inventory: %s, %s', async (heading, head) => {
  const found = await imported(described(heading, head));
  expect(found).toMatchObject({
    ...whole,
    policy: { recipients: { hosts: { label: 'Hosts', text: 'They store' }, banks: { label: 'Banks' } } },
  });
});

test.each([
  ['Our data', 'Recipients | How to object'],
  ['How we use cookies', 'Purpose | Description'],
])('a table whose second column is no description stays one: %s, %s', async (heading, head) => {
  const { policy, lost } = await imported(described(heading, head));
  expect(lost).toEqual([]);
  expect(Object.keys(policy)).toEqual(['kind', 'title', 'sections']);
});

test('a list of some entries stays one where a table has others', async () => {
  const found = await imported(
    `${described('Who we share data with', 'Recipients | Details')}\n## Data we share\n\n- **Clouds:** for storage\n- **Mills:** for paper\n`,
  );
  expect(found).toMatchObject({
    ...whole,
    policy: {
      sections: [
        { content: [{ recipients: ['hosts', 'banks'] }] },
        { content: [{ recipients: ['clouds', 'mills'] }] },
      ],
    },
  });
});

test('a table of a consent tool names cookies by host, with a time for each', async () => {
  const row = (...cells: string[]) => `| ${cells.join(' | ')} |\n`;
  const table =
    row('Cookie Subgroup', 'Cookies', 'Cookies used', 'Lifespan') +
    row('-', '-', '-', '-') +
    row('www.kelp.example', 'kelp_a, kelp_b', 'First Party', 'Session, 61 Days') +
    row('tally.example', 'tally_c, tally_d', 'Third Party', '1 year, 2 months');
  const domain = 'www.kelp.example';
  const third = { domain: 'tally.example', party: 'third', expires: '1 year 2 months' };
  expect(await comesIn('a.md', `# Cookies\n\n${table}`, 'cookies')).toMatchObject({
    ...whole,
    rows: 2,
    policy: {
      cookies: {
        'kelp-a': { name: 'kelp_a', domain, party: 'first', expires: 'session' },
        'kelp-b': { name: 'kelp_b', domain, party: 'first', expires: '61 days' },
        'tally-c': { name: 'tally_c', ...third },
        'tally-d': { name: 'tally_d', ...third },
      },
    },
  });
});

test('a right by two names is one, and items in a cell do not run together', async () => {
  const list = '- **Erasure / “To Be Forgotten”.** Ask.\n- **Access / Portability.** Ask too.\n';
  const table =
    '<table><tr><th>A</th><th>B</th></tr><tr><td>C</td><td><ul><li>Data</li><li><p>Prompts</p></li></ul></td></tr></table>';
  const found = await imported(`# Privacy\n\n## Your rights\n\n${list}\n## Others\n\n${table}\n`);
  expect(found).toMatchObject(whole);
  expect(Object.values(found.policy.rights ?? {}).map(({ right }) => right)).toEqual(['delete', undefined]);
  expect(found.policy.sections.at(-1)?.content).toEqual([expect.stringContaining('Data; Prompts')]);
});

test('a line that gives the number of a version beside its day stays', async () => {
  const found = await imported('# Privacy\n\nVersion 2.0, effective November 4, 2024\n\n## Us\n\nHello.\n');
  expect(found).toMatchObject({
    ...whole,
    policy: { effective: '2024-11-04', lead: 'Version 2.0, effective {{ effective }}' },
  });
});

test.each([
  [
    'Politique de protection des Données de la plateforme\n\nNous gardons peu.\n',
    'Politique de protection des Données de la plateforme',
  ],
  ['---\ntitle: "{{ x }}"\n---\n\nPrivacy notice of Kelp\n\nWe keep little.\n', 'Privacy notice of Kelp'],
  ['We respect your privacy\n\nAlways.\n', 'Privacy policy'],
])('the title is the line that opens the text and names a policy: %j', async (text, title) => {
  const found = await imported(text);
  expect(found).toMatchObject({ ...whole, policy: { title } });
});

test.each([
  ['a heading', 'Your California privacy rights', '', 'California'],
  ['a law', 'Your CCPA rights', '', 'California'],
  ['a heading of two', 'Your rights in the EEA and the UK', '', 'EEA and UK'],
  [
    'the words before',
    'Your rights',
    'If you live in Switzerland, you have these rights:\n\n',
    'Switzerland',
  ],
  ['no heading', 'Your rights', '', undefined],
  ['a heading of residents', 'Rights of Turkish residents and your rights', '', 'Turkey'],
  ['a law of Brazil', 'Your LGPD rights', '', 'Brazil'],
  ['words of everybody', 'Your rights', 'No matter where you live, you have rights:\n\n', undefined],
  ['words of a wish', 'Your rights', 'If you want, you can use these rights:\n\n', undefined],
  ['words that are no condition', 'Your rights', 'Laws like that of California inspire us:\n\n', undefined],
])('rights are those of the place that %s names', async (_, heading, before, where) => {
  const { policy, lost } = await imported(
    `# Privacy\n\n## ${heading}\n\n${before}- **Right to know:** ask us\n- **Right to delete:** tell us\n`,
  );
  expect(lost).toEqual([]);
  expect(Object.values(policy.rights ?? {}).map((right) => right.where)).toEqual([where, where]);
});

test.each([
  ['numbers', '### 2.1 Account data\n\nWe collect your name.\n\n### 2.2 Device data\n\nWe log its make.\n'],
  ['letters', '### A. Account data\n\nWe collect your name.\n\n### B. Device data\n\nWe log its make.\n'],
  [
    'others that are no entries',
    '### Account data\n\nWe collect your name.\n\n### Device data\n\nWe log its make.\n\n### Location data\n\n> We store it.\n',
  ],
])('headings with %s stay sections', async (_, text) => {
  const { policy, lost } = await imported(`# Privacy\n\n## What we collect\n\n${text}`);
  expect(lost).toEqual([]);
  expect(policy.data).toBeUndefined();
  expect(policy.sections[0]?.sections?.length).toBeGreaterThan(1);
});

const inventoriesOf = async (content: string) => {
  const { policy, lost, faults } = await imported(`# Privacy\n\n${content}`);
  expect({ lost, faults }).toEqual(whole);
  const { kind: _kind, title: _title, lead: _lead, sections: _sections, ...inventories } = policy;
  return Object.keys(inventories);
};

const pieces = '- **Per device:** the pairing data.\n- **All data:** what you store.\n';

test.each([
  'When we delete it',
  'Why we store it',
  'Retention of it',
  'How we protect it',
  'Security',
])('a list under “%s” is none of what is collected', async (heading) => {
  expect(await inventoriesOf(`## What we collect\n\n### ${heading}\n\n${pieces}`)).not.toContain('data');
});

test.each([
  'From your phone',
  'Account data',
  'When you visit: data we collect',
])('a list under “%s” is of what is collected', async (heading) => {
  expect(await inventoriesOf(`## What we collect\n\n### ${heading}\n\n${pieces}`)).toEqual(['data']);
});

test.each([
  ['Sharing', '- **Banks:** who move money.\n- **No sale:** Data is not sold.\n'],
  ['Sharing', '- **Banks:** who move money.\n- **Advertisers:** We do not share any data with them.\n'],
  ['What we collect', '- **Account data:** your name.\n- **Fonts data:** We don’t receive that data.\n'],
  ['What we collect', '- **Account data:** your name.\n- **Fonts data:** G sees it. We never see it.\n'],
  ['Welche Daten', '- **Kontodaten:** Ihr Name.\n- **Keine Standortdaten:** Wir erheben sie nicht.\n'],
  ['What we collect', '| Data | Description |\n| - | - |\n| Names | Yours. |\n| No location | None. |\n'],
  ['What we collect', '### Account data\n\nWe ask for it.\n\n### Location data\n\nWe do not collect it.\n'],
])('what is denied under “%s” is no entry: %j', async (heading, list) => {
  expect(await inventoriesOf(`## ${heading}\n\n${list}`)).toEqual([]);
});

test.each([
  ['Sharing', 'recipients', '- **Banks:** who move money. We do not sell any data.\n- **Carriers:** us.\n'],
  [
    'What we collect',
    'data',
    '- **Payment data:** what you paid; we do not store card numbers.\n- **No. of orders:** it.\n',
  ],
])('an entry under “%s” that denies something else is one of %s', async (heading, of, list) => {
  expect(await inventoriesOf(`## ${heading}\n\n${list}`)).toEqual([of]);
});

test.each([
  ['Sharing', '- **When you use them:** others see it.\n- **When you agree:** we send it.\n'],
  ['Data sharing', '- **Location data:** to get the weather.\n- **Partners:** who count.\n'],
  ['Sharing', '- **Legal requirements:** where a law asks.\n- **Business transfers:** in a sale.\n'],
  ['Sharing', '- **Analytics:** to count.\n- **Carriers:** who bring it.\n'],
  ['Sharing', '### When you agree with partners\n\nWe send it.\n\n### When a partner asks\n\nWe do.\n'],
])('occasions and data under “%s” are no recipients: %j', async (heading, list) => {
  expect(await inventoriesOf(`## ${heading}\n\n${list}`)).toEqual([]);
});

test.each([
  '- **Google Analytics:** to count.\n- **Providers of weather data:** to get the weather.\n',
  '- **Carriers:** who bring it.\n- **Authorities:** where a law asks.\n- **With your consent:** others.\n',
])('names and kinds of people are recipients: %j', async (list) => {
  expect(await inventoriesOf(`## Sharing\n\n${list}`)).toEqual(['recipients']);
});

test.each([
  ['Your privacy rights in California and other states', ''],
  ['Your rights outside the EEA', ''],
  ['Your rights as residents of Ruritania', ''],
  ['Your rights', 'If your data is processed on the basis of consent, you have the right to:'],
  ['Your rights', 'Depending on where you live, you may have these rights:'],
  ['Your rights', 'Residents of Ruritania have these rights:'],
])('rights of some people are told to nobody else: %s, %s', async (heading, before) => {
  const labelled = '- **Right to know:** ask us\n- **Right to delete:** tell us\n';
  const plain = '- Request access to your data\n- Object to its use\n';
  const divided = '### Right to know\n\nAsk us.\n\n### Right to delete\n\nTell us.\n';
  for (const list of [labelled, plain, divided])
    expect(await inventoriesOf(`## ${heading}\n\n${before}\n\n${list}`)).toEqual([]);
});

test('a list in which an item points to another stays a list, with its numbers', async () => {
  const list = (item: string) =>
    `## Your rights\n\nYou have the right to:\n\n1. request access to your data\n2. access data that ${item}\n`;
  expect(await inventoriesOf(list('(i) above names'))).toEqual([]);
  expect(await inventoriesOf(list('our section 5 above names'))).toEqual(['rights']);
});
