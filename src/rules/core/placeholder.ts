import { internal } from '../cites/core.ts';
import { leftByProgram } from '../english/left-by-program.ts';
import { quotable } from '../english/quotable.ts';
import { storedBy } from '../facts/storage.ts';
import type { Draft, PolicyRule, Subject, WrittenText } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const placeholder: PolicyRule = {
  id: 'core/placeholder',
  about: 'policy',
  severity: 'error',
  summary:
    'Nothing stands for a text that somebody was still to write, for a name that a program failed to find, or for what a program left in a text that was copied from it.',
  why: 'A gap that was meant to be filled tells readers that nobody read the policy before it was published.',
  cites: [
    internal('A text is finished before readers see it: GDPR Art. 12(1) asks for an intelligible form'),
  ],
  examples: {
    ok: {
      policy: yaml`
        sections:
          - title: Contact
            content: [Write to Shop Ltd in Galway.]
      `,
    },
    notOk: {
      policy: yaml`
        sections:
          - title: Contact
            content: ["Write to [insert company name] in Galway."]
      `,
      problem: {
        at: 'policy.yaml:3:25',
        message: '“[insert company name]” stands for something that was still to be written.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    for (const text of subject.texts.filter(({ path }) => !isCookieName(path))) {
      yield* gapsIn(text);
      yield* remainsIn(text);
    }
    for (const { id, cookie } of storedBy(subject)) {
      // What is marked as still to be filled in is told as that.
      if (cookie.name === 'TODO' || !nameless.test(cookie.name)) continue;
      yield {
        at: { path: ['cookies', id, 'name'] },
        message: `\`${cookie.name}\` is listed as the name of a cookie, and reads like one that a program failed to find.`,
        help: 'Look in a browser for what the cookie is called, or delete the entry.',
      };
    }
  },
};

// No matter in which language a text is: these are words of those who write templates, and of programs.
const patterns = [
  /\blorem ipsum\b/gi,
  /(?<![\w/#.-])(?:FIXME|TBD|TBC)(?![\w-])/g,
  /(?<![\w$%&#/.-])(?:(?<!\b[A-Z]{2,} )X{3,}|XX[./-]XX[./-]X{2,4})(?![\w-])/g,
  /\bAUTOTITLE\b/g,
  /\[(?:(?:insert|enter|add|your|name of|company|organi[sz]ation|business)\b[^\]]{0,80}|date|name|address|e-?mail(?: address)?|phone(?: number)?|x+|tbd|todo|[●•_]+|\.{3}|…)\](?![([])/gi,
  /(?<![\w`$])[{%<][A-Z][A-Z_ ]{3,}[}%>]/g,
  /(?<=^|[\s(:])_{3,}(?=[\s.,;)]|$)/gm,
  /(?<=^|[\s(])(?:\?{3,}|%[sd])(?=[\s.,;:)]|$)/gm,
  /(?<![\w-]|[A-Z] )TO DO(?=[: ])/g,
  /\[(?:legal|counsel|note|comment|draft|question|review|check)(?: (?:to|for|from) [^\]:]{1,30})?: [^\]]{1,200}\](?![([])/gi,
  /\[(?:delete|remove|strike|omit)\b[^\]\\\n]{0,80}\](?![([])|\((?:(?:delete|remove|omit) (?:if|as|where) |insert (?:\w+ )?(?:here|links?|names?|dates?|urls?|web ?site|address|company|e-?mail|text|number|period|country|city|details))[^)\n]{0,60}\)/gi,
  /\[optional: [^\]\n]{1,200}\](?![([])/gi,
  /\[(?:number|period|city|country|state|region|jurisdiction|company|provider|website)s?\](?![([])/gi,
  /\[(?:[^\]\\\n]{0,40}\b(?:einsetzen|einfügen|eintragen|ergänzen|ausfüllen|compléter|insérer|indiquer|insertar|completar|inserire|compilare|invullen|inserir|preencher)\b[^\]\\\n]{0,40}|Firmenname|Firma|Adresse|(?:Ihre?|votre|uw) [^\]\\\n]{1,40}|(?:nom|nombre|nome|naam) (?:d[aeio]\w*|van) [^\]\\\n]{1,40})\](?![([])/gi,
  /(?<![\w$`])\$\{?[A-Z][A-Z_]{4,}\b\}?/g,
  /(?:\b(?:drafting note|note to (?:legal|self|draft|editor|counsel|designers?|developers?|reviewers?))|\b(?:comment|kommentar|commentaire) ?\[[A-Z]{1,4}\d+\]) ?:[^.\n]{0,100}/gi,
  /\b(?:click or tap (?:here )?to enter (?:text|a date)|klicken oder tippen sie(?: hier)?, um text einzugeben|cliquez ou appuyez ici pour entrer du texte)\b/gi,
  // Words in capitals, and what is to be confirmed; what lawyers leave out on purpose is no gap.
  /\[(?!(?:INTENTIONALLY|OMITTED|RESERVED|REDACTED|DELETED|NOT|NO|END|START)\b)(?=[^\]]*[A-Z]{4})[A-Z]{2,}(?:[ _/-][A-Z]{2,}){1,5}(?: ?[—–:,-] ?[^\]\\\n]{1,60})?\](?![([])/g,
  /\[[A-Z]{2,}[A-Z ]* ?[—–:,(-]? ?e\.g\.[^\]\\\n]{0,80}\](?![([])/g,
  /\[[^\]\\\n]{1,60}\b(?:to be (?:confirmed|completed|decided|determined|added|inserted|provided|filled in)|insert|tbd|tbc)\b[^\]\\\n]{0,80}\](?![([])/gi,
  // What a program was to put in.
  /\{\\\{[^{}\n]{1,80}\}\\?\}/g,
  /\b(?:19|20)XX\b|(?<=\b(?:updated|effective|date|stand|am|on|since|from):? {0,2}[*_]{0,2} ?)(?:MM|DD|TT|JJ)[./-](?:DD|MM)[./-](?:YYYY|JJJJ|AAAA)\b/g,
];

// Addresses of nobody, and of the computer of one person.
const nobodys =
  /\byour-?(?:company|domain|website|site)\.(?:com|org|net|example)\b|\bhttps?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0)\b[^\s)\]]*|\bfile:\/\/\/[^\s)\]]*|(?<!\w)[A-Z]:\\(?:Users|Documents|Temp)\\[^\s)\]]*/gi;

function* remainsIn({ path, text }: WrittenText): Iterable<Draft> {
  for (const { 0: words, index } of text.matchAll(leftByProgram))
    yield {
      at: { path, mark: { offset: index, length: words.length } },
      message: `“${quotable(words)}” was left in the text by the program it was copied from.`,
      help: 'Delete it, and look whether the sentence around it is true.',
    };
}

const nameless =
  /^(?:undefined|null|nan|todo|tbd|n\/?a|x{3,}|cookie_?name|unknown|-+|\?+|\[object\W?object\])$/i;

// A part of a name that differs is marked as a gap is.
function isCookieName(path: WrittenText['path']): boolean {
  return path[0] === 'cookies' && path.at(-1) === 'name';
}

// A part of each of the patterns; most texts hold none of them.
const anyGap =
  /\{\\\{|\?{3}|%[sd]|TO DO|lorem|FIXME|TB[DC]|XX|AUTOTITLE|\[|\((?:delete|remove|omit|insert)\b|[{%<$][A-Z]|___|\bnote\b|\btap\b|tippen|appuyez|YYY|JJJ|AAA/i;

function* gapsIn({ path, text }: WrittenText): Iterable<Draft> {
  for (const { 0: words, index } of text.matchAll(nobodys)) yield gapAt(path, words, index);
  if (!anyGap.test(text)) return;
  const plain = withoutCode(text);
  const told: number[] = [];
  for (const { 0: words, index } of patterns.flatMap((pattern) => [...plain.matchAll(pattern)])) {
    if (told.includes(index)) continue;
    told.push(index);
    // A line of underscores alone is a rule across the page.
    if (/^_+$/.test(words) && plain.split('\n').some((line) => line.trim() === words)) continue;
    // What stands in quotation marks is what something looks like: an identifier of the form “XXX”.
    if (/^X+$/.test(words) && /["“«„]\s?$/.test(plain.slice(0, index))) continue;
    const isSure = !isForm(plain, index) && !/^\[(\.{3}|…)\]$/.test(words);
    yield { ...gapAt(path, words, index), ...(!isSure && { severity: 'info' as const }) };
  }
}

function gapAt(path: WrittenText['path'], words: string, offset: number): Draft {
  const name = `“${quotable(words)}”`;
  return {
    at: { path, mark: { offset, length: words.length } },
    message: `${name} stands for something that was still to be written.`,
    help: 'Write what belongs there, or delete the sentence.',
    each: { name, all: (names) => `${names} stand for something that was still to be written.` },
  };
}

// In a longer quotation it can be what a law prescribes or another text says, and on the way through menus what they show.
function isForm(plain: string, index: number): boolean {
  const before = plain.slice(0, index);
  const quoted = Math.max(...['“', '«', '„'].map((mark) => before.lastIndexOf(mark)));
  const isOpen = quoted > Math.max(before.lastIndexOf('”'), before.lastIndexOf('»'));
  return (isOpen && before.slice(quoted).trim().split(/\s+/).length > 3) || /[>›→] ?\\?$/.test(before);
}

// Names in code, quotations and addresses are as they are.
function withoutCode(text: string): string {
  return text.replaceAll(/`[^`]*`|\{\{[^}]*\}\}|\]\([^)]*\)|https?:\S+/g, (part) => ' '.repeat(part.length));
}
