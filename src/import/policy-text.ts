import {
  Document,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  Scalar,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { id } from '../../schemas/values.ts';
import { isCurlyQuoted } from '../read/text-slips.ts';
import type { Question } from './import-model.ts';
import { inventoryNames } from './inventory-names.ts';
import type { Imported } from './policy-of.ts';

/** Writes a policy that came in as YAML, with each question as a comment at the line where it is to be answered. */
export function policyText({ policy, questions }: Pick<Imported, 'policy' | 'questions'>): string {
  const { cookies, sections, ...head } = policy;
  const asked = (keys: readonly string[]) =>
    questions.filter(({ path: [key] }) => keys.includes(String(key)));
  const top = ['kind', 'title', 'lead', 'language', 'updated', 'effective', 'categories', ...inventoryNames];
  return [
    written(head, asked(top)),
    ...(cookies ? [entryLines('cookies', cookies)] : []),
    written({ sections }, asked(['sections'])),
  ].join('');
}

/** Writes the file of a product that is new. */
export function productText(name: string, vendors: Imported['vendors']): string {
  const listed = Object.keys(vendors).length > 0 ? entryLines('vendors', vendors) : '';
  return written({ name }, []) + listed;
}

/** The file of a product with vendors that it does not name yet; everything else in it stays as it is. */
export function withVendors(product: string, vendors: Imported['vendors']): string {
  const document = parseDocument(product);
  const isNew = (id: string) => !document.hasIn(['vendors', id]);
  const added = Object.fromEntries(Object.entries(vendors).filter(([id]) => isNew(id)));
  if (Object.keys(added).length === 0) return product;
  const lines = entryLines('vendors', added);
  if (!document.has('vendors')) return `${product.trimEnd()}\n${lines}`;
  return product.replace(/^vendors:.*\n/m, (head) => `${head}${lines.replace(/^vendors:\n/, '')}`);
}

// An entry a line, as a table has it.
function entryLines(name: string, entries: Record<string, object>): string {
  const lines = Object.entries(entries).map(([id, entry]) => `  ${id}: ${inOneLine(entry)}`);
  return `${name}:\n${lines.join('\n')}\n`;
}

function inOneLine(value: object): string {
  const document = new Document(value);
  visit(document, { Scalar: (_, node) => keepQuotes(node) });
  if (isMap(document.contents) || isSeq(document.contents)) document.contents.flow = true;
  return document.toString({ lineWidth: 0, flowCollectionPadding: true }).trimEnd();
}

function written(value: object, questions: readonly Question[]): string {
  const document = new Document(value);
  visit(document, {
    Scalar(key, node) {
      if (key === 'value' && typeof node.value === 'string') chooseForm(node);
      if (typeof key === 'number' && typeof node.value === 'string') chooseForm(node);
    },
  });
  visit(document, { Seq: (_, list) => shorten(list) });
  const categories = document.get('categories');
  if (isMap(categories)) for (const { value } of categories.items) if (isMap(value)) value.flow = true;
  for (const question of questions) {
    inLines(document, question.path);
    askAt(document, question);
  }
  return document.toString({ lineWidth: 110 });
}

// Blocks that are short stand in one line, and so do ids.
function shorten(list: YAMLSeq): void {
  const isShort = JSON.stringify(list.toJSON()).length <= 90;
  const areIds = list.items.every((item) => isScalar(item) && id.safeParse(item.value).success);
  if (areIds || (isShort && isMap(list.items[0]))) list.flow = true;
}

// A text of several blocks keeps its lines; a long line is folded, unless a line of it could begin with the mark of a list.
function chooseForm(node: Scalar): void {
  const text = String(node.value);
  const isLong = text.length > 90;
  if (text.includes('\n') || (isLong && listMark.test(text))) node.type = Scalar.BLOCK_LITERAL;
  else if (isLong) node.type = Scalar.BLOCK_FOLDED;
  else keepQuotes(node);
}

// Quotes of the text are its own, and so is a comma at its end.
function keepQuotes(node: Scalar): void {
  if (typeof node.value === 'string' && (isCurlyQuoted(node.value) || node.value.endsWith(',')))
    node.type = Scalar.QUOTE_DOUBLE;
}

const listMark = /\s-{3,}|\s(?:[-–*+•|]|\([a-z]{1,4}\)|(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)])\s/i;

// A comment stands in a line of its own.
function inLines(document: Document, path: Question['path']): void {
  for (const [index] of path.entries()) {
    const node = document.getIn(path.slice(0, index + 1), true);
    if (isMap(node) || isSeq(node)) node.flow = false;
  }
}

/** The deepest thing on a path that can bear a comment bears it. */
function askAt(document: Document, { path, text, isFact }: Question): void {
  const comment = ` ${isFact ? 'TODO' : 'To decide'}: ${text.replace(/\s+/g, ' ')}`;
  for (let length = path.length; length > 0; length -= 1) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const target = itemAt(parent, path[length - 1]);
    if (!target) continue;
    target.commentBefore = target.commentBefore ? `${target.commentBefore}\n${comment}` : comment;
    return;
  }
  document.commentBefore = document.commentBefore ? `${document.commentBefore}\n${comment}` : comment;
}

type Commentable = { commentBefore?: string | null };

function itemAt(parent: unknown, key: string | number | undefined): Commentable | undefined {
  if (isMap(parent)) return keyOf(parent, key);
  const items = typeof parent === 'object' && parent !== null && 'items' in parent ? parent.items : undefined;
  const item = Array.isArray(items) ? items[Number(key)] : undefined;
  return isMap(item) ? keyOf(item, String((item.items[0]?.key as Scalar | undefined)?.value ?? '')) : item;
}

function keyOf(map: YAMLMap, key: string | number | undefined): Commentable | undefined {
  const pair = map.items.find((item: Pair) => isScalar(item.key) && item.key.value === key);
  return pair && isScalar(pair.key) ? pair.key : undefined;
}
