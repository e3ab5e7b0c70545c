import type { Cite } from '../rule.ts';

const guidelines = 'https://ec.europa.eu/newsroom/article29/items/622227/en';

/** A principle the text is held to for its own sake, with the place that says it best; the GDPR's unless given. */
export function internal(text: string, url = 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_12'): Cite {
  return { text, url, basis: 'internal', checked: 'secondary' };
}

/** A principle of the same sort that the European authorities' guidelines on transparency say best. */
export function internalOfGuidelines(text: string): Cite {
  return internal(text, guidelines);
}

/** What the European authorities' guidelines on transparency say. */
export function transparencyGuidelines(text: string): Cite {
  return {
    text: `WP260 rev.01, ${text}`,
    url: guidelines,
    basis: 'guidance',
    checked: 'secondary',
  };
}
