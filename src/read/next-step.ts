import { z } from 'zod';
import { isYesOrNo } from '../../schemas/checks.ts';
import { storageName } from '../../schemas/cookie-name.ts';
import { domain, references, showsNothing, text, type ValueKind, valueKinds } from '../../schemas/values.ts';
import { shorten } from '../text/shorten.ts';
import { suggest } from '../text/suggest.ts';
import { dateStep } from './meant-date.ts';
import { numberOf, periodStep, saysNothing } from './meant-period.ts';
import { countryStep, languageStep } from './meant-place.ts';
import { accepts, isMap, unwrap } from './shape.ts';
import { keysCalled, valuesCalled } from './usual-names.ts';

type Schema = z.core.$ZodType;

/** The next step after a value of the wrong sort, where what was meant can be told, or nearly. */
export function nextStep(value: unknown, wanted: Schema): string | undefined {
  const spaced = typeof value === 'string' ? value.replace(/\p{Zs}/gu, ' ') : value;
  if (spaced !== value && accepts(wanted, spaced))
    return `Write \`${spaced}\` with the usual space: one in it only looks like that, such as a no-break space.`;
  const schema = unwrap(wanted);
  const [only, ...more] = Array.isArray(value) ? value : [];
  if (typeof only === 'string' && only.length < 60 && more.length === 0 && accepts(schema, only))
    return `Write \`${asWritten(only)}\`.`;
  if (schema instanceof z.ZodUnion) return unionStep(value, schema);
  if (schema instanceof z.ZodArray) return listStep(value, schema.element);
  if (schema instanceof z.ZodBoolean) return booleanStep(value);
  if (schema instanceof z.ZodNumber) return numberStep(value, schema);
  if (isMapSchema(schema)) return mapStep(value, schema);
  if (typeof value === 'object' && value !== null) return textStep(value, schema);
  if (typeof value === 'number' && accepts(schema, String(value))) return `Put it in quotes: "${value}".`;
  if (typeof value === 'string' && isLine(schema)) return lineStep(value);
  if (
    typeof value === 'string' &&
    /[{}]/.test(value) &&
    accepts(schema, value.replaceAll(/[{}]/g, '').trim())
  )
    return 'Write it without { and }: no fact is quoted here.';
  const meant = meantBy(value, schema);
  if (meant === undefined) return nearStep(value, schema);
  return meant.endsWith('.') ? meant : accepts(schema, meant) ? `Write \`${meant}\`.` : undefined;
}

function isLine(schema: Schema): boolean {
  return valueKinds.get(schema as z.ZodType)?.expects === valueKinds.get(text)?.expects;
}

// What is no text on one line.
function lineStep(value: string): string | undefined {
  if (value === '') return undefined;
  if (showsNothing(value)) return 'Write its words: it holds spaces alone, or characters that nobody sees.';
  if (value.trim().includes('\n')) return 'Write it on one line: a break has no place here.';
  return value.includes('\n')
    ? 'Write it behind its key, without | or >: a break at its end has no place here.'
    : 'Shorten it: what is longer belongs in the text of a section.';
}

/** The next step after an item of a list that names several: `[GDPR and ePrivacy]`. */
export function itemsStep(value: unknown, wanted: Schema): string | undefined {
  const parts = typeof value === 'string' ? partsOf(value, wanted) : undefined;
  return parts && parts.length > 1
    ? `Write each as an item of its own: ${parts.map((part) => `\`${part}\``).join(', ')}.`
    : undefined;
}

function unionStep(value: unknown, { options }: z.ZodUnion): string | undefined {
  const maps = options.filter((one) => isMapSchema(unwrap(one)));
  const others = Array.isArray(value) ? options : options.filter((one) => !maps.includes(one));
  const list = others.find((one) => unwrap(one) instanceof z.ZodArray);
  const several = list && (isMap(value) ? keysAsList(value, list) : severalStep(value, list));
  const steps = [several, ...others.map((one) => nextStep(value, one))];
  const step = noneStep(value, options) ?? steps.find((one) => one !== undefined);
  const isProposed = step !== undefined && /^(?:Write `|Did you mean )/.test(step);
  return isProposed ? step : [step, ownWordsStep(value, maps)].filter(Boolean).join(' ') || undefined;
}

// Where nothing of the sort is done, one word says so.
function noneStep(value: unknown, options: readonly Schema[]): string | undefined {
  const canBeNone = options.some((one) => unwrap(one) instanceof z.ZodLiteral && accepts(one, 'none'));
  if (!canBeNone) return undefined;
  if (Array.isArray(value) && value.length === 1 && value[0] === 'none') return 'Write `none`.';
  if (typeof value === 'object') return undefined;
  return /^(?:no|false|off|nein|non|keine?|nothing|[-–—])$/i.test(String(value))
    ? 'Write `none`.'
    : 'Write `none` where you do none of it, or its keys on lines below it, two spaces deeper.';
}

function numberStep(value: unknown, { minValue, maxValue }: z.ZodNumber): string | undefined {
  const [word] =
    typeof value === 'string' ? (/^(?:\d{1,6}(?= ?(?:\+|years?(?: old)?)$)|.*$)/i.exec(value) ?? []) : [];
  const number = word === undefined ? undefined : numberOf(word.toLowerCase());
  if (number) return `Write \`${number}\`.`;
  if (typeof value === 'object') return undefined;
  const isBetween = Number.isSafeInteger(minValue) && Number.isSafeInteger(maxValue);
  return isBetween
    ? `Write a number from ${minValue} to ${maxValue}, in digits and without quotes.`
    : 'Write a number in digits, without quotes.';
}

function severalStep(value: unknown, list: Schema): string | undefined {
  const step = typeof value === 'string' && /[,;&+/]|\band\b/.test(value) ? nextStep(value, list) : undefined;
  return step && /^Write `\[[^`]+,/.test(step) ? step : undefined;
}

// What none of the known names is near to may be said in words.
function ownWordsStep(value: unknown, maps: readonly Schema[]): string | undefined {
  if (saysNothing(String(value)) || !maps.some((one) => accepts(one, { words: value }))) return undefined;
  const isPlain = /^[\p{L}\p{N}][\p{L}\p{N} .()/-]*$/u.test(String(value));
  return `If it is none of these, write \`{words: ${isPlain ? value : JSON.stringify(value)}}\`.`;
}

// A value that is likely meant, or a sentence.
function meantBy(value: unknown, schema: Schema): string | undefined {
  const written = String(value).trim();
  if (typeof value === 'string' && written !== value && accepts(schema, written))
    return 'Take the space around it away.';
  const { kind, expects } = valueKinds.get(schema as z.ZodType) ?? {};
  const isStorage = expects !== undefined && expects === valueKinds.get(storageName)?.expects;
  const own = isStorage ? storageNameStep : kind && steps[kind];
  const step = schema === domain ? domainStep : own;
  const bare = written.replace(/[,;.]+$/, '');
  const isNearly = bare !== written && !accepts(schema, 'No. #1') && accepts(schema, bare);
  return isNearly ? bare : (usualName(written, schema) ?? step?.(written, schema));
}

function usualName(written: string, schema: Schema): string | undefined {
  const lower = written.toLowerCase();
  const words = schema instanceof z.ZodEnum ? schema.options.map(String) : referenceOf(schema)?.or;
  return [lower, ...valuesCalled(written), ...keysCalled(written), basisOf(written)].find(
    (name) => name !== undefined && words?.includes(name),
  );
}

function referenceOf(schema: Schema) {
  // Asked for any schema; the registry holds those it was filled with.
  return references.get(schema as z.ZodType);
}

function isMapSchema(schema: Schema): boolean {
  return schema instanceof z.ZodRecord || schema instanceof z.ZodObject;
}

/** A value that is likely meant, or a sentence. */
type Step = (value: string, schema: Schema) => string | undefined;

const steps: Partial<Record<ValueKind, Step>> = {
  date: dateStep,
  period: periodStep,
  email: emailStep,
  url: urlStep,
  language: languageStep,
  phone: phoneStep,
  country: countryStep,
  id: idStep,
  text: formStep,
};

function phoneStep(value: string, schema: Schema): string {
  const bare = value
    .replace(/^tel:/i, '')
    .replace(/^00/, '+')
    .replaceAll(/(?<=^\+.*\S)[./](?=\S)/g, ' ');
  return bare !== value && accepts(schema, bare)
    ? bare
    : 'Write digits, with spaces, hyphens and brackets between them; + in front of the code of a country.';
}

function idStep(value: string, schema: Schema): string {
  if (/^(?:\*|true)$/.test(value)) return 'Write `all` to show all of them, or an id.';
  if (value.startsWith('#') && accepts(schema, value.slice(1))) return value.slice(1);
  // A path, or a file of that name.
  const last = value
    .replace(/\.ya?ml$/, '')
    .split('/')
    .at(-1);
  if (last !== value && last && accepts(schema, last)) return last;
  if (/^\[.*\]$/.test(value)) return 'Write the list without quotes around it.';
  const to = referenceOf(schema)?.to;
  return to
    ? `Write an id of \`${to}\`: the key above an entry there, not its name.`
    : `Use lower-case letters, digits and hyphens only${likeId(value, schema)}. What an id names is the key above an entry, not its name.`;
}

function likeId(value: string, schema: Schema): string {
  const slug = slugOf(value);
  return /^\p{L}+$/u.test(value) && accepts(schema, slug) ? `, like \`${slug}\`` : '';
}

/** A name as an id is written. */
export function slugOf(name: string): string {
  return name
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-')
    .toLowerCase()
    .replaceAll(/[äöü]/g, (letter) => `${letter.normalize('NFD')[0]}e`)
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-$/g, '');
}

// A text that has a form of its own: the path of a file, a colour, a time zone.
function formStep(value: string, schema: Schema): string | undefined {
  if (accepts(schema, 'No. #1')) return undefined;
  const path = `/${value.replace(/^https?:\/\/[^/]*\/?|^(?:\.?\/)?(?:public\/)?/, '')}`;
  if (accepts(schema, path)) return path;
  if (accepts(schema, '#000000')) return colourStep(value);
  const slug = slugOf(value.replace(/\.ya?ml$/, ''));
  if (accepts(schema, slug)) return slug;
  if (!accepts(schema, 'Europe/Dublin')) return undefined;
  const city = value.split('/').at(-1)?.replaceAll(' ', '_').toLowerCase();
  const zones = Intl.supportedValuesOf('timeZone');
  const zone = zones.find((name) => name.split('/').at(-1)?.toLowerCase() === city);
  const near = zone ?? (value.includes('/') ? suggest(value, zones) : undefined);
  return (
    near ?? 'Write a part of the world and a city in it, like Europe/Berlin, so that summer time is known.'
  );
}

function colourStep(value: string): string {
  const parts = [...value.matchAll(/\d{1,3}/g)].map(([part]) => Number(part));
  const isRgb = /^rgb\(/i.test(value) && parts.length === 3 && parts.every((part) => part < 256);
  const digits = /^#?(?:([0-9a-f]{6})(?:[0-9a-f]{2})?|([0-9a-f]{3})[0-9a-f]?)$/i
    .exec(value)
    ?.slice(1)
    .join('');
  const written = isRgb ? parts.map((part) => part.toString(16).padStart(2, '0')).join('') : digits;
  return written
    ? `Write \`"#${written}"\`, with the quotes.`
    : 'Write # and six digits in quotes, as a program for pictures shows them: `"#1c4f7c"`.';
}

function emailStep(value: string, schema: Schema): string {
  const bare = value
    .replace(/^.*</, '')
    .replace(/^(?:mailto:)?/i, '')
    .replace(/>$/, '')
    .replace(/ ?(?:\(at\)|\[at\]| at ) ?/i, '@')
    .replace(/@+/, '@')
    .replace(/,(?=[a-z]+$)/i, '.');
  if (accepts(schema, bare)) return bare;
  return value.split('@').length > 2
    ? 'Write one address. A second one is a contact of its own.'
    : 'Write the whole address, with the domain behind @ up to its last part.';
}

function urlStep(value: string, schema: Schema): string {
  const secure = /^http:/i.test(value) ? value.replace(/^http:/i, 'https:') : `https://${value}`;
  const folder = secure.replace(/^https:\/\/https:/, 'https:').replace(/[^/]*\.html?$/i, '');
  const slipped = value.replace(/^(?:h?tt?ps?:?\/+)+(?=[\w-]+\.)/i, 'https://');
  const found = [value, slipped, secure, folder, value.replaceAll(' ', '%20')].find((one) =>
    accepts(schema, one),
  );
  if (/^(?:https?:\/\/)?(?:localhost|127\.|\[?::1)/i.test(value))
    return 'Write the address under which readers will find it. `policybook start` shows it on this machine by itself.';
  return found ?? 'Copy the whole address from a browser: it starts with https:// and holds no space.';
}

function storageNameStep(value: string): string {
  const [name] = value.split(/[=;,]/);
  if (name && !name.includes(' ') && /[=;]|,$/.test(value))
    return `Write \`${name.trim()}\`: what a browser shows behind it is no part of the name.`;
  return value.includes(',')
    ? 'Write an entry of its own for each name.'
    : 'Write the name as the browser shows it; for a part that differs, * or a word in square brackets.';
}

function domainStep(value: string, schema: Schema): string {
  const bare = value
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^\*?\./, '')
    .replace(/[/:?#].*$/, '');
  return accepts(schema, bare)
    ? bare
    : 'Write the name alone, as it stands between https:// and the next slash.';
}

// Of several forms a value can have, the one it is nearly.
function nearStep(value: unknown, schema: Schema): string | undefined {
  if (!(schema instanceof z.ZodEnum)) return undefined;
  const near = typeof value === 'string' ? suggest(value, schema.options.map(String)) : undefined;
  return near ? `Did you mean \`${near}\`?` : sentences.find(([one]) => accepts(schema, one))?.[1];
}

// What is to be known of a choice that one of these values belongs to.
const sentences = [
  ['acceptable-use', 'Write the one that is nearest. `notice` is for what is none of the others.'],
  [
    'decimal',
    'Sections are counted 1, 1.1 or A, B. For other numbers write `none`, and the numbers into the titles.',
  ],
  [
    'exempt',
    'Write `exempt` where they need no consent, `opt-out` where they run until somebody refuses them.',
  ],
] as const;

function mapStep(value: unknown, schema: Schema): string {
  if (Array.isArray(value) && schema instanceof z.ZodObject)
    return 'Write its keys without hyphens, each on a line of its own, in one column.';
  if (Array.isArray(value) && schema instanceof z.ZodRecord && isCountry(schema.keyType))
    return 'Write on each line the code of a country, a colon and the id of a contact, like `IE: regulator`.';
  if (Array.isArray(value))
    return 'Write an id with a colon in the place of each hyphen, and its keys below it, two spaces deeper.';
  const key = schema instanceof z.ZodObject ? keyFor(value, schema) : undefined;
  return key
    ? `Write \`${key}: ${asWritten(value)}\` on the line below it, two spaces deeper.`
    : 'Write its keys on lines below it, two spaces deeper. If it is a key of the entry above, indent it as those are.';
}

// The one key that a value fits, where not any text does; of those that any text fits the one that has to be there, or
// the first, which names the entry.
function keyFor(value: unknown, { shape }: z.ZodObject): string | undefined {
  const fits = (one: string) => shape[one] !== undefined && accepts(shape[one], value);
  const [key, ...others] = Object.keys(shape).filter((one) => fits(one) && !accepts(shape[one], 'No. #1'));
  if (key !== undefined) return others.length === 0 ? key : undefined;
  // What begins with a figure names nothing.
  if (typeof value !== 'string' || value.length > 100 || /^\d/.test(value)) return undefined;
  const [first, ...more] = Object.keys(shape);
  const [needed = first, ...alsoNeeded] = [first, ...more].filter(
    (one) => one !== undefined && shape[one] && !accepts(shape[one], undefined),
  );
  return needed !== undefined && alsoNeeded.length === 0 && fits(needed) ? needed : undefined;
}

function asWritten(value: unknown): string {
  const isPlain = /^[\p{L}\p{N}][\p{L}\p{N} .,@()/-]*$/u.test(String(value));
  return isPlain || typeof value !== 'string' ? String(value) : JSON.stringify(value);
}

function isCountry(schema: Schema): boolean {
  return valueKinds.get(schema as z.ZodType)?.kind === 'country';
}

function textStep(value: object, schema: Schema): string | undefined {
  const kind = valueKinds.get(schema as z.ZodType)?.kind;
  const isText = kind === 'text' || kind === 'prose';
  if (kind === undefined) return undefined;
  if (!Array.isArray(value)) return isText ? textOfMapStep(value) : 'Write one value, without keys below it.';
  const text = value.join(', ');
  const isShort = value.length > 1 && value.every((item) => typeof item === 'string' && !/[.\n]/.test(item));
  if (isText && isShort && text.length < 100) return `Write one text: \`${asWritten(text)}\`.`;
  return isText
    ? 'Write the text on the line of its key, without a hyphen; a longer one below |, two spaces deeper.'
    : 'Write one value: a list has no place here.';
}

// A colon within a text makes a map of it.
function textOfMapStep(value: object): string {
  const [[key, text] = [], ...others] = Object.entries(value);
  const isKey = /^[a-z][A-Za-z]*$/.test(key ?? '');
  const isSentence = !isKey && others.length === 0 && typeof text === 'string' && !text.includes('"');
  return isSentence
    ? `Write the text alone; where the colon belongs to it, in quotes: \`"${shorten(`${key}: ${text}`, 60)}"\`.`
    : 'Write the text alone: it has no keys of its own.';
}

const bases = new Map([
  ['a', 'consent'],
  ['b', 'contract'],
  ['c', 'legal-obligation'],
  ['d', 'vital-interests'],
  ['e', 'public-task'],
  ['f', 'legitimate-interests'],
]);

// The letter of Art. 6(1) GDPR that counsel cites: `Art. 6(1)(f)`, `Art. 6 Abs. 1 lit. f DSGVO`.
function basisOf(written: string): string | undefined {
  const [, letter = ''] =
    /\b6 ?(?:\(1\)|(?:\(1\)|abs\.?|para\.?|§|,)? ?1) ?,?(?:lit\.?|letter|let\.?)? ?\(?([a-f])\b/i.exec(
      written,
    ) ?? [];
  return bases.get(letter.toLowerCase());
}

function listStep(value: unknown, element: Schema): string | undefined {
  if (isMap(value)) return itemsOfMapStep(element) ?? keysAsList(value, element);
  if (typeof value !== 'string') return undefined;
  if (/^-(?! )\p{Zs}/u.test(value))
    return 'Delete the space behind the hyphen and type it again with the space bar: it only looks like one.';
  if (/^-\S+( -\S+)*$/.test(value)) return 'Put a space behind each hyphen.';
  const [, bullet] = /^([–—•●○▪◦‣·])[ \t\u00a0]/.exec(value) ?? [];
  const ofMap = itemsOfMapStep(element);
  if (ofMap) return ofMap;
  if (bullet) return `Begin each item with - and a space in the place of ${bullet}.`;
  const isOfIds = valueKinds.get(element as z.ZodType)?.kind === 'id';
  if (isOfIds && /^(?:all|\*)$/.test(value) && !referenceOf(element)?.or.includes('all'))
    return 'Name each by its id, in brackets: `[first, second]`. `all` has no place here.';
  const parts = partsOf(value, element);
  if (parts) return `Write \`[${parts.join(', ')}]\`.`;
  if (seemsSeveral(value, element))
    return `Write \`[${value}]\` if these are several. If it is one, put it on the next line, behind a hyphen and a space.`;
  if (isOfIds)
    return 'Write ids in brackets, like `[first, second]`: an id is the key above an entry, not its name.';
  const choices = choicesOf(element);
  if (choices.length > 1)
    return `Write those that are meant in brackets, like \`[${choices.slice(0, 2).join(', ')}]\`.`;
  return 'Put it on the next line, two spaces deeper than the key, behind a hyphen and a space.';
}

function choicesOf(element: Schema): string[] {
  const schema = unwrap(element);
  const options = schema instanceof z.ZodUnion ? schema.options.map((one) => unwrap(one)) : [schema];
  return options.flatMap((one) => (one instanceof z.ZodEnum ? one.options.map(String) : []));
}

// `Name, e-mail address`, where a list holds texts of any sort, but no paragraphs.
function seemsSeveral(value: string, element: Schema): boolean {
  const isShort = /^[\p{L}\p{N} ()/’'-]{1,40}(?:, [\p{L}\p{N} ()/’'-]{1,40})+$/u.test(value);
  return isShort && accepts(element, value) && !(unwrap(element) instanceof z.ZodUnion);
}

// `gdpr: true`: what was meant for a list of names.
function keysAsList(value: Record<string, unknown>, element: Schema): string {
  const inner = unwrap(element);
  const one = inner instanceof z.ZodArray ? inner.element : inner;
  const isOfWords = Object.values(value).every((part) => part === true || isYesOrNo(part));
  const isOfIds = valueKinds.get(one as z.ZodType)?.kind === 'id';
  const ways = [
    ...(isOfWords ? [] : [Object.values(value)]),
    ...(isOfIds && !isOfWords ? [] : [Object.keys(value)]),
  ];
  const parts = ways.find((way) =>
    way.every((part) => typeof part === 'string' && !part.includes(',') && accepts(one, part)),
  );
  return parts
    ? `Write \`[${parts.join(', ')}]\`.`
    : 'Write one without keys below it, or several in brackets, with commas between them.';
}

// Where each entry is a map, its keys were mostly written without a hyphen.
function itemsOfMapStep(element: Schema): string | undefined {
  const schema = unwrap(element);
  const keys = schema instanceof z.ZodObject ? Object.keys(schema.shape).slice(0, 2) : [];
  return keys.length > 0
    ? `Begin each entry with a hyphen and a space, and write its keys in one column: ${keys.map((key) => `\`${key}:\``).join(', ')}.`
    : undefined;
}

// The items that a text names, as they are written here; nothing where one of them is none, or a text could be any.
function partsOf(value: string, element: Schema): string[] | undefined {
  if (accepts(element, 'No. #1')) return undefined;
  const written = value.split(/\s*(?:[,;&]|\band\b|(?<=\S)\s*\+)\s*|\s+\/\s+/).filter((part) => part !== '');
  const parts = written.map((part) => (accepts(element, part) ? part : itemMeant(part, element)));
  return parts.every((part) => part !== undefined) ? parts : undefined;
}

function itemMeant(part: string, element: Schema): string | undefined {
  const schema = unwrap(element);
  const options = schema instanceof z.ZodUnion ? schema.options.map((one) => unwrap(one)) : [schema];
  const names = options.flatMap((one) => [part.toLowerCase(), meantBy(part, one)]);
  return names.find((name) => name !== undefined && accepts(element, name));
}

function booleanStep(value: unknown): string | undefined {
  const word = String(value).toLowerCase();
  if (/^(?:yes|y|on|true|1|ja|oui|wahr|x|✓)$/.test(word)) return 'Write `true`.';
  if (/^(?:no|n|off|false|0|none|nein|non|falsch)$/.test(word)) return 'Write `false`.';
  return typeof value === 'object'
    ? undefined
    : 'Write `true` or `false`. Where neither is known, leave the key out.';
}
