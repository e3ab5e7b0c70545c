import { escapeHtml } from '../text/html.ts';

/** A published version as a feed tells of it. Its id is its address, which never changes. */
export type FeedEntry = { address: string; title: string; date: string; summary: string; language: string };

/** A feed of versions: of a site, a product or a policy. */
export type Feed = { title: string; address: string; self: string; entries: FeedEntry[] };

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

/** The same as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function jsonFeed({ title, address, self, entries }: Feed): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: address,
    feed_url: self,
    items: entries.map((entry) => ({
      id: entry.address,
      url: entry.address,
      title: entry.title,
      content_text: entry.summary,
      date_published: toTimestamp(entry.date),
      language: entry.language,
    })),
  };
  return `${JSON.stringify(feed, undefined, 2)}\n`;
}

// A feed needs a time; a version has a day. Noon UTC is that day in nearly every zone.
function toTimestamp(date: string): string {
  return `${date}T12:00:00Z`;
}

function lastDate(entries: readonly FeedEntry[]): string {
  return entries.reduce((last, { date }) => (date > last ? date : last), '1990-01-01');
}
