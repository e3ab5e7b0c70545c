import type { YamlPath } from '../../read/places.ts';
import { readerOf, showDate } from '../../text/show.ts';
import { comparePeriods } from '../../time/period.ts';
import { entriesOf } from '../facts/entries.ts';
import type { Mark, Subject, WrittenText } from '../rule.ts';
import { sentenceAt } from './sentences.ts';
import { restatedPeriods } from './written-periods.ts';
import { isEnglish, matches } from './written-texts.ts';

/** A fact that a text writes out: where, and the path that would quote it. */
export type LiteralFact = { path: string; text: WrittenText; mark: Mark; words: string };

/** `isPart` tells where the value is only a part of what is named, or names something else. */
type Named = { path: YamlPath; value: string; isPart?(around: Around): boolean };

/** What stands around a value in a text. */
type Around = { before: string; after: string; sentence: string; section: string };

/**
 * The addresses, numbers, dates and periods an own text writes out although `{{ path }}` could show them; a fact's own
 * entry is left out. Names are words of sentences, and stand as they are.
 */
export function literalFacts(subject: Subject): LiteralFact[] {
  return [...namedFacts(subject), ...restated(subject)];
}

function namedFacts(subject: Subject): LiteralFact[] {
  const facts = [...reaches(subject), ...dates(subject)];
  // Of two that both fit, the longer one is meant.
  const sorted = [...facts].sort((a, b) => b.value.length - a.value.length);
  const near = indexByStart(sorted);
  return subject.texts.flatMap((text) => {
    let free = blanked(text.text);
    return near(free).flatMap(({ path, value, isPart }) => {
      const marks = occurrences(free, value).filter((mark) => !isPart?.(aroundOf(mark, text)));
      for (const { offset, length } of marks)
        free = free.slice(0, offset) + ' '.repeat(length) + free.slice(offset + length);
      if (isOwn(text, path)) return [];
      return marks.map((mark) => ({ path: path.join('.'), text, mark, words: value }));
    });
  });
}

/** Of facts in an order, those that can stand in a text, by their first letters where there are many of them. */
function indexByStart(facts: readonly Named[]): (text: string) => Named[] {
  if (facts.length < 100) return (text) => facts.filter(({ value }) => text.includes(value));
  const startOf = (value: string, at = 0) => value.slice(at, at + 3);
  const short = facts.filter(({ value }) => value.length < 3);
  const byStart = Map.groupBy(
    facts.filter(({ value }) => value.length >= 3),
    ({ value }) => startOf(value),
  );
  const order = new Map(facts.map((fact, index) => [fact, index]));
  const orderOf = (fact: Named) => order.get(fact) ?? 0;
  return (text) => {
    const starts = new Set(Array.from({ length: text.length }, (_, at) => startOf(text, at)));
    const found = [...starts].flatMap((start) => byStart.get(start) ?? []);
    return [...short, ...found].sort((a, b) => orderOf(a) - orderOf(b));
  };
}

// Quotations, and the destinations of links: an address is written out there.
function blanked(text: string): string {
  return text.replaceAll(/\{\{[^}]*\}\}|https?:\/\/[^\s)>\]]*/g, (part) => ' '.repeat(part.length));
}

function aroundOf({ offset, length }: Mark, { text, section = '' }: WrittenText): Around {
  const { words: sentence } = sentenceAt(text, offset);
  return { before: text.slice(0, offset), after: text.slice(offset + length), sentence, section };
}

function occurrences(text: string, value: string): Mark[] {
  const found: Mark[] = [];
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + value.length)) {
    const before = text[at - 1] ?? ' ';
    const after = text.slice(at + value.length, at + value.length + 2);
    const isWord = !/[\p{L}\p{N}_*@-]/u.test(before) && !/^([\p{L}\p{N}_*@-]|\.[\p{L}\p{N}])/u.test(after);
    if (isWord) found.push({ offset: at, length: value.length });
  }
  return found;
}

function isOwn({ path: own }: WrittenText, path: YamlPath): boolean {
  return path.length > 2 && own[0] === path[0] && own[1] === path[1];
}

function reaches({ product }: Subject): Named[] {
  const { contacts, controller } = product.written;
  const ways = entriesOf(contacts).flatMap(([id, { email, phone }]) => [
    ...given(['contacts', id, 'email'], email),
    ...given(['contacts', id, 'phone'], typeof phone === 'string' ? phone : undefined),
  ]);
  return [...ways, ...given(['controller', 'email'], controller?.email)];
}

function dates({ written, policy }: Subject): Named[] {
  const { updated, effective, reviewed } = written;
  return (['updated', 'effective', 'reviewed'] as const).flatMap((field) => {
    const date = { updated, effective, reviewed }[field];
    if (typeof date !== 'string') return [];
    const forms = ['en-GB', 'en-US', policy.language].map((language) => showDate(date, readerOf(language)));
    return [...new Set([...forms, date])].map((value) => ({
      path: [field],
      value,
      // The same day can be that of something else: a law, a move, a new company.
      isPart: ({ sentence, section }) => isEnglish(policy) && !dating.test(`${section} ${sentence}`),
    }));
  });
}

const dating =
  /\b(updated?|effective|effect|in force|revis\w+|review\w*|amended|versions?|dated?|text of|appl(y|ies))\b/i;

function given(path: YamlPath, value: string | undefined): Named[] {
  return value === undefined ? [] : [{ path, value }];
}

function restated(subject: Subject): LiteralFact[] {
  return restatedPeriods(subject)
    .filter(({ fact, written, isOwn: own }) => !own && comparePeriods(fact.period, written.period) === 'same')
    .map(({ fact, text, written: { offset, words } }) => ({
      path: fact.path.join('.'),
      text,
      mark: { offset, length: words.length },
      words,
    }));
}

// Who is not served, and not whom something is set up for: profiles are private, content is not shown.
const excluding =
  /\b(not|never|no|cannot|without)\b[^.]{0,80}\b(for|directed|intended|aimed|aim|meant|targeted|designed|offered|use|using|register|sign|join|access|permitted|allowed|eligible|authori[sz]ed|collect|process|gather|request|submit|provide|create)\b|n['’]t\b/i;

/** An age below which an English text says that the service is not meant for a person. */
type StatedAge = { age: number; text: WrittenText; mark: Mark };

/** The ages below which a policy says in words that the service is not meant for a person. */
export function agesIn(subject: Pick<Subject, 'policy' | 'texts'>): StatedAge[] {
  if (!isEnglish(subject.policy)) return [];
  const limit =
    /\b(under|below|younger than|less than)( the age of)? (\d{1,2})\b(?! (days|weeks|months|hours|minutes|%|per))/;
  return matches(subject, limit).flatMap(({ at: { mark }, words, text }) => {
    const sentence = sentenceAt(text, mark?.offset ?? 0).words;
    const isOther =
      /\b(sell|sale|sold|shar(e|ed|ing)|advertis\w+|ads|posted|remov\w+|parents?|guardians?|tax|euros?|dollars?|nude|sexual\w*|solicit\w*)\b/i.test(
        sentence,
      );
    const age = Number(/\d+$/.exec(words)?.[0]);
    const isPerson =
      /\b(child(ren)?|minors?|persons?|people|anyone|anybody|individuals?|age|years|users?)\b/i.test(
        sentence,
      );
    if (!mark || isOther || !isPerson || !excluding.test(sentence) || age < 6 || age > 21) return [];
    return [
      {
        age,
        text,
        mark: { offset: mark.offset + words.length - String(age).length, length: String(age).length },
      },
    ];
  });
}
