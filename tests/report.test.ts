import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Problem } from '../src/problem.ts';
import { compareProblems, fingerprintsOf } from '../src/reports/fingerprint.ts';
import { closing, codeFrame, findingsByFile, notice, report } from '../src/reports/report.ts';
import { sarif } from '../src/reports/sarif.ts';

const file = 'policies/shop/cookie-policy.yaml';
const at = (line: number, column: number, endLine = line, endColumn = column + 1) => ({
  file,
  line,
  column,
  endLine,
  endColumn,
});
const problem = (more: Partial<Problem> = {}): Problem => ({
  rule: 'schema/value',
  severity: 'error',
  message: 'Unexpected a, expected b.',
  place: at(2, 1),
  ...more,
});
const options = { sourceOf: () => 'one\ntwo\nthree\nfour' };
const frame = (source: string, place = at(1, 1)) => `\n${codeFrame(source, place)}\n`;

test('frames a line with the ones before and after it', () => {
  expect(frame('one\ntwo\nthree\nfour', at(2, 1, 2, 4))).toBe(`
    1 | one
  > 2 | two
      | ^^^
    3 | three
`);
});

test('frames the first and the last line with what there is around them', () => {
  expect(frame('one\ntwo', at(1, 2))).toBe(`
  > 1 | one
      |  ^
    2 | two
`);
  expect(frame('one\ntwo', at(2, 3))).toBe(`
    1 | one
  > 2 | two
      |   ^
`);
});

test('aligns line numbers of different lengths', () => {
  expect(frame(`${'\n'.repeat(8)}nine\nten`, at(9, 1, 9, 5))).toBe(`
     8 |
  >  9 | nine
       | ^^^^
    10 | ten
`);
});

test('keeps tabs before the caret, so that it stands where they end', () => {
  expect(frame('\ta\tb', at(1, 4))).toBe('\n  > 1 | \ta\tb\n      | \t \t^\n');
});

test('marks the rest of the line of a place that spans several', () => {
  expect(frame('a: one\n  two', at(1, 4, 2, 6))).toBe(`
  > 1 | a: one
      |    ^^^
    2 |   two
`);
});

test('marks one column where a place is empty, and just behind the end of a line', () => {
  expect(frame('one', at(1, 2, 1, 2))).toBe('\n  > 1 | one\n      |  ^\n');
  expect(frame('one', at(1, 4, 1, 4))).toBe('\n  > 1 | one\n      |    ^\n');
});

test('frames nothing of a file that is empty or absent', () => {
  expect(codeFrame('', at(1, 1))).toBeUndefined();
  expect(codeFrame(undefined, at(1, 1))).toBeUndefined();
});

test.each([0, 39, 80, 150, 289])('shows column %d of a long line, with the caret below it', (before) => {
  const source = `${'a'.repeat(before)}X${'b'.repeat(300 - before)}`;
  const [shown = '', caret = ''] = (codeFrame(source, at(1, before + 1)) ?? '').split('\n');
  expect(shown.length).toBeLessThanOrEqual(110);
  expect(shown.indexOf('X')).toBeGreaterThan(0);
  expect(caret.indexOf('^')).toBe(shown.indexOf('X'));
});

const steering =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that must not be there.
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

test('prints no character that steers a terminal or turns text around, in any format', () => {
  const unit = fc.constantFrom(
    ...[
      '\u001b[31m',
      '\u0007',
      '\u009b',
      '\0',
      '\r',
      '\u007f',
      '\u202e',
      '\u2066',
      '\u200f',
      '\u061c',
      '\u2028',
    ],
    ...['a', '"', '\\', '\n', '::', '##[', '##[error]', '::error::', ' ', ':', '%', '<', '&'],
  );
  fc.assert(
    fc.property(fc.string({ unit }), (hostile) => {
      const place = { ...at(2, 1), file: `policies/${hostile}` };
      const related = [{ message: hostile, place }];
      const finding = { subject: hostile, path: hostile, cites: [], fingerprint: '0123456789abcdef' };
      const found = [
        problem({ message: `Unexpected ${hostile}, expected b.`, help: hostile, related, place, finding }),
      ];
      const unread = { sentence: hostile, policies: [{ policy: hostile, language: hostile }] };
      const texts = (['pretty', 'compact', 'github', 'json'] as const).map((format) =>
        report(found, format, { sourceOf: () => `x\n${hostile}\ny`, unread }),
      );
      const log = sarif(found, new Map(), unread);
      for (const text of [...texts, log]) expect(text).not.toMatch(steering);
      const { problems } = JSON.parse(texts[3] ?? '');
      expect(problems).toMatchObject(found);
      expect(JSON.parse(log).runs[0].results[0].properties.subject).toBe(hostile);
    }),
  );
});

test('prints no line that is a command of a workflow, but for the annotations', () => {
  const command = '::add-mask::e';
  const older = '##[add-matcher]e';
  const place = { ...at(1, 1), file: command };
  const found = [problem({ message: `${command} ${older}`, help: older, place })];
  const source = `${command}\n  ${command}\n${older}`;
  for (const format of ['pretty', 'compact', 'json', 'github'] as const) {
    const lines = report(found, format, { sourceOf: () => source }).split('\n');
    const commands = lines.filter(
      (line) => /^\s*::/.test(line) || (format !== 'github' && line.includes('##[')),
    );
    expect(commands).toHaveLength(format === 'github' ? 1 : 0);
  }
});

test('prints a problem with its place, its frame, what is related and the next step', () => {
  const related = [{ message: 'The first one stands here.', place: at(1, 1) }];
  const found = problem({ related, help: 'Delete one.', url: 'https://example.com/rule' });
  expect(report([found], 'pretty', options)).toMatchInlineSnapshot(`
    "error Unexpected a, expected b. schema/value
      policies/shop/cookie-policy.yaml:2:1

        1 | one
      > 2 | two
          | ^
        3 | three

      policies/shop/cookie-policy.yaml:1:1 The first one stands here.
      Next: Delete one.
      https://example.com/rule

    1 error in 1 file.
    "
  `);
});

test('prints problems apart by one empty line', () => {
  const text = report([problem(), problem({ help: 'Do.' }), problem()], 'pretty', options);
  expect(text).not.toContain('\n\n\n');
  expect(text.split('error Unexpected')).toHaveLength(4);
  expect(text.endsWith('\n3 errors in 1 file.\n')).toBe(true);
});

test.each([
  [[], 'No problems found.'],
  [['error'], '1 error in 1 file.'],
  [['error', 'warning', 'warning'], '1 error, 2 warnings in 1 file.'],
  [['info', 'info'], '2 notes in 1 file.'],
  [['hint'], '1 hint in 1 file.'],
  [['hint', 'info', 'hint', 'warning', 'error'], '1 error, 1 warning, 1 note, 2 hints in 1 file.'],
] as const)('counts %j as "%s"', (severities, expected) => {
  const problems = severities.map((severity) => problem({ severity }));
  expect(report(problems, 'pretty', options).trimEnd().split('\n').at(-1)).toBe(expected);
});

const found = (index: number, rule: Problem['rule'], subject: string) =>
  problem({
    rule,
    severity: 'warning',
    message: `Found ${index}.`,
    place: at(index + 1, 1),
    finding: { subject, path: `a.${index}`, cites: [], fingerprint: `${index}`.padStart(16, '0') },
  });

test('tells the first of what a rule finds again and again in a policy, and how much more there is', () => {
  const problems = [
    ...Array.from({ length: 1_300 }, (_, index) => found(index, 'core/unclassified', 'shop/cookies')),
    ...Array.from({ length: 20 }, (_, index) => found(index, 'core/unclassified', 'shop/terms')),
    ...Array.from({ length: 21 }, (_, index) => found(index, 'core/prefix', 'shop/terms')),
    ...Array.from({ length: 50 }, () => problem()),
  ];
  for (const format of ['pretty', 'compact'] as const) {
    const text = report(problems, format, options);
    expect(text.match(/Found \d+\./g)).toHaveLength(60);
    expect(text.match(/Unexpected a/g)).toHaveLength(50);
    expect(text).toContain(`

1,280 more of core/unclassified in shop/cookies; policybook check --format json lists them.
1 more of core/prefix in shop/terms; policybook check --format json lists them.

50 errors, 1341 warnings in 1 file.
`);
  }
  expect(JSON.parse(report(problems, 'json', options)).problems).toHaveLength(1_391);
});

test('tells the first notes of a kind in a folder of many policies, and every error', () => {
  const of = (severity: Problem['severity'], count: number) =>
    Array.from({ length: count }, (_, index) =>
      problem({
        rule: 'version/retroactive',
        severity,
        message: `Text ${index}.`,
        place: { ...at(1, 1), file: `${index}.yaml` },
      }),
    );
  const notes = report(of('info', 1_030), 'compact', options);
  expect(notes.match(/Text \d+\./g)).toHaveLength(20);
  expect(notes).toContain(
    '\n\n1,010 more of version/retroactive; policybook check --format json lists them.\n',
  );
  expect(notes).toContain('1030 notes in 1030 files.');
  expect(report(of('error', 1_030), 'compact', options).match(/Text \d+\./g)).toHaveLength(1_030);
});

test('prints sixteen thousand problems in many files as fast as it reads them', () => {
  const source = 'Some line of a text.\n'.repeat(2_000);
  const problems = Array.from({ length: 16_000 }, (_, index) =>
    problem({ place: { ...at((index % 2_000) + 1, 3), file: `policies/shop/${index % 160}.yaml` } }),
  );
  const reads: string[] = [];
  const sourceOf = (file: string) => {
    reads.push(file);
    return source;
  };
  const before = process.cpuUsage();
  const text = report(problems, 'pretty', { sourceOf });
  const { user, system } = process.cpuUsage(before);
  expect(reads).toHaveLength(160);
  expect(text).toContain('\n16000 errors in 160 files.\n');
  expect((user + system) / 1_000_000).toBeLessThan(5);
});

test('counts files, not places', () => {
  const other = problem({ place: { ...at(1, 1), file: 'policies/site.yaml' } });
  expect(report([problem(), problem(), other], 'pretty', options)).toContain('3 errors in 2 files.');
});

test('counts what was found in a line for each file, where a command goes on', () => {
  const other = { ...at(1, 1), file: 'policies/shop/terms.yaml' };
  const found = [
    problem(),
    problem({ severity: 'info' }),
    problem({ severity: 'info' }),
    problem({ place: other }),
  ];
  expect(findingsByFile(found)).toBe(`The checker found 2 errors, 2 notes in 2 files.
  policies/shop/cookie-policy.yaml: 1 error, 2 notes
  policies/shop/terms.yaml: 1 error
Next: npx policybook check tells each, and what it cites.
`);
});

test('names the first hundred files of a large folder, and how many more there are', () => {
  const found = Array.from({ length: 103 }, (_, index) =>
    problem({ place: { ...at(1, 1), file: `${index}.yaml` } }),
  );
  const lines = findingsByFile(found).split('\n');
  expect(lines.slice(99, 103)).toEqual([
    '  98.yaml: 1 error',
    '  99.yaml: 1 error',
    '  and 3 more files',
    'Next: npx policybook check tells each, and what it cites.',
  ]);
});

test('paints only through the painter it is given', () => {
  const painted = report([problem({ help: 'Do.' })], 'pretty', {
    ...options,
    paint: (style, text) => `<${style}>${text}</>`,
  });
  expect(painted).toContain('<red>error</> <bold>Unexpected a, expected b.</> <dim>schema/value</>');
  expect(painted).toContain('<blue>Next:</> Do.');
});

const contact = (more: Partial<Problem> = {}) =>
  problem({
    rule: 'core/contact-missing',
    severity: 'warning',
    message: '“Contact” names no way to ask.',
    url: 'https://example.com/handbook/rules/core/contact-missing/',
    finding: {
      subject: 'shop/cookie-policy',
      path: 'sections.contact',
      cites: [
        { text: 'Art. 13', basis: 'law' },
        { text: 'Guide 4', basis: 'guidance' },
      ],
      fingerprint: '0123456789abcdef',
    },
    ...more,
  });

test('opens and closes a check with what findings are and what none of them means', () => {
  expect(report([contact({ help: 'Add one.' })], 'pretty', { ...options, notice: true })).toBe(`${notice}

warning “Contact” names no way to ask. core/contact-missing
  policies/shop/cookie-policy.yaml:2:1

    1 | one
  > 2 | two
      | ^
    3 | three

  Next: Add one.
  Cites: Art. 13 (law)
  Cites: Guide 4 (guidance)
  https://example.com/handbook/rules/core/contact-missing/

1 warning in 1 file.

${closing}
`);
  expect(report([], 'pretty', { ...options, notice: true })).toBe(
    `${notice}\n\nNo problems found.\n\n${closing}\n`,
  );
});

test('writes a problem in one line where there is little room', () => {
  expect(report([contact(), problem()], 'compact', { ...options, notice: true })).toBe(`${notice}

policies/shop/cookie-policy.yaml:2:1  warning  core/contact-missing  “Contact” names no way to ask. [Art. 13, law; Guide 4, guidance]
policies/shop/cookie-policy.yaml:2:1  error  schema/value  Unexpected a, expected b.

1 error, 1 warning in 1 file.

${closing}
`);
});

// https://docs.github.com/actions/reference/workflow-commands-for-github-actions
function readCommand(line: string) {
  const [, command, properties = '', data = ''] = /^::(\w+) (.*?)::(.*)$/s.exec(line) ?? [];
  // The runner decodes in this order, %25 last.
  const decodeData = (text: string) =>
    text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
  const decodeProperty = (text: string) =>
    text
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%25', '%');
  const pairs = properties.split(',').map((pair) => {
    const [, key = '', value = ''] = /^(.*?)=(.*)$/s.exec(pair) ?? [];
    return [key, decodeProperty(value)];
  });
  return { command, ...Object.fromEntries(pairs), message: decodeData(data) };
}

const commands = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' };

test('writes annotations that read back as the problems they were', () => {
  const nasty = fc.string({
    unit: fc.constantFrom('%', '%0A', '%25', '%3A', '%2C', '\n', '\r', ',', ':', '::', '=', 'a', 'é', ' '),
  });
  const severity = fc.constantFrom('error', 'warning', 'info', 'hint');
  fc.assert(
    fc.property(fc.array(fc.tuple(nasty, nasty, severity)), (drafts) => {
      const problems = drafts.map(([message, name, severity], index) =>
        problem({ message, severity, place: { ...at(index + 3, 4, index + 5, 6), file: `a${name}` } }),
      );
      const lines = report(problems, 'github', options).split('\n');
      expect(lines.pop()).toBe('');
      expect(lines.map(readCommand)).toEqual(
        problems.map(({ message, severity, place }) => ({
          command: commands[severity],
          file: place.file.replaceAll(/[\r\n]/g, '·'),
          line: String(place.line),
          col: '4',
          endLine: String(place.endLine),
          endColumn: '6',
          title: 'schema/value',
          message: message.replaceAll(/[\r\n]/g, '·'),
        })),
      );
    }),
  );
});

test('writes what is related, the next step and what is cited of an annotation on lines of their own', () => {
  const related = [{ message: 'Named here: 50%.', place: { ...at(7, 1), file: 'policies/a, b.yaml' } }];
  const [line = ''] = report([contact({ related, help: 'Delete it, 100%.' })], 'github', options).split('\n');
  expect(readCommand(line).message.split('\n')).toEqual([
    '“Contact” names no way to ask.',
    'See policies/a, b.yaml:7: Named here: 50%.',
    'Delete it, 100%.',
    'Cites: Art. 13 (law)',
    'Cites: Guide 4 (guidance)',
  ]);
});

test('opens annotations with the notice as a line of the log, in no colour', () => {
  const paint = (_style: string, text: string) => `<${text}>`;
  const [first, second] = report([problem()], 'github', { ...options, notice: true, paint }).split('\n');
  expect(first).toBe(notice);
  expect(second).toMatch(/^::error /);
});

test('writes the problems themselves as JSON, each with its fingerprint', () => {
  const problems = [
    problem({ help: '"%\n', related: [{ message: 'There.', place: at(1, 1) }] }),
    problem(),
    contact(),
  ];
  const { notice: said, problems: read } = JSON.parse(report(problems, 'json', { ...options, notice: true }));
  expect(said).toBe(notice);
  expect(read.map(({ fingerprint: _, ...rest }: { fingerprint: string }) => rest)).toEqual(problems);
  const fingerprints = read.map(({ fingerprint }: { fingerprint: string }) => fingerprint);
  expect(fingerprints).toEqual([
    expect.stringMatching(/^[0-9a-f]{16}$/),
    expect.stringMatching(/^[0-9a-f]{16}$/),
    '0123456789abcdef',
  ]);
  expect(new Set(fingerprints).size).toBe(3);
  expect(JSON.parse(report([], 'json', options))).toEqual({ problems: [] });
});

test('keeps the fingerprint of a problem that moves in its file, and of none that says something else', () => {
  const [one] = fingerprintsOf([problem()]);
  expect(fingerprintsOf([problem({ place: at(9, 9), help: 'Do.', severity: 'warning' })])).toEqual([one]);
  const others = [
    problem({ message: 'Unexpected c, expected b.' }),
    problem({ rule: 'schema/type' }),
    problem({ place: { ...at(2, 1), file: 'policies/site.yaml' } }),
  ];
  expect(fingerprintsOf(others)).not.toContain(one);
  expect(new Set(fingerprintsOf(others)).size).toBe(3);
});

test('tells what a change adds and fixes by how many equal problems there are', () => {
  const [a, b, c] = [at(1, 1), at(2, 1), at(3, 1)].map((place) => problem({ place }));
  const other = problem({ message: 'Unexpected d, expected e.' });
  if (!a || !b || !c) throw new Error('Three problems.');
  expect(compareProblems([a, b], [a, b, c])).toEqual({ added: [c], fixed: [] });
  expect(compareProblems([a, b, c], [b])).toEqual({ added: [], fixed: [b, c] });
  expect(compareProblems([a, other], [c])).toEqual({ added: [], fixed: [other] });
  expect(compareProblems([], [a, other])).toEqual({ added: [a, other], fixed: [] });
});
