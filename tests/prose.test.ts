import fc from 'fast-check';
import { expect, test } from 'vitest';
import { showsNothing } from '../schemas/values.ts';
import {
  contextsAt,
  escapeMarkdown,
  inspectProse,
  needsMarkdown,
  proseText,
  renderProse,
} from '../src/text/prose.ts';

const block = (markdown: string) => renderProse(markdown, { wrap: 'block' });
const inline = (markdown: string) => renderProse(markdown, { wrap: 'inline' });
const faults = (markdown: string) =>
  inspectProse(markdown).faults.map(({ rule, offset, length }) => `${rule} ${offset}+${length}`);
const rules = (markdown: string) => inspectProse(markdown).faults.map(({ rule }) => rule);
const collapsed = (text: string) => text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '');

const element =
  /<(?:ul class="clauses"|\/?(?:p|strong|em|code|pre|ul|ol|li|blockquote|table|thead|tbody|tr|td)|\/(?:a|th)|br|hr|th scope="col"|ol start="\d+")>/g;
const webLink =
  /<a href="https:\/\/[^/"<>\s@\\%][^"<>\s\\]*" rel="external noopener noreferrer"(?: class="address")?>/g;
const otherLink = /<a href="(?:mailto:[^":/<>\s]+|tel:[0-9.()+-]+|(?!\/\/)[a-z0-9/#-]+)">/g;

/** What is left of HTML when text and everything we allow is taken away. */
function disallowed(html: string): string {
  return html
    .replace(element, '')
    .replace(webLink, '')
    .replace(otherLink, '')
    .replace(/[^<]*(<|$)/, '$1');
}

test('renders emphasis, code and hard breaks', () => {
  expect(block('a **b** *c* __d__ _e_ `f < g`')).toBe(
    '<p>a <strong>b</strong> <em>c</em> <strong>d</strong> <em>e</em> <code>f &lt; g</code></p>',
  );
  expect(block('a  \nb\\\nc\nd')).toBe('<p>a<br>\nb<br>\nc\nd</p>');
});

test('renders lists, quotes, rules and code blocks', () => {
  expect(block('- a\n- b')).toBe('<ul>\n<li>a</li>\n<li>b</li>\n</ul>');
  expect(block('3. a\n4. b')).toBe('<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>');
  expect(block('> a')).toBe('<blockquote>\n<p>a</p>\n</blockquote>');
  expect(block('a\n\n***\n\nb')).toBe('<p>a</p>\n<hr>\n<p>b</p>');
  expect(block('```js\n<a>\n```')).toBe('<pre><code>&lt;a>\n</code></pre>');
});

test.each([
  ['We may:\n(a) stop;\n(b) go on:\n    (i) here;\n    (ii) there;\n(c) wait.'],
  ['We may:\n(a) stop;\n(b) go on:\n  (i) here;\n  (ii) there;\n(c) wait.'],
  ['We may:\n(a) stop;\n(b) go on:\n(i) here;\n(ii) there;\n(c) wait.'],
])('renders the clauses of %j as lists inside each other', (markdown) => {
  const inner = '<ul class="clauses">\n<li>(i) here;</li>\n<li>(ii) there;</li>\n</ul>';
  expect(block(markdown)).toBe(
    `<p>We may:</p>\n<ul class="clauses">\n<li>(a) stop;</li>\n<li>(b) go on:\n${inner}\n</li>\n<li>(c) wait.</li>\n</ul>`,
  );
});

test.each([
  ['a. One\nb. Two', ['a. One', 'b. Two']],
  ['A) One\nB) Two', ['A) One', 'B) Two']],
  ['I. One\n\nII. Two', ['I. One', 'II. Two']],
  ['(h) One\n(i) Two\n(j) Three', ['(h) One', '(i) Two', '(j) Three']],
  ['1. First\n(a) One\n(b) Two\n2. Second', ['First', '(a) One', '(b) Two', 'Second']],
  ['(c) One {{ name }}\n(d) Two', ['(c) One {{ name }}', '(d) Two']],
])('reads the items of %j', (markdown, items) => {
  expect(block(markdown)).toContain('<ul class="clauses">');
  expect(block(markdown)).not.toContain('<p>(');
  expect(proseText(markdown).split('\n')).toEqual(items);
});

test.each([
  ['Under Article 6(1)\n(f) GDPR and Article 9(2)\n(a) GDPR we may.'],
  ['A. Smith is the director.\n\nI. Newton is not.'],
  ['(a) is the only clause.'],
  ['We keep e.\ng. this.'],
  ['```\n(a) One\n(b) Two\n```'],
])('makes no list of %j', (markdown) => {
  expect(block(markdown)).not.toContain('clauses');
  expect(collapsed(proseText(markdown).replaceAll('\n', ' '))).toBe(
    collapsed(markdown.replaceAll('```', '').replaceAll('\n', ' ')),
  );
});

test('a line that is broken before a clause ends there, and a backslash that is shown stays', () => {
  expect(block('We may:\\\n(a) stop;\\\n(b) go \\\\\n(c) wait.')).toBe(
    '<p>We may:</p>\n<ul class="clauses">\n<li>(a) stop;</li>\n<li>(b) go \\</li>\n<li>(c) wait.</li>\n</ul>',
  );
  const spaced = 'We may:\\\n\\\n(a) stop;\\\n\\\n(b) wait.';
  expect(block(spaced)).toContain('<p>We may:</p>\n<ul class="clauses">');
  expect(inspectProse(spaced).faults).toEqual([]);
});

test('keeps every mark of clauses as it is written, whatever stands around it', () => {
  const line = fc.tuple(
    fc.constantFrom('', '  ', '    ', '- ', '1. ', '> '),
    fc.constantFrom('(a)', '(b)', '(c)', '(i)', '(ii)', 'a.', 'b.', 'A)', 'B)', 'text', '```'),
    fc.constantFrom(' word', ' more words', ''),
  );
  const texts = fc.array(fc.tuple(line, fc.constantFrom('\n', '\n\n')), { maxLength: 9 });
  const marks = (text: string) => text.match(/\(?\b(?:[abc]|i{1,2}|[AB])[.)]/g) ?? [];
  fc.assert(
    fc.property(texts, (lines) => {
      const markdown = lines.map(([parts, end]) => parts.join('') + end).join('');
      // What follows ``` on its line is the name of a language.
      fc.pre(!/```./.test(markdown));
      expect(marks(proseText(markdown))).toEqual(marks(markdown));
    }),
    { numRuns: 2_000 },
  );
});

test('renders tables with column headers and without alignment', () => {
  expect(block('| a | b |\n|:--|--:|\n| 1 | `x\\|y` |').replaceAll('\n', '')).toBe(
    '<table><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead>' +
      '<tbody><tr><td>1</td><td><code>x|y</code></td></tr></tbody></table>',
  );
});

test('renders no other GFM', () => {
  expect(block('~~a~~ www.b.example [^1]')).toBe('<p>~~a~~ www.b.example [^1]</p>');
  expect(block('- [ ] a')).toBe('<ul>\n<li>[ ] a</li>\n</ul>');
});

test('keeps quotes, dashes and spaces that may not break as they are written', () => {
  expect(block('"a" -- \'b\' ... 10\u00a0%')).toBe('<p>"a" -- \'b\' ... 10\u00a0%</p>');
  expect(block('*"a"* -- 10\u00a0%')).toBe('<p><em>"a"</em> -- 10\u00a0%</p>');
});

test('leaves out the paragraph of a single one only when asked', () => {
  expect(inline('a *b*')).toBe('a <em>b</em>');
  expect(inline('a')).toBe('a');
  expect(inline('a\n')).toBe('a');
  expect(inline('a\n\n*b*')).toBe('<p>a</p>\n<p><em>b</em></p>');
  expect(inline('a\n\nb')).toBe('<p>a</p>\n<p>b</p>');
  expect(inline('- a')).toBe('<ul>\n<li>a</li>\n</ul>');
  expect(inline('')).toBe('');
});

test('marks links to other sites and leaves those of the site plain', () => {
  expect(inline('[a](https://b.example/c?d=e&f "title")')).toBe(
    '<a href="https://b.example/c?d=e&amp;f" rel="external noopener noreferrer">a</a>',
  );
  expect(inline('[a](#b) [c](d#e) [f](/g/h/#i)')).toBe(
    '<a href="#b">a</a> <a href="d#e">c</a> <a href="/g/h/#i">f</a>',
  );
  expect(inline('[a](mailto:b@c.example) <d@e.example> [f](tel:+353-1-234)')).toBe(
    '<a href="mailto:b@c.example">a</a> <a href="mailto:d@e.example">d@e.example</a> <a href="tel:+353-1-234">f</a>',
  );
});

test('maps the destinations of links, also of references', () => {
  const address = (url: string) => `/site/${url}/`;
  expect(renderProse('[a](b) [c][]\n\n[c]: d', { wrap: 'inline', address })).toBe(
    '<a href="/site/b/">a</a> <a href="/site/d/">c</a>',
  );
});

test('lists links with the place of their destination', () => {
  const markdown = 'a [b](b) <https://c.example> [d `e`](<f#g> "h") [i][j]\n\n[j]: /j/j';
  const { links, faults } = inspectProse(markdown);
  expect(faults.map(({ rule }) => rule)).toEqual(['prose/lost']);
  expect(links.map(({ offset, length }) => markdown.slice(offset, offset + length))).toEqual(
    links.map(({ url }) => url),
  );
  expect(links.map(({ url, offset }) => [url, offset])).toEqual([
    ['b', 6],
    ['https://c.example', 10],
    ['f#g', 38],
    ['/j/j', 61],
  ]);
});

test('gives the place of the whole link where the destination is written in another way', () => {
  expect(inspectProse('a <b@c.example>').links).toEqual([
    { url: 'mailto:b@c.example', offset: 2, length: 13 },
  ]);
});

test('refuses HTML where it stands', () => {
  expect(faults('a <b>c</b>')).toEqual(['prose/html 2+3', 'prose/html 6+4']);
  expect(faults('<div>\nx\n</div>')).toEqual(['prose/html 0+14']);
  expect(faults('a <!-- b -->')).toEqual(['prose/html 2+10']);
  expect(block('a <b>c</b>')).toBe('<p>a c</p>');
  expect(inspectProse('<br>').faults[0]?.help).toMatch(/^Delete the tag; use Markdown/);
});

test('does not take code, comparisons and addresses in angle brackets for HTML', () => {
  expect(faults('`<b>` 1 < 2 \\<b> <https://a.example>')).toEqual([]);
});

test('refuses headings of both shapes where they stand', () => {
  expect(faults('# a\n\nb\n---')).toEqual(['prose/heading 0+3', 'prose/heading 5+5']);
  expect(inspectProse('# a').faults[0]?.help).toBe('Give the text a section of its own.');
  expect(disallowed(block('# a'))).toBe('');
});

test('refuses images where they stand', () => {
  expect(faults('a ![b](https://c.example/d.png)')).toEqual(['prose/image 2+29']);
  expect(faults('![b][c]\n\n[c]: https://c.example')).toEqual(['prose/image 0+7']);
  expect(block('a ![b](https://c.example/d.png)')).toBe('<p>a </p>');
});

test('keeps a link without https that somebody wrote', () => {
  expect(inspectProse('[b](http://c.example)').faults).toEqual([]);
  expect(inline('[b](http://c.example)')).toBe(
    '<a href="http://c.example" rel="external noopener noreferrer">b</a>',
  );
});

test('refuses links where their destination stands', () => {
  expect(inspectProse('a [b](ftp://c.example)').faults).toEqual([
    {
      rule: 'prose/link',
      offset: 6,
      length: 15,
      message: 'Unexpected link to "ftp://c.example", expected https, mailto, tel, #section or a policy.',
      help: 'Write a whole address that starts with https://, the file name of a policy without .yaml, or # and the id of a section.',
    },
  ]);
  expect(faults('[a][b]\n\n[b]: javascript:alert(1)')).toEqual(['prose/link 13+19']);
  expect(faults('<ftp://a.example>')).toEqual(['prose/link 1+15']);
  expect(inline('[a **b**](ftp://c.example) [d][e]\n\n[e]: data:x')).toBe('a <strong>b</strong> d');
});

test.each([
  ...[
    '',
    '?a',
    'a?b',
    'A',
    'a_b',
    'a.html',
    './a',
    '../a',
    '#',
    '#A',
    'a#',
    'a//b',
    '//a.example',
    '/',
    '/a//b',
  ],
  ...[
    'ftp://a.example',
    'HTTPS://a.example',
    'https:a',
    'https:/a.example',
    'https:///a.example',
    'https://',
  ],
  ...[
    'https://a@b.example',
    'https://a:b@c.example',
    'https://a.example\\@b.example',
    'https://a%2eb.example',
  ],
  ...[
    'https://a.example/%0d%0a',
    'https://a.example/%00',
    'https://a.example/%5c',
    'https://a.example/%',
    'https://[::1]',
  ],
  ...[
    'https://a.example/\u202eb',
    'https://a.example/\u00a0',
    'https://a.example:x',
    'https://a.example:99999/',
  ],
  ...[
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc',
    'blob:x',
    'ftp://a',
  ],
  ...[
    'mailto:',
    'mailto:a',
    'mailto:a@b.example?bcc=c@d.example',
    'mailto:a%0a@b.example',
    'mailto:a@b.example?subject=%0Abcc',
    'MAILTO:a@b.example',
    'tel:',
    'tel:javascript',
    '%23a',
  ],
])('refuses a link to "%s"', (url) => {
  const markdown = `[x](<${url.replaceAll('\\', '\\\\')}>)`;
  expect(rules(markdown)).toEqual(['prose/link']);
  expect(inspectProse(markdown).links).toEqual([]);
  expect(inline(markdown)).toBe('x');
});

test.each([
  '#2b',
  '/a',
  '/a/',
  '/a/b/2026-01-31/#c',
])('refuses a link to "%s", and keeps one that is sealed', (url) => {
  expect(rules(`[x](${url})`)).toEqual(['prose/link']);
  expect(inline(`[x](${url})`)).toBe(`<a href="${url}">x</a>`);
});

test.each([
  ...['a', 'a-b', 'a#b', '#b', '/a/b', '/a/b/', '/a/b#c', '/a/b/#c'],
  ...[
    'https://a.example',
    'https://a.example:8080/b/@c?d=%20#e',
    'https://bücher.example/ü',
    'https://a.example/(b)',
  ],
  ...['mailto:a.b+c@d.example', 'mailto:a@b.example?subject=My%20data', 'tel:+353.1(234)-5'],
])('accepts a link to "%s"', (url) => {
  const { faults, links } = inspectProse(`[x](<${url}>)`);
  expect(faults).toEqual([]);
  expect(links).toEqual([{ url, offset: 5, length: url.length }]);
  expect(inline(`[x](<${url}>)`)).toMatch(/^<a href=/);
});

test('does not take a quoted fact for an address that is wrong', () => {
  expect(inspectProse('[a]({{ vendors.plume.policy }}) <{{ contacts.privacy.email }}>')).toEqual({
    faults: [],
    links: [],
  });
  expect(inspectProse('[a](mailto:{{ b }}) [c](tel:{{ d }}) [e](/f/{{ g }}#h)')).toEqual({
    faults: [],
    links: [],
  });
  expect(rules('[a](javascript:{{ b }})')).toEqual(['prose/link']);
  expect(faults('{{ a }}. b\n<b>')).toEqual(['prose/html 11+3']);
});

test('tells the context of each offset', () => {
  const markdown = 'T `C` [L `C` L](U "U") <https://U.example>\n\n    C\n\n[L][j]\n\n[j]: U';
  const marks = [...markdown.matchAll(/[TCLU]/g)];
  const names = { T: 'text', C: 'code', L: 'link-text', U: 'link-url' };
  expect(
    contextsAt(
      markdown,
      marks.map(({ index }) => index),
    ),
  ).toEqual(
    marks.map(([mark]) => names[mark as keyof typeof names]), // the pattern matches nothing else
  );
});

test('tells the context of quotations, which Markdown itself would not take for an address', () => {
  const markdown = 'a {{ b }} [{{ c }}]({{ d }}) `{{ e }}` {{ f }}';
  const offsets = [...markdown.matchAll(/\{\{/g)].map(({ index }) => index);
  expect(contextsAt(markdown, offsets)).toEqual(['text', 'link-text', 'link-url', 'code', 'text']);
  expect(contextsAt('plain {{ a }}', [6])).toEqual(['text']);
  expect(contextsAt('`a`', [])).toEqual([]);
});

test('reads the text of Markdown, a line for each block', () => {
  expect(proseText('a **b**\nc `d`  \ne [f](g) &amp; <b>h</b>')).toBe('a b c d e f & h');
  expect(
    proseText('a\n\n- b\n- c\n  > d\n\n***\n\n| e | f |\n|---|---|\n| g | h |\n\n```\ni\n```\n\n[j]: k'),
  ).toBe('a\nb\nc\nd\ne f\ng h\ni');
  expect(proseText('a\nb\n\nc\n')).toBe('a b\nc');
  expect(proseText('')).toBe('');
});

test.each([
  ['nested emphasis', `${'*a **a '.repeat(1000)}b${' a** a*'.repeat(1000)}`],
  ['mismatched emphasis', '*a_ '.repeat(2500)],
  ['one long row of asterisks', `${'*'.repeat(4000)}a${'*'.repeat(4000)}`],
  ['mismatched code', '```~"\\'.repeat(3333)],
  ['a ladder of backticks', Array.from({ length: 190 }, (_, i) => `e${'`'.repeat(i)}`).join('')],
  ['open brackets', '['.repeat(5000)],
  ['open links', '[a](<b'.repeat(3000)],
  ['references', `[1]: u\n${'[1] '.repeat(4000)}`],
  ['open tags', '<a b="'.repeat(3000)],
  ['open instructions', 'a<?'.repeat(6000)],
  ['open comments', 'a<!--'.repeat(4000)],
  ['quotes in quotes', `${'> '.repeat(5000)}a`],
  ['lists in lists', `${'- '.repeat(5000)}a`],
  ['lists in lists by indentation', Array.from({ length: 100 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n')],
  ['many short lists', '- - - - a\n'.repeat(1900)],
  ['a wide table', `|${'a|'.repeat(2000)}\n|${'-|'.repeat(2000)}\n${'a\n'.repeat(1500)}`],
  ['many short lines', '=a\n'.repeat(2_001)],
  ['many lines', 'a\n---\n'.repeat(3000)],
  ['long plain text', 'a'.repeat(20_001)],
])('refuses %s as too large, and shows it as plain text', (name, markdown) => {
  expect(rules(markdown)).toContain('prose/size');
  if (name === 'lists in lists by indentation') return;
  expect(rules(markdown)).toEqual(['prose/size']);
  expect(block(markdown).match(/<\/?(?!p>)[a-z]+/g)).toBeNull();
  expect(proseText(markdown)).toBe(collapsed(markdown));
  expect(contextsAt(markdown, [0])).toEqual(['text']);
});

test('says what is too large, and where', () => {
  expect(inspectProse(`a\n\n${'> '.repeat(9)}b`).faults).toEqual([
    {
      rule: 'prose/size',
      offset: 3,
      length: 19,
      message: 'Unexpected number of lists and quotes inside each other, expected at most 8.',
      help: 'Write what stands deepest as a list of its own below the others, or give it a section.',
    },
  ]);
  expect(faults(`*a* ${'x'.repeat(20_000)}`)).toEqual(['prose/size 20000+4']);
  expect(faults(Array.from({ length: 9 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n'))).toEqual([
    'prose/size 104+3',
  ]);
  expect(faults(`a ${'['.repeat(501)}`)).toEqual(['prose/size 502+1']);
  expect(faults(`a ${'`'.repeat(17)}`)).toEqual(['prose/size 2+17']);
});

test('accepts what stands just under the caps', () => {
  expect(faults(`${'> '.repeat(8)}*b*`)).toEqual([]);
  expect(faults(Array.from({ length: 8 }, (_, i) => `${'    '.repeat(i)}1.  a`).join('\n'))).toEqual([]);
  expect(faults(`a\n\n${'- '.repeat(40)}\n\n${'* '.repeat(40)}`)).toEqual([]);
  expect(faults(`| a | b |\n|---|---|\n${'| **a** | `b_c` |\n'.repeat(140)}`)).toEqual([]);
  expect(faults('- **a** *b*\n\n'.repeat(900))).toEqual([]);
  expect(faults(`*a* ${'x'.repeat(19_996)}`)).toEqual([]);
});

const payloads = [
  ...[
    '<script>alert(1)</script>',
    '<ScRiPt src=//x>',
    '<script/src=x>',
    '<scr<script>ipt>',
    '<script\n>x</script\n>',
  ],
  ...[
    '<img src=x onerror=alert(1)>',
    '<img/src="x"/onerror=alert(1)//',
    '<img """><script>alert(1)</script>">',
  ],
  ...[
    '<svg onload=alert(1)>',
    '<svg><script>x</script></svg>',
    '<svg/onload=alert(1)',
    '<svg><a xlink:href="javascript:x">',
  ],
  ...[
    '<math><mi//xlink:href="data:x,<script>x</script>">',
    '<iframe src=javascript:alert(1)>',
    '<iframe srcdoc="<script>">',
  ],
  ...[
    '<body onload=x>',
    '<a href=javascript:alert(1)>x</a>',
    '<a onmouseover=x>',
    '<b style=x:expression(x)>',
    '<style>@import x',
  ],
  ...[
    '<form action=javascript:x><input type=submit>',
    '<button formaction=javascript:x>',
    '<base href=//x>',
    '<meta http-equiv=refresh>',
  ],
  ...[
    '<object data=data:x>',
    '<embed src=javascript:x>',
    '<link rel=stylesheet href=//x>',
    '<details open ontoggle=x>',
    '<video><source onerror=x>',
  ],
  ...[
    '<audio src onerror=x>',
    '<marquee onstart=x>',
    '<template><script>x',
    '<noscript><p title="</noscript><img src onerror=x>">',
  ],
  ...[
    '<!--><script>x</script>-->',
    '<!--[if IE]><script>',
    '<![CDATA[<script>x</script>]]>',
    '<?xml version="1.0"?><script>',
    '<!DOCTYPE x [<!ENTITY',
  ],
  ...[
    '</p><script>x</script>',
    '</code></pre><script>',
    '"><script>x</script>',
    "'><img src onerror=x>",
    '`><img src onerror=x>',
    '" onmouseover="x',
  ],
  ...[
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:x',
    ' javascript:x',
    '\u0001javascript:x',
    'javascript\n:x',
  ],
  ...[
    'javascript&colon;alert(1)',
    'javascript&#58;x',
    '&#x6A;avascript:x',
    '&#106avascript:x',
    'java&Tab;script:x',
    'java&NewLine;script:x',
  ],
  ...[
    'javascript%3Aalert(1)',
    '%6Aavascript:x',
    'javascript://%0aalert(1)',
    'javascript:/*--></title></style><svg/onload=x>',
    'jav\\ascript:x',
  ],
  ...[
    'data:text/html;base64,PHNjcmlwdD4=',
    'data:text/html,<script>x</script>',
    'vbscript:msgbox(1)',
    'feed:javascript:x',
    'view-source:x',
    'blob:x',
  ],
  ...[
    '//x.example',
    '\\\\x.example',
    '/\\x.example',
    'https:\\\\x.example',
    'https://a@x.example',
    'https://x.example/" onclick="x',
    'https://x.example/"><script>',
  ],
  ...[
    'mailto:a@b.example" onclick="x',
    'tel:1" onclick="x',
    '#" onclick="x',
    'x" onclick="x',
    '&lt;script&gt;x',
    '&#60;script&#62;x',
    '\0<script>',
    '<\0script>',
  ],
];
const positions: ((payload: string) => string)[] = [
  (x) => x,
  (x) => `a ${x} b`,
  (x) => `**${x}** _${x}_`,
  (x) => `- ${x}\n  1. ${x}`,
  (x) => `> ${x}`,
  (x) => `\`${x}\` \`\`${x}`,
  (x) => `\`\`\`${x}\n${x}\n\`\`\``,
  (x) => `    ${x}`,
  (x) => `| ${x} | a |\n|---|---|\n| ${x} | ${x} |`,
  (x) => `<${x}>`,
  (x) => `[${x}](https://a.example/)`,
  (x) => `[a](${x})`,
  (x) => `[a](<${x}>)`,
  (x) => `[a](https://a.example/ "${x}")`,
  (x) => `[a](https://a.example/${x})`,
  (x) => `[a][b]\n\n[b]: ${x}`,
  (x) => `[a][b]\n\n[b]: <${x}> '${x}'`,
  (x) => `[${x}]\n\n[${x}]: https://a.example/`,
  (x) => `![${x}](${x} "${x}")`,
  (x) => `[![${x}](${x})](${x})`,
  (x) => `# ${x}`,
];

test.each(payloads)('lets nothing through of %j', (payload) => {
  for (const position of positions) {
    expect(disallowed(block(position(payload)))).toBe('');
    expect(disallowed(inline(position(payload)))).toBe('');
    expect(() => inspectProse(position(payload))).not.toThrow();
  }
});

test('finds markup that is not allowed, so that the tests above can fail', () => {
  const markup = [
    '<script>',
    '<p onclick="x">',
    '<a href="javascript:x">',
    '<a href="//x">',
    '<ol start="x">',
    '<th>',
  ];
  for (const tag of markup) expect(disallowed(`a ${tag} b`)).not.toBe('');
});

const atoms = fc.constantFrom(
  ...[
    'a',
    'b c',
    '. ',
    ', ',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '\t',
    '\u00a0',
    '\u2003',
    '\u2028',
    '\u0085',
    '\ufeff',
    'é',
    '漢',
    '😀',
  ],
  ...[
    '1. ',
    '1.',
    '2) ',
    '1234567890. ',
    '- ',
    '-',
    '+ ',
    '* ',
    '*',
    '**',
    '_',
    '`',
    '```',
    '~~~',
    '# ',
    '> ',
    '<',
    '>',
    '<x>',
    '<!--',
  ],
  ...[
    '[',
    ']',
    '(',
    ')',
    '](',
    '[a]: b\n',
    '!',
    '![',
    '|',
    '|-|',
    '---',
    '===',
    ':',
    ':-',
    '\\',
    '&',
    '&amp;',
    '&#',
    ' & ',
    'http://x',
  ],
  ...[
    '"',
    "'",
    '"a" ',
    '@',
    '/',
    '%',
    '$',
    '=',
    '^',
    '{{ a }}',
    '\r',
    '\0',
    'javascript:',
    'onclick="x"',
    '{',
    '}',
    '~',
    '#',
    ';',
    '?',
  ],
);
const mixed = fc.array(atoms, { maxLength: 12 }).map((parts) => parts.join(''));
const anyText = fc.oneof(mixed, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
const paragraph = 'x `y`';

/** What the parser makes of text that is otherwise plain: a paragraph after it forces the parser, and is cut off. */
function parsed(render: (markdown: string) => string, text: string): string {
  const whole = render(`${text}\n\n${paragraph}`);
  const end = render(paragraph);
  return whole === end ? '' : whole.slice(0, -end.length - 1);
}

function expectSameAsParsed(text: string): void {
  expect(block(text)).toBe(parsed(block, text));
  expect(proseText(text)).toBe(parsed(proseText, text));
  expect(inspectProse(`${text}\n\n${paragraph}`)).toEqual({ faults: [], links: [] });
}

test('shows plain text as the parser would', () => {
  const harmless = fc.array(
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom('a', ' b', '. ', '\n', '1', ' & ', '"', '-', ':') },
      atoms,
    ),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        anyText,
        harmless.map((parts) => parts.join('')),
      ),
      (text) => {
        if (!needsMarkdown(text)) expectSameAsParsed(text);
      },
    ),
    { numRuns: 1000 },
  );
});

test.each([
  [
    'See https://a.example/b_c.',
    'See <a href="https://a.example/b_c">https://a.example/b_c</a>.',
    4,
    'https://a.example/b_c',
  ],
  ['(Ask d.e@a.example)', '(Ask <a href="mailto:d.e@a.example">d.e@a.example</a>)', 5, 'd.e@a.example'],
  [
    '**https://a.example**',
    '<strong><a href="https://a.example">https://a.example</a></strong>',
    2,
    'https://a.example',
  ],
])('links the address in %j, and knows where it stands', (markdown, html, offset, address) => {
  expect(inline(markdown).replaceAll(/ rel="external noopener noreferrer"(?: class="address")?/g, '')).toBe(
    html,
  );
  const { faults: none, links } = inspectProse(markdown);
  expect(none).toEqual([]);
  expect(links.map((link) => [link.offset, link.length])).toEqual([[offset, address.length]]);
});

test.each([
  'http://a.example',
  'www.a.example',
  'https://u:p@a.example/',
  'https://intranet',
  '@handle',
])('leaves %j as it is written', (address) => {
  expect(block(`See ${address} there.`)).toBe(`<p>See ${address} there.</p>`);
  expect(faults(`See ${address} there.`)).toEqual([]);
});

test('a value that holds an address shows as a value', () => {
  for (const value of ['https://a.example', 'a@b.example', 'HTTP://a.example', 'WWW.a.example'])
    expect(inline(`x ${escapeMarkdown(value)}`)).toBe(`x ${value}`);
});

test('a quotation beside a bare address is part of its text', () => {
  expect(contextsAt('https://a.example/{{ b }}', [18])).toEqual(['link-text']);
  expect(faults('{{ b }}@a.example')).toEqual([]);
});

test('takes everyday sentences for plain text', () => {
  const sentences = [
    'We count visits for 30 days, and then forget them.',
    'Nobody else sees the numbers (not even us); "why" is another question: ask!',
    'Art. 6(1)(a) GDPR – 10\u00a0% – a.example/b?c=d#e',
    'Terms & conditions',
    '2026 was 1.5 years ago',
    'Two lines\nof one paragraph\n\nand another\n',
    '12345678901. No list has such numbers',
    '',
  ];
  for (const text of sentences) {
    expect(needsMarkdown(text)).toBe(false);
    expectSameAsParsed(text);
  }
});

test.each([
  ...[
    '1. x',
    '1) x',
    '1.',
    'a\n2. x',
    '- x',
    '+ x',
    '* x',
    '# x',
    '> x',
    'a  \nb',
    ' a',
    '    a',
    'a ',
    '\ta',
    'a\tb',
    '&amp;',
    'a&#0;',
  ],
  ...[
    'a_b_c',
    '<x>',
    '[x]',
    '`x`',
    'Setext\n===',
    'Setext\n---',
    '~~~',
    'a\n~~~',
    ':-',
    '|a|',
    '\\',
    '***',
    'a\rb',
    '\ufeffa',
    'a\0',
    'a\n \nb',
  ],
])('parses %j', (text) => {
  expect(needsMarkdown(text)).toBe(true);
});

test('never throws and never renders what is not allowed', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(disallowed(block(text))).toBe('');
      expect(disallowed(inline(text))).toBe('');
      expect(inspectProse(text).links.every(({ offset, length }) => offset + length <= text.length)).toBe(
        true,
      );
      expect(contextsAt(text, [0, text.length]).length).toBe(2);
      expect(typeof proseText(text)).toBe('string');
    }),
    { numRuns: 1000 },
  );
});

const surroundings: ((value: string) => [markdown: string, text: string])[] = [
  (value) => [escapeMarkdown(value), value],
  (value) => [`We use ${escapeMarkdown(value)} here.`, `We use ${value} here.`],
  (value) => [`We use\n${escapeMarkdown(value)}. Then`, `We use ${value}. Then`],
  (value) => [`${escapeMarkdown(value)}) is`, `${value}) is`],
  (value) => [`${escapeMarkdown(value)}[a](b)`, `${value}a`],
  (value) => [`**[a ${escapeMarkdown(value)} b](c)** d`, `a ${value} b d`],
  (value) => [`| a |\n|---|\n| b ${escapeMarkdown(value)} |`, `a\nb ${value}`],
];

function expectShownExactly(value: string): void {
  for (const surrounding of surroundings) {
    const [markdown, text] = surrounding(collapsed(value));
    expect(proseText(markdown)).toBe(text.split('\n').map(collapsed).join('\n'));
    expect(rules(markdown)).toEqual([]);
  }
}

test.each([
  ...[
    '__stripe_mid',
    '_ga_*',
    '1. x',
    '1',
    '30',
    'a|b',
    'a\\|b',
    '- x',
    '+ x',
    '# x',
    '> x',
    '    x',
    '===',
    '---',
    '***',
    '~~~',
    '```',
  ],
  ...[
    '<b>',
    '<https://a.example>',
    '[a](b)',
    '![a](b)',
    '[a]: b',
    '(b)',
    '&amp;',
    '&',
    '`a`',
    '\\',
    'a\\',
    '!',
    'Wow!',
    ':-',
    ': b',
    '|-|',
  ],
  ...['https://a.example/b_c?d=*', 'a@b.example', '10\u00a0%', '', '  a   b  '],
])('shows the value %j exactly', expectShownExactly);

test('shows any value exactly, alone and inside a sentence, a link or a table', () => {
  const value = fc.oneof(mixed, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
  const readable = value.map((text) => text.replace(/[\0\n\r\ufeff]/g, ''));
  const seen = readable.filter((text) => text === '' || !showsNothing(text));
  fc.assert(fc.property(seen, expectShownExactly), { numRuns: 1000 });
});

test('leaves plain values as they are', () => {
  expect(escapeMarkdown('13 months')).toBe('13 months');
  expect(escapeMarkdown('Loom & Lantern Ltd.')).toBe('Loom \\& Lantern Ltd.');
});

test.each([
  ['A fact[^1].\n\n[^1]: A note.', 'prose/mark', '[^1]'],
  ['We ~~sell~~ nothing.', 'prose/mark', '~~sell~~'],
  ['- [ ] One\n- [x] Two', 'prose/mark', '[ ]'],
  ['We keep logs.\\\n\nFor a day.', 'prose/mark', '\\'],
  ['We keep:\\\n- logs', 'prose/mark', '\\'],
  ['• One\n• Two', 'prose/list', '• '],
  ['We use:\n• one', 'prose/list', '• '],
  ['We use:\n– one\n– two', 'prose/list', '– one\n– '],
  ['1.1 One\n1.2 Two', 'prose/list', '1.2 '],
  ['(a) One\n(c) Two', 'prose/list', '(c) '],
  ['One.\n\n    Two.\n', 'prose/code', '    Two.'],
  ['\u00a0', 'prose/lost', '\u00a0'],
  ['One.\n\u00a0\nTwo.', 'prose/lost', '\u00a0'],
  ['One.\n\n&nbsp;\n\nTwo.', 'prose/lost', '&nbsp;'],
  ['- One.\n-', 'prose/lost', '-'],
  ['>', 'prose/lost', '>'],
  ['[x]: https://example.com', 'prose/lost', '[x]: https://example.com'],
  ['[x](https://example.com "Title")', 'prose/lost', '"Title"'],
  ['```js\nx\n```', 'prose/lost', 'js'],
  ['|a|b|\n|-|-|\n|1|2|3|', 'prose/lost', '|3|'],
  [':::note\nText\n:::', 'prose/mark', ':::note'],
  ['!!! note\n    Text', 'prose/mark', '!!! note'],
  ['> [!NOTE]\n> Text', 'prose/mark', '[!NOTE]'],
  ['/// note\nText', 'prose/mark', '/// note'],
  ['.. note:: Text', 'prose/mark', '.. note:: Text'],
  ['{: .lead }\nText {#id}', 'prose/mark', '{: .lead }'],
  ['[TOC]', 'prose/mark', '[TOC]'],
  ['We ==never== sell.', 'prose/mark', '==never=='],
  ['We ++never++ sell.', 'prose/mark', '++never++'],
  ["We '''never''' sell.", 'prose/mark', "'''never'''"],
  ['We {++never++} sell.', 'prose/mark', '{++never++}'],
  ['We [b]never[/b] sell.', 'prose/mark', '[b]never[/b]'],
  ['[contact id="1"]', 'prose/mark', '[contact id="1"]'],
  ['{% include x %}', 'prose/mark', '{% include x %}'],
  ['See [terms][undefined].', 'prose/mark', '[terms][undefined]'],
  ['See [[Terms]].', 'prose/mark', '[[Terms]]'],
  ['*[GDPR]: The Regulation', 'prose/mark', '*[GDPR]: The Regulation'],
  ['A fact^[a note].', 'prose/mark', '^[a note]'],
  ['Acme^TM^', 'prose/mark', '^TM^'],
  ['We sell. %%ask counsel%%', 'prose/mark', '%%ask counsel%%'],
  ['At most $$x$$ a day', 'prose/mark', '$$x$$'],
  ['At most \\(x^2\\) a day', 'prose/mark', '\\(x^2\\)'],
  ['Hello :wave: you', 'prose/mark', ':wave:'],
  ['|a|b|\n|c|d|', 'prose/mark', '|a|b|\n|c|d|'],
  ['We ==**never**== sell.', 'prose/mark', '==**never**=='],
  ['We keep **all of it for a day.', 'prose/mark', '**'],
  ['We **never ** sell.', 'prose/mark', '**'],
  ['**Never** sold, **ever.', 'prose/mark', '**'],
  [
    'See [our terms] (https://a.example/terms) as well.',
    'prose/mark',
    '[our terms] (https://a.example/terms)',
  ],
  ['See [our terms] (/terms/) as well.', 'prose/mark', '[our terms] (/terms/)'],
  ['We *tell you of a change.', 'prose/mark', '*'],
  ['We ** tell** you.', 'prose/mark', '** tell**'],
  ['We * tell * you.', 'prose/mark', '* tell *'],
  ['The cookie `sid keeps you signed in.', 'prose/mark', '`'],
  ['The cookie ``sid` keeps you signed in.', 'prose/mark', '``'],
  ['##Changes\nWe tell you.', 'prose/mark', '##Changes'],
  ['See (our terms)[https://a.example].', 'prose/mark', '(our terms)[https://a.example]'],
  ['See [our terms](https://a.example.', 'prose/mark', '[our terms](https://a.example.'],
  ['See [our terms(https://a.example).', 'prose/mark', '[our terms(https://a.example)'],
  ['One &nbsp two.', 'prose/mark', '&nbsp'],
  ['We tell you\n-by mail\n-by post', 'prose/list', '-'],
  ['|a|b|\n|-|-|\n|c|\n', 'prose/lost', '|c|'],
])('refuses what readers of %j would not see as its author does', (markdown, rule, at) => {
  const found = inspectProse(markdown).faults.map(({ rule, offset, length }) => [
    rule,
    markdown.slice(offset, offset + length),
  ]);
  expect(found).toEqual([[rule, at]]);
});

test.each([
  ['Text\n– and so – on.'],
  ['Version 1.1 is\n2.0 or later.'],
  ['About ~30 days.'],
  ['Prices** are **without** tax.\n\n** But in the EU.'],
  ['Kept \\**all of it, 2**3 and `**x`, **“so”** and ***this***.'],
  ['See [our terms](https://a.example/terms) (https://a.example/).'],
  ['Write \\~~ or \\[^1].'],
  ['One\\\ntwo, in C:\\\\'],
  ['We may:\\\n(a) stop;\\\n(b) go on.'],
  ['Names such as _ga and *.a.example, `*x` and 2 * 3 * 4, AT&T and https://a.example/?a=1&copy=2.'],
  ['*Stress* and `name`; a price* is net (*but not in Malta).'],
  ['*Net of tax.\n\nItem #2 of [our list (https://a.example/x)].'],
  ['1. One\n\n   Two.'],
  ['Write \\==x== or `==x==` or https://a.example/==x== or [x](https://a.example/{#id}).'],
  ['C++ and C++, 1 == 1, a:b:c, 10:30:00, $5 and $$, 5%% of, “[1][2]”, [x]: that is all!!!'],
  ['See \\[x\\], \\(x\\) and [sic].'],
  ['See [terms](https://a.example/terms) and \\[our site] (https://b.example/site).'],
])('finds nothing lost in %j', (markdown) => {
  expect(inspectProse(markdown).faults).toEqual([]);
});

test('keeps every letter of an address behind a mark of the byte order', () => {
  expect(renderProse('\ufeffSee www.example.com/terms', { wrap: 'block' })).toBe(
    '<p>\u2060See www.example.com/terms</p>',
  );
});
