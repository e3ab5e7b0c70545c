import type { Element } from 'hast';
import { isMachineName, storageName } from '../../schemas/cookie-name.ts';
import { domain as domainSchema, urlOfOthers } from '../../schemas/values.ts';
import { slugOf } from '../resolve/sections.ts';
import { type Lifetime, lifetimeIn, readLifetime } from './periods.ts';
import { type LinkTo, lineOf, rowsOf } from './to-markdown.ts';
import { attribute, elementsIn, textOf } from './tree.ts';

/** A row of a list of cookies, as it came in: plain texts, and Markdown where a policy has Markdown. */
export type CookieRow = {
  names: string[];
  purpose: string[];
  provider?: { name: string; policy?: string };
  /** The address of the provider's own policy, where it has a column of its own. */
  policy?: string;
  domain?: string | string[];
  party?: 'first' | 'third';
  /** What is called as no cookie can be is something else. */
  type?: 'other';
  category?: string;
  /** A lifetime as a policy has it. */
  expires?: Lifetime;
  /** One for each name, where the row has as many. */
  times?: (Lifetime | undefined)[];
};

/** Words of the source that stand on the page in another form, such as "One year" for a year. */
export type Rewritten = { written: string; as: string };

type CookieTable = { rows: CookieRow[]; rewritten: Rewritten[]; heads: string[] };

type Column =
  | 'name'
  | 'purpose'
  | 'expires'
  | 'provider'
  | 'domain'
  | 'type'
  | 'party'
  | 'category'
  | 'policy'
  | 'other';

// The first pattern that a head matches says what its column holds.
const columns: [Exclude<Column, 'other'>, RegExp][] = [
  ['category', /categor|kategorie|catégorie|categoría|classification/i],
  [
    'expires',
    /expir|duration|life ?(time|span)|retention|stored|storage period|how long|max.?age|laufzeit|speicherdauer|dauer|durée|duración|durata|looptijd|有効期限|期间|有效期/i,
  ],
  [
    'purpose',
    /purpose|descri|function|what (it|they) do|used? for|what for|\buse\b|why|details|zweck|beschreibung|finalit|descripci|propósito|scopo|doel|目的|用途/i,
  ],
  [
    'provider',
    /provider|set by|vendor|source|company|controller|partner|publisher|owner|anbieter|fournisseur|proveedor|fornitore|aanbieder|提供/i,
  ],
  ['policy', /^privacy[ _-]?(link|url|policy|notice)$|^policy([ _-]?(link|url))?$/i],
  // What consent tools call a subgroup is the host that the cookies of the row belong to.
  ['domain', /domain|host|domaine|dominio|sub-?group|sous-groupe|untergruppe|subgrupo|subgroep/i],
  ['party', /party|partei|^cookies used$/i],
  ['type', /type|typ\b|technolog/i],
  ['name', /cookie|name|\bkey\b|identifier|nom\b|nombre|nome|naam|名称|名前/i],
];

function columnOf(head: string): Column {
  // "Provider of cookie" is about the provider.
  const about = head.replace(/ (of|for) .*$/i, '').replace(/^cookies? (?=\w)/i, '') || head;
  const found =
    columns.find(([, pattern]) => pattern.test(about)) ?? columns.find(([, pattern]) => pattern.test(head));
  return found?.[0] ?? 'other';
}

/**
 * Reads a table of cookies, or says nothing where the table is about something else: what is no name of a cookie, a
 * table without purposes and lifetimes.
 */
export function readCookieTable(table: Element, linkTo: LinkTo): CookieTable | undefined {
  const [head, ...body] = rowsOf(table);
  if (!head || body.length === 0) return undefined;
  const heads = head.map((cell) => textOf(cell));
  const kinds = distinct(
    heads.map((written, at) => kindOf(written, textsOf(body, at))),
    heads.findIndex((written) => /\bname\b/i.test(written)),
  );
  const name = kinds.indexOf('name');
  if (name < 0 || !kinds.some((kind) => kind === 'purpose' || kind === 'expires')) return undefined;
  const named = body.map((cells) => namesIn(textOf(cells[name])));
  const readable = named.filter((names) => names !== undefined && names.length > 0).length;
  const isCertain =
    heads.some((head, at) => (at === name ? /cookie|storage/i.test(head) : /^cookies?$/i.test(head))) ||
    kinds.includes('expires');
  if (!isCertain || readable < body.length * mostlyNames) return undefined;
  const rows = body.map((cells, index) => named[index] ?? namedOtherwise(textOf(cells[name])));
  return readRows({ heads, kinds, body, named: rows }, linkTo);
}

function textsOf(body: readonly Element[][], at: number): string[] {
  return body.map((cells) => textOf(cells[at]));
}

// A platform is a company, unless it is where a service runs.
function kindOf(head: string, texts: readonly string[]): Column {
  const runsOn = /^(web|(mobile )?apps?|ios|android|mobile|desktop|all)\b/i;
  const isCompany = /^platform$/i.test(head) && !texts.some((text) => runsOn.test(text));
  return isCompany ? 'provider' : columnOf(head);
}

// In a long list a few entries are no cookies, or called in words.
const mostlyNames = 0.95;

function namedOtherwise(text: string): Name[] {
  return [{ name: text, written: text, isOther: true }];
}

// A second column of a kind is told in words; of two that could be names, one that says so has them.
function distinct(kinds: readonly Column[], named: number): Column[] {
  const first = (kind: Column) => (kind === 'name' && kinds[named] === 'name' ? named : kinds.indexOf(kind));
  return kinds.map((kind, index) => (first(kind) === index ? kind : 'other'));
}

type Table = { heads: string[]; kinds: Column[]; body: Element[][]; named: Name[][] };
type Name = { name: string; written: string; isOther?: true };

function readRows({ heads, kinds, body, named }: Table, linkTo: LinkTo): CookieTable {
  const rewritten: Rewritten[] = [];
  const rows = body.map((cells, index): CookieRow => {
    const names = named[index] ?? [];
    rewritten.push(
      ...names
        .filter(({ name, written }) => name !== written)
        .map(({ name, written }) => ({ written, as: name })),
    );
    const row: CookieRow = {
      names: names.map(({ name }) => name),
      purpose: [],
      ...(names.some(({ isOther }) => isOther) && { type: 'other' }),
    };
    const later: string[] = [];
    cells.forEach((cell, at) => {
      const kind = kinds[at] ?? 'other';
      const text = textOf(cell);
      if (kind === 'name' || text === '' || /^[-–—]$/.test(text)) {
        if (kind !== 'name' && text !== '') rewritten.push({ written: text, as: '' });
        return;
      }
      const said = putCell(row, kind, { text, cell, line: () => lineOf(cell, linkTo) }, rewritten);
      if (said) later.push(heads[at] ? `${heads[at]?.replace(/[*:]+$/, '')}: ${said}` : said);
    });
    // An address of nobody stays where readers find it.
    if (row.policy !== undefined && !row.provider) later.push(`<${row.policy}>`);
    const time = textOf(cells[kinds.indexOf('expires')]);
    return { ...row, ...timesOf(names, time), purpose: [...row.purpose, ...later] };
  });
  return { rows, rewritten, heads };
}

// "a, b, c" with "Session, 2 days, 1 day": as many times as names are one each, in their order.
function timesOf(names: readonly Name[], written: string): Pick<CookieRow, 'times'> {
  const parts = written.split(/\s*,\s*/);
  if (parts.length < 2 || parts.length !== names.length || readLifetime(written)) return {};
  return { times: parts.map(lifetimeIn) };
}

type Cell = { text: string; cell: Element; line(): string };

/** Puts a cell where it belongs in a row; what belongs nowhere comes back. */
function putCell(row: CookieRow, kind: Column, cell: Cell, rewritten: Rewritten[]): string | undefined {
  const { text, line } = cell;
  const read = readCell(kind, cell);
  if (kind === 'purpose') row.purpose.push(line());
  if (read) Object.assign(row, read.found);
  if (read && (kind === 'expires' || read.as !== text)) rewritten.push({ written: text, as: read.as });
  return read || kind === 'purpose' ? undefined : line();
}

/** What a cell says of a cookie, and how the page will write it. */
function readCell(kind: Column, { text, cell }: Cell): { found: Partial<CookieRow>; as: string } | undefined {
  const lifetime = kind === 'expires' ? lifetimeIn(text) : undefined;
  if (lifetime) return { found: { expires: lifetime }, as: JSON.stringify(lifetime) };
  if (kind === 'provider') return { found: { provider: providerIn(text, cell) }, as: text };
  if (kind === 'policy') return policyIn(cell);
  if (kind === 'category') return { found: { category: text }, as: text };
  const domains = kind === 'domain' ? domainsIn(text) : [];
  const [domain] = domains;
  if (domain) return { found: { domain: domains.length > 1 ? domains : domain }, as: domains.join(', ') };
  const party = kind === 'party' || kind === 'type' ? partyIn(text) : undefined;
  return party && { found: { party }, as: `${party} party` };
}

// One below the other, or with commas between; nothing where some of the words are none.
function domainsIn(text: string): string[] {
  const found = text
    .toLowerCase()
    .split(/[\s,;]+/)
    .map((part) => part.replace(/^\./, ''));
  return found.every((part) => domainSchema.safeParse(part).success) ? [...new Set(found)] : [];
}

function providerIn(text: string, cell: Element): { name: string; policy?: string } {
  const link = elementsIn(cell.children).find(({ tagName }) => tagName === 'a');
  const href = attribute(link, 'href');
  return { name: text, ...(href && urlOfOthers.safeParse(href).success && { policy: href }) };
}

// Where the policy of the provider stands: its words are those of our link.
function policyIn(cell: Element): { found: Partial<CookieRow>; as: string } | undefined {
  const { policy } = providerIn('', cell);
  return policy === undefined ? undefined : { found: { policy }, as: '' };
}

function partyIn(text: string): 'first' | 'third' | undefined {
  if (/^(1st|first)[ -]?(party)?( cookies?)?$/i.test(text)) return 'first';
  return /^(3rd|third)[ -]?(party)?( cookies?)?$/i.test(text) ? 'third' : undefined;
}

/** The names a cell holds; nothing where some of its words are no name of a cookie. */
function namesIn(text: string): Name[] | undefined {
  const written = text.split(/\s+\/\s+|\s*[,;]\s*|\s+(?:and|or|und|et|y)\s+/).filter(Boolean);
  const whole = written.map((part) => ({ name: patternOf(part), written: part }));
  if (whole.every(({ name }) => isName(name))) return whole;
  // Several names on lines of their own lose their lines in a cell.
  const parts = text
    .replace(/^\(|\)$/g, '')
    .split(/[\s,;]+/)
    .filter(Boolean);
  const apart = parts.map((part) => ({ name: patternOf(part), written: part }));
  const isList = apart.every(({ name }) => isName(name) && /[_\d-]|[a-z][A-Z]/.test(name));
  return isList ? apart : undefined;
}

// The part of a name that differs from visitor to visitor, in those spellings that do not say so by themselves.
const varying = /(?<=[_.-])#+|#+$|(?<=[_.-])x{3,}$|(?<=[_-])[Xx]{2,}(?=[_-]|$)/g;

function patternOf(written: string): string {
  return written
    .replace(/\{\{([^{}]*)\}\}/g, '{$1}')
    .replace(varying, '*')
    .replace(/\*+/g, '*')
    .replace(/^["'“‘]|["'”’]$/g, '');
}

function isName(name: string): boolean {
  const isStored = storageName.safeParse(name).success && isMachineName(name);
  return isStored && !/^https?:/.test(name);
}

/** An id that no other has yet. */
export function freeId(text: string, taken: Set<string>, usual: string): string {
  const base = (slugOf(text) ?? usual).slice(0, 58);
  let id = base;
  for (let count = 2; taken.has(id); count += 1) id = `${base}-${count}`;
  taken.add(id);
  return id;
}
