import type { Spot, Subject } from '../rule.ts';
import { titleAbove } from './claims.ts';
import { isDescription, isProse, isTitle } from './likely.ts';
import { sentencesOf } from './sentences.ts';
import { type Loose, type LooseTopic, looseWords } from './topics/loose.ts';
import { acrossLines, type Match, matches } from './written-texts.ts';

/**
 * Looks for loose words of a topic in an English policy, in its prose first, then in what describes entries and in headings. Gives the first place
 * that has them, or nothing: then no text speaks of the topic, in whatever words.
 */
export function nearestWords(subject: Subject, topic: LooseTopic): Spot | undefined {
  const { words, beside }: Loose = looseWords[topic];
  for (const among of [isProse, isDescription, isTitle]) {
    const found = matches(subject, words, among);
    const near = beside ? found.find((match) => hasBeside(subject, match, beside)) : found[0];
    if (near) return near.at;
  }
  return undefined;
}

// In its sentence, in the one that leads into a list, or in the heading above.
function hasBeside(subject: Subject, { at, text }: Match, beside: RegExp): boolean {
  const { source } = acrossLines(beside);
  const pattern = new RegExp(source, 'i');
  const before = sentencesOf(text).filter(({ offset }) => offset <= (at.mark?.offset ?? 0));
  const leading = before.slice(0, -1).findLast(({ words }) => /:[*_]*$/.test(words));
  const around = [before.at(-1)?.words ?? text.text, leading?.words ?? '', titleAbove(subject, text)];
  return around.some((one) => pattern.test(one));
}
