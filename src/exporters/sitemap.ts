import type { PolicyEntry } from '../compile/compile-model.ts';
import { absoluteAddress, policyPath } from '../resolve/address.ts';
import { ruleAddresses } from '../site/handbook.ts';
import { findStanding, type Library } from '../site/library.ts';
import { canCompare, isListed } from '../site/policy-view.ts';
import { escapeHtml } from '../text/html.ts';
import { addressOf, type Exporter, filesOf } from './exporter.ts';

/** The sitemap (https://www.sitemaps.org/protocol.html) of the pages search engines are to find, and of the files of formats that ask for it. */
export function sitemapOf(formats: readonly Exporter[]): Exporter {
  return {
    id: 'sitemap',
    scope: 'site',
    file: 'sitemap.xml',
    mediaType: 'application/xml',
    write: (library) =>
      printSitemap([
        ...sitemap(library),
        ...handbookAddresses(library),
        ...exportedAddresses(formats, library),
      ]),
  };
}

function handbookAddresses(library: Library): Address[] {
  if (!library.addresses.handbook) return [];
  const pages = ['', 'policy/', 'blocks/', 'product/', 'values/', 'examples/', 'github/', 'theme/'];
  return [
    ...pages.map((page) => ({ address: absoluteAddress(library.site.url, `/handbook/${page}`) })),
    ...ruleAddresses(library),
  ];
}

function exportedAddresses(formats: readonly Exporter[], library: Library): Address[] {
  return formats
    .filter(({ isListed }) => isListed)
    .flatMap((format) =>
      filesOf(format, library)
        .filter(({ isFormer }) => !isFormer)
        .map((file) => ({ address: addressOf(format, file, library) })),
    );
}

type Address = { address: string; changed?: string };

function printSitemap(addresses: readonly Address[]): string {
  const urls = addresses.map(({ address, changed }) => {
    const lastmod = changed ? `<lastmod>${changed}</lastmod>` : '';
    return `  <url><loc>${escapeHtml(address)}</loc>${lastmod}</url>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('')}</urlset>\n`;
}

/** The absolute address of every page that search engines are to find, with the day its text was written where that is known. */
export function sitemap(library: Library): Address[] {
  const { site, products } = library;
  const address = (path: string) => absoluteAddress(site.url, path);
  const ofProducts = products.flatMap(({ id, policies }) => [
    { address: address(`/${id}/`) },
    ...policies.flatMap((entry) => policyAddresses(library, entry)),
  ]);
  const ofSite = ['', 'about/', 'cookies/', 'companies/'].map((page) => ({ address: address(`/${page}`) }));
  return [...ofSite, ...ofProducts];
}

// Only a text in force is to be found by search engines, at the address of its policy.
function policyAddresses(library: Library, entry: PolicyEntry): Address[] {
  const path = policyPath(entry.product, entry.slug);
  const { current, card } = findStanding(library, entry);
  const { updated } = card;
  const policy = isListed(current) ? [{ path, ...(updated && { changed: updated }) }] : [];
  const about = entry.versions.length > 0 ? ['history/', 'as-of/'] : [];
  const compare = canCompare(entry) ? ['compare/'] : [];
  const history = [...about, ...compare].map((page) => ({ path: path + page }));
  return [...policy, ...history].map(({ path: own, ...rest }) => ({
    address: absoluteAddress(library.site.url, own),
    ...rest,
  }));
}
