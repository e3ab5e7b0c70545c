import type { Element, ElementContent } from 'hast';
import { addressFrom, type PolicyPlace } from '../resolve/address.ts';
import { escapeHtml, isOfWeb, isOwnText, link, linkAround, ownText, webRelation } from '../text/html.ts';
import { type ClausePlace, proseTree, renderProse } from '../text/prose.ts';
import type { Quote } from '../text/quoted.ts';

/**
 * One part of what a page shows, with its source. `path` leads to it in the policy: `cookies.visit.expires`,
 * `sections.ask-us.content.0`. Where there is an `href`, the text is a link.
 */
export type Part =
  /** What the authors wrote in Markdown; without `html` it shows as it stands. */
  | {
      sort: 'prose';
      path: string;
      markdown: string;
      wrap: 'block' | 'inline';
      html?: string;
      quotes?: readonly Quote[];
      /** The places of its clauses, in order. */
      clauses?: readonly ClausePlace[];
      isStrong?: true;
    }
  /** A value of the policy, as readers see it. */
  | { sort: 'fact'; path: string; text: string; isCode?: true; href?: string }
  /** A name the authors gave. */
  | { sort: 'label'; path?: string; text: string; href?: string; quotes?: readonly Quote[] }
  /** What we say, and what joins the other parts. What was sealed long ago may say that a value is `absent`. */
  | { sort: 'words'; text: string; form?: 'paragraph' | 'absent'; href?: string }
  | { sort: 'list'; items: readonly Piece[] };

/** What one place of a page shows; nothing where it is empty. */
export type Piece = readonly Part[];

/** Plain text of the authors or of ours that stands alone, such as a title. */
export type Name = Extract<Part, { sort: 'label' | 'words' }>;

/** Writes a piece as HTML; the links beside its clauses lead to them at `citeAt`, an address that lasts. */
export function htmlOf(piece: Piece, citeAt = ''): string {
  return piece.map((part) => partHtml(part, citeAt)).join('');
}

function partHtml(part: Part, citeAt: string): string {
  switch (part.sort) {
    case 'prose': {
      const own = part.html ?? renderProse(part.markdown, part);
      const html = part.clauses && citeAt ? citedAt(own, citeAt) : own;
      return part.isStrong ? `<strong>${html}</strong>` : html;
    }
    case 'list':
      return `<ul>${part.items.map((item) => `<li>${htmlOf(item, citeAt)}</li>`).join('')}</ul>`;
    case 'fact':
      return part.isCode ? codeHtml(part) : textHtml(part);
    case 'label':
      return textHtml(part);
    case 'words': {
      if (part.form === 'paragraph') return `<p>${escapeHtml(part.text)}</p>`;
      return part.form ? `<span class="${part.form}">${escapeHtml(part.text)}</span>` : textHtml(part);
    }
  }
}

const signStart = '<a class="anchor" href="';

// In text there is no such start of a tag.
function citedAt(html: string, address: string): string {
  return html.replaceAll(`${signStart}#`, () => `${signStart}${escapeHtml(address)}#`);
}

function codeHtml({ text, href }: { text: string; href?: string }): string {
  const html = `<code>${escapeHtml(text)}</code>`;
  return href === undefined ? html : linkAround(href, html);
}

function textHtml({ text, href }: { text: string; href?: string }): string {
  return href === undefined ? escapeHtml(text) : link(href, text);
}

/** The tree of the HTML of a piece, as it stands on a page. */
export function treeOf(piece: Piece, page: PolicyPlace): ElementContent[] {
  return piece.flatMap((part) => partTree(part, page));
}

/** The tree of one part. */
export function partTree(part: Part, page: PolicyPlace): ElementContent[] {
  switch (part.sort) {
    case 'prose': {
      const { markdown, wrap, quotes } = part;
      const tree = proseTree(markdown, { wrap, address: addressFrom(page), isPlaced: quotes !== undefined });
      return part.isStrong ? [element('strong', tree)] : tree;
    }
    case 'list':
      return [
        element(
          'ul',
          part.items.map((item) => element('li', treeOf(item, page))),
        ),
      ];
    case 'fact':
      return part.isCode ? linked([element('code', [textNode(part.text)])], part) : textTree(part);
    case 'label':
      return textTree(part);
    case 'words': {
      if (part.form === 'paragraph') return [element('p', [textNode(part.text)])];
      return part.form
        ? [element('span', [textNode(part.text)], { className: [part.form] })]
        : textTree(part);
    }
  }
}

function textTree({ text, href }: { text: string; href?: string }): ElementContent[] {
  const isAddress = href !== undefined && isOwnText(href, text);
  return linked([textNode(text)], { ...(href && { href }), isAddress });
}

function linked(
  children: ElementContent[],
  { href, isAddress = false }: { href?: string; isAddress?: boolean },
): ElementContent[] {
  if (href === undefined) return children;
  const marks = { ...(isOfWeb(href) && { rel: webRelation }), ...(isAddress && { className: [ownText] }) };
  return [element('a', children, { href, ...marks })];
}

/** An element of a tree. */
export function element(
  tagName: string,
  children: ElementContent[],
  properties: Element['properties'] = {},
): Element {
  return { type: 'element', tagName, properties, children };
}

/** A text of a tree. */
export function textNode(value: string): ElementContent {
  return { type: 'text', value };
}
