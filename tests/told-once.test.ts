import { expect, test } from 'vitest';
import { changesBetween } from '../src/compare/changes/changes.ts';
import { redline } from '../src/compare/redline/redline.ts';
import { around, compileTexts } from './compile-texts.ts';

// What stands in the facts and in the text is one change, and what ends by its place on a page ends in a sentence too.

function compiled(content: string, product = '') {
  const found = compileTexts({
    ...around,
    'shop/product.yaml': `name: Shop\n${product}`,
    'shop/terms.yaml': `kind: terms\ntitle: Terms\nsections:\n  - id: list\n    title: The companies\n    content:\n${content}`,
  }).compiled.get('shop/terms');
  if (!found) throw new Error('The text does not compile.');
  return found;
}

function told(before: string, after: string, product?: string): string[] {
  const [old, now] = [compiled(before, product), compiled(after, product)];
  return changesBetween(old.policy, now.policy, redline(old.page, now.page)).map(
    ({ sentence, level, direction }) => `${level} ${direction}: ${sentence}`,
  );
}

const vendors = 'vendors: { post: { name: Post, country: FR, does: delivers mail } }\n';
const table = (...rows: string[]) =>
  `      - table: { columns: [Company, What for, Where], rows: [["Bank", "takes money", "Spain"]${rows.map((row) => `, ${row}`).join('')}] }\n`;

test('a company that comes or goes in a table is told by its row, where that says all its facts do', () => {
  const row = '["{{ vendors.post.name }}", "{{ vendors.post.does }}", "Lyon, France"]';
  expect(told(table(), table(row), vendors)).toEqual([
    'material more: New in the section “The companies”: “Post · delivers mail · Lyon, France”.',
  ]);
  expect(told(table(row), table(), vendors)).toEqual([
    'review neutral: Gone from the section “The companies”: “Post · delivers mail · Lyon, France”.',
  ]);
});

test('a company whose row leaves out where it is is told by its facts too', () => {
  const row = '["{{ vendors.post.name }}", "{{ vendors.post.does }}", "its own servers"]';
  expect(told(table(), table(row), vendors)).toEqual([
    'material more: The policy now names Post, France, “delivers mail”.',
    'review neutral: New in the section “The companies”: “Post · delivers mail · its own servers”.',
  ]);
});

test('a term, a title and an item stand apart from what follows them', () => {
  const stays = '      - We sell boats to all who ask for one.\n';
  const more =
    '      - "Crew\\n: An account of a club."\n      - "- Oars\\n- Sails\\n"\n      - We rent boats.\n';
  expect(told(stays, stays + more)).toEqual([
    'material neutral: New in the section “The companies”: “Crew: An account of a club. Oars · Sails · We rent boats.”',
  ]);
});

test('what the same words go through in several places is told once, with how many', () => {
  const lines = (badge: string, year: string) =>
    `      - Kept since ${year}.\n${['Bows', 'Sterns', 'Masts'].map((part) => `      - ${part}\n${badge}`).join('')}`;
  const badge = '      - "[Ask the harbour](https://harbour.example/)"\n';
  expect(told(lines(badge, '1999'), lines('', '2001'))).toEqual([
    'review neutral: In the section “The companies”, the text now reads “Kept since 2001.” It was “Kept since 1999.”',
    'editorial neutral: Gone from the section “The companies”: “Ask the harbour”. The same in 2 more places.',
  ]);
});

test('what differs behind the end of a quotation is told of each place', () => {
  const long =
    'We sell boats to all who ask for one, and to those who ask for two of them, and to all the others as well, '.repeat(
      3,
    );
  const [some, more] = [`      - ${long}today.\n`, `      - ${long}always.\n`];
  expect(
    told(`      - Oars.\n${some}      - Sails.\n${more}`, '      - Oars.\n      - Sails.\n'),
  ).toHaveLength(2);
});

test('what changes in the source alone is told once of a section', () => {
  const list = (mark: string) =>
    ['Oars', 'Boats', 'Sails'].map((word) => `      - "We like ${mark}${word}${mark}."\n`).join('');
  expect(told(list('*'), list('_'))).toEqual([
    'editorial neutral: In the section “The companies”, only the source of the text changes; it reads the same.',
  ]);
});

test('a period that is counted from another event is one change, and goes in no direction', () => {
  const kept = (fields: string) => `      - Text.\nretention: { logs: { of: server logs, ${fields} } }\n`;
  expect(
    told(kept('period: 30 days, from: after you leave'), kept('period: 20 days, from: after you sign in')),
  ).toEqual([
    'review neutral: “server logs” is now kept for 20 days after you sign in. It was 30 days after you leave.',
  ]);
  expect(told(kept('criteria: as long as needed'), kept('period: 3 years, from: after you sign in'))).toEqual(
    [
      'material neutral: “server logs” is now kept for 3 years after you sign in. It was kept “as long as needed”.',
    ],
  );
  expect(
    told(kept('period: 30 days, from: after you leave'), kept('period: 30 days, from: after you sign in')),
  ).toEqual([
    'review neutral: “server logs”, the start of the period: now “after you sign in”. It was “after you leave”.',
  ]);
  expect(told(kept('period: 30 days'), kept('period: 20 days'))).toEqual([
    'review less: “server logs” is now kept for 20 days. It was 30 days.',
  ]);
});

test('a limit is one for each region', () => {
  const kept = (fields: string) =>
    `      - Text.\nretention: { logs: { of: server logs, period: { EU: 1 year, elsewhere: 3 years }${fields} } }\n`;
  expect(told(kept(', atMost: true'), kept(''))).toEqual([
    'material more: “server logs” is now kept for 1 year (EU); 3 years (elsewhere). It was up to 1 year (EU); up to 3 years (elsewhere).',
  ]);
});

test('another period is told with what is kept longer', () => {
  const kept = (period: string) =>
    `      - Text.\nretention: { logs: { of: server logs, ${period}, except: invoices } }\n`;
  expect(told(kept('period: 30 days'), kept('period: 20 days'))).toEqual([
    'review less: “server logs” is now kept for 20 days (except, as before: invoices). It was 30 days.',
  ]);
  expect(told(kept('criteria: as long as needed'), kept('period: 3 years'))).toEqual([
    'material neutral: “server logs” is now kept for 3 years (except: invoices). It was kept “as long as needed”.',
  ]);
});

test('what limits a period and came with it is told once, and no direction with it', () => {
  const kept = (fields: string) => `      - Text.\nretention: { logs: { of: server logs, ${fields} } }\n`;
  const long = kept('period: 13 months');
  expect(told(long, kept('period: 6 months, atMost: true, except: fraud'))).toEqual([
    'review neutral: “server logs” is now kept for up to 6 months (except: fraud). It was 13 months.',
  ]);
  expect(told(long, kept('period: 13 months, except: fraud'))).toEqual([
    'review neutral: “server logs”, the exception: now stated, “fraud”.',
  ]);
  expect(told(kept('period: 13 months, except: fraud'), kept('period: 6 months, except: tax'))).toEqual([
    'review neutral: “server logs”, the exception: now “tax”. It was “fraud”.',
    'review neutral: “server logs” is now kept for 6 months (except: tax). It was 13 months.',
  ]);
  const requests = (fields: string) => `      - Text.\nrequests: { onlineOnly: true${fields} }\n`;
  expect(told(requests(''), requests(', answerWithin: 1 month, extension: Hard cases.'))).toEqual([
    'review less: Requests are now answered within 1 month (an answer may come later: “Hard cases.”). No time was stated.',
  ]);
});

test('of two cookies of one name the change tells which', () => {
  const cookies = (fields: string) =>
    `      - Text.\ncategories: { base: { label: Base }, ads: { label: Ads } }\ncookies:\n  one: { name: sgid, category: base, domain: kelp.example }\n  two: { name: sgid, category: ads, domain: kelp.example, expires: ${fields} }\n  three: { name: own, category: ads, expires: ${fields} }\n`;
  expect(told(cookies('1 year'), cookies('2 years'))).toEqual([
    'material more: `own` is now kept for 2 years. It was 1 year.',
    'material more: `sgid` (Ads) is now kept for 2 years. It was 1 year.',
  ]);
  const places = (fields: string) =>
    cookies(fields).replace('base, domain', 'ads, domain').replace('kelp', 'reef');
  expect(told(places('1 year'), places('2 years'))[1]).toBe(
    'material more: `sgid` (`kelp.example`) is now kept for 2 years. It was 1 year.',
  );
});

test('a promise to some people, and an answer to a signal for some pages, are told with whom and what they are for', () => {
  const notice = (fields: string) => `      - Text.\nnotice: { for: all, to: owners of a boat, ${fields} }\n`;
  expect(told(notice('period: 30 days'), notice('period: 14 days'))).toEqual([
    'material more: Changes are now announced to “owners of a boat” 14 days before they bind. It was 30 days.',
  ]);
  const important = (period: string) => notice(`period: ${period}`).replace('all', 'material');
  expect(told(important('30 days'), notice('period: 30 days'))).toEqual([
    'review less: All changes are now announced to “owners of a boat”. It was only important ones.',
  ]);
  expect(told(important('30 days'), important('14 days'))).toEqual([
    'material more: Important changes are now announced to “owners of a boat” 14 days before they bind. It was 30 days.',
  ]);
  const signals = (fields: string) => `      - Text.\nsignals: { ${fields} }\n`;
  const gpc = 'gpc: { honoured: true, since: 2026-03-01, scope: the website alone }';
  expect(told(signals('dnt: ignored'), signals(`dnt: ignored, ${gpc}`))).toEqual([
    'review less: The answer to Global Privacy Control: now stated, “Honoured, since 1 March 2026”. Applies to: the website alone.',
  ]);
});

test('another time to answer in is told with what may make it later, another answer to a signal with its scope', () => {
  const facts = (days: string, is: boolean) =>
    `      - Text.\nrequests: { answerWithin: ${days}, extension: Hard cases take two months. }\nsignals: { gpc: { honoured: ${is}, scope: the website alone } }\n`;
  expect(told(facts('30 days', false), facts('20 days', true))).toEqual([
    'review less: Requests are now answered within 20 days (an answer may come later, as before: “Hard cases take two months.”). It was 30 days.',
    'review less: Global Privacy Control is now honoured (applies to: “the website alone”).',
  ]);
});

test('the address of a place that was named without one is no new place', () => {
  const consent = (fields: string) =>
    `      - Text.\nconsent: { manager: { label: Cookie settings${fields} } }\n`;
  expect(told(consent(''), consent(', url: "https://kelp.example/cookies"'))).toEqual([
    'review less: The place to change a choice, the web address: now stated, `https://kelp.example/cookies`.',
  ]);
});

test('a company that is new is told with where it processes data', () => {
  const shop = (...more: string[]) =>
    `vendors: { post: { name: Post }${more.map((one) => `, ${one}`).join('')} }\n`;
  const rows = '      - vendors: all\n';
  const [old, now] = [
    compiled(rows, shop()),
    compiled(rows, shop('mill: { name: Mill, places: [US, { words: the Alps }], does: mills }')),
  ];
  expect(changesBetween(old.policy, now.policy, redline(old.page, now.page))[0]?.sentence).toBe(
    'The policy now names &#77;ill, which processes data in the United States and the Alps, “mills”.',
  );
});

test('countries have their article, once', () => {
  const to = (...countries: string[]) =>
    compiled(`      - transfers: all\ntransfers: { out: { country: [${countries.join(', ')}] } }\n`);
  const [old, now] = [to('GB', 'KY'), to('CA', 'KY', 'US')];
  expect(changesBetween(old.policy, now.policy, redline(old.page, now.page))[0]?.sentence).toBe(
    'A transfer now goes to Canada, the Cayman Islands and the United States. It went to the United Kingdom and the Cayman Islands.',
  );
});

const lines = (...texts: string[]) => texts.map((text) => `      - ${JSON.stringify(text)}\n`).join('');
const others = ['We build boats of oak.', 'We repair sails by hand.', 'We teach crews to row.'];
const moved = 'You may keep the boat of a friend here for a summer.';

test('a text that moved with other words is told once, with both', () => {
  expect(told(lines(moved, ...others), lines(...others, moved.replace('summer', 'winter')))).toEqual([
    'review neutral: In the section “The companies”, the text now reads “You may keep the boat of a friend here for a winter.” It was “You may keep the boat of a friend here for a summer.” The text now stands somewhere else.',
  ]);
});

test('many texts of a section that stand somewhere else are told once', () => {
  const [a = '', b = '', c = '', d = ''] = [
    'Some oars are older than the harbour.',
    'Nobody sails alone in this weather, ever.',
    'Masts come from a forest behind our house.',
    'Hulls get new paint each year before May.',
  ];
  const [x = '', y = '', z = ''] = others;
  const [found] = told(lines(a, b, c, x, y, z, d), lines(x, c, y, b, z, a, d));
  expect(found).toMatch(
    /^editorial neutral: In the section “The companies”, 3 texts now stand somewhere else: “[^”]+”, “[^”]+”, “[^”]+”$/,
  );
});

test('a space at the end of an item, or a line between items, is nothing that readers see', () => {
  const rules = (before: string, after: string) => told(lines(before), lines(after));
  const source =
    'editorial neutral: In the section “The companies”, only the source of the text changes; it reads the same.';
  expect(rules('- Oars;\n- Sails.', '- Oars; \n- Sails.')).toEqual([source]);
  expect(rules('- **Oars**\n- Sails.', '- __Oars__ \n- Sails.')).toEqual([source]);
  expect(rules('- Oars;\n- Sails.', '- Oars;\n\n- Sails.')).toEqual([source]);
  expect(rules('**[Oars](https://a.example/)**', '[**Oars**](https://a.example/)')).toEqual([source]);
  expect(rules('- Oars;\n- Sails.', '- *Oars*;\n- Sails.')).toEqual([
    'editorial neutral: In the section “The companies”, the look of “Oars” changes.',
  ]);
});

test('a long address is told by its beginning, and by where it differs', () => {
  const link = (code: string) =>
    lines(`See [the film](https://boats.example/${'film/'.repeat(60)}?code=${code}&from=shop).`);
  const [found = ''] = told(link('1'), link('2'));
  const told160 = (code: string) =>
    new RegExp(`\`https://boats\\.example/(?:film/)+[film]*…[film/]+\\?code=${code}&from=shop\``);
  expect(found).toMatch(told160('2'));
  expect(found).toMatch(told160('1'));
  expect(found.length).toBeLessThan(500);
});

test('a sentence in which much differs is quoted by the places, of which not all have room', () => {
  const sentence = (what: string) =>
    lines(
      `You ${what} ${Array.from({ length: 40 }, (_, index) => `ask for the ${what} boat of the harbour number n${index}, and for its oars,`).join(' ')} or leave.`,
    );
  const [found = ''] = told(sentence('may'), sentence('must'));
  expect(found).toMatch(/now reads “You must .* …” It was “You may .* …”$/);
  expect(found.length).toBeLessThan(950);
});

test('a name that is only written in another way is told as that', () => {
  const tips = (tip: string) =>
    lines(
      `We keep no ${tip} of a crew.`,
      `Leave a ${tip} on the boat.`,
      `Each ${tip} is shared by all who row.`,
    );
  expect(told(tips('Tip'), tips('tip'))).toEqual([
    expect.stringMatching(
      /: “tip” now stands in the place of “Tip”, in 3 texts\. Only capital letters differ\.$/,
    ),
  ]);
});

test('with the number of an item, too, it is not said that capitals alone differ', () => {
  const item = (number: string, what: string) =>
    lines(`${number} If you cancel a ${what} at the harbour, we call you.`);
  expect(told(item('4.3', 'Boat Trip'), item('4.4', 'boat trip'))).toEqual([
    expect.stringMatching(/, the text now reads “4\\\.4 If you cancel a boat trip/),
  ]);
});

test('a line that ends where a space stood is marked, and told', () => {
  expect(told(lines('Shop Ltd, 1 Quay Street'), lines('Shop Ltd,  \n1 Quay Street'))).toEqual([
    'editorial neutral: In the section “The companies”, the look of some words changes.',
  ]);
});

test('a letter before a full stop keeps what escapes it', () => {
  expect(told(lines('b. We sell boats to all.'), lines('b. We sell boats to some.'))).toEqual([
    'material neutral: In the section “The companies”, the text now reads “&#98;. We sell boats to some.” It was “&#98;. We sell boats to all.”',
  ]);
});

test('a text that repeats the title of its section is told with that', () => {
  const titled = (title: string) =>
    compileTexts({
      ...around,
      'shop/terms.yaml': `kind: terms\ntitle: Terms\nsections:\n  - { id: list, title: ${title}, content: [${title}, We sell boats.] }\n`,
    }).compiled.get('shop/terms');
  const [old, now] = [titled('Boats of oak'), titled('Boats of pine')];
  if (!old || !now) throw new Error('The text does not compile.');
  const found = changesBetween(old.policy, now.policy, redline(old.page, now.page));
  expect(found.map(({ sentence }) => sentence)).toEqual([
    'The section “Boats of oak” is now called “Boats of pine”.',
  ]);
});

test('a text that became the title of its section is told with that', () => {
  const sections = (...all: [string, string, string[]][]) =>
    compileTexts({
      ...around,
      'shop/terms.yaml': JSON.stringify({
        kind: 'terms',
        title: 'Terms',
        sections: all.map(([id, title, content]) => ({ id, title, content })),
      }),
    }).compiled.get('shop/terms');
  const title = 'We give you tools to stay informed';
  const [old, now] = [
    sections(['a', 'Overview', ['We build boats.', `**${title}**`]], ['b', 'Principles', [moved]]),
    sections(['a', 'Overview', ['We build boats.']], ['b', title, [moved]]),
  ];
  if (!old || !now) throw new Error('The text does not compile.');
  const found = changesBetween(old.policy, now.policy, redline(old.page, now.page));
  expect(found.map(({ sentence }) => sentence)).toEqual([
    `The section “Principles” is now called “${title}”.`,
  ]);
});

test('two links of a text to one address are not one link', () => {
  const text = (terms: string, rules: string) =>
    lines(`You keep to ${terms}, and to ${rules} as well, whenever you row with us.`);
  const link = (words: string) => `[${words}](https://boats.example/terms)`;
  const sentences = told(text('our terms', 'our rules'), text(link('our terms'), link('our rules')));
  expect(sentences.map((sentence) => /“(our [^”]+)” is now a link/.exec(sentence)?.[1])).toEqual([
    'our terms',
    'our rules',
  ]);
});

test('a mark that is the link now is not quoted as words', () => {
  const [found = ''] = told(
    lines('See [our rules](https://boats.example/), always.'),
    lines('See our rules[,](https://boats.example/) always.'),
  );
  expect(found).toMatch(/, other words are now the link to `https:\/\/boats\.example\/`\.$/);
});
