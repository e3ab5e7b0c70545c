import type { z } from 'zod';
import { country } from '../../schemas/values.ts';
import { makeMemory } from '../memory.ts';
import { accepts } from './shape.ts';

type Schema = z.core.$ZodType;

/** The language that a person names, or writes as programs do: `German`, `de_DE`, `en-UK`. */
export function languageStep(value: string, schema: Schema): string {
  const tag = value.replaceAll('_', '-');
  const [code = ''] = tag.split('-');
  const spelled = [usualTag(tag), usualTag(code)].find((one) => one && accepts(schema, one));
  return spelled ?? named(value, schema) ?? spokenIn(code, schema) ?? languageHelp;
}

const languageHelp = 'Write the tag of the language, such as `en` for English or `de` for German.';

function usualTag(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/** `Deutsch`, `English (UK)`. */
function named(value: string, schema: Schema): string | undefined {
  const [, base = value, place] = /^(.+?) ?\((.+)\)$/.exec(value) ?? [];
  const tag = languagesByName().get(base.toLowerCase());
  const whole = tag && place ? `${tag}-${countryStep(place, country)}` : tag;
  return [whole, tag].find((one) => one && accepts(schema, one));
}

const languagesByName = () => {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  return namesOf('language', () => letters.flatMap((first) => letters.map((second) => first + second)));
};

/** `jp` is no language, and a country in which one is spoken. */
function spokenIn(code: string, schema: Schema): string | undefined {
  if (!country.safeParse(code.toUpperCase()).success) return undefined;
  const spoken = new Intl.Locale(`und-${code}`).maximize().language;
  return accepts(schema, spoken)
    ? `\`${code}\` is the code of a country. Write the tag of the language, such as \`${spoken}\`.`
    : undefined;
}

// The languages in which people name a country or a language: those most policies are written in.
const languages = ['en', 'de', 'fr', 'es', 'it', 'nl'];

const kept = makeMemory<ReadonlyMap<string, string>>(2);

/** Codes by their names in these languages, in lower case. */
function namesOf(type: 'language' | 'region', codes: () => readonly string[]): ReadonlyMap<string, string> {
  return kept(type, () => {
    const named = languages.map((one) => new Intl.DisplayNames(one, { type, fallback: 'none' }));
    const pairs = codes().flatMap((code) =>
      named.flatMap((names) => {
        const name = names.of(code)?.toLowerCase();
        return name === undefined ? [] : [[name, code] as const];
      }),
    );
    return new Map(pairs.toReversed());
  });
}

const otherCountries: Record<string, string> = {
  UK: 'GB',
  EL: 'GR',
  USA: 'US',
  ENGLAND: 'GB',
  'GREAT BRITAIN': 'GB',
  GROSSBRITANNIEN: 'GB',
  HOLLAND: 'NL',
  AMERICA: 'US',
  'UNITED STATES OF AMERICA': 'US',
};

// Codes of three letters (ISO 3166-1 alpha-3) that are much in use: those whose first two are the code, and the others.
const cutShort =
  'ARG AUS BEL BGR BRA CAN CHE COL CYP CZE DEU ESP FIN FRA GBR GRC HKG HRV HUN IND ISL ITA JPN LIE LTU LUX LVA NLD NOR NZL ' +
  'ROU SGP TWN ZAF';
const otherwise: Record<string, string> = {
  ARE: 'AE',
  AUT: 'AT',
  CHL: 'CL',
  CHN: 'CN',
  DNK: 'DK',
  EST: 'EE',
  IRL: 'IE',
  ISR: 'IL',
  KOR: 'KR',
  MEX: 'MX',
  MLT: 'MT',
  POL: 'PL',
  PRT: 'PT',
  SRB: 'RS',
  SVK: 'SK',
  SVN: 'SI',
  SWE: 'SE',
  TUR: 'TR',
  UKR: 'UA',
};

function ofThreeLetters(code: string): string | undefined {
  return otherwise[code] ?? (cutShort.split(' ').includes(code) ? code.slice(0, 2) : undefined);
}

/** The code of the country that a person names, or a sentence on how countries are written. */
export function countryStep(value: string, schema: Schema): string {
  const upper = value
    .replace(/^the | ?\([^()]*\)$/gi, '')
    .replaceAll('.', '')
    .toUpperCase();
  const meant = otherCountries[upper] ?? ofThreeLetters(upper);
  if (meant) return meant;
  const codes = [upper, countriesByName().get(upper.toLowerCase())];
  const found = codes.find((code) => code !== undefined && accepts(schema, code));
  if (found) return found;
  return /^(?:EU|EEA)$/.test(upper)
    ? `${upper} is no country: write the code of one, like IE or US.`
    : 'Write the code of the country, like IE or US.';
}

const countriesByName = () => namesOf('region', () => country.options);
