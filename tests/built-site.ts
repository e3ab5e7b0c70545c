import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type HtmlElement, HtmlValidate, Parser } from 'html-validate';

/** A page of a built site, read from disk. */
export type BuiltPage = {
  /** Its path on the host: `/legal/harbour/`. */
  path: string;
  html: string;
  /** Parsed when it is first asked for: to parse takes longer than to look. */
  readonly document: HtmlElement;
};

export type BuiltSite = {
  folder: string;
  origin: string;
  /** The path it lives under: `/legal`, or nothing. */
  base: string;
  files: string[];
  pages: BuiltPage[];
  read(file: string): string;
};

/** Reads the site in a folder that is published at an address. */
export function readSite(folder: string, url: string): BuiltSite {
  const { origin, pathname } = new URL(url);
  const base = pathname.replace(/\/$/, '');
  const files = globSync('**', { cwd: folder, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name).slice(folder.length + 1))
    .sort();
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const html = files.filter((file) => file.endsWith('.html'));
  const pages = html.map((file) => readPage(file, base, read(file)));
  return { folder, origin, base, files, pages, read };
}

// The same for every page: to work it out takes as long as to parse one.
const parsing = new HtmlValidate({ root: true }).getConfigForSync('index.html');

function readPage(file: string, base: string, html: string): BuiltPage {
  let parsed: HtmlElement | undefined;
  return {
    path: `${base}/${file.replace(/index\.html$/, '')}`,
    html,
    get document() {
      parsed ??= new Parser(parsing).parseHtml(html);
      return parsed;
    },
  };
}

/** The text of an element as readers see it. */
export function textOf(element: { textContent: string } | null): string {
  return decode(element?.textContent ?? '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** The value of an attribute; nothing where there is none. */
export function attribute(element: HtmlElement | null, name: string): string | undefined {
  const value = element?.getAttributeValue(name);
  return value === null || value === undefined ? undefined : decode(value);
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

// The parser leaves character references as they are written.
function decode(html: string): string {
  return html.replaceAll(/&(?:#x([0-9a-f]+)|#([0-9]+)|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (name) return named[name] ?? whole;
    return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal));
  });
}

/** Whether a page only leads on to another address, since what stood there has another name. */
export function leadsOn({ html }: Pick<BuiltPage, 'html'>): boolean {
  return html.includes('http-equiv="refresh"');
}
