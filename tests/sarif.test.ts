import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Problem } from '../src/problem.ts';
import { sarif } from '../src/reports/sarif.ts';
import { policybook } from './command.ts';

// The schema is of draft 4, whose only difference here is how it names itself; its source stands in it.
const text = readFileSync(join(import.meta.dirname, 'fixtures/sarif-2.1.0.schema.json'), 'utf8');
const { $schema: _draft, id: _id, ...schema } = JSON.parse(text);
const isValid = new Ajv({
  strict: false,
  unicodeRegExp: false,
  formats: {
    uri: (value: string) => URL.canParse(value),
    'uri-reference': /^(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[\dA-F]{2})*$/,
    'date-time': true,
  },
}).compile(schema);

const place = (file: string, line = 1) => ({ file, line, column: 3, endLine: line, endColumn: 9 });
const fault: Problem = {
  rule: 'reference/duplicate',
  severity: 'error',
  message: 'Unexpected id session twice, expected each once.',
  place: place('policies/shop/cookie-policy.yaml', 9),
  related: [{ message: 'The first one stands here.', place: place('policies/shop/cookie-policy.yaml', 4) }],
  help: 'Rename one.',
};
const finding: Problem = {
  rule: 'core/contact-missing',
  severity: 'warning',
  message: '“Contact” names no way to ask.',
  place: place('policies/shop/terms.yaml', 2),
  help: 'Add a contact.',
  url: 'https://example.com/handbook/rules/core/contact-missing/',
  finding: {
    subject: 'shop/terms',
    path: 'sections.contact',
    cites: [
      { text: 'Art. 13', basis: 'law' },
      { text: 'Guide 4', basis: 'guidance' },
    ],
    fingerprint: '0123456789abcdef',
  },
};
const note: Problem = { ...finding, severity: 'info', place: place('policies/shop/terms.yaml', 5) };
const hint: Problem = {
  rule: 'hint/ga',
  severity: 'hint',
  message: 'A list has it.',
  place: place('a.yaml'),
};
const texts = new Map([
  ['reference/duplicate', { summary: 'An id or anchor that stands twice.' }],
  ['core/contact-missing', { summary: 'A policy names a way to ask.', why: 'Who has a question asks.' }],
  ['core/never', { summary: 'It did not report.' }],
]);
const written = (...problems: Problem[]) => JSON.parse(sarif(problems, texts));
const resultOf = (problem: Problem) => written(problem).runs[0].results[0];

test('writes a log that the schema of SARIF 2.1.0 accepts', () => {
  expect(isValid(written(fault, finding, note, hint)), JSON.stringify(isValid.errors)).toBe(true);
  expect(isValid(written())).toBe(true);
});

test.each<[string, (log: ReturnType<typeof written>) => void]>([
  ['without a version', (log) => delete log.version],
  ['of another version', (log) => Object.assign(log, { version: '2.0.0' })],
  ['without a tool', (log) => delete log.runs[0].tool],
  ['with a level of its own', (log) => Object.assign(log.runs[0].results[0], { level: 'info' })],
  ['without a message', (log) => delete log.runs[0].results[0].message],
  ['with a key of its own', (log) => Object.assign(log.runs[0].results[0], { cites: [] })],
  ['with an address that has a space', (log) => Object.assign(artifactOf(log), { uri: 'a b.yaml' })],
  ['with a line before the first', (log) => Object.assign(regionOf(log), { startLine: 0 })],
])('writes none %s, which the schema refuses', (_, mutate) => {
  const log = written(fault, finding);
  mutate(log);
  expect(isValid(log)).toBe(false);
});

function artifactOf(log: ReturnType<typeof written>) {
  return log.runs[0].results[0].locations[0].physicalLocation.artifactLocation;
}

function regionOf(log: ReturnType<typeof written>) {
  return log.runs[0].results[0].locations[0].physicalLocation.region;
}

test('says what each result is, where, and what is related to it', () => {
  expect(resultOf(fault)).toEqual({
    ruleId: 'reference/duplicate',
    ruleIndex: 0,
    level: 'error',
    message: {
      text: [
        'Unexpected id session twice, expected each once.',
        'See [policies/shop/cookie-policy.yaml:4](1): The first one stands here.',
        'Next: Rename one.',
      ].join('\n'),
    },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'policies/shop/cookie-policy.yaml', uriBaseId: 'SRCROOT' },
          region: { startLine: 9, startColumn: 3, endLine: 9, endColumn: 9 },
        },
      },
    ],
    relatedLocations: [
      {
        id: 1,
        physicalLocation: {
          artifactLocation: { uri: 'policies/shop/cookie-policy.yaml', uriBaseId: 'SRCROOT' },
          region: { startLine: 4, startColumn: 3, endLine: 4, endColumn: 9 },
        },
        message: { text: 'The first one stands here.' },
      },
    ],
    partialFingerprints: { 'policybook/v1': expect.stringMatching(/^[0-9a-f]{16}$/) },
  });
});

test('says what a finding cites and is about', () => {
  const { message, partialFingerprints, properties } = resultOf(finding);
  expect(message.text.split('\n')).toEqual([
    '“Contact” names no way to ask.',
    'Next: Add a contact.',
    'Cites: Art. 13 (law); Guide 4 (guidance)',
  ]);
  expect(partialFingerprints).toEqual({ 'policybook/v1': '0123456789abcdef' });
  expect(properties).toEqual({
    cites: finding.finding?.cites,
    subject: 'shop/terms',
    path: 'sections.contact',
  });
});

test('lists the rules that report, sorted, at their most severe', () => {
  const [{ tool, results }] = written(fault, note, hint, finding).runs;
  expect(tool.driver.rules).toEqual([
    {
      id: 'core/contact-missing',
      shortDescription: { text: 'A policy names a way to ask.' },
      fullDescription: { text: 'Who has a question asks.' },
      helpUri: 'https://example.com/handbook/rules/core/contact-missing/',
      help: { text: 'Who has a question asks.\nCites: Art. 13 (law); Guide 4 (guidance)' },
      defaultConfiguration: { level: 'warning' },
    },
    {
      id: 'hint/ga',
      shortDescription: { text: 'hint/ga' },
      fullDescription: { text: 'hint/ga' },
      help: { text: 'hint/ga' },
      defaultConfiguration: { level: 'none' },
    },
    {
      id: 'reference/duplicate',
      shortDescription: { text: 'An id or anchor that stands twice.' },
      fullDescription: { text: 'An id or anchor that stands twice.' },
      help: { text: 'An id or anchor that stands twice.' },
      defaultConfiguration: { level: 'error' },
    },
  ]);
  expect(
    results.map(({ ruleId, ruleIndex }: { ruleId: string; ruleIndex: number }) => [ruleId, ruleIndex]),
  ).toEqual([
    ['reference/duplicate', 2],
    ['core/contact-missing', 0],
    ['hint/ga', 1],
    ['core/contact-missing', 0],
  ]);
});

test('gives every severity a level, and a hint the kind of one', () => {
  const of = (problem: Problem) => [resultOf(problem).level, resultOf(problem).kind];
  expect([fault, finding, note, hint].map(of)).toEqual([
    ['error', undefined],
    ['warning', undefined],
    ['note', undefined],
    ['none', 'informational'],
  ]);
});

test('tells equal problems apart, so that a code host keeps both', () => {
  const { results } = written(fault, fault, finding, finding).runs[0];
  const prints = results.map((one: { partialFingerprints: object }) =>
    JSON.stringify(one.partialFingerprints),
  );
  expect(new Set(prints).size).toBe(4);
});

test('says that findings are not legal advice', () => {
  const [{ tool, columnKind }] = written().runs;
  expect(tool.driver.fullDescription.text).toContain('They are not legal advice.');
  expect(tool.driver.rules).toEqual([]);
  expect(columnKind).toBe('utf16CodeUnits');
});

test('doubles braces, which SARIF would take for placeholders', () => {
  const message = 'Unexpected {{ cookies.{0} }}, expected a fact.';
  expect(resultOf({ ...fault, related: [], help: undefined, message }).message.text).toBe(
    'Unexpected {{{{ cookies.{{0}} }}}}, expected a fact.',
  );
});

test('makes no link of a text that looks like one', () => {
  const message = 'Unexpected [here](http://bad.example), expected https.';
  const related = [{ message: 'As [this](1).', place: place('policies/a[1].yaml') }];
  expect(resultOf({ ...fault, help: undefined, message, related }).message.text.split('\n')).toEqual([
    'Unexpected [here] (http://bad.example), expected https.',
    'See [policies/a\\[1\\].yaml:1](1): As [this] (1).',
  ]);
});

test('makes an address of every file name that leads back to it', () => {
  const name = fc.string({ unit: 'binary', minLength: 1 }).filter((one) => !/^\.{1,2}$|\0/.test(one));
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 3 }), (names) => {
      const log = written({ ...fault, place: place(names.join('/')) });
      expect(isValid(log), JSON.stringify(isValid.errors)).toBe(true);
      expect(decodeURIComponent(artifactOf(log).uri)).toBe(names.join('/').toWellFormed());
    }),
  );
});

test('escapes what an address cannot hold', () => {
  const uri = (file: string) => artifactOf(written({ ...fault, place: place(file) })).uri;
  expect(uri('policies/shop/größe, 50% #1?.yaml')).toBe(
    'policies/shop/gr%C3%B6%C3%9Fe%2C%2050%25%20%231%3F.yaml',
  );
  expect(uri('a:b/\ud800')).toBe('a%3Ab/%EF%BF%BD');
});

test('writes the same log each time, and ends it with a line end', () => {
  const once = sarif([fault, finding, hint], texts);
  expect(sarif([fault, finding, hint], texts)).toBe(once);
  expect(once.endsWith('}\n')).toBe(true);
});

test.each([
  'tests/fixtures/invalid/several-files-with-several-faults/policies',
  'tests/fixtures/sites/showcase',
])('writes a valid log of %s', async (folder) => {
  const [log, json] = await Promise.all(
    ['sarif', 'json'].map((format) => policybook(['check', folder, '--format', format])),
  );
  const read = JSON.parse(log?.stdout ?? '');
  expect(isValid(read), JSON.stringify(isValid.errors)).toBe(true);
  const { problems }: { problems: (Problem & { fingerprint: string })[] } = JSON.parse(json?.stdout ?? '');
  type Result = { ruleId: string; partialFingerprints: Record<string, string> };
  expect(
    read.runs[0].results.map(({ ruleId, partialFingerprints }: Result) => [
      ruleId,
      partialFingerprints['policybook/v1'],
    ]),
  ).toEqual(problems.map(({ rule, fingerprint }) => [rule, fingerprint]));
});
