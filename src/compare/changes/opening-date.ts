import { oncePer } from '../../memory.ts';
import { allSections } from '../../resolve/all-sections.ts';
import type { ResolvedPolicy } from '../../resolve/policy-model.ts';
import { proseText } from '../../text/prose.ts';
import { isWord, makeTokenize } from '../../text/tokens.ts';
import type { Comparison } from './change.ts';
import { haveOneDate, isDate, isOfDate } from './date-line.ts';
import { guardWordsOf } from './guard-words.ts';

const longestLine = 60;
const mostWords = 4;
const longestOpening = 160;

/**
 * Whether two texts date a policy by where they stand: short lines at its beginning, each a date with a few words beside it.
 * It is asked in a language without a list of such words ("最終更新 2024 年 4 月 29 日") alone: where there is one, they tell it.
 */
export function areOpeningDates(before: string, after: string, comparison: Comparison): boolean {
  const { language } = comparison.after;
  return (
    !guardWordsOf(language) &&
    [before, after].every((text) => isDated(text, language)) &&
    opensWith(comparison.before, before) &&
    opensWith(comparison.after, after) &&
    !haveOneDate(before, after, language)
  );
}

function isDated(text: string, language: string): boolean {
  if (text.length > longestLine || !/\d/.test(text)) return false;
  const words = makeTokenize(language)(text).filter((token) => isWord(token) && !signs.test(token));
  const dates = words.filter((word) => isOfDate(word, language));
  return isDate(dates, language) && words.length - dates.length <= mostWords;
}

// "2024 年 4 月 3 日", "2024년 4월 3일", "3 апреля 2024 г.": what stands beside the figures of a date.
const signs = /^(?:[年月日년월일]|г|р)$/u;

function opensWith(policy: ResolvedPolicy, text: string): boolean {
  return openingOf(policy).includes(text.replaceAll(/\s+/g, ' ').trim());
}

const openingOf = oncePer(({ lead = '', sections }: ResolvedPolicy) => {
  const [first] = allSections(sections).filter(({ content }) => content.length > 0);
  const texts = (first?.content ?? []).flatMap((block) => (block.type === 'prose' ? [block.text] : []));
  const shown = [lead, ...texts].map(proseText).join(' ').replaceAll(/\s+/g, ' ').trim();
  return shown.slice(0, longestOpening);
});
