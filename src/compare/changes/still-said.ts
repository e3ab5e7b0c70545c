import { oncePer } from '../../memory.ts';
import { contentOf } from '../../resolve/all-sections.ts';
import type { ResolvedPolicy } from '../../resolve/policy-model.ts';
import { proseText } from '../../text/prose.ts';
import { sentencesOf } from '../../text/sentences.ts';
import type { Comparison, Draft } from './change.ts';
import { type ChangeRule, changeRules } from './change-rules.ts';
import { condition, withParts } from './field-change.ts';
import { type PromiseName, promiseWordsOf } from './promise-words.ts';
import { isRepeated } from './still-there.ts';

/**
 * Changes of facts, of which no promise is withdrawn that a sentence of the newer text seems to make: it went from the
 * fields alone. What that comes to nobody knows, so it is told with the sentence.
 */
export function stillSaid(drafts: readonly Draft[], comparison: Comparison): Draft[] {
  return drafts.map((draft) => {
    const { rule, direction = changeRules[rule].direction, after } = draft;
    const inText = after === undefined && direction === 'more' ? sayingOf(draft, comparison) : undefined;
    if (inText === undefined) return draft;
    return { ...withParts(draft, { inText: condition(inText) }), level: 'review', direction: 'neutral' };
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

// Promises that are nothing but a text.
const areTexts: ReadonlySet<ChangeRule> = new Set([
  'right-removed',
  'security-measure-removed',
  'child-choice-removed',
]);

const sentencesIn = oncePer(({ lead = '', language, ...policy }: ResolvedPolicy): string[] => {
  const texts = contentOf(policy).flatMap((block) => (block.type === 'prose' ? [block.text] : []));
  return [lead, ...texts].flatMap((text) =>
    sentencesOf(proseText(text), language).map(({ segment }) => segment.trim()),
  );
});
