import { parsePeriod, writePeriod } from '../../../schemas/values.ts';
import type { YamlPath } from '../../read/places.ts';
import { quotedPaths } from '../../resolve/quotation.ts';
import { entriesOf } from '../facts/entries.ts';
import type { Subject, WrittenText } from '../rule.ts';
import { sentenceAt } from './sentences.ts';
import { acrossLines, blankQuotations, isEnglish } from './written-texts.ts';

/** A length of time written out in a text, and the same the way a field has it. */
type WrittenPeriod = { offset: number; words: string; period: string };

const numbers = new Map(
  'one two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, index) => [word, index + 1]),
);
for (const [word, count] of Object.entries({ fourteen: 14, eighteen: 18, thirty: 30, sixty: 60, ninety: 90 }))
  numbers.set(word, count);
numbers.set('twenty-four', 24);

const literal = new RegExp(
  String.raw`(?<![\w.,-])(\d{1,4}|${[...numbers.keys()].join('|')})[ -](calendar )?(year|month|week|day|hour|minute)s?\b(?![ -](old|of age))`,
  'gi',
);

/** The lengths of time an English text writes out: "30 days", "one month", "24-hour". */
function periodsIn(text: string): WrittenPeriod[] {
  return [...blankQuotations(text).matchAll(literal)].flatMap((match) => {
    const [words, number = '', , unit = ''] = match;
    const count = numbers.get(number.toLowerCase()) ?? Number(number);
    if (count < 1) return [];
    const parts = [{ unit: unit.toLowerCase() as 'day', count }];
    return [{ offset: match.index, words, period: writePeriod(parts) }];
  });
}

/** A period that is a fact of a policy, and how to tell that a sentence speaks of it. */
type PeriodFact = {
  path: YamlPath;
  period: string;
  /** What it is the period of, in a few words. */
  of: string;
  isIn(said: Said): boolean;
};

/** A sentence with a period in it, what stands before the period, and the section around. */
type Said = { sentence: string; before: string; section: string };

// What is more, or less, than a period is left out: an event, a limit, words.
function periodFacts({ written, policy }: Pick<Subject, 'written' | 'policy'>): PeriodFact[] {
  return [
    ...factOf(
      ['notice', 'period'],
      written.notice?.period,
      'notice of changes',
      ({ sentence }) =>
        /\bbefore\b/i.test(sentence) &&
        /\b(chang(es?|ing)|takes? effect|in force|binds?)\b/i.test(sentence) &&
        /\b(tell|notif\w+|notice|inform|announce|write|e-?mail|post|publish|let you know)\b/i.test(sentence),
    ),
    ...factOf(['requests', 'answerWithin'], written.requests?.answerWithin, 'answers to requests', isAnswer),
    ...factOf(
      ['consent', 'keptFor'],
      written.consent?.keptFor,
      'keeping a choice',
      ({ sentence, before }) =>
        /\b(choices?|consent)\b/i.test(sentence) &&
        /\b(remember|keep|kept|stored?)\b/i.test(before) &&
        !/\b(records?|logs?|proof|prove|evidence|histor\w+)\b/i.test(sentence),
    ),
    ...entriesOf(policy.facts.cookies).flatMap(([id, { name, expires }]) =>
      factOf(
        ['cookies', id, 'expires'],
        expires,
        `\`${name}\``,
        ({ sentence, before }) =>
          isOnlyCookie(sentence, id, policy.facts.cookies) &&
          (lasts.test(before) || isKeptFor(before)) &&
          !/\bdata\b/i.test(sentence),
      ),
    ),
    ...entriesOf(policy.facts.retention).flatMap(([id, { label, of, period }]) =>
      factOf(
        ['retention', id, 'period'],
        period,
        `“${label ?? of}”`,
        ({ sentence, before }) =>
          isKeptFor(before) &&
          [label, of].some((phrase) => phrase !== undefined && isNamed(sentence, phrase)),
      ),
    ),
  ];
}

function factOf(
  path: YamlPath,
  period: string | undefined,
  of: string,
  isIn: PeriodFact['isIn'],
): PeriodFact[] {
  return period === undefined || !parsePeriod(period) ? [] : [{ path, period, of, isIn }];
}

function isAnswer({ sentence, section }: Said): boolean {
  const isAbout = /\b(requests?|rights?)\b/i.test(sentence) || /\b(requests?|rights)\b/i.test(section);
  const isOther = /\b(acknowledg|confirm|receipt|receive|exten[ds]|further|additional|more)/i.test(sentence);
  return (
    isAbout &&
    !isOther &&
    /\b(answer|respond|reply|response)\b/i.test(sentence) &&
    /\bwithin\b/i.test(sentence)
  );
}

function isOnlyCookie(sentence: string, id: string, cookies: Subject['policy']['facts']['cookies']): boolean {
  const named = entriesOf(cookies).filter(
    ([key, { name }]) =>
      quotedPaths(sentence).includes(`cookies.${key}.name`) ||
      sentence.includes(`\`${name}\``) ||
      (/[_.\d]/.test(name) && sentence.split(/[\s,;:()"“”]+/).includes(name)),
  );
  return named.length === 1 && named[0]?.[0] === id;
}

const lasts = /\b(stays?|lasts?|remains?|expires?|set|valid|lifetime|lives?)\b[^.;]*$/i;
const upTo = '((up to|at most|a (maximum|period) of|no (longer|more) than|about) )?';
const kept = acrossLines(
  new RegExp(
    String.raw`\b(keeps?|kept|stor(e|es|ed)|retain(s|ed)?|held|hold)\b[^.;]*\b(for|up to|at most|no (longer|more) than) ${upTo}$|\b(delet(e|es|ed)|eras(e|es|ed)|purged?|remov(e|es|ed))\b[^.;]*\b(after|within|in) ${upTo}$`,
    'i',
  ),
);
const general = /^(your |personal |all |our |the )*(data|information|records)$/i;

// "Kept for" and "deleted after": other periods are those of something else, however near they stand.
function isKeptFor(before: string): boolean {
  return kept.test(before);
}

/** Whether a sentence names something by its very words. */
function isNamed(sentence: string, phrase: string): boolean {
  const words = plain(phrase);
  return words.length > 3 && !general.test(words) && ` ${plain(sentence)} `.includes(` ${words} `);
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .split(' ')
    .map((word) => (word.length > 3 ? word.replace(/s$/, '') : word))
    .join(' ')
    .trim();
}

// Who tells of a case apart states the period of that case.
const otherCase =
  /\b(if|unless|in case|except|otherwise|inactiv\w*|disputes?|longer (?!than)|longer[.,;]|extend\w*|extension|further|additional(ly)?|another|every|each time|again|instead)\b/i;

/** A period that a text writes out where a fact says it; `isOwn` where the text belongs to that fact. */
export type Restated = { fact: PeriodFact; text: WrittenText; written: WrittenPeriod; isOwn: boolean };

/** The periods an English policy writes out in sentences that speak of one of its facts, and of one only. */
export function restatedPeriods(subject: Subject): Restated[] {
  if (!isEnglish(subject.policy)) return [];
  const facts = periodFacts(subject);
  return subject.texts.flatMap((text) =>
    periodsIn(text.text).flatMap((written) => {
      const { words, offset } = sentenceAt(text.text, written.offset);
      if (otherCase.test(words)) return [];
      const quoted = quotedPaths(words);
      const before = blankQuotations(words).slice(0, written.offset - offset);
      const meant = facts.filter(({ isIn }) =>
        isIn({ sentence: words, before, section: text.section ?? '' }),
      );
      const [fact] = meant;
      // A sentence with two periods, or about two facts, leaves open which is which.
      if (!fact || meant.length > 1 || periodsIn(words).length > 1) return [];
      const isEntry = fact.path.length > 2;
      const isOwn = text.path[0] === fact.path[0] && (!isEntry || text.path[1] === fact.path[1]);
      if (quoted.includes(fact.path.join('.')) || (isOwn && isEntry)) return [];
      return [{ fact, text, written, isOwn }];
    }),
  );
}
