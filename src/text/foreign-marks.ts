import type { Emphasis, Link, Nodes, Paragraph, Strong, TableCell } from 'mdast';

// Marks of other dialects of Markdown and of other languages, which a page would show as they are written.

/** A mark that means something elsewhere, and nothing here. */
type ForeignMark = {
  rule: 'prose/mark';
  offset: number;
  length: number;
  message: string;
  help: string;
};

type Dialect = { pattern: RegExp; unless?: RegExp; mark: string; expected?: string; help: string };

const block =
  'Delete it and its end, and write the text as a block of its own: `- note:` with the text behind it.';
const attributes = 'Delete it. A section has an `id:`; how text looks is the same for all of a site.';
const plain = 'Delete the marks, or write * on each side for stress, ** for strong stress.';
const contents = 'Delete it: a page has its contents.';
const lines = 'Write the text below |, with lines of its own.';
const program = 'Write here what it would put in, or quote a fact: {{ contacts.privacy.email }}.';

const dialects: readonly Dialect[] = [
  { pattern: /^[ \t>]*:::+.*$/m, mark: ':::', help: block },
  { pattern: /^[ \t>]*(?:!!!|\?\?\?\+?) +[a-z]+.*$/m, mark: 'mark of a callout', help: block },
  { pattern: /^[ \t>]*\/\/\/ +[a-z]+.*$/m, mark: '///', help: block },
  { pattern: /^\.\. +[a-z-]+::.*$/m, mark: 'mark of a callout', help: block },
  { pattern: /^\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]/im, mark: 'mark of a callout', help: block },
  { pattern: /\{:?(?: ?[#.][A-Za-z][\w-]*)+ ?\}/, mark: 'attributes in braces', help: attributes },
  {
    pattern: /^(?:\[TOC\]|\[\[_?TOC_?\]\]|\$\{toc\})$/im,
    mark: 'mark of a table of contents',
    help: contents,
  },
  { pattern: /(?<![=\w])==(?=[^\s=])[^=\n]*(?<=\S)==(?![=\w])/, mark: '==', help: plain },
  { pattern: /(?<![+\w])\+\+(?=[^\s+])[^+\n]*(?<=\S)\+\+(?![+\w])/, mark: '++', help: plain },
  { pattern: /'''[^'\n]+'''/, mark: "'''", help: plain },
  {
    pattern: /\{(?:\+\+|--|~~|>>|==)[^{}]*(?:\+\+|--|~~|<<|==)\}/,
    mark: 'mark of an editor',
    help: 'Write the text as it is to be read: the page shows what a version changed.',
  },
  {
    pattern: /\[(b|i|u|s|url|quote|code|size|color|img|list)(?:=[^\]\n]*)?\][^[\]]*\[\/\1\]/i,
    mark: 'tags in square brackets',
    help: 'Delete the tags; use Markdown: *stress*, **strong stress**, [words](address).',
  },
  { pattern: /\[\/?[a-z][a-z_-]*(?: [a-z_-]+="[^"\n]*")+ ?\/?\]/i, mark: 'tag of a program', help: program },
  {
    pattern: /(?<=[.:;!?,])\\n(?=[\p{Lu}\d\\-])/u,
    mark: '\\n',
    expected: 'the end of a line',
    help: lines,
  },
  { pattern: /\{%[^%\n]*%\}|%%[A-Z][A-Z\d_]*%%/, mark: 'tag of a program', help: program },
  {
    pattern: /(?<![\w{$.-])\$?\{(?:[a-z]\w*(?:[._-]\w+)*| (?:name|[a-z]\w*(?:\.\w+)+) )\}(?![\w}-])/,
    mark: 'single braces around a name',
    expected: 'two pairs, which quote a fact',
    help: 'Write {{ name }}, with the path of the fact.',
  },
  {
    pattern: /\[(?!\d+\])[^[\]\n]+\]\[[^[\]\n]*\]/,
    mark: 'link without an address',
    expected: 'one in brackets',
    help: 'Write [words](address), or add a line with the address: [name]: https://example.com.',
  },
  {
    pattern: /\[[^[\]\n]+\]\(#[^()\n]* [^()\n]*\)/,
    mark: 'link that is none',
    expected: '# and the id of a section or an entry',
    help: 'Write the id as it stands there, or the title in small letters with hyphens: #our-cookies.',
  },
  {
    pattern: /\[[^[\]\n]+\] ?\((?:https?:|mailto:|tel:|www\.|#[a-z](?![^()\n]* )|\/[a-z]|\+?\d)[^()\n]*\)/i,
    mark: 'link that is none',
    expected: 'an address without spaces right behind the brackets',
    help: 'Write [words](address) without a space between, and %20 for a space in the address.',
  },
  {
    pattern:
      /\([^()\n]+\)\[(?:https?:|mailto:|www\.|#[a-z]|\/[a-z])[^\]\n]*\]|\[[^[\]\n]+\]\((?:https?:|mailto:|www\.|#[a-z]|\/[a-z])[^()\s]*(?=\s|$)|\[[^[\]()\n]+\((?:https?:|mailto:|\/[a-z])[^()\s]*\)(?![^[\n]*\])/i,
    mark: 'link that is none',
    expected: 'words in square brackets and right behind them an address in round ones',
    help: 'Write [words](address), with both pairs closed.',
  },
  {
    pattern: /\[\[[^[\]\n]+\]\]/,
    mark: 'double square brackets',
    help: 'Write [words](address) for a link, and one pair of brackets, \\[ and \\], for what stands in brackets.',
  },
  {
    pattern: /^\*\[[^\]\n]+\]:.*$/m,
    mark: 'mark of an abbreviation',
    expected: 'its words in the text',
    help: 'Write the long form where the short one is first used, or add both to `definitions`.',
  },
  {
    // Behind a word, or before a space, two asterisks are those of a note.
    pattern: /(?<=^|[\s([“‘"'«—–-])\*\*(?=[\p{L}\p{N}])/u,
    mark: '**',
    expected: 'the same mark right behind the words it is for',
    help: 'Write **strong stress**, without a space within the marks.',
  },
  {
    pattern: /(?<=\p{L} )\*{1,2} \p{L}[^*\n]*\*{1,2}(?![\p{L}\d*])/u,
    mark: 'space within marks',
    expected: 'them right beside the words they are for',
    help: 'Write *stress* or **strong stress**, without a space within the marks.',
  },
  {
    // A paragraph of its own, or what a mark behind a word leads to, is a note.
    pattern: /(?<=\S[ \n][(“‘"'«—–-]?)\*(?=\p{L}{2})(?![^*\n]*\*)/u,
    unless: /[\p{L}\d)]\*/u,
    mark: '*',
    expected: 'the same mark right behind the words it is for',
    help: 'Write *stress*, with a mark on both sides, or delete it.',
  },
  {
    pattern: /(?<=^|[\s([“‘"'«])`+(?=[^\s`])/,
    mark: 'backtick',
    expected: 'as many of them behind the words',
    help: 'Write `name`, with one on both sides, or delete it.',
  },
  {
    pattern: /^#{2,6}(?=\p{L})[^\n]*/mu,
    mark: 'marks of a heading',
    expected: 'a section with a `title:`',
    help: 'Give the text a section of its own.',
  },
  {
    pattern: /&(?:nbsp|amp|copy|quot|apos|lt|gt|mdash|ndash|reg|trade|hellip|euro|sect)\b(?![;=])/,
    mark: 'name of a character without its end',
    expected: 'the character itself',
    help: 'Write the character itself, as in ©, – or &.',
  },
  {
    pattern: /\^\[[^\]\n]+\]/,
    mark: 'footnote',
    expected: 'its words in the text',
    help: 'Write the note in brackets where it belongs.',
  },
  {
    pattern: /(?<=[\p{L}\d)])\^(?:TM|SM|R|[a-z]{1,3}|\d{1,3})\^/u,
    mark: 'raised text',
    help: 'Write the character itself: ™, ², ª.',
  },
  {
    pattern: /%%[^%\n]*[\p{Ll} ][^%\n]*%%/u,
    mark: 'hidden note',
    expected: 'text for readers',
    help: 'Put it behind a # in the file, or delete it.',
  },
  {
    pattern: /^\|[^\n]*\|[ \t]*\n[ \t>]*\|[^\n]*\|[ \t]*(?=$|\n)/,
    mark: 'rows of a table without its second line',
    expected: '| --- | with as many columns below the row of its headings',
    help: 'Write | --- | --- | on a line of its own below the headings.',
  },
  { pattern: /\$\$[^$]+\$\$|\\[a-z]+\{[^{}\n]*\}/i, mark: 'formula', help: 'Say it in words and numbers.' },
  {
    pattern: /(?<![\w:]):(?=[a-z_+-]*[a-z])[a-z][a-z0-9_+-]+:(?![\w:/])/,
    mark: 'name of a picture',
    help: 'Write the character itself, or say it in words.',
  },
];

// Its backslashes are those that make plain brackets of brackets: square ones have them in every honest text.
const formula: Dialect = {
  pattern: /\\\((?:[^()\n\\]*[\^=_]|[^()\n]*\\[a-z])[^()\n]*\\\)|\\\[[^[\]\n]*\\[a-z][^[\]\n]*\\\]/,
  mark: 'formula',
  help: 'Say it in words and numbers.',
};

const anyMark = /[*`#&]|==|\+\+|'''|[{}[\]]|%%|\$\$|:[a-z]|\^|\|\n|\\|!!!|\?\?\?|\/\/\/|^\.\. /m;

/** Finds marks of other dialects in a paragraph or a cell; what is behind a backslash, in code or an address is none. */
export function foreignMarks(node: Paragraph | TableCell, source: string): ForeignMark[] {
  const start = node.position?.start.offset ?? 0;
  const written = source.slice(start, node.position?.end.offset ?? start);
  return anyMark.test(written) ? marksIn(withoutCode(node, written, start), start) : [];
}

/** Finds marks of other dialects in a text that holds none of Markdown. */
export function foreignMarksInPlain(text: string): ForeignMark[] {
  return anyMark.test(text) ? marksIn(text, 0) : [];
}

/** Finds the first mark of Markdown or HTML in a title, a label or a name, which are shown as they are written. */
export function markInName(text: string): ForeignMark | undefined {
  const found = /[*[<&]/.test(text) ? markOfNames.exec(text) : null;
  return found
    ? {
        rule: 'prose/mark',
        offset: found.index,
        length: found[0].length,
        message: `Unexpected \`${found[0]}\` in a title, label or name, expected its words alone: readers would see the marks.`,
        help: 'Delete the marks, and write characters themselves, as in © or &.',
      }
    : undefined;
}

const markOfNames =
  /\*\*[^\s*][^*]*\*\*|\[[^[\]]+\]\((?:https?:|mailto:|tel:|#|\/)[^()\s]*\)|<\/?(?:b|i|em|strong|br|p|span|a|u|sup|sub)(?: [^<>]*)?\/?>|&(?:nbsp|amp|copy|reg|trade|quot|apos|lt|gt|[mn]dash|hellip|#\d{2,5});/i;

/** Writes backslashes before what would be a mark of another dialect. */
export function escapeForeignMarks(text: string): string {
  if (!anyMark.test(text)) return text;
  let escaped = text;
  // Behind a mark that is none any more another can begin.
  for (let [mark] = marksIn(text, 0); mark; [mark] = marksIn(escaped, 0)) {
    escaped = escapeMark(escaped, mark).escaped;
  }
  return escaped;
}

/** Writes a backslash before the first character of a mark that can be behind one, and tells where. */
export function escapeMark(text: string, { offset }: { offset: number }): { escaped: string; at: number } {
  const at = offset + text.slice(offset).search(punctuation);
  return { escaped: `${text.slice(0, at)}\\${text.slice(at)}`, at };
}

const punctuation = /[!-/:-@[-`{-~]/;

function marksIn(written: string, start: number): ForeignMark[] {
  const text = written.replaceAll(/\\[!-/:-@[-`{-~]/g, 'xx');
  const find = (within: string, { pattern, unless, ...dialect }: Dialect): ForeignMark[] => {
    const found = pattern.exec(within);
    return found && !unless?.test(within)
      ? [{ ...told(dialect), offset: start + found.index, length: found[0].trimEnd().length }]
      : [];
  };
  const found = [
    ...dialects.flatMap((dialect) => find(text, dialect)),
    ...find(written.replaceAll('\\\\', 'xx'), formula),
  ];
  return found.filter((mark) => !found.some((other) => other !== mark && isWithin(mark, other)));
}

function isWithin(mark: ForeignMark, { offset, length }: ForeignMark): boolean {
  return offset <= mark.offset && mark.offset + mark.length <= offset + length;
}

function told({
  mark,
  expected = 'text as readers are to see it',
  help,
}: Omit<Dialect, 'pattern' | 'unless'>) {
  const shown = /^[a-z]/.test(mark) ? mark : `\`${mark}\``;
  const message = `Unexpected ${shown}, expected ${expected}.`;
  return { rule: 'prose/mark' as const, message, help: `${help} To show it as it is, put \\ before it.` };
}

const unread: ReadonlySet<string> = new Set([
  'inlineCode',
  'html',
  'linkReference',
  'image',
  'imageReference',
]);

// Every offset stays.
function withoutCode(node: Nodes, written: string, start: number): string {
  let text = written;
  const hide = (from = start, to = start, by = 'x') => {
    const length = to - from;
    text = text.slice(0, from - start) + by.repeat(length) + text.slice(to - start);
  };
  const walk = (inner: Nodes) => {
    const from = inner.position?.start.offset;
    const to = inner.position?.end.offset;
    if (unread.has(inner.type)) hide(from, to);
    else if (inner.type === 'link' && !isBehindWords(inner)) {
      hide(isBracketed(inner) ? endOfWords(inner) : from, to);
      // Its bracket has its partner, and what it opens is opened still.
      if (isBracketed(inner)) {
        hide(from, from === undefined ? from : from + 1, '“');
        inner.children.forEach(walk);
      }
    } else if ('children' in inner) {
      if (inner.type === 'strong' || inner.type === 'emphasis') hideMarks(inner);
      inner.children.forEach(walk);
    }
  };
  walk(node);
  return text;

  // Neither a space nor a letter: what stands beside it is read as it is.
  function hideMarks({ position, children }: Strong | Emphasis): void {
    hide(position?.start.offset, children[0]?.position?.start.offset, '·');
    hide(children.at(-1)?.position?.end.offset, position?.end.offset, '·');
  }

  // "[words] (https://example.com)": an address by itself, which was meant for that of the words.
  function isBehindWords({ position }: Link): boolean {
    return /\] ?\($/.test(written.slice(0, (position?.start.offset ?? start) - start));
  }

  function isBracketed({ position }: Link): boolean {
    return written[(position?.start.offset ?? start) - start] === '[';
  }
}

function endOfWords({ children, position }: Link): number | undefined {
  return children.at(-1)?.position?.end.offset ?? position?.start.offset;
}
