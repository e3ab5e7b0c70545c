import type { Element } from 'hast';
import { area, urlOfOthers } from '../../schemas/values.ts';
import { daysIn } from '../text/named-days.ts';
import type { Rewritten } from './cookie-table.ts';
import { type LinkTo, lineOf, rowsOf } from './to-markdown.ts';
import { attribute, elementsIn, textOf } from './tree.ts';

/** A company of a list of vendors, as it came in. */
export type VendorRow = {
  name: string;
  does?: string;
  country?: string;
  places?: (string | { words: string })[];
  takes?: string;
  added?: string;
  objectUntil?: string;
  policy?: string;
  optOut?: string;
};

type VendorTable = { rows: VendorRow[]; rewritten: Rewritten[]; heads: string[] };

type Column = 'name' | 'does' | 'places' | 'country' | 'takes' | 'added' | 'objectUntil' | 'links';

// The first pattern that a head matches says what its column holds.
const columns: [Column, RegExp][] = [
  ['objectUntil', /object/i],
  ['added', /added|since|hinzugefügt|ajouté/i],
  ['country', /corporate location|headquarter|established|seat|registered|incorporat|firmensitz|siège/i],
  [
    'places',
    /location|place|country|countries|region|where|hosting|standort|ort\b|land\b|lieu|pays|ubicación|país/i,
  ],
  [
    'links',
    /privacy|cookie (info|notice|policy|statement)|polic(y|ies)\b|opt.?out|\burl\b|\blinks?\b|website|more info|datenschutzerklärung/i,
  ],
  [
    'name',
    /sub-?processor|vendor|company|provider|partner|supplier|entity|processor|name|unternehmen|anbieter|dienstleister|sous-traitant|proveedor|encargado/i,
  ],
  [
    'does',
    /purpose|service|descri|processing|function|activity|what|nature|zweck|leistung|finalité|objet|servicio|finalidad/i,
  ],
  ['takes', /\bdata\b|information|daten|données|datos/i],
];

const listed =
  /sub-?processor|vendor|service provider|third.part|supplier|partner|processor|auftragsverarbeiter|dienstleister|sous-traitant|prestataire|proveedor|encargado/i;

/**
 * Reads a table as a list of vendors: one whose heads name a company and what it does or where, below a heading or beside
 * a head that speaks of sub-processors or vendors. Nothing where a cell holds what a vendor has no field for: then the
 * table stays as it is. `language` is that of the names of countries.
 */
export function readVendorTable(
  table: Element,
  around: readonly string[],
  { linkTo, language = 'en' }: { linkTo: LinkTo; language?: string | undefined },
): VendorTable | undefined {
  const [head, ...body] = rowsOf(table);
  if (!head || body.length === 0) return undefined;
  const heads = head.map((cell) => textOf(cell));
  const kinds = kindsOf(heads);
  const isList = [...heads, ...around].some((title) => listed.test(title));
  if (!isList || !kinds?.includes('name') || kinds.length < 2) return undefined;
  const names = body.map((cells) => textOf(cells[kinds.indexOf('name')]));
  if ([...heads, ...around].some((title) => /cookie/i.test(title)) && names.some(isOfCookie))
    return undefined;
  const rewritten: Rewritten[] = [];
  const reading = { linkTo, codes: codesIn(language), rewritten, heads };
  const rows = body.map((cells) => rowOf(cells, kinds, reading));
  const whole = rows.filter((row) => row !== undefined);
  return whole.length === rows.length ? { rows: whole, rewritten, heads } : undefined;
}

// `_ga`, `JSESSIONID`, `session-id`: what a program is called by.
function isOfCookie(name: string): boolean {
  return /^[\w.*-]+$/.test(name) && /_|-id\b|^[a-z\d]+$|^[A-Z\d]{6,}$/.test(name);
}

function kindsOf(heads: readonly string[]): Column[] | undefined {
  const kinds = heads.flatMap((head) => columns.find(([, pattern]) => pattern.test(head))?.[0] ?? []);
  return kinds.length === heads.length && new Set(kinds).size === kinds.length ? kinds : undefined;
}

type Reading = {
  linkTo: LinkTo;
  codes: ReadonlyMap<string, string>;
  rewritten: Rewritten[];
  heads: readonly string[];
};

function rowOf(cells: readonly Element[], kinds: readonly Column[], reading: Reading): VendorRow | undefined {
  if (cells.length > kinds.length) return undefined;
  const row: VendorRow = { name: '' };
  for (const [index, cell] of cells.entries()) {
    const kind = kinds[index];
    const text = textOf(cell);
    if (!kind || text === '') continue;
    const found = readCell(kind, { cell, text, head: reading.heads[index] ?? '' }, reading);
    if (!found) return undefined;
    const does = [row.does, found.does].filter(Boolean).join(' ');
    Object.assign(row, found, does && { does });
  }
  // What is longer is no name.
  return row.name === '' || row.name.length > 150 ? undefined : row;
}

type Cell = { cell: Element; text: string; head: string };

function readCell(
  kind: Column,
  { cell, text, head }: Cell,
  reading: Reading,
): Partial<VendorRow> | undefined {
  switch (kind) {
    case 'name':
      return nameIn(cell, text);
    case 'does':
    case 'takes':
      return { [kind]: lineOf(cell, reading.linkTo) };
    case 'places':
      return { places: text.split(/\s*[,;/]\s*|\s+and\s+/).map((part) => placeOf(part, reading)) };
    case 'country': {
      const code = codeOf(text, reading);
      return code === undefined ? undefined : { country: code };
    }
    case 'links':
      return linksIn({ cell, text, head }, reading);
    default: {
      const [day, ...more] = daysIn(text);
      if (!day?.day || day.written !== text || more.length > 0) return undefined;
      reading.rewritten.push({ written: text, as: day.day });
      return { [kind]: day.day };
    }
  }
}

// A link of a name leads to what the company says of privacy, or has no field.
function nameIn(cell: Element, text: string): Partial<VendorRow> | undefined {
  const links = elementsIn(cell.children).filter(({ tagName }) => tagName === 'a');
  const [link, ...more] = links;
  if (!link) return { name: text };
  const href = attribute(link, 'href') ?? '';
  const isPolicy = more.length === 0 && /privacy|datenschutz|legal|policy/i.test(href);
  return isPolicy && urlOfOthers.safeParse(href).success ? { name: text, policy: href } : undefined;
}

/** Where addresses lead that a cell holds bare, or behind their own words, and nothing beside them. */
function linksIn({ cell, text, head }: Cell, { rewritten }: Reading): Partial<VendorRow> | undefined {
  const linked = elementsIn(cell.children).flatMap((part) => attribute(part, 'href') ?? []);
  const written = text.split(/\s*[,;]\s+|\s+(?:and|or|und|et|y)\s+|\s+/);
  const found = linked.length > 0 ? linked : written;
  const areBare = found.length === written.length && found.every((part, index) => written[index] === part);
  if (!areBare || !found.every((part) => urlOfOthers.safeParse(part).success)) return undefined;
  const isPolicy = (part: string) => /privacy/i.test(head) || /privacy|datenschutz/i.test(part);
  const optOut = found.find((part) => /opt-?out/i.test(head) || /opt-?out/i.test(part));
  const policy = found.find((part) => part !== optOut && isPolicy(part));
  const others = found.filter((part) => part !== policy && part !== optOut);
  rewritten.push({ written: text, as: '' });
  return {
    ...(policy && { policy }),
    ...(optOut && { optOut }),
    ...(others.length > 0 && { does: `${head}: ${others.map((part) => `<${part}>`).join(', ')}` }),
  };
}

function placeOf(text: string, reading: Reading): string | { words: string } {
  return codeOf(text, reading) ?? { words: text };
}

function codeOf(text: string, { codes, rewritten }: Reading): string | undefined {
  const code = codes.get(text.toLowerCase());
  if (code !== undefined) rewritten.push({ written: text, as: code });
  return code;
}

// What countries are called in a language, and what else they are called in lists.
function codesIn(language: string): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames([language, 'en'], { type: 'region' });
  const english = new Intl.DisplayNames('en', { type: 'region' });
  return new Map([
    ...area.options
      .filter((code) => code.length === 2)
      .flatMap((code): [string, string][] =>
        [names.of(code), english.of(code)].flatMap((name) => (name ? [[name.toLowerCase(), code]] : [])),
      ),
    ...otherNames,
  ]);
}

const otherNames: [string, string][] = [
  ['usa', 'US'],
  ['us', 'US'],
  ['u.s.', 'US'],
  ['united states of america', 'US'],
  ['uk', 'GB'],
  ['the netherlands', 'NL'],
  ['czech republic', 'CZ'],
  ['eu', 'EU'],
  ['european union', 'EU'],
  ['eea', 'EEA'],
  ['european economic area', 'EEA'],
];
