import type { Severity } from '../problem.ts';
import { show } from './excerpt.ts';
import type { Finding, Span } from './finding.ts';
import { nameCharacter, suspicious } from './hidden-characters.ts';
import { endOfLine } from './lines.ts';

const beyondAscii = /[^\n\x20-\x7e]/;
const word = /[\p{L}\p{M}]+/gu;
const foreignLetter = /[\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Armenian}\p{sc=Cherokee}]/u;
const lookAlikeAlphabets: [string, RegExp][] = [
  ['Latin', /\p{sc=Latin}/u],
  ['Greek', /\p{sc=Greek}/u],
  ['Cyrillic', /\p{sc=Cyrillic}/u],
  ['Armenian', /\p{sc=Armenian}/u],
  ['Cherokee', /\p{sc=Cherokee}/u],
];

/** Finds the characters no policy should hold; the same check serves a whole file and a value written in escapes. */
export function findTextFaults(text: string): Finding[] {
  if (!beyondAscii.test(text)) return [];
  const heaped = findHeapedMarks(text);
  return [
    ...findIndentation(text),
    ...findCharacters(text),
    ...findMixedWords(text),
    ...findMisread(text),
    // To put many marks in their order takes long, and each problem with them says enough.
    ...(heaped.length > 0 ? heaped : findDecomposed(text)),
  ];
}

/** No script writes more than this on one letter: https://www.unicode.org/reports/tr15/#Stream_Safe_Text_Format */
const mostMarks = 30;
const heap = new RegExp(`\\p{M}{${mostMarks + 1},}`, 'gu');

function findHeapedMarks(text: string): Finding[] {
  return [...text.matchAll(heap)].map(({ 0: marks, index }) => ({
    rule: 'text/control',
    message: `Unexpected ${marks.length} marks on one letter, expected at most ${mostMarks}.`,
    help: 'Delete them, or type the letter again.',
    start: index,
    end: index + marks.length,
  }));
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

// What UTF-8 looks like to a program that takes it for Windows-1252: an apostrophe, a dash, a letter of Western Europe.
const misread = /â€[™œ˜¦“”¢\x9d]|Ã[¤¼¶Ÿ©¨±³]|Â[§©®£°]/;

function findMisread(text: string): Finding[] {
  const found = misread.exec(text);
  if (!found) return [];
  return [
    {
      rule: 'text/encoding',
      message: `Unexpected ${show(found[0])}, expected the one character that another program has made these of.`,
      help: 'Copy the text again, from a program that reads it as UTF-8, or type the character: ’, –, ü.',
      start: found.index,
      end: found.index + found[0].length,
    },
  ];
}

/** Several such words on a line, as where names of languages have lost the spaces between them, are one problem. */
function findMixedWords(text: string): Finding[] {
  if (!foreignLetter.test(text)) return [];
  const found = [...text.matchAll(word)].flatMap(({ 0: letters, index }) => {
    if (!foreignLetter.test(letters)) return [];
    const names = lookAlikeAlphabets.filter(([, letter]) => letter.test(letters)).map(([name]) => name);
    return names.length > 1 ? [describeMixedWord(letters, index, names)] : [];
  });
  const lines = Map.groupBy(found, ({ start }) => endOfLine(text, start));
  return [...lines.values()].flatMap(([first, ...more]) => (first ? [withCount(first, more.length)] : []));
}

function withCount(finding: Finding, more: number): Finding {
  const others = more === 1 ? 'There is 1 more such word' : `There are ${more} more such words`;
  return more === 0 ? finding : { ...finding, help: `${finding.help} ${others} on the line.` };
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
