import { expect, test } from 'vitest';
import { report } from '../src/reports/report.ts';
import { around, compileTexts, type Texts } from './compile-texts.ts';

// A file of at most 1 MB is told about in seconds, whatever is in it: what it costs grows with its length alone, what is
// said of it is short, and nothing of it overflows the stack.

const head = 'kind: privacy-policy\ntitle: T\nupdated: 2026-01-01\n';
const section = 'sections:\n  - title: S\n    content: [Some text.]\n';
const times = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('');
const content = (...items: string[]) => `${head}sections:\n  - title: S\n    content:\n${items.join('')}`;
const quoted = (text: string) => content(`      - ${JSON.stringify(text)}\n`);

/** Compiles one policy. Gives what was found, and how many seconds of the processor it took, with its report. */
function tell(text: string, more: Texts = {}) {
  const texts: Texts = { ...around, ...more, 'shop/terms.yaml': text };
  const before = process.cpuUsage();
  const { problems } = compileTexts(texts);
  const shown = report(problems, 'pretty', { sourceOf: (file) => texts[file.replace('policies/', '')] });
  const { user, system } = process.cpuUsage(before);
  return { problems, shown, seconds: (user + system) / 1_000_000 };
}

// What a slow machine needs for the longest of them, with room; what grows with the square of a length takes minutes.
const mostSeconds = 20;

test.each<[string, string, Texts?]>([
  ['braces', quoted('{{{'.repeat(100_000))],
  ['braces that close nothing', quoted('{ x }}'.repeat(50_000))],
  ['lines with braces that close nothing', content(`      - |\n${'        { x }}\n'.repeat(50_000)}`)],
  ['quotations of nothing between such braces', quoted('{{ x }} }} '.repeat(50_000))],
  ['a title of quotations', `${head.replace('title: T', `title: "${'{{ x }} '.repeat(80_000)}"`)}${section}`],
  ['a quotation of a long path', quoted(`{{ ${'a.'.repeat(400_000)} }}`)],
  ['nested braces', '{'.repeat(200_000)],
  ['nested brackets', '['.repeat(200_000)],
  ['nested hyphens', '- '.repeat(100_000)],
  ['nested keys', 'a: '.repeat(70_000)],
  ['commas in brackets', `a: [${','.repeat(70_000)}]`],
  ['anchors', times(12_000, (index) => `k${index}: &a${index} v\n`)],
  ['aliases', times(12_000, (index) => `k${index}: *a${index}\n`)],
  [
    'aliases of aliases',
    `a0: &a0 [x,x]\n${times(5_000, (index) => `a${index + 1}: &a${index + 1} [*a${index},*a${index}]\n`)}`,
  ],
  ['keys', times(8_000, (index) => `k${index}: v\n`)],
  ['the same key', 'k: v\n'.repeat(40_000)],
  ['keys without values', 'a:\n'.repeat(60_000)],
  ['a long key', `? ${'a'.repeat(900_000)}\n: b\n${head}${section}`],
  ['a long number', `${head.replace('2026-01-01', '2'.repeat(900_000))}${section}`],
  ['tabs', '\ta\n'.repeat(60_000)],
  ['quotes', `a: ${'"b" '.repeat(50_000)}`],
  ['marks on one letter', content(`      - a${'\u0301\u0323'.repeat(100_000)}\n`)],
  ['letters in two parts', content(`      - ${'e\u0301 '.repeat(50_000)}\n`)],
  ['words of two alphabets', content(`      - ${'a\u0430 '.repeat(50_000)}\n`)],
  ['hidden characters on a line each', times(30_000, () => 'a: \u200b\n')],
  ['wrong blocks', content(times(4_000, (index) => `      - bloc: a${index}\n`))],
  [
    'one inventory shown thousands of times',
    `${head}cookies:\n${times(3_000, (index) => `  c${index}: {name: c}\n`)}${content('      - cookies: all\n'.repeat(3_000)).slice(head.length)}`,
  ],
  [
    'entries of unknown categories',
    `${head}categories:\n${times(4_000, (index) => `  k${index}: {label: L}\n`)}cookies:\n${times(4_000, (index) => `  c${index}: {name: x, category: kx${index}}\n`)}${section}`,
  ],
  [
    'quotations of what is nearly there',
    `${head}cookies:\n${times(4_000, (index) => `  c${index}: {name: x}\n`)}${content(times(4_000, (index) => `      - The {{ cookies.cx${index}.name }}.\n`)).slice(head.length)}`,
  ],
  [
    'links to what is nearly there',
    `${head}sections:\n${times(4_000, (index) => `  - {title: S${index}, content: ["[x](#sx${index})"]}\n`)}`,
  ],
  ['the same title', `${head}sections:\n${'  - {title: S, content: [a]}\n'.repeat(8_000)}`],
  ['former names', `${head}formerly: [${'a, '.repeat(40_000)}b]\n${section}`],
  [
    'vendors without a name',
    head + section,
    {
      'vendors.yaml': `vendors:\n${times(8_000, (index) => `  v${index}: {name: V}\n`)}`,
      'shop/product.yaml': `name: Shop\nvendors:\n${times(8_000, (index) => `  vx${index}: {}\n`)}`,
    },
  ],
])('a file full of %s is told in seconds and few words', (_, text, more) => {
  const { problems, shown, seconds } = tell(text, more);
  expect(problems.length).toBeGreaterThan(0);
  expect(problems.length).toBeLessThanOrEqual(101);
  expect(problems.some(({ severity }) => severity === 'error')).toBe(true);
  for (const { message, help = '' } of problems) expect(message.length + help.length).toBeLessThan(4_100);
  expect(shown.length).toBeLessThan(500_000);
  expect(seconds).toBeLessThan(mostSeconds);
});
