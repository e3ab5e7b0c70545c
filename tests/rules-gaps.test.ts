import { expect, test } from 'vitest';
import { reportOf } from '../src/doors/terminal.ts';
import type { Problem } from '../src/problem.ts';
import { compareProblems } from '../src/reports/fingerprint.ts';
import { reviewMarkdown } from '../src/reports/review-markdown.ts';
import { reviewSides } from '../src/review/review.ts';
import { readSide } from '../src/review/side.ts';
import type { Example } from '../src/rules/rule.ts';
import { unreadTexts } from '../src/rules/unread-texts.ts';
import { openSources, problemsOf } from '../src/site/library.ts';
import { sourcesOf } from './compile-texts.ts';
import { project } from './open-folder.ts';
import { findingsIn, loadRule } from './rules.ts';

// What no field says and the prose seems to; and one gap of many entries, which is one finding.

const recipients = await loadRule('gdpr/recipients');
const duration = await loadRule('eprivacy/duration');

const severitiesOf = (found: readonly Problem[]) => found.map(({ severity, message }) => [severity, message]);
const told = (found: readonly Problem[]) => severitiesOf(found).map(([severity]) => severity);

const asks = 'GDPR Art. 13(1)(e) lists the recipients of personal data, or their categories';
const shares = `sections:
  - title: Who else sees it
    content:
      - We share your address with the companies that deliver your order.
`;

const section = (title: string, text: string) =>
  `kind: privacy-policy\nsections:\n  - title: ${title}\n    content:\n      - ${text}\n`;

test('a gap that neither a field nor the prose fills is an error', () => {
  expect(severitiesOf(findingsIn({}, recipients))).toEqual([
    ['error', `${asks}; no field says who receives data, and no text seems to.`],
  ]);
});

test('a gap that the prose seems to fill is a note, with the line and what to fill', () => {
  const [note] = findingsIn({ policy: shares }, recipients);
  expect(note).toMatchObject({
    severity: 'info',
    message: `${asks}; no field says who receives data; the text seems to, at line 4: fill \`recipients\`, or leave it to the text.`,
    related: [{ message: 'The text seems to say it here.', place: { line: 4, column: 12 } }],
    finding: { path: 'recipients' },
  });
});

test('a gap where the prose has only words of the topic is a warning, with the nearest of them', () => {
  const [warning] = findingsIn({ policy: shares.replace('We share', 'Nothing needs') }, recipients);
  expect(warning).toMatchObject({
    severity: 'warning',
    message: `${asks}; no field says who receives data; whether the text does, only a person can tell: the nearest words are at line 4.`,
    related: [{ message: 'The nearest words are here.', place: { line: 4 } }],
  });
});

test('what a rule only warns of is a note where the prose has words of the topic', async () => {
  const roles = await loadRule('gdpr/role-clarity');
  const policy = section('Hosting', 'Others store it on our behalf.');
  expect(told(findingsIn({ policy }, roles))).toEqual(['info']);
  expect(told(findingsIn({ policy: section('Hosting', 'It is stored.') }, roles))).toEqual(['warning']);
});

test('words of the topic tell nothing of what another page says', async () => {
  const complaint = await loadRule('gdpr/complaint');
  const text = 'We answer every complaint. See our [GDPR notice](https://shop.example/gdpr).';
  expect(severitiesOf(findingsIn({ policy: section('Europe', text) }, complaint))).toEqual([
    ['info', expect.stringMatching(/one leads to another page, which can\.$/)],
  ]);
});

test('a note keeps its fingerprint when its text moves', () => {
  const [one] = findingsIn({ policy: shares }, recipients);
  const [moved] = findingsIn({ policy: `lead: Hello.\n${shares}` }, recipients);
  expect(moved?.message).toMatch(/at line 5:/);
  expect(moved?.finding?.fingerprint).toBe(one?.finding?.fingerprint);
});

test('prose in a language that no rule reads is said to be so, and is no error', () => {
  expect(severitiesOf(findingsIn({ policy: 'language: de\n' }, recipients))).toEqual([
    ['info', `${asks}; no field says who receives data, and the text is in German, which no rule reads.`],
  ]);
});

const chief = (text: string) => ({ 'privacy-policy.yaml': `kind: privacy-policy\n${text}` });

test.each<[says: string, example: Example, found: string[]]>([
  ['neither does, is told of the chief one', { others: chief('') }, ['privacy-policy.yaml error']],
  ['the chief one does in a field, is told nothing', { others: chief('recipients: none\n') }, []],
  ['the chief one seems to, is told so there', { others: chief(shares) }, ['privacy-policy.yaml info']],
  ['another seems to, is told so there', { others: chief(''), policy: shares }, ['policy.yaml info']],
])('a product with two privacy policies, of which %s', (_, example, found) => {
  expect(
    findingsIn(example, recipients).map(
      ({ place, severity }) => `${place.file.split('/').at(-1)} ${severity}`,
    ),
  ).toEqual(found);
});

test('a fact of the product that a policy states in words is noted there', async () => {
  const dpo = await loadRule('gdpr/dpo');
  const policy = 'lead: Our data protection officer is Ann Other.\n';
  expect(severitiesOf(findingsIn({ policy }, dpo))).toEqual([
    [
      'info',
      expect.stringMatching(/no field says whether there is; the text seems to, at line 1 of policy\.yaml: /),
    ],
  ]);
});

const cookies = (...names: string[]) =>
  `kind: cookie-policy\ncookies:\n${names.map((name) => `  ${name}: { name: ${name}_id }\n`).join('')}`;

test('one gap of many entries is one finding with all the places', () => {
  const found = findingsIn({ policy: cookies('a', 'b', 'c') }, duration);
  expect(found.map(({ message, related = [] }) => [message, related.map(({ place }) => place.line)])).toEqual(
    [
      [
        'No field says how long `a_id`, `b_id` and `c_id` stay; Planet49 counts the duration among the information owed.',
        [4, 5],
      ],
    ],
  );
});

test.each([
  [
    'core/prefix',
    'cookies:\n  a: { name: __Host-a, secure: true, path: /a }\n  b: { name: __Host-b, secure: true, path: /b }\n',
    '`__Host-a` and `__Host-b` are listed without `Path=/`, which browsers ask of names that start with `__Host-`.',
  ],
  [
    'gdpr/automated-logic',
    'automatedDecisions:\n  a: { label: Credit, logic: Counted. }\n  b: { label: Trials, logic: Compared. }\n',
    'GDPR Art. 13(2)(f) lists the logic of an automated decision and its consequences; “Credit” and “Trials” have no `effect`.',
  ],
  [
    'gdpr/retention-criteria',
    'retention:\n  a: { of: orders, criteria: as long as necessary }\n  b: { of: logs, criteria: as long as needed }\n',
    'The criteria of `a` and `b` are general formulas; WP260 looks for the event or factor that ends storage.',
  ],
  [
    'core/necessary-with-analytics',
    'categories:\n  needed: { label: Strictly necessary }\ncookies:\n' +
      '  a: { name: a_id, category: needed, purpose: Counts visits. }\n  b: { name: b_id, category: needed, purpose: Shows advertising. }\n',
    '“Strictly necessary” is presented as necessary, and holds “Counts visits” (`a_id`) and “advertising” (`b_id`).',
  ],
])('%s tells one slip of several entries once', async (id, policy, message) => {
  expect(findingsIn({ policy }, await loadRule(id)).map((found) => found.message)).toEqual([message]);
});

test('more than six names are counted', () => {
  const [found] = findingsIn({ policy: cookies(...'abcdefgh') }, duration);
  expect(found?.message).toMatch(/`a_id`, `b_id`, `c_id`, `d_id`, `e_id` and 3 more stay/);
});

test('an entry of ignore holds back its own part of a finding', () => {
  const product =
    'ignore:\n  - { rule: eprivacy/duration, policy: policy, at: cookies.b, because: Asked., until: 2026-12-31 }\n';
  const [found] = findingsIn({ policy: cookies('a', 'b', 'c'), product }, duration);
  expect(found?.message).toMatch(/^No field says how long `a_id` and `c_id` stay/);
});

test('mending one of several entries is no news, and one more is', () => {
  const after = (...names: string[]) => findingsIn({ policy: cookies(...names) }, duration);
  const news = (before: Problem[], now: Problem[]) => compareProblems(before, now).added.length;
  expect(news(after('a', 'b', 'c'), after('a', 'b'))).toBe(0);
  expect(news(after('a', 'b', 'c'), after('a'))).toBe(0);
  expect(news(after('a'), after('a', 'b'))).toBe(1);
  expect(compareProblems(after('a', 'b'), []).fixed).toHaveLength(1);
});

test('what one item of the rights says of two is not missing', async () => {
  const policy =
    'rights:\n  access: Have a copy.\n  correct: Have it corrected.\n  delete: Have it deleted.\n' +
    '  object: Object to the use of your data, or restrict it.\n  export: Take your data elsewhere.\n';
  expect(told(findingsIn({ policy }, await loadRule('gdpr/rights-core')))).toEqual([]);
});

const german = [
  { product: 'shop', slug: 'datenschutz', language: 'de' },
  { product: 'shop', slug: 'privacy-policy', language: 'en-GB' },
];
const sentence = 'Rules that read text know English only, and did not run on shop/datenschutz (German).';

test('a report says in a line for which policies, in which language, no rule read the text', () => {
  const unread = unreadTexts(german, []);
  for (const format of ['pretty', 'compact', 'github'] as const) {
    const lines = reportOf({ problems: [] }, format, { notice: true, unread }).split('\n');
    expect(lines.filter((line) => line.includes(sentence))).toHaveLength(1);
  }
  expect(JSON.parse(reportOf({ problems: [] }, 'json', { unread })).unread).toEqual({
    sentence,
    policies: [{ policy: 'shop/datenschutz', language: 'German' }],
  });
  const [run] = JSON.parse(reportOf({ problems: [] }, 'sarif', { unread })).runs;
  expect(run.invocations).toEqual([
    {
      executionSuccessful: true,
      toolExecutionNotifications: [{ level: 'note', message: { text: sentence } }],
    },
  ]);
});

test('a report of English policies says nothing of the kind', () => {
  const english = unreadTexts(german.slice(1), []);
  expect(reportOf({ problems: [] }, 'pretty', { unread: english })).toBe('No problems found.\n');
  expect(JSON.parse(reportOf({ problems: [] }, 'sarif', { unread: english })).runs[0]).not.toHaveProperty(
    'invocations',
  );
});

test('a report names a policy that says it is English and is not, by its words', () => {
  const text = 'Nous tenons à la confiance de nos lecteurs. '.repeat(12);
  const library = openSources(
    sourcesOf({
      'site.yaml': 'name: Example\nurl: https://example.com\nlanguages: [en]\n',
      'shop/product.yaml': 'name: Shop\n',
      'shop/terms.yaml': `kind: terms\ntitle: Conditions\nsections: [{ title: Texte, content: [${text}] }]\n`,
    }),
    project,
  );
  const policies = [{ product: 'shop', slug: 'terms', language: 'en' }];
  const unread = [{ policy: 'shop/terms', language: 'not English, by its words' }];
  expect(unreadTexts(policies, problemsOf(library))).toEqual(unread);
});

test('a review says so too', () => {
  const policy = (title: string) =>
    `kind: terms\ntitle: ${title}\nlanguage: de\nsections: [{ title: Text, content: [Wir liefern.] }]\n`;
  const side = (title: string) => {
    const texts = {
      'site.yaml': 'name: Example\nurl: https://example.com\nlanguages: [de]\n',
      'shop/product.yaml': 'name: Shop\nregimes: []\n',
      'shop/terms.yaml': policy(title),
    };
    const library = openSources(sourcesOf(texts), project);
    return readSide(library, problemsOf(library));
  };
  const review = reviewSides(side('Bedingungen'), side('Nutzung'), { today: project.today });
  expect(review.unread).toBe(
    'Rules that read text know English only, and did not run on shop/terms (German).',
  );
  expect(reviewMarkdown(review)).toContain('did not run on shop/terms (German)');
});

test('a right of its own that says which of the known ones it is without a field is asked for that', async () => {
  const rights = await loadRule('gdpr/rights-core');
  const policy =
    'rights:\n  see: { label: Right of access, text: You have the right to access your data. }\n';
  const told = findingsIn({ policy }, rights).map(({ message }) => message);
  expect(told).toContainEqual(
    expect.stringMatching(/: say with `right:` that it is `access`, or leave it to the text\.$/),
  );
  const prose = findingsIn({ policy: section('Rights', 'You have the right to access your data.') }, rights);
  expect(prose.map(({ message }) => message)).toContainEqual(
    expect.stringMatching(/: add `access` to `rights`, or leave it to the text\.$/),
  );
});
