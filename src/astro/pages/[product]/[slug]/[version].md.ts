import type { APIRoute } from 'astro';
import { findEntry } from '../../../../site/library.ts';
import { publishedPaths, versionText } from '../../../../site/policy-view.ts';
import { siteLibrary } from '../../../site-library.ts';

export function getStaticPaths() {
  return publishedPaths(siteLibrary());
}

export const GET: APIRoute = ({ params }) => {
  const library = siteLibrary();
  const { product = '', slug = '', version = '' } = params;
  const body = versionText(library, findEntry(library, product, slug), version);
  return new Response(body, { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
};
