import { jsonFeed } from '../../exporters/feed.ts';
import { feedOf } from '../../site/feeds.ts';
import { siteLibrary } from '../site-library.ts';

export function GET(): Response {
  const feed = feedOf(siteLibrary(), {}, 'json');
  return new Response(jsonFeed(feed), {
    headers: { 'Content-Type': 'application/feed+json; charset=utf-8' },
  });
}
