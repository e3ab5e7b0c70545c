import type { Cite, ProductSubject } from '../rule.ts';

export const directive: Cite = {
  text: 'Directive 2002/58/EC Art. 5(3)',
  url: 'https://eur-lex.europa.eu/eli/dir/2002/58/2009-12-19',
  basis: 'statute',
  checked: 'read',
  of: ['eprivacy', 'eprivacy-fr'],
};

export const pecr: Cite = {
  text: 'PECR reg. 6',
  url: 'https://www.legislation.gov.uk/uksi/2003/2426/regulation/6',
  basis: 'statute',
  checked: 'read',
  of: ['pecr'],
};

export const planet49: Cite = {
  text: 'CJEU C-673/17 Planet49',
  url: 'https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:62017CJ0673',
  basis: 'case',
  checked: 'secondary',
  of: ['eprivacy', 'eprivacy-fr'],
};

export const taskforce: Cite = {
  text: 'EDPB Cookie Banner Taskforce, report of 17 January 2023',
  url: 'https://www.edpb.europa.eu/our-work-tools/our-documents/other/report-work-undertaken-cookie-banner-taskforce_en',
  basis: 'guidance',
  checked: 'secondary',
  of: ['eprivacy', 'eprivacy-fr'],
};

export const cnil: Cite = {
  text: 'CNIL recommendation 2020-092',
  url: 'https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000042388197',
  basis: 'guidance',
  checked: 'secondary',
  of: ['eprivacy', 'eprivacy-fr'],
};

export const ico: Cite = {
  text: 'ICO guidance on storage and access technologies (2026)',
  url: 'https://ico.org.uk/for-organisations/direct-marketing-and-privacy-and-electronic-communications/guidance-on-the-use-of-storage-and-access-technologies/',
  basis: 'guidance',
  checked: 'secondary',
  of: ['pecr'],
};

/** A provision of the GDPR that the consent to storage is measured by. */
export function gdprOnConsent(article: '4(11)' | '7(3)'): Cite {
  return {
    text: `GDPR Art. ${article}`,
    url: `https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_${Number.parseInt(article, 10)}`,
    basis: 'statute',
    checked: 'secondary',
    of: ['eprivacy', 'eprivacy-fr'],
  };
}

/** A part of Schedule A1 of PECR, in force since 5 February 2026. */
export function scheduleA1(checked: Cite['checked'], paragraph?: number): Cite {
  return {
    text: paragraph === undefined ? 'PECR Sch. A1' : `PECR Sch. A1 para. ${paragraph}`,
    url: 'https://www.legislation.gov.uk/uksi/2003/2426/schedule/A1',
    basis: 'statute',
    checked,
    of: ['pecr'],
  };
}

/** The day Schedule A1 of PECR came into force. */
export const scheduleA1From = '2026-02-05';

/** Whether a product has declared the Directive, or the French law that carries it out. */
export function isUnderDirective({ written: { regimes = [] } }: ProductSubject): boolean {
  return regimes.includes('eprivacy') || regimes.includes('eprivacy-fr');
}

/** Whether a product has declared a law on what is stored on devices. */
export function isUnderStorageLaw(product: ProductSubject): boolean {
  return isUnderDirective(product) || (product.written.regimes ?? []).includes('pecr');
}

/** The law on storage that a message names: the British one only for a product that declares no other. */
export function storageLaw(product: ProductSubject): string {
  return isUnderDirective(product) ? directive.text : pecr.text;
}
