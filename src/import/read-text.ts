import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { ReadText } from './import-model.ts';
import { attribute, elementsIn, isElement, textOf } from './tree.ts';

const markdown = unified()
  .use(remarkParse)
  .data({ micromarkExtensions: [gfmTable()], fromMarkdownExtensions: [gfmTableFromMarkdown()] })
  .use(remarkRehype, { allowDangerousHtml: true })
  .freeze();

/** Reads Markdown, HTML inside it included; front matter gives the title. */
export function readMarkdown(text: string): ReadText {
  const [front = '', body] = splitFrontMatter(text);
  const html = toHtml(markdown.runSync(markdown.parse(body)), { allowDangerousHtml: true });
  const title = /^title:[ \t]*(['"]?)(.*)\1[ \t]*$/m.exec(front)?.[2]?.trim();
  return { content: seenIn(fromHtml(html, { fragment: true })), ...(title && { title }) };
}

function splitFrontMatter(text: string): [string | undefined, string] {
  const found = /^---[ \t]*\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|$)/s.exec(text);
  return found ? [found[1], text.slice(found[0].length)] : [undefined, text];
}

/**
 * Reads a page: what its readers see of the text, which is its `main` or `article` where it has one. What belongs to
 * the site around it, such as menus and forms, is left out.
 */
export function readHtml(text: string): ReadText {
  const root = fromHtml(text);
  const all = elementsIn(root.children);
  const named = (name: string) => all.find(({ tagName }) => tagName === name);
  const canonical = all.find((element) => attribute(element, 'rel') === 'canonical');
  const title = textOf(named('title')).split(/ [|–—·-] /)[0];
  const language = attribute(named('html'), 'lang');
  const address = attribute(canonical, 'href');
  return {
    content: seenIn({ type: 'root', children: [textPartOf(root)] }),
    ...(title && { title }),
    ...(language && { language }),
    ...(address?.startsWith('http') && { address }),
  };
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

function seenIn(root: Root): ElementContent[] {
  return root.children.flatMap((node) => (node.type === 'doctype' ? [] : seen(node)));
}

function seen(node: ElementContent): ElementContent[] {
  if (node.type === 'text') return [node];
  if (!isElement(node) || isUnseen(node)) return [];
  return [{ ...node, children: node.children.flatMap(seen) }];
}

function isUnseen(element: Element): boolean {
  if (unseen.has(element.tagName)) return true;
  // The bar that the web archive puts above a page.
  if (/^wm-ipp/.test(attribute(element, 'id') ?? '')) return true;
  if (element.properties.hidden !== undefined || attribute(element, 'ariaHidden') === 'true') return true;
  return siteParts.has(attribute(element, 'role') ?? '');
}
