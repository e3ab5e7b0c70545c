import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { lifetimeIn, readLifetime } from '../src/import/periods.ts';
import { policyOf } from '../src/import/policy-of.ts';
import { policyText } from '../src/import/policy-text.ts';
import { readSource } from '../src/import/source.ts';
import { namedDays } from '../src/text/named-days.ts';
import { renderProse } from '../src/text/prose.ts';
import { policybook } from './command.ts';
import { wordDocument, zip } from './word-document.ts';

const site = 'name: Example\nurl: https://example.com\nlanguages: [en-GB]\n';

function newProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'policybook import '));
  mkdirSync(join(folder, 'policies'));
  writeFileSync(join(folder, 'policies/site.yaml'), site);
  return folder;
}

/** Imports a text as a person would; gives what was said and the file that was written. */
async function bringIn(name: string, content: string | Uint8Array, more: string[] = []) {
  const project = newProject();
  const file = join(project, name);
  writeFileSync(file, content);
  const outcome = await policybook([
    'import',
    file,
    '--project',
    project,
    '--product',
    'kelp',
    '--policy',
    'text',
    ...more,
  ]);
  const written = join(project, 'policies/kelp/text.yaml');
  const text = existsSync(written) ? readFileSync(written, 'utf8') : undefined;
  return { ...outcome, project, text };
}

async function read(name: string, content: string) {
  const text = await readSource(name, new TextEncoder().encode(content));
  if ('fault' in text) throw new Error(text.fault);
  const imported = policyOf(text, { product: 'kelp', name: 'cookie-policy' });
  return { ...imported, written: policyText(imported) };
}

const page = `<!doctype html><html lang="de"><head><title>Cookies | Kelp</title></head><body>
<nav><a href="/">Home</a></nav>
<main>
<p>Last updated: 3 March 2026</p>
<h1>Cookie notice</h1>
<p>This says what we keep. It took effect on 1 April 2026, and <a href="#ask">you can ask</a>.</p>
<h2 id="what">What we keep</h2>
<h3>Needed</h3>
<table><tr><th>Cookie</th><th>What for</th><th>Expiry</th><th>Provider</th></tr>
<tr><td><code>kelp_sid</code></td><td>Keeps you <b>signed in</b>.</td><td>Session</td><td>Kelp</td></tr>
<tr><td>kelp_{user}</td><td>Remembers you.</td><td>Two weeks</td><td>Kelp</td></tr></table>
<h3>Counting</h3>
<table><tr><th>Cookie</th><th>What for</th><th>Expiry</th><th>Provider</th></tr>
<tr><td>_pl / _plx</td><td>Counts visits.</td><td>13 months in the EEA</td><td><a href="http://plume.example/privacy">Plume</a></td></tr></table>
<h2 id="ask">Ask us</h2>
<p>Write to <a href="mailto:desk@kelp.example">the desk</a> or see <a href="/help">help</a>.</p>
<dl><dt>Desk</dt><dd>Those who answer.</dd></dl>
</main><footer>© Kelp</footer></body></html>`;

test('makes a policy of a page, every word of it, with a question wherever a person has to decide', async () => {
  const { code, stdout, text, project } = await bringIn('page.html', page);
  expect(stdout).toContain('It has 2 sections, 4 cookies from 3 rows, 1 vendor.');
  expect(stdout).toMatch(/All \d+ words of the source stand on the page\./);
  expect(code).toBe(0);
  expect(text).toBe(`kind: cookie-policy
title: Cookie notice
lead: This says what we keep. It took effect on {{ effective }}, and [you can ask](#ask).
language: de
updated: 2026-03-03
effective: 2026-04-01
# TODO: these are the headings the tables stood under. Which of them need consent? Add \`consent:\` to each.
categories:
  needed: { label: Needed, each: { provider: self } }
  counting: { label: Counting, each: { provider: plume } }
cookies:
  kelp-sid: { name: kelp_sid, category: needed, purpose: Keeps you **signed in**., expires: session }
  kelp-user: { name: "kelp_{user}", category: needed, purpose: Remembers you., expires: 2 weeks }
  pl: { name: _pl, category: counting, purpose: Counts visits., expires: { words: 13 months in the EEA } }
  plx: { name: _plx, category: counting, purpose: Counts visits., expires: { words: 13 months in the EEA } }
sections:
  - id: what
    title: What we keep
    sections:
      - title: Needed
        content: [ { cookies: needed } ]
      - title: Counting
        content: [ { cookies: counting } ]
  - id: ask
    title: Ask us
    content:
      # To decide: a link led to /help. Give its whole address, with https://, or import with --from <address of the page>.
      - Write to [the desk](mailto:desk@kelp.example) or see help.
      - definitions: [ { term: Desk, text: Those who answer. } ]
`);
  expect(readFileSync(join(project, 'policies/kelp/product.yaml'), 'utf8')).toContain(
    'vendors:\n  plume: { name: Plume, policy: http://plume.example/privacy }\n',
  );
  const check = await policybook(['check', '--project', project, '--format', 'json']);
  const faults = JSON.parse(check.stdout).problems.filter(
    (problem: { severity: string; finding?: unknown }) => problem.severity === 'error' && !problem.finding,
  );
  expect(
    faults.map(({ rule }: { rule: string }) => rule).filter((rule: string) => !rule.includes('/contact-')),
  ).toEqual([]);
});

test('reads Markdown with its front matter, tables and HTML', async () => {
  const { policy } = await read(
    'terms.md',
    '---\ntitle: Terms of Kelp\n---\n\nRead <b>this</b>.\n\n## 1. Who we are\n\n1. We are *Kelp*.\n2. You are {{ you }}.\n\n### Deep\n\nText\n\n#### Deeper\n\nMore\n\n| Fee | Sum |\n|---|---|\n| Boat | 3 |\n',
  );
  expect(policy).toMatchObject({
    kind: 'terms',
    title: 'Terms of Kelp',
    lead: 'Read **this**.',
    sections: [
      {
        title: '1. Who we are',
        content: ['1. We are *Kelp*.\n2. You are {\\{ you }\\}.'],
        sections: [
          {
            title: 'Deep',
            content: ['Text'],
            sections: [{ title: 'Deeper', content: ['More', '| Fee | Sum |\n| - | - |\n| Boat | 3 |'] }],
          },
        ],
      },
    ],
  });
});

test('fills in what front matter holds, and reads Markdown right behind the start of a part', async () => {
  const { policy } = await read(
    'privacy.md',
    '---\ntitle: "Privacy"\ndate: 2026-03-02\n---\n\n# {{ page.title }}\n\n<div class="text">\nWe are **Kelp** {{ page.other }} since {{ page.date | date: "%Y" }}.\n</div>\n',
  );
  expect(policy).toMatchObject({
    title: 'Privacy',
    sections: [{ content: ['We are **Kelp** {\\{ page.other }\\} since 2026-03-02.'] }],
  });
});

test('a link by way of a program that counts clicks leads to what is behind it', async () => {
  const { policy } = await read(
    'privacy.html',
    '<h1>Privacy</h1><p>See <a href="https://www.google.com/url?q=https://kelp.example/a&amp;sa=D">this</a> now.</p>',
  );
  expect(policy).toMatchObject({ sections: [{ content: ['See [this](https://kelp.example/a) now.'] }] });
});

test('a tag right behind an address is text too', async () => {
  const { policy } = await read(
    'privacy.html',
    '<h1>Privacy</h1><p>At https://kelp.example/?u=https://b.example"&gt;https://c.example&lt;b&gt; now.</p>',
  );
  expect(policy).toMatchObject({
    sections: [
      { content: ['At https\\://kelp.example/?u=https\\://b.example">https\\://c.example\\<b> now.'] },
    ],
  });
});

test('lines of an address above the first heading are its lead', async () => {
  const lines = ['Provided by:', 'Kelp AS', 'Quay 1', 'Måløy', 'Norway', 'No. 12'];
  const { policy } = await read('privacy.md', `# Privacy\n\n${lines.join('\n\n')}\n\n## Data\n\nText.\n`);
  expect(policy).toMatchObject({
    lead: lines.join('\n\n').replace('12', '12'),
    sections: [{ title: 'Data' }],
  });
});

test('the colon of a heading that leads to a table is not in the name of the category', async () => {
  const table = (name: string) =>
    `| Cookie | Purpose | Expires |\n|---|---|---|\n| \`${name}\` | Counts. | 1 day |\n`;
  const { policy } = await read(
    'cookies.md',
    `# Cookies\n\n## Counting cookies:\n\n${table('kelp_a')}\n## Sign-in cookies:\n\n${table('kelp_b')}`,
  );
  expect(policy).toMatchObject({
    categories: {
      'counting-cookies': { label: 'Counting cookies' },
      'sign-in-cookies': { label: 'Sign-in cookies' },
    },
    sections: [{ title: 'Counting cookies:' }, { title: 'Sign-in cookies:' }],
  });
});

test('the three highest levels of headings are sections, and deeper ones lines in bold', async () => {
  const { policy } = await read(
    'terms.md',
    '# Terms\n\n## A\n\n### B\n\n#### C\n\nText.\n\n##### D\n\nMore.\n\n### E\n\nEnd.\n',
  );
  expect(policy.sections).toEqual([
    {
      title: 'A',
      sections: [
        { title: 'B', sections: [{ title: 'C', content: ['Text.\n\n**D**\n\nMore.'] }] },
        { title: 'E', content: ['End.'] },
      ],
    },
  ]);
});

test('a Word document comes in as a page does', async () => {
  const paragraph = (text: string, style = '') =>
    `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`;
  const body =
    paragraph('Privacy policy of Kelp', 'Heading1') +
    paragraph('What we do', 'Heading2') +
    paragraph('We fish.');
  const { code, text, stdout } = await bringIn('policy.docx', wordDocument(body));
  expect(stdout).toContain('All 9 words of the source stand on the page.');
  expect(parse(text ?? '')).toEqual({
    kind: 'privacy-policy',
    title: 'Privacy policy of Kelp',
    sections: [{ title: 'What we do', content: ['We fish.'] }],
  });
  expect(code).toBe(0);
});

test.each([
  [
    'cookies.csv',
    'Cookie name;Domain;Description;Retention period;Category\n_ga;kelp.example;Counts, visits.;2 years;Statistics\n',
  ],
  [
    'cookies.json',
    '{"cookies":[{"name":"_ga","domain":".kelp.example","description":"Counts, visits.","duration":"2 years","category":"Statistics","value":"x"}]}',
  ],
])('a list of cookies comes in from %s', async (name, content) => {
  const { policy } = await read(name, content);
  expect(policy.cookies).toEqual({
    ga: {
      name: '_ga',
      category: 'statistics',
      purpose: 'Counts, visits.',
      domain: 'kelp.example',
      expires: '2 years',
    },
  });
  expect(policy.sections).toEqual([{ title: 'Cookie policy', content: [{ cookies: 'statistics' }] }]);
});

describe('what is no text gets one sentence, and writes nothing', () => {
  const bomb = zip([['word/document.xml', new Uint8Array(3_000_000)]], 1_000);
  const large = zip([['word/document.xml', new Uint8Array(10)]], 2 ** 30);
  test.each<[string, string | Uint8Array, string]>([
    ['marks.md', '\\\n', 'Unexpected file without a word that readers see, expected HTML'],
    ['policy.yaml', 'kind: terms', 'Unexpected file in YAML, expected HTML, Markdown'],
    ['empty.html', '', 'Unexpected empty file, expected HTML, Markdown'],
    ['scan.html', '%PDF-1.7\n…', 'Unexpected PDF, expected HTML'],
    [
      'picture.md',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]),
      'Unexpected binary file, expected HTML',
    ],
    [
      'large.md',
      ' '.repeat(11 * 1024 * 1024),
      'Unexpected file of 11 MB (at most 10 are read), expected HTML',
    ],
    ['broken.docx', 'PK\u0003\u0004 and then nothing', 'Unexpected damaged Word document, expected HTML'],
    [
      'no-word.docx',
      zip([['readme.txt', new Uint8Array(3)]]),
      'Unexpected damaged Word document, expected HTML',
    ],
    ['bomb.docx', bomb, 'Unexpected damaged Word document, expected HTML'],
    ['large.docx', large, 'Unexpected Word document that unpacks to more than 100 MB, expected HTML'],
    ['blank.html', '<body><script>x</script></body>', 'Unexpected file without a word that readers see'],
    ['list.csv', 'name\n', 'Unexpected CSV that lists nothing, expected a list of cookies'],
    ['list.json', '[1', 'Unexpected JSON that lists nothing, expected a list of cookies'],
  ])('%s', async (name, content, message) => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const read = await readSource(name, bytes);
    expect('fault' in read && read.fault).toContain(message);
  });

  test('and the command exits with 2', async () => {
    const { code, stdout, stderr, project } = await bringIn('scan.docx', '%PDF-1.7');
    expect(stderr).toContain(
      'Unexpected PDF, expected HTML, Markdown, a Word document (.docx), or a list of cookies',
    );
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(existsSync(join(project, 'policies/kelp'))).toBe(false);
  });
});

test('a line that begins with a colon stays one', async () => {
  const { policy } = await read('a.html', '<h1>A</h1><h2>B</h2><p>Term<br>: no meaning</p><p>: alone</p>');
  const [text] = policy.sections[0]?.content ?? [];
  expect(text).toBe('Term\\\n\\: no meaning\n\n\\: alone');
  expect(renderProse(String(text), { wrap: 'block' })).toBe('<p>Term<br>\n: no meaning</p>\n<p>: alone</p>');
});

test('says later in which words the published page and a policy differ', async () => {
  const { project } = await bringIn(
    'text.md',
    '# Privacy\n\n## What we do\n\nWe keep logs for 30 days, then delete them.\n',
  );
  const live = join(project, 'live.html');
  const compare = (content: string) => {
    writeFileSync(live, content);
    return policybook([
      'import',
      live,
      '--project',
      project,
      '--product',
      'kelp',
      '--policy',
      'text',
      '--compare',
    ]);
  };
  const body = (sentence: string) => `<main><h1>Privacy</h1><h2>What we do</h2><p>${sentence}</p></main>`;
  const same = await compare(body('We keep logs for 30 days, then delete them.'));
  expect(same).toEqual({
    code: 0,
    stdout: 'The file and the policy have the same words in the same order.\n',
    stderr: '',
  });
  const other = await compare(body('We keep logs for 90 days, then delete them for good.'));
  expect(other.stdout).toBe(
    '… We keep logs for …\n  the file has:   90\n  the policy has: 30\n' +
      '… days then delete them …\n  the file has:   for good\n  the policy has: (nothing)\n' +
      '\nThe file and the policy differ in 2 places.\n',
  );
  expect(other.code).toBe(1);
});

test('compares a list of cookies with what the policy says of them, and not with its cells', async () => {
  const list = (days: number) =>
    `Name,Provider,Purpose,Duration\n_ga,Google,Tells visitors apart,2 years\n_gid,Google,Counts visits,${days} day${days === 1 ? '' : 's'}\n`;
  const { project, code } = await bringIn('list.csv', list(1));
  expect(code).toBe(0);
  const compare = (content: string) => {
    writeFileSync(join(project, 'live.csv'), content);
    const told = '--product kelp --policy text --compare'.split(' ');
    return policybook(['import', join(project, 'live.csv'), '--project', project, ...told]);
  };
  expect((await compare(list(1))).stdout).toBe(
    'The file and the policy have the same words in the same order.\n',
  );
  expect((await compare(list(3))).stdout).toContain('the file has:   3 days\n  the policy has: 1 day\n');
});

test('a policy that is there is never written over, and the file of its product only gains vendors', async () => {
  const { project, code } = await bringIn('page.html', page);
  expect(code).toBe(0);
  const product = join(project, 'policies/kelp/product.yaml');
  const policy = join(project, 'policies/kelp/text.yaml');
  const before = readFileSync(policy, 'utf8');
  const again = (name: string) =>
    policybook([
      'import',
      join(project, 'page.html'),
      '--project',
      project,
      '--product',
      'kelp',
      '--policy',
      name,
    ]);
  expect(await again('text')).toMatchObject({ code: 2, stdout: '' });
  expect(readFileSync(policy, 'utf8')).toBe(before);
  writeFileSync(product, '# ours\nname: Kelp\nvendors:\n  dulse: { name: Dulse }\n');
  expect(await again('other')).toMatchObject({ code: 0 });
  expect(readFileSync(product, 'utf8')).toBe(
    '# ours\nname: Kelp\nvendors:\n  plume: { name: Plume, policy: http://plume.example/privacy }\n  dulse: { name: Dulse }\n',
  );
});

test.each([
  ['One year', '1 year'],
  ['180 Days', '180 days'],
  ['2 yrs', '2 years'],
  ['24h', '24 hours'],
  ['1 year and 6 months', '1 year 6 months'],
  ['Session cookie', 'session'],
  ['Until the browser is closed.', 'session'],
  ['until deleted', 'until deleted'],
  ['Persistent', 'persistent'],
  ['13 months EEA UK; 24 months elsewhere', undefined],
  ['up to 2 years', 'at most 2 years'],
  ['about a year', 'about 1 year'],
  ['30-90 days', '30 to 90 days'],
  ['1 hour after last activity', '1 hour after last use'],
  ['Session or 20 hours', 'session or 20 hours'],
  ['0 days', undefined],
  ['', undefined],
])('reads the lifetime “%s”', (words, lifetime) => {
  expect(readLifetime(words)).toBe(lifetime);
});

test.each([
  ['Last updated: March 3, 2026', [['updated', '2026-03-03']]],
  ['Act No. 78 of January 6, 1978 as amended, and the Regulation 2016/679 of April 27, 2016', []],
  ['Stand: 3. März 2026', [['updated', '2026-03-03']]],
  ['Dernière mise à jour : 3 mars 2026', [['updated', '2026-03-03']]],
  ['Última actualización: 3 de marzo de 2026', [['updated', '2026-03-03']]],
  ['最終更新：2026年3月3日', [['updated', '2026-03-03']]],
  [
    'Effective 2026-04-01. Revised 3rd March 2026.',
    [
      ['effective', '2026-04-01'],
      ['updated', '2026-03-03'],
    ],
  ],
  ['Last updated 03/04/2026', [['updated', undefined]]],
  ['Last updated 03/23/2026', [['updated', '2026-03-23']]],
  ['The council met on 3 March 2026.', []],
])('reads the days of “%s”', (line, days) => {
  expect(namedDays(line).map(({ key, found }) => [key, found.day])).toEqual(days);
});

test.each([
  ['13 months EEA UK; 24 months elsewhere', { 'EEA UK': '13 months', elsewhere: '24 months' }],
  ['Until the game ends', { words: 'Until the game ends' }],
  ['as {{ long }}', undefined],
  ['2 Years, 365 Days', { words: '2 Years, 365 Days' }],
])('a table says %s in the words it has', (words, lifetime) => {
  expect(lifetimeIn(words)).toEqual(lifetime);
});

describe('a list of labels under a heading that says what it lists', () => {
  const text = `# Privacy

## What we collect

### From you

- **Account:** your name and address.
- **Letters.** What you write to us, and [why](#why).

### By itself

- Visits: which pages you read.
- Devices: which browser you have.

## How we use information

- **Service** – to run the shop.
- **Safety** – to keep it safe.

## Sharing

1. **Carriers:** who bring the parcels.
2. **Banks:** who move the money.

## Your choices

- **Say no:** tell us.
- **Leave:** close the account.

## Why

- **Kept together:** a text

  of two paragraphs.
- **And another:** text.
`;

  test('becomes an inventory, shown where the list stood', async () => {
    const { policy } = await read('privacy.md', text);
    expect(policy.data).toEqual({
      account: { label: 'Account', description: 'your name and address.' },
      letters: { label: 'Letters', description: 'What you write to us, and [why](#why).' },
      visits: { label: 'Visits', description: 'which pages you read.' },
      devices: { label: 'Devices', description: 'which browser you have.' },
    });
    expect(policy.purposes).toEqual({
      service: { label: 'Service', text: 'to run the shop.' },
      safety: { label: 'Safety', text: 'to keep it safe.' },
    });
    expect(policy.recipients).toEqual({
      carriers: { label: 'Carriers', text: 'who bring the parcels.' },
      banks: { label: 'Banks', text: 'who move the money.' },
    });
    const [collected, used] = policy.sections;
    expect(collected?.sections?.map(({ content }) => content)).toEqual([
      [{ data: ['account', 'letters'] }],
      [{ data: ['visits', 'devices'] }],
    ]);
    expect(used?.content).toEqual([{ purposes: 'all' }]);
  });

  test('stays a list where no heading tells what it lists, or an item holds more than a line', async () => {
    const { policy } = await read('privacy.md', text);
    const [, , , choices, why] = policy.sections;
    expect(choices?.content).toEqual(['- **Say no:** tell us.\n- **Leave:** close the account.']);
    expect(why?.content?.[0]).toContain('- **Kept together:**');
  });

  test('loses no word, and has no fault', async () => {
    const { code, stdout } = await bringIn('privacy.md', text);
    expect(stdout).toContain('It has 5 sections, 4 kinds of data, 2 purposes, 2 recipients.');
    expect(stdout).toMatch(/All \d+ words of the source stand on the page\./);
    expect(code).toBe(0);
  });
});

describe('a table of companies below a heading that speaks of sub-processors', () => {
  const table = (rows: string) => `# Sub-processors

They help us.

## Those we use

| Company | What it does | Places of processing | Seat | Added on |
| - | - | - | - | - |
${rows}

## Before

| Company | Until |
| - | - |
| Old Post | 2019 |
`;

  test('becomes vendors, shown as a group where the table stood', async () => {
    const rows = `| Plume | Counts *visits*. | USA, Ireland and our office | Germany | 3 March 2026 |
| [Harbour](https://harbour.example/privacy) | Keeps servers. | Norway | Norway | |`;
    const { policy, vendors } = await read('list.md', table(rows));
    expect(vendors).toEqual({
      plume: {
        name: 'Plume',
        does: 'Counts *visits*.',
        places: ['US', 'IE', { words: 'our office' }],
        country: 'DE',
        added: '2026-03-03',
        group: 'Those we use',
      },
      harbour: {
        name: 'Harbour',
        policy: 'https://harbour.example/privacy',
        does: 'Keeps servers.',
        places: ['NO'],
        country: 'NO',
        group: 'Those we use',
      },
    });
    expect(policy.sections[0]?.content).toEqual([{ vendors: 'Those we use' }]);
    expect(policy.sections[1]?.content?.[0]).toContain('| Old Post | 2019 |');
    const { code, stdout } = await bringIn('list.md', table(rows));
    expect(stdout).toMatch(/All \d+ words of the source stand on the page\./);
    expect(code).toBe(0);
  });

  test.each([
    ['a link that is no privacy policy', '| [Plume](https://plume.example) | Counts. | Norway | Norway | |'],
    ['a seat that is no country', '| Plume | Counts. | Norway | Oslo | |'],
    ['a day that can be read two ways', '| Plume | Counts. | Norway | Norway | 03/04/2026 |'],
  ])('stays a table with %s', async (_, row) => {
    const { policy, vendors } = await read('list.md', table(row));
    expect(vendors).toEqual({});
    expect(policy.sections[0]?.content?.[0]).toMatch(/^\| \[?Plume/m);
  });
});

test('makes a list of lines that were typed with bullets', async () => {
  const { policy } = await read(
    'a.html',
    '<main><h1>A</h1><h2>B</h2><p>We keep:<br>• letters<br>• parcels</p><p>· stamps</p></main>',
  );
  expect(policy.sections[0]?.content).toEqual(['We keep:\n- letters\n- parcels', '- stamps']);
});

const foreign = [
  'We use ==highlight==, ~~old~~ and {% raw %}.',
  ':::note',
  '[!NOTE] Hello. See [1][2], [TOC] and [name](x).',
  'Costs are \\(x^2\\) and $$5$$ and {#anchor} {: .lead}.',
  '[b]bold[/b] and ++more++, :smile:',
  '!!! note',
  '.. note:: It is so.',
];

test('a page that shows marks of other dialects comes in with them, and is asked nothing', async () => {
  const paragraphs = foreign.map((text) => `<p>${text}</p>`).join('');
  const page = `<main><h1>Privacy</h1><p>Updated: 1 March 2026</p><h2>B</h2>${paragraphs}</main>`;
  const { code, stdout, text } = await bringIn('a.html', page);
  expect(stdout).toMatch(/All \d+ words of the source stand on the page\./);
  expect(code).toBe(0);
  expect(text).toContain('\\==highlight==');
  expect(text).not.toContain('another dialect');
});

test('Markdown with marks of another dialect comes in with them, and asks what they mean', async () => {
  const { code, text } = await bringIn('a.md', '# Privacy\n\n## B\n\n{% include banner.html %}\n\nWe wait.');
  expect(code).toBe(0);
  expect(text).toContain(
    '# TODO: marks of another dialect stand in the text as they were written, {% include banner.html %} first.',
  );
  expect(text).toContain('\\{% include banner.html %}');
});

test('a text that makes too large a policy is refused, and nothing is written', async () => {
  const { code, stderr, text } = await bringIn(
    'a.md',
    `# A\n\n## B\n\n${`${'Some words of it. '.repeat(100)}\n\n`.repeat(600)}`,
  );
  expect({ code, text }).toEqual({ code: 2, text: undefined });
  expect(stderr).toMatch(
    /^Unexpected file of \d\.\d\d MB, expected at most 1 MB\. Import the parts of the text one by one\.$/m,
  );
});

test('a fault of site.yaml is told, since nothing can be read beside it', async () => {
  const project = newProject();
  writeFileSync(join(project, 'policies/site.yaml'), 'name: Example\n');
  writeFileSync(join(project, 'a.md'), '# A\n\n## B\n\nText.\n');
  const { code, stdout } = await policybook([
    'import',
    join(project, 'a.md'),
    '--project',
    project,
    '--product',
    'kelp',
  ]);
  expect(code).toBe(1);
  expect(stdout).toContain('expected this key in site.yaml');
});

test('reads the company of a cookie from a column for platforms, and its policy from one for links', async () => {
  const table = [
    '# Cookies',
    '',
    '| name | description | platform | privacy_link | expiry |',
    '| --- | --- | --- | --- | --- |',
    '| li_gc | Keeps consent. | LinkedIn | [privacy](https://linkedin.example/privacy) | 6 months |',
    '| sid | Keeps a session. | Kelp | | session |',
  ];
  const { code, text, project } = await bringIn('a.md', table.join('\n'));
  expect(code).toBe(0);
  expect(text).toContain('purpose: Keeps consent., provider: linkedin, expires: 6 months');
  expect(text).toContain('provider: self');
  expect(readFileSync(join(project, 'policies/kelp/product.yaml'), 'utf8')).toContain(
    'policy: https://linkedin.example/privacy',
  );
});
