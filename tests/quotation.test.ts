import fc from 'fast-check';
import { expect, test } from 'vitest';
import { policyFile } from '../schemas/policy.ts';
import { productFile } from '../schemas/product.ts';
import { siteFile } from '../schemas/site.ts';
import { fillQuotations, type Scope } from '../src/resolve/quotation.ts';
import { renderProse } from '../src/text/prose.ts';
import { quotingReaderOf } from '../src/text/show.ts';

const policy = {
  kind: 'cookie-policy',
  title: 'Cookie policy',
  kicker: 'Terms *apply*',
  lead: 'See **below**.',
  updated: '2026-03-31',
  cookies: {
    mid: { name: '__stripe_mid', expires: '1 year 6 months' },
    ga: { name: '_ga_*', expires: 'session' },
  },
  children: { age: 16 },
  sale: { sells: false },
  requests: { channels: ['privacy', 'post'], answerWithin: '30 days' },
  data: { account: { label: 'a|b', examples: ['name', 'e-mail', '*age*'] } },
  sections: [{ title: 'One' }],
};
const product = {
  name: 'Tom & <Jerry>',
  title: 'Never shown',
  language: 'de',
  controller: { name: 'Jerry Ltd', country: 'IE' },
  contacts: {
    privacy: {
      label: 'Desk',
      email: 'a_b@example.com',
      phone: '+353 91 000 000',
      url: 'https://example.com/a_b_c',
    },
  },
};
const site = { name: 'Example', url: 'https://example.com', publisher: { name: '{{ name }} Publishing' } };
const scopes: Scope[] = [
  { value: policy, schema: policyFile },
  { value: product, schema: productFile },
  { value: site, schema: siteFile },
];

const fill = (text: string, form: 'plain' | 'markdown' = 'markdown', language = 'en-GB') =>
  fillQuotations(text, form, scopes, quotingReaderOf(language));
/** What a reader sees of a text in Markdown. */
const shown = (text: string, language?: string) => {
  const { text: filled, faults } = fill(text, 'markdown', language);
  expect(faults).toEqual([]);
  return renderProse(filled, { wrap: 'inline' });
};
const plain = (text: string, language?: string) => fill(text, 'plain', language).text;

const paths = {
  text: 'name',
  marks: 'cookies.mid.name',
  prose: 'lead',
  date: 'updated',
  period: 'requests.answerWithin',
  lifetime: 'cookies.ga.expires',
  email: 'contacts.privacy.email',
  url: 'contacts.privacy.url',
  phone: 'contacts.privacy.phone',
  country: 'controller.country',
  language: 'language',
  number: 'children.age',
  word: 'kind',
  list: 'data.account.examples',
};

test('shows each kind of value in running text as its kind is shown', () => {
  const all = Object.entries(paths).map(([kind, path]) => [kind, shown(`It is {{ ${path} }}.`)]);
  expect(Object.fromEntries(all)).toMatchInlineSnapshot(`
    {
      "country": "It is Ireland.",
      "date": "It is 31 March 2026.",
      "email": "It is <a href="mailto:a_b@example.com">a_b@example.com</a>.",
      "language": "It is German.",
      "lifetime": "It is until you close the browser.",
      "list": "It is name, e-mail and *age*.",
      "marks": "It is __stripe_mid.",
      "number": "It is 16.",
      "period": "It is 30 days.",
      "phone": "It is <a href="tel:+35391000000">+353 91 000 000</a>.",
      "prose": "It is See <strong>below</strong>..",
      "text": "It is Tom &amp; &lt;Jerry>.",
      "url": "It is <a href="https://example.com/a_b_c" rel="external noopener noreferrer" class="address">https://example.com/a_b_c</a>.",
      "word": "It is Cookie policy.",
    }
  `);
});

test('shows each kind of value in the text of a link, without a link inside it', () => {
  const all = Object.entries(paths).map(([kind, path]) => [kind, shown(`[{{ ${path} }}](#a)`)]);
  expect(Object.fromEntries(all)).toMatchInlineSnapshot(`
    {
      "country": "<a href="#a">Ireland</a>",
      "date": "<a href="#a">31 March 2026</a>",
      "email": "<a href="#a">a_b@example.com</a>",
      "language": "<a href="#a">German</a>",
      "lifetime": "<a href="#a">until you close the browser</a>",
      "list": "<a href="#a">name, e-mail and *age*</a>",
      "marks": "<a href="#a">__stripe_mid</a>",
      "number": "<a href="#a">16</a>",
      "period": "<a href="#a">30 days</a>",
      "phone": "<a href="#a">+353 91 000 000</a>",
      "prose": "<a href="#a">See <strong>below</strong>.</a>",
      "text": "<a href="#a">Tom &amp; &lt;Jerry></a>",
      "url": "<a href="#a">https://example.com/a_b_c</a>",
      "word": "<a href="#a">Cookie policy</a>",
    }
  `);
});

test('shows each kind of value in code as plain text', () => {
  const all = Object.entries(paths).map(([kind, path]) => [kind, shown(`\`{{ ${path} }}\``)]);
  expect(Object.fromEntries(all)).toMatchInlineSnapshot(`
    {
      "country": "<code>Ireland</code>",
      "date": "<code>31 March 2026</code>",
      "email": "<code>a_b@example.com</code>",
      "language": "<code>German</code>",
      "lifetime": "<code>until you close the browser</code>",
      "list": "<code>name, e-mail and *age*</code>",
      "marks": "<code>__stripe_mid</code>",
      "number": "<code>16</code>",
      "period": "<code>30 days</code>",
      "phone": "<code>+353 91 000 000</code>",
      "prose": "<code>See below.</code>",
      "text": "<code>Tom &amp; &lt;Jerry></code>",
      "url": "<code>https://example.com/a_b_c</code>",
      "word": "<code>Cookie policy</code>",
    }
  `);
});

test('shows each kind of value in a plain title as plain text', () => {
  const all = Object.entries(paths).map(([kind, path]) => [kind, plain(`{{ ${path} }}`)]);
  expect(Object.fromEntries(all)).toMatchInlineSnapshot(`
    {
      "country": "Ireland",
      "date": "31 March 2026",
      "email": "a_b@example.com",
      "language": "German",
      "lifetime": "until you close the browser",
      "list": "name, e-mail and *age*",
      "marks": "__stripe_mid",
      "number": "16",
      "period": "30 days",
      "phone": "+353 91 000 000",
      "prose": "See below.",
      "text": "Tom & <Jerry>",
      "url": "https://example.com/a_b_c",
      "word": "Cookie policy",
    }
  `);
});

test('puts addresses into the destination of a link as they are', () => {
  expect(shown('[write](mailto:{{ contacts.privacy.email }})')).toBe(
    '<a href="mailto:a_b@example.com">write</a>',
  );
  expect(shown('[form]({{ contacts.privacy.url }})')).toContain('href="https://example.com/a_b_c"');
  expect(shown('[call](tel:{{ contacts.privacy.phone }})')).toBe('<a href="tel:+35391000000">call</a>');
});

test('keeps a value in the cell of a table in its cell', () => {
  const html = shown('| a | b |\n|---|---|\n| {{ data.account.label }} | {{ name }} |');
  expect(html).toContain('<td>a|b</td>');
  expect(html).toContain('<td>Tom &amp; &lt;Jerry></td>');
});

test.each([
  'cookies.mid.name',
  'cookies.ga.name',
  'data.account.label',
  'name',
  'kicker',
])('shows the marks of %s, whatever Markdown makes of them', (path) => {
  const value = plain(`{{ ${path} }}`);
  const escaped = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  for (const text of [
    `{{ ${path} }}`,
    `**{{ ${path} }}**`,
    `a {{ ${path} }} b {{ ${path} }}`,
    `- {{ ${path} }}`,
  ])
    expect(shown(text)).toContain(escaped);
});

test.each([
  ['en-GB', '31 March 2026, 1 year, 6 months, until you close the browser'],
  ['de', '31. März 2026, 1 Jahr, 6 Monate, until you close the browser'],
  ['ar', '31 مارس 2026, سنة و6 أشهر, until you close the browser'],
])('shows dates and periods in %s', (language, expected) => {
  expect(plain('{{ updated }}, {{ cookies.mid.expires }}, {{ cookies.ga.expires }}', language)).toBe(
    expected,
  );
});

test('joins a list as the language does', () => {
  expect(plain('{{ data.account.examples }}', 'en-GB')).toBe('name, e-mail and *age*');
  expect(plain('{{ data.account.examples }}', 'de')).toBe('name, e-mail und *age*');
});

test('takes a fact from the nearest file that has it', () => {
  expect(plain('{{ title }} of {{ name }} at {{ url }}')).toBe(
    'Cookie policy of Tom & <Jerry> at https://example.com',
  );
});

test('takes a fact of a farther file where the nearer has only a part of its path', () => {
  const near = { value: { contacts: { other: 'a' } }, schema: policyFile };
  const { text } = fillQuotations(
    '{{ contacts.privacy.label }}',
    'plain',
    [near, ...scopes],
    quotingReaderOf('en'),
  );
  expect(text).toBe('Desk');
});

test('finds a fact however its path is spaced', () => {
  expect(plain('{{name}} {{ name }} {{   name   }}')).toBe(Array(3).fill('Tom & <Jerry>').join(' '));
});

test('leaves text without quotations as it is', () => {
  expect(fill('One { two } three')).toMatchObject({ text: 'One { two } three', faults: [] });
});

test.each([
  ['a {{ nmae }} b', 'quotation/unknown', 2, 10],
  ['a {{ contacts }} b', 'quotation/not-a-fact', 2, 14],
  ['a {{ sale.sells }} b', 'quotation/not-a-fact', 2, 16],
  ['a {{ sections }} b', 'quotation/not-a-fact', 2, 14],
  ['a {{ sections.length }} b', 'quotation/unknown', 2, 21],
  ['a {{ publisher.name }} b', 'quotation/not-a-fact', 2, 20],
  ['a {{ constructor }} b', 'quotation/unknown', 2, 17],
  ['a {{ __proto__ }} b', 'quotation/unknown', 2, 15],
  ['a {{ name.length }} b', 'quotation/unknown', 2, 17],
  ['a {{ }} b', 'quotation/syntax', 2, 5],
  ['a {{ name b', 'quotation/syntax', 2, 2],
  ['a name }} b', 'quotation/syntax', 7, 2],
  ['a {{ name\n}} b', 'quotation/syntax', 2, 2],
  ['a {{{ name }}} b', 'quotation/syntax', 2, 2],
])('reports %j once, where it stands', (text, rule, offset, length) => {
  for (const form of ['plain', 'markdown'] as const)
    expect(fill(text, form).faults).toEqual([expect.objectContaining({ rule, offset, length })]);
});

test('reports every fault of a text', () => {
  const rules = fill('{{ a }} and {{ contacts }} and }}').faults.map(({ rule }) => rule);
  expect(rules.sort()).toEqual(['quotation/not-a-fact', 'quotation/syntax', 'quotation/unknown']);
});

test('a fact that a category has for all its cookies is told where it stands', () => {
  const value = {
    categories: { counting: { label: 'Counting', each: { expires: '1 day' } } },
    cookies: { visit: { name: 'v', category: 'counting' } },
  };
  const { faults } = fillQuotations(
    '{{ cookies.visit.expires }} {{ cookies.visit.domain }}',
    'plain',
    [{ value, schema: policyFile }],
    quotingReaderOf('en-GB'),
  );
  expect(faults.map(({ help }) => help?.())).toEqual([
    'All cookies of its category have it: quote `categories.counting.each.expires`.',
    expect.not.stringContaining('category have it'),
  ]);
});

test('names the path that was meant', () => {
  expect(fill('{{ contacts.privcy.email }}').faults[0]?.help?.()).toBe(
    'Did you mean `contacts.privacy.email`?',
  );
  expect(fill('{{ email }}').faults[0]?.help?.()).toBe('Did you mean `contacts.privacy.email`?');
  expect(fill('{{ contacts.privacy }}').faults[0]?.help?.()).toBe(
    'It holds `contacts.privacy.label`, `contacts.privacy.email`, `contacts.privacy.phone`, `contacts.privacy.url`.',
  );
});

test('shows a value with a fault of its own as it is written', () => {
  const faulty = {
    updated: 'yesterday',
    controller: { country: 'Ireland' },
    language: 'en_GB',
    cookies: { a: { expires: 'a' } },
  };
  const own: Scope[] = [
    { value: faulty, schema: policyFile },
    { value: faulty, schema: productFile },
  ];
  const text = '{{ updated }} {{ controller.country }} {{ language }} {{ cookies.a.expires }}';
  expect(fillQuotations(text, 'plain', own, quotingReaderOf('en')).text).toBe('yesterday Ireland en_GB a');
});

const word = fc.string({ minLength: 1, unit: fc.constantFrom(...'abc *_`[]()|\\\n{}é😀') });
const quotation = fc
  .constantFrom(...Object.values(paths), 'nmae', 'contacts', '')
  .map((path) => `{{ ${path} }}`);
const pieces = fc.array(fc.oneof(word, quotation), { maxLength: 8 }).map((parts) => parts.join(' '));

test('leads every unchanged character back to itself', () => {
  fc.assert(
    fc.property(pieces, fc.constantFrom('plain' as const, 'markdown' as const), (source, form) => {
      const { text, toSource } = fill(source, form);
      const isQuoted = new Array<boolean>(source.length).fill(false);
      for (const { 0: written, index } of source.matchAll(/\{\{[^{}\n]*\}\}/g))
        isQuoted.fill(true, index, index + written.length);
      const back = Array.from(text, (_, offset) => toSource(offset));
      // Walking the text never walks back in the source, and each character outside of quotations is met once.
      expect(back).toEqual([...back].sort((a, b) => a - b));
      const outside = [...Array(text.length).keys()].filter((offset) => !isQuoted[toSource(offset)]);
      expect(outside.map((offset) => text[offset]).join('')).toBe(
        [...Array(source.length).keys()]
          .filter((at) => !isQuoted[at])
          .map((at) => source[at])
          .join(''),
      );
      for (const offset of outside) expect(text[offset]).toBe(source[toSource(offset)]);
    }),
  );
});

test('leads every character of a value back to its quotation', () => {
  const { text, toSource } = fill('a {{ name }} b');
  const start = text.indexOf('Tom');
  const end = text.indexOf(' b');
  for (let offset = start; offset < end; offset++) expect(toSource(offset)).toBe(2);
  expect(toSource(end)).toBe('a {{ name }}'.length);
});

test('leads the end of a text, and what lies beyond it, to the end of its source', () => {
  fc.assert(
    fc.property(pieces, fc.nat(10), (source, beyond) => {
      const { text, toSource } = fill(source);
      if (source.endsWith('}}')) return;
      expect(toSource(text.length + beyond)).toBeGreaterThanOrEqual(toSource(Math.max(0, text.length - 1)));
      expect(toSource(text.length)).toBe(source.length);
    }),
  );
});

test('never throws, and puts every fault inside of its text', () => {
  const hostile = fc.string({
    unit: fc.constantFrom('{', '}', ' ', '.', 'a', 'name', '`', '[', ']', '(', ')', '\n'),
  });
  fc.assert(
    fc.property(hostile, fc.constantFrom('plain' as const, 'markdown' as const), (source, form) => {
      for (const { offset, length } of fill(source, form).faults) {
        expect(offset).toBeGreaterThanOrEqual(0);
        expect(offset + length).toBeLessThanOrEqual(source.length);
        expect(length).toBeGreaterThan(0);
      }
    }),
  );
});
