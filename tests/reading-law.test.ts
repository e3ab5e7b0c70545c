import fc from 'fast-check';
import { expect, test } from 'vitest';
import { redline } from '../src/compare/redline/redline.ts';
import { policyMarkdown } from '../src/exporters/markdown.ts';
import type { PolicyPage } from '../src/page/page-model.ts';
import { htmlOf, type Piece } from '../src/page/piece.ts';
import { declaredUnshown } from '../src/rules/core/declared-unshown.ts';
import { around, compileTexts } from './compile-texts.ts';
import { howMany } from './how-many.ts';
import { policyOfFacts, productOfFacts, randomFacts } from './random-facts.ts';
import { findingsOfTexts } from './rules.ts';

// Every word of a text in a file, as a person reads the file, stands on the page, in its order, in Markdown, and in what
// compares it with another version; or is spoken of in a problem.

const mark = fc.constantFrom(
  ...[
    '',
    '',
    '',
    '# ',
    '#',
    '- ',
    '* ',
    '• ',
    '1. ',
    '2) ',
    '(a) ',
    '(b) ',
    'a. ',
    'i. ',
    '> ',
    '| ',
    '|--|',
    '~~',
    '**',
    '`',
  ],
  ...[
    '```',
    '    ',
    '[^1] ',
    '[^1]: ',
    '[x]: ',
    '[ ] ',
    '“',
    '”',
    '<b>',
    '1.1 ',
    '– ',
    '[',
    '](https://example.com "',
    '")',
  ],
  ...[
    '\ufeff',
    '\u00a0',
    '\u200b',
    'www.example.com/',
    'https://example.com/',
    '&nbsp;',
    '&shy;',
    '\\',
    '🍪',
    '***',
  ],
);
const end = fc.constantFrom(
  ' ',
  ' ',
  ' ',
  '\n',
  '\n\n',
  '\n  ',
  ' #',
  ' | ',
  '\r\n',
  '\t',
  '\u00a0',
  '  \n',
  '\\\n',
);
const pieces = fc.array(fc.tuple(mark, end), { minLength: 1, maxLength: 10 });
const start = fc.constantFrom('', '', '', '\ufeff', '\u200b');
const style = fc.constantFrom('|\n        ', '>-\n        ', '');

test('no word of a text is lost without a problem', () => {
  fc.assert(
    fc.property(start, pieces, style, (first, parts, opening) => {
      const text =
        first + parts.map(([before, after], at) => `${before}word${'abcdefghij'[at]}${after}`).join('');
      const written = opening + text.trimEnd().replaceAll('\n', '\n        ');
      const page = termsPage(written);
      if (!page) return;
      // A line of its own that begins with # and a space, below a text without | or >, is a comment to its writer too.
      const meant = opening === '' ? text.replaceAll(/\n\s*# [^\n]*/g, '') : text;
      const words = meant.match(/word[a-j]/g) ?? [];
      expect(marksIn(shownIn(page.sections).replaceAll(/<[^>]*>/g, ''))).toEqual(words);
      expect(marksIn(policyMarkdown(page))).toEqual(words);
      const more = termsPage(`${written}\n      - wordz`);
      const compared = more && JSON.stringify(redline(page, more).sections);
      if (compared) for (const word of [...words, 'wordz']) expect(compared).toContain(word);
    }),
    { numRuns: howMany(1_500) },
  );
});

const marksIn = (text: string) => [...new Set(text.match(/word[a-j]/g))];

function termsPage(written: string): PolicyPage | undefined {
  const { problems, compiled } = compileTexts({
    ...around,
    'shop/terms.yaml': `kind: terms\ntitle: Terms\nsections:\n  - title: Text\n    content:\n      - ${written}\n`,
  });
  if (problems.some(({ severity }) => severity === 'error')) return undefined;
  return compiled.get('shop/terms')?.page;
}

const inline = fc.constantFrom(
  ...['', '', '*', '**', '***', '_', '`', '~~', '[', '](https://e.com)', '“', '"', "'", '<', '>', '|', '\\'],
  ...[
    '&amp;',
    '&nbsp;',
    '\u05d0\u05d1 ',
    '\u0645\u0631 ',
    '- ',
    '1. ',
    '(a) ',
    '> ',
    '# ',
    '{',
    '}',
    '§ ',
    '[^1]',
  ],
);
const between = fc.constantFrom(' ', ' ', '\n', '\n\n', '\n- ', '\n  - ', '\n> ', '\n1. ', ', ', '. ', '; ');
const texts = fc.array(fc.tuple(inline, inline, between), { minLength: 1, maxLength: 8 }).map((parts) =>
  parts
    .map(([before, after, next], at) => `${before}word${'abcdefgh'[at]}${after}${next}`)
    .join('')
    .trimEnd(),
);
const places: ((text: string) => string)[] = [
  (text) => `table: { columns: [A, B], rows: [[${text}, x]] }`,
  (text) => `definitions: [{ term: T, text: ${text} }]`,
  (text) => `note: ${text}`,
  (text) => `cards: [{ title: T, text: ${text} }]`,
  (text) => `steps: [{ label: L, steps: [${text}] }]`,
];

test('no word of a text in a block is lost without a problem', () => {
  fc.assert(
    fc.property(texts, fc.constantFrom(...places), (text, place) => {
      const { problems, compiled } = compileTexts({
        ...around,
        'shop/terms.yaml': `kind: terms\ntitle: Terms\nsections:\n  - title: Text\n    content:\n      - ${place(JSON.stringify(text))}\n`,
      });
      if (problems.some(({ severity }) => severity === 'error')) return;
      const page = shownIn(compiled.get('shop/terms')?.page.sections).replaceAll(/<[^>]*>/g, '');
      expect((text.match(/word[a-h]/g) ?? []).filter((word) => !page.includes(word))).toEqual([]);
    }),
    { numRuns: howMany(600) },
  );
});

test('no word of a fact is lost without a finding', () => {
  fc.assert(
    fc.property(randomFacts, (facts) => {
      const texts = {
        ...around,
        'shop/product.yaml': productOfFacts,
        'shop/privacy.yaml': policyOfFacts(facts),
      };
      const page = compileTexts(texts).compiled.get('shop/privacy')?.page;
      if (!page) return;
      const shown = JSON.stringify(page.sections).toLowerCase();
      const lost = textsIn(facts).filter(([, text]) => wordsOf(text).some((word) => !shown.includes(word)));
      const found = lost.length > 0 ? findingsOfTexts(texts, '2026-11-22', [declaredUnshown]) : [];
      const told = found.map(({ message }) => message).join(' ');
      expect(lost.filter(([path]) => !told.includes(`\`${path}\``))).toEqual([]);
    }),
    { numRuns: howMany(300) },
  );
});

// Former ids are anchors, and what holds for each cookie of a category stands with the cookies.
const unseen = ['aliases', 'each'];

function textsIn(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    unseen.includes(key) ? [] : textsIn(inner, path ? `${path}.${key}` : key),
  );
}

const wordsOf = (text: string) => text.toLowerCase().match(/word[0-9]+x/g) ?? [];

/** The HTML of all pieces in a part of a page, whatever holds them. */
function shownIn(part: unknown): string {
  if (Array.isArray(part)) return isPiece(part) ? htmlOf(part) : part.map(shownIn).join(' ');
  return typeof part === 'object' && part !== null ? Object.values(part).map(shownIn).join(' ') : '';
}

function isPiece(items: unknown[]): items is Piece[number][] {
  return (
    items.length > 0 &&
    items.every((item) => typeof item === 'object' && item !== null && Object.hasOwn(item, 'sort'))
  );
}
