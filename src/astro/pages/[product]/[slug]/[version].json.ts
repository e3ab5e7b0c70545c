import type { APIRoute } from 'astro';
import { readRecordText } from '../../../../site/library.ts';
import { publishedPaths } from '../../../../site/policy-view.ts';
import { siteLibrary } from '../../../site-library.ts';

export function getStaticPaths() {
  return publishedPaths(siteLibrary());
}

export const GET: APIRoute = ({ params }) => {
  const { product = '', slug = '', version = '' } = params;
  const body = readRecordText(product, slug, version);
  return new Response(body, { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
};
