import type { Regime } from '../schemas/product.ts';
import { shorten } from './text/shorten.ts';

/** Where something stands in a file. Lines and columns count from 1, columns in UTF-16 units as editors do. */
export type Place = { file: string; line: number; column: number; endLine: number; endColumn: number };

/** The start of a file, where what is said of it as a whole stands. */
export function startOf(file: string): Place {
  return { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
}

/** A hint is no finding: it says what a public list records, and stops nothing. */
export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** A fault or finding, as data until the last moment: printed as a frame, JSON or annotation by `report.ts`. */
export type Problem = {
  rule: Rule | FindingRule;
  severity: Severity;
  /** "Unexpected X, expected Y."; a finding describes what its rule looked for instead. */
  message: string;
  place: Place;
  related?: { message: string; place: Place }[];
  /** The next step. */
  help?: string;
  /** The page of its rule. */
  url?: string;
  /** What only a finding has. */
  finding?: Finding;
  /** How many further problems of the file stand behind this one, which are counted and not told. */
  more?: number;
};

/** What a finding of a rule says beside its message. */
export type Finding = {
  /** The policy it is about, as `<product>/<slug>`, or the product. */
  subject: string;
  /** Where it is, by ids instead of places in lists: `cookies.session.expires`, `sections.changes.content`. */
  path: string;
  /** What its rule cites. */
  cites: { text: string; basis: string }[];
  /** 16 hexadecimal digits that stay while the fact stays, wherever it moves in its file. */
  fingerprint: string;
  /** Where nothing but time brought it: nobody changed what it is about, and it stops nothing. */
  arises?: 'by date';
  /** Of one finding about several entries, what each of them alone would be known by. */
  parts?: string[];
};

/** The rules that reading, checking and resolving a file can report, with what each refuses. */
export const rules = {
  'file/location': 'A file or folder that no policy can be read from.',
  'file/name': 'A file or folder name that cannot become an address.',
  'file/reserved': 'A name that the site or an operating system keeps for itself.',
  'file/case': 'Two names that differ only in capitals.',
  'file/former-name': 'A former name that something has now, or that two things claim.',
  'file/symlink': 'A symbolic link in the folder of policies.',
  'file/kind': 'A pipe, socket or device in the folder of policies, or a folder where a file belongs.',
  'file/unreadable': 'A file or folder that may not be read.',
  'file/missing': 'A file that every site or product needs is absent.',
  'file/size': 'A file larger than 1 MB.',
  'file/problems': 'More problems in one file than are told.',
  'text/encoding': 'Bytes that are not UTF-8.',
  'text/control': 'Control characters, a lone carriage return, or characters no text should hold.',
  'text/bidi': 'Characters that change the direction of text without being seen.',
  'text/invisible': 'Characters that cannot be seen.',
  'text/mixed-script': 'A word whose letters come from different alphabets.',
  'text/normal-form': 'Text that is not in Unicode normal form C.',
  'text/placeholder':
    'The word TODO: something that is still to be filled in. It stops a release, and what is run with --strict.',
  'yaml/syntax': 'YAML that cannot be read.',
  'yaml/duplicate-key': 'A key that stands twice in one map.',
  'yaml/key': 'A key that is not plain text, or a reserved name.',
  'yaml/alias': 'Anchors and aliases.',
  'yaml/merge-key': 'Merge keys (<<).',
  'yaml/tag': 'Tags (!x, !!x).',
  'yaml/directive': 'Directives (%YAML, %TAG).',
  'yaml/document': 'More than one document in a file.',
  'yaml/null': 'A key without a value.',
  'yaml/comment': 'A comment on the line of a text, which cuts the text off.',
  'yaml/quotes': 'Curly quotes where YAML has straight ones.',
  'yaml/comma': 'A comma behind a value.',
  'yaml/folded': 'A list or table in a text whose lines YAML joins.',
  'yaml/number': 'A number that would be read as another one.',
  'yaml/depth': 'Nesting deeper than 32 levels.',
  'schema/unknown-key': 'A key the model does not have.',
  'schema/missing-key': 'A key the model asks for is absent.',
  'schema/type': 'A value of the wrong type.',
  'schema/value': 'A value that is not one of those allowed.',
  'reference/unknown': 'An id that names nothing.',
  'reference/duplicate': 'An id, anchor or name that stands twice.',
  'quotation/unknown': 'A quotation of a fact that does not exist.',
  'quotation/not-a-fact': 'A quotation of something that is not a single fact.',
  'quotation/syntax': 'Double braces that are not a quotation.',
  'prose/html': 'HTML in Markdown.',
  'prose/heading': 'A heading in Markdown.',
  'prose/image': 'An image in Markdown.',
  'prose/link': 'A link that is not https, mailto, tel, an anchor or a policy.',
  'prose/link-renamed':
    'A link to a policy by a name it had before; the old address leads on, and it stops nothing.',
  'prose/link-unknown': 'A link to a policy or section that does not exist.',
  'prose/mark':
    'Marks that are no Markdown of a policy: footnotes, strike-through, tasks, and those of other dialects.',
  'prose/list': 'Lines that begin like items of a list, and would run on as one paragraph.',
  'prose/code': 'Text that would be shown as code because it is indented.',
  'prose/lost': 'Words of Markdown that readers would not see, and text that shows nothing.',
  'prose/size': 'Markdown that is larger or deeper than a page should hold.',
  'block/empty': 'A block that has nothing to show.',
  'block/size': 'Blocks that would make a page far larger than its policy.',
  'version/record': 'A published version that was edited, or a record that cannot be read.',
  'version/chain': 'A published version that does not follow the one before it.',
  'version/fork': 'Two records that follow the same one.',
  'version/head': 'A history that does not end with the record its head names.',
  'version/changed-text': 'Text that was changed under the date of a published version.',
  'version/no-change': 'A new date without a change of the text.',
  'version/date-order': 'Dates of versions that run backwards.',
  'version/anchor-lost': 'An anchor of a published version that leads nowhere any more.',
  'version/notice': 'A material change that binds sooner than the policy promises to announce it.',
  'version/judgement': 'A change that its facts propose as material, judged otherwise without a reason.',
  'version/future': 'A text that is dated after today.',
  'version/changed-act': 'What happened to a version or policy, told otherwise than it is sealed.',
  'version/waiting':
    'A new version that does not say what becomes of an announced one; where both are published, it is told and stops nothing.',
  'version/unknown-version': 'A version named as announced, published or taken back that is not.',
  'version/retroactive':
    'A text or an end that is dated before the day on which it is published; it is told, and stops nothing.',
  'version/overtaken':
    'A version that was to be replaced or taken back before its day, and binds by now; it is told, and stops nothing.',
  'version/second-text':
    'A second text of one day that was not released on that day; it is told, and stops nothing.',
  'version/instead':
    'A policy to read instead of one that ends, where there is none, or it is the same one or ends no later.',
  'version/instead-moved':
    'A policy to read instead of one that ends, under a former name or ending later; it is told, and stops nothing.',
  'version/stale-change': 'What a version changes, said in the words of the version before it.',
  'version/change-unjudged': 'A change that its facts propose as material, and nobody has judged.',
  'version/no-summary': 'A new version that does not say what it changes; a warning.',
  'version/record-removed': 'A published version, or what happened to one, whose record a change takes away.',
  'version/rewritten':
    'A record that was committed, and that a change or a release puts other words in the place of.',
  'version/live':
    'A version that is published, and that the site to be published next lacks or has otherwise.',
  'version/none': 'No published version where some were to be checked.',
  'version/missing-policy': 'Published versions of a policy whose file is gone.',
  'site/contrast': 'A colour of the site that cannot be read on what it stands on.',
  'site/asset': 'A file that the look of the site names and `public/` does not have.',
  'site/page': 'A published page that does not say what its record says.',
  'site/built': 'A published file that is not the one its policies make.',
  'site/sums': 'A published file that is not the one the build wrote.',
  'date/order': 'Dates that contradict each other.',
} satisfies Record<string, string>;

export type Rule = keyof typeof rules;

/** The packs of rules: `core` for every policy, and one for each law; the French reading is a part of `eprivacy`. */
export type Pack = 'core' | Exclude<Regime, 'eprivacy-fr'>;

// The rules of packs, each in a file of its own, and the hints.
type FindingRule = `${Pack | 'hint'}/${string}`;

/** Orders problems by file, line, column and rule, so that a report never depends on the order of work. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      compareText(a.place.file, b.place.file) ||
      a.place.line - b.place.line ||
      a.place.column - b.place.column ||
      (a.more ?? 0) - (b.more ?? 0) ||
      compareText(a.rule, b.rule),
  );
}

/**
 * Tells once, with all its places, what is missing in a file: an id, a fact or a place of a link that does not exist is
 * one mistake, however often it is named.
 */
export function joinMissing(problems: readonly Problem[]): Problem[] {
  const groups = Map.groupBy(sortProblems(problems), ({ rule, message, place }) =>
    missing.has(rule) ? `${rule} ${place.file} ${message}` : Symbol('alone'),
  );
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (!first || others.length === 0) return first ?? [];
    const also = others.map(({ place }) => ({ message: 'Named here as well.', place }));
    return { ...first, related: [...(first.related ?? []), ...also] };
  });
}

const missing = new Set<Problem['rule']>(['reference/unknown', 'quotation/unknown', 'prose/link-unknown']);

/** How many faults of one file are told: nobody reads more of them before the first are mended. */
const mostTold = 100;

/** Which problem a file must not keep to itself. */
const severities: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** A problem that is worked out only if it is told: a file can hold a hundred thousand. */
export type Untold = { severity: Severity; tell(): Problem };

/** Works out the first problems of a file, errors before all else, and counts the others. */
export function tellFirst(untold: readonly Untold[]): Problem[] {
  if (untold.length <= mostTold) return untold.map(({ tell }) => tell());
  const ordered = severities.flatMap((severity) => untold.filter((one) => one.severity === severity));
  const told = ordered.slice(0, mostTold).map(({ tell }) => tell());
  return withRest(told, ordered.length - told.length, ordered[mostTold]?.severity);
}

/**
 * Leaves out what is more in a file than is told of one, and counts it; what rules find is never left out. What a
 * sentence repeats of a file is cut where it would fill a screen.
 */
export function withoutSurplus(problems: readonly Problem[]): Problem[] {
  const short = problems.map(shortened);
  return [...Map.groupBy(short, ({ place }) => place.file).values()].flatMap((own) => {
    const faults = own.filter(({ finding, more }) => !finding && more === undefined);
    const counted = own.filter(({ more }) => more !== undefined);
    if (faults.length <= mostTold && counted.length < 2) return own;
    const ordered = severities.flatMap((severity) => faults.filter((fault) => fault.severity === severity));
    const [told, left] = [ordered.slice(0, mostTold), ordered.slice(mostTold)];
    const count = counted.reduce((sum, { more = 0 }) => sum + more, left.length);
    const worst = severities.find((severity) =>
      [...left, ...counted].some((one) => one.severity === severity),
    );
    return [...own.filter(({ finding }) => finding), ...withRest(told, count, worst)];
  });
}

// Far beyond what any sentence of ours has with the words of a usual file in it.
const longestSentence = 2_000;

function shortened(problem: Problem): Problem {
  const { message, help } = problem;
  if (message.length <= longestSentence && (help?.length ?? 0) <= longestSentence) return problem;
  return {
    ...problem,
    message: shorten(message, longestSentence),
    ...(help && { help: shorten(help, longestSentence) }),
  };
}

function withRest(told: readonly Problem[], more: number, severity: Severity = 'error'): Problem[] {
  const sorted = sortProblems(told);
  const last = sorted.at(-1);
  if (!last) return sorted;
  const rest: Problem = {
    rule: 'file/problems',
    severity,
    message: `Unexpected ${more.toLocaleString('en')} more ${more === 1 ? 'problem' : 'problems'} in this file, expected at most ${mostTold} in all.`,
    place: last.place,
    help: 'Mend those that are told, then check again.',
    more,
  };
  return [...sorted, rest];
}

/** Orders texts by their code units: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
