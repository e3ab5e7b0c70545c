import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Problem } from '../src/core/problem.ts';
import { codeFrame, report } from '../src/core/report.ts';

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

test('prints no character that steers a terminal or turns text around', () => {
  const hostile = 'a\u001b[31m\u0007\u202eb\u009b';
  const source = `x\n${hostile}\ny`;
  const [found] = [problem({ message: `Unexpected ${hostile}, expected b.`, help: hostile })];
  for (const format of ['pretty', 'github'] as const) {
    const text = report([found], format, { sourceOf: () => source });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that must not be there.
    expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/);
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
  [['info', 'info'], '2 hints in 1 file.'],
] as const)('counts %j as "%s"', (severities, expected) => {
  const problems = severities.map((severity) => problem({ severity }));
  expect(report(problems, 'pretty', options).trimEnd().split('\n').at(-1)).toBe(expected);
});

test('counts files, not places', () => {
  const other = problem({ place: { ...at(1, 1), file: 'policies/site.yaml' } });
  expect(report([problem(), problem(), other], 'pretty', options)).toContain('3 errors in 2 files.');
});

test('paints only through the painter it is given', () => {
  const painted = report([problem({ help: 'Do.' })], 'pretty', {
    ...options,
    paint: (style, text) => `<${style}>${text}</>`,
  });
  expect(painted).toContain('<red>error</> <bold>Unexpected a, expected b.</> <dim>schema/value</>');
  expect(painted).toContain('<blue>Next:</> Do.');
});

// https://docs.github.com/actions/reference/workflow-commands-for-github-actions
function readCommand(line: string) {
  const [, command, properties = '', data = ''] = /^::(\w+) (.*?)::(.*)$/s.exec(line) ?? [];
  const decode = (text: string) =>
    text.replaceAll(/%(3A|2C|0D|0A|25)/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
  const pairs = properties.split(',').map((pair) => /^(.*?)=(.*)$/.exec(pair)?.slice(1).map(decode) ?? []);
  return { command, ...Object.fromEntries(pairs), message: decode(data) };
}

test('writes annotations that read back as the problems they were', () => {
  const nasty = fc.string({
    unit: fc.constantFrom('%', '%0A', '%25', '\n', ',', ':', '::', '=', 'a', 'é', ' '),
  });
  fc.assert(
    fc.property(nasty, nasty, fc.constantFrom('error', 'warning', 'info'), (message, name, severity) => {
      const found = problem({
        message,
        severity,
        place: { ...at(3, 4, 5, 6), file: `a${name.replaceAll('\n', '')}` },
      });
      const lines = report([found], 'github', options).split('\n');
      expect(lines).toHaveLength(2);
      expect(readCommand(lines[0] ?? '')).toEqual({
        command: severity === 'info' ? 'notice' : severity,
        file: found.place.file,
        line: '3',
        col: '4',
        endLine: '5',
        endColumn: '6',
        title: 'schema/value',
        message: message.replaceAll('\n', '·'),
      });
    }),
  );
});

test('writes the next step of an annotation on a line of its own', () => {
  const [line = ''] = report([problem({ help: 'Delete it, 100%.' })], 'github', options).split('\n');
  expect(readCommand(line).message).toBe('Unexpected a, expected b.\nDelete it, 100%.');
});

test('writes the problems themselves as JSON', () => {
  const problems = [problem({ help: '"%\n', related: [{ message: 'There.', place: at(1, 1) }] }), problem()];
  expect(JSON.parse(report(problems, 'json', options))).toEqual({ problems });
  expect(JSON.parse(report([], 'json', options))).toEqual({ problems: [] });
});
