import type { Cite, ProductSubject } from '../rule.ts';

type Checked = Cite['checked'];

/** A part of the General Data Protection Regulation: `13(1)(a)`. */
export function gdpr(part: string, checked: Checked): Cite {
  const url = `https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_${articleOf(part)}`;
  return { text: `GDPR Art. ${part}`, url, basis: 'statute', checked };
}

/** A part of the same regulation as it applies in the United Kingdom: `13(2)(d)`. */
export function ukGdpr(part: string, checked: Checked): Cite {
  const url = `https://www.legislation.gov.uk/eur/2016/679/article/${articleOf(part)}`;
  return { text: `UK GDPR Art. ${part}`, url, basis: 'statute', checked };
}

/** The regulation that a message names: the British one only for a product that declares no other. */
export function gdprName({ written: { regimes = [] } }: ProductSubject): 'GDPR' | 'UK GDPR' {
  return regimes.includes('uk-gdpr') && !regimes.includes('gdpr') ? 'UK GDPR' : 'GDPR';
}

function articleOf(part: string): string {
  return part.split('(')[0] ?? part;
}
