import type { APIRoute, GetStaticPaths } from 'astro';
import { exporters } from '../exporters/all.ts';
import { type ExportedFile, type Exporter, filesOf, routeOf } from '../exporters/exporter.ts';
import { siteLibrary } from './site-library.ts';

// The one endpoint behind the routes of all formats.

export const getStaticPaths: GetStaticPaths = ({ routePattern }) =>
  filesOf(exporterAt(routePattern), siteLibrary()).map(({ params, key, write }) => ({
    params,
    ...(key !== undefined && { cacheKey: key }),
    props: { write },
  }));

export const GET: APIRoute<Partial<Pick<ExportedFile, 'write'>>> = ({ routePattern, props }) => {
  const exporter = exporterAt(routePattern);
  // A route without parameters has one file, and Astro asks for no list of it.
  const write = props.write ?? filesOf(exporter, siteLibrary())[0]?.write;
  return new Response(write?.(), { headers: { 'Content-Type': `${exporter.mediaType}; charset=utf-8` } });
};

function exporterAt(route: string): Exporter {
  const { prefix } = siteLibrary().project;
  const exporter = exporters.find((candidate) => prefix + routeOf(candidate) === route);
  if (!exporter) throw new Error(`No exporter at ${route}: the list of formats and the routes disagree.`);
  return exporter;
}
