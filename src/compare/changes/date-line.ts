import { isWord, makeTokenize } from '../../text/tokens.ts';

// A line such as "Last updated: 31 March 2026" names the version, as its date does: two versions always differ in it.

const set = (words: string) => new Set(words.split(/\s+/));

const words: Record<string, ReadonlySet<string>> = {
  en: set(
    `last updated update effective revised revision modified reviewed version date dated published posted as of on at
     from since in into force this the policy notice statement document terms agreement was is were st nd rd th`,
  ),
  de: set(
    `stand zuletzt letzte aktualisiert geändert aktualisierung änderung gültig ab vom seit am datum version fassung in
     kraft diese dieser erklärung richtlinie ist`,
  ),
  fr: set(
    'dernière dernier mise à jour modification en vigueur le du depuis date version modifiée modifié au 1er',
  ),
  es: set('última actualización modificación fecha de vigencia en vigor desde el del versión entrada'),
  it: set('ultimo ultima aggiornamento modifica data di entrata in vigore dal del versione'),
  nl: set('laatst laatste bijgewerkt wijziging datum van inwerkingtreding versie per sinds op'),
  pt: set('última atualização modificação data de em vigor desde versão a partir'),
};

/** Whether a text is nothing but a date and words that say which: `language` is that of the text. */
export function isDateLine(text: string, language: string): boolean {
  const known = words[new Intl.Locale(language).language];
  const tokens = known ? makeTokenize(language)(text).filter(isWord) : [];
  const rest = tokens.filter((token) => !known?.has(token.toLowerCase()) && !isOfDate(token, language));
  return rest.length === 0 && tokens.some((token) => /\d/.test(token));
}

function isOfDate(token: string, language: string): boolean {
  return (
    /^\d{1,4}(?:st|nd|rd|th)?$|^\d+(?:[-./]\d+)+$/.test(token) || monthsOf(language).has(token.toLowerCase())
  );
}

const months = new Map<string, ReadonlySet<string>>();

function monthsOf(language: string): ReadonlySet<string> {
  const known = months.get(language);
  if (known) return known;
  const names = (['long', 'short'] as const).flatMap((month) => {
    const format = new Intl.DateTimeFormat(language, { day: 'numeric', month, timeZone: 'UTC' });
    return Array.from({ length: 12 }, (_, index) =>
      format.formatToParts(Date.UTC(2000, index, 2)).find(({ type }) => type === 'month'),
    );
  });
  const found = new Set(names.map((part) => (part?.value ?? '').toLowerCase().replace(/\.$/, '')));
  months.set(language, found);
  return found;
}
