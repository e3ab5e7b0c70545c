import { z } from 'zod';

/**
 * How a value is written, shown and explained.
 * `kind` decides how `{{ path }}` shows it; `expects` completes the sentence "Unexpected X, expected …".
 */
export type ValueKind =
  | 'text'
  | 'prose'
  | 'date'
  | 'period'
  | 'email'
  | 'url'
  | 'phone'
  | 'country'
  | 'language'
  | 'id';

export const valueKinds = z.registry<{ kind: ValueKind; expects: string }>();

// Spaces of every width, and letters that are drawn as nothing.
const unseen = String.raw`\s\u00ad\u115f\u1160\u200b-\u200f\u202a-\u202e\u2060-\u2069\u2800\u3164\uffa0`;
const seen = new RegExp(`[^${unseen}]`);
const lineText = new RegExp(`^(?=.*[^${unseen}])[^\\n]*$`);

/** Whether a text holds nothing that can be seen. */
export function showsNothing(value: string): boolean {
  return !seen.test(value);
}

/** Plain text on one line: a name, a title, a label. It may quote facts with `{{ path }}`. */
export const text = z.string().min(1).max(500).regex(lineText);
valueKinds.add(text, { kind: 'text', expects: 'text on one line, of 1 to 500 characters' });

/** Markdown: paragraphs, lists, emphasis, links, inline code, tables. It may quote facts with `{{ path }}`. */
export const prose = z.string().min(1).max(20_000);
valueKinds.add(prose, { kind: 'prose', expects: 'text in Markdown, of 1 to 20,000 characters' });

/** A calendar date, `YYYY-MM-DD`, kept as text so that no time zone can move it. */
export const date = z.iso.date().refine(isDateInRange, { message: 'outside the years 1990 to 2199' });
valueKinds.add(date, { kind: 'date', expects: 'a date that exists, written like 2026-03-31' });

function isDateInRange(value: string): boolean {
  return value >= '1990-01-01' && value <= '2199-12-31';
}

/** Identifiers are anchors and file names: lower-case ASCII letters, digits and hyphens, starting with a letter. */
export const id = makeId();

function makeId() {
  const schema = z
    .string()
    .max(63)
    .regex(/^[a-z][a-z0-9-]*$/);
  valueKinds.add(schema, {
    kind: 'id',
    expects: 'an id: lower-case letters, digits and hyphens, starting with a letter, at most 63 characters',
  });
  return schema;
}

/** How many former names one thing can have: every one of them is an address. */
export const mostFormerNames = 50;

/** What something was called before. */
export const formerNames = z.array(id).min(1).max(mostFormerNames);

/** The inventories an id can point into. */
type ReferenceTarget = 'categories' | 'vendors' | 'audiences' | 'data' | 'contacts';

/** Which inventory an id must name an entry of, and which words it may be instead. */
export const references = z.registry<{ to: ReferenceTarget; or: readonly string[] }>();

/** The id of an entry in another inventory; `resolve` reports one that names nothing. */
export function idOf(to: ReferenceTarget, or: readonly string[] = []) {
  const schema = makeId();
  references.add(schema, { to, or });
  return schema;
}

export const email = z.email().max(254);
valueKinds.add(email, { kind: 'email', expects: 'an e-mail address like privacy@example.com' });

/**
 * Web addresses of your own are https only, with a domain name and without a user name in front of it.
 * Both cases are spelled out: a pattern in JSON Schema has no `i` flag, so editors would refuse what we accept.
 */
export const url = webAddress(
  /^https:\/\/([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}(:[0-9]{1,5})?([/?#][^\s"<>\\^`{|}]*)?$/,
);

/** Web addresses of others may be http, where they have no other: `core/unencrypted-link` notes it. */
export const urlOfOthers = webAddress(
  /^https?:\/\/([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}(:[0-9]{1,5})?([/?#][^\s"<>\\^`{|}]*)?$/,
);

function webAddress(pattern: RegExp) {
  const address = z
    .string()
    .max(2000)
    .regex(pattern)
    .refine((value) => URL.canParse(value), { message: 'not an address' });
  valueKinds.add(address, { kind: 'url', expects: 'a web address that starts with https://' });
  return address;
}

export const domain = z
  .string()
  .max(253)
  .regex(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/);
valueKinds.add(domain, { kind: 'text', expects: 'a domain name in lower case, like app.example.com' });

export const phone = z
  .string()
  .regex(/^(\+[0-9][0-9 ()-]{5,20}|(?=[^0-9]*[0-9]([^0-9]*[0-9]){4})[0-9(][0-9 ()./-]{4,24})$/);
valueKinds.add(phone, {
  kind: 'phone',
  expects: 'a telephone number as you write it, like +353 91 000 000 or 091 000 000',
});

// ISO 3166-1 alpha-2, officially assigned codes.
const countryCodes = (
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ ' +
  'CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO ' +
  'FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE ' +
  'JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO ' +
  'MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW ' +
  'PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM ' +
  'TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
).split(' ');
// Kosovo has no code of the standard; this one is in use, by the European Commission among others.
countryCodes.push('XK');

export const country = z.enum(countryCodes);
valueKinds.add(country, {
  kind: 'country',
  expects: 'a country code of two capital letters (ISO 3166-1), like IE or US',
});

// ISO 639-1, with those it has withdrawn and the registry of BCP 47 keeps. ICU knows them too, but its names of languages
// cost 20 ms to load.
const languageCodes = new Set(
  (
    'aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en ' +
    'eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik in io is it iu iw ' +
    'ja ji jv jw ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mo mr ms mt ' +
    'my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm ' +
    'sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu'
  ).split(' '),
);

// The parts of the world that the registry of BCP 47 lists beside countries: UN M.49, and what ISO 3166-1 reserves.
const languageRegions = new Set([
  ...countryCodes,
  ...'AC CP CQ DG EA EU EZ IC TA UN 001 002 003 005 009 011 013 014 015 017 018 019'.split(' '),
  ...'021 029 030 034 035 039 053 054 057 061 142 143 145 150 151 154 155 202 419'.split(' '),
]);

/** BCP 47, in its usual capitals: `en`, `en-GB`, `zh-Hant`, `pt-BR`. */
export const language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/)
  .refine(isLanguage, { message: 'no language' });
valueKinds.add(language, { kind: 'language', expects: 'a language tag like en, de or pt-BR' });

// Of three letters there are some 8,000, and of scripts 200: these are not looked up.
function isLanguage(tag: string): boolean {
  const [code = '', ...parts] = tag.split('-');
  const region = parts.find((part) => part.length < 4);
  return (code.length > 2 || languageCodes.has(code)) && (!region || languageRegions.has(region));
}

const periodUnits = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'] as const;
type PeriodUnit = (typeof periodUnits)[number];

/** A length of time in calendar units, largest first, each at most once and none of them zero. */
export type Period = { unit: PeriodUnit; count: number }[];

const periodPart = `(1 (${periodUnits.join('|')})|([2-9]|[1-9][0-9]{1,3}) (${periodUnits.join('|')})s)`;
/** What a period looks like; `parsePeriod` tells whether it is one. */
export const periodPattern = `${periodPart}( ${periodPart})*`;
const wholePeriod = new RegExp(`^${periodPattern}$`);

/** A length of time as people write it: `13 months`, `30 days`, `1 year 6 months`. */
export const period = z
  .string()
  .regex(wholePeriod)
  .refine((value) => parsePeriod(value) !== undefined, { message: 'not a period' });
valueKinds.add(period, { kind: 'period', expects: 'a period like 30 days, 13 months or 1 year 6 months' });

/**
 * Reads a period as it is written in a policy.
 * Returns its parts, largest unit first, or `undefined` for anything that is not spelled the one way we accept:
 * singular for 1, no zero, units in order from years to seconds.
 */
export function parsePeriod(value: string): Period | undefined {
  if (!wholePeriod.test(value)) return undefined;
  const words = value.split(' ');
  const parts: Period = [];
  for (let index = 0; index < words.length; index += 2) {
    const unit = periodUnits.find((name) => words[index + 1]?.startsWith(name));
    if (!unit) return undefined;
    parts.push({ unit, count: Number(words[index]) });
  }
  const ranks = parts.map((part) => periodUnits.indexOf(part.unit));
  return ranks.every((rank, index) => index === 0 || rank > (ranks[index - 1] ?? 0)) ? parts : undefined;
}

/** Writes a period the one way `parsePeriod` reads it. */
export function writePeriod(parts: Period): string {
  return parts.map(({ unit, count }) => `${count} ${unit}${count === 1 ? '' : 's'}`).join(' ');
}

/** A country, or the European Union or Economic Area as a whole. */
export const area = z.enum([...countryCodes, 'EU', 'EEA']);
valueKinds.add(area, {
  kind: 'country',
  expects: 'a country code of two capital letters (ISO 3166-1), like IE or US; EU or EEA',
});

/** The keys that are known of a map whose authors may add others, and what others need: a slip in one is told by it. */
export const usualKeys = z.registry<{ keys: readonly string[]; own: string }>();

/** One value, or a list of several. */
export function oneOrMany<T extends z.ZodType>(schema: T) {
  return z.union([schema, z.array(schema).min(1)]);
}

/** A value of a list of ours, or `{words: …}` in words of one's own, which are shown as they are written. */
export function orInWords<T extends string>(schema: z.ZodType<T>) {
  const own = z.strictObject({ words: text.describe('The same in words of your own; shown as written.') });
  valueKinds.add(own, { kind: 'text', expects: '`{words: …}` in your own words' });
  return z.union([schema, own.transform(({ words }) => words)]);
}

/** A postal address: on one line, or in lines, which are read as one with commas between. */
export const address = z.union([
  text,
  z
    .array(text)
    .min(1)
    .transform((lines) => lines.join(', ')),
  z
    .string()
    .max(500)
    .regex(/^[^\n]+(\n[^\n]+)*\n?$/)
    .transform((lines) => lines.trim().split(/,?\n/).join(', ')),
]);

/** A disclosure that is given, or `none` where the text says that something is not done. */
export function orNone<T extends z.ZodType>(schema: T) {
  return z.union([z.literal('none'), schema]);
}
