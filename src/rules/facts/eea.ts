import { readerOf, showCountry } from '../../text/show.ts';

// The 27 Member States, with the parts that have a code of their own (TFEU Art. 355(1); Åland: Protocol 2 to the
// Accession of 1994), and the three EFTA states of the EEA Agreement. Svalbard (SJ) is left out by its Protocol 40.
const members = 'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE';
const parts = 'AX GF GP MF MQ RE YT';
const efta = 'IS LI NO';
const eea: ReadonlySet<string> = new Set(`${members} ${parts} ${efta} EU EEA`.split(' '));

/** Whether a country lies outside the European Economic Area. */
export function isOutsideEea(country: string): boolean {
  return !eea.has(country);
}

/** Whether data that goes to a country leaves the area of the data protection law a product has declared. */
export function isAbroad(country: string, regimes: readonly string[] = []): boolean {
  return regimes.includes('gdpr') ? isOutsideEea(country) : country !== 'GB';
}

/** The name of a country in a sentence: `the United States`. */
export function countryName(code: string): string {
  const name = showCountry(code, readerOf('en'));
  return /^(United|European) |^(Bahamas|Gambia|Maldives|Netherlands|Philippines|Seychelles)$/.test(name)
    ? `the ${name}`
    : name;
}
