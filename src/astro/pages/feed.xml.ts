import { atomFeed } from '../../exporters/feed.ts';
import { feedOf } from '../../site/feeds.ts';
import { siteLibrary } from '../site-library.ts';

export function GET(): Response {
  const feed = feedOf(siteLibrary(), {}, 'xml');
  return new Response(atomFeed(feed), { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
}
