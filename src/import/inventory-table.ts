import type { Element } from 'hast';
import type { Rewritten } from './cookie-table.ts';
import { type Inventory, inventoryOf, isDenied } from './inventory-names.ts';
import type { LabelledEntry } from './labelled-list.ts';
import { type LinkTo, lineOf, rowsOf } from './to-markdown.ts';
import { childrenNamed, elementsIn, textOf } from './tree.ts';

/** A table of names and what each is. */
type NamedTable = { of: Inventory; entries: LabelledEntry[]; rewritten: Rewritten[] };

/** A table that says of each kind of data what it is used for and who receives it: the joint of three inventories. */
export type JoinedTable = { rows: JoinedRow[]; rewritten: Rewritten[] };

/** A row of it: texts of purposes, names of recipients, and what other columns say, with their heads. */
type JoinedRow = { label: string; description?: string; purposes: string[]; recipients: string[] };

const names: [Inventory, RegExp][] = [
  ['rights', /^(your )?(privacy )?rights?$/i],
  ['recipients', /\brecipients?\b|third part(y|ies)\b/i],
  ['purposes', /^(processing )?purposes?( of( the)? (use|processing))?$/i],
  [
    'data',
    /^(categor(y|ies)|types?|kinds?) of (personal )?(data|information)|^(personal )?(data|information)( (categor(y|ies)|types?))?$/i,
  ],
];
const unsaid = /^(categor(y|ies)|types?|names?)$/i;
const explaining =
  /descri|details?|examples?|explanation|meaning|what (it|this|that) (is|means|includes)|^includes?/i;

/**
 * Reads a table of two columns as an inventory: names under a head or headings that say of what, and descriptions. Nothing
 * where the second column says something else, for which the first has a field of its own.
 */
export function namedTable(
  table: Element,
  around: readonly string[],
  linkTo: LinkTo,
): NamedTable | undefined {
  const [head, ...body] = rowsOf(table);
  const [name = '', text = '', ...more] = (head ?? []).map((cell) => textOf(cell));
  if (more.length > 0 || body.length < 2 || !explaining.test(text)) return undefined;
  if (around.some((title) => /\bcookies?\b/i.test(title))) return undefined;
  const of =
    names.find(([, pattern]) => pattern.test(name))?.[0] ??
    (unsaid.test(name) ? inventoryOf(around) : undefined);
  const entries = body.flatMap((cells) => entryOf(cells, linkTo) ?? []);
  if (!of || of === 'retention' || entries.length < body.length) return undefined;
  if (entries.some(({ label, text: said }) => isDenied(of, label, said))) return undefined;
  return { of, entries, rewritten: [name, text].map((written) => ({ written, as: '' })) };
}

function entryOf([name, text, ...more]: readonly Element[], linkTo: LinkTo): LabelledEntry | undefined {
  const label = textOf(name);
  if (!name || !text || more.length > 0 || label === '' || label.length > 150 || textOf(text) === '')
    return undefined;
  const said = lineOf(text, linkTo);
  return { label, text: said };
}

type Column = 'data' | 'purposes' | 'recipients' | 'other';

/** Reads a table as kinds of data, what they are used for and who receives them, as the law of California has it. */
export function joinedTable(table: Element, linkTo: LinkTo): JoinedTable | undefined {
  const [head, ...body] = rowsOf(table);
  const heads = (head ?? []).map((cell) => textOf(cell));
  const kinds = heads.map(columnOf);
  const isJoint = kinds[0] === 'data' && kinds.includes('purposes') && kinds.includes('recipients');
  const isOnce = ['data', 'purposes', 'recipients'].every(
    (kind) => kinds.filter((one) => one === kind).length === 1,
  );
  if (!isJoint || !isOnce || body.length === 0) return undefined;
  const rewritten: Rewritten[] = heads.map((written) => ({ written, as: '' }));
  const rows = body.map((cells) => joinedRow(cells, { heads, kinds, linkTo, rewritten }));
  return rows.every(({ label }) => label !== '' && label.length <= 400) ? { rows, rewritten } : undefined;
}

function columnOf(head: string): Column {
  // Whom it is sold to is a fact of its own, which stays in words.
  if (/\b(sell|sold|sale|share|shared)\b/i.test(head)) return 'other';
  if (/recipients?|third part|disclos/i.test(head)) return 'recipients';
  if (/purpose/i.test(head)) return 'purposes';
  return /\b(categor(y|ies)|types?|kinds?)\b.*\b(data|information)\b|^(personal )?(data|information)$/i.test(
    head,
  )
    ? 'data'
    : 'other';
}

type Reading = { heads: string[]; kinds: Column[]; linkTo: LinkTo; rewritten: Rewritten[] };

function joinedRow(cells: readonly Element[], { heads, kinds, linkTo, rewritten }: Reading): JoinedRow {
  const row: JoinedRow = { label: '', purposes: [], recipients: [] };
  const later: string[] = [];
  cells.forEach((cell, at) => {
    const kind = kinds[at] ?? 'other';
    if (textOf(cell) === '') return;
    if (kind === 'data') row.label = textOf(cell);
    else if (kind === 'other') later.push([heads[at], lineOf(cell, linkTo)].filter(Boolean).join(': '));
    else row[kind] = once(partsOf(cell, linkTo), rewritten);
  });
  return { ...row, ...(later.length > 0 && { description: later.join('; ') }) };
}

// What a cell lists: its items, its lines, or what semicolons divide.
function partsOf(cell: Element, linkTo: LinkTo): string[] {
  const items = elementsIn(cell.children).filter(({ tagName }) => tagName === 'li');
  const paragraphs = childrenNamed(cell, 'p');
  const lines = items.length > 0 ? items : paragraphs.length > 1 ? paragraphs : [cell];
  return lines.flatMap((line) => lineOf(line, linkTo).split(/\s*;\s*/)).filter(Boolean);
}

// What a cell says twice a page says once.
function once(parts: readonly string[], rewritten: Rewritten[]): string[] {
  const kept = parts.filter((part, index) => parts.indexOf(part) === index);
  const twice = parts.filter((part, index) => parts.indexOf(part) !== index);
  rewritten.push(...twice.map((written) => ({ written, as: '' })));
  return kept;
}
