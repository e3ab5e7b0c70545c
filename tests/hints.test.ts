import { describe, expect, test } from 'vitest';
import { lifetime } from '../schemas/length.ts';
import { knownCookie, knownCookies } from '../src/rules/known-cookies.ts';
import { allRules } from '../src/rules/packs.ts';
import { differsClearly } from '../src/time/period.ts';
import { findingsIn, loadRule } from './rules.ts';

const rule = await loadRule('eprivacy/purpose');

/** The hints a cookie gives, in a policy with one category. */
function hints(cookie: string, category = 'label: Counting, consent: required') {
  const policy = `categories:\n  some: { ${category} }\ncookies:\n  one: { category: some, ${cookie} }\n`;
  const example = { policy, product: 'vendors:\n  google: { name: Google }\n' };
  const found = findingsIn(example, rule, allRules);
  return found.filter(({ severity }) => severity === 'hint');
}

const messages = (...args: Parameters<typeof hints>) => hints(...args).map(({ message }) => message);
const ga = 'A public list records `_ga` as set by Google Analytics to tell visitors apart, for 2 years.';
const said = 'purpose: Counts visits., provider: google';

describe('a hint', () => {
  test('says what is known where the policy says nothing', () => {
    expect(hints('name: _ga')).toMatchObject([
      {
        rule: 'hint/known-cookie',
        severity: 'hint',
        message: ga,
        help: 'Check with Google Analytics before writing it down: the policy leaves out its purpose, who sets it and how long it stays.',
        place: { file: 'policies/shop/policy.yaml', line: 4, column: 32 },
        finding: { subject: 'shop/policy', path: 'cookies.one.name', cites: [{ basis: 'internal' }] },
      },
    ]);
  });

  test('is silent where the policy says it all', () => {
    expect(messages(`name: _ga, ${said}, expires: 2 years`)).toEqual([]);
    expect(messages(`name: _ga, ${said}, expires: 730 days`)).toEqual([]);
  });

  test('is silent on what the list does not know', () => {
    expect(messages('name: shop_cart')).toEqual([]);
    expect(messages(`name: IDE, ${said}`)).toEqual([]);
  });

  test('sets two times beside each other', () => {
    expect(messages(`name: _ga, ${said}, expires: 6 months`)).toEqual([`${ga} The policy says: 6 months.`]);
    expect(messages(`name: PHPSESSID, ${said}, expires: 1 year`)).toEqual([
      'A public list records `PHPSESSID` as set by PHP to keep a session, until the browser closes. The policy says: 1 year.',
    ]);
  });

  test('takes a time that browsers cut short for what is left of it', () => {
    expect(messages(`name: _ga, ${said}, expires: 13 months`)).toEqual([]);
    expect(messages(`name: _ga, ${said}, expires: 400 days`)).toEqual([]);
  });

  test.each([
    ['label: Strictly necessary', true],
    ['label: Counting, consent: exempt', true],
    ['label: Counting, exemption: requested', true],
    ['label: Counting, exemption: statistical', false],
    ['label: Non-essential', false],
    ['label: Required for counting, consent: required', false],
  ])('in a category with `%s` about statistics: %s', (category, isGiven) => {
    const expected = isGiven
      ? [expect.stringContaining('That is statistics; the policy counts it among “')]
      : [];
    expect(messages(`name: _ga, ${said}, expires: 2 years`, category)).toEqual(expected);
  });

  test('says nothing of security in a necessary category', () => {
    expect(messages(`name: __cf_bm, ${said}, expires: 30 minutes`, 'label: Strictly necessary')).toEqual([]);
  });

  test('judges nobody', () => {
    const words = knownCookies
      .flatMap(({ name }) => hints(`name: "${name}"`, 'label: Necessary'))
      .map(({ message, help }) => `${message} ${help}`);
    expect(words).toHaveLength(knownCookies.length);
    for (const text of words) {
      expect(text).toMatch(/^A public list records /);
      expect(text).not.toMatch(/complian[ct]|violat|illegal|unlawful|you must|guarantee|undefined/i);
    }
  });
});

describe('the list of known cookies', () => {
  test('has each name once', () => {
    const names = knownCookies.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
    expect(names.length).toBeGreaterThanOrEqual(150);
  });

  test.each(knownCookies)('$name is exact enough, and its time can be written in a policy', (cookie) => {
    const { name, to, expires, company, kind } = cookie;
    expect(['necessary', 'preferences', 'analytics', 'marketing', 'security']).toContain(kind);
    expect(name).toMatch(/^[!-~]+$/);
    expect(name).not.toMatch(/^\*|\*\*/);
    // One that stands for many spells out enough to be no accident.
    expect(name.replaceAll('*', '').length).toBeGreaterThanOrEqual(name.includes('*') ? 4 : 3);
    if (expires !== undefined) expect(lifetime.safeParse(expires).success).toBe(true);
    expect(to).toMatch(/^[a-z].*[a-z]$/);
    expect(company.trim()).toBe(company);
    expect(knownCookie(name)).toEqual(cookie);
  });

  test.each([
    ['_ga_ABC123', '_ga_*'],
    ['AMP_MKTG_abc', 'AMP_MKTG_*'],
    ['AMP_abc', 'AMP_*'],
    ['AMP_TOKEN', 'AMP_TOKEN'],
    ['_pk_id.1.f00', '_pk_id.*'],
    ['mp_0a1b_mixpanel', 'mp_*_mixpanel'],
    ['_hjSession_*', '_hjSession_*'],
    ['_pk_idX1', undefined],
    ['my_ga', undefined],
    ['_ga_', undefined],
    ['session', undefined],
    ['*_*', undefined],
  ])('%s is known as %s', (name, expected) => {
    expect(knownCookie(name)?.name).toBe(expected);
  });
});

test.each([
  ['1 year', '365 days', false],
  ['1 year', '13 months', true],
  ['session', '1 day', true],
  ['session', 'session', false],
  ['until deleted', 'session', true],
])('%s and %s differ clearly: %s', (one, other, expected) => {
  expect(differsClearly(one, other)).toBe(expected);
});
