import { expect, test } from 'vitest';
import { keepDates } from '../src/text/unbroken.ts';

const shown = (html: string, language: string) => keepDates(html, language).replaceAll('\u00a0', '_');

test('a date does not break between two lines', () => {
  expect(shown('<p>On 10 March 2025 and later</p>', 'en-GB')).toBe('<p>On 10_March_2025 and later</p>');
  expect(shown('<p>Am 10. März 2025</p>', 'de')).toBe('<p>Am 10._März_2025</p>');
});

test('in the title of a page the day alone stays with its month, so that a phone breaks no number', () => {
  expect(shown('<h1>What changed on September 25, 2019: Terms</h1><p>September 25, 2019</p>', 'en-US')).toBe(
    '<h1>What changed on September_25, 2019: Terms</h1><p>September_25,_2019</p>',
  );
  expect(shown('<h1 id="a">25 de septiembre de 2019</h1>', 'es')).toBe(
    '<h1 id="a">25_de septiembre de 2019</h1>',
  );
  expect(shown('<h1>25. September 2019</h1>', 'de')).toBe('<h1>25._September 2019</h1>');
});
