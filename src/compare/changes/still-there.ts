import { oncePer } from '../../memory.ts';
import { allSections } from '../../resolve/all-sections.ts';
import type { ResolvedPolicy } from '../../resolve/policy-model.ts';
import { proseText } from '../../text/prose.ts';
import type { Comparison } from './change.ts';
import { isChrome, isOfPicture, isPopup } from './chrome.ts';
import { isDateLine } from './date-line.ts';

/** Whether a text that came or went says nothing of substance: a date of the text, the chrome of a page, or what is still there. */
export function isIdle(text: string, side: 'before' | 'after', comparison: Comparison): boolean {
  const { language } = comparison.after;
  const isOfPage = isChrome(text, language) || isPopup(text, language) || isOfPicture(text);
  return isOfPage || isDateLine(text, language) || isStillThere(text, side, comparison);
}

const fewestStill = 6;

/**
 * Whether a text that went (of the version before) or came (of the one after) stands in the other version, too: as a title,
 * or word for word in its running text, titles among it, as often as in its own. Then the text was only divided in another way.
 */
export function isStillThere(text: string, side: 'before' | 'after', comparison: Comparison): boolean {
  const [own, other] = [comparison[side], comparison[side === 'after' ? 'before' : 'after']];
  if (isTitle(text, other)) return true;
  const words = wordsOf(text);
  if (words.split(' ').length < fewestStill) return false;
  const count = countIn(other, words);
  return count > 0 && count >= countIn(own, words);
}

/** Whether a text that went or came is running text in another place of the other version: it only moved. */
export function isElsewhere(text: string, side: 'before' | 'after', comparison: Comparison): boolean {
  const other = comparison[side === 'after' ? 'before' : 'after'];
  return isStillThere(text, side, comparison) && !isTitle(text, other);
}

/** Whether a text that went or came stands word for word in the other version as well, however often. */
export function isRepeated(text: string, side: 'before' | 'after', comparison: Comparison): boolean {
  const words = wordsOf(text);
  const isLong = words.split(' ').length >= fewestStill;
  return isLong && countIn(comparison[side === 'after' ? 'before' : 'after'], words) > 0;
}

/** Whether a text says what a policy or a section of it is called, with or without its number. */
export function isTitle(text: string, policy: ResolvedPolicy): boolean {
  return titlesOf(policy).has(wordsOf(text));
}

/** Whether a text that went is a title now, or one that came was a title: its words are there, as what something is called. */
export function becameTitle(text: string, side: 'before' | 'after', comparison: Comparison): boolean {
  const other = comparison[side === 'after' ? 'before' : 'after'];
  return isTitle(text, other) && !isTitle(text, comparison[side]);
}

function countIn(policy: ResolvedPolicy, words: string): number {
  const [text, part] = [runningText(policy), ` ${words} `];
  let count = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) count++;
  return count;
}

const titlesOf = oncePer(
  ({ title, sections }: ResolvedPolicy) =>
    new Set([title, ...allSections(sections).map((section) => section.title)].map(wordsOf)),
);

const runningText = oncePer(({ lead = '', sections }: ResolvedPolicy) => {
  const texts = allSections(sections).flatMap(({ title, content }) => [
    title,
    ...content.flatMap((block) => (block.type === 'prose' ? [plainText(block.text)] : [])),
  ]);
  return ` ${wordsOf([plainText(lead), ...texts].join(' '))} `;
});

// Marks are no words. What stands in brackets, code and references may have some that nobody reads.
function plainText(markdown: string): string {
  return /[[\]<`&\\]|\{[:#]|[\p{L}\p{N}][*_]+[\p{L}\p{N}]/u.test(markdown) ? proseText(markdown) : markdown;
}

// Without the numbers of items and sections: they change with the division.
function wordsOf(text: string): string {
  return (text.toLowerCase().match(/\p{L}[\p{L}\p{M}\p{N}]*/gu) ?? []).join(' ');
}
