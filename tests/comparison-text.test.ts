import { expect, test } from 'vitest';
import { comparisonText } from '../src/reports/comparison.ts';
import { compileTexts } from './compile-texts.ts';

// What a comparison for a terminal shows of the marks of a redline, in the smallest texts that have them.

/** The marked text that two contents of one policy come to, without the list of changes. */
function marked(before: string, after: string): string[] {
  const [old, now] = [before, after].map((sections) => {
    const policy = `kind: notice\ntitle: Notice\nlanguage: en-GB\nupdated: 2026-01-01\nsections:\n${sections}`;
    const compiled = compileTexts({
      'site.yaml': 'name: Example\nurl: https://example.com\nlanguages: [en-GB]\nstop: none\n',
      'shop/product.yaml': 'name: Shop\n',
      'shop/notice.yaml': policy,
    }).compiled.get('shop/notice');
    return compiled && { ...compiled, path: '/' };
  });
  if (!old || !now) throw new Error('no policy');
  const lines = comparisonText(old, now).trim().split('\n');
  return lines.slice(lines.findIndex((line) => line.startsWith('## '))).filter((line) => line !== '');
}

const section = (text: string) => `  - title: Boats\n    content:\n      - ${JSON.stringify(text)}\n`;

test.each([
  [
    'See [our **blue** boats](https://a.example/1).',
    'See [our **blue** boats](https://a.example/2).',
    ' (https://a.example/1 → https://a.example/2)',
  ],
  ['We row and sail.', 'We **row** and **sail**.', ' (now bold)'],
  ['We **row**.', 'We *row*.', ' (bold → italic)'],
  ['See [our boats](https://a.example/1).', 'See our boats.', ' (no longer a link to https://a.example/1)'],
])('what a look or a link became is said once, in words: %s → %s', (before, after, note) => {
  expect(marked(section(before), section(after))[1]?.replace(/^[^(]*(?= \()/, '')).toBe(note);
});

test('the heading of a section that came is written once', () => {
  const first = section('We row.');
  const second = first + section('We sail.').replace('Boats', 'Sails');
  expect(marked(first, second)).toEqual(['## Sails (new)', '{+We sail.+}']);
});
