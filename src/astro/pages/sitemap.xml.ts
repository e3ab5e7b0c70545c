import { ruleAddresses } from '../../site/handbook.ts';
import { sitemap } from '../../site/sitemap.ts';
import { escapeHtml } from '../../text/html.ts';
import { siteLibrary } from '../site-library.ts';

// https://www.sitemaps.org/protocol.html
export function GET(): Response {
  const library = siteLibrary();
  const urls = [...sitemap(library), ...ruleAddresses(library)].map(
    ({ address, changed }: { address: string; changed?: string }) => {
      const lastmod = changed ? `<lastmod>${changed}</lastmod>` : '';
      return `  <url><loc>${escapeHtml(address)}</loc>${lastmod}</url>\n`;
    },
  );
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('')}</urlset>\n`;
  return new Response(body, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
}
