import { oncePer } from '../../memory.ts';
import { contentOf } from '../../resolve/all-sections.ts';
import type { ResolvedPolicy } from '../../resolve/policy-model.ts';
import { proseText } from '../../text/prose.ts';
import { sentencesOf } from '../../text/sentences.ts';
import { baseLanguage } from '../../words/base-language.ts';
import type { Comparison, Draft } from './change.ts';
import { type ChangeRule, changeRules } from './change-rules.ts';
import { condition, withParts } from './field-change.ts';
import { type PromiseName, promiseWordsOf } from './promise-words.ts';
import { isRepeated } from './still-there.ts';

/**
 * Changes of facts, of which nothing is withdrawn that a sentence of the newer text seems to say: it went from the fields
 * alone. What that comes to nobody knows, so it is told with the sentence.
 */
export function stillSaid(drafts: readonly Draft[], comparison: Comparison): Draft[] {
  return drafts.map((draft) => {
    const { rule, direction = changeRules[rule].direction, after, parts } = draft;
    if (after !== undefined) return draft;
    const isPromise = direction === 'more' || areTexts.has(rule);
    const promise = isPromise ? sayingOf(draft, comparison) : undefined;
    const inText = promise ?? repeating(draft, comparison);
    if (inText === undefined) return draft;
    const before = parts.before ?? parts.details;
    const told = withParts(draft, { ...(before && { before }), inText: condition(inText) });
    return { ...told, level: 'review', direction: 'neutral' };
  });
}

// A text stands word for word; a denial, or what is promised to be done, by its words.
function sayingOf({ rule, path, before }: Draft, comparison: Comparison): string | undefined {
  const text = typeof before === 'string' ? before : Object(before).text;
  if (areTexts.has(rule)) return isRepeated(proseText(text), 'before', comparison) ? text : undefined;
  if (before !== 'none' && typeof before !== 'boolean') return undefined;
  const words = promiseWordsOf(comparison.after.language);
  const topic = words && Object.hasOwn(words.of, path) ? words.of[path as PromiseName] : undefined;
  if (!words || !topic) return undefined;
  const { denies, limits } = words;
  const isDenial = before !== true;
  return sentencesIn(comparison.after).find(
    (sentence) => topic.test(sentence) && denies.test(sentence) === isDenial && !limits.test(sentence),
  );
}

// A name, or a period or an age beside what it is of: "We keep logs for 30 days."
function repeating({ rule, path, before, parts }: Draft, comparison: Comparison): string | undefined {
  const sentences = sentencesIn(comparison.after);
  if (rule === 'vendor-removed') return sentences.find((one) => holds(one, String(Object(before).name)));
  if (rule === 'contact-removed') {
    const { email, phone, url } = Object(before);
    const ways = [email, phone, url].filter((way) => typeof way === 'string');
    return sentences.find((one) => ways.some((way) => holds(one, way)));
  }
  if (!areValues.has(rule)) return undefined;
  // In another language than ours the unit is another word.
  const isOurs = baseLanguage(comparison.after.language) === baseLanguage(comparison.reader.language);
  const figures = isOurs ? /\p{N}+(?: \p{L}+)?/u : /\p{N}+/u;
  const figure = figures.exec(parts.before ?? parts.details ?? '')?.[0];
  const topic = topicOf(path, parts.name ?? '', comparison.after);
  if (figure === undefined || !topic) return undefined;
  return sentences.find((one) => holds(one, figure) && topic.test(one));
}

// A thing is spoken of by words of its own, an entry by those of its name.
function topicOf(path: string, name: string, { language }: ResolvedPolicy): RegExp | undefined {
  const [disclosure = '', entry] = path.split('.');
  const { of } = promiseWordsOf(language) ?? {};
  if (
    of &&
    Object.hasOwn(of, disclosure) &&
    ['notice', 'requests', 'children', 'consent'].includes(disclosure)
  )
    return of[disclosure as PromiseName];
  const words = entry === undefined ? [] : (name.match(/[\p{L}\p{N}]{3,}/gu) ?? []);
  return words.length > 0 ? new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})`, 'iu') : undefined;
}

function holds(sentence: string, words: string): boolean {
  const isEdge = (sign = '') => !/[\p{L}\p{N}]/u.test(sign);
  for (let at = sentence.indexOf(words); at >= 0; at = sentence.indexOf(words, at + 1))
    if (isEdge(sentence[at - 1]) && isEdge(sentence[at + words.length])) return true;
  return false;
}

// How long, from which age, how soon.
const areValues: ReadonlySet<ChangeRule> = new Set([
  'retention-removed',
  'retention-period-removed',
  'cookie-duration-removed',
  'cookie-data-duration-removed',
  'promise-removed',
  'right-deadline-removed',
  'notice-period-removed',
  'children-text-changed',
  'consent-choice-changed',
]);

// What is told by its words alone.
const areTexts: ReadonlySet<ChangeRule> = new Set([
  'right-removed',
  'security-measure-removed',
  'child-choice-removed',
  'purpose-removed',
  'ai-use-removed',
]);

const sentencesIn = oncePer(({ lead = '', language, ...policy }: ResolvedPolicy): string[] => {
  const texts = contentOf(policy).flatMap((block) => (block.type === 'prose' ? [block.text] : []));
  return [lead, ...texts].flatMap((text) =>
    sentencesOf(proseText(text), language).map(({ segment }) => segment.trim()),
  );
});
