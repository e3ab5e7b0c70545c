import { expect, test } from 'vitest';
import { type Change, changesBetween, inPlainText } from '../src/compare/changes/changes.ts';
import { redline } from '../src/compare/redline/redline.ts';
import { around, compileTexts } from './compile-texts.ts';

// What is told of facts: nothing that is false, no condition dropped, nothing twice, and nothing silent.

type Facts = Record<string, unknown>;

const marks = { more: '▼', less: '▲', neutral: '·' };

const product = {
  name: 'Shop',
  domains: ['shop.example'],
  contacts: { desk: { label: 'Desk', email: 'desk@shop.example' } },
  vendors: {
    host: { name: 'Harbourstack', country: 'US', does: 'keeps our servers' },
    mail: { name: 'Postkutsche' },
    tally: { name: 'Quiet Tally' },
  },
};

/** Facts of a policy that says nothing but them; `product` is what they change of its product. */
function compiledOf({ product: more, texts = [], blocks, ...facts }: Facts) {
  const content = [...((blocks ?? Object.keys(facts).map((name) => ({ [name]: 'all' }))) as object[])];
  const { compiled, problems } = compileTexts({
    ...around,
    'shop/product.yaml': JSON.stringify({ ...product, ...Object(more) }),
    'shop/privacy.yaml': JSON.stringify({
      kind: 'privacy-policy',
      title: 'Privacy',
      ...facts,
      sections: [
        { title: 'Our facts', content: [...content.filter(isShown), ...(texts as string[]), 'End.'] },
      ],
    }),
  });
  const policy = compiled.get('shop/privacy');
  if (!policy) throw new Error(problems.map(({ message }) => message).join(' '));
  return policy;
}

const isShown = (block: object) => !['notice', 'controller'].some((name) => name in block);

function changesOf(before: Facts, after: Facts): Change[] {
  const [old, now] = [compiledOf(before), compiledOf(after)];
  return changesBetween(old.policy, now.policy, redline(old.page, now.page)).map(inPlainText);
}

function told(before: Facts, after: Facts): string[] {
  return changesOf(before, after).map(
    ({ level, direction, sentence }) => `${level} ${marks[direction]} ${sentence}`,
  );
}

test('a text whose id alone is another is the same text', () => {
  const measures = { access: 'Two people can read the database.' };
  const renamed = { database: measures.access };
  expect(told({ security: { measures } }, { security: { measures: renamed } })).toEqual([
    'editorial · Links to #security-access no longer lead to “Two people can read the database.”',
  ]);
  expect(told({ ai: { uses: measures } }, { ai: { uses: renamed } })).toEqual([]);
});

test('texts in another order are told by what they are of', () => {
  const uses = { sum: 'To summarise.', tag: 'To tag.' };
  expect(told({ ai: { uses } }, { ai: { uses: { tag: uses.tag, sum: uses.sum } } })).toEqual([
    'editorial · The use of AI models: the order is now another.',
  ]);
});

test.each<[what: string, facts: Facts, came: string[], went: string[]]>([
  [
    'children',
    { children: { age: 13, publicByChild: false, parents: { delete: 'A parent can have it deleted.' } } },
    [
      'review · Children, the age: now stated, 13.',
      'review · Children, whether a child can make data public: now stated, “A child cannot make data public”.',
      'review ▲ The policy now names a choice of parents or children: “A parent can have it deleted.”',
    ],
    [
      'material ▼ Children, whether a child can make data public: no longer stated. It was “A child cannot make data public”.',
      'material ▼ The policy no longer names this choice of parents or children: “A parent can have it deleted.”',
      'review · Children, the age: no longer stated. It was 13.',
    ],
  ],
  [
    'regional ages',
    { children: { age: { EEA: 16, elsewhere: 13 } } },
    ['review · Children, the ages by region: now stated, 16 (EEA) and 13 (elsewhere).'],
    ['review · Children, the ages by region: no longer stated. It was 16 (EEA) and 13 (elsewhere).'],
  ],
  [
    'security',
    { security: { measures: { crypt: 'Connections are encrypted.' } } },
    ['review ▲ The policy now names this security measure: “Connections are encrypted.”'],
    ['material ▼ The policy no longer names this security measure: “Connections are encrypted.”'],
  ],
  [
    'a sale',
    { sale: { sells: true } },
    [
      'material ▼ Selling and sharing personal data, whether data is sold: now stated, “Personal data is sold.”',
    ],
    [
      'review · Selling and sharing personal data, whether data is sold: no longer stated. It was “Personal data is sold.”',
    ],
  ],
  [
    'signals',
    { signals: { dnt: 'honoured' } },
    ['review ▲ The answer to Do Not Track: now stated, “Honoured”.'],
    ['material ▼ The answer to Do Not Track: no longer stated. It was “Honoured”.'],
  ],
  [
    'the place of a choice',
    { consent: { rejectAll: 'same-layer' } },
    [
      'review ▲ How consent is given and changed, refusing everything: now stated, “Where you can accept everything”.',
    ],
    [
      'material ▼ How consent is given and changed, refusing everything: no longer stated. It was “Where you can accept everything”.',
    ],
  ],
])('%s that came or went are told by what was said', (_, facts, came, went) => {
  expect(told({}, facts)).toEqual(came);
  expect(told(facts, {})).toEqual(went);
});

test('what AI models do now that were said not to be used is told with all that is said of them', () => {
  expect(told({ ai: 'none' }, { ai: { uses: { sum: 'To summarise.' }, training: true } })).toEqual([
    'material ▼ AI models are now used: “To summarise.”',
    'material ▼ The use of AI models, whether data trains models: now stated, “Data is used to train models”.',
  ]);
});

test.each<[what: string, before: Facts, after: Facts, sentences: string[]]>([
  [
    'a notice to some people',
    { notice: { period: '14 days', for: 'material', to: 'paying customers' } },
    { notice: { period: '10 business days', for: 'material', to: 'paying customers' } },
    [
      'review · Important changes are now announced to “paying customers” 10 business days before they bind. It was 14 days.',
    ],
  ],
  [
    'an answer that may come later',
    { requests: { answerWithin: '30 days', extension: 'Twice that if it is difficult.' } },
    { requests: { answerWithin: 'about 30 days', extension: 'Twice that if it is difficult.' } },
    [
      'material · Requests are now answered within about 30 days (an answer may come later, as before: “Twice that if it is difficult.”). It was 30 days.',
    ],
  ],
  [
    'a right of some regions',
    { rights: { object: { text: 'You can object.', where: 'EEA and UK' } } },
    { rights: { object: { text: 'You can say no.', where: 'EEA and UK' } } },
    ['material · A right (EEA and UK) now reads “You can say no.” It read “You can object.”'],
  ],
  [
    'data that is collected sometimes',
    { data: 'none' },
    { data: { place: { label: 'Place', examples: ['city'], description: 'Only if you allow it.' } } },
    [
      'material ▼ The policy no longer says: No personal data is collected. The policy now lists “Place” among the data collected: “city”; “Only if you allow it.”',
    ],
  ],
  [
    'recipients to whom data is sold',
    {},
    { recipients: { ads: { label: 'Advertisers', vendors: ['tally'], text: 'In California.', sold: true } } },
    [
      'material ▼ The policy now lists “Advertisers” among those who receive data: Quiet Tally; “In California.”; whether data is sold to them or shared for advertising across sites: yes.',
    ],
  ],
  [
    'a transfer that depends',
    {},
    { transfers: { ca: { country: 'CA', text: 'If you write at night.', mechanism: 'adequacy' } } },
    [
      'material ▼ The policy now names this transfer abroad: Canada, “If you write at night.”, the safeguard: “Adequacy decision”.',
    ],
  ],
  [
    'a transfer to one more country',
    { transfers: { ca: { country: 'CA', text: 'If you write at night.' } } },
    { transfers: { ca: { country: ['CA', 'US'], text: 'If you write at night.' } } },
    [
      'material ▼ The transfer “If you write at night.” now goes to Canada and the United States. It went to Canada.',
    ],
  ],
  [
    'a signal that is honoured somewhere',
    { signals: { gpc: { honoured: false } } },
    { signals: { gpc: { honoured: true, scope: 'In California.' } } },
    ['review ▲ Global Privacy Control is now honoured (applies to: “In California.”).'],
  ],
  [
    'an answer that comes sooner, unless it is difficult',
    { requests: { answerWithin: '30 days' } },
    { requests: { answerWithin: '10 days', extension: 'Twice that if it is difficult.' } },
    [
      'material · Requests are now answered within 10 days (an answer may come later: “Twice that if it is difficult.”). It was 30 days.',
    ],
  ],
  [
    'an answer that came later in some cases',
    { requests: { answerWithin: '30 days', extension: 'Twice that if it is difficult.' } },
    { requests: { answerWithin: '45 days' } },
    [
      'material · Requests are now answered within 45 days. It was 30 days (an answer could come later: “Twice that if it is difficult.”).',
    ],
  ],
  [
    'a category',
    {},
    { categories: { count: { label: 'Counting', consent: 'required' } } },
    ['review · The category “Counting” is new: “Only with your consent”.'],
  ],
  [
    'what is kept no longer',
    { retention: { logs: { of: 'Logs', period: '30 days', except: 'logs of attacks' } } },
    {},
    [
      'material ▼ The policy no longer says how long this is kept: “Logs”. It was 30 days. Except: logs of attacks.',
    ],
  ],
  [
    'what is stored for a purpose',
    {},
    {
      categories: { count: { label: 'Counting' } },
      cookies: {
        visit: {
          name: 'visit',
          type: 'local-storage',
          category: 'count',
          expires: 'until deleted',
          dataRetention: '26 months',
          purpose: 'Counts visits, if you agree.',
        },
      },
    },
    [
      'material ▼ visit is new: Local storage, in “Counting”, kept until you delete it, its data kept for 26 months; “Counts visits, if you agree.”',
      'review · The category “Counting” is new.',
    ],
  ],
  [
    'a cookie of several companies',
    {},
    { cookies: { visit: { name: 'visit', provider: ['tally', 'mail'] } } },
    [
      'material ▼ visit is new: set by Quiet Tally and Postkutsche.',
      'material ▼ The policy now names Postkutsche.',
      'material ▼ The policy now names Quiet Tally.',
    ],
  ],
])('%s: what limits it is told with it', (_, before, after, sentences) => {
  expect(told(before, after)).toEqual(sentences);
});

test('data of a special category that is no longer collected is not said to be collected', () => {
  const data = { health: { label: 'Health', special: true }, name: { label: 'Name' } };
  expect(told({ data }, { data: { name: data.name } })).toEqual([
    'review · The policy no longer lists “Health”, data of a special category, among the data collected.',
  ]);
  expect(told({ data }, { data: { ...data, health: { label: 'Health' } } })).toEqual([
    'review · The policy no longer lists “Health” as data of a special category.',
  ]);
});

test('a transfer that goes elsewhere is told with what is so of the country it goes to now', () => {
  const transfer = (country: string, more: object) => ({ transfers: { it: { country, ...more } } });
  expect(told(transfer('IN', { vendors: ['host'] }), transfer('US', { vendors: ['mail'] }))).toEqual([
    'material · A transfer now goes to the United States. It went to India.',
    'material ▼ United States: the policy now names Postkutsche as receiving data there.',
    'review · India: the policy no longer names Harbourstack as receiving data there.',
  ]);
  const safe = { vendors: ['host'], mechanism: 'standard-clauses' };
  expect(told(transfer('US', safe), transfer('CA', { ...safe, mechanism: 'adequacy' }))).toEqual([
    'material · The transfer to Harbourstack now goes to Canada. It went to the United States.',
    'material · Canada, the safeguard: now “Adequacy decision”. It was “Standard contractual clauses”.',
  ]);
});

test.each<[what: string, before: Facts, after: Facts, sentences: string[]]>([
  [
    'a signal',
    { signals: { gpc: { honoured: true }, text: 'A signal counts for its browser.' } },
    { signals: { text: 'A signal counts for its browser.' } },
    ['material ▼ The answer to Global Privacy Control: no longer stated. It was “Honoured”.'],
  ],
  [
    'the period of a notice',
    { notice: { period: '30 days', text: 'We announce it by e-mail.' } },
    { notice: { text: 'We announce it by e-mail.' } },
    ['material ▼ How long before they bind changes are announced is no longer stated. It was 30 days.'],
  ],
  [
    'another period of a notice',
    { notice: { period: '30 days', text: 'We announce it 14 days ahead.' } },
    { notice: { text: 'We announce it 14 days ahead.' } },
    ['material ▼ How long before they bind changes are announced is no longer stated. It was 30 days.'],
  ],
  [
    'that nothing is sold',
    { sale: { sells: false, text: 'We give nothing to advertisers.' } },
    { sale: { text: 'We give nothing to advertisers.' } },
    [
      'material ▼ Selling and sharing personal data, whether data is sold: no longer stated. The answer was no.',
    ],
  ],
])('what no text says is withdrawn with its field, whatever else stands there: %s', (_, before, after, sentences) => {
  expect(told(before, after)).toEqual(sentences);
});

test('another company under the same id is another company, and one under another name is not', () => {
  const named = (tally: object) => ({
    product: { vendors: { ...product.vendors, tally } },
    recipients: { all: { label: 'All', vendors: ['tally'] } },
  });
  const old = { name: 'PageMetrics', country: 'DE' };
  expect(told(named(old), named({ name: 'Counto', country: 'US' }))).toEqual([
    'material ▼ The policy now names Counto, United States.',
    'review · The policy no longer names PageMetrics.',
  ]);
  expect(told(named(old), named({ name: 'PageMetrics Europe', country: 'US' }))).toEqual([
    'material · PageMetrics Europe is now in the United States. It was in Germany.',
    'review · PageMetrics, the name: now PageMetrics Europe. It was PageMetrics.',
  ]);
});

test('a kind of data and a category with another id and label are the same under that label', () => {
  const data = (id: string, label: string) => ({ data: { [id]: { label, examples: ['amount', 'payee'] } } });
  const renamed = told(data('payments', 'Payments'), data('transfers', 'Transfers'));
  expect(renamed.filter((line) => !line.startsWith('editorial'))).toEqual([
    'review · “Payments”, the name: now “Transfers”. It was “Payments”.',
  ]);
  const bare = (id: string, label: string) => ({ data: { [id]: { label, source: 'given' } } });
  expect(told(bare('names', 'Names'), bare('faces', 'Faces'))).toEqual([
    'material ▼ The policy now lists “Faces” among the data collected.',
    'review · The policy no longer lists “Names” among the data collected.',
  ]);
});

test('no direction is told of what nobody can order', () => {
  const kept = (more: object) => ({ retention: { mail: { of: 'Letters', ...more } } });
  expect(told({ children: { age: 13 } }, { children: { age: { US: 14, DK: 15 } } })).toEqual([
    'review · Children, the ages by region: now 14 (US) and 15 (DK). It was 13.',
  ]);
  expect(told(kept({ period: '5 years', atMost: true }), kept({ period: '3 years' }))).toEqual([
    'review · “Letters” is now kept for 3 years. It was up to 5 years.',
  ]);
  expect(told(kept({ period: '3 years' }), kept({ period: '5 years', atMost: true }))).toEqual([
    'review · “Letters” is now kept for up to 5 years. It was 3 years.',
  ]);
});

test('what has no name is called by what is said of it, and never by its id', () => {
  const ids = { abc: { mechanism: 'adequacy' } };
  expect(told({ transfers: ids }, { transfers: { abc: { ...ids.abc, country: 'FI' } } })).toEqual([
    'material · “Adequacy decision”, the country: now stated, Finland.',
  ]);
  expect(told({ recipients: { abc: { sold: false } } }, { recipients: { abc: { sold: true } } })).toEqual([
    'material ▼ Who receives data, whether data is sold to them or shared for advertising across sites: now yes. It was no.',
  ]);
});

test.each<[what: string, before: Facts, after: Facts, sentences: string[]]>([
  [
    'words that stay',
    { sale: { sells: false, text: 'We sell in California alone.' } },
    { sale: { sells: true, text: 'We sell in California alone.' } },
    ['material ▼ Personal data is now sold. The policy says of it: “We sell in California alone.”'],
  ],
  [
    'words that came',
    { sale: { sells: false } },
    { sale: { sells: true, text: 'We sell in California alone.' } },
    ['material ▼ Personal data is now sold. The policy says of it: “We sell in California alone.”'],
  ],
  [
    'other words',
    { sale: { sells: false, text: 'Nothing is sold.' } },
    { sale: { sells: true, text: 'Data from California is sold.' } },
    [
      'material ▼ Personal data is now sold.',
      'material · Selling and sharing personal data, the text: now “Data from California is sold.” It was “Nothing is sold.”',
    ],
  ],
  [
    'a flag that no reader saw',
    { sale: { sells: false, text: 'Nothing is sold.' } },
    { sale: { text: 'Nothing is sold.' } },
    [
      'review · Selling and sharing personal data, whether data is sold: no longer stated by itself. The answer was no. The policy says of it: “Nothing is sold.”',
    ],
  ],
  [
    '`none` in the place of flags',
    { sale: { sells: false, targetedAds: false, text: 'Nothing is sold.' } },
    { sale: 'none' },
    [
      'review · Selling and sharing personal data, whether data is shared for advertising across sites: now stated, “Personal data is neither sold nor shared for advertising across sites.”',
      'review · Selling and sharing personal data, whether data is used for targeted advertising: no longer stated. The answer was no.',
      'review · Selling and sharing personal data: the policy no longer says “Nothing is sold.”',
    ],
  ],
  [
    'words in the place of `none`',
    { sale: 'none' },
    { sale: { text: 'We are careful.' } },
    [
      'material · In the place of “Personal data is neither sold nor shared for advertising across sites.” the policy now says of it: “We are careful.”',
    ],
  ],
  [
    'flags that say what `none` says',
    { sale: 'none' },
    { sale: { sells: false, shares: false } },
    [
      'editorial · Selling and sharing personal data: now “Personal data is not sold. Personal data is not shared for advertising across sites.” It was “Personal data is neither sold nor shared for advertising across sites.”',
    ],
  ],
  [
    'half of `none`',
    { sale: 'none' },
    { sale: { sells: false } },
    [
      'material ▼ Selling and sharing personal data, whether data is shared for advertising across sites: no longer stated. It was “Personal data is neither sold nor shared for advertising across sites.”',
    ],
  ],
])('a sale is told with what is said of it: %s', (_, before, after, sentences) => {
  expect(told(before, after)).toEqual(sentences);
});

test.each<[what: string, of: string, stated: Facts, less: Facts]>([
  ['that models wait', 'ai', { uses: { a: 'One.' }, trigger: 'on-request' }, { uses: { a: 'One.' } }],
  ['where to refuse', 'consent', { rejectAll: 'other-layer', keptFor: '1 day' }, { keptFor: '1 day' }],
  ['the promise in words', 'notice', { for: 'all', text: 'We write first.' }, { for: 'all' }],
  [
    'who may ask for others',
    'requests',
    { onlineOnly: true, agent: 'Send us a letter.' },
    { onlineOnly: true },
  ],
  ['how to opt out', 'sale', { optOut: { label: 'Out', methods: ['link'] } }, { optOut: { label: 'Out' } }],
  ['what decides', 'retention', { a: { of: 'It', criteria: 'as needed' } }, { a: { of: 'It' } }],
  ['how to get a copy', 'transfers', { a: { country: 'FI', copy: 'Write.' } }, { a: { country: 'FI' } }],
  ['when it is set', 'cookies', { a: { name: 'a', trigger: 'consent' } }, { a: { name: 'a' } }],
  ['to whom it is sent', 'cookies', { a: { name: 'a', sameSite: 'lax' } }, { a: { name: 'a' } }],
])('a promise that is not stated any more is withdrawn: %s', (_, of, stated, less) => {
  const weights = (some: readonly Change[]) => some.map(({ level, direction }) => [level, direction]);
  expect(weights(changesOf({ [of]: stated }, { [of]: less }))).toEqual([['material', 'more']]);
  const [back, ...more] = changesOf({ [of]: less }, { [of]: stated });
  expect([back?.direction, more]).toEqual(['less', []]);
});

test.each<[what: string, before: Facts, after: Facts, sentences: string[]]>([
  [
    'who sets it, in another order',
    { provider: ['tally', 'mail'] },
    { provider: ['mail', 'tally'] },
    ['editorial · visit, who sets it: the order is now another.'],
  ],
  [
    'where it lives, in another order',
    { domain: ['shop.example', 'x.example'] },
    { domain: ['x.example', 'shop.example'] },
    ['editorial · visit, the domain: the order is now another.'],
  ],
  [
    'a domain less, from which the party follows',
    { domain: ['shop.example', 'x.example'] },
    { domain: 'shop.example' },
    ['review · visit now lives on shop.example. It lived on shop.example and x.example.'],
  ],
  [
    'another company and its domain',
    { provider: 'self', domain: 'shop.example' },
    { provider: 'mail', domain: 'x.example' },
    [
      'material ▼ visit is now third-party: Postkutsche, x.example. It was first-party.',
      'material ▼ The policy now names Postkutsche.',
    ],
  ],
])('a cookie: %s', (_, before, after, sentences) => {
  const cookies = (fields: Facts) => ({ cookies: { visit: { name: 'visit', ...fields } } });
  expect(told(cookies(before), cookies(after))).toEqual(sentences);
});

test('of a company that decides together with another, what changed is told', () => {
  const nordic = { name: 'Nordic AB', address: 'Kaj 4, Lund, Sweden', country: 'SE', registration: '556' };
  const joint = (...others: Facts[]) => ({
    product: { controller: { name: 'Shop Ltd', ...(others.length > 0 && { with: others }) } },
  });
  expect(told(joint(nordic), joint({ ...nordic, address: 'Kaj 5, Lund, Sweden' }))).toEqual([
    'review · Nordic AB, the address: now Kaj 5, Lund, Sweden. It was Kaj 4, Lund, Sweden.',
  ]);
  expect(told(joint(nordic), joint(nordic, { name: 'Suomi Oy', country: 'FI' }))).toEqual([
    'material · The company responsible, who decides together with it: now also names Suomi Oy, Finland.',
  ]);
  expect(told(joint(nordic), joint())).toEqual([
    'material · The company responsible, who decides together with it: no longer stated. It was Nordic AB, Kaj 4, Lund, Sweden, Registration: 556.',
  ]);
});

test('who answers is not the name of a contact', () => {
  const desk = (more: Facts) => ({
    product: { contacts: { desk: { label: 'Desk', ...more } } },
    blocks: [{ contact: 'desk' }],
  });
  expect(told(desk({ name: 'Ann' }), desk({ name: 'Bea' }))).toEqual([
    'review · “Desk”, who answers: now Bea. It was Ann.',
  ]);
});

test('a company that comes with those who receive data is told once', () => {
  const recipients = { keep: { vendors: ['host'] } };
  expect(told({ recipients: 'none' }, { recipients })).toEqual([
    'material ▼ The policy no longer says: Personal data is given to nobody else. The policy now lists Harbourstack (United States, “keeps our servers”) among those who receive data.',
  ]);
  expect(told({ recipients }, {})).toEqual([
    'review · The policy no longer lists Harbourstack among those who receive data.',
  ]);
});

test.each<[what: string, before: Facts, after: Facts, sentence: string]>([
  [
    'a later day',
    { period: 'until 2027-03-31' },
    { period: 'until 2028-03-31' },
    'material ▼ “Logs” is now kept until 31 March 2028. It was until 31 March 2027.',
  ],
  [
    'an earlier day',
    { period: 'until 2027-03-31' },
    { period: 'until 2027-01-31' },
    'review ▲ “Logs” is now kept until 31 January 2027. It was until 31 March 2027.',
  ],
  [
    'a day that is a limit',
    { period: '30 days' },
    { period: 'until 2027-03-31', atMost: true },
    'review · “Logs” is now kept until 31 March 2027 at the latest. It was 30 days.',
  ],
  [
    'the same in another unit, as a limit',
    { period: '12 months' },
    { period: '1 year', atMost: true },
    'review ▲ “Logs” is now kept for up to 1 year. It was 12 months.',
  ],
  [
    'about a period, at most',
    { period: '2 years' },
    { period: 'about 30 days', atMost: true },
    'review ▲ “Logs” is now kept for up to about 30 days. It was 2 years.',
  ],
  [
    'the same in another unit',
    { period: '12 months' },
    { period: '1 year' },
    'editorial · “Logs” is now kept for 1 year. It was 12 months.',
  ],
])('how long something is kept: %s', (_, before, after, sentence) => {
  const retention = (fields: Facts) => ({ retention: { logs: { of: 'Logs', ...fields } } });
  expect(told(retention(before), retention(after))).toEqual([sentence]);
});

test.each<[what: string, before: Facts, after: Facts, sentences: string[]]>([
  [
    'a period that goes with its quotation',
    {
      retention: { a: { of: 'Backups', period: '12 months' } },
      texts: ['We keep backups for {{ retention.a.period }}, then no more.'],
    },
    { retention: { a: { of: 'Backups' } }, texts: ['We keep backups, then no more.'] },
    ['material ▼ The period for which “Backups” is kept is no longer stated. It was 12 months.'],
  ],
  [
    'a promise that goes with its words',
    { notice: { for: 'all', text: 'We write to you first.' }, texts: ['{{ notice.text }}'] },
    {},
    [
      'material ▼ The policy no longer says how changes are announced (the scope: all changes; the text: “We write to you first.”).',
    ],
  ],
  [
    'clauses that changed places',
    { texts: ['(a) We collect your name;\n(b) We sell nothing to anyone.'] },
    { texts: ['(a) We sell nothing to anyone;\n(b) We collect your name.'] },
    ['editorial · In the section “Our facts”, a text now stands somewhere else: “(b) We collect your name.”'],
  ],
  [
    'clauses that were rotated',
    { texts: ['(a) one of the first;\n(b) two of the second;\n(c) three of the third.'] },
    { texts: ['(a) two of the second;\n(b) three of the third;\n(c) one of the first.'] },
    ['editorial · In the section “Our facts”, a text now stands somewhere else: “(c) one of the first.”'],
  ],
])('is told once: %s', (_, before, after, sentences) => {
  expect(told(before, after)).toEqual(sentences);
});

test('a promise that came or went as a whole is told with all that it says', () => {
  const requests = {
    channels: ['desk'],
    answerWithin: '30 days',
    extension: 'Twice that if it is difficult.',
    complaints: { channel: 'desk', acknowledgeWithin: '7 days' },
  };
  const said =
    'how requests are made and answered (the channels: “Desk”; the time for an answer: 30 days; what may make an answer later: “Twice that if it is difficult.”; complaints: “Desk” (within 7 days)).';
  expect(told({}, { requests })).toEqual([`review ▲ The policy now says ${said}`]);
  expect(told({ requests }, {})).toEqual([`material ▼ The policy no longer says ${said}`]);
});

test.each<[what: string, before: Facts, after: Facts, sentences: string[]]>([
  [
    'a way to opt out',
    { sale: { sells: true } },
    { sale: { sells: true, optOut: { label: 'Out', methods: ['link', 'phone'] } } },
    ['review ▲ For opting out of sale and sharing, the policy now names “Out” (a link and telephone).'],
  ],
  [
    'a place to choose',
    { consent: { keptFor: '1 day' } },
    { consent: { keptFor: '1 day', manager: { label: 'Choices', text: 'At the foot.' } } },
    ['review ▲ The policy now names a place to change a choice: “Choices” (“At the foot.”).'],
  ],
  [
    'a purpose of some people',
    { audiences: { kids: { label: 'Children' } }, purposes: { a: { text: 'To play.' } } },
    {
      audiences: { kids: { label: 'Children' } },
      purposes: {
        a: { text: 'To play.' },
        b: { text: 'To learn.', audience: 'kids', choice: 'Ask a parent.' },
      },
    },
    [
      'material ▼ The policy now names this purpose: “To learn.”, the people concerned: “Children”, what people can decide: “Ask a parent.”',
    ],
  ],
])('%s that came is told with what limits it', (_, before, after, sentences) => {
  expect(told(before, after)).toEqual(sentences);
});

test('a known right under another id is the same right', () => {
  const words = 'You can complain to an authority.';
  const byId = { rights: { complain: words } };
  const byField = { rights: { lodge: { right: 'complain', text: words } } };
  const anchor = (went: string) => [
    `editorial · Links to #rights-${went} no longer lead to “You can complain to an authority.”`,
  ];
  expect(told(byId, byField)).toEqual(anchor('complain'));
  expect(told(byField, byId)).toEqual(anchor('lodge'));
});

test.each<[what: string, before: Facts, after: Facts, sentence: string]>([
  [
    'longer, and an exception',
    { period: '14 months' },
    { period: '26 months', except: 'invoices' },
    'material ▼ “Logs” is now kept for 26 months (except: invoices). It was 14 months.',
  ],
  [
    'shorter, and an exception',
    { period: '26 months' },
    { period: '14 months', except: 'invoices' },
    'review · “Logs” is now kept for 14 months (except: invoices). It was 26 months.',
  ],
])('how long something is kept, and what is kept longer: %s', (_, before, after, sentence) => {
  const retention = (fields: Facts) => ({ retention: { logs: { of: 'Logs', ...fields } } });
  expect(told(retention(before), retention(after))[0]).toEqual(sentence);
});

test('a transfer that goes elsewhere is told apart from the others', () => {
  const others = { other: { country: 'JP' } };
  const of = (country: unknown, more: Facts = {}) => ({ transfers: { a: { country, ...more }, ...others } });
  const text = `For support, ${'by night and by day, '.repeat(6)}but only if you write first.`;
  expect(told(of('US', { text }), of('CA', { text }))).toEqual([
    `material · The transfer “${text}” now goes to Canada. It went to the United States.`,
  ]);
  const host = { vendors: ['host'] };
  expect(told(of('US', host), of(['US', 'CA'], host))).toEqual([
    'material ▼ The transfer to Harbourstack now goes to the United States and Canada. It went to the United States.',
  ]);
  expect(told(of('US'), of('CA'))).toEqual([
    'material · A transfer now goes to Canada. It went to the United States.',
  ]);
});

test.each<[what: string, before: Facts, after: Facts, sentences: string[]]>([
  [
    'for the first time, with less time',
    { answerWithin: '30 days' },
    { answerWithin: '20 days', extension: 'Up to 60 days.' },
    [
      'right-request-changed · Requests are now answered within 20 days (an answer may come later: “Up to 60 days.”). It was 30 days.',
    ],
  ],
  [
    'with another one, and more time',
    { answerWithin: '30 days', extension: 'Twice that.' },
    { answerWithin: '45 days', extension: 'Once more.' },
    [
      'right-request-changed · Requests are now answered within 45 days (an answer may come later: “Once more.”). It was 30 days (an answer could come later: “Twice that.”).',
    ],
  ],
  [
    'with the same time in another unit',
    { answerWithin: '12 months' },
    { answerWithin: '1 year', extension: 'Once more.' },
    [
      'right-request-changed · Requests are now answered within 1 year (an answer may come later: “Once more.”). It was 12 months.',
    ],
  ],
])('what may make an answer later is told once with its time: %s', (_, before, after, sentences) => {
  const changes = changesOf({ requests: before }, { requests: after });
  expect(changes.map(({ level }) => level)).toEqual(sentences.map(() => 'material'));
  expect(changes.map(({ rule, direction, sentence }) => `${rule} ${marks[direction]} ${sentence}`)).toEqual(
    sentences,
  );
});

test.each<[what: string, before: Facts, after: Facts, sentences: string[]]>([
  [
    'that data is not shared',
    { sale: { shares: false } },
    { sale: { text: 'We do not share it.' } },
    [
      'review · Selling and sharing personal data, whether data is shared for advertising across sites: no longer stated by itself. It was “Personal data is not shared for advertising across sites.” The policy says of it: “We do not share it.”',
    ],
  ],
  [
    'the answer to a signal',
    { signals: { gpc: { honoured: true }, text: 'We honour it.' } },
    { signals: { text: 'We honour it.' } },
    [
      'review · The answer to Global Privacy Control: no longer stated by itself. It was “Honoured”. The policy says of it: “We honour it.”',
    ],
  ],
  [
    'the period of a notice',
    { notice: { for: 'all', period: '30 days', text: 'We write to you.' } },
    { notice: { for: 'all', text: 'We write to you 30 days ahead.' } },
    [
      'material · How changes are announced, the text: now “We write to you 30 days ahead.” It was “We write to you.”',
      'review · How changes are announced, the period: no longer stated by itself. It was 30 days. The policy says of it: “We write to you 30 days ahead.”',
    ],
  ],
  [
    'to whom, which a text may have said',
    { notice: { for: 'all', text: 'We write to account owners.' } },
    { notice: { for: 'all', text: 'We write to account owners.', to: 'account owners' } },
    ['review · How changes are announced, whom that is promised to: now stated, “account owners”.'],
  ],
  [
    'how long before, which a text may have said',
    { notice: { for: 'all', text: 'We write 30 days ahead.' } },
    { notice: { for: 'all', text: 'We write 30 days ahead.', period: '30 days' } },
    ['review · How changes are announced, the period: now stated, 30 days.'],
  ],
])('what a text says is not withdrawn with its field, nor new: %s', (_, before, after, sentences) => {
  expect(told(before, after)).toEqual(sentences);
});

test('what limits models from the start makes nothing less than it was', () => {
  const ai = { uses: { sum: 'To summarise.' }, trigger: 'on-request', training: false };
  const directions = (before: Facts) => changesOf(before, { ai }).map(({ direction }) => direction);
  expect(directions({ ai: 'none' })).toEqual(['more', 'neutral', 'neutral']);
  expect(directions({})).toEqual(['more', 'neutral', 'neutral']);
});

test('a signal that is not honoured any more is told once', () => {
  const gpc = { honoured: true, since: '2024-01-01', scope: 'In California.', confirmation: 'A mark.' };
  expect(told({ signals: { gpc } }, { signals: { gpc: { honoured: false } } })).toEqual([
    'material ▼ Global Privacy Control is no longer honoured.',
  ]);
});

test('of a cookie in another category, the consent is told where it is another', () => {
  const required = { consent: 'required' };
  const categories = {
    count: { label: 'Counting', ...required },
    ads: { label: 'Advertising', ...required },
  };
  const cookies = (category: string) => ({ categories, cookies: { visit: { name: 'visit', category } } });
  expect(told(cookies('ads'), cookies('count'))).toEqual([
    'material · visit is now in “Counting”. It was in “Advertising”.',
  ]);
});

test.each<[what: string, facts: Facts, text: string, less: Facts, sentences: string[]]>([
  [
    'a flag',
    { ai: { uses: { sum: 'To summarise.' }, training: false } },
    'We never train models with your data.',
    { ai: { uses: { sum: 'To summarise.' } } },
    [
      'review · The use of AI models, whether data trains models: no longer stated by itself. It was “Data is not used to train models”. The text says: “We never train models with your data.”',
    ],
  ],
  [
    '`none`',
    { cookies: 'none' },
    'We set no cookies.',
    {},
    [
      'review · No field says any more: “No cookies or similar technologies are used.” The text says: “We set no cookies.”',
    ],
  ],
  [
    '`none` of two things, of which the text denies one',
    { sale: 'none' },
    'We do not sell personal data.',
    {},
    [
      'material ▼ The policy no longer says: Personal data is neither sold nor shared for advertising across sites.',
    ],
  ],
  [
    'what the text says of some cases',
    { cookies: 'none' },
    'If you are not signed in, no cookies are set.',
    {},
    ['material ▼ The policy no longer says: No cookies or similar technologies are used.'],
  ],
  [
    'what the text does not deny',
    { cookies: 'none' },
    'We set cookies.',
    {},
    ['material ▼ The policy no longer says: No cookies or similar technologies are used.'],
  ],
  [
    'a text',
    { rights: { access: 'You can ask us for a copy of your data.' } },
    'You can ask us for a copy of your data. Write to us.',
    {},
    [
      'review · No field names this right any more: “You can ask us for a copy of your data.” The text says it.',
    ],
  ],
])('a promise that the text seems to make is not withdrawn with its field: %s', (_, facts, text, less, sentences) => {
  expect(told({ ...facts, texts: [text], blocks: [] }, { ...less, texts: [text], blocks: [] })).toEqual(
    sentences,
  );
});

test('more than a few entries in the place of `none` are told beside it', () => {
  const named = (...names: string[]) =>
    Object.fromEntries(names.map((name) => [name.toLowerCase(), { label: name }]));
  expect(told({ data: 'none' }, { data: named('One', 'Two') })).toHaveLength(1);
  expect(told({ data: named('One', 'Two') }, { data: 'none' })).toEqual([
    'review ▲ The policy now says: No personal data is collected. The policy no longer lists “One” among the data collected. The policy no longer lists “Two” among the data collected.',
  ]);
  expect(told({ data: 'none' }, { data: named('One', 'Two', 'Three', 'Four') })).toHaveLength(5);
});

test('more examples than went are something more', () => {
  const data = (...examples: string[]) => ({ data: { reach: { label: 'Contact', examples } } });
  expect(told(data('name', 'mail', 'phone'), data('name', 'phone', 'fax', 'place of birth'))).toEqual([
    'material · “Contact”, what belongs to it: now also names “fax” and “place of birth”; no longer names “mail”.',
  ]);
  expect(told(data('name', 'mail'), data('fax', 'name'))).toEqual([
    'review · “Contact”, what belongs to it: now also names “fax”; no longer names “mail”.',
  ]);
});

test.each<[what: string, facts: (host: string) => Facts, name: string]>([
  [
    'a right',
    (host) => ({ rights: { access: `See [our](https://${host}.example/a) rules.` } }),
    'See our rules.',
  ],
  [
    'a term',
    (host) => ({
      texts: [{ definitions: [{ term: 'Rules', text: `[Our](https://${host}.example/a) own.` }] }],
    }),
    'Rules',
  ],
  [
    'what is kept',
    (host) => ({
      retention: { logs: { of: `logs ([our](https://${host}.example/a) rules)`, period: '1 day' } },
    }),
    'logs (our rules)',
  ],
])('a link in %s that leads somewhere else is told as that', (what, facts, name) => {
  const word = what === 'a term' ? 'Our' : 'our';
  expect(told(facts('one'), facts('two'))).toEqual([
    `review · In “${name}”, the link “${word}” now leads to https://two.example/a. It led to https://one.example/a.`,
  ]);
});

test('a link on other words of a text is told with where it leads', () => {
  const before = 'See [our](https://one.example/a) rules and our terms.';
  const after = 'See our rules and [our](https://one.example/a) terms.';
  expect(told({ texts: [before] }, { texts: [after] })).toEqual([
    'editorial · In the section “Our facts”, other words are now the link to https://one.example/a: “our”.',
  ]);
});

test('two long names that begin alike are told where they differ', () => {
  const to = (end: string) => ({
    notice: {
      period: '1 day',
      for: 'all',
      to: `${'owners of accounts that were paid for, or '.repeat(3)}${end}`,
    },
  });
  expect(told(to('their staff'), to('their heirs'))).toEqual([
    'review · How changes are announced, whom that is promised to: now “… were paid for, or their heirs”. It was “… were paid for, or their staff”.',
  ]);
});

const kinds = { data: { x: { label: 'X' }, y: { label: 'Y' } } };

test.each<[what: string, before: Facts, after: Facts, sentences: string[]]>([
  [
    'by region, kept longer in one',
    { retention: { all: { of: 'Account data', data: ['x', 'y'], period: '1 year' } } },
    {
      retention: {
        near: { of: 'Account data in the EEA', data: ['x', 'y'], period: '1 year' },
        far: { of: 'Account data elsewhere', data: ['x', 'y'], period: '2 years' },
      },
    },
    [
      'material · “Account data” (1 year) is now divided into “Account data in the EEA” (1 year) and “Account data elsewhere” (2 years).',
    ],
  ],
  [
    'by what is kept',
    { retention: { all: { of: 'Account data', data: ['x', 'y'], period: '1 year' } } },
    {
      retention: {
        x: { of: 'X', data: ['x'], period: '1 year' },
        y: { of: 'Y', data: ['y'], period: '1 year' },
      },
    },
    ['review · “Account data” (1 year) is now divided into “X” (1 year) · “Y” (1 year).'],
  ],
])('an entry of which others are the parts is divided: %s', (_, before, after, sentences) => {
  expect(told({ ...kinds, ...before }, { ...kinds, ...after })).toEqual(sentences);
});

test.each<[what: string, field: string, before: Facts, after: Facts]>([
  [
    'that hold the same under other names',
    'recipients',
    { all: { label: 'Advertisers', vendors: ['host'] } },
    { one: { label: 'Measuring', vendors: ['host'] }, two: { label: 'Support', vendors: ['host'] } },
  ],
  [
    'that hold more',
    'data',
    { all: { label: 'Contact', examples: ['name', 'mail'] } },
    { one: { label: 'Who', examples: ['name', 'face'] }, two: { label: 'How', examples: ['mail'] } },
  ],
  [
    'that hold less',
    'data',
    { all: { label: 'Contact', examples: ['name', 'mail', 'fax'] } },
    { one: { label: 'Who', examples: ['name'] }, two: { label: 'How', examples: ['mail'] } },
  ],
  [
    'that are for something else',
    'purposes',
    { all: { text: 'To sell things.', data: ['x', 'y'] } },
    { one: { text: 'To test people.', data: ['x'] }, two: { text: 'To mend the service.', data: ['y'] } },
  ],
])('an entry is not divided into those %s', (_, field, before, after) => {
  const facts = field === 'data' ? {} : kinds;
  expect(changesOf({ ...facts, [field]: before }, { ...facts, [field]: after })).toHaveLength(3);
});

test.each<[what: string, before: Facts, after: Facts, anchors: string[]]>([
  [
    'a company',
    { recipients: { keep: { label: 'Hosts', vendors: ['host'] } } },
    {
      product: { vendors: { harbour: product.vendors.host } },
      recipients: { keep: { label: 'Hosts', vendors: ['harbour'] } },
    },
    [],
  ],
  [
    'a kind of data',
    { data: { n: { label: 'Name' } }, purposes: { run: { text: 'To run it.', data: ['n'] } } },
    { data: { who: { label: 'Name' } }, purposes: { run: { text: 'To run it.', data: ['who'] } } },
    ['editorial · Links to #data-n no longer lead to “Name”.'],
  ],
  [
    'a category',
    { categories: { s: { label: 'Stats' } }, cookies: { visit: { name: 'visit', category: 's' } } },
    { categories: { count: { label: 'Stats' } }, cookies: { visit: { name: 'visit', category: 'count' } } },
    ['editorial · Links to #categories-s no longer lead to “Stats”.'],
  ],
])('%s whose id alone is another is the same where other facts name it', (_, before, after, anchors) => {
  expect(told(before, after)).toEqual(anchors);
});

test('a text that differs in nothing but what a field beside it tells is told with that', () => {
  const notice = (period: string, more = '') => ({
    notice: { period, for: 'all', text: `We write ${period} ahead${more}.` },
  });
  const shorter = 'material ▼ Changes are now announced 14 days before they bind. It was 30 days.';
  expect(told(notice('30 days'), notice('14 days'))).toEqual([shorter]);
  expect(told(notice('30 days'), notice('14 days', ', if we can'))).toHaveLength(2);
  const children = (age: number) => ({ children: { age, text: `Nobody under ${age} may use it.` } });
  expect(told(children(16), children(13))).toEqual([
    'material ▼ What the policy says of children now concerns people under 13. It was 16.',
  ]);
});

test('another period is told with what else decides', () => {
  const logs = (period: string, criteria: string) => ({
    retention: { logs: { of: 'Logs', period, criteria } },
  });
  expect(told(logs('30 days', 'or until you ask'), logs('90 days', 'or until you ask'))).toEqual([
    'material ▼ “Logs” is now kept for 90 days; or until you ask. It was 30 days; or until you ask.',
  ]);
  expect(told(logs('30 days', 'or until you ask'), logs('90 days', 'or until we stop'))).toEqual([
    'material · “Logs” is now kept for 90 days; or until we stop. It was 30 days; or until you ask.',
  ]);
});

test.each<[what: string, facts: Facts, text: string, sentences: string[]]>([
  [
    'how long something is kept',
    { retention: { logs: { of: 'server logs', period: '30 days' } } },
    'We keep server logs for 30 days.',
    [
      'review · “server logs”: no longer stated by itself. It was 30 days. The text says: “We keep server logs for 30 days.”',
    ],
  ],
  [
    'how long something else is kept',
    { retention: { logs: { of: 'server logs', period: '30 days' } } },
    'We keep mail for 30 days. We keep server logs for 130 days.',
    ['material ▼ The policy no longer says how long this is kept: “server logs”. It was 30 days.'],
  ],
  [
    'a notice',
    { notice: { period: '30 days', for: 'all' } },
    'We announce all changes 30 days ahead.',
    [
      'review · No field says any more how changes are announced (the period: 30 days; the scope: all changes). The text says: “We announce all changes 30 days ahead.”',
    ],
  ],
  [
    'an age',
    { children: { age: 16 } },
    'Nobody under 16 may use it.',
    [
      'review · Children, the age: no longer stated by itself. It was 16. The text says: “Nobody under 16 may use it.”',
    ],
  ],
  [
    'a contact',
    { blocks: [{ contact: 'desk' }] },
    'Write to desk@shop.example.',
    ['review · No field names “Desk” as a contact any more. The text says: “Write to desk@shop.example.”'],
  ],
  [
    'a purpose',
    { purposes: { count: { text: 'To count who reads what, and how often.' } } },
    'To count who reads what, and how often. And more.',
    [
      'review · No field names this purpose any more: “To count who reads what, and how often.” The text says it.',
    ],
  ],
  [
    'a period in another language',
    { language: 'de', retention: { logs: { of: 'Protokolle', period: '30 days' } } },
    'Protokolle löschen wir nach 30 Tagen.',
    [
      'review · “Protokolle”: no longer stated by itself. It was 30 days. The text says: “Protokolle löschen wir nach 30 Tagen.”',
    ],
  ],
  [
    'a company',
    { recipients: { all: { label: 'Mailers', vendors: ['mail'] } } },
    'Postkutsche sends our mail.',
    [
      'review · No field names Postkutsche any more. The text does.',
      'review · The policy no longer lists “Mailers” among those who receive data.',
    ],
  ],
])('what the text says is not gone with its field: %s', (_, facts, text, sentences) => {
  const { language = 'en-GB', blocks = [] } = facts;
  const beside = { language, texts: [text], blocks: [] };
  expect(told({ ...beside, ...facts, blocks }, beside).toSorted()).toEqual(sentences.toSorted());
});

test('a sale that ended needs no way to opt out', () => {
  const optOut = { label: 'Out' };
  const none = { sells: false, shares: false };
  expect(told({ sale: { ...none, sells: true, optOut } }, { sale: none })).toEqual([
    'review ▲ Personal data is no longer sold.',
  ]);
  expect(told({ sale: { ...none, optOut } }, { sale: none })).toEqual([
    'material ▼ For opting out of sale and sharing, the policy no longer names “Out”.',
  ]);
});

test('a condition that goes weighs what it weighs where it changes', () => {
  const who = (text: string) => ({ recipients: { all: { label: 'Mailers', ...(text && { text }) } } });
  const levels = (before: string, after: string) =>
    changesOf(who(before), who(after)).map(({ level }) => level);
  const condition = 'They get nothing unless you agree.';
  expect(levels(condition, 'They get all data.')).toEqual(['material']);
  expect(levels(condition, '')).toEqual(['material']);
  expect(levels('They are in a harbour.', '')).toEqual(['review']);
});

test('a text in the place of the fields of a notice is told with them, without a direction', () => {
  const text = 'We tell you 30 days before important changes apply.';
  const lines = told({ notice: { period: '30 days', for: 'material' } }, { notice: { text } });
  for (const line of lines) expect(line).toMatch(new RegExp(`^review · .*“${text}”`));
  // Where it says nothing of the period, it is a promise more, and the period one less.
  const others = told(
    { notice: { period: '30 days', for: 'material' } },
    { notice: { text: 'We write to you.' } },
  );
  expect(others.some((line) => line.startsWith('material ▼'))).toBe(true);
});

test('where consent is asked, nobody loses the way to object', () => {
  const ads = { label: 'Ads', description: 'Ads.', consent: 'opt-out', objection: 'Write to us.' };
  const { objection: _, ...asked } = { ...ads, consent: 'required' };
  const lines = told({ categories: { ads } }, { categories: { ads: asked } });
  expect(lines.filter((line) => line.includes('▼'))).toEqual([]);
  expect(lines).toContainEqual(expect.stringMatching(/^review · .*how to object is no longer said/));
  const { objection: __, ...gone } = ads;
  expect(told({ categories: { ads } }, { categories: { ads: gone } })[0]).toMatch(/▼.*how to object/);
});

test('from when a period is counted is told once where its limit goes as well', () => {
  const logs = { of: 'logs', period: '35 days' };
  expect(
    told(
      { retention: { logs: { ...logs, atMost: true } } },
      { retention: { logs: { ...logs, from: 'deletion' } } },
    ),
  ).toEqual(['material ▼ “logs” is now kept for 35 days, counted from: deletion. It was up to 35 days.']);
});
