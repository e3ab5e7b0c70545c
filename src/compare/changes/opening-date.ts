import { oncePer } from '../../memory.ts';
import { allSections } from '../../resolve/all-sections.ts';
import type { ResolvedPolicy } from '../../resolve/policy-model.ts';
import { proseText } from '../../text/prose.ts';
import { isForeign } from '../../text/seeming-language.ts';
import { isWord, makeTokenize } from '../../text/tokens.ts';
import { baseLanguage } from '../../words/base-language.ts';
import type { Comparison } from './change.ts';
import { haveOneDate, isDate, isOfDate } from './date-line.ts';
import { guardWordsOf } from './guard-words.ts';

const longestLine = 60;
const mostWords = 4;
const longestOpening = 160;

/**
 * Whether two texts date a policy by where they stand: short lines at its beginning, each a date with a few words beside it.
 * It is asked in a language without a list of such words ("最終更新 2024 年 4 月 29 日") alone: where there is one, they tell it.
 * A section in another language than the policy, as a translation of it, begins with such a line as well.
 */
export function areOpeningDates(before: string, after: string, comparison: Comparison): boolean {
  const { language } = comparison.after;
  return (
    [before, after].every((text) => isDated(text, language)) &&
    opens(comparison.before, before) &&
    opens(comparison.after, after) &&
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

function opens(policy: ResolvedPolicy, text: string): boolean {
  return guardWordsOf(policy.language) ? opensTranslation(policy, text) : opensWith(policy, text);
}

function opensTranslation({ language, sections }: ResolvedPolicy, text: string): boolean {
  return allSections(sections).some(({ content }) => {
    const [first = '', ...rest] = content.flatMap((block) =>
      block.type === 'prose' ? proseText(block.text).split('\n') : [],
    );
    return first.trim() === text.trim() && isForeign(rest.join(' '), baseLanguage(language));
  });
}

function opensWith(policy: ResolvedPolicy, text: string): boolean {
  return openingOf(policy).includes(text.replaceAll(/\s+/g, ' ').trim());
}

const openingOf = oncePer(({ lead = '', sections }: ResolvedPolicy) => {
  const [first] = allSections(sections).filter(({ content }) => content.length > 0);
  const texts = (first?.content ?? []).flatMap((block) => (block.type === 'prose' ? [block.text] : []));
  const shown = [lead, ...texts].map(proseText).join(' ').replaceAll(/\s+/g, ' ').trim();
  return shown.slice(0, longestOpening);
});
