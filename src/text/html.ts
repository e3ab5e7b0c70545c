/** Writes plain text so that HTML shows exactly it. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What a link that leaves the site says of where it leads. */
export const webRelation = ['external', 'noopener', 'noreferrer'];

/** Whether a link leaves the site for another one. */
export function isOfWeb(href: string): boolean {
  return /^https?:/.test(href);
}

/** The class of a link whose words are its address, which paper does not repeat. */
export const ownText = 'address';

/** Whether the words of a link to a page of another site are its address, with or without what every address begins with. */
export function isOwnText(href: string, words: string): boolean {
  const plain = (text: string) =>
    text
      .trim()
      .replace(/^https?:\/\/(?:www\.)?|^www\./, '')
      .replace(/\/$/, '');
  return isOfWeb(href) && plain(href) === plain(words);
}

/** A link. External ones tell the browser so, and give it no way back into this page. */
export function link(href: string, text: string): string {
  return linkAround(href, escapeHtml(text), isOwnText(href, text));
}

/** A link around HTML that holds none. */
export function linkAround(href: string, html: string, isAddress = false): string {
  const ofAddress = isAddress ? ` class="${ownText}"` : '';
  const rel = isOfWeb(href) ? ` rel="${webRelation.join(' ')}"` : '';
  return `<a href="${escapeHtml(href)}"${rel}${ofAddress}>${html}</a>`;
}
