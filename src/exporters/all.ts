import { atomFeeds } from './atom.ts';
import type { Exporter } from './exporter.ts';
import { jsonFeeds } from './json-feed.ts';
import { manifest } from './manifest.ts';
import { markdown } from './markdown.ts';
import { record } from './record.ts';
import { redirects } from './redirects.ts';
import { robots } from './robots.ts';
import { schemaFiles } from './schemas.ts';
import { scriptFiles } from './scripts.ts';
import { searchIndex } from './search-index.ts';
import { sitemapOf } from './sitemap.ts';
import { stylesheetFile } from './stylesheet.ts';

const formats: Exporter[] = [
  ...schemaFiles,
  ...atomFeeds,
  ...jsonFeeds,
  markdown,
  record,
  manifest,
  robots,
  redirects,
  stylesheetFile,
  ...scriptFiles,
  searchIndex,
];

/** Every format policies can be had in beside their pages: a file each, and a line here. */
export const exporters: readonly Exporter[] = [...formats, sitemapOf(formats)];
