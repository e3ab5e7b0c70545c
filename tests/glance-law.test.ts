import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anchorsOf } from '../src/page/page.ts';
import { htmlOf } from '../src/page/piece.ts';
import { around, compileTexts } from './compile-texts.ts';
import { randomFacts } from './random-facts.ts';

// The law of the summary: every sentence of it follows from the facts as they are written. This model knows nothing of
// how the summary is made: it reads each line as a reader does, and looks in the raw facts for what would make it false.

type Fields = Record<string, unknown>;
type Facts = {
  audiences?: Record<string, { label: string; role?: string; children?: boolean }>;
  categories?: Record<string, { label: string }> | 'none';
  cookies?: Record<string, { name: string } & Fields> | 'none';
  data?: Record<string, { label: string; audience?: string }> | 'none';
  recipients?: Record<string, { label?: string; vendors?: string[]; text?: string }> | 'none';
  retention?: Record<
    string,
    Partial<Record<'label' | 'of' | 'period' | 'criteria' | 'from' | 'for' | 'except' | 'then', string>> & {
      atMost?: boolean;
    }
  >;
  transfers?: Record<string, { vendors?: string[] }> | 'none';
  children?: { age: number | Record<string, number>; text?: string; parents?: object };
  ai?: { vendors?: string[]; training?: boolean } | 'none';
  automatedDecisions?: Record<string, { label: string }> | 'none';
  sale?:
    | (Record<'sells' | 'shares' | 'targetedAds' | 'under16' | 'sensitive', boolean> & {
        text?: string;
        optOut?: object;
        limit?: object;
      })
    | 'none';
  rights?:
    | string[]
    | Record<string, string | { text: string; label?: string; right?: string; where?: string }>;
  requests?: { channels?: string[]; answerWithin?: string; extension?: string };
  consent?: { manager?: { label: string; text?: string } };
  notice?: { period?: string; for?: 'material' | 'all'; to?: string; text?: string };
};

const product = {
  name: 'Shop',
  controller: {
    name: 'Shop Ltd',
    address: '1 Quay Street, Galway',
    country: 'IE',
    registration: '623451',
    with: [{ name: 'Quay GmbH', country: 'DE' }],
  },
  vendors: { pay: { name: 'Pay, and more' }, ads: { name: 'Ads & Co' } },
  contacts: {
    desk: { label: 'Privacy desk', email: 'desk@example.com' },
    post: { label: 'Letters', address: 'Quay 1, Galway' },
  },
};

const label = fc.constantFrom(
  'Account',
  'WhatsApp session metadata',
  'Health, if you write about it',
  'IP address and GPS data',
  'Rechnungen',
  'a; b',
  'A · B',
);
const period = fc.constantFrom(
  '1 hour',
  '1 day',
  '30 days',
  '1 month',
  '90 days',
  '12 months',
  '1 year',
  '13 months',
  '2 years',
);
const lifetime = fc.oneof(period, fc.constantFrom('session', 'until deleted', 'until sign-out'));
const unmeasured = fc.constantFrom(
  'about 25 days',
  '30 to 90 days',
  'until the game ends',
  '13 months (EEA); 24 months (elsewhere)',
);
const openEnded = ['for as long as you have it', 'until you object', 'as needed.'];
const ending = ['for 6 to 12 months', 'for a year', 'until the end of the month', 'as [below](#one) says'];
const criteria = fc.constantFrom(...openEnded, ...ending);
const party = fc.constantFrom('first', 'third');
const companies = fc.constantFrom(['pay'], ['ads'], ['pay', 'ads']);
const flag = fc.boolean();
const long = 'We may, and we may not. '.repeat(20).trim();

/** Entries by id, each with some of its fields. */
function some(fields: Record<string, fc.Arbitrary<unknown>>, required: string[]) {
  const entry = fc.record(fields, { requiredKeys: required });
  return fc
    .array(entry, { minLength: 1, maxLength: 5 })
    .map((all) => Object.fromEntries(all.map((one, index) => [`e${index}`, one])));
}

/** A field that few entries have: what is said of all of them depends on one. */
const rarely = (field: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: field });

const orNone = (given: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 4, arbitrary: given }, { weight: 1, arbitrary: fc.constant('none') });

const facts = fc.record(
  {
    audiences: some({ label, role: fc.constantFrom('controller', 'processor'), children: flag }, ['label']),
    categories: some({ label, consent: fc.constantFrom('exempt', 'required') }, ['label']),
    cookies: orNone(
      some(
        {
          name: fc.constantFrom('_ga', 'sid', '_ga_*'),
          category: fc.constantFrom('e0', 'e1'),
          type: fc.constantFrom('cookie', 'session-storage', 'pixel'),
          provider: fc.constantFrom('self', 'pay', 'ads'),
          party,
          expires: fc.oneof(period, lifetime, rarely(period), rarely(unmeasured)),
        },
        ['name', 'expires'],
      ),
    ),
    data: orNone(some({ label, audience: fc.constantFrom('e0', 'e1') }, ['label'])),
    recipients: orNone(some({ label, vendors: companies, text: fc.constant('Those who ask.') }, ['text'])),
    retention: some(
      {
        label,
        of: label,
        period: fc.oneof(period, period, rarely(unmeasured)),
        // biome-ignore lint/suspicious/noThenProperty: a field of the schema.
        then: rarely(fc.constant('kept without your name for 10 years')),
        criteria: rarely(criteria),
        atMost: flag,
        from: rarely(fc.constantFrom('after you close it', 'the last visit', long)),
        for: rarely(fc.constant('questions, and answers')),
        except: rarely(fc.constantFrom('invoices', 'what a court asks for.')),
      },
      ['of'],
    ),
    transfers: orNone(some({ vendors: companies, country: fc.constant('US') }, ['country'])),
    children: fc.record(
      {
        age: fc.constantFrom<number | object>(13, 16, { EEA: 16, elsewhere: 13 }),
        text: fc.constantFrom('Unless a parent agrees.', long),
        parents: fc.constant({ how: 'Write.' }),
      },
      { requiredKeys: ['age'] },
    ),
    ai: orNone(
      fc.record(
        { uses: fc.constant({ a: 'names' }), vendors: companies, training: flag },
        { requiredKeys: ['uses'] },
      ),
    ),
    automatedDecisions: orNone(some({ label }, ['label'])),
    sale: orNone(
      fc.record(
        {
          sells: flag,
          shares: flag,
          targetedAds: flag,
          under16: flag,
          sensitive: flag,
          text: fc.constantFrom('We do, if you agree.', long),
          optOut: fc.constant({ label: 'Do Not Sell' }),
          limit: fc.constant({ label: 'Limit' }),
        },
        { requiredKeys: ['sells'] },
      ),
    ),
    rights: fc.constantFrom(['access', 'complain'], {
      delete: 'Have it deleted, if you live in California.',
      human: { text: 'Ask a person.', label: 'Human review' },
      'delete-us': { text: 'Have it deleted.', right: 'delete', where: 'US states' },
    }),
    requests: fc.record(
      {
        channels: fc.constantFrom(['desk'], ['post', 'desk']),
        answerWithin: period,
        extension: fc.constantFrom('two months more where it is difficult', long),
      },
      { requiredKeys: ['answerWithin'] },
    ),
    consent: fc.record({
      manager: fc.record({ label, text: fc.constant('in the footer') }, { requiredKeys: ['label'] }),
    }),
    notice: fc.record(
      {
        period,
        for: fc.constantFrom('material', 'all'),
        to: fc.constant('owners of a paid account'),
        text: fc.constantFrom('by e-mail where we have it', 'New companies 30 days before.', long),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);

// An id that names nothing is a fault, which no page is made of.
function withoutDangling(given: Facts): Facts {
  const known = (inventory: unknown, id: unknown) =>
    typeof inventory === 'object' && inventory !== null && String(id) in inventory;
  const without = (entries: unknown, key: string, inventory: unknown) =>
    typeof entries !== 'object' || entries === null
      ? entries
      : Object.fromEntries(
          Object.entries(entries).map(([id, entry]) => [
            id,
            Object.fromEntries(
              Object.entries(Object(entry)).filter(
                ([name, value]) => name !== key || known(inventory, value),
              ),
            ),
          ]),
        );
  return {
    ...given,
    cookies: without(given.cookies, 'category', given.categories),
    data: without(given.data, 'audience', given.audiences),
  } as Facts;
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

// The fields that the law draws itself, and those that name an entry of another list.
const drawn = new Map<string, Set<string>>();
for (const sample of fc.sample(facts, { numRuns: 300, seed: 1 }))
  for (const [name, value] of Object.entries(sample))
    for (const fields of fieldsOf(value)) {
      const own =
        drawn.get(name) ??
        new Set(['vendors', 'data', 'access', 'audience', 'complaints', 'each', 'aliases']);
      drawn.set(name, own);
      for (const key of Object.keys(fields)) own.add(key);
    }

/** A thing as one, the entries of a list as several. */
function fieldsOf(value: unknown): Fields[] {
  if (!isFields(value)) return [];
  const entries = Object.values(value);
  return entries.length > 0 && Object.keys(value).every((key) => /^e[0-9]$/.test(key))
    ? entries.filter(isFields)
    : [value];
}

/** The same facts with every other field that the schemas know: no line follows from these, nor is limited by them. */
function withOthers(given: Facts, more: Fields): Facts {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const [first] = isFields(more[name]) ? [more[name].one ?? more[name]] : [];
      const others = Object.entries(isFields(first) ? first : {}).filter(
        ([key]) => !drawn.get(name)?.has(key),
      );
      const grown = (fields: unknown) =>
        isFields(fields) ? { ...fields, ...Object.fromEntries(others) } : fields;
      const isList = isFields(value) && Object.keys(value).every((key) => /^e[0-9]$/.test(key));
      if (!isList) return [name, name === 'rights' || name === 'notice' ? value : grown(value)];
      return [name, Object.fromEntries(Object.entries(value).map(([id, entry]) => [id, grown(entry)]))];
    }),
  ) as Facts;
}

const blocks = [
  'audiences',
  'categories',
  'cookies',
  'data',
  'recipients',
  'retention',
  'transfers',
  'children',
  'ai',
  'automatedDecisions',
  'sale',
  'rights',
  'requests',
  'consent',
] as const;

function pageOf(given: Facts, isShown: (block: string) => boolean) {
  const shown = blocks
    .filter((block) => given[block] !== undefined && isShown(block))
    .map((block) => ({ [block]: 'all' }));
  const text = {
    kind: 'privacy-policy',
    title: 'Privacy',
    ...given,
    sections: [{ id: 'one', title: 'One', content: ['Text.', ...shown] }],
  };
  const { compiled, problems } = compileTexts({
    ...around,
    'shop/product.yaml': JSON.stringify(product),
    'shop/privacy.yaml': JSON.stringify(text),
  });
  const page = compiled.get('shop/privacy')?.page;
  if (!page) throw new Error(`No page: ${problems.map(({ message }) => message).join(' ')}`);
  return page;
}

const plain = (html: string) => html.replaceAll(/<[^>]*>/g, '').replaceAll('&amp;', '&');

/** The sentences of a line, and where each of its links leads. */
function read(html: string): { sentences: string[]; links: { href: string; words: string }[] } {
  const items = /^<ul>/.test(html)
    ? [...html.matchAll(/<li>(.*?)<\/li>/g)].map(([, item = '']) => item)
    : [html];
  const links = [...html.matchAll(/<a href="([^"]*)"[^>]*>(.*?)<\/a>/g)].map(([, href = '', words = '']) => ({
    href,
    words: plain(words),
  }));
  return { sentences: items.map(plain), links };
}

// -- the model

const values = <T>(inventory: Record<string, T> | 'none' | undefined): T[] =>
  typeof inventory === 'object' ? Object.values(inventory) : [];

const moreOf = (text: string) => Number(/^and (\d+) more$/.exec(text)?.[1]);

/** The least and the most hours that a length can be. */
function hours(length: string): [number, number] {
  if (length === 'session') return [0, 24 * 27];
  if (/^(until|about|\d+ to )|;/.test(length)) return [0, Number.POSITIVE_INFINITY];
  const [count = 0, unit = ''] = length
    .split(' ')
    .map((word, index) => (index === 0 ? Number(word) : word)) as [number, string];
  const least: Record<string, number> = { hour: 1, day: 24, month: 28 * 24, year: 365 * 24 };
  const most: Record<string, number> = { hour: 1, day: 24, month: 31 * 24, year: 366 * 24 };
  const name = unit.replace(/s$/, '');
  return [count * (least[name] ?? 0), count * (most[name] ?? 0)];
}

const months = (length: string) =>
  ({ '12 months': 12, '1 year': 12, '13 months': 13, '2 years': 24 })[length];

/** Whether something that stays for one length is sure not to outlast another. */
const isWithin = (one: string, other: string) =>
  one === other || hours(one)[1] <= hours(other)[0] || (months(one) ?? 99) <= (months(other) ?? 0);

const shownLength = (length: string, type: unknown = 'cookie') =>
  length !== 'session'
    ? ({ 'until deleted': 'until you delete it', 'until sign-out': 'until you sign out' }[length] ?? length)
    : {
        cookie: 'until you close the browser',
        'session-storage': 'until you close the tab',
        pixel: 'until the session ends',
      }[String(type)];

/** Names in a row, as a reader tells them apart: one holds the usual mark itself. */
function apart(text: string): string[] {
  if (text.includes(' | ')) return text.split(' | ');
  return text.includes('A · B') ? [text] : text.split(' · ');
}

const beside = (names: readonly string[]) =>
  names.join(names.some((name) => name.includes('·')) ? ' | ' : ' · ');

function cookieCounts([sentence = '']: string[], { cookies, categories }: Facts): void {
  const all = values(cookies);
  const [total = '', kinds] = sentence.split(/: (.*)/);
  expect(total).toBe(all.length === 1 ? '1 entry' : `${all.length} entries`);
  if (kinds === undefined) return;
  const counts = apart(kinds).map((kind) => /^(.*) \((\d+)\)$/.exec(kind)?.slice(1) ?? []);
  expect(counts.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(all.length);
  for (const [name, count] of counts) {
    const ids = Object.entries(typeof categories === 'object' ? categories : {}).flatMap(
      ([id, { label: own }]) => (own === name ? [id] : []),
    );
    const of = ids.map((id) => all.filter(({ category }) => category === id).length);
    const rest = all.filter(({ category }) => category === undefined).length;
    expect(name === 'others' ? [rest] : of).toContain(Number(count));
  }
}

function lifetimes(sentences: string[], { cookies }: Facts, isSuperlative: boolean): void {
  const all = values(cookies);
  const unstated = all.filter(({ expires }) => !expires).length;
  let told = 0;
  for (const sentence of sentences) {
    const more = moreOf(sentence);
    if (more) told += more;
    else if (sentence === 'No time is stated here for others') told += unstated || Number.NaN;
    else {
      const [length = '', names = ''] = sentence.split(/: (.*)/);
      const same = all.filter(
        ({ expires, type }) => expires && shownLength(String(expires), type) === length,
      );
      const named = names.split(' · ');
      const hidden = moreOf(named.at(-1) ?? '') || 0;
      const shown = hidden ? named.slice(0, -1) : named;
      told += shown.length + hidden;
      if (isSuperlative) {
        expect(all.length, 'one alone is the longest of nothing').toBeGreaterThan(1);
        const longest = all.filter(({ name }) => shown.includes(name)).map(({ expires }) => String(expires));
        for (const { expires } of all) {
          expect(expires, 'a longest is said only where every entry has a length').toBeDefined();
          expect(
            longest.some((most) => isWithin(String(expires), most)),
            `${expires} is within ${longest}`,
          ).toBe(true);
        }
      } else for (const name of shown) expect(same.map((cookie) => cookie.name)).toContain(name);
    }
  }
  if (!isSuperlative) expect(told, 'no entry is told as if it did not exist').toBe(all.length);
}

/** An entry with all that its authors wrote of how long it is kept. */
function keptFor(entry: NonNullable<Facts['retention']>[string]): string {
  const { period: length, criteria: words } = entry;
  // Behind the last of several lengths, what it is counted from would be read as being about that one alone.
  const isEvent = entry.from?.startsWith('the ');
  const from = isEvent ? `counted from: ${entry.from}` : entry.from;
  const limited = (one: string) =>
    one.startsWith('until ') ? one.replace(/(?= \([^()]*\)$|$)/, ' at the latest') : `up to ${one}`;
  const parts = length?.split('; ').map((one) => (entry.atMost ? limited(one) : one));
  const counted = [parts?.join('; '), from]
    .filter(Boolean)
    .join(isEvent || length?.includes('; ') ? ', ' : ' ');
  const glue = (text: string, mark: string) => (text.endsWith('.') ? ' ' : mark);
  const decided =
    words && `${!length && entry.atMost ? 'at most: ' : ''}${words.replace('[below](#one)', 'below')}`;
  const [first = '', second] = [counted, decided].filter(Boolean);
  const kept = first && entry.for ? `${first} (${entry.for})` : first || entry.for || '';
  const both = second ? `${kept}${glue(kept, '; ')}${second}` : kept;
  const isSame = entry.label?.toLowerCase() === entry.of?.toLowerCase();
  const what = entry.label === undefined ? entry.of : isSame ? entry.label : `${entry.label} (${entry.of})`;
  const said = `${what}: ${both}`;
  const excepted = entry.except ? `${said}${glue(said, '. ')}Except: ${entry.except}` : said;
  return entry.then ? `${excepted}${glue(excepted, '. ')}Afterwards: ${entry.then}` : excepted;
}

function retention(sentences: string[], { retention: kept = {} }: Facts, isSuperlative: boolean): void {
  const all = Object.values(kept);
  const unstated = all.filter(({ period: length, criteria: words }) => !length && !words).length;
  const others = sentences.includes('No time is stated here for others');
  const shown = sentences.filter((said) => !moreOf(said) && said !== 'No time is stated here for others');
  const more = sentences.map(moreOf).find((count) => count > 0) ?? 0;
  for (const sentence of shown) expect(all.map(keptFor)).toContain(sentence);
  if (!isSuperlative) {
    expect(shown.length + more, 'what has no time is no more of what has one').toBe(all.length - unstated);
    expect(others, 'no entry is told as if it did not exist').toBe(unstated > 0);
  }
  if (isSuperlative) expect(all.length, 'one alone is the longest of nothing').toBeGreaterThan(1);
  for (const entry of isSuperlative ? all : []) {
    expect([entry.criteria, entry.from, entry.except, entry.then]).toEqual(Array(4).fill(undefined));
    const first = all.filter((other) => shown.includes(keptFor(other)));
    expect(first.some((longest) => isWithin(entry.period ?? 'until never', longest.period ?? ''))).toBe(true);
  }
}

function kinds(sentences: string[], { data, audiences = {} }: Facts): void {
  const all = values(data).map(({ label: name, audience }) => ({
    name,
    people: audience && audiences[audience]?.label,
  }));
  const told = sentences.flatMap((sentence) => {
    const people = Object.values(audiences)
      .map(({ label: name }) => name)
      .find((name) => sentence.startsWith(`${name}: `));
    return apart(people ? sentence.slice(people.length + 2) : sentence).map((name) => ({ name, people }));
  });
  expect(told.toSorted(byText)).toEqual(all.map(({ name, people }) => ({ name, people })).toSorted(byText));
}

const byText = (a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

const denials: Record<string, (given: Facts) => boolean> = {
  'No cookies or similar technologies are used.': ({ cookies }) => cookies === 'none',
  'No personal data is collected.': ({ data }) => data === 'none',
  'Personal data is given to nobody else.': ({ recipients }) => recipients === 'none',
  'Personal data is not transferred to third countries.': ({ transfers }) => transfers === 'none',
  'No AI models are used.': ({ ai }) => ai === 'none',
  'Data is not used to train models.': ({ ai }) => typeof ai === 'object' && ai.training === false,
  'No decisions about people are made by machines alone.': ({ automatedDecisions }) =>
    automatedDecisions === 'none',
  'Personal data is neither sold nor shared for advertising across sites.': ({ sale }) => sale === 'none',
};

const saleSentences: Record<string, ['sells' | 'shares' | 'targetedAds' | 'under16' | 'sensitive', boolean]> =
  {
    'Personal data is sold.': ['sells', true],
    'Personal data is not sold.': ['sells', false],
    'Personal data is shared for advertising across sites.': ['shares', true],
    'Personal data is not shared for advertising across sites.': ['shares', false],
    'Personal data is used for targeted advertising.': ['targetedAds', true],
    'Personal data is not used for targeted advertising.': ['targetedAds', false],
    'We know that we sell or share data of people under 16.': ['under16', true],
    'We have no knowledge that we sell or share data of people under 16.': ['under16', false],
    'Sensitive data is used for purposes that you can limit.': ['sensitive', true],
    'Sensitive data is not used for purposes that you could limit.': ['sensitive', false],
  };

const names = { pay: 'Pay, and more', ads: 'Ads & Co' } as const;

function companiesIn({ cookies, recipients, transfers, ai }: Facts): string[] {
  const ids = [
    ...values(cookies).map(({ provider }) => provider),
    ...values(recipients).flatMap(({ vendors = [] }) => vendors),
    ...values(transfers).flatMap(({ vendors = [] }) => vendors),
    ...(typeof ai === 'object' ? (ai.vendors ?? []) : []),
  ];
  return (['pay', 'ads'] as const).filter((id) => ids.includes(id)).map((id) => names[id]);
}

const rightNames: Record<string, string> = {
  access: 'Access',
  complain: 'Complaint',
  delete: 'Deletion',
  human: 'Human review',
  'delete-us': 'Deletion (US states)',
};

/** What each line must follow from; a line that is not here must not be there. */
const law: Record<string, (sentences: string[], given: Facts) => void> = {
  'What is stored on your device?'(said, given) {
    cookieCounts(said, given);
    expect(values(given.cookies).some(({ type }) => type === 'pixel')).toBe(false);
  },
  'What is stored or used on your device?': cookieCounts,
  'Which entry stays longest?': (said, given) => lifetimes(said, given, true),
  'How long does it stay?': (said, given) => lifetimes(said, given, false),
  'Which data is listed?': kinds,
  'Which recipients are listed?'([said = ''], { recipients }) {
    const all = values(recipients).map(({ label: name, vendors }) => ({
      name,
      companies: vendors?.map((one) => names[one as 'pay' | 'ads']).join('; '),
    }));
    // What has no name of its own is called by its companies, which are named once.
    const told = all.flatMap(({ name, companies }, index) => {
      const isFirst = all.findIndex((one) => !one.name && one.companies === companies) === index;
      return name ? [name] : companies && isFirst ? [companies] : [];
    });
    const more = all.filter(({ name, companies }) => !name && !companies).length;
    expect(said).toBe(beside([...told, ...(more > 0 ? [`and ${more} more`] : [])]));
  },
  'Which companies and services are listed?': ([said], given) =>
    expect(said).toBe(companiesIn(given).join(' · ')),
  'Which listed data is kept longest?': (said, given) => retention(said, given, true),
  'How long is data kept?': (said, given) => retention(said, given, false),
  'What is not done?'(said, given) {
    for (const sentence of said) expect(denials[sentence]?.(given), sentence).toBe(true);
  },
  'Is data sold or shared?'(said, { sale }) {
    if (typeof sale !== 'object') throw new Error('Nothing is written of selling.');
    for (const sentence of said) {
      const [key, is] = saleSentences[sentence] ?? [];
      if (sale.text) expect(sentence.replace(/ · One$/, '')).toBe(sale.text);
      else expect(key && sale[key], sentence).toBe(is);
    }
  },
  'Is it for children?'([said], { children, audiences = {} }) {
    const age = typeof children?.age === 'object' ? '16 (EEA) and 13 (elsewhere)' : children?.age;
    expect(said).toBe(`Not meant for people under ${age}.${children?.text ? ` ${children.text}` : ''}`);
    expect(children?.parents).toBeUndefined();
    expect(Object.values(audiences).some(({ children: are }) => are)).toBe(false);
  },
  'Which rights are listed?': ([said], { rights = [] }) =>
    expect(said).toBe(
      (Array.isArray(rights) ? rights : Object.keys(rights)).map((id) => rightNames[id]).join(' · '),
    ),
  'Where do you send a request?': (said, { requests }) =>
    expect(said).toEqual(
      requests?.channels?.map((id) =>
        id === 'desk' ? 'Privacy desk: desk@example.com' : 'Letters: Quay 1, Galway',
      ),
    ),
  'When do you get an answer?': ([said], { requests }) =>
    expect(said).toBe(
      `Answered within ${requests?.answerWithin}. An answer may come later: ${requests?.extension}`,
    ),
  'How do you opt out?': ([said], { sale }) =>
    expect([said?.replace(/ · One$/, ''), typeof sale === 'object' && sale.optOut]).toEqual([
      'Do Not Sell',
      { label: 'Do Not Sell' },
    ]),
  'How do you limit the use of sensitive data?': ([said], { sale }) =>
    expect([said?.replace(/ · One$/, ''), typeof sale === 'object' && sale.limit]).toEqual([
      'Limit',
      { label: 'Limit' },
    ]),
  'How do you change your choice?': ([said], { consent }) =>
    expect(said?.replace(/ [·|] One$/, '')).toBe(
      beside([consent?.manager?.label, consent?.manager?.text].filter((text) => text !== undefined)),
    ),
  'How are changes announced?'([said], { notice = {} }) {
    const { period: time, for: which, to, text } = notice;
    const promise =
      time &&
      which &&
      `Announced at least ${time} before ${{ material: 'important changes apply', all: 'any change applies' }[which]}`;
    const scope = !time && which && { material: 'Important changes', all: 'Every change' }[which];
    // Which changes a period is for, nobody says here: it stands by itself.
    const alone = time && !which && !text?.includes(time) && `Notice period: ${time}`;
    const people = to && `Promised to ${to}`;
    expect(text || which).toBeTruthy();
    // A sentence is no part of what is said of the fields.
    const isSentence = /^[A-Z]/.test(text ?? '');
    const own = [promise || scope, text].filter(Boolean).join(': ');
    const apart = beside([promise, text, alone].flatMap((one) => one || []));
    const promised = [people, isSentence ? apart : own].filter(Boolean).join(': ');
    expect(said).toBe(isSentence ? promised : [promised, alone].filter(Boolean).join(' · '));
  },
  'Who is responsible for personal data?'(said, { audiences = {} }) {
    const others = Object.values(audiences).flatMap(({ label: people, role }) =>
      role === 'processor' ? [`${people}: Shop acts on behalf of somebody else (processor)`] : [],
    );
    expect(said).toEqual([
      'Shop Ltd, 1 Quay Street, Galway, Ireland · Registration: 623451',
      'jointly with Quay GmbH, Germany',
      ...others,
    ]);
  },
};

test('says at a glance only what follows from the facts as they are written', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(facts, randomFacts, fc.array(fc.constantFrom(...blocks)), (raw, more, hidden) => {
      const given = withOthers(withoutDangling(raw as Facts), more);
      const page = pageOf(given, (block) => !hidden.some((name) => name === block));
      const anchors = anchorsOf(page);
      for (const { term, text } of page.glance) {
        seen.add(term);
        const { sentences, links } = read(htmlOf(text));
        expect(Object.keys(law)).toContain(term);
        law[term]?.(sentences, given);
        for (const { href } of links.filter((link) => link.href.startsWith('#')))
          expect(anchors).toContain(href.slice(1));
      }
    }),
    { numRuns: 300 },
  );
  // No line of the law is there in vain.
  expect([...seen].toSorted()).toEqual(Object.keys(law).toSorted());
});
