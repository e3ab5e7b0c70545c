import { compareText, type Finding, type Place, type Problem, type Severity } from '../problem.ts';
import { fingerprintsOf } from './fingerprint.ts';
import { printable, printableJson } from './printable.ts';
import { closing, notice, type Unread } from './report.ts';

/** What a rule looks for, by its id. */
export type RuleTexts = ReadonlyMap<string, { summary: string; why?: string }>;

/** Problems as a SARIF 2.1.0 log, which code hosts show in pull requests. */
export function sarif(problems: readonly Problem[], texts: RuleTexts, unread?: Unread): string {
  const rules = [...Map.groupBy(problems, ({ rule }) => rule)].sort(([a], [b]) => compareText(a, b));
  const indexes = new Map(rules.map(([id], index) => [id, index]));
  const fingerprints = fingerprintsOf(problems);
  const driver = {
    name: 'Policybook',
    fullDescription: { text: `${notice} ${closing}` },
    rules: rules.map(([id, own]) => ruleDescriptor(id, own, texts)),
  };
  const results = problems.map((problem, index) => ({
    ruleId: problem.rule,
    ruleIndex: indexes.get(problem.rule),
    ...resultOf(problem),
    partialFingerprints: { 'policybook/v1': fingerprints[index] },
    ...propertiesOf(problem),
  }));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', ...invocationOf(unread), results }],
  };
  return `${printableJson(log)}\n`;
}

// What a run did not look at is told of the run, not of a place.
function invocationOf(unread: Unread | undefined) {
  if (!unread) return {};
  const message = { text: plain(unread.sentence) };
  const toolExecutionNotifications = [{ level: 'note', message }];
  return { invocations: [{ executionSuccessful: true, toolExecutionNotifications }] };
}

const levels: Record<Severity, 'error' | 'warning' | 'note' | 'none'> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'none',
};

const bySeverity = ['error', 'warning', 'info', 'hint'] as const;

// One rule can report at several severities; its own level is the most severe of those.
function ruleDescriptor(id: string, problems: readonly Problem[], texts: RuleTexts) {
  const { summary = id, why = summary } = texts.get(id) ?? {};
  const worst = bySeverity.find((severity) => problems.some((problem) => problem.severity === severity));
  const url = problems.find((problem) => problem.url)?.url;
  const cites = problems.find(({ finding }) => finding)?.finding?.cites ?? [];
  return {
    id,
    shortDescription: { text: plain(summary) },
    fullDescription: { text: plain(why) },
    ...(url && { helpUri: url }),
    help: { text: [why, ...citedLine(cites)].map(plain).join('\n') },
    defaultConfiguration: { level: levels[worst ?? 'warning'] },
  };
}

function resultOf({ severity, message, related = [], help, place, finding }: Problem) {
  const lines = [
    plain(message),
    ...related.map((other, index) => `${linkTo(other.place, index + 1)}: ${plain(other.message)}`),
    ...(help ? [`Next: ${plain(help)}`] : []),
    ...citedLine(finding?.cites ?? []).map(plain),
  ];
  return {
    ...(severity === 'hint' && { kind: 'informational' }),
    level: levels[severity],
    message: { text: lines.join('\n') },
    locations: [locationOf(place)],
    ...(related.length > 0 && {
      relatedLocations: related.map((other, index) => ({
        id: index + 1,
        ...locationOf(other.place),
        message: { text: plain(other.message) },
      })),
    }),
  };
}

function propertiesOf({ finding }: Problem) {
  if (!finding) return {};
  const { cites, subject, path, arises } = finding;
  return { properties: { cites, subject, path, ...(arises && { arises }) } };
}

function citedLine(cites: Finding['cites']): string[] {
  return cites.length === 0
    ? []
    : [`Cites: ${cites.map(({ text, basis }) => `${text} (${basis})`).join('; ')}`];
}

function locationOf({ file, line, column, endLine, endColumn }: Place) {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file), uriBaseId: 'SRCROOT' },
      region: { startLine: line, startColumn: column, endLine, endColumn },
    },
  };
}

// Half of a surrogate pair, which a file name can have on Windows, has no form in a URI.
function uriOf(file: string): string {
  return file.toWellFormed().split('/').map(encodeURIComponent).join('/');
}

// The number is the id of a related location: hosts show one only where the message links to it.
function linkTo({ file, line }: Place, id: number): string {
  return `See [${plain(`${file}:${line}`).replaceAll(/[\\[\]]/g, '\\$&')}](${id})`;
}

// Braces would be placeholders, and a link in a policy's text must not become a link of the report.
function plain(text: string): string {
  return printable(text).replaceAll(/[{}]/g, '$&$&').replaceAll('](', '] (');
}
