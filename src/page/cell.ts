import { escapeHtml, link } from '../text/html.ts';

/** Plain text as the HTML of a cell; nothing stays nothing. */
export function text(value: string | undefined): string | undefined {
  return value === undefined ? undefined : escapeHtml(value);
}

/** What is said of a yes or a no; nothing where neither is stated. */
export function yesOrNo(is: boolean | undefined, yes: string, no: string): string | undefined {
  return is === undefined ? undefined : escapeHtml(is ? yes : no);
}

/** Several pieces of HTML as a list in one cell. */
export function htmlList(items: string[]): string {
  return `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
}

/** The words of a link or button; a link where it has an address. */
export function labelLink({ label, url }: { label: string; url?: string | undefined }): string {
  return url ? link(url, label) : escapeHtml(label);
}
