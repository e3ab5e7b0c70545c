import type { Element, ElementContent } from 'hast';
import { type LinkTo, lineOf } from './to-markdown.ts';
import { childrenNamed, elementsIn, isApart, isElement, textOf } from './tree.ts';

/** An inventory that a list of labels and texts can be: what is collected, what for, who receives it, and what follows. */
export type Inventory = 'data' | 'purposes' | 'recipients' | 'retention' | 'rights';

/** A list whose items each have a label and a text, and the inventory that the headings around it say it is. */
export type LabelledList = { of: Inventory; entries: LabelledEntry[] };

/** An item of such a list: its label, the text behind it, and both as one line. */
export type LabelledEntry = { label: string; text: string; whole: string };

// What a heading says of the list below it, in the languages most policies are written in.
const headings: [Inventory, RegExp][] = [
  [
    'rights',
    /\b(your|privacy|data subject|individual|consumer|gdpr|data protection)\b.*\brights\b|^(\d+\.? )?rights$|\b(ihre|betroffenen)\w*\b.*rechte|\bvos droits\b|\b(sus|tus) derechos\b|\bi (tuoi|suoi) diritti\b|\b(uw|jouw|je) rechten\b/i,
  ],
  [
    'retention',
    /\bretention\b|\bhow long\b|\b(keep|retain|store)\b.*\b(information|data)\b|aufbewahr|speicherdauer|\bconservation\b|conservación|conservazione|bewaartermijn|\bbewaren\b/i,
  ],
  [
    'recipients',
    /\bshar(e|ing)\b|disclos|recipients|who (else )?(gets|receives|sees)|weitergabe|weitergeben|empfänger|partage|destinataires|compartimos|destinatarios|condivis|destinatari\b|delen\b|ontvangers/i,
  ],
  [
    'purposes',
    /purposes?\b|\b(how|why)\b.*\b(use|process)\b|\buse of (your |personal )*(information|data)|wofür|zwecke?\b|finalités|pourquoi|utilisons|finalidad|para qué|finalità|doeleinden|waarvoor/i,
  ],
  [
    'data',
    /\b(information|data)\b.*\bcollect|\bcollect.*\b(information|data)\b|(information|data) (that )?you (give|provide)|what we (collect|know|store)|categories of (personal )?(information|data)|welche daten|erheben|données (que nous )?(collect|recueill)|datos que recopilamos|quali dati|welke gegevens/i,
  ],
];

/**
 * Reads a list as an inventory: where each item is a label and one paragraph, and the nearest heading that speaks of
 * data, purposes or recipients says which. `around` are the headings above it, the outermost first.
 */
export function labelledList(
  block: Element,
  around: readonly string[],
  linkTo: LinkTo,
): LabelledList | undefined {
  if (block.tagName !== 'ul' && block.tagName !== 'ol') return undefined;
  const of = inventoryOf(around);
  const items = childrenNamed(block, 'li');
  if (!of || items.length < 2) return undefined;
  const entries = items.flatMap((item) => entryOf(item, linkTo) ?? []);
  return entries.length === items.length ? { of, entries } : undefined;
}

function inventoryOf(around: readonly string[]): Inventory | undefined {
  for (const title of around.toReversed()) {
    const found = headings.find(([, pattern]) => pattern.test(title));
    if (found) return found[0];
  }
  return undefined;
}

function entryOf(item: Element, linkTo: LinkTo): LabelledEntry | undefined {
  const found = labelIn(trimmed(lineIn(item)));
  if (!found || found.rest.some(isApart)) return undefined;
  const text = lineOf({ ...item, tagName: 'p', children: found.rest }, linkTo);
  const isName = /\p{L}/u.test(found.label) && found.label.length <= 100;
  if (!isName || !/\p{L}/u.test(text)) return undefined;
  return { label: found.label, text, whole: lineOf(item, linkTo) };
}

type Labelled = { label: string; rest: ElementContent[] };

/** The label that a line begins with: in bold and set apart by a mark, or in plain words before a colon. */
function labelIn([first, ...rest]: ElementContent[]): Labelled | undefined {
  if (first?.type === 'text') {
    const plain = /^\s*(\p{Lu}[^:.;!?]{1,79}):\s+(?=\S)/u.exec(first.value);
    const after = plain && { ...first, value: first.value.slice(plain[0].length) };
    return after ? { label: (plain[1] ?? '').trim(), rest: [after, ...rest] } : undefined;
  }
  if (!first || !isElement(first) || !['strong', 'b'].includes(first.tagName)) return undefined;
  if (elementsIn([first]).some(({ tagName }) => tagName === 'a')) return undefined;
  const written = textOf(first);
  const isDivided = /[:.–—-]$/.test(written) || /^\s*[:.–—-]/.test(rest.map(textIn).join(''));
  return isDivided ? { label: written.replace(/\s*[:.–—-]+$/, ''), rest: withoutMark(rest) } : undefined;
}

// An item of a list with blank lines holds a paragraph.
function lineIn(item: Element): ElementContent[] {
  const inside = trimmed(item.children);
  const [only, ...others] = inside;
  return only && isElement(only) && only.tagName === 'p' && others.length === 0 ? only.children : inside;
}

function trimmed(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.filter(
    (node) => node.type === 'element' || (node.type === 'text' && node.value.trim() !== ''),
  );
}

function withoutMark(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.map((node, index) =>
    index === 0 && node.type === 'text'
      ? { ...node, value: node.value.replace(/^\s*[:.–—-]+\s*/, '') }
      : node,
  );
}

function textIn(node: ElementContent): string {
  return node.type === 'text' ? node.value : textOf(node);
}
