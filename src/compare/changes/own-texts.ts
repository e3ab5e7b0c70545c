import { escapePattern } from '../../text/escape-pattern.ts';
import type { Draft } from './change.ts';

/**
 * Changes of facts, without those of a text beside a field that differs in nothing but what the field tells: "We write 30 days
 * ahead" where the period is told.
 */
export function withoutRestatedTexts(drafts: readonly Draft[]): Draft[] {
  return drafts.filter((draft) => !drafts.some((field) => restates(draft, field)));
}

function restates(text: Draft, field: Draft): boolean {
  const { before, after } = text;
  if (text === field || typeof before !== 'string' || typeof after !== 'string') return false;
  if (!/(?:^|\.)text$/.test(text.path) || ownerOf(text) !== ownerOf(field)) return false;
  const [olds, news] = [shownOf(field, 'before'), shownOf(field, 'after')];
  return olds.some((old, at) => {
    const now = news[at];
    return now !== undefined && old !== now && before.split(whole(old)).join(now) === after;
  });
}

// A text is quoted by other marks than a value.
function shownOf({ parts, ...draft }: Draft, side: 'before' | 'after'): string[] {
  const value = draft[side];
  const isValue = typeof value === 'string' || typeof value === 'number';
  return isValue ? [parts[side] ?? '', String(value)].filter((shown) => shown !== '') : [];
}

function whole(text: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${escapePattern(text)}(?![\\p{L}\\p{N}])`, 'u');
}

function ownerOf({ path }: Draft): string {
  return path.slice(0, path.lastIndexOf('.'));
}
