import type { YAMLParseError } from 'yaml';
import type { Rule } from '../problem.ts';
import { endOfLine } from './lines.ts';
import { cuttingComment } from './text-slips.ts';
import { maxDepth } from './yaml-document.ts';

/** What is said of a fault the package saw, and where. */
export type Sentence = {
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
  /** Whether the lines of the same block below it are wrong for the same reason. */
  isAboutIndent?: boolean;
  /** `result`: it mostly comes from a fault on the line above. `rest`: it and all after it come from any fault above. */
  effect?: 'result' | 'rest';
};

const quoteIt = 'Put the whole value in double quotes.';
const asKey = (shown: string) => `Unexpected ${shown}, expected a key, a colon, a space and a value.`;

/** The next step after a bracket that is never closed. */
export const closeBracket =
  'Close the bracket. If the value is text that starts with a bracket, put it in double quotes.';

// The first that fits is used, so a more special one stands above a more general one.
const sentences: Sentence[] = [
  {
    when: /^BLOCK_AS_IMPLICIT_KEY Nested/,
    before: /\bcontent:[ \t]*$/,
    message: () => 'Unexpected block on the line of `content`, expected a list.',
    help: 'Start a new line below `content:`, two spaces deeper, with a hyphen and a space before the block.',
  },
  {
    when: /^BAD_INDENT All mapping|^MISSING_CHAR (Sequence|Missing ,)/,
    before: /(\S[ \t]+#[^\n]*|\n[ \t]+#[^\s#][^\n]*)\n\s*$/,
    line: /^\s*(?![\w-]+:(\s|$)|-\s|\s)/,
    message: () => cuttingComment.message,
    help: cuttingComment.help,
    find: (text, start) => commentBefore(text, start),
    take: /^#.*/,
    effect: 'result',
  },
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
    help: 'If the colon belongs to the text, put the whole value in double quotes. A second key stands on a line of its own.',
    find: (text, start) => start + text.slice(start).search(/:(\s|$)/),
    take: /^:/,
  },
  {
    when: /^BLOCK_AS_IMPLICIT_KEY Nested/,
    message: (shown) => `Unexpected indentation of ${shown}, expected it in line with the key above.`,
    isAboutIndent: true,
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
    when: /^(MISSING_CHAR Implicit|MULTILINE_IMPLICIT_KEY|BAD_INDENT|MISSING_CHAR Sequence)/,
    before: /[|>][+-]?[ \t]*\n\s*$/,
    find: (text, start) => start + text.slice(start).search(/\S|$/),
    message: (shown) => `Unexpected ${shown} below | or >, expected text that is indented.`,
    isAboutIndent: true,
    help: 'Start each line of the text two spaces deeper than its key.',
  },
  {
    when: /^(MISSING_CHAR Implicit|MULTILINE_IMPLICIT_KEY)/,
    line: /^[\w-]+:[\u00a0\u2000-\u200a\u202f\u3000]/,
    message: (shown) => `Unexpected ${shown}, expected an ordinary space after the colon.`,
    help: 'Delete the space after the colon and type it again with the space bar.',
    effect: 'result',
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
    line: /^(?:\/\/|\/\*|<!--)/,
    message: asKey,
    help: 'Begin a comment with # and a space.',
    effect: 'result',
  },
  {
    when: /^(MISSING_CHAR Implicit|MULTILINE_IMPLICIT_KEY)/,
    line: /^[\w-]+(?:：| ?=)/,
    message: asKey,
    help: 'Write a plain colon and a space between the key and its value.',
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
    isAboutIndent: true,
    help: 'Start all items of a list in the same column, with a hyphen and a space.',
    find: (text, start) => start + text.slice(start).search(/\S|$/),
    effect: 'result',
  },
  {
    when: /^BAD_INDENT/,
    line: /^\s*[–—•‣·●▪] /,
    message: (shown) => `Unexpected ${shown}, expected a hyphen in front of an item.`,
    isAboutIndent: true,
    help: 'Write a plain hyphen, the minus sign of the keyboard, and a space in front of the item.',
    effect: 'result',
  },
  {
    when: /^BAD_INDENT/,
    message: (shown) => `Unexpected indentation of ${shown}, expected it in line with what stands around it.`,
    isAboutIndent: true,
    help: 'Start all keys of a map in the same column, each item of a list with a hyphen and a space, and all lines of a text below | or > at least in the column of its first.',
    find: (text, start) => start + (text.slice(start).match(/^(?:\s*#[^\n]*\n)*\s*/)?.[0].length ?? 0),
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
    when: /at node end|scalar token$/,
    before: /"[ \t]*$/,
    line: /"/,
    message: (shown) => `Unexpected ${shown} after the closing quote, expected a new line.`,
    help: 'Write a quote inside double quotes as \\", or put the text in single quotes.',
  },
  {
    when: /at node end|scalar token$/,
    line: /^,[ \t]*$/,
    message: () => 'Unexpected comma after a value, expected the end of the line.',
    help: 'Delete the comma: what stands on lines of its own needs none.',
  },
  {
    when: /at node end|scalar token$/,
    before: /"[ \t]*$/,
    message: (shown) => `Unexpected ${shown} after the closing quote, expected a new line.`,
    help: 'If the quotes belong to the text, put the whole value in single quotes as well.',
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

/** Where the comment on the lines above begins that ended a text too early. */
function commentBefore(text: string, start: number): number {
  const found = text.slice(0, start).match(/#[^\n]*\s*$/);
  return found?.index ?? start;
}

/** The sentence for a fault, by what the package says of it and what stands around it. */
export function chooseSentence(text: string, { code, message, pos }: YAMLParseError): Sentence {
  const said = `${code} ${message}`;
  const line = text.slice(pos[0], endOfLine(text, pos[0]));
  const before = text.slice(Math.max(0, pos[0] - 200), pos[0]);
  const fits = (sentence: Sentence) =>
    sentence.when.test(said) &&
    (!sentence.line || sentence.line.test(line)) &&
    (!sentence.before || sentence.before.test(before));
  // The last sentence fits everything.
  return sentences.find(fits) as Sentence;
}
