import { expect, test } from 'vitest';
import { exampleFiles } from '../src/beginnings/examples.ts';
import { projectAt } from '../src/doors/project.ts';
import { reviewBody } from '../src/reports/review-html.ts';
import { exampleReview } from '../src/site/example-review.ts';
import { problemsOf } from '../src/site/library.ts';
import { quotationExamples, valueReference } from '../src/site/value-reference.ts';
import { root } from './command.ts';
import { openFolder } from './open-folder.ts';
import { writeFolder } from './published-texts.ts';

test('the whole examples have neither fault nor error, nor a place to fill in', () => {
  const texts = Object.fromEntries(exampleFiles().map(({ name, text }) => [name, text]));
  expect(Object.keys(texts)).toEqual([
    'site.yaml',
    'harbour-log/product.yaml',
    'harbour-log/cookie-policy.yaml',
    'harbour-log/privacy-policy.yaml',
    'harbour-log/terms.yaml',
  ]);
  const folder = writeFolder('.cache/tests/handbook-examples', texts);
  const problems = problemsOf(openFolder(folder, '2026-11-02'));
  expect(problems.filter(({ finding, severity }) => !finding || severity === 'error')).toEqual([]);
});

test('lists each way to write a value once, with examples that are taken, and what readers see', () => {
  const values = valueReference();
  expect(new Set(values.map(({ expects }) => expects)).size).toBe(values.length);
  const examples = values.flatMap((value) =>
    value.examples.map(({ written, shown }) => `${written} → ${shown}`),
  );
  expect(examples).toEqual(
    expect.arrayContaining([
      '2026-03-31 → 31 March 2026',
      'IE → Ireland',
      'pt-BR → Brazilian Portuguese',
      'about 25 days → about 25 days',
      'until sign-out → until you sign out',
      '+353 91 000 000 → +353 91 000 000',
      '"#1c4f7c" → #1c4f7c',
      'privacy@example.com → privacy@example.com',
    ]),
  );
  // A sentence that names an example names one that is taken.
  const without = values.filter(({ expects, examples: own }) => / like /.test(expects) && own.length === 0);
  expect(without.map(({ expects }) => expects)).toEqual([]);
  expect(values.find(({ expects }) => expects.startsWith('a country'))?.keys).toEqual(['country', 'places']);
});

test('fills every quotation of the handbook', () => {
  expect(quotationExamples().map(({ written, shown }) => `${written} → ${shown}`)).toEqual([
    '{{ name }} → Harbour Log',
    '{{ controller.name }} → Harbour Log Ltd',
    '{{ contacts.privacy.email }} → privacy@harbourlog.example',
    '{{ vendors.hosting.name }} → Mooring Cloud',
    '{{ updated }} → 2 November 2026',
    '{{ notice.period }} → 30 days',
    '{{ categories.statistics.label }} → Statistics',
    '{{ cookies.visits.expires }} → 13 months',
    '{{ consent.keptFor }} → 6 months',
  ]);
});

test('the review that the handbook shows is one of a small change, with nothing to mend', () => {
  const shown = reviewBody(exampleReview(projectAt(root)));
  expect(shown).toContain('<p class="head">1 policy changes; no change is proposed as material.</p>');
  expect(shown).toContain('visits is now kept for 6 months. It was 13 months.');
  expect(shown).toContain('<del>13</del><ins>6</ins> months');
  expect(shown).not.toContain('fault');
});
