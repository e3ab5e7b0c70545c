import { absoluteAddress } from '../resolve/address.ts';
import type { Exporter } from './exporter.ts';

/** Tells search engines that they may read everything, and where the sitemap is. */
export const robots = {
  id: 'robots',
  scope: 'site',
  file: 'robots.txt',
  mediaType: 'text/plain',
  write: (_, { url }) => `User-agent: *\nAllow: /\n\nSitemap: ${absoluteAddress(url, '/sitemap.xml')}\n`,
} satisfies Exporter;
