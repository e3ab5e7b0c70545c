import { type Feed, feedsIn, toTimestamp } from './feed.ts';

/** Feeds as JSON. */
export const jsonFeeds = feedsIn(
  { id: 'json-feed', extension: 'json', mediaType: 'application/feed+json' },
  jsonFeed,
);

/** The feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function jsonFeed({ title, address, self, history, entries }: Feed): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: address,
    feed_url: self,
    // A key that begins with an underscore is an extension.
    ...(history && { _policybook: { history } }),
    items: entries.map((entry) => ({
      id: entry.id,
      url: entry.address,
      title: entry.title,
      content_text: entry.summary,
      date_published: toTimestamp(entry.date),
      date_modified: toTimestamp(entry.updated),
      language: entry.language,
    })),
  };
  return `${JSON.stringify(feed, undefined, 2)}\n`;
}
