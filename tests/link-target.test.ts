import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isTarget, readSiteTarget } from '../src/text/link-target.ts';
import { inspectProse, renderProse } from '../src/text/prose.ts';
import { around, compileTexts } from './compile-texts.ts';
import { marks, payloads } from './hostile-texts.ts';

// What is neither refused nor looked up does not exist: a reader who follows a link arrives.

/** What is said of a link in a policy that has a section `a`. */
function problemsOf(link: string): string[] {
  const sections = `[{ id: a, title: S, content: [${JSON.stringify(link)}] }]`;
  const text = `kind: terms\ntitle: T\nsections: ${sections}\n`;
  const { problems } = compileTexts({ ...around, 'shop/terms.yaml': text });
  return problems.map(({ rule, message, help }) => `${rule} ${message} ${help ?? ''}`);
}

const toTarget = (url: string) => problemsOf(`[go](${url})`);

test.each([
  '#a',
  'terms',
  'terms#a',
  '/shop/terms',
  '/shop/terms/',
  '/shop/terms/#a',
  'https://shop.example',
  'https://shop.example:8443/a?b=c#d',
  'https://bücher.example/',
  'mailto:privacy@shop.example',
  'mailto:a.b+c@mail.shop.example?subject=My%20data',
  'tel:112',
  'tel:+353-91-000-000',
])('a link may lead to %s, and does', (url) => {
  expect(toTarget(url)).toEqual([]);
  expect(renderProse(`[go](${url})`, { wrap: 'inline' })).toContain(`<a href="`);
});

const whole = 'For any other page, your own as well, write its whole address: https://example.com/terms.';
const page = `A policy of this site is /product/policy/. ${whole}`;
const section = 'Write # and the id of a section or an entry: it starts with a letter from a to z.';
const generic =
  'Write a whole address that starts with https://, the file name of a policy without .yaml, or # and the id of a section.';
const host = 'Write the whole address, with the name of a host, as in https://example.com/terms.';
const mail = 'Write mailto: and one mail address, as in mailto:privacy@example.com.';
const phone = 'Write tel: and a telephone number of 3 to 15 digits, as in tel:+35391000000.';

test.each([
  ['1', generic],
  ['', generic],
  ['Terms', 'Write the file name of a policy without its ending: terms.'],
  ['terms.yaml#start', 'Write the file name of a policy without its ending: terms#start.'],
  ['?page=terms', generic],
  ['../terms', 'Write the file name of a policy without its ending: terms.'],
  ['terms/', generic],
  ['javascript:alert(1)', generic],
  ['ftp://shop.example', generic],
  ['#', section],
  ['#1', section],
  ['#A', 'Write an id as it is written there: #a.'],
  ['/terms', page],
  ['/', page],
  ['/shop/', page],
  ['/shop/terms/2026-01-01/', page],
  ['www.shop.example', 'Write https:// in front of it.'],
  ['shop.example/terms', 'Write https:// in front of it.'],
  ['//shop.example', 'Write https:// in front of it.'],
  ['http://intranet', host],
  ['https://intranet', host],
  ['https://1', host],
  ['https://0x7f.1', host],
  ['https://me@shop.example', host],
  ['privacy@shop.example', 'Write mailto: in front of a mail address.'],
  ['mailto:privacy', mail],
  ['mailto:..@-.-', mail],
  ['mailto:a@shop.example,b@shop.example', mail],
  ['tel:1', phone],
  ['tel:+', phone],
  ['tel:1234567890123456', phone],
  ['+353-91-000-000', 'Write tel: in front of a telephone number.'],
])('a link to %s is refused with what to write', (url, help) => {
  const [problem = '', ...others] = toTarget(url);
  expect(others).toEqual([]);
  expect(problem).toMatch(/^prose\/link Unexpected link to ".*", expected https, mailto, tel, /);
  expect(problem.endsWith(` ${help}`), problem).toBe(true);
});

test.each([
  '#b',
  'privacy-policy',
  'terms#b',
  '/shop/privacy/',
  '/other/terms/',
])('a link to %s is looked up, and leads nowhere', (url) => {
  expect(toTarget(url).map((problem) => problem.split(' ')[0])).toEqual(['prose/link-unknown']);
});

test.each([
  '[](#a)',
  '[ ](#a)',
  '[&nbsp;](#a)',
  '[&#8203;](https://shop.example)',
])('a link that shows nothing is refused: %j', (text) => {
  expect(problemsOf(text)[0]).toBe(
    'prose/link Unexpected link without text, expected words between [ and ]. Say in words where it leads, or delete it.',
  );
});

test.each([
  '![A map](map.png)',
  '![A map](https://shop.example/map.png)',
  '![A map][m]\n\n[m]: map.png',
  '[![A map](map.png)](#a)',
])('an image is refused: %j', (text) => {
  expect(problemsOf(text).some((problem) => problem.startsWith('prose/image '))).toBe(true);
});

/** Where the links of a rendered text lead. */
const addressesIn = (html: string) => [...html.matchAll(/<a href="([^"]*)"/g)].map(([, href = '']) => href);

test('what is accepted of any text leads to a place that was looked up or to an address that can be opened', () => {
  const urls = ['1', '#a', '/x', 'x', 'https://a', 'mailto:a', 'tel:1', 'a.b', '%', '?', '..', '//', '@'];
  const piece = fc.constantFrom(...marks, ...payloads, ...urls.map((url) => `[go](${url})`), ...urls);
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
      const text = pieces.join('');
      const { faults, links } = inspectProse(text);
      if (faults.length > 0) return;
      const found = new Set(links.map(({ url }) => url));
      for (const href of addressesIn(renderProse(text, { wrap: 'block' })))
        expect(isTarget(href.replaceAll('&#x26;', '&').replaceAll('&amp;', '&')), href).toBe(true);
      for (const url of found)
        expect(readSiteTarget(url) !== undefined || /^(https|mailto|tel):/.test(url)).toBe(true);
    }),
    { numRuns: 500 },
  );
});
