import { absoluteAddress } from '../../resolve/address.ts';
import { siteLibrary } from '../site-library.ts';

export function GET(): Response {
  const sitemap = absoluteAddress(siteLibrary().site.url, '/sitemap.xml');
  return new Response(`User-agent: *\nAllow: /\n\nSitemap: ${sitemap}\n`);
}
