import type { Element } from 'hast';
import { length as lengthSchema } from '../../schemas/length.ts';
import { kinds, type PolicyFile } from '../../schemas/policy.ts';
import { id as idSchema, language as languageSchema, urlOfOthers } from '../../schemas/values.ts';
import { withoutBlockName } from '../resolve/name-as-text.ts';
import { slugOf } from '../resolve/sections.ts';
import { listed } from '../text/listed.ts';
import { type NamedDay, namedDays } from '../text/named-days.ts';
import { seemingLanguage } from '../text/seeming-language.ts';
import { type CookieRow, freeId, type Rewritten, readCookieTable } from './cookie-table.ts';
import type { Outline, Question, ReadSection, ReadText, WrittenItem } from './import-model.ts';
import { type Inventory, inventoryNames } from './inventory-names.ts';
import { type JoinedTable, joinedTable, namedTable } from './inventory-table.ts';
import { knownRight } from './known-right.ts';
import { type LabelledEntry, type LabelledList, labelledList } from './labelled-list.ts';
import { withEntryLists } from './labelled-parts.ts';
import { withLinesApart } from './lines-apart.ts';
import { outlineOf } from './outline.ts';
import { readLifetime } from './periods.ts';
import { areOfSome, placeOfRights } from './place-of-rights.ts';
import { rightsList } from './rights-list.ts';
import { shareOf, textParts } from './text-parts.ts';
import { type LinkTo, lineOf, markdownOf } from './to-markdown.ts';
import { childrenNamed, textOf } from './tree.ts';
import { isBoldLine } from './typed-headings.ts';
import { untoldOfSale } from './untold-sale.ts';
import { kindOf, titleOf } from './usual-titles.ts';
import { readVendorTable, type VendorRow } from './vendor-table.ts';

/** What a policy is made of as it comes in: values as YAML holds them. */
export type WrittenPolicy = {
  kind: PolicyFile['kind'];
  title: string;
  lead?: string;
  language?: string;
  updated?: string;
  effective?: string;
  categories?: Record<string, WrittenCategory>;
  cookies?: Record<string, Record<string, unknown>>;
} & Partial<Record<Inventory, Record<string, Record<string, unknown>>>> & {
    sections: WrittenSection[];
  };

type WrittenCategory = { label: string; each?: Record<string, unknown> };

type WrittenSection = {
  id?: string;
  title: string;
  aliases?: string[];
  content?: WrittenItem[];
  sections?: WrittenSection[];
};

type WrittenVendor = VendorRow & { group?: string };

export type Imported = {
  policy: WrittenPolicy;
  vendors: Record<string, WrittenVendor>;
  questions: Question[];
  /** Words of the source that stand on the page in another form. */
  rewritten: Rewritten[];
  /** How many rows of how many tables became cookies. */
  rows: number;
};

/**
 * What was told of a text: `name` is that of its file, which may tell what the text does not. Days that it `keeps` stay
 * words of the text.
 */
export type Wanted = {
  kind?: PolicyFile['kind'];
  product: string;
  name: string;
  from?: string;
  keeps?: readonly NamedDay['key'][];
};

/**
 * Makes a policy of a text. What a person would have to guess stays open and is asked for: who needs to consent, what a
 * date that reads two ways means, where a link leads that the text alone does not tell.
 */
export function policyOf(text: ReadText, wanted: Wanted): Imported {
  const imported = readPolicy(text, wanted);
  const { updated, effective } = imported.policy;
  if (updated === undefined || effective === undefined || effective >= updated) return imported;
  // A text that was changed since it began to bind says so; the day stays words of it.
  const kept = readPolicy(text, { ...wanted, keeps: [...(wanted.keeps ?? []), 'effective'] });
  const question = `the text also says ${effective} of when it binds, an earlier day. From when does this one bind?`;
  return { ...kept, questions: [{ path: ['updated'], text: question, isFact: true }, ...kept.questions] };
}

function readPolicy(text: ReadText, wanted: Wanted): Imported {
  const divided = outlineOf(text);
  const known =
    wanted.kind ?? kindOf([divided.title ?? '', wanted.name]) ?? (text.isCookieList && 'cookie-policy');
  const kind = known ?? 'notice';
  const outline = withEntryLists(divided, (of) => takes(of, kind));
  const { language, question } = languageOf(text);
  const title = oneLine(outline.title ?? titleOf(kind, language));
  const { lead, rest } = splitLead(outline);
  const isBare = rest.length > 0 || outline.sections.length === 0;
  const opening = isBare ? [{ title, anchors: [], blocks: rest, sections: [] }] : [];
  const work = startWork(text, { ...outline, opening, title }, { ...wanted, kind, language });
  if (!known) work.ask(['kind'], `which of these is it: ${kinds.options.join(', ')}?`);
  if (text.hasLostLetters)
    work.ask(['title'], 'letters of the text were lost, and a ? stands for each. Which were they?');
  noticeMarks(outline.title ?? '', ['title'], work);
  if (question) work.ask(['language'], question);
  if (!outline.title) work.ask(['title'], 'the text has no title. What is it called?');
  const sections: ReadSection[] = [...opening, ...outline.sections];
  for (const section of sections) fill(section);
  if (opening.length > 0 && outline.sections.length > 0)
    work.ask(['sections', 0, 'title'], 'the text had no heading here. Which one shall it have?');
  for (const block of lead) noticeMarks(textOf(block), ['lead'], work);
  const leadText = lead.flatMap((block) => blockText(block, work, ['lead'])).join('\n\n');
  const written = sections.map((section, index) => sectionOf(section, ['sections', index], work));
  if (work.mark) work.askForFact(['title'], markQuestion(work.mark));
  shortenLists(work);
  askForUntold(work, text);
  takeStamp(work, text);
  askWhichDay(work);
  return {
    policy: {
      kind,
      title,
      ...(leadText && { lead: leadText }),
      ...(language && { language }),
      ...work.days,
      ...toldOnce(work),
      ...work.inventories,
      sections: written,
    },
    vendors: work.vendors,
    questions: work.questions,
    rewritten: work.rewritten,
    rows: work.rows,
  };
}

function markQuestion(mark: string): string {
  return `marks of another dialect stand in the text as they were written, ${mark} first. What did they mean?`;
}

// Marks that a program was to read, asked for where they stand: of another dialect the first, of templates each.
function noticeMarks(words: string, path: Question['path'], work: Work): void {
  const { mark } = work;
  if (mark && words.includes(mark.replace(/…$/, ''))) {
    work.askForFact(path, markQuestion(mark));
    work.mark = undefined;
  }
  for (const [variable] of words.matchAll(/\{\{[^{}\n]+\}\}/g))
    work.askForFact(path, `a program was to put something in for “${variable}”. What is it?`);
}

// What all cookies of a category have in common stands once, with the category.
function toldOnce({ categories, cookies }: Work): Pick<WrittenPolicy, 'categories' | 'cookies'> {
  const common = new Map(
    Object.keys(categories).map((id) => [
      id,
      commonOf(Object.values(cookies).filter(({ category }) => category === id)),
    ]),
  );
  const withEach = Object.entries(categories).map(([id, category]): [string, WrittenCategory] => {
    const each = common.get(id) ?? {};
    return [id, { ...category, ...(Object.keys(each).length > 0 && { each }) }];
  });
  const own = Object.entries(cookies).map(([id, cookie]) => {
    const each = common.get(String(cookie.category)) ?? {};
    return [id, Object.fromEntries(Object.entries(cookie).filter(([key]) => !Object.hasOwn(each, key)))];
  });
  return {
    ...(withEach.length > 0 && { categories: Object.fromEntries(withEach) }),
    ...(own.length > 0 && { cookies: Object.fromEntries(own) }),
  };
}

function commonOf(cookies: readonly Record<string, unknown>[]): Record<string, unknown> {
  const [first, ...others] = cookies;
  if (!first || others.length === 0) return {};
  const shared = ['provider', 'domain', 'party'].filter(
    (key) => first[key] !== undefined && others.every((other) => other[key] === first[key]),
  );
  return Object.fromEntries(shared.map((key) => [key, first[key]]));
}

type Work = {
  linkTo: LinkTo;
  ask(path: Question['path'], text: string): void;
  askForFact(path: Question['path'], text: string): void;
  questions: Question[];
  rewritten: Rewritten[];
  rows: number;
  days: { updated?: string; effective?: string };
  /** Days that the text gives beside those. */
  otherDays: { key: NamedDay['key']; written: string }[];
  keeps: readonly NamedDay['key'][];
  keepsLines: boolean;
  vendors: Imported['vendors'];
  vendorIds: Set<string>;
  categories: Record<string, { label: string }>;
  categoryIds: Set<string>;
  cookies: Record<string, Record<string, unknown>>;
  cookieIds: Set<string>;
  inventories: Partial<Record<Inventory, Record<string, Record<string, unknown>>>>;
  /** The blocks that show them. */
  lists: Partial<Record<Inventory, Record<string, unknown>[]>>;
  sectionIds: Map<ReadSection, string>;
  /** The names of places that are taken. */
  anchors: Set<string>;
  tables: number;
  product: string;
  kind: PolicyFile['kind'];
  title: string;
  language: string | undefined;
  /** The headings around what is being read. */
  headings: string[];
  /** The line in bold above what is being read, where there is one. */
  subheading: string[];
  /** The words right before it. */
  before: string;
  /** A mark of another dialect that stands in the text, until its place is found. */
  mark: string | undefined;
  path: Question['path'];
};

function startWork(
  text: ReadText,
  outline: Outline & { opening: ReadSection[]; title: string },
  { product, kind, from, keeps = [], language }: Omit<Wanted, 'kind'> & Pick<Work, 'kind' | 'language'>,
): Work {
  const questions: Question[] = [];
  // The headings of the text have the first claim to their names.
  const sectionIds = idsOf([...outline.sections, ...outline.opening]);
  const anchors = sectionsByAnchor(sectionIds);
  const add = (question: Question) => {
    if (!questions.some(({ text: asked }) => asked === question.text)) questions.push(question);
  };
  const work: Work = {
    linkTo: () => undefined,
    ask: (path, text) => add({ path: [...path], text }),
    askForFact: (path, text) => add({ path: [...path], text, isFact: true }),
    questions,
    ...nothingFound(),
    keeps,
    sectionIds,
    anchors: new Set(sectionIds.values()),
    tables: countTables(outline),
    product,
    kind,
    title: outline.title,
    language,
    mark: text.mark,
  };
  const base = from ?? text.address;
  work.linkTo = (href) => destinationOf(href.trim(), { anchors, work, ...(base && { base }) });
  return work;
}

// What is found as a text is read.
function nothingFound() {
  return {
    rewritten: [],
    rows: 0,
    days: {},
    otherDays: [],
    keepsLines: false,
    vendors: {},
    vendorIds: new Set<string>(),
    categories: {},
    categoryIds: new Set<string>(),
    cookies: {},
    cookieIds: new Set<string>(),
    inventories: {},
    lists: {},
    headings: [],
    subheading: [],
    before: '',
    path: [],
  };
}

// The first section that an anchor can mean.
function sectionsByAnchor(sectionIds: ReadonlyMap<ReadSection, string>): Map<string, string> {
  const anchors = new Map<string, string>();
  for (const [{ anchors: own, title, merged = [] }, id] of sectionIds)
    for (const anchor of [...own, ...anchorsOf(title), ...merged.flatMap(anchorsOfHeading)])
      if (!anchors.has(anchor)) anchors.set(anchor, id);
  return anchors;
}

function anchorsOfHeading({ title, anchors }: { title: string; anchors: string[] }): string[] {
  return [...anchors, ...anchorsOf(title)];
}

function anchorsOf(title: string): string[] {
  return [slugOf(title) ?? '', githubAnchor(title)];
}

function githubAnchor(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

function countTables({ lead, sections }: Outline): number {
  const inSections = (list: ReadSection[]): number =>
    list.reduce((sum, { blocks, sections: inner }) => sum + tablesIn(blocks) + inSections(inner), 0);
  return tablesIn(lead) + inSections(sections);
}

function tablesIn(blocks: readonly Element[]): number {
  return blocks.filter((block) => block.tagName === 'table' && readCookieTable(block, () => undefined))
    .length;
}

function idsOf(sections: readonly ReadSection[]): Map<ReadSection, string> {
  const taken = new Set<string>();
  const ids = new Map<ReadSection, string>();
  const walk = (list: readonly ReadSection[]) => {
    for (const section of list) {
      const own = section.anchors.find((anchor) => idSchema.safeParse(anchor).success && !taken.has(anchor));
      if (own) taken.add(own);
      ids.set(section, own ?? freeId(section.title, taken, 'section'));
      walk(section.sections);
    }
  };
  walk(sections);
  return ids;
}

function destinationOf(
  href: string,
  { anchors, work, base }: { anchors: Map<string, string>; work: Work; base?: string },
): string | undefined {
  if (href.startsWith('#')) {
    const anchor = decoded(href.slice(1));
    const id = anchors.get(anchor) ?? anchors.get(anchor.toLowerCase());
    if (!id && anchor !== '')
      work.ask(work.path, `a link led to #${anchor}, which this text does not have. Whither shall it lead?`);
    return id && `#${id}`;
  }
  if (/^(mailto|tel):/i.test(href)) return href;
  const own = withoutArchive(href);
  const address = URL.canParse(own, base) ? new URL(own, base) : undefined;
  if (!address || !/^https?:$/.test(address.protocol)) {
    work.ask(
      work.path,
      `a link led to ${href}. Give its whole address, with https://, or import with --from <address of the page>.`,
    );
    return undefined;
  }
  if (!urlOfOthers.safeParse(address.href).success) return undefined;
  return address.href;
}

// In a page of the web archive links lead to the archived pages.
function withoutArchive(href: string): string {
  return href.replace(/^(?:https?:\/\/web\.archive\.org)?\/web\/\d{4,14}(?:[a-z]{2}_)?\/(?=https?:\/\/)/, '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// Braces in pairs quote a fact, and no name or title can show them: what a program was to put in stands in square brackets.
function oneLine(text: string): string {
  const line = text
    .normalize('NFC')
    .replace(/\{\{\s*([^{}\n]+?)\s*\}\}/g, '[$1]')
    .replaceAll('{{', '{ {')
    .replaceAll('}}', '} }')
    .trim();
  return line.length > 500 ? `${line.slice(0, 499)}…` : line;
}

// What a text seems to be in, where its source does not say, or says English as templates of pages do.
function languageOf({ language: written, content }: ReadText): { language?: string; question?: string } {
  const said = written && languageSchema.safeParse(written).success ? written : undefined;
  if (said && !/^en\b/.test(said)) return { language: said };
  const seems = seemingLanguage(content.map(textOf).join(' '));
  if (seems === undefined || seems === 'en') return said ? { language: said } : {};
  const source = said ? `says that it is in ${said}` : 'does not say in which language it is';
  return { language: seems, question: `the source ${source}, and it reads like ${seems}. Is that so?` };
}

// A lead is a few sentences above sections, or a few lines as an address has; what is more is text.
function splitLead({ lead: blocks, sections }: Outline): { lead: Element[]; rest: Element[] } {
  if (sections.length === 0) return { lead: [], rest: blocks };
  const end = blocks.findIndex(({ tagName }) => tagName !== 'p');
  const lead = blocks.slice(0, end < 0 ? blocks.length : end);
  const letters = lead.reduce((sum, block) => sum + textOf(block).length, 0);
  const isShort = (lead.length <= 4 && letters <= 1_500) || (lead.length <= 8 && letters <= 500);
  if (isShort) return { lead, rest: blocks.slice(lead.length) };
  return { lead: [], rest: [...blocks] };
}

// A heading with nothing under it cannot be a section; its words stay.
function fill(section: ReadSection): void {
  for (const inner of section.sections) fill(inner);
  if (section.blocks.length > 0 || section.sections.length > 0) return;
  section.isEmpty = true;
  const words = { type: 'text' as const, value: section.title };
  section.blocks.push({ type: 'element', tagName: 'p', properties: {}, children: [words] });
}

function sectionOf(section: ReadSection, path: Question['path'], work: Work): WrittenSection {
  const id = work.sectionIds.get(section);
  const { merged = [] } = section;
  const formerly = [
    ...section.anchors,
    ...merged.flatMap(({ title, anchors }) => [...anchors, slugOf(title) ?? '']),
  ];
  const aliases = formerly.filter((anchor) => isFree(anchor, work));
  const isUsual = id === slugOf(section.title);
  const around = work.headings;
  work.headings = [...around, section.title];
  const contentOf = () => {
    work.subheading = [];
    return section.blocks.flatMap((block, from) => {
      const last = section.blocks[from - 1];
      work.before = last ? textOf(last) : '';
      if (isBoldLine(block)) work.subheading = [textOf(block)];
      return itemsOf(block, [...path, 'content', from], work).map((item) => ({ item, from }));
    });
  };
  noticeMarks(section.title, [...path, 'title'], work);
  if (section.isEmpty)
    work.ask(
      [...path, 'title'],
      'nothing stood below this heading, and the text says it again. What belongs there?',
    );
  const read = contentOf();
  // A line that only dates the policy stays where nothing else stands under its heading.
  work.keepsLines = read.length === 0 && section.sections.length === 0;
  const content = together(work.keepsLines ? contentOf() : read);
  work.keepsLines = false;
  placeQuestions([...path, 'content'], content, work);
  const sections = section.sections.map((inner, index) =>
    sectionOf(inner, [...path, 'sections', index], work),
  );
  work.headings = around;
  return {
    ...(id && !isUsual && { id }),
    title: oneLine(section.title),
    ...(aliases.length > 0 && { aliases }),
    ...(content.length > 0 && { content: content.map(({ item }) => asText(item)) }),
    ...(sections.length > 0 && { sections }),
  };
}

// An anchor leads to one place, and the first that has it keeps it.
function isFree(anchor: string, work: Work): boolean {
  if (work.anchors.has(anchor) || !idSchema.safeParse(anchor).success) return false;
  work.anchors.add(anchor);
  return true;
}

/** An item of content, and the block of the source that it begins with. */
type ItemFrom = { item: WrittenItem; from: number };

// Paragraphs that follow each other are one text, so that a section reads as it is written.
function together(items: readonly ItemFrom[]): ItemFrom[] {
  const joined: ItemFrom[] = [];
  for (const { item, from } of items) {
    const last = joined.at(-1);
    const before = last?.item;
    const fits =
      typeof item === 'string' && typeof before === 'string' && shareOf(before) + shareOf(item) < 0.8;
    if (last && fits && isParagraph(item) && isParagraph(before)) last.item = `${before}\n\n${item}`;
    else joined.push({ item, from });
  }
  return joined;
}

// What was asked of a block of the source is asked at the item that it went into.
function placeQuestions(path: Question['path'], items: readonly ItemFrom[], { questions }: Work): void {
  for (const question of questions) {
    const block = question.path[path.length];
    const isHere = path.every((key, index) => question.path[index] === key);
    if (!isHere || typeof block !== 'number') continue;
    const item = items.findLastIndex(({ from }) => from <= block);
    question.path = [...path, Math.max(0, item)];
  }
}

// "warning", as programs write for a sign, is no block that says what follows.
function asText(item: WrittenItem): WrittenItem {
  return typeof item === 'string' ? withoutBlockName(item) : item;
}

function isParagraph(text: string): boolean {
  return !/^([-*+] |[>|#]|\d+[.)] |```)/m.test(text);
}

function itemsOf(block: Element, path: Question['path'], work: Work): WrittenItem[] {
  work.path = path;
  noticeMarks(textOf(block), path, work);
  const table = block.tagName === 'table' ? readCookieTable(block, work.linkTo) : undefined;
  if (table) {
    work.rewritten.push(...table.rewritten, ...table.heads.map((head) => ({ written: head, as: '' })));
    return cookieItems(table.rows, work);
  }
  const vendors = block.tagName === 'table' ? vendorItem(block, work) : undefined;
  if (vendors) return [vendors];
  const found = inventoryItemOf(block, work);
  if (found) return [found];
  const terms = block.tagName === 'dl' ? definitionsOf(block, work.linkTo) : undefined;
  if (terms) return [{ definitions: terms }];
  return blockText(block, work, path);
}

/** The block of an inventory that a list or a table is. */
function inventoryItemOf(block: Element, work: Work): WrittenItem | undefined {
  const { linkTo, kind, before } = work;
  const around = [...work.headings, ...work.subheading];
  if (block.tagName === 'table') {
    const joined = isNotice(kind) ? joinedTable(block, linkTo) : undefined;
    if (joined) return joinedItem(joined, work);
    const named = namedTable(block, around, linkTo);
    if (!named || !isNotice(kind) || !isOfAll(named)) return undefined;
    work.rewritten.push(...named.rewritten);
    return inventoryItem(named, work);
  }
  const list = labelledList(block, around, linkTo) ?? rightsList(block, { around, before }, linkTo);
  return list && takes(list.of, kind) && isOfAll(list) ? inventoryItem(list, work) : undefined;

  function isOfAll({ of }: LabelledList): boolean {
    return of !== 'rights' || !areOfSome(around, before);
  }
}

/** A table of data that names purposes and recipients, each of which is told once. */
function joinedItem({ rows, rewritten }: JoinedTable, work: Work): WrittenItem {
  work.rewritten.push(...rewritten);
  const known = work.inventories.data ?? {};
  work.inventories.data = known;
  const taken = new Set(Object.keys(known));
  const ids = rows.map(({ label, description, purposes, recipients }) => {
    const id = freeId(nameForId(label), taken, 'data');
    known[id] = { label: oneLine(label), ...(description && { description }) };
    for (const text of purposes) nameData(id, { of: 'purposes', key: 'text', text }, work);
    for (const text of recipients)
      nameData(id, { of: 'recipients', key: 'label', text: oneLine(text) }, work);
    return id;
  });
  const hasMore = rows.some(({ description }) => description !== undefined);
  const columns = ['data', ...(hasMore ? ['description'] : []), 'purposes', 'disclosedTo'];
  const item: WrittenItem = { data: ids, columns };
  work.lists.data = [...(work.lists.data ?? []), item];
  return item;
}

type Named = { of: 'purposes' | 'recipients'; key: 'text' | 'label'; text: string };

/** Adds data to the purpose or recipient that is called so. */
function nameData(data: string, { of, key, text }: Named, work: Work): void {
  const known = work.inventories[of] ?? {};
  work.inventories[of] = known;
  const there = Object.values(known).find((entry) => entry[key] === text);
  if (there && Array.isArray(there.data)) there.data.push(data);
  else known[freeId(nameForId(text), new Set(Object.keys(known)), of)] = { [key]: text, data: [data] };
}

function isNotice(kind: PolicyFile['kind']): boolean {
  return ['privacy-policy', 'cookie-policy', 'children-notice', 'notice'].includes(kind);
}

// The rights that terms speak of are those of a contract.
function takes(of: Inventory, kind: PolicyFile['kind']): boolean {
  return of !== 'rights' || isNotice(kind);
}

function inventoryItem({ of, entries }: LabelledList, work: Work): WrittenItem {
  const known = work.inventories[of] ?? {};
  work.inventories[of] = known;
  const taken = new Set(Object.keys(known));
  const ids = entries.map((entry) => {
    const id = freeId(nameForId(entry.label), taken, of);
    known[id] = writtenEntry(of, entry, work);
    return id;
  });
  const item: WrittenItem = { [of]: ids };
  work.lists[of] = [...(work.lists[of] ?? []), item];
  return item;
}

// An id is read and typed: what is in parentheses, and what is longer than a few words, is left out.
function nameForId(label: string): string {
  const [start = ''] = label.split(' (');
  return start.length <= 48 ? start : start.slice(0, start.lastIndexOf(' ', 48) + 1 || 48);
}

function writtenEntry(of: Inventory, entry: LabelledEntry, work: Work): Record<string, unknown> {
  const { text } = entry;
  const label = oneLine(entry.label);
  if (of === 'data') return { label, description: text };
  const right = of === 'rights' ? knownRight(label) : undefined;
  const where =
    of === 'rights' ? placeOfRights([...work.headings, ...work.subheading], work.before) : undefined;
  // What its words are too, a page would show twice.
  if (right && text.startsWith(label)) return { text, right, ...(where && { where }) };
  if (of === 'rights') return { label, text, ...(right && { right }), ...(where && { where }) };
  if (of !== 'retention') return { label, text };
  const period = readLifetime(text);
  if (period === undefined || !lengthSchema.safeParse(period).success) return { of: label, criteria: text };
  work.rewritten.push({ written: text, as: period });
  return { of: label, period };
}

// Where one list has them all, a block of all of them says the same.
function shortenLists({ lists, inventories }: Work): void {
  for (const of of inventoryNames) {
    const [item, ...more] = lists[of] ?? [];
    const ids = item?.[of];
    const isWhole = Array.isArray(ids) && ids.length === Object.keys(inventories[of] ?? {}).length;
    if (item && isWhole && more.length === 0) item[of] = 'all';
  }
}

// What a list says of itself is told; what only those know who use the data is asked.
function askForUntold({ inventories, askForFact }: Work, { content }: ReadText): void {
  if (inventories.purposes)
    askForFact(['purposes'], 'on which legal basis is each of these? Add `basis:` where a law asks for it.');
  const open = inventories.recipients && untoldOfSale(content.map(textOf).join(' '));
  if (open) askForFact(['recipients'], `is data ${open}? Add \`sold:\` where a law asks for it.`);
}

// A text that names no day of its own may have one outside of it.
function takeStamp({ days, keeps, ask }: Work, { stamp }: ReadText): void {
  if (!stamp || days.updated !== undefined || days.effective !== undefined || keeps.includes('updated'))
    return;
  days.updated = stamp.day;
  ask(
    ['updated'],
    `the text names no day, and \`${stamp.key}\` above it does. Was the text last changed on this one?`,
  );
}

// Days beside the one that was taken, all of them in one question.
function askWhichDay({ otherDays, askForFact }: Work): void {
  for (const [key, days] of Map.groupBy(otherDays, (day) => day.key)) {
    const also = listed([...new Set(days.map(({ written }) => written))]);
    askForFact([key], `the text also says ${also}. Which is right?`);
  }
}

// Each table is a group of vendors, called as its heading is.
function vendorItem(block: Element, work: Work): WrittenItem | undefined {
  const { linkTo, language, headings, title } = work;
  const table = readVendorTable(block, [title, ...headings], { linkTo, language });
  const group = oneLine(headings.at(-1) ?? title);
  const isNew = !Object.values(work.vendors).some((vendor) => vendor.group === group);
  if (!table || !isNew) return undefined;
  work.rewritten.push(...table.rewritten, ...table.heads.map((head) => ({ written: head, as: '' })));
  for (const row of table.rows) {
    const id = freeId(row.name, work.vendorIds, 'vendor');
    work.vendors[id] = { ...row, name: oneLine(row.name), group };
  }
  return { vendors: group };
}

function definitionsOf(list: Element, linkTo: LinkTo): { term: string; text: string }[] | undefined {
  const items = childrenNamed(list, 'dt', 'dd');
  const pairs: { term: string; text: string }[] = [];
  for (const item of items) {
    if (item.tagName === 'dt') pairs.push({ term: oneLine(textOf(item)), text: '' });
    const last = pairs.at(-1);
    if (item.tagName === 'dd' && last)
      last.text = [last.text, lineOf(item, linkTo)].filter(Boolean).join('\n\n');
  }
  const isWhole = pairs.length > 0 && pairs.every(({ term, text }) => term !== '' && text !== '');
  return isWhole ? pairs : undefined;
}

/** The Markdown of a block; a line that only gives a day of the policy becomes that day. */
function blockText(block: Element, work: Work, path: Question['path']): string[] {
  work.path = path;
  const words = textOf(block);
  const isLine = (block.tagName === 'p' || block.tagName === 'blockquote') && words.length <= 300;
  const named = isLine ? namedDays(words, work.language).filter(({ key }) => !work.keeps.includes(key)) : [];
  const markdown = markdownOf(block, work.linkTo);
  if (named.length === 0) return textsOf(markdown);
  return datedText(markdown, words, named, work, path);
}

function textsOf(markdown: string): string[] {
  return textParts(markdown).map(withLinesApart);
}

function datedText(
  markdown: string,
  words: string,
  named: readonly NamedDay[],
  work: Work,
  path: Question['path'],
): string[] {
  let text = markdown;
  let isTold = true;
  for (const { key, found } of named) {
    const { day, written } = found;
    const isTaken = day !== undefined && (work.days[key] === undefined || work.days[key] === day);
    if (!isTaken) {
      isTold = false;
      if (day) work.otherDays.push({ key, written });
      else
        work.askForFact(
          path,
          `${written} can be read as two days. Which is it? Write it as \`${key}:\`, like 2026-03-31.`,
        );
      continue;
    }
    work.days[key] = day;
    work.rewritten.push({ written, as: day });
    text = text.replace(written, `{{ ${key} }}`);
  }
  const rest = named.reduce((line, { found }) => line.replace(found.written, ''), words);
  // The number of a version is more than the day says.
  const isLineOfItsOwn = isTold && wordsIn(rest).length <= 4 && !/\p{N}/u.test(rest);
  if (!isLineOfItsOwn || work.keepsLines) return textsOf(text);
  work.rewritten.push({ written: rest, as: '' });
  return [];
}

function wordsIn(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

// Where a text has several tables of cookies, each shows those of its heading; a table that names categories is divided by
// them, since a page shows them as captions.
function cookieItems(rows: CookieRow[], work: Work): WrittenItem[] {
  const heading = work.headings.at(-1);
  const ofTable = work.tables > 1 && heading !== undefined ? heading : undefined;
  const shown = rows.map((row) => {
    const label = ofTable ?? row.category;
    const category = label === undefined ? undefined : categoryId(label, work);
    const more = row.category !== undefined && row.category !== label ? [row.category] : [];
    // A category is told once, above its cookies.
    if (row.category !== undefined) work.rewritten.push({ written: row.category, as: '' });
    addCookies({ ...row, purpose: [...row.purpose, ...more] }, category, work);
    return category ?? 'all';
  });
  work.rows += rows.length;
  const parts = [...new Set(shown)];
  return parts.includes('all') ? [{ cookies: 'all' }] : parts.map((part) => ({ cookies: part }));
}

function categoryId(label: string, work: Work): string {
  // A heading with a colon leads to its table: "Advertising cookies:".
  const name = oneLine(label).replace(/\s*:$/, '');
  const known = Object.entries(work.categories).find(([, category]) => category.label === name);
  if (known) return known[0];
  const id = freeId(label, work.categoryIds, 'category');
  work.categories[id] = { label: name };
  if (work.categoryIds.size === 1)
    work.askForFact(
      ['categories'],
      'these are the headings the tables stood under. Which of them need consent? Add `consent:` to each.',
    );
  return id;
}

function addCookies(row: CookieRow, category: string | undefined, work: Work): void {
  const purpose = row.purpose
    .reduce(
      (text, more) =>
        text === '' || /[.!?…:;。]\P{L}*$/u.test(text) ? `${text} ${more}` : `${text}; ${more}`,
      '',
    )
    .trim();
  const provider = row.provider && providerId({ ...policyOfRow(row), ...row.provider }, work);
  for (const [at, name] of row.names.entries()) {
    const id = freeId(name, work.cookieIds, 'cookie');
    const expires = row.times?.[at] ?? row.expires;
    work.cookies[id] = {
      name,
      ...(category && { category }),
      ...(purpose && { purpose }),
      ...(provider && { provider }),
      ...(row.domain && { domain: row.domain }),
      ...(row.party && { party: row.party }),
      ...(row.type && { type: row.type }),
      ...(expires && { expires }),
    };
  }
}

function policyOfRow({ policy }: CookieRow): { policy?: string } {
  return policy === undefined ? {} : { policy };
}

function providerId(provider: { name: string; policy?: string }, work: Work): string {
  const isOwn =
    /^(we|us|self|own|first[ -]party|website)$/i.test(provider.name) ||
    slugOf(provider.name) === slugOf(work.product);
  if (isOwn) {
    work.rewritten.push({ written: provider.name, as: 'self' });
    return 'self';
  }
  const known = Object.entries(work.vendors).find(([, { name }]) => name === provider.name);
  if (known) return known[0];
  const id = freeId(provider.name, work.vendorIds, 'vendor');
  work.vendors[id] = { ...provider, name: oneLine(provider.name) };
  return id;
}
