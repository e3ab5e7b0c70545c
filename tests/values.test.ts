import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { lifetime } from '../schemas/length.ts';
import {
  country,
  date,
  domain,
  email,
  id,
  language,
  type Period,
  parsePeriod,
  period,
  phone,
  prose,
  text,
  url,
  writePeriod,
} from '../schemas/values.ts';
import { secondsIn } from '../src/time/period.ts';

const units = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'] as const;

const periods: fc.Arbitrary<Period> = fc
  .subarray([...units], { minLength: 1 })
  .chain((some) =>
    fc.tuple(
      ...some.map((unit) => fc.record({ unit: fc.constant(unit), count: fc.integer({ min: 1, max: 9999 }) })),
    ),
  );

const periodWords = fc
  .array(fc.constantFrom('0', '1', '2', '01', '13', '99999', ...units, ...units.map((unit) => `${unit}s`)), {
    maxLength: 6,
  })
  .map((words) => words.join(' '));

test('a period is read back as it was written', () => {
  fc.assert(
    fc.property(periods, (parts) => {
      expect(parsePeriod(writePeriod(parts))).toEqual(parts);
    }),
  );
});

test('every period has one spelling', () => {
  fc.assert(
    fc.property(fc.oneof(periodWords, periods.map(writePeriod)), (words) => {
      const parts = parsePeriod(words);
      if (parts) expect(writePeriod(parts)).toBe(words);
    }),
  );
});

test('the schema of periods accepts what parsePeriod reads, and nothing else', () => {
  fc.assert(
    fc.property(fc.oneof(periodWords, periods.map(writePeriod)), (words) => {
      expect(period.safeParse(words).success).toBe(parsePeriod(words) !== undefined);
    }),
  );
});

test.each([
  '1 months',
  '2 month',
  '0 days',
  '01 day',
  '10000 days',
  '-1 days',
  '1.5 days',
  '6 months 1 year',
  '1 day 1 day',
  '1 day 2 days',
  ' 1 day',
  '1 day ',
  '1  day',
  '1\u00a0day',
  '1 Day',
  '1 day, 2 hours',
  '1 day\n',
  'one day',
  '1',
  'day',
  '',
  'P1D',
  'session',
])('%j is no period', (value) => {
  expect(parsePeriod(value)).toBeUndefined();
  expect(period.safeParse(value).success).toBe(false);
});

test('a longer period has more seconds', () => {
  const ascending = [
    '59 seconds',
    '1 minute',
    '1 hour',
    '1 day',
    '1 week',
    '1 month',
    '6 months',
    '1 year',
    '13 months',
  ];
  const seconds = ascending.map((value) => secondsIn(value) ?? 0);
  expect(seconds).toEqual([...seconds].sort((a, b) => a - b));
  expect(new Set(seconds).size).toBe(ascending.length);
});

test('twelve months last as long as a year', () => {
  expect(secondsIn('12 months')).toBe(secondsIn('1 year'));
});

type Examples = { schema: z.ZodType; accepts: unknown[]; refuses: unknown[] };

const examples: Record<string, Examples> = {
  lifetime: {
    schema: lifetime,
    accepts: ['session', 'until deleted', 'until sign-out', '13 months', '1 year 6 months'],
    refuses: ['Session', 'until', 'session 1 day', '6 months 1 year', '1 months', 'never', 13],
  },
  url: {
    schema: url,
    accepts: [
      'https://example.com',
      'https://example.com/',
      'https://Example.com/Privacy',
      'https://a-b.example.co.uk:8443/x?y=1#z',
      'https://example.com?x=1',
      'https://xn--bcher-kva.example/',
    ],
    refuses: [
      'http://example.com/',
      'HTTPS://example.com/',
      'javascript:alert(1)',
      'data:text/html,x',
      'mailto:a@example.com',
      '//example.com/',
      'example.com',
      'https://user@example.com/',
      'https://user:secret@example.com/',
      'https://example.com\\@evil.example/',
      'https://example.com/a b',
      ' https://example.com/',
      'https://example.com/\n',
      'https://example.com/"x',
      'https://localhost/',
      'https://127.0.0.1/',
      'https://example.com:99999/',
      `https://example.com/${'a'.repeat(2000)}`,
    ],
  },
  date: {
    schema: date,
    accepts: ['1990-01-01', '2024-02-29', '2026-03-31', '2199-12-31'],
    refuses: [
      '2026-02-30',
      '2026-02-29',
      '2026-04-31',
      '1989-12-31',
      '2200-01-01',
      '2026-13-01',
      '2026-3-1',
      '20260301',
      '01.03.2026',
      '2026-03-01T00:00:00Z',
      '2026-03-01 ',
      new Date('2026-03-01'),
      20260301,
    ],
  },
  id: {
    schema: id,
    accepts: ['a', 'what-we-store', 'ga4', 'a'.repeat(63)],
    refuses: [
      '\u212aelvin',
      'lo\u212a',
      'Upper',
      'camelCase',
      '4ga',
      '-a',
      'a_b',
      'a.b',
      'a b',
      'a\n',
      'übung',
      '__proto__',
      '../etc',
      '',
      'a'.repeat(64),
    ],
  },
  language: {
    schema: language,
    accepts: ['en', 'de', 'iw', 'pt-BR', 'zh-Hant', 'zh-Hant-TW', 'es-419', 'en-EU', 'sq-XK', 'gsw'],
    refuses: [
      'EN',
      'english',
      'en_GB',
      'en-gb',
      'zh-hant',
      'e',
      'en-',
      'x-klingon',
      '',
      'xx',
      'jp',
      'en-UK',
      'en-999',
    ],
  },
  country: {
    schema: country,
    accepts: ['IE', 'US', 'DE', 'GB'],
    refuses: ['ie', 'IRL', 'UK', 'EU', 'XX', 'Ireland', '', false],
  },
  email: {
    schema: email,
    accepts: ['privacy@example.com', 'a.b+c@mail.example.co.uk'],
    refuses: ['privacy', 'privacy@', '@example.com', 'a b@example.com', 'mailto:a@example.com', 'a@example'],
  },
  domain: {
    schema: domain,
    accepts: ['example.com', 'app.example.com'],
    refuses: [
      'Example.com',
      'https://example.com',
      'example',
      '.example.com',
      'example.com/',
      '*.example.com',
    ],
  },
  phone: {
    schema: phone,
    accepts: ['+353 91 000 000', '+1 (555) 010-0000', '091 000 000', '(888) 858-2569', '0303 123 1113'],
    refuses: ['+', '+353', '0-0', '12 34', 'call us', 'tel:+35391000000', '+353 91 000 000 ext. 5'],
  },
  text: {
    schema: text,
    accepts: ['A title', 'a'.repeat(500), 'Grüße, {{ name }}'],
    refuses: ['', 'two\nlines', 'a'.repeat(501), null, true, 13],
  },
  prose: {
    schema: prose,
    accepts: ['Some *Markdown*.\n\n- a list', 'a'.repeat(20_000)],
    refuses: ['', 'a'.repeat(20_001), null, false],
  },
};

const rows = Object.entries(examples);
const accepted = rows.flatMap(([name, { schema, accepts }]) =>
  accepts.map((value) => ({ name, schema, value })),
);
const refused = rows.flatMap(([name, { schema, refuses }]) =>
  refuses.map((value) => ({ name, schema, value })),
);

test.each(accepted)('$name accepts $value', ({ schema, value }) => {
  expect(schema.safeParse(value)).toMatchObject({ success: true, data: value });
});

test.each(refused)('$name refuses $value', ({ schema, value }) => {
  expect(schema.safeParse(value).success).toBe(false);
});
