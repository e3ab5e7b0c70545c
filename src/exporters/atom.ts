import { escapeHtml } from '../text/html.ts';
import { type Feed, type FeedEntry, feedsIn, toTimestamp } from './feed.ts';

/** Feeds as Atom. */
export const atomFeeds = feedsIn(
  { id: 'atom', extension: 'xml', mediaType: 'application/atom+xml' },
  atomFeed,
);

/** The feed as Atom (RFC 4287). Its dates are those of the versions, never those of the build. */
export function atomFeed({ title, address, self, entries }: Feed): string {
  const updated = lastDate(entries);
  const items = entries.map(
    (entry) => `  <entry xml:lang="${entry.language}">
    <id>${escapeHtml(entry.address)}</id>
    <title>${escapeHtml(entry.title)}</title>
    <updated>${toTimestamp(entry.date)}</updated>
    <link rel="alternate" type="text/html" href="${escapeHtml(entry.address)}"/>
    <summary>${escapeHtml(entry.summary)}</summary>
  </entry>
`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>${escapeHtml(self)}</id>
  <title>${escapeHtml(title)}</title>
  <updated>${toTimestamp(updated)}</updated>
  <author><name>${escapeHtml(title)}</name></author>
  <link rel="self" type="application/atom+xml" href="${escapeHtml(self)}"/>
  <link rel="alternate" type="text/html" href="${escapeHtml(address)}"/>
${items.join('')}</feed>
`;
}

function lastDate(entries: readonly FeedEntry[]): string {
  return entries.reduce((last, { date }) => (date > last ? date : last), '1990-01-01');
}
