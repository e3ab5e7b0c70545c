import type { Span } from './page-text.ts';

/** Whether a link says nothing but where it leads: to write its address out again would mark it twice. */
export function isOwnAddress(href: string, text: string): boolean {
  const said = text.trim();
  return href.startsWith('tel:') ? digits(said) === digits(href) : bare(said) === bare(href);
}

/** Where such links stand in a text: each is one thing. */
export function ownAddresses(spans: readonly Span[]): { start: number; end: number }[] {
  let offset = 0;
  return spans.flatMap(({ text, href }) => {
    const start = offset;
    offset += text.length;
    return href !== undefined && isOwnAddress(href, text) ? [{ start, end: offset }] : [];
  });
}

function bare(address: string): string {
  return address.replace(/^(?:mailto:|https?:\/\/(?:www\.)?|www\.)/, '').replace(/\/$/, '');
}

function digits(number: string): string {
  return number.replaceAll(/\D/g, '');
}
