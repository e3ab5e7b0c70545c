import { oncePer } from '../../memory.ts';
import { valueAt } from '../../read/shape.ts';
import type { Spot, Subject, WrittenText } from '../rule.ts';
import { titleAbove } from './claims.ts';
import { sentenceAt } from './sentences.ts';
import { patternsOf, type Topic } from './topics.ts';
import { acrossLines, type Match, matches } from './written-texts.ts';

/**
 * Looks for a likely statement of a fact in the prose of an English policy: where readers seem to be told what no field
 * says. Gives the best place, or nothing. It may be wrong either way: what it finds is a note, never a fault.
 */
export function likelyStatement(subject: Subject, topic: Topic): Spot | undefined {
  const known = answers(subject);
  if (!known.has(topic)) known.set(topic, findStatement(subject, topic));
  return known.get(topic);
}

const answers = oncePer((_subject: Subject) => new Map<Topic, Spot | undefined>());

function findStatement(subject: Subject, topic: Topic): Spot | undefined {
  const { titles, words, under, headings = titles, denies, ...others } = patternsOf(topic);
  const unless = others.unless && ignoringCase(others.unless);
  const isUnder = (heading: RegExp) => (text: WrittenText) =>
    [titleAbove(subject, text), leadIn(subject, text), String(text.path[0])].some((above) =>
      heading.test(above),
    );
  const found = [
    ...(under
      ? matches(subject, under.words, (text) => isProse(text) && isUnder(ignoringCase(under.titles))(text))
      : []),
    ...words.flatMap((pattern) => matches(subject, pattern, isProse)),
    ...words.flatMap((pattern) => matches(subject, pattern, isDescription)),
  ].filter((match) => !isAsked(match) && !isInContents(match) && !unless?.test(sentenceOf(match).words));
  const affirmed = denies === undefined ? found : found.filter((match) => !isDenied(match));
  const all = affirmed.length > 0 || denies === 'never' ? affirmed : found;
  const headed = titles && all.find(({ text }) => isUnder(ignoringCase(titles))(text));
  // A heading alone tells little: "Your rights" does not say which.
  const title = headings && matches(subject, headings, isTitle)[0];
  const best: Match | undefined = headed ?? all[0] ?? title;
  return best?.at;
}

// What a question asks is not said by it, other than how people do something.
const isQuestion =
  /^[\W_]*(does|do|did|will|would|is|are|can|has|have|may|who|which|what|how (does|do (we|they))|why|when|where)\b[^.!]*\?[\W_]*$/i;

function isAsked(match: Match): boolean {
  const { words, offset } = sentenceOf(match);
  const { offset: start = 0, length = 0 } = match.at.mark ?? {};
  // What begins in a question can end in its answer.
  return isQuestion.test(words) && start + length <= offset + words.length;
}

// What a sentence says is not so: "we do not", "No employee looks at"; behind a comma or a colon, something else is said.
const isNegation =
  /(?:^\W*no|\b(?:do|does|did|is|are|was|were|will|would|may|shall|can|must)(?: not|n['’]t)|\bcannot|\bnever)\b[^,;:]*$/i;

function isDenied(match: Match): boolean {
  const { words, offset } = sentenceOf(match);
  const { offset: start = 0, length = 0 } = match.at.mark ?? {};
  return isNegation.test(words.slice(0, start + length - offset));
}

// A line that is only a link to a section says what that is about.
function isInContents({ at, text: { text } }: Match): boolean {
  const offset = at.mark?.offset ?? 0;
  const end = text.indexOf('\n', offset);
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, end < 0 ? text.length : end);
  return /^[\s*+\d.-]*\[[^\]]*\]\([\w:/.-]*#[^)\s]*\)\s*$/.test(line);
}

function sentenceOf({ at, text }: Match): ReturnType<typeof sentenceAt> {
  return sentenceAt(text, at.mark?.offset ?? 0);
}

// The paragraph before a list, which says what its items are.
function leadIn({ written }: Subject, { path }: WrittenText): string {
  const index = path.at(-1);
  const before = typeof index === 'number' ? valueAt(written, [...path.slice(0, -1), index - 1]) : undefined;
  return typeof before === 'string' && /:[*_]*\s*$/.test(before) ? before : '';
}

function ignoringCase(pattern: RegExp): RegExp {
  const { source } = acrossLines(pattern);
  return new RegExp(source, 'i');
}

/** Whether a text is one that can state a fact: what stands in sections, and not the name of an entry. */
export function isProse({ path }: WrittenText): boolean {
  return (
    path.at(-1) !== 'title' &&
    path[0] !== 'notice' &&
    (path[0] === 'sections' || path[0] === 'lead' || path.at(-1) === 'text' || isRightName(path))
  );
}

function isRightName(path: WrittenText['path']): boolean {
  return path[0] === 'rights' && path.at(-1) === 'label';
}

/** Whether a text describes an entry. */
export function isDescription({ path }: WrittenText): boolean {
  return path.at(-1) === 'description';
}

/** Whether a text is the title of a section. */
export function isTitle({ path }: WrittenText): boolean {
  return path[0] === 'sections' && path.at(-1) === 'title';
}
