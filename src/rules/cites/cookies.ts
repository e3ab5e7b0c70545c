import type { Cite } from '../rule.ts';

/** What the specification of cookies says of one thing. */
export function rfc6265bis(about: string): Cite {
  return {
    text: `RFC 6265bis, ${about}`,
    url: 'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis',
    basis: 'technical',
    checked: 'secondary',
  };
}

/** The opinion on which cookies need no consent. */
export const opinionOnExemptions: Cite = {
  text: 'Article 29 Working Party, Opinion 04/2012 on cookie consent exemption (WP 194)',
  url: 'https://ec.europa.eu/justice/article-29/documentation/opinion-recommendation/files/2012/wp194_en.pdf',
  basis: 'guidance',
  checked: 'secondary',
};
