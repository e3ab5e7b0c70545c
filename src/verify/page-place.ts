import type { Element, Nodes } from 'hast';
import type { PolicyEntry } from '../compile/compile-model.ts';
import { absoluteAddress, policyPath } from '../resolve/address.ts';
import type { Library } from '../site/library.ts';
import type { PlacedVersion, PolicyStanding } from '../site/policy-standing.ts';
import { contextOf, isListed, runningTitle } from '../site/policy-view.ts';
import { find, htmlText, type PlacedTexts, placedTexts } from '../versions/page-texts.ts';
import { versionData } from '../versions/version-data.ts';
import { versionFrame } from '../versions/version-view.ts';

// What the page of a version says of its place in time, in its head for programs as well.

/** What a page says beside its text: in its parts, in its head, and at the foot of each printed page. */
export type Place = PlacedTexts & { head: string; running: string };

/** What a published page says of the place of its text in time. */
export function shownPlace(page: Nodes): Place {
  const [root] = find(page, ({ tagName }) => tagName === 'html');
  return { ...placedTexts(page), head: headOf(page), running: String(root?.properties.dataRunning ?? '') };
}

/** What a page of a version has to say on the day of a library; `isCurrent` is the one at the address of the policy. */
export function placeOf(
  library: Library,
  { entry, versions, acts }: PolicyStanding,
  shown: PlacedVersion,
  isCurrent: boolean,
): Place {
  const frame = versionFrame({ versions, acts }, shown, contextOf(library, entry, shown.language));
  const { statusLabel, name, historyPath, historyLabel, details } = frame;
  return {
    dates: frame.dates.map(({ term, html }) => `${term} ${htmlText(html)}`).join(' '),
    name: [statusLabel, name, `(${historyPath}) ${historyLabel}`].join(' '),
    banners: [...frame.banners, ...frame.announcements].map(htmlText).join(' '),
    about: [details.title, ...details.entries.map(({ term, html }) => `${term} ${htmlText(html)}`)].join(' '),
    head: headFor(library, entry, shown, isCurrent),
    running: runningTitle(library.readCompiled(shown).page, frame),
  };
}

function headFor(library: Library, entry: PolicyEntry, shown: PlacedVersion, isCurrent: boolean): string {
  const { page } = library.readCompiled(shown);
  const own = absoluteAddress(library.site.url, `${policyPath(entry.product, entry.slug)}${shown.id}/`);
  const canonical = isCurrent || shown.status === 'in-force' ? page.canonical : own;
  const title = `${page.title}${isCurrent ? '' : ` (${shown.id})`} – ${page.product.name}`;
  const { name } = library.site;
  return [
    `title ${title} – ${name}`,
    `description ${page.description}`,
    ...(isListed(shown) ? [] : ['robots noindex']),
    `canonical ${canonical}`,
    `stylesheet ${library.addresses.stylesheet}`,
    `icon ${library.addresses.brand.favicon ?? 'data:,'}`,
    `theme-color ${library.addresses.brand.colours.light}`,
    `theme-color ${library.addresses.brand.colours.dark}`,
    `og:title ${title}`,
    'og:type website',
    `og:site_name ${name}`,
    `og:description ${page.description}`,
    `og:url ${canonical}`,
    ...pictureFor(library),
    `og:locale ${page.language.replace('-', '_')}`,
    ...(isCurrent ? [`alternate ${page.path}feed.xml`] : []),
    dataText(versionData(page.jsonLd, shown, canonical)),
  ].join('\n');
}

// What other sites show beside a link.
function pictureFor({ site, addresses }: Library): string[] {
  const { image } = addresses.brand;
  if (image === undefined) return ['twitter:card summary'];
  return [`og:image ${image}`, `og:image:alt ${site.name}`, 'twitter:card summary_large_image'];
}

// Who publishes the site, and when counsel last confirmed the text, no record says.
function dataText({
  publisher: _publisher,
  lastReviewed: _reviewed,
  ...data
}: Record<string, unknown>): string {
  const sorted = Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1));
  return `data ${JSON.stringify(sorted)}`;
}

// What is the same on every page of every site is checked apart.
const alike = new Set(['viewport', 'color-scheme']);

function headOf(page: Nodes): string {
  const [head] = find(page, ({ tagName }) => tagName === 'head');
  const elements = head?.children.filter((child) => child.type === 'element') ?? [];
  return elements.flatMap(headLine).join('\n');
}

function headLine({ tagName, properties, children }: Element): string[] {
  const text = children.map((child) => (child.type === 'text' ? child.value : '')).join('');
  if (tagName === 'title') return [`title ${text}`];
  // Whether a page may have a script, and which, is checked apart.
  if (tagName === 'script') return properties.src === undefined ? [dataText(parseData(text))] : [];
  if (tagName === 'link') return [`${properties.rel} ${properties.href}`];
  const name = properties.name ?? properties.property;
  return name === undefined || alike.has(String(name)) ? [] : [`${name} ${properties.content}`];
}

function parseData(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : { text };
  } catch {
    return { text };
  }
}
