import type { Place, Problem, Severity } from '../problem.ts';
import { fingerprintsOf } from './fingerprint.ts';
import { printable, printableJson, withoutCommands } from './printable.ts';

/** The forms a report of problems can take. */
export const reportFormats = ['pretty', 'compact', 'json', 'github', 'sarif'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** Marks a part of a pretty report, in colour or not at all. */
export type Paint = (style: 'red' | 'yellow' | 'blue' | 'bold' | 'dim', text: string) => string;

const plain: Paint = (_style, text) => text;

type ReportOptions = {
  sourceOf(file: string): string | undefined;
  paint?: Paint;
  /** Whether the report says what findings are and what they are not, as that of a check does. */
  notice?: boolean;
  /** For which policies, in which language, rules that read text did not run: a sentence, and the same as data. */
  unread?: Unread;
};

/** What no rule has read, for people and for programs. */
export type Unread = { sentence: string; policies: readonly { policy: string; language: string }[] };

/** What stands above the findings of rules, wherever they are printed. */
export const notice =
  'Findings cite what their sources list and describe what the text says. They are not legal advice.';

/** What stands below them. */
export const closing =
  'Where nothing is found, the rules that ran found the fields they look for; they say no more.';

/**
 * Prints problems: `pretty` with a frame of the source and a summary, `compact` in a line each, both with the first of what
 * a rule finds again and again in a policy; `json` as
 * `{"notice", "unread", "problems": [Problem and its fingerprint]}`, `github` as workflow commands that become annotations of a
 * pull request.
 */
export function report(
  problems: readonly Problem[],
  format: Exclude<ReportFormat, 'sarif'>,
  options: ReportOptions,
): string {
  const { notice: isCheck = false, paint = plain, unread } = options;
  if (format === 'json') return jsonReport(problems, isCheck, unread);
  if (format === 'github')
    return [
      ...(isCheck ? [notice] : []),
      ...problems.map(workflowCommand),
      ...(unread ? [`::notice title=Not read::${escapeData(printable(unread.sentence))}`] : []),
    ]
      .map((line) => `${line}\n`)
      .join('');
  const linesOf = rememberLines(options.sourceOf);
  const { told, left } = withoutRepetition(problems);
  const frames =
    format === 'compact'
      ? told.map((problem) => compactProblem(problem, paint)).join('\n')
      : told.map((problem) => prettyProblem(problem, linesOf, paint)).join('\n\n');
  const blocks = [
    ...(isCheck ? [paint('dim', notice)] : []),
    ...(frames ? [frames] : []),
    ...(left.length > 0 ? [left.join('\n')] : []),
    summary(problems),
    ...(unread ? [printable(unread.sentence)] : []),
    ...(isCheck ? [paint('dim', closing)] : []),
  ];
  return withoutCommands(`${blocks.join('\n\n')}\n`);
}

/** How much of what one rule finds in one policy people are told: nobody reads more before the first is mended. */
const mostFound = 20;

/** In how many files they are told that something was found, where a line stands for a file. */
const mostFiles = 100;

/**
 * Leaves out what is more of the same rule in one policy than is told, of notes that no rule made in all policies, and says in
 * a line each how much that is. What stops a command is told whole.
 */
function withoutRepetition(problems: readonly Problem[]): { told: Problem[]; left: string[] } {
  const counts = new Map<string, number>();
  const told = problems.filter((problem) => {
    const key = repeated(problem);
    if (key === undefined) return true;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count <= mostFound;
  });
  const left = [...counts].flatMap(([key, count]) =>
    count > mostFound
      ? [
          `${(count - mostFound).toLocaleString('en')} more of ${printable(key)}; policybook check --format json lists them.`,
        ]
      : [],
  );
  return { told, left };
}

function repeated({ rule, finding, severity }: Problem): string | undefined {
  if (finding) return `${rule} in ${finding.subject}`;
  return severity === 'info' || severity === 'hint' ? rule : undefined;
}

function jsonReport(problems: readonly Problem[], isCheck: boolean, unread: Unread | undefined): string {
  const fingerprints = fingerprintsOf(problems);
  const written = problems.map((problem, index) => ({ ...problem, fingerprint: fingerprints[index] }));
  return `${printableJson({ ...(isCheck && { notice }), ...(unread && { unread }), problems: written })}\n`;
}

function compactProblem({ rule, severity, message, place, finding }: Problem, paint: Paint): string {
  const sources = finding?.cites.map(({ text, basis }) => `${text}, ${basis}`).join('; ');
  const cited = sources ? ` ${paint('dim', `[${sources}]`)}` : '';
  return `${at(place)}  ${paint(severityColours[severity], severity)}  ${rule}  ${printable(message)}${cited}`;
}

type LinesOf = (file: string) => readonly string[] | undefined;

/** Reads each file once, however many problems stand in it. */
function rememberLines(sourceOf: ReportOptions['sourceOf']): LinesOf {
  const known = new Map<string, readonly string[] | undefined>();
  return (file) => {
    if (!known.has(file)) known.set(file, linesIn(sourceOf(file)));
    return known.get(file);
  };
}

function linesIn(source: string | undefined): readonly string[] | undefined {
  return source === undefined || source === '' ? undefined : source.split('\n');
}

function prettyProblem(problem: Problem, linesOf: LinesOf, paint: Paint): string {
  const { rule, severity, message, place, help, related = [], url, finding, more } = problem;
  const head = `${paint(severityColours[severity], severity)} ${paint('bold', printable(message))} ${paint('dim', rule)}`;
  const source = more === undefined ? linesOf(place.file) : undefined;
  const frame = source && frameOf(source, place);
  const lines: string[] = [];
  for (const other of related) lines.push(`  ${at(other.place)} ${printable(other.message)}`);
  if (help) lines.push(`  ${paint('blue', 'Next:')} ${printable(help)}`);
  for (const { text, basis } of finding?.cites ?? [])
    lines.push(`  ${paint('blue', 'Cites:')} ${text} (${basis})`);
  if (finding?.arises) lines.push(`  ${paint('blue', 'Arises:')} by date; it stops no build or release.`);
  if (url) lines.push(`  ${url}`);
  if (frame) lines.unshift('', frame, ...(lines.length > 0 ? [''] : []));
  return [head, `  ${at(place)}`, ...lines].join('\n');
}

const severityColours: Record<Severity, 'red' | 'yellow' | 'blue'> = {
  error: 'red',
  warning: 'yellow',
  info: 'blue',
  hint: 'blue',
};

function at({ file, line, column }: Place): string {
  return `${printable(file)}:${line}:${column}`;
}

// What fits beside a gutter in a window of usual width.
const frameWidth = 100;

/** The line of a place with the one before and after it, and a caret under the place; long lines are cut around it. */
export function codeFrame(source: string | undefined, place: Place): string | undefined {
  const lines = linesIn(source);
  return lines && frameOf(lines, place);
}

function frameOf(lines: readonly string[], place: Place): string {
  const first = Math.max(1, place.line - 1);
  const last = Math.min(lines.length, place.line + 1);
  const width = String(last).length;
  const shown: string[] = [];
  for (let number = first; number <= last; number++) {
    const text = lines[number - 1] ?? '';
    const isMarked = number === place.line;
    const gutter = `${isMarked ? '>' : ' '} ${String(number).padStart(width)} |`;
    const from = isMarked ? firstShown(text, place.column) : 0;
    shown.push(`  ${gutter} ${cut(text, from)}`.trimEnd());
    if (isMarked) shown.push(`    ${' '.repeat(width)} | ${underline(text, from, place).trimEnd()}`);
  }
  return shown.join('\n');
}

function firstShown(text: string, column: number): number {
  return text.length <= frameWidth ? 0 : Math.max(0, Math.min(column - 40, text.length - frameWidth));
}

// Cut before anything is done with it: a line can be as long as a file.
function cut(text: string, from: number): string {
  const end = from + frameWidth;
  const start = from > 0 ? `…${text.slice(from + 1, end)}` : text.slice(0, end);
  return printable(text.length > end ? `${start.slice(0, -1)}…` : start);
}

/** The carets below what `cut` shows of a line; none stands below a mark where it was cut. */
function underline(text: string, from: number, place: Place): string {
  const { line, endLine, endColumn } = place;
  const column = Math.min(place.column, text.length + 1);
  const end = Math.max(column + 1, endLine === line ? Math.min(endColumn, text.length + 1) : text.length + 1);
  const to = Math.min(from + frameWidth, end - 1);
  const marks = Array.from({ length: Math.max(0, to - from) }, (_, index) => {
    const at = from + index;
    const isCut = (index === 0 && from > 0) || (index === frameWidth - 1 && end - 1 > to);
    if (isCut) return ' ';
    return at < column - 1 ? (text[at] === '\t' ? '\t' : ' ') : '^';
  });
  return marks.join('');
}

/** What rules found, in a line for each of the first files, for a command that goes on all the same. */
export function findingsByFile(problems: readonly Problem[]): string {
  const files = [...Map.groupBy(problems, ({ place }) => place.file)];
  const lines = files.slice(0, mostFiles).map(([file, own]) => `  ${printable(file)}: ${countsOf(own)}`);
  const left = files.length - lines.length;
  const more = left > 0 ? [`  and ${left.toLocaleString('en')} more ${left === 1 ? 'file' : 'files'}`] : [];
  const next = 'Next: npx policybook check tells each, and what it cites.';
  return withoutCommands(
    `${[`The checker found ${summary(problems)}`, ...lines, ...more, next].join('\n')}\n`,
  );
}

function summary(problems: readonly Problem[]): string {
  if (problems.length === 0) return 'No problems found.';
  const files = new Set(problems.map(({ place }) => place.file)).size;
  return `${countsOf(problems)} in ${files} ${files === 1 ? 'file' : 'files'}.`;
}

function countsOf(problems: readonly Problem[]): string {
  const counts = (['error', 'warning', 'info', 'hint'] as const).flatMap((severity) => {
    const count = problems.filter((problem) => problem.severity === severity).length;
    return count === 0
      ? []
      : [`${count} ${severity === 'info' ? 'note' : severity}${count === 1 ? '' : 's'}`];
  });
  return counts.join(', ');
}

// https://docs.github.com/actions/reference/workflow-commands-for-github-actions
function workflowCommand({ rule, severity, message, place, related = [], help, finding }: Problem): string {
  const command = severity === 'error' || severity === 'warning' ? severity : 'notice';
  const properties = {
    file: place.file,
    line: place.line,
    endLine: place.endLine,
    col: place.column,
    endColumn: place.endColumn,
    title: rule,
  };
  const written = Object.entries(properties).map(
    ([key, value]) => `${key}=${escapeProperty(printable(String(value)))}`,
  );
  const lines = [
    message,
    ...related.map((other) => `See ${other.place.file}:${other.place.line}: ${other.message}`),
    ...(help ? [help] : []),
    ...(finding?.cites ?? []).map(({ text, basis }) => `Cites: ${text} (${basis})`),
  ];
  return `::${command} ${written.join(',')}::${escapeData(lines.map(printable).join('\n'))}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
