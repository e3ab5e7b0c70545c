import type { Element } from 'hast';
import { inventoryOf, isUsualName } from './inventory-names.ts';
import { type LabelledList, pointsToItem } from './labelled-list.ts';
import { type LinkTo, lineOf } from './to-markdown.ts';
import { childrenNamed, elementsIn, textOf } from './tree.ts';

// How a right begins that has no name of its own: what a person can do, or what must not be done to them.
const begins =
  /^(?:the |your |a )?(?:rights? (?:to|of|not)\b|(?:to )?(?:request|ask|access|know|confirm|correct|rectif|update|delet|eras|object|restrict|limit|withdraw|receive|obtain|opt|port|transfer|move|appeal|lodge|complain|export|revoke|not (?:be|receive)|have)\w*)/i;

/**
 * Reads a list as rights whose items have no names: below a heading about rights, after a sentence that speaks of them,
 * each item says what a person can do. Its words are its name too.
 */
export function rightsList(
  block: Element,
  { around, before }: { around: readonly string[]; before: string },
  linkTo: LinkTo,
): LabelledList | undefined {
  const items = block.tagName === 'ul' || block.tagName === 'ol' ? childrenNamed(block, 'li') : [];
  if (items.length < 2 || inventoryOf(around) !== 'rights') return undefined;
  const isAnnounced = /\brights?\b|\bentitled\b/i.test(before) || items.every(saysRight);
  if (!isAnnounced || !items.every(isRight)) return undefined;
  const entries = items.map((item) => ({ label: nameOf(textOf(item)), text: lineOf(item, linkTo) }));
  return { of: 'rights', entries };
}

function saysRight(item: Element): boolean {
  return /\bright\b/i.test(textOf(item));
}

function isRight(item: Element): boolean {
  const words = textOf(item);
  const isLine = !elementsIn(item.children).some(({ tagName }) => /^[uo]l$|^table$/.test(tagName));
  return (
    isLine &&
    words.length <= 600 &&
    !pointsToItem(words) &&
    begins.test(words) &&
    isUsualName('rights', words)
  );
}

function nameOf(words: string): string {
  return words.replace(/[;,.]?(?:\s+(?:and|or))?$/i, '').replace(/[;,.]$/, '');
}
