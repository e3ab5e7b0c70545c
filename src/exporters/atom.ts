import { escapeHtml } from '../text/html.ts';
import { type Feed, type FeedEntry, feedsIn, toTimestamp } from './feed.ts';

/** Feeds as Atom. */
export const atomFeeds = feedsIn(
  { id: 'atom', extension: 'xml', mediaType: 'application/atom+xml' },
  atomFeed,
);

/** The feed as Atom (RFC 4287). Its dates are those of the versions, never those of the build; the older versions are in the history it links to. */
export function atomFeed({ title, address, self, history, entries }: Feed): string {
  const updated = lastDate(entries);
  const older = history ? `  <link rel="related" type="text/html" href="${escapeHtml(history)}"/>\n` : '';
  const items = entries.map(
    (entry) => `  <entry xml:lang="${entry.language}">
    <id>${escapeHtml(entry.id)}</id>
    <title>${escapeHtml(entry.title)}</title>
    <published>${toTimestamp(entry.date)}</published>
    <updated>${toTimestamp(entry.updated)}</updated>
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
${older}${items.join('')}</feed>
`;
}

function lastDate(entries: readonly FeedEntry[]): string {
  return entries.reduce((last, { updated }) => (updated > last ? updated : last), '1990-01-01');
}
