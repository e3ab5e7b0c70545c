import type { APIRoute } from 'astro';
import { jsonFeed } from '../../../exporters/feed.ts';
import { feedOf } from '../../../site/feeds.ts';
import { siteLibrary } from '../../site-library.ts';

export function getStaticPaths() {
  const library = siteLibrary();
  return library.products.map(({ id }) => ({ params: { product: id } }));
}

export const GET: APIRoute = ({ params }) => {
  const feed = feedOf(siteLibrary(), params, 'json');
  return new Response(jsonFeed(feed), {
    headers: { 'Content-Type': 'application/feed+json; charset=utf-8' },
  });
};
