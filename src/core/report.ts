import type { Place, Problem, Severity } from './problem.ts';

/** The forms a report of problems can take. */
export const reportFormats = ['pretty', 'json', 'github'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** Marks a part of a pretty report, in colour or not at all. */
export type Paint = (style: 'red' | 'yellow' | 'blue' | 'bold' | 'dim', text: string) => string;

const plain: Paint = (_style, text) => text;

type Options = { sourceOf(file: string): string | undefined; paint?: Paint };

/**
 * Prints problems: `pretty` with a frame of the source and a summary, `json` as `{"problems": [Problem]}`,
 * `github` as workflow commands that become annotations of a pull request.
 */
export function report(problems: readonly Problem[], format: ReportFormat, options: Options): string {
  if (format === 'json') return `${JSON.stringify({ problems }, undefined, 2)}\n`;
  if (format === 'github') return problems.map((problem) => `${workflowCommand(problem)}\n`).join('');
  const frames = problems.map((problem) => `${prettyProblem(problem, options)}\n`);
  return [...frames, `${summary(problems)}\n`].join('\n');
}

function prettyProblem(problem: Problem, { sourceOf, paint = plain }: Options): string {
  const { rule, severity, message, place, help, related = [], url } = problem;
  const head = `${paint(severityColours[severity], severity)} ${paint('bold', message)} ${paint('dim', rule)}`;
  const lines = [head, `  ${at(place)}`];
  const frame = codeFrame(sourceOf(place.file), place);
  if (frame) lines.push('', frame, '');
  for (const other of related) lines.push(`  ${at(other.place)} ${other.message}`);
  if (help) lines.push(`  ${paint('blue', 'Next:')} ${help}`);
  if (url) lines.push(`  ${url}`);
  return lines.join('\n');
}

const severityColours: Record<Severity, 'red' | 'yellow' | 'blue'> = {
  error: 'red',
  warning: 'yellow',
  info: 'blue',
};

function at({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

/** The line of a place with the one before and after it, and a caret under the place. */
export function codeFrame(source: string | undefined, place: Place): string | undefined {
  if (source === undefined || source === '') return undefined;
  const lines = source.split('\n');
  const first = Math.max(1, place.line - 1);
  const last = Math.min(lines.length, place.line + 1);
  const width = String(last).length;
  const shown: string[] = [];
  for (let number = first; number <= last; number++) {
    const text = lines[number - 1] ?? '';
    const gutter = `${number === place.line ? '>' : ' '} ${String(number).padStart(width)} |`;
    shown.push(`  ${gutter} ${text}`.trimEnd());
    if (number === place.line) shown.push(`    ${' '.repeat(width)} | ${underline(text, place)}`);
  }
  return shown.join('\n');
}

function underline(text: string, { column, line, endLine, endColumn }: Place): string {
  const indent = text.slice(0, column - 1).replaceAll(/[^\t]/g, ' ');
  const end = endLine === line ? endColumn : text.length + 1;
  return indent + '^'.repeat(Math.max(1, Math.min(end, text.length + 1) - column));
}

function summary(problems: readonly Problem[]): string {
  if (problems.length === 0) return 'No problems found.';
  const counts = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const count = problems.filter((problem) => problem.severity === severity).length;
    return count === 0
      ? []
      : [`${count} ${severity === 'info' ? 'hint' : severity}${count === 1 ? '' : 's'}`];
  });
  const files = new Set(problems.map(({ place }) => place.file)).size;
  return `${counts.join(', ')} in ${files} ${files === 1 ? 'file' : 'files'}.`;
}

// https://docs.github.com/actions/reference/workflow-commands-for-github-actions
function workflowCommand({ rule, severity, message, place, help }: Problem): string {
  const command = severity === 'info' ? 'notice' : severity;
  const properties = {
    file: place.file,
    line: place.line,
    endLine: place.endLine,
    col: place.column,
    endColumn: place.endColumn,
    title: rule,
  };
  const written = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${command} ${written.join(',')}::${escapeData(help ? `${message}\n${help}` : message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
