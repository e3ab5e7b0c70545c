import {
  Composer,
  type CST,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  Parser,
  type Scalar,
  type YAMLMap,
  type YAMLParseError,
  type YAMLSeq,
} from 'yaml';
import { type Place, type Problem, type Rule, type Severity, sortProblems } from './problem.ts';

export type YamlPath = readonly (string | number)[];

export type ParsedFile = {
  file: string;
  /** The text without its byte order mark and with LF line ends: what every place counts in. */
  text: string;
  /** Plain data; `undefined` when the file could not be read. A missing value stays `null` and has its problem. */
  value: unknown;
  problems: Problem[];
  /** The place of the value at `path` or of its key; of the deepest part of the path that exists otherwise. */
  place(path: YamlPath, target?: 'value' | 'key'): Place;
  /** The place of `length` characters at `offset` in the text at `path`, however that text is written. */
  placeInside(path: YamlPath, offset: number, length: number): Place;
};

/** From `start` up to but not including `end`, in the file's text. */
type Span = { start: number; end: number };
type Finding = Span & {
  rule: Rule;
  message: string;
  help: string;
  severity?: Severity;
  related?: Span & { message: string };
};
type Step = { key: Node | undefined; value: Node | undefined };
type Lines = (offset: number) => { line: number; column: number };

const maxBytes = 1_000_000;
const maxDepth = 32;
const reservedKeys = new Set(['__proto__', 'constructor', 'prototype']);

// What these refuse makes the rest of the file mean something else, so nobody should check what was read.
const unreadable = new Set<Rule>([
  'yaml/syntax',
  'yaml/alias',
  'yaml/merge-key',
  'yaml/document',
  'yaml/depth',
]);

/** Reads the bytes of a YAML file into plain data, and says everything that is wrong with its text and its YAML. */
export function parseYaml(file: string, bytes: Uint8Array): ParsedFile {
  if (bytes.length > maxBytes) return toParsedFile(file, '', { findings: [describeSize(bytes)] });
  const { text, findings } = decode(bytes);
  if (findings.length > 0) return toParsedFile(file, text, { findings });
  const { contents, errors, findings: refused } = composeText(text);
  const read = readContents(text, contents);
  const faults = [...findTextFaults(text), ...refused, ...read.findings];
  const all = withoutConsequences(text, faults, errors);
  const isReadable = !all.some(({ rule }) => unreadable.has(rule));
  return toParsedFile(file, text, {
    findings: all,
    contents,
    value: isReadable ? read.value : undefined,
  });
}

type Result = { findings: Finding[]; contents?: Node; value?: unknown };

function toParsedFile(file: string, text: string, { findings, contents, value }: Result): ParsedFile {
  let lines: Lines | undefined;
  const toPlace = ({ start, end }: Span): Place => {
    lines ??= indexLines(text);
    // The package counts one character too many in a few broken files.
    const last = lines(Math.min(end, text.length));
    return { file, ...lines(Math.min(start, text.length)), endLine: last.line, endColumn: last.column };
  };
  const locate = makeLocator(contents);
  const align = makeAligner(text);
  return {
    file,
    text,
    value,
    problems: toProblems(findings, toPlace),
    place: (path, target = 'value') => toPlace(spanOfStep(text, locate(path).step, target)),
    placeInside(path, offset, length) {
      const { step, isWhole } = locate(path);
      const characters = isWhole && isTextScalar(step.value) ? align(step.value) : [];
      const first = characters[Math.min(offset, characters.length - 1)];
      const last = characters[Math.min(offset + Math.max(length, 1), characters.length) - 1];
      if (!first || !last) return toPlace(spanOfStep(text, step, 'value'));
      return toPlace({ start: first.start, end: length > 0 ? last.end : first.start });
    },
  };
}

function toProblems(findings: readonly Finding[], toPlace: (span: Span) => Place): Problem[] {
  const unique = new Map(findings.map((finding) => [`${finding.start} ${finding.rule}`, finding]));
  const problems = [...unique.values()].map(
    ({ rule, severity = 'error', message, help, related, ...span }) => {
      const problem: Problem = { rule, severity, message, place: toPlace(span), help };
      if (related) problem.related = [{ message: related.message, place: toPlace(related) }];
      return problem;
    },
  );
  return sortProblems(problems);
}

function indexLines(text: string): Lines {
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return (offset) => {
    let low = 0;
    for (let high = starts.length - 1; low < high; ) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

// Bytes

function describeSize(bytes: Uint8Array): Finding {
  const size = (Math.ceil(bytes.length / 10_000) / 100).toFixed(2);
  return {
    rule: 'file/size',
    message: `Unexpected file of ${size} MB, expected at most 1 MB.`,
    help: 'Split the policy into several files, or take out what was pasted by mistake.',
    start: 0,
    end: 0,
  };
}

function decode(bytes: Uint8Array): { text: string; findings: Finding[] } {
  try {
    return { text: normaliseLines(new TextDecoder('utf-8', { fatal: true }).decode(bytes)), findings: [] };
  } catch {
    const text = normaliseLines(new TextDecoder().decode(bytes));
    return { text, findings: [describeEncoding(text)] };
  }
}

function normaliseLines(text: string): string {
  return text.includes('\r') ? text.replaceAll('\r\n', '\n') : text;
}

function describeEncoding(text: string): Finding {
  const start = text.indexOf('\ufffd');
  return {
    rule: 'text/encoding',
    message: 'Unexpected byte that is not UTF-8, expected a text file saved as UTF-8.',
    help: 'Open the file in your editor and save it again with the encoding UTF-8.',
    start,
    end: start + 1,
  };
}

// Characters

const beyondAscii = /[^\n\x20-\x7e]/;
const joinsLetters =
  '\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\ufe0f' +
  ['Arab', 'Syrc', 'Nkoo', 'Mong', 'Deva', 'Beng', 'Guru', 'Gujr', 'Orya', 'Taml', 'Telu', 'Knda', 'Mlym']
    .concat(['Sinh', 'Khmr', 'Mymr', 'Tibt'])
    .map((script) => `\\p{scx=${script}}`)
    .join('');
const suspicious = new RegExp(
  '(?<control>[\\0-\\x09\\x0b-\\x1f\\x7f-\\x9f\\ufffd\\u2028\\u2029\\p{Co}\\p{Cs}\\p{NChar}])' +
    '|(?<bidi>[\\u202a-\\u202e\\u2066-\\u2069\\u{e0000}-\\u{e007f}])' +
    `|(?<invisible>[\\u00ad\\u200b\\u2060-\\u2064\\ufeff]|(?<![${joinsLetters}])[\\u200c\\u200d])`,
  'gu',
);
const word = /[\p{L}\p{M}]+/gu;
const foreignLetter = /[\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Armenian}\p{sc=Cherokee}]/u;
const lookAlikeAlphabets: [string, RegExp][] = [
  ['Latin', /\p{sc=Latin}/u],
  ['Greek', /\p{sc=Greek}/u],
  ['Cyrillic', /\p{sc=Cyrillic}/u],
  ['Armenian', /\p{sc=Armenian}/u],
  ['Cherokee', /\p{sc=Cherokee}/u],
];

const characterNames: Record<string, string> = {
  '\0': 'NULL',
  '\t': 'TAB',
  '\r': 'CARRIAGE RETURN',
  '\x1b': 'ESCAPE',
  '\x7f': 'DELETE',
  '\x85': 'NEXT LINE',
  '\u00a0': 'NO-BREAK SPACE',
  '\u00ad': 'SOFT HYPHEN',
  '\u200b': 'ZERO WIDTH SPACE',
  '\u200c': 'ZERO WIDTH NON-JOINER',
  '\u200d': 'ZERO WIDTH JOINER',
  '\u2028': 'LINE SEPARATOR',
  '\u2029': 'PARAGRAPH SEPARATOR',
  '\u202a': 'LEFT-TO-RIGHT EMBEDDING',
  '\u202b': 'RIGHT-TO-LEFT EMBEDDING',
  '\u202c': 'POP DIRECTIONAL FORMATTING',
  '\u202d': 'LEFT-TO-RIGHT OVERRIDE',
  '\u202e': 'RIGHT-TO-LEFT OVERRIDE',
  '\u2060': 'WORD JOINER',
  '\u2066': 'LEFT-TO-RIGHT ISOLATE',
  '\u2067': 'RIGHT-TO-LEFT ISOLATE',
  '\u2068': 'FIRST STRONG ISOLATE',
  '\u2069': 'POP DIRECTIONAL ISOLATE',
  '\ufeff': 'ZERO WIDTH NO-BREAK SPACE',
  '\ufffd': 'REPLACEMENT CHARACTER',
};

/** Finds the characters no policy should hold; the same check serves a whole file and a value written in escapes. */
function findTextFaults(text: string): Finding[] {
  if (!beyondAscii.test(text)) return [];
  return [
    ...findIndentation(text),
    ...findCharacters(text),
    ...findMixedWords(text),
    ...findDecomposed(text),
  ];
}

/** Tabs in front of a line break the structure of all that follows, so one problem speaks for all of them. */
function findIndentation(text: string): Finding[] {
  const lines = [...text.matchAll(/^( *)\t+/gm)];
  const [first] = lines;
  if (!first) return [];
  const start = first.index + (first[1]?.length ?? 0);
  const others = lines.length > 1 ? ` There are ${lines.length} lines like this.` : '';
  return [
    {
      rule: 'yaml/syntax',
      message: 'Unexpected tab at the start of a line, expected spaces.',
      help: `Replace the tab with two spaces for each level.${others}`,
      start,
      end: first.index + first[0].length,
    },
  ];
}

/** The same character many times on a line is one problem. */
function findCharacters(text: string): Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  let lineEnd = -1;
  let indentEnd = 0;
  for (const { 0: character, index, groups = {} } of text.matchAll(suspicious)) {
    if (index > lineEnd) {
      seen.clear();
      lineEnd = endOfLine(text, index);
      const lineStart = text.lastIndexOf('\n', index) + 1;
      indentEnd = lineStart + text.slice(lineStart, lineEnd).search(/[^ \t]|$/);
    }
    if (seen.has(character) || (character === '\t' && index < indentEnd)) continue;
    seen.add(character);
    findings.push({ ...describeCharacter(character, groups), start: index, end: index + character.length });
  }
  return findings;
}

function describeCharacter(character: string, groups: Record<string, string | undefined>) {
  const name = nameCharacter(character);
  if (groups.bidi) {
    return {
      rule: 'text/bidi' as const,
      message: `Unexpected ${name}, expected text without hidden characters that change its direction.`,
      help: `Delete the character ${name}: it makes a reader see another order of words than the one that is stored.`,
    };
  }
  if (groups.invisible) {
    return {
      rule: 'text/invisible' as const,
      severity: 'warning' as Severity,
      message: `Unexpected invisible character ${name}, expected only characters that can be seen.`,
      help: 'Delete it: place the cursor after it and press Backspace once.',
    };
  }
  return {
    rule: 'text/control' as const,
    message: `Unexpected character ${name}, expected text.`,
    help: controlHelp[character] ?? 'Delete it, or type what should stand there.',
  };
}

const controlHelp: Record<string, string> = {
  '\t': 'Type a space in its place.',
  '\r': 'Save the file with the line ends LF or CRLF.',
  '\u2028': 'Start a new line in its place.',
  '\u2029': 'Start a new line in its place.',
  '\ufffd': 'This mark stands where a letter was lost. Type the letter again.',
};

function nameCharacter(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const name = characterNames[character];
  return name ? `U+${code} ${name}` : `U+${code}`;
}

function findMixedWords(text: string): Finding[] {
  if (!foreignLetter.test(text)) return [];
  return [...text.matchAll(word)].flatMap(({ 0: letters, index }) => {
    if (!foreignLetter.test(letters)) return [];
    const names = lookAlikeAlphabets.filter(([, letter]) => letter.test(letters)).map(([name]) => name);
    return names.length > 1 ? [describeMixedWord(letters, index, names)] : [];
  });
}

function describeMixedWord(letters: string, start: number, names: string[]): Finding {
  return {
    rule: 'text/mixed-script',
    severity: 'warning',
    message: `Unexpected letters of ${names.join(' and ')} in the word ${show(letters)}, expected one alphabet.`,
    help: 'Type the word again: some letters look the same and are not.',
    start,
    end: start + letters.length,
  };
}

function findDecomposed(text: string): Finding[] {
  if (text.normalize('NFC') === text) return [];
  let start = 0;
  const findings: Finding[] = [];
  for (const line of text.split('\n')) {
    const span = findFirstDecomposed(line, start);
    if (span) findings.push({ ...describeDecomposed(text, span), ...span });
    start += line.length + 1;
  }
  return findings;
}

function findFirstDecomposed(line: string, start: number): Span | undefined {
  const normal = line.normalize('NFC');
  if (normal === line) return undefined;
  let index = 0;
  while (line[index] === normal[index]) index++;
  const length = line.slice(index).match(/^.\p{M}*/su)?.[0].length ?? 1;
  return { start: start + index, end: start + index + length };
}

function describeDecomposed(text: string, { start, end }: Span) {
  const written = text.slice(start, end);
  return {
    rule: 'text/normal-form' as const,
    severity: 'warning' as Severity,
    message: `Unexpected ${[...written].map(nameCharacter).join(' + ')}, expected ${nameCharacters(written)}.`,
    help: 'Type the letter again with your keyboard: text copied from a PDF often holds letters in two parts.',
  };
}

function nameCharacters(written: string): string {
  return [...written.normalize('NFC')].map(nameCharacter).join(' + ');
}

/** Quotes a piece of the file in a message: short, and with hidden characters by name. */
function show(text: string): string {
  const line = text.replace(/[ \n]+/g, ' ').replace(/^ | $/g, '');
  const short = line.length > 40 ? `${line.slice(0, 39)}…` : line;
  return `“${short.replace(suspicious, bracketName).replace(/[^\S ]/g, bracketName)}”`;
}

function bracketName(character: string): string {
  return `[${nameCharacter(character)}]`;
}

// YAML

const composeOptions = {
  version: '1.2',
  schema: 'core',
  strict: true,
  // Our own walk finds duplicates: the package compares every key with every other, minutes for a hostile file.
  uniqueKeys: false,
  stringKeys: true,
  merge: false,
  resolveKnownTags: false,
  logLevel: 'silent',
} as const;

type Composed = { contents: Node | undefined; findings: Finding[]; errors: YAMLParseError[] };

function composeText(text: string): Composed {
  const findings: Finding[] = [];
  const tokens = withoutRefused(new Parser().parse(text), text, findings);
  const documents = [...new Composer(composeOptions).compose(tokens, true, text.length)];
  const errors = documents.flatMap((document) => document.errors);
  return { contents: documents[0]?.contents ?? undefined, findings, errors };
}

/** Keeps directives and further documents from the package, which would let them change how the first is read. */
function* withoutRefused(
  tokens: Iterable<CST.Token>,
  text: string,
  findings: Finding[],
): Generator<CST.Token> {
  let hasDocument = false;
  for (const token of tokens) {
    if (token.type === 'directive') {
      findings.push(describeDirective(token.source, token.offset));
    } else if (token.type === 'document' && hasDocument) {
      findings.push(describeDocument(text, token.offset));
      return;
    } else {
      hasDocument ||= token.type === 'document';
      yield token;
      // What stands outside of a document ends it; all that follows is outside too.
      if (token.type === 'error') return;
    }
  }
}

function describeDirective(source: string, start: number): Finding {
  return {
    rule: 'yaml/directive',
    message: `Unexpected directive ${show(source)}, expected a file without lines that start with %.`,
    help: 'Delete this line and the line --- below it.',
    start,
    end: start + source.length,
  };
}

function describeDocument(text: string, start: number): Finding {
  return {
    rule: 'yaml/document',
    message: 'Unexpected second document, expected one document in a file.',
    help: 'Delete the line ---, or move what follows it into a file of its own.',
    start,
    end: endOfLine(text, start),
  };
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}

// What the package calls faults, in our own sentences

type Sentence = {
  /** Tested against the package's code and message. */
  when: RegExp;
  /** Tested against the line, from where the package saw the fault. */
  line?: RegExp;
  /** Tested against the text before that. */
  before?: RegExp;
  rule?: Rule;
  message(shown: string): string;
  help: string;
  /** What to show and mark, from the start of the fault; the rest of the line if nothing is said. */
  take?: RegExp;
  /** Where the fault starts, if not where the package saw it. */
  find?(text: string, start: number): number;
  /** `result`: it mostly comes from a fault on the line above. `rest`: it and all after it come from any fault above. */
  effect?: 'result' | 'rest';
};

const quoteIt = 'Put the whole value in double quotes.';
const asKey = (shown: string) => `Unexpected ${shown}, expected a key, a colon, a space and a value.`;
const closeBracket =
  'Close the bracket. If the value is text that starts with a bracket, put it in double quotes.';

// The first that fits is used, so a more special one stands above a more general one.
const sentences: Sentence[] = [
  {
    when: /^BAD_SCALAR_START|^BLOCK_AS_IMPLICIT_KEY Nested/,
    line: /^[?@`%,|>]/,
    message: (shown) => `Unexpected ${shown} at the start of a value, expected quotes around the value.`,
    help: quoteIt,
    take: /^./,
  },
  {
    when: /^NON_STRING_KEY/,
    before: /\{$/,
    line: /^\{/,
    message: () => 'Unexpected {{ at the start of a value, expected quotes around the value.',
    help: quoteIt,
    find: (_text, start) => start - 1,
    take: /^\{\{/,
  },
  {
    when: /^BLOCK_AS_IMPLICIT_KEY Nested/,
    line: /:(\s|$)/,
    message: () => 'Unexpected second colon on a line, expected one key and one value.',
    help: 'If the colon belongs to the text, put the whole value in double quotes.',
    find: (text, start) => start + text.slice(start).search(/:(\s|$)/),
    take: /^:/,
  },
  {
    when: /^BLOCK_AS_IMPLICIT_KEY Nested/,
    message: (shown) => `Unexpected indentation of ${shown}, expected it in line with the key above.`,
    help: 'Start all keys of a map in the same column. A key with a text beside it can hold no keys below it.',
    find: (text, start) => start + (text.slice(start).match(/^.*\s*?\n\s*(?=\S)/)?.[0].length ?? 0),
  },
  {
    when: /^MISSING_CHAR Missing closing/,
    message: () => 'Unexpected end of a text in quotes, expected the closing quote.',
    help: 'Close the quotes.',
  },
  {
    when: /end with a /,
    message: () => 'Unexpected end of a list or map in brackets, expected the closing bracket.',
    help: closeBracket,
  },
  {
    when: /^(MISSING_CHAR Implicit|MULTILINE_IMPLICIT_KEY)/,
    before: /[|>][+-]?[ \t]*\n$/,
    message: (shown) => `Unexpected ${shown} below | or >, expected text that is indented.`,
    help: 'Start each line of the text two spaces deeper than its key.',
  },
  {
    when: /^(MISSING_CHAR Implicit|MULTILINE_IMPLICIT_KEY)/,
    line: /^[\w-]+:\S/,
    message: (shown) => `Unexpected ${shown}, expected a space after the colon.`,
    help: 'Put a space after the colon.',
    effect: 'result',
  },
  {
    when: /^(MISSING_CHAR Implicit|MULTILINE_IMPLICIT_KEY)/,
    line: /^-\w/,
    message: (shown) => `Unexpected ${shown}, expected a space after the hyphen.`,
    help: 'Put a space after the hyphen.',
    effect: 'result',
  },
  {
    when: /^(MISSING_CHAR Implicit|MULTILINE_IMPLICIT_KEY)/,
    line: /^[^-]/,
    message: asKey,
    help: 'Write “key: value”, or indent the line if it belongs to the value above it.',
    effect: 'result',
  },
  {
    when: /^BLOCK_AS_IMPLICIT_KEY A block seq|^BAD_INDENT All seq|^MISSING_CHAR Sequence|^MULTILINE_IMPLICIT_KEY/,
    message: (shown) => `Unexpected ${shown}, expected it in line with the items of a list.`,
    help: 'Start all items of a list in the same column, with a hyphen and a space.',
    effect: 'result',
  },
  {
    when: /^BAD_INDENT/,
    message: (shown) => `Unexpected indentation of ${shown}, expected it in line with what stands around it.`,
    help: 'Start all keys of a map in the same column, and all lines of a text below | or > at least in the column of its first.',
    find: (text, start) => start + text.slice(start).search(/\S|$/),
    effect: 'result',
  },
  {
    when: /^UNEXPECTED_TOKEN Unexpected block-seq-ind/,
    message: () => 'Unexpected list item on the line of its key, expected it on a line of its own.',
    help: 'Start a new line before the hyphen. If the hyphen belongs to the text, put the whole value in double quotes.',
  },
  {
    when: /^BAD_DQ_ESCAPE/,
    message: (shown) => `Unexpected ${shown}, expected two backslashes for each backslash in double quotes.`,
    help: 'Write each backslash twice, or put the text in single quotes.',
    take: /^\\(?:[xuU][0-9a-fA-F]*|.)?/,
  },
  {
    when: /^UNEXPECTED_TOKEN (Not a YAML token|Block scalar header)/,
    message: (shown) => `Unexpected ${shown} on the line of | or >, expected the text on the next line.`,
    help: 'Start the text on the next line, two spaces deeper than its key. If | or > belongs to the text, put the whole value in double quotes.',
  },
  {
    when: /^MISSING_CHAR Comments must/,
    message: (shown) => `Unexpected ${shown}, expected a space before #.`,
    help: 'Put a space before the # of a comment. If # belongs to the text, put the whole value in double quotes.',
  },
  {
    when: /in flow (map|sequence|collection)|^MISSING_CHAR Missing ,/,
    message: (shown) => `Unexpected ${shown}, expected one value between two commas.`,
    help: 'Check the commas and brackets. If the value is text that starts with a bracket, put it in double quotes.',
  },
  {
    when: /^KEY_OVER_1024_CHARS/,
    message: (shown) => `Unexpected key ${shown} of more than 1,024 characters, expected a short key.`,
    help: 'Write a short key, a colon, and then the text.',
  },
  {
    when: /^NON_STRING_KEY/,
    rule: 'yaml/key',
    message: (shown) => `Unexpected key ${shown}, expected a key that is plain text.`,
    help: 'Write a word before the colon. If this is a text that starts with a bracket, put it in double quotes.',
  },
  {
    when: /ALIAS|ANCHOR/,
    rule: 'yaml/alias',
    message: (shown) => `Unexpected ${shown}, expected a value.`,
    help: 'If the text starts with & or *, put it in double quotes.',
  },
  {
    when: /TAG|BAD_COLLECTION_TYPE|BAD_PROP_ORDER/,
    rule: 'yaml/tag',
    message: (shown) => `Unexpected ${shown}, expected a value.`,
    help: 'If the text starts with !, put it in double quotes.',
    take: /^\S*/,
  },
  {
    when: /^RESOURCE_EXHAUSTION/,
    rule: 'yaml/depth',
    message: () => `Unexpected nesting, expected at most ${maxDepth} levels.`,
    help: 'Put fewer lists and maps inside each other.',
    effect: 'rest',
  },
  {
    when: /at node end|scalar token$/,
    before: /'$/,
    message: (shown) => `Unexpected ${shown} after the closing quote, expected a new line.`,
    help: "Write an apostrophe inside single quotes twice (''), or put the text in double quotes.",
  },
  {
    when: /at node end/,
    message: (shown) => `Unexpected ${shown} after a value, expected a new line.`,
    help: 'Put the whole value in double quotes, or start a new line with a key.',
  },
  {
    when: /in YAML stream/,
    message: (shown) => `Unexpected ${shown}, expected a key or the end of the file.`,
    help: 'Check the brackets, the quotes and the indentation above this line.',
    effect: 'rest',
  },
  {
    when: /./,
    message: (shown) => `Unexpected ${shown}, expected a key and a value.`,
    help: 'Check the quotes, the brackets and the indentation of this line and the one above.',
    effect: 'result',
  },
];

/** Adds the faults the package saw, and keeps only one problem for each cause. */
function withoutConsequences(text: string, faults: Finding[], errors: readonly YAMLParseError[]): Finding[] {
  if (faults.some(({ rule }) => rule === 'yaml/depth'))
    return faults.filter(({ rule }) => rule !== 'yaml/syntax');
  const isTabbed = errors.some(({ code }) => code === 'TAB_AS_INDENT');
  const all = [...faults, ...(isTabbed ? [] : explainErrors(text, faults, errors))];
  const isBroken = all.some(({ rule }) => rule === 'yaml/syntax');
  // In a broken structure, what is empty is mostly not where its author put it.
  return isBroken
    ? all.filter(({ rule, start, end }) => rule !== 'yaml/null' && (rule !== 'yaml/key' || end > start))
    : all;
}

function explainErrors(text: string, faults: Finding[], errors: readonly YAMLParseError[]): Finding[] {
  if (errors.length === 0) return [];
  const lines = indexLines(text);
  const explained = new Set(faults.filter(isWholeLine).map(({ start }) => lines(start).line));
  const hasUnclosed = faults.some(({ rule }) => rule === 'yaml/syntax');
  const findings: Finding[] = [];
  let previous = Number.NEGATIVE_INFINITY;
  for (const error of [...errors].sort((a, b) => a.pos[0] - b.pos[0])) {
    const { line } = lines(error.pos[0]);
    const distance = line - previous;
    previous = line;
    if (distance === 0 || explained.has(line)) continue;
    const sentence = chooseSentence(text, error);
    const isResult =
      (sentence.effect === 'result' && distance === 1) ||
      (sentence.effect === 'rest' && (hasUnclosed || findings.length > 0));
    // Our own walk marks the opening quote or bracket, which says more than the place where the end was missed.
    const isMarked = hasUnclosed && /end with a |Missing closing/.test(error.message);
    if (!isResult && !isMarked) findings.push(describeError(text, error, sentence));
    if (sentence.effect === 'rest') break;
  }
  return findings;
}

function isWholeLine({ rule }: Finding): boolean {
  return rule === 'yaml/alias' || rule === 'yaml/tag';
}

function chooseSentence(text: string, { code, message, pos }: YAMLParseError): Sentence {
  const said = `${code} ${message}`;
  const line = text.slice(pos[0], endOfLine(text, pos[0]));
  const before = text.slice(Math.max(0, pos[0] - 20), pos[0]);
  const fits = (sentence: Sentence) =>
    sentence.when.test(said) &&
    (!sentence.line || sentence.line.test(line)) &&
    (!sentence.before || sentence.before.test(before));
  // The last sentence fits everything.
  return sentences.find(fits) as Sentence;
}

function describeError(text: string, error: YAMLParseError, sentence: Sentence): Finding {
  const [seen] = error.pos;
  const start = Math.min(sentence.find?.(text, seen) ?? seen, text.length);
  const line = text.slice(start, endOfLine(text, start)).trimEnd();
  const taken = sentence.take ? (line.match(sentence.take)?.[0] ?? line) : line;
  return {
    rule: sentence.rule ?? 'yaml/syntax',
    message: sentence.message(taken === '' ? 'end of the line' : show(taken)),
    help: sentence.help,
    start,
    end: start + taken.length,
  };
}

// The walk: from nodes to plain data

type Walk = {
  text: string;
  findings: Finding[];
  anchors: Set<string>;
  isTooDeep: boolean;
  /** Where the last bracket that is never closed ends. */
  unclosedEnd: number;
};

function readContents(text: string, contents: Node | undefined): { value: unknown; findings: Finding[] } {
  const walk: Walk = { text, findings: [], anchors: new Set(), isTooDeep: false, unclosedEnd: 0 };
  const value = toValue(contents, 1, walk) ?? undefined;
  if (value === undefined && walk.findings.length === 0) walk.findings.push(describeEmptyFile(text));
  return { value, findings: walk.findings };
}

function describeEmptyFile(text: string): Finding {
  return {
    rule: 'yaml/null',
    message: 'Unexpected empty file, expected keys and values.',
    help: 'Write the first key, or delete the file.',
    start: 0,
    end: endOfLine(text, 0),
  };
}

function toValue(node: Node | undefined, depth: number, walk: Walk): unknown {
  if (!node) return null;
  checkProperties(node, walk);
  if (isScalar(node)) return toScalarValue(node, walk);
  if (!isCollection(node)) return undefined;
  if (depth > maxDepth) return refuseDepth(node, walk);
  checkBrackets(node, walk);
  return isMap(node) ? toObject(node, depth, walk) : isSeq(node) ? toArray(node, depth, walk) : undefined;
}

function refuseDepth(node: Node, walk: Walk): undefined {
  if (walk.isTooDeep) return;
  walk.isTooDeep = true;
  const [start] = rangeOf(node);
  walk.findings.push({
    rule: 'yaml/depth',
    message: `Unexpected list or map inside ${maxDepth} others, expected at most ${maxDepth} levels.`,
    help: 'Put fewer lists and maps inside each other.',
    start,
    end: start + 1,
  });
}

function checkProperties(node: Node, walk: Walk): void {
  if (isAlias(node)) {
    checkName(`*${node.source}`, rangeOf(node)[0], walk);
    return;
  }
  if (node.anchor !== undefined) {
    const written = `&${node.anchor}`;
    checkName(written, Math.max(0, walk.text.lastIndexOf(written, rangeOf(node)[0])), walk);
  }
  if (node.tag !== undefined) checkTag(startOfTag(node, walk), walk);
}

/** The package keeps no place for a tag or, below, an anchor; it stands in front of its node. */
function startOfTag(node: Node, { text }: Walk): number {
  const found = text.lastIndexOf('!', Math.max(rangeOf(node)[0] - 1, 0));
  const before = text.slice(Math.max(0, found - 100), Math.max(0, found)).match(/[^\s,[\]{}]*$/)?.[0] ?? '';
  return Math.max(0, found - before.length);
}

/** The name of an anchor is one problem, however often it is used. */
function checkName(written: string, start: number, walk: Walk): void {
  const name = written.slice(1);
  if (walk.anchors.has(name)) return;
  walk.anchors.add(name);
  walk.findings.push({
    rule: 'yaml/alias',
    message: `Unexpected ${show(written)}, expected a value: values cannot be named and used again.`,
    help: `Write the value in each place. If the text starts with ${written[0]}, put it in double quotes.`,
    start,
    end: start + written.length,
  });
}

function checkTag(start: number, walk: Walk): void {
  const written = walk.text.slice(start).match(/^[^\s,[\]{}]+/)?.[0] ?? '!';
  walk.findings.push({
    rule: 'yaml/tag',
    message: `Unexpected tag ${show(written)}, expected a value.`,
    help: `Delete ${show(written)}. If the text starts with !, put it in double quotes.`,
    start,
    end: start + written.length,
  });
}

const closingBrackets: Record<string, string> = { '[': ']', '{': '}' };

function checkBrackets(node: YAMLMap | YAMLSeq, walk: Walk): void {
  const [start, end] = rangeOf(node);
  const bracket = walk.text[start] ?? '';
  // A single pair in a list, `[a: b]`, is a map without brackets of its own.
  const closing = node.flow ? closingBrackets[bracket] : undefined;
  if (!closing || walk.text[end - 1] === closing || start < walk.unclosedEnd) return;
  walk.unclosedEnd = end;
  walk.findings.push({
    rule: 'yaml/syntax',
    message: `Unexpected ${bracket} that is never closed, expected ${closing} after it.`,
    help: closeBracket,
    start,
    end: start + 1,
  });
}

function toScalarValue(node: Scalar, walk: Walk): unknown {
  const { type, value, source = '' } = node;
  if (isTextScalar(node) && (type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE')) checkQuotes(node, walk);
  if (typeof value === 'number' && String(value) !== source) checkNumber(node, value, walk);
  return value;
}

function checkQuotes(node: Scalar<string>, walk: Walk): void {
  const [start, end] = rangeOf(node);
  const source = walk.text.slice(start, end);
  const isClosed = isClosedText(source);
  if (isClosed && source.includes('\\')) checkEscapes(node, walk);
  if (isClosed) return;
  walk.findings.push({
    rule: 'yaml/syntax',
    message: `Unexpected ${source[0]} that is never closed, expected ${source[0]} at the end of the text.`,
    help: `Close the quotes. If the text holds ${source[0]} itself, put it in the other kind of quotes.`,
    start,
    end: Math.min(end, endOfLine(walk.text, start)),
  });
}

/** The package takes an escaped quote at the very end of a file for the closing one. */
function isClosedText(source: string): boolean {
  const body = source.slice(1);
  if (source[0] === "'") return (body.match(/'*$/)?.[0].length ?? 0) % 2 === 1;
  return /(?<!\\)(\\\\)*"$/.test(body);
}

function checkEscapes(node: Scalar<string>, walk: Walk): void {
  const faults = findTextFaults(node.value);
  if (faults.length === 0) return;
  const characters = alignScalar(walk.text, node);
  for (const fault of faults) {
    const start = characters[fault.start]?.start ?? rangeOf(node)[0];
    const end = characters[fault.end - 1]?.end ?? start;
    walk.findings.push({ ...fault, start, end });
  }
}

function checkNumber(node: Scalar, value: number, walk: Walk): void {
  const [start, end] = rangeOf(node);
  walk.findings.push({
    rule: 'yaml/number',
    message: `Unexpected number ${show(node.source ?? '')}, expected quotes around it: it would be read as ${value}.`,
    help: `Put it in quotes: "${node.source}".`,
    start,
    end,
  });
}

function toArray(node: YAMLSeq, depth: number, walk: Walk): unknown[] {
  // The composer makes nodes of all items.
  return (node.items as Node[]).map((item) => {
    const value = toValue(item, depth + 1, walk);
    if (value === null) checkNull(item, 'list item', rangeOf(item), walk);
    return value;
  });
}

function toObject(node: YAMLMap, depth: number, walk: Walk): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  const keys = new Map<string, Node>();
  // The composer makes nodes of all keys and values; a key without a colon has no value.
  for (const pair of node.items as { key: Node; value: Node | null }[]) {
    const value = toValue(pair.value ?? undefined, depth + 1, walk);
    const key = toKey(pair.key, walk);
    if (key === undefined) continue;
    if (value === null) checkNull(pair.value, `key ${show(key)}`, rangeOf(pair.key), walk);
    const first = keys.get(key);
    if (first) refuseDuplicate(first, pair.key, walk);
    else object[key] = value;
    if (!first) keys.set(key, pair.key);
  }
  return object;
}

/** The text of a key, or nothing if no key may be called so. */
function toKey(node: Node, walk: Walk): string | undefined {
  checkProperties(node, walk);
  if (!isTextScalar(node)) return undefined;
  toScalarValue(node, walk);
  if (node.value === '<<') return refuseKey(node, walk, mergeKey);
  if (reservedKeys.has(node.value)) return refuseKey(node, walk, reservedKey);
  if (node.value === '') return refuseKey(node, walk, emptyKey);
  if (/[^\S ]|^\s|\s$/.test(node.value)) return refuseKey(node, walk, spacedKey);
  return node.value;
}

type KeyFault = { rule: Rule; expected: string; help: string };

const mergeKey: KeyFault = {
  rule: 'yaml/merge-key',
  expected: 'keys that are written out',
  help: 'Delete << and write the keys it stands for.',
};
const reservedKey: KeyFault = {
  rule: 'yaml/key',
  expected: 'another name',
  help: 'Choose another name: programs keep this one for themselves.',
};
const emptyKey: KeyFault = {
  rule: 'yaml/key',
  expected: 'a name before the colon',
  help: 'Write a name before the colon. If the colon belongs to a text, put the text in double quotes.',
};
// Such a key looks indented and is not, so what stands below it belongs elsewhere.
const spacedKey: KeyFault = {
  rule: 'yaml/syntax',
  expected: 'a key with ordinary spaces or none',
  help: 'Delete the spaces around the key and, if it is indented, type them again with the space bar.',
};

function refuseKey(node: Scalar<string>, walk: Walk, { rule, expected, help }: KeyFault): undefined {
  const [start, end] = rangeOf(node);
  const shown = node.value === '' ? 'empty key' : `key ${show(node.value)}`;
  walk.findings.push({ rule, message: `Unexpected ${shown}, expected ${expected}.`, help, start, end });
}

function refuseDuplicate(first: Node, second: Node, walk: Walk): void {
  const [start, end] = rangeOf(second);
  const [firstStart, firstEnd] = rangeOf(first);
  const shown = show(walk.text.slice(start, end));
  walk.findings.push({
    rule: 'yaml/duplicate-key',
    message: `Unexpected second key ${shown}, expected each key once.`,
    help: 'Delete one of the two, or give it another name.',
    start,
    end,
    related: { message: 'The first one stands here.', start: firstStart, end: firstEnd },
  });
}

function checkNull(node: Node | null, what: string, fallback: Range, walk: Walk): void {
  const [start, end] = node ? rangeOf(node) : fallback;
  const written = node ? walk.text.slice(start, end) : '';
  const comment = walk.text.slice(start, endOfLine(walk.text, start)).match(/^([ \t]*)(#.*)/);
  walk.findings.push({
    rule: 'yaml/null',
    message: `Unexpected ${what} without a value, expected a value.`,
    ...(written !== ''
      ? {
          start,
          end,
          help: `${show(written)} means “nothing”. Put it in quotes if you mean the word, or delete it.`,
        }
      : comment?.[1] !== undefined && comment[2]
        ? { ...spanOfLength(start + comment[1].length, comment[2].trimEnd().length), help: forgottenQuotes }
        : { start: fallback[0], end: fallback[1], help: 'Give it a value, or delete it.' }),
  });
}

const forgottenQuotes =
  'Did you forget quotes? All that follows a space and # is a comment. Put the value in quotes, or delete the key.';

// Places

type Range = readonly [start: number, end: number];

function rangeOf(node: Node): Range {
  const [start, end] = node.range ?? [0, 0];
  return [start, end];
}

function spanOfLength(start: number, length: number): Span {
  return { start, end: start + length };
}

function isTextScalar(node: Node | undefined): node is Scalar<string> {
  return isScalar(node) && typeof node.value === 'string';
}

function spanOfStep(text: string, { key, value }: Step, target: 'value' | 'key'): Span {
  const span = value ? spanOfNode(text, value) : undefined;
  const hasText = span && span.end > span.start;
  if (key && (target === 'key' || !hasText)) return spanOfNode(text, key);
  return span ?? { start: 0, end: 0 };
}

/** The package counts the space up to the next node to a collection and to a text below | or >. */
function spanOfNode(text: string, node: Node): Span {
  const [start, end] = rangeOf(node);
  return spanOfLength(start, text.slice(start, end).trimEnd().length);
}

type Locator = (path: YamlPath) => { step: Step; isWhole: boolean };

function makeLocator(contents: Node | undefined): Locator {
  const indexes = new WeakMap<YAMLMap, Map<string, Step>>();
  const childOf = (node: Node | undefined, segment: string | number): Step | undefined => {
    if (isSeq(node))
      return node.items[Number(segment)]
        ? { key: undefined, value: node.items[Number(segment)] as Node }
        : undefined;
    if (!isMap(node)) return undefined;
    const index = indexes.get(node) ?? indexPairs(node);
    indexes.set(node, index);
    return index.get(String(segment));
  };
  return (path) => {
    let step: Step = { key: undefined, value: contents };
    for (const segment of path) {
      const child = childOf(step.value, segment);
      if (!child) return { step, isWhole: false };
      step = child;
    }
    return { step, isWhole: true };
  };
}

/** The first of two equal keys counts, as it does in the value. */
function indexPairs(node: YAMLMap): Map<string, Step> {
  const index = new Map<string, Step>();
  for (const { key, value } of node.items as { key: Node; value: Node | null }[]) {
    if (isTextScalar(key) && !index.has(key.value)) index.set(key.value, { key, value: value ?? undefined });
  }
  return index;
}

function makeAligner(text: string): (node: Scalar<string>) => Span[] {
  const aligned = new WeakMap<Scalar, Span[]>();
  return (node) => {
    const spans = aligned.get(node) ?? alignScalar(text, node);
    aligned.set(node, spans);
    return spans;
  };
}

/** Where each UTF-16 unit of a text's value is written. */
function alignScalar(text: string, node: Scalar<string>): Span[] {
  const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
  return isBlock ? alignBlock(text, node) : alignFlow(text, node);
}

const fold = '(?<fold>[ \\t]*\\n[ \\t\\n]*)';
const units = {
  QUOTE_DOUBLE: new RegExp(
    `${fold}|(?<none>\\\\\\n[ \\t]*)|\\\\(?:x..|u....|U(?<code>.{8})|[^])|(?<raw>[ \\t]+|[^])`,
    'g',
  ),
  QUOTE_SINGLE: new RegExp(`${fold}|''|(?<raw>[ \\t]+|[^])`, 'g'),
  PLAIN: new RegExp(`${fold}|(?<raw>[ \\t]+|[^])`, 'g'),
};

/** Plain and quoted texts: each piece of the source stands for a known number of units. */
function alignFlow(text: string, node: Scalar<string>): Span[] {
  const [start, end] = rangeOf(node);
  const type = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? node.type : 'PLAIN';
  const quote = type === 'PLAIN' ? 0 : 1;
  const spans: Span[] = [];
  for (const { 0: piece, index, groups = {} } of text
    .slice(start + quote, end - quote)
    .matchAll(units[type])) {
    const first = start + quote + index;
    if (groups.raw) for (let at = 0; at < piece.length; at++) spans.push(spanOfLength(first + at, 1));
    else
      for (let count = countUnits(groups); count > 0; count--) spans.push(spanOfLength(first, piece.length));
  }
  return spans;
}

function countUnits({ fold, none, code }: Record<string, string | undefined>): number {
  if (none !== undefined) return 0;
  if (code !== undefined) return Number.parseInt(code, 16) > 0xffff ? 2 : 1;
  return fold === undefined ? 1 : Math.max(1, fold.split('\n').length - 2);
}

/** Texts below | and >: only spaces and line ends differ from the source, so all else is met in the same order. */
function alignBlock(text: string, node: Scalar<string>): Span[] {
  const [start, end] = rangeOf(node);
  let at = endOfLine(text, start) + 1;
  const spans: Span[] = [];
  for (const unit of node.value.split('')) {
    while (at < end && !isWrittenAs(unit, text[at] ?? '')) at++;
    spans.push({ start: Math.min(at, end), end: Math.min(at + 1, end) });
    at++;
  }
  return spans;
}

/** A space may be written as the end of a line. */
function isWrittenAs(unit: string, written: string): boolean {
  return unit === written || (unit === ' ' && written === '\n');
}
