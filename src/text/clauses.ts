import type { List, ListItem, Nodes, Parents } from 'mdast';
import { breakAtEnd } from './line-break.ts';

// Markdown knows no lists whose items begin with (a), a. or (i). Their marks are written as numbers of the same length
// before it is parsed, so that every offset stays, and are put back as the first words of the items.

/** The mark of a clause, as it is written, and where. */
type Clause = { start: number; mark: string; list: number; isFirst: boolean; column: number };

type Kind = 'letter' | 'roman';
type Candidate = Omit<Clause, 'list' | 'isFirst'> & {
  form: string;
  startsParagraph: boolean;
  /** The column of the first bullet or number on its line, which ends what stands deeper above it. */
  outer: number;
};
type OpenList = { id: number; column: number; form: string; kind: Kind; value: number; delimiter: string };

/** The mark of a clause at the start of a line: `(a)`, `a)`, `a.`, and the same with roman numbers or in capitals. */
export const clauseMark = String.raw`\(?(?:[a-z]|[A-Z]|[ivxlcdm]{2,7}|[IVXLCDM]{2,7})[.)]`;

const outer = String.raw`(?:[ ]*(?:>|[-+*](?= )|\d{1,9}[.)](?= )))*[ ]*`;
const clauseLine = new RegExp(String.raw`^(?<before>${outer})(?<mark>${clauseMark})[ ]+(?=\S)`);

/** Finds the clauses of a text: marks in sequence, at least two, and of those amid a paragraph only from the first. */
export function findClauses(markdown: string): Clause[] {
  const candidates = candidatesIn(markdown);
  const clauses: Clause[] = [];
  let open: OpenList[] = [];
  let lists = 0;
  for (const [index, candidate] of candidates.entries()) {
    const { start, mark, column, form } = candidate;
    open = open.filter((list) => list.column <= candidate.outer);
    const at = open.findLastIndex((list) => isNext(list, candidate));
    const kept = open[at];
    const kind = kept ? undefined : kindOfFirst(candidate, candidates.slice(index + 1));
    if (kept) open = [...open.slice(0, at), { ...kept, value: kept.value + 1 }];
    else if (kind) {
      lists += 1;
      open = [...open, { id: lists, column, form, kind, value: numberOf(mark, kind) ?? 1, delimiter: '' }];
    } else continue;
    clauses.push({ start, mark, column, list: open.at(-1)?.id ?? lists, isFirst: !kept });
  }
  return clauses;
}

function candidatesIn(markdown: string): Candidate[] {
  const candidates: Candidate[] = [];
  let start = 0;
  let startsParagraph = true;
  for (const text of markdown.split('\n')) {
    const { before = '', mark } = clauseLine.exec(text)?.groups ?? {};
    const column = before.length;
    if (mark !== undefined) {
      const form = `${mark.startsWith('(') ? '(' : ''}${mark.at(-1)}${/[a-z]/.test(mark) ? 'a' : 'A'}`;
      // What follows a bullet starts a text of its own, as what follows another clause does.
      const bullet = before.search(/[-+*.)\d]/);
      const isFresh = startsParagraph || /[-+*>.)]/.test(before);
      candidates.push({
        start: start + column,
        mark,
        column,
        form,
        outer: bullet < 0 ? column : bullet,
        startsParagraph: isFresh,
      });
    }
    startsParagraph = /^[ \t>]*$/.test(text);
    start += text.length + 1;
  }
  return candidates;
}

function isNext(list: OpenList, { mark, column, form }: Candidate): boolean {
  return list.column === column && list.form === form && numberOf(mark, list.kind) === list.value + 1;
}

/** What a mark that starts a list counts in; nothing where no second one follows, as in "(f) GDPR" on a line of its own. */
function kindOfFirst(first: Candidate, later: readonly Candidate[]): Kind | undefined {
  const { column, form } = first;
  const end = later.findIndex((other) => other.outer < column);
  const around = (end < 0 ? later : later.slice(0, end)).filter(
    (other) => other.column === column && other.form === form,
  );
  return (['letter', 'roman'] as const).find((kind) => {
    const value = numberOf(first.mark, kind);
    if (value === undefined || (value > 1 && !first.startsParagraph)) return false;
    return around.some(({ mark }) => numberOf(mark, kind) === value + 1);
  });
}

const roman = /^m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/;
const romanValues: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

function numberOf(mark: string, kind: Kind): number | undefined {
  const written = mark.replaceAll(/[().]/g, '').toLowerCase();
  if (kind === 'letter') return written.length === 1 ? written.charCodeAt(0) - 96 : undefined;
  if (!roman.test(written)) return undefined;
  const values = [...written].map((letter) => romanValues[letter] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}

/** Writes the marks of clauses as numbers. Lists in a row, or inside each other, end their numbers differently. */
export function numberClauses(markdown: string, clauses: readonly Clause[]): string {
  let written = markdown;
  let previous: { list: number; delimiter: string } | undefined;
  for (const { start, mark, list, isFirst } of clauses) {
    const before = withoutBreak(written.slice(0, start));
    const last = previous ?? { list: 0, delimiter: numberBefore(before) };
    const delimiter = last.list === list ? last.delimiter : last.delimiter === '.' ? ')' : '.';
    // Only a list that starts with 1 can end a paragraph.
    const number =
      isFirst && mark.length <= 3 ? '1'.padStart(mark.length - 1, ' ') : '2'.padStart(mark.length - 1, '0');
    written = `${before}${number}${delimiter}${markdown.slice(start + mark.length)}`;
    previous = { list, delimiter };
  }
  return written;
}

// Where a list begins, the lines above it have ended: the marks that break them would stand there as text.
function withoutBreak(before: string): string {
  const end = before.lastIndexOf('\n');
  let above = before.slice(0, Math.max(end, 0));
  for (let text = above; breakAtEnd.test(text); text = text.replace(breakAtEnd, ' ').trimEnd())
    above = text.replace(breakAtEnd, ' ') + above.slice(text.length);
  return above + before.slice(Math.max(end, 0));
}

function numberBefore(text: string): string {
  return [...text.matchAll(/^[ >]*\d{1,9}([.)]) /gm)].at(-1)?.[1] ?? ')';
}

type Found = Map<number, Clause>;

/** The clauses that did not become items of lists, since they stand in code or amid a paragraph. */
export function clausesOutsideLists(tree: Nodes, clauses: readonly Clause[]): Clause[] {
  const starts = new Set<number>();
  collectStarts(tree, starts);
  return clauses.filter(({ start, mark }) => ![...mark].some((_, at) => starts.has(start + at)));
}

function collectStarts(node: Nodes, starts: Set<number>): void {
  if (node.type === 'listItem') starts.add(node.position?.start.offset ?? -1);
  if ('children' in node) for (const child of node.children) collectStarts(child, starts);
}

/** Puts the marks back into a tree, and lists that are meant to stand inside others where they belong. */
export function restoreClauses(tree: Parents, clauses: readonly Clause[]): void {
  const found: Found = new Map(
    clauses.flatMap((clause) => [...clause.mark].map((_, at) => [clause.start + at, clause] as const)),
  );
  restoreIn(tree, found);
}

function restoreIn(parent: Parents, found: Found): void {
  const children: Nodes[] = [];
  for (const child of parent.children as Nodes[]) {
    const previous = children.at(-1);
    if (previous?.type !== 'list' || child.type !== 'list' || !joinLists(previous, child, found))
      children.push(child);
  }
  // What is left out or moved was a child of it.
  parent.children = children as typeof parent.children;
  for (const child of children) if ('children' in child) restoreIn(child, found);
  if (parent.type !== 'list') return;
  const isOfClauses = clauseOf(parent.children[0], found) !== undefined;
  for (const item of parent.children) markItem(item, found);
  if (isOfClauses) {
    parent.ordered = false;
    parent.data = { hProperties: { className: ['clauses'] } };
  }
}

function clauseOf(item: ListItem | undefined, found: Found): Clause | undefined {
  return found.get(item?.position?.start.offset ?? -1);
}

/** Appends a list to the one before it that it goes on, or to the item it stands below. */
function joinLists(previous: List, list: List, found: Found): boolean {
  const first = list.children[0];
  const clause = clauseOf(first, found);
  const before = clauseOf(previous.children[0], found);
  const isSame =
    clause && before ? clause.list === before.list : !clause && !before && goesOn(previous, list, found);
  if (isSame) previous.children.push(...list.children);
  else if (clause && isBelow(previous, list, clause, before)) previous.children.at(-1)?.children.push(list);
  else return false;
  if (previous.position && list.position) previous.position.end = list.position.end;
  return true;
}

/** Whether a list of numbers goes on behind the clauses below one of its items. */
function goesOn(previous: List, list: List, found: Found): boolean {
  const inner = previous.children.at(-1)?.children.at(-1);
  const isInterrupted = inner?.type === 'list' && clauseOf(inner.children[0], found) !== undefined;
  return isInterrupted && list.start === (previous.start ?? 1) + previous.children.length;
}

function isBelow(previous: List, list: List, clause: Clause, before: Clause | undefined): boolean {
  const column = before?.column ?? (previous.position?.start.column ?? 1) - 1;
  const lines = (list.position?.start.line ?? 0) - (previous.position?.end.line ?? 0);
  return clause.column > column || (clause.isFirst && lines === 1 && clause.column === column);
}

function markItem(item: ListItem, found: Found): void {
  const clause = clauseOf(item, found);
  if (!clause) return;
  const { start, mark } = clause;
  const from = item.position?.start;
  const text = {
    type: 'text' as const,
    value: `${mark} `,
    ...(from && {
      position: {
        start: { ...from, offset: start, column: clause.column + 1 },
        end: { ...from, offset: start + mark.length, column: clause.column + 1 + mark.length },
      },
    }),
  };
  const [first] = item.children;
  if (first?.type === 'paragraph') first.children.unshift(text);
  else
    item.children.unshift({
      type: 'paragraph',
      children: [text],
      ...(text.position && { position: text.position }),
    });
}
