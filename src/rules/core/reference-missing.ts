import { oncePer } from '../../memory.ts';
import { internal } from '../cites/core.ts';
import { sentenceAt } from '../english/sentences.ts';
import { type Match, matches } from '../english/written-texts.ts';
import { allSections } from '../facts/placed-sections.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const referenceMissing: PolicyRule = {
  id: 'core/reference-missing',
  about: 'policy',
  severity: 'error',
  summary: 'A section that a text points to, by its title or its number, is there.',
  why: 'Readers who are sent to a section that does not exist look for it in vain, and take what it said for lost.',
  cites: [internal('What a text refers to exists: GDPR Art. 12(1) asks for an intelligible form')],
  examples: {
    ok: {
      policy: yaml`
        sections:
          - title: Purposes
            content: ["See “Sharing your information” below."]
          - title: Sharing your information
            content: [We share nothing.]
      `,
    },
    notOk: {
      policy: yaml`
        sections:
          - title: Purposes
            content: ["See “Sharing your information” below."]
      `,
      problem: {
        at: 'policy.yaml:3:21',
        message: 'The text points to “Sharing your information”, and no section or heading is called so.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    for (const match of matches(subject, titled)) {
      const title = /[“"‘]([^”"’]+)[”"’]/.exec(match.words)?.[1] ?? '';
      if (isOfAnother(match) || isHeading(title, subject)) continue;
      const offset = (match.at.mark?.offset ?? 0) + match.words.indexOf(title);
      yield {
        at: { path: match.at.path, mark: { offset, length: title.length } },
        message: `The text points to “${title}”, and no section or heading is called so.`,
        help: 'Write the title of the section that is meant, better as a link to it: `[title](#id)`.',
        each: {
          name: `“${title}”`,
          all: (names) => `The text points to ${names}, and no section or heading is called so.`,
        },
      };
    }
    yield* numbersIn(subject);
  },
};

const quoted = '[“"‘][^”"’\\n]{3,90}[”"’]';
const titled = new RegExp(
  [
    `\\b(see|refer to|read|consult|described|set out|explained|listed|mentioned|outlined|discussed|in|under)\\b[^.“"‘]{0,40}${quoted},? (section )?(below|above)\\b`,
    `\\bsections? (below |above )?(titled|entitled|called|named|headed|on|about),? ${quoted}`,
    `\\b(see|refer to|read|consult|in|under) (the|our) ${quoted},? section\\b`,
  ].join('|'),
);

// Of another text nobody knows the headings.
function isOfAnother({ at, words, text }: Match): boolean {
  const offset = at.mark?.offset ?? 0;
  const after = text.text.slice(offset + words.length, offset + words.length + 60);
  const { words: sentence } = sentenceAt(text, offset);
  return (
    // Where a day stands is no heading: "reflected under “date last modified” below".
    /["“‘][^"”’]*\b(modified|updated|revised|effective)[”"’]/i.test(words) ||
    /^[^.]{0,12}\b(of|in) (our|the|their|your)\b(?! (policy|notice|statement) below)/i.test(after) ||
    /\b(our|the|their|its) ([\w-]+ ){0,2}(policy|notice|statement|terms|agreement|faqs?|help|settings|app|menu|page|website)\b/i.test(
      sentence.replace(words, ''),
    ) ||
    /\]\(|https?:/.test(sentence) ||
    ofProgram.test(text.text.slice(Math.max(0, offset - 200), offset) + after)
  );
}

// A section of a program or of an account is found on a screen.
const ofProgram =
  /\b(browsers?|chrome|safari|firefox|click|tap|menu|(your|the) (online )?(profile|account)|dashboard|toolbar|(log|sign)(ging|ing)?[ -]?in)\b|[”"’] ?> ?[“"‘]/i;

function isHeading(title: string, subject: Subject): boolean {
  const words = wordsOf(title);
  return headingsOf(subject).some((heading) => isAlike(wordsOf(heading), words));
}

/** The titles of sections, and whatever else stands over a text or names one. */
const headingsOf = oncePer(({ policy, texts }: Subject): string[] => {
  const bold = texts.flatMap(({ text }) => [...text.matchAll(/\*\*([^*\n]+)\*\*|__([^_\n]+)__/g)]);
  const titles = texts.filter(({ path }) => /^(title|label|term|caption)$/.test(String(path.at(-1))));
  return [
    policy.title,
    ...allSections(policy.sections).map(({ section }) => section.title),
    ...titles.map(({ text }) => text),
    ...bold.map(([, one = '', other = '']) => one || other),
    ...texts.flatMap(({ text }) => lineTitles(text)),
  ];
});

// A short line by itself stands over what follows, however it is marked: an item with a number as well.
function lineTitles(text: string): string[] {
  const lines = text.split(/\n\s*\n/).filter((line) => !/^\s*([-*+]|\d+[.)])\s/.test(line));
  const numbered = [...text.matchAll(/^\s*\d+\\?[.)]\s+(\S.*)$/gm)].flatMap(([, line]) => line ?? []);
  const whole = lines.filter((line) => !/[!.:;,]\s*$/.test(line));
  return [...whole, ...numbered.filter((line) => !/[:;,]\s*$/.test(line))].filter((line) => line.length < 90);
}

const small = new Set('a an and the of to your our you we with for in on or us it is how what'.split(' '));

function wordsOf(title: string): string[] {
  return title
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !small.has(word))
    .map((word) => word.slice(0, 5));
}

// Titles are quoted freely: half of the words make it the same.
function isAlike(heading: readonly string[], title: readonly string[]): boolean {
  if (title.length === 0) return true;
  const common = title.filter((word) => heading.includes(word)).length;
  return common * 2 >= title.length;
}

function* numbersIn(subject: Subject): Iterable<Draft> {
  const found = matches(subject, numbered);
  if (found.length === 0) return;
  const { sections } = subject.policy;
  const headed = headingsOf(subject).flatMap((title) => /^\W*(\d{1,2})\b/.exec(title)?.[1] ?? []);
  const written = [...headed, ...subject.texts.flatMap(({ text }) => numbersOfItems(text))];
  const count = sections.length === 1 ? 'is one section' : `are ${sections.length} sections`;
  const counted = `there ${count}${written.length > 0 ? '' : ', none with a number of its own'}`;
  const numbers = new Set([...sections.map((_, index) => String(index + 1)), ...written]);
  for (const { at, words, text } of found) {
    const number = /\d+/.exec(words)?.[0] ?? '';
    const after = text.text.slice((at.mark?.offset ?? 0) + words.length);
    if (numbers.has(number) || /^[\d.)]*\d|^\s*(\([^)]{1,80}\)\s*)*(of|in|to|GDPR|CCPA|[A-Z])/.test(after))
      continue;
    yield {
      at,
      message: `The text points to section ${number}, and ${counted}.`,
      help: 'Write the title of the section that is meant, better as a link to it: `[title](#id)`.',
      each: { name: `section ${number}`, all: (names) => `The text points to ${names}, and ${counted}.` },
    };
  }
}

// The parts of a text can be the items of one list with numbers, also one that has lost its lines.
function numbersOfItems(text: string): string[] {
  const items = text.matchAll(/^[ *_]*(?:sections? )?(\d{1,2})(?:\\?[.)]|(?<=section \d{1,2}) ?[-–—:]) ?/gim);
  const runIn = [...text.matchAll(/(?<![\d.,])(\d{1,2})\\?\.\s?(?=\p{Lu}\p{Ll})/gu)].map(([, number]) =>
    Number(number),
  );
  const counted = runIn.filter((number) => runIn.includes(number - 1)).map(String);
  return [...[...items].flatMap(([, number]) => number ?? []), ...counted];
}

const numbered =
  /(?<!\b(art|article|act|code|gdpr|law|reg|regulation|directive)\b[^.]{0,20})\bsections? \d{1,2}\b(?!\d)/;
