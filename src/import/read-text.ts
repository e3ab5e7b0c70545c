import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { date } from '../../schemas/values.ts';
import { addressLinks, writeOutAddresses } from '../text/addresses.ts';
import { foreignMarksInPlain } from '../text/foreign-marks.ts';
import type { ReadText } from './import-model.ts';
import { seenText } from './seen-text.ts';
import { attribute, elementsIn, isApart, isElement, textOf } from './tree.ts';

const markdown = unified()
  .use(remarkParse)
  .data({
    micromarkExtensions: [gfmTable(), gfmAutolinkLiteral()],
    fromMarkdownExtensions: [gfmTableFromMarkdown(), addressLinks()],
  })
  .use(remarkRehype, { allowDangerousHtml: true })
  .freeze();

/** Reads Markdown, HTML inside it included; front matter gives the title. */
export function readMarkdown(text: string): ReadText {
  const [front = '', body] = splitFrontMatter(text);
  const filled = withFrontMatter(body, front);
  const source = misread.reduce(
    (read, [mark, meant]) => read.replace(mark, meant),
    withoutAttributes(filled),
  );
  const parsed = markdown.parse(source);
  writeOutAddresses(parsed, source);
  const tree = markdown.runSync(parsed);
  const html = toHtml(tree, { allowDangerousHtml: true });
  const title = seenText(valueIn(front, 'title') ?? '');
  const stamp = stampIn(front);
  const content = seenIn(fromHtml(html, { fragment: true })).map(withWholeWords);
  const mark = markIn(content);
  return { content, ...(title && { title }), ...(stamp && { stamp }), ...(mark && { mark }) };
}

// An editor ends a line behind the hyphen of a word; “Vor-” before “und” is a word of its own.
function withWholeWords(node: ElementContent): ElementContent {
  if (node.type === 'text') return { ...node, value: node.value.replace(brokenWord, '') };
  if (!isElement(node) || node.tagName === 'pre' || node.tagName === 'code') return node;
  return { ...node, children: node.children.map(withWholeWords) };
}

const brokenWord =
  /(?<=\p{L}[-\u2010])\n[ \t]*(?=\p{L})(?!(?:and|or|to|und|oder|bzw|sowie|bis|et|ou|y|o|u|e|en|of|og|eller|och|i|lub|oraz)[\s.])/gu;

// What a text was last changed on, as generators of sites are told it, or the day of its page.
function stampIn(front: string): ReadText['stamp'] {
  for (const key of [
    'updated',
    'last_updated',
    'lastUpdated',
    'last_modified_at',
    'lastmod',
    'modified',
    'date',
  ]) {
    const day = valueIn(front, key)?.slice(0, 10);
    if (day && date.safeParse(day).success) return { key, day };
  }
  return undefined;
}

function shortened(mark: string): string {
  return mark.length > longestMark ? `${mark.slice(0, longestMark)}…` : mark;
}

const longestMark = 40;

// On a page such a mark is text; in Markdown it was to be read by a program.
function markIn(nodes: readonly ElementContent[]): string | undefined {
  for (const node of nodes) {
    if (!isElement(node) || node.tagName === 'pre' || node.tagName === 'code') continue;
    const text = textOf(node);
    const [found] = node.children.some(isApart) ? [] : foreignMarksInPlain(text);
    const mark = found
      ? shortened(text.slice(found.offset, found.offset + found.length))
      : markIn(node.children);
    if (mark) return mark;
  }
  return undefined;
}

const attributes = String.raw`\{:[^{}\n]*\}|\{ ?[#.][A-Za-z][\w-]*(?: [#.][A-Za-z][\w-]*)* ?\}`;
const ofHeading = new RegExp(String.raw`^(#{1,6} [^\n]*?)[ \t]*\r?\n?[ \t]*(${attributes})[ \t]*$`, 'gm');
const ofOthers = new RegExp(String.raw`[ \t]*(?:${attributes})`, 'g');

// Attributes in braces, which some readers of Markdown have, are seen by nobody; the id of a heading is its anchor.
function withoutAttributes(text: string): string {
  return text
    .replace(ofHeading, (_, heading: string, written: string) => {
      const [, id] = /#([\w-]+)/.exec(written) ?? [];
      return id ? `${heading} <a id="${id}"></a>` : heading;
    })
    .replace(ofOthers, '');
}

// What a reader of Markdown takes for text, and was meant as a mark.
const misread: readonly [mark: RegExp, meant: string][] = [
  // Lines that are empty to whoever looks at them.
  [/^[ \t]*\u00a0[ \t\u00a0]*$/gm, ''],
  // Marks that end behind a space, or behind a stop with a letter at once.
  [/(?<=^|[\s([“"'])\*\*(?![\s*])([^*\n]*[^*\s])[ \t\u00a0]+\*\*(?=[^\s*])/gm, '**$1** '],
  [/(?<=^|[\s([“"'])\*\*(?![\s*])([^*\n]*[\p{L}\p{N}])([:.,;!?]+)\*\*(?=[\p{L}\p{N}])/gmu, '**$1**$2'],
  // Strong words that others follow at once.
  [/(?<=[^\s*\\])\*{4}(?=[^\s*])/g, ''],
  // Lines right behind the start of a part are Markdown to most readers of it.
  [/^([ \t]*<(?:div|section|article|main|center)\b[^<>\n]*>)[ \t]*\r?\n(?= {0,3}[^\s<])/gm, '$1\n\n'],
  // Before CommonMark, a heading needed no space behind its mark: "#Cookies".
  [/^(#{1,6})(?=[\p{Lu}“"][^\n]{0,100}[^\s.;,][ \t]*\r?$)/gmu, '$1 '],
];

// What a generator of sites puts in for “{{ page.date }}” stands in the front matter.
function withFrontMatter(text: string, front: string): string {
  return text.replace(
    /\{\{-?[ \t]*page\.([\w-]+)[ \t]*(?:\|[^{}\n]*)?\}\}/g,
    (written, key: string) => valueIn(front, key) || written,
  );
}

function valueIn(front: string, key: string): string | undefined {
  return new RegExp(String.raw`^${key}(?::|[ \t]*=)[ \t]*(['"]?)(.*)\1[ \t]*$`, 'm').exec(front)?.[2]?.trim();
}

// In YAML, or in TOML as Hugo has it.
function splitFrontMatter(text: string): [string | undefined, string] {
  const found = /^(---|\+\+\+)[ \t]*\r?\n(.*?)\r?\n\1[ \t]*(?:\r?\n|$)/s.exec(text);
  return found ? [found[2], text.slice(found[0].length)] : [undefined, text];
}

/**
 * Reads a page: what its readers see of the text, which is its `main` or `article` where it has one. What belongs to
 * the site around it, such as menus and forms, is left out.
 */
export function readHtml(text: string): ReadText {
  const root = fromHtml(withoutNoscript(text));
  const all = elementsIn(root.children);
  const named = (name: string) => all.find(({ tagName }) => tagName === name);
  const canonical = all.find((element) => attribute(element, 'rel') === 'canonical');
  const title = seenText(textOf(named('title'))).split(/ [|–—·-] /)[0];
  const language = attribute(named('html'), 'lang');
  const address = attribute(canonical, 'href');
  return {
    content: seenIn({ type: 'root', children: [textPartOf(root)] }),
    ...(title && { title }),
    ...(language && { language }),
    ...(address?.startsWith('http') && { address }),
  };
}

// What stands there for browsers without scripts can be cut short by what a script wrote around it.
function withoutNoscript(text: string): string {
  const [start = '', ...parts] = text.split(/<noscript\b/i);
  return start + parts.map((part) => part.replace(/^.*?<\/noscript\s*>/is, '')).join('');
}

// The longest of what a page marks as its text; a page that marks nothing is its body.
function textPartOf(root: Root): Element {
  const all = elementsIn(root.children);
  const marked = ['main', 'article'].map((name) =>
    all.filter((element) => element.tagName === name || attribute(element, 'role') === name),
  );
  const longest = marked.map((found) => found.toSorted((one, other) => lengthOf(other) - lengthOf(one))[0]);
  const found = longest.find((element) => element !== undefined);
  return found ?? all.find(({ tagName }) => tagName === 'body') ?? emptyBody;
}

const emptyBody: Element = { type: 'element', tagName: 'body', properties: {}, children: [] };

function lengthOf(element: Element): number {
  return textOf(element).length;
}

const unseen = new Set(
  (
    'script style noscript template svg canvas iframe object video audio nav button input select textarea form ' +
    'dialog head link meta'
  ).split(' '),
);
const siteParts = new Set(['banner', 'navigation', 'search', 'contentinfo', 'dialog']);

// What asks for consent on a page, by the names that those who make it give it, and the bar of the web archive.
const banner =
  /^(?:wm-ipp|onetrust-(?:consent|banner)|CybotCookiebotDialog|usercentrics-root|cky-(?:consent|modal)|didomi-host|iubenda-cs-banner|cmplz-cookiebanner|osano-cm-|cookie-law-info-bar|truste-consent|cookie-?(?:banner|consent|bar)\b)/i;

function seenIn(root: Root): ElementContent[] {
  const nodes = root.children.flatMap((node) => (node.type === 'doctype' ? [] : [node]));
  const found = nodes.flatMap((node) => seen(node, isHidden));
  // A page that a script was still to show when it was saved has all of it hidden.
  return found.some((node) => textOf(node) !== '') ? found : nodes.flatMap((node) => seen(node, () => false));
}

function seen(node: ElementContent, isLeftOut: (element: Element) => boolean): ElementContent[] {
  if (node.type === 'text') return [{ ...node, value: seenText(node.value) }];
  if (!isElement(node) || isUnseen(node) || isLeftOut(node)) return [];
  const alt = attribute(node, 'alt');
  return [
    {
      ...node,
      ...(alt && { properties: { ...node.properties, alt: seenText(alt) } }),
      children: node.children.flatMap((child) => seen(child, isLeftOut)),
    },
  ];
}

function isUnseen(element: Element): boolean {
  if (unseen.has(element.tagName)) return true;
  if (banner.test(attribute(element, 'id') ?? '')) return true;
  return siteParts.has(attribute(element, 'role') ?? '');
}

function isHidden(element: Element): boolean {
  return element.properties.hidden !== undefined || attribute(element, 'ariaHidden') === 'true';
}
