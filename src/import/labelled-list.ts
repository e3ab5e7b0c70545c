import type { Element, ElementContent } from 'hast';
import {
  areOthers,
  areUsual,
  type Inventory,
  inventoryOf,
  isDenied,
  isUsualName,
} from './inventory-names.ts';
import { withLinesApart } from './lines-apart.ts';
import { shareOf } from './text-parts.ts';
import { type LinkTo, lineOf, markdownOf } from './to-markdown.ts';
import { childrenNamed, elementsIn, isApart, isElement, textOf } from './tree.ts';

/** A list whose items each have a label and a text, and the inventory that the headings around it say it is. */
export type LabelledList = { of: Inventory; entries: LabelledEntry[] };

/** An item of such a list: its label, and the text behind it. */
export type LabelledEntry = { label: string; text: string };

/**
 * Reads a list as an inventory: where each item is a label and a text, and the nearest heading that speaks of data,
 * purposes, recipients and so on says which. `around` are the headings above it, the outermost first.
 */
export function labelledList(
  block: Element,
  around: readonly string[],
  linkTo: LinkTo,
): LabelledList | undefined {
  const of = inventoryOf(around);
  const entries = of && isList(block) ? entriesOf(block, of, linkTo) : undefined;
  return of && entries && isInventory(of, entries) ? { of, entries } : undefined;
}

/** Whether a block is a list whose items all have labels, whatever it is about. */
export function isLabelled(block: Element): boolean {
  return isList(block) && labelsOf(block, 'data') !== undefined;
}

function isList({ tagName }: Element): boolean {
  return ['ul', 'ol', 'dl'].includes(tagName);
}

function entriesOf(block: Element, of: Inventory, linkTo: LinkTo): LabelledEntry[] | undefined {
  const items = labelsOf(block, of) ?? [];
  // What is divided by labels itself is a text of its own.
  const divided = items.filter(({ below }) => below.some(isLabelled));
  const found = items.map((item) => entryOf(item, linkTo));
  if (items.length === 0 || divided.length >= items.length / 2) return undefined;
  return found.every((entry) => entry !== undefined) ? found : undefined;
}

function isInventory(of: Inventory, entries: readonly LabelledEntry[]): boolean {
  const labels = entries.map(({ label }) => label);
  if (areOthers(of, labels) || entries.some(({ label, text }) => isDenied(of, label, text))) return false;
  if (entries.some(({ text }) => pointsToItem(text))) return false;
  return (of !== 'rights' && of !== 'data') || areUsual(of, labels, 0.5);
}

/** Whether a text speaks of other items of its list by their numbers, which those of an inventory do not have. */
export function pointsToItem(text: string): boolean {
  return /\((?:[ivx]{1,4}|[a-z]|\d{1,2})\) (?:items? )?(?:above|below)\b|\b(?:items?|points?|(?:sub-?)?paragraphs?|letters?) \(?(?:[ivx]{1,4}|[a-z]|\d{1,2})\)/i.test(
    text,
  );
}

/** A label, the rest of its line, and the blocks below it. */
type Labelled = { label: string; rest: ElementContent[]; below: Element[] };

function labelsOf(block: Element, of: Inventory): Labelled[] | undefined {
  if (block.tagName === 'dl') return termsOf(block);
  const items = childrenNamed(block, 'li').map(partsOf);
  if (items.length < 2) return undefined;
  for (const find of [labelIn, boldLabelIn, of === 'rights' ? rightIn : dashedLabelIn]) {
    const found = items.map(({ line, below }) => {
      const labelled = find(line);
      return labelled && { ...labelled, below };
    });
    if (found.every((item) => item !== undefined)) return found;
  }
  return undefined;
}

function termsOf(list: Element): Labelled[] | undefined {
  const terms: { label: string; below: Element[] }[] = [];
  for (const item of childrenNamed(list, 'dt', 'dd')) {
    const last = terms.at(-1);
    if (item.tagName === 'dt') terms.push({ label: textOf(item).replace(/\s*[:.;]$/, ''), below: [] });
    else if (!last) return undefined;
    else last.below.push(...blocksOf(item.children));
  }
  const isWhole = terms.length > 1 && terms.every(({ below }) => below.length > 0);
  return isWhole ? terms.map(termOf) : undefined;
}

// A term and its text are one line where the text begins with one.
function termOf({ label, below }: { label: string; below: Element[] }): Labelled {
  const [first, ...others] = below;
  const isLine = first?.tagName === 'p';
  return { label, rest: isLine ? first.children : [], below: isLine ? others : below };
}

/** What stands on the first line of an item, and the blocks below it. */
function partsOf(item: Element): { line: ElementContent[]; below: Element[] } {
  const [first, ...rest] = blocksOf(item.children);
  if (first?.tagName !== 'p') return { line: [], below: first ? [first, ...rest] : [] };
  return { line: trimmed(first.children), below: rest };
}

// What stands beside blocks is a paragraph.
function blocksOf(nodes: readonly ElementContent[]): Element[] {
  const blocks: Element[] = [];
  let line: ElementContent[] = [];
  const endLine = () => {
    if (trimmed(line).some((node) => textIn(node).trim() !== '')) blocks.push(paragraph(line));
    line = [];
  };
  for (const node of nodes) {
    if (!isElement(node) || !isApart(node)) line.push(node);
    else {
      endLine();
      blocks.push(node);
    }
  }
  endLine();
  return blocks;
}

function paragraph(children: ElementContent[]): Element {
  return { type: 'element', tagName: 'p', properties: {}, children };
}

// How much of what one text may hold an entry may be: one that is longer is a section.
const mostShare = 0.5;

function entryOf({ label, rest, below }: Labelled, linkTo: LinkTo): LabelledEntry | undefined {
  const isName = /\p{L}/u.test(label) && label.length <= 100;
  if (!isName || below.some(({ tagName }) => !['p', 'ul', 'ol'].includes(tagName))) return undefined;
  const later = below.map((block) => withLinesApart(markdownOf(block, linkTo)));
  const text = [lineOf(paragraph(rest), linkTo), ...later].filter(Boolean).join('\n\n');
  return /\p{L}/u.test(text) && shareOf(text) <= mostShare ? { label, text } : undefined;
}

type Line = { label: string; rest: ElementContent[] };

/** The label that a line begins with: marked and set apart by a mark, or in plain words before a colon. */
export function labelIn([first, ...rest]: readonly ElementContent[]): Line | undefined {
  if (first?.type === 'text') return plainLabel(first.value, /^\s*(\p{Lu}[^:.;!?]{1,79}):\s+(?=\S)/u, rest);
  if (!first || !isMarked(first) || hasLink(first)) return undefined;
  const written = textOf(first);
  const isDivided = /[:.;–—-]$/.test(written) || /^\s*[:.;–—-]/.test(rest.map(textIn).join(''));
  return isDivided ? { label: written.replace(/\s*[:.;–—-]+$/, ''), rest: withoutMark(rest) } : undefined;
}

/** The words in bold that a line begins with, where it goes on in another sentence or with what they are about. */
export function boldLabelIn([first, ...rest]: readonly ElementContent[]): Line | undefined {
  if (!first || !isElement(first) || !['strong', 'b'].includes(first.tagName) || hasLink(first))
    return undefined;
  const written = textOf(first);
  const isName = /^[\p{Lu}\p{N}]/u.test(written) && !sentence.test(written) && written.length <= 80;
  const after = rest.map(textIn).join('');
  const isApart = after === '' || /^\s+(?!(?:and|or|of|&|et|und|y|e)\b)/.test(after);
  return isName && isApart ? { label: written.replace(/\s*,$/, ''), rest: [...rest] } : undefined;
}

const sentence =
  /^(?:we|you|your|our|if|when|where|in|on|for|by|it|all|any|no|not|please|this|these|the|do)\b/i;

function dashedLabelIn([first, ...rest]: readonly ElementContent[]): Line | undefined {
  return first?.type === 'text'
    ? plainLabel(first.value, /^\s*(\p{Lu}[^:.;!?–—]{1,59}) [–—-] (?=\S)/u, rest)
    : undefined;
}

// The name of a right before a stop.
function rightIn([first, ...rest]: readonly ElementContent[]): Line | undefined {
  if (first?.type !== 'text') return undefined;
  const found = plainLabel(first.value, /^\s*(\p{Lu}[^:.;!?]{1,79})\.\s+(?=\S)/u, rest);
  return found && isUsualName('rights', found.label) ? found : undefined;
}

function plainLabel(line: string, pattern: RegExp, rest: readonly ElementContent[]): Line | undefined {
  const [written, label = ''] = pattern.exec(line) ?? [];
  if (written === undefined) return undefined;
  return { label: label.trim(), rest: [{ type: 'text', value: line.slice(written.length) }, ...rest] };
}

function isMarked(node: ElementContent): node is Element {
  return isElement(node) && ['strong', 'b', 'em', 'i', 'u'].includes(node.tagName);
}

function hasLink(element: Element): boolean {
  return elementsIn([element]).some(({ tagName }) => tagName === 'a');
}

function trimmed(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.filter(
    (node) => node.type === 'element' || (node.type === 'text' && node.value.trim() !== ''),
  );
}

function withoutMark(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.map((node, index) =>
    index === 0 && node.type === 'text'
      ? { ...node, value: node.value.replace(/^\s*[:.;–—-]+\s*/, '') }
      : node,
  );
}

function textIn(node: ElementContent): string {
  return node.type === 'text' ? node.value : textOf(node);
}
