import { parsePeriod, writePeriod } from '../../../schemas/values.ts';
import { oncePer } from '../../memory.ts';
import type { YamlPath } from '../../read/places.ts';
import { quotedPaths } from '../../resolve/quotation.ts';
import { entriesOf } from '../facts/entries.ts';
import type { Subject, WrittenText } from '../rule.ts';
import { sentenceAt } from './sentences.ts';
import { blankQuotations, indexOf, indexOfText, type TextIndex } from './text-index.ts';
import { acrossLines, isEnglish } from './written-texts.ts';

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

/** The lengths of time a text writes out in English: "30 days", "one month", "24-hour". */
function periodsIn(index: TextIndex): WrittenPeriod[] {
  return index.find(literal).flatMap((match) => {
    const [words, number = '', , unit = ''] = match;
    const count = numbers.get(number.toLowerCase()) ?? Number(number);
    if (count < 1) return [];
    const parts = [{ unit: unit.toLowerCase() as 'day', count }];
    return [{ offset: match.index, words, period: writePeriod(parts) }];
  });
}

/** A period that is a fact of a policy; `of` says of what, in a few words. */
type PeriodFact = { path: YamlPath; period: string; of: string };

/** A sentence with a period in it, what stands before the period, and the section around. */
type Said = { sentence: string; before: string; section: string };

/** Tells which facts of a policy a sentence speaks of. */
type FactFinder = (said: Said) => PeriodFact[];

function findFacts(subject: Pick<Subject, 'written' | 'policy'>): FactFinder {
  const plain = plainFacts(subject);
  const ofCookies = cookieFacts(subject);
  const ofRetention = retentionFacts(subject);
  return (said) => [
    ...plain.flatMap(({ fact, isIn }) => (isIn(said) ? fact : [])),
    ...ofCookies(said),
    ...ofRetention(said),
  ];
}

function plainFacts({
  written,
}: Pick<Subject, 'written'>): { fact: PeriodFact[]; isIn(said: Said): boolean }[] {
  const { notice, requests, consent } = written;
  return [
    { fact: factOf(['notice', 'period'], notice?.period, 'notice of changes'), isIn: isNotice },
    {
      fact: factOf(['requests', 'answerWithin'], requests?.answerWithin, 'answers to requests'),
      isIn: isAnswer,
    },
    { fact: factOf(['consent', 'keptFor'], consent?.keptFor, 'keeping a choice'), isIn: isChoice },
  ];
}

function cookieFacts({ policy }: Pick<Subject, 'policy'>): FactFinder {
  const cookies = entriesOf(policy.facts.cookies);
  const facts = new Map(
    cookies.map(([id, { name, expires }]) => [
      id,
      factOf(['cookies', id, 'expires'], expires, `\`${name}\``),
    ]),
  );
  const namedIn = findCookies(cookies);
  return ({ sentence, before }) => {
    if (/\bdata\b/i.test(sentence) || !(lasts.test(before) || isKeptFor(before))) return [];
    const [id, ...others] = namedIn(sentence);
    return id === undefined || others.length > 0 ? [] : (facts.get(id) ?? []);
  };
}

function retentionFacts({ policy }: Pick<Subject, 'policy'>): FactFinder {
  const rows = entriesOf(policy.facts.retention).map(([id, { label, of, period }]) => ({
    fact: factOf(['retention', id, 'period'], period, `“${label ?? of}”`),
    phrases: [label, of].flatMap((phrase) => (phrase === undefined ? [] : namingWords(phrase))),
  }));
  return ({ sentence, before }) => {
    if (rows.length === 0 || !isKeptFor(before)) return [];
    const words = ` ${plain(sentence)} `;
    return rows.flatMap(({ fact, phrases }) =>
      phrases.some((phrase) => words.includes(` ${phrase} `)) ? fact : [],
    );
  };
}

// What is more, or less, than a period is left out: an event, a limit, words.
function factOf(path: YamlPath, period: string | undefined, of: string): PeriodFact[] {
  return period === undefined || !parsePeriod(period) ? [] : [{ path, period, of }];
}

function isNotice({ sentence }: Said): boolean {
  return (
    /\bbefore\b/i.test(sentence) &&
    /\b(chang(es?|ing)|takes? effect|in force|binds?)\b/i.test(sentence) &&
    /\b(tell|notif\w+|notice|inform|announce|write|e-?mail|post|publish|let you know)\b/i.test(sentence)
  );
}

function isChoice({ sentence, before }: Said): boolean {
  return (
    /\b(choices?|consent)\b/i.test(sentence) &&
    /\b(remember|keep|kept|stored?)\b/i.test(before) &&
    !/\b(records?|logs?|proof|prove|evidence|histor\w+)\b/i.test(sentence)
  );
}

function isAnswer({ sentence, section }: Said): boolean {
  const isAbout = /\b(requests?|rights?)\b/i.test(sentence) || /\b(requests?|rights)\b/i.test(section);
  const isOther = /\b(acknowledg|confirm|receipt|receive|exten[ds]|further|additional|more)/i.test(sentence);
  // How many are answered in a time is not how soon.
  const isCounted = /\b(once|twice|(one|two|three|four|\d+) (times|([\w-]+ )?requests?))\b/i.test(sentence);
  return (
    isAbout &&
    !isOther &&
    !isCounted &&
    /\b(answer|respond|reply|response)\b/i.test(sentence) &&
    /\bwithin\b/i.test(sentence)
  );
}

/** Finds the cookies that a sentence names, by what stands between its marks and not by asking for each of them. */
function findCookies(cookies: readonly [string, { name: string }][]): (sentence: string) => Set<string> {
  const byName = Map.groupBy(cookies, ([, { name }]) => name);
  const byPath = new Map(cookies.map(([id]) => [`cookies.${id}.name`, id]));
  const idsOf = (name: string) => (byName.get(name) ?? []).map(([id]) => id);
  const marked = cookies.filter(([, { name }]) => name.includes('`'));
  return (sentence) =>
    new Set([
      ...quotedPaths(sentence).flatMap((path) => byPath.get(path) ?? []),
      ...sentence.split('`').slice(1, -1).flatMap(idsOf),
      ...marked.flatMap(([id, { name }]) => (sentence.includes(`\`${name}\``) ? id : [])),
      ...sentence.split(/[\s,;:()"“”]+/).flatMap((word) => (/[_.\d]/.test(word) ? idsOf(word) : [])),
    ]);
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

// The words by which a sentence names something; those that are too general name nothing.
function namingWords(phrase: string): string[] {
  const words = plain(phrase);
  return words.length > 3 && !general.test(words) ? [words] : [];
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
type Restated = { fact: PeriodFact; text: WrittenText; written: WrittenPeriod; isOwn: boolean };

/** The periods an English policy writes out in sentences that speak of one of its facts, and of one only. */
export const restatedPeriods = oncePer((subject: Subject): Restated[] =>
  isEnglish(subject.policy) ? findRestated(subject) : [],
);

function findRestated(subject: Subject): Restated[] {
  const factsIn = findFacts(subject);
  return subject.texts.flatMap((text) =>
    periodsIn(indexOf(text)).flatMap((written) => {
      const { words, offset } = sentenceAt(text, written.offset);
      if (otherCase.test(words)) return [];
      const before = blankQuotations(words).slice(0, written.offset - offset);
      const meant = factsIn({ sentence: words, before, section: text.section ?? '' });
      const [fact] = meant;
      // A sentence with two periods, or about two facts, leaves open which is which.
      if (!fact || meant.length > 1 || periodsIn(indexOfText(words)).length > 1) return [];
      const isEntry = fact.path.length > 2;
      const isOwn = text.path[0] === fact.path[0] && (!isEntry || text.path[1] === fact.path[1]);
      if (quotedPaths(words).includes(fact.path.join('.')) || (isOwn && isEntry)) return [];
      return [{ fact, text, written, isOwn }];
    }),
  );
}
