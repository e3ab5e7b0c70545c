import type { Element, ElementContent } from 'hast';
import type { Outline, ReadSection, ReadText, TextPart } from './import-model.ts';
import { isLabelled } from './labelled-list.ts';
import { attribute, elementsIn, isApart, isElement, textOf } from './tree.ts';
import { withTypedHeadings } from './typed-headings.ts';
import { kindOf } from './usual-titles.ts';

/**
 * Divides a text as a policy is divided: a title, what stands before the first heading, sections and sections in them.
 * The three highest levels of headings in use become ours; what stands deeper becomes a line in bold, so that no word
 * is lost.
 */
export function outlineOf({ content, title: written }: ReadText): Outline {
  const parts = partsOf(content, 0);
  // What a template was to put there is not known.
  const outside = written && /^\{\{[^{}]*\}\}$/.test(written) ? undefined : written;
  const title = outside ?? titleLine(parts);
  const first = parts.find((part) => part.type === 'heading');
  const isTitle = first !== undefined && isTitleOf(first, parts, title);
  const rest = parts.filter((part, index) => !(isTitle ? part === first : title !== outside && index === 0));
  return {
    ...divide(withTypedHeadings(rest)),
    ...((isTitle ? first.title : title) && { title: isTitle ? first.title : title }),
    anchors: isTitle ? first.anchors : [],
  };
}

// A first line that names a policy and is no sentence, in a text that has no title elsewhere.
function titleLine([line, ...rest]: readonly TextPart[]): string | undefined {
  if (line?.type !== 'block' || line.element.tagName !== 'p' || rest.length === 0) return undefined;
  const words = textOf(line.element);
  const isName = /^\p{Lu}[^\d.!?:;]{0,150}$/u.test(words) && !sentence.test(words);
  const isOneLine = !elementsIn(line.element.children).some(({ tagName }) => tagName === 'br');
  return isName && isOneLine && kindOf([words]) ? words : undefined;
}

const sentence =
  /(?<!\p{L})(we|you|is|are|has|have|applies|explains|describes|wir|sie|ist|sind|gilt|nous|vous|est|sont|usted|es)(?!\p{L})/iu;

type Heading = Extract<TextPart, { type: 'heading' }>;

// The first heading, where it opens the text (a date or a line may stand above it) and no other is as high, unless it names a
// policy and stands above headings of its own at once. Where the title is known from elsewhere, a heading of a lower level is
// one of a section, unless it says the same.
function isTitleOf(first: Heading, parts: readonly TextPart[], title: string | undefined): boolean {
  const others = parts.flatMap((part) => (part.type === 'heading' && part !== first ? [part] : []));
  const isHighest = others.every(({ level }) => level > first.level);
  if (
    !(isHighest || isNameAbove(first, others, parts) || isNameAmong(first, others)) ||
    parts.indexOf(first) > 2
  )
    return false;
  return first.level === 1 || title === undefined || first.title.toLowerCase() === title.toLowerCase();
}

// Of headings that are all of the highest level, the first that is a name of a policy, where no other is one.
function isNameAmong(first: Heading, others: readonly Heading[]): boolean {
  return first.level === 1 && isPolicyName(first) && !others.some(isPolicyName);
}

function isPolicyName({ title }: Heading): boolean {
  const isName =
    policyName.test(title) && title.length <= 80 && !/^\W*\d|\b(this|our|changes|updates)\b|\?/i.test(title);
  return isName && kindOf([title]) !== undefined;
}

const policyName =
  /\b(?:policy|notice|statement|agreement|terms (?:of (?:use|service)|and conditions))$|erklärung$|richtlinie$|bedingungen$|^(?:politique|política|informativa|polityka)\b/i;

function isNameAbove(
  first: Heading,
  [next, ...others]: readonly Heading[],
  parts: readonly TextPart[],
): boolean {
  if (!next || next.level <= first.level || others.some(({ level }) => level < first.level)) return false;
  return parts.indexOf(next) - parts.indexOf(first) <= 2 && kindOf([first.title]) !== undefined;
}

function divide(parts: readonly TextPart[]): Pick<Outline, 'lead' | 'sections'> {
  const levels = [...new Set(parts.flatMap((part) => (part.type === 'heading' ? [part.level] : [])))];
  const upper = levels.toSorted((one, other) => one - other).slice(0, 3);
  const lead: Element[] = [];
  const sections: ReadSection[] = [];
  let open: { level: number; section: ReadSection }[] = [];
  for (const part of parts) {
    const last = open.at(-1)?.section;
    if (part.type === 'block') (last?.blocks ?? lead).push(part.element);
    else if (last && !upper.includes(part.level)) last.blocks.push(boldLine(part.title));
    else {
      open = open.filter(({ level }) => level < part.level);
      const section = newSection(part);
      (open.at(-1)?.section.sections ?? sections).push(section);
      open.push({ level: part.level, section });
    }
  }
  return { lead, sections };
}

function newSection({ title, anchors }: Heading): ReadSection {
  return { title, anchors, blocks: [], sections: [] };
}

function boldLine(title: string): Element {
  return element('p', [element('strong', [{ type: 'text', value: title }])]);
}

function element(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}

const containers = new Set(
  'div section article main body header footer aside figure figcaption details summary center address fieldset td'.split(
    ' ',
  ),
);

/** Headings and blocks in order; `above` is the level of the heading around them. */
function partsOf(nodes: readonly ElementContent[], above: number): TextPart[] {
  const parts: TextPart[] = [];
  let line: ElementContent[] = [];
  let level = above;
  const endLine = () => {
    if (line.some((node) => textOf(node) !== '')) parts.push({ type: 'block', element: element('p', line) });
    line = [];
  };
  for (const node of nodes) {
    if (!isApart(node) && !isContainer(node)) {
      line.push(node);
      continue;
    }
    endLine();
    if (!isElement(node)) continue;
    const found = partsOfElement(node, level);
    level = found.findLast((part) => part.type === 'heading')?.level ?? level;
    parts.push(...found);
  }
  endLine();
  return parts;
}

function isContainer(node: ElementContent): boolean {
  return isElement(node) && containers.has(node.tagName);
}

function partsOfElement(node: Element, level: number): TextPart[] {
  const heading = /^h([1-6])$/.exec(node.tagName);
  if (heading) return headingOf(node, Number(heading[1]));
  const isNamed = node.tagName === 'dl' && isDivided(node);
  if (isNamed) return withAnchor(node, partsOfNames(node, level));
  if (isContainer(node)) return withAnchor(node, partsOf(node.children, level));
  if (node.tagName !== 'hr' && textOf(node) === '') return [];
  return node.tagName === 'hr' ? [] : [{ type: 'block', element: node }];
}

// What is longer was made a heading for its looks.
const longestHeading = 250;

function headingOf(node: Element, level: number): TextPart[] {
  const title = textOf(node);
  const ids = [node, ...elementsIn(node.children)].flatMap((part) => [
    attribute(part, 'id') ?? '',
    part.tagName === 'a' ? (attribute(part, 'name') ?? '') : '',
  ]);
  if (title === '') return [];
  if (title.length > longestHeading) return [{ type: 'block', element: { ...node, tagName: 'p' } }];
  return [
    { type: 'heading', level, title: title.replace(/^#\s+|\s+[#¶]$/g, ''), anchors: ids.filter(Boolean) },
  ];
}

// A list of terms that holds headings, tables or lists with labels is a text divided by its terms.
function isDivided(list: Element): boolean {
  return elementsIn(list.children).some((part) => /^(h[1-6]|table)$/.test(part.tagName) || isLabelled(part));
}

function partsOfNames(list: Element, above: number): TextPart[] {
  let level = above;
  return list.children.filter(isElement).flatMap((node): TextPart[] => {
    if (node.tagName === 'dt') return headingOf(node, Math.min(level + 1, 6));
    const parts = node.tagName === 'dd' ? partsOf(node.children, level + 1) : partsOfElement(node, level);
    if (node.tagName !== 'dd') level = parts.findLast((part) => part.type === 'heading')?.level ?? level;
    return parts;
  });
}

// The anchor of what is around a heading leads to the heading.
function withAnchor(node: Element, parts: TextPart[]): TextPart[] {
  const id = attribute(node, 'id');
  const [first, ...rest] = parts;
  if (!id || first?.type !== 'heading') return parts;
  return [{ ...first, anchors: [...first.anchors, id] }, ...rest];
}
