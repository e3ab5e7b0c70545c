import { valueAt } from '../../read/shape.ts';
import { internal } from '../cites/core.ts';
import { quotable } from '../english/quotable.ts';
import { sentenceAt } from '../english/sentences.ts';
import { type Match, matches } from '../english/written-texts.ts';
import type { Draft, PolicyRule, Subject, WrittenText } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const linkWithoutUrl: PolicyRule = {
  id: 'core/link-without-url',
  about: 'policy',
  severity: 'error',
  summary: 'A text that sends readers to a link, or to a thing to install, says where it is.',
  why: 'A way out that readers have to find for themselves is one that few take.',
  cites: [internal('A text that sends readers somewhere says where: GDPR Art. 12(1) asks for easy access')],
  examples: {
    ok: {
      policy: yaml`
        sections:
          - title: Opting out
            content: ["Install the [browser add-on](https://counter.example/opt-out)."]
      `,
    },
    notOk: {
      policy: yaml`
        sections:
          - title: Opting out
            content: [Install the browser add-on.]
      `,
      problem: {
        at: 'policy.yaml:3:23',
        message: 'The text names “the browser add-on” and gives no address.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const hasNoLink = ({ text }: WrittenText) => !link.test(text);
    const named = [
      ...matches(subject, pointer, hasNoLink).filter(
        (match) => !isFollowed(match, subject) && !isQuoted(match),
      ),
      ...matches(subject, addOn, hasNoLink).filter(isWayOut),
    ];
    for (const { at, words } of named) {
      const name = `“${quotable(words)}”`;
      yield {
        at,
        message: `The text names ${name} and gives no address.`,
        each: { name, all: (names) => `The text names ${names} and gives no address.` },
        help: 'Make the words a link with an address that starts with https://, or quote one: `{{ vendors.<id>.optOut }}`.',
      };
    }
    // Square brackets that a link was to follow.
    for (const match of matches(subject, bracketed)) {
      if (isDefined(match) || isInQuotation(match) || !isLinkText(match.words)) continue;
      yield {
        at: match.at,
        message: `“${quotable(match.words)}” looks like a link, and no address follows.`,
        help: 'Put the address in round brackets behind it, or delete the square brackets.',
      };
    }
  },
};

const link = /\]\([^)]+\)|https:\/\/|\{\{ *[\w.-]+\.(url|policy|optOut) *\}\}|\bwww\./;
const pointer =
  /\b(click|by clicking) (on )?(here|this link)\b(?! in)|\b(follow(ing)?|visit|use|using) (this|the following) link\b|\bat the following (link|address|url)\b/;
const addOn =
  /\b(its|this|the|their) (own )?((opt-out|official) )?(browser (add-?on|plug-?in|extension)|(?<=opt-out )(add-?on|plug-?in|extension))\b/;
const bracketed = /(?<![\w\]!\\])\[(?=[^\]]*[a-z])(?!sic\])[^\][]{3,}\](?![([:])/;

// What follows can be an address of streets, or stand in the next item.
function isFollowed({ at, words, text }: Match, { written }: Subject): boolean {
  if (!/following/i.test(words)) return false;
  const after = text.text.slice((at.mark?.offset ?? 0) + words.length);
  const index = at.path.at(-1);
  const next = typeof index === 'number' ? [...at.path.slice(0, -1), index + 1] : undefined;
  return /[\p{L}\d]/u.test(after) || (next !== undefined && valueAt(written, next) !== undefined);
}

// Something to install that is offered as a way to refuse, and not what the text happens to speak of.
function isWayOut({ at, text }: Match): boolean {
  const sentence = sentenceAt(text, at.mark?.offset ?? 0);
  const before = sentence.words.slice(0, (at.mark?.offset ?? 0) - sentence.offset);
  return (
    /\b(install|installing|download|downloading|use|using|get|with|through|via)\s/i.test(before) &&
    !/\b(we|when|once|after)\b/i.test(before) &&
    /\b(opt|object|prevent|stop|block|refus|disabl|deactivat)/i.test(`${text.section ?? ''} ${text.text}`)
  );
}

// Words that a link has: what it leads to, or that it leads. Other brackets hold an example, or a gap to be filled.
function isLinkText(words: string): boolean {
  return (
    /\b(here|policy|policies|notice|statement|terms|page|web ?site|form|link|settings|preferences|choices|opt[- ]?out|learn more|read more|add-?on|contact us)\b/i.test(
      words,
    ) && !/\b(your|insert|name of|company|organi[sz]ation|date|url|address)\b/i.test(words)
  );
}

// The address of a link can stand at the end of its text.
function isDefined({ words, text }: Match): boolean {
  return text.text.includes(`${words}:`);
}

// The words of a link that stands elsewhere.
function isQuoted({ at, text }: Match): boolean {
  return /["“‘]$/.test(text.text.slice(0, at.mark?.offset ?? 0));
}

// In a quotation, square brackets hold what was put in.
function isInQuotation({ at, text }: Match): boolean {
  const before = text.text.slice(0, at.mark?.offset ?? 0);
  return before.lastIndexOf('“') > before.lastIndexOf('”');
}
