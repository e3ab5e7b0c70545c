import type { Element, ElementContent } from 'hast';
import { daysIn, namedDays } from '../text/named-days.ts';
import type { TextPart } from './import-model.ts';
import { isApart, isElement, textOf } from './tree.ts';

/**
 * Takes lines that look like headings as headings, in a text that has none below its title: lines in bold, short ones with
 * a number of their own, in capitals, or else with a capital and no stop, where at least three stand above other text. A
 * number in parts, such as 1.1, is a level deeper.
 */
export function withTypedHeadings(parts: readonly TextPart[]): readonly TextPart[] {
  if (parts.some(({ type }) => type === 'heading')) return parts;
  const lines = parts.map((part) =>
    part.type === 'block' ? { ...part, element: numberedLine(part.element) } : part,
  );
  const plain = [isNumbered, isShouted, isTitle].map(
    (isLine) => (line: Element) => isLine(line) && !isBroken(line),
  );
  const looks = [isBoldTitle, ...plain].find((isLine) => areHeadings(lines, isLine));
  if (!looks) return parts;
  return lines.map((line, index) =>
    isLineOf(line, looks) ? headingOf(line.element) : (parts[index] ?? line),
  );
}

// The lines of an address are no heading.
function isBroken({ children }: Element): boolean {
  return children.some((node, index) => {
    if (!isElement(node)) return false;
    const [before, after] = [children.slice(0, index), children.slice(index + 1)];
    const isBetween = [before, after].every((part) => part.some((one) => textOf(one) !== ''));
    return (node.tagName === 'br' && isBetween) || isBroken(node);
  });
}

// To a reader of Markdown, a line with a number is a list of one item.
function numberedLine(block: Element): Element {
  const items = block.children.filter(isElement);
  const [item] = items;
  if (block.tagName !== 'ol' || items.length !== 1 || !item || item.children.some(isApart)) return block;
  const number = block.properties.start ?? 1;
  const value = `${number}. ${textOf(item)}`;
  return { type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value }] };
}

type Block = Extract<TextPart, { type: 'block' }>;

function areHeadings(parts: readonly TextPart[], isLine: (line: Element) => boolean): boolean {
  const found = parts.filter((part) => isLineOf(part, isLine));
  const above = parts.filter((part, index) => {
    const next = parts[index + 1];
    return isLineOf(part, isLine) && next && !isLineOf(next, isLine);
  });
  return above.length >= 3 && above.length >= found.length / 2;
}

function isLineOf(part: TextPart, isLine: (line: Element) => boolean): part is Block {
  if (part.type !== 'block' || part.element.tagName !== 'p') return false;
  const words = textOf(part.element);
  return words.length <= 120 && /\p{L}{2}/u.test(words) && isLine(part.element);
}

/** Whether a block is a line in bold, such as stands above what it is about. */
export function isBoldLine(block: Element): boolean {
  return isLineOf({ type: 'block', element: block }, isBold);
}

function isBold({ children }: Element): boolean {
  return children.every((node) => isMarked(node) || textOf(node) === '');
}

// "**Effective Date: July 31, 2026**" is of the whole text.
function isBoldTitle(line: Element): boolean {
  return isBold(line) && namedDays(textOf(line)).length === 0;
}

function isMarked(node: ElementContent): boolean {
  if (!isElement(node)) return false;
  return ['strong', 'b'].includes(node.tagName) || (/^(?:u|em|i|span)$/.test(node.tagName) && isBold(node));
}

// A sentence ends with a stop, a heading does not.
function isNumbered(line: Element): boolean {
  const words = textOf(line);
  return words.length <= 80 && numbered.test(words) && !/[.;:,!?]$/.test(words);
}

function isShouted(line: Element): boolean {
  const words = textOf(line);
  return words.length <= 80 && !/\p{Ll}/u.test(words) && !/[.;,!]$/.test(words) && !isDated(words);
}

function isTitle(line: Element): boolean {
  const words = textOf(line);
  return words.length <= 60 && /^\p{Lu}/u.test(words) && !/[.;:,!]$/.test(words) && !isDated(words);
}

// "Last modified: 2024-05-07" dates what is above it and below it.
function isDated(words: string): boolean {
  return daysIn(words).length > 0;
}

const numbered =
  /^(?:(?:article|section|artikel|artículo|articolo|clause|§)\s*)?\d{1,2}(?:\.\d{1,2})*[.):]?\s+\p{Lu}/iu;

function headingOf(line: Element): TextPart {
  const title = textOf(line);
  const [, deeper = ''] = /^\d{1,2}((?:\.\d{1,2})*)/.exec(title) ?? [];
  const level = Math.min(2 + deeper.split('.').length - 1, 4);
  return { type: 'heading', level, title, anchors: [] };
}
