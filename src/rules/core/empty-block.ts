import type { YamlPath } from '../../read/places.ts';
import type { ResolvedSection } from '../../resolve/policy-model.ts';
import { internal } from '../cites/core.ts';
import { leftByProgram } from '../english/left-by-program.ts';
import { quotable } from '../english/quotable.ts';
import { sentencesOf } from '../english/sentences.ts';
import type { Sentence } from '../english/text-index.ts';
import { acrossLines, isEnglish } from '../english/written-texts.ts';
import { allSections } from '../facts/placed-sections.ts';
import type { Draft, PolicyRule, Subject, WrittenText } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const emptyBlock: PolicyRule = {
  id: 'core/empty-block',
  about: 'policy',
  severity: 'error',
  summary: 'A text that announces a list is followed by it.',
  why: 'A reader who is promised instructions and finds none cannot follow them, and wonders what else was left out.',
  cites: [internal('What a text announces, it gives: GDPR Art. 12(1) asks for an intelligible form')],
  examples: {
    ok: {
      policy: yaml`
        sections:
          - title: Browser settings
            content:
              - You can block cookies in the following browsers.
              - steps: [{ label: Firefox, steps: [Open the settings.] }]
      `,
    },
    notOk: {
      policy: yaml`
        sections:
          - title: Browser settings
            content:
              - You can block cookies in the following browsers.
      `,
      problem: {
        at: 'policy.yaml:4:9',
        message:
          'Nothing follows “You can block cookies in the following browsers.”, which announces a list.',
      },
    },
  },
  *check({ policy, texts }: Subject): Iterable<Draft> {
    const all = allSections(policy.sections);
    for (const [at, { section, path }] of all.entries()) {
      for (const [index, block] of section.content.entries()) {
        if (block.type !== 'prose' && block.type !== 'callout') continue;
        // What stands beside other blocks is followed by them, whatever it announces.
        if ((section.content[index + 1]?.type ?? 'callout') !== 'callout') continue;
        const text = textAt(texts, [...path, 'content', index]);
        const announcement = text && announcementIn(text.text, isEnglish(policy));
        // What a program said to who asked it is told as that.
        if (announcement && isLeft(text.text, announcement)) continue;
        const following = all[at + 1]?.section;
        if (!announcement || isFollowed(section, index, announcement.words, following)) continue;
        const { offset, words } = announcement;
        // The sections below can be what is announced: only a person can tell.
        const isLast = section.content[index + 1] === undefined && following !== undefined;
        yield {
          at: { path: text.path, mark: { offset, length: words.length } },
          message: `Nothing follows “${quotable(words)}”${isLast ? ' in its section' : ''}, which announces a list.`,
          help: `Add the list, the table or the block that the sentence announces, or delete the sentence.${isLast ? ' Where the sections below are meant, say so, or put them into this one.' : ''}`,
          ...(isLast && { severity: 'info' as const }),
        };
      }
    }
  },
};

function isLeft(text: string, { offset }: Sentence): boolean {
  return [...text.matchAll(leftByProgram)].some(({ index, 0: words }) => index + words.length > offset);
}

function textAt(texts: readonly WrittenText[], path: YamlPath): WrittenText | undefined {
  return texts.find(
    (text) => path.every((key, index) => text.path[index] === key) && text.path.at(-1) !== 'title',
  );
}

// Several things are announced, and none that comes by itself: a day, a later section, what applies to somebody.
const noList =
  '(?:working |business |calendar )?(?:days?|weeks?|months?|quarters?|years?|mornings?|sections?|pages?|chapters?|paragraphs?|versions?|appl(?:y|ies)|terms|provisions|rules)';
const things = String.raw`(?:[\w-]*[^\Ws]s|information|data)`;
const announces = new RegExp(
  String.raw`\bas follows\.$|\bthe following(?! ${noList}\b)(?: [\w-]+){0,3} ${things}\.$|\b(?:are|is|include|includes|for) the following\.$|^the following(?! ${noList}\b)[^:,;]*\.$`,
  'i',
);

function announcementIn(text: string, isRead: boolean): Sentence | undefined {
  const last = sentencesOf(text).at(-1);
  if (!last) return undefined;
  const words = last.words.replace(/[*_]+$/, '');
  const isAnnouncement =
    (/[:：]$/.test(words) && !isLabel(words)) || (isRead && acrossLines(announces).test(words));
  return isAnnouncement ? last : undefined;
}

// "Date Signed:", "**Download Privacy Statement:**": what a form or a picture beside it is called.
function isLabel(words: string): boolean {
  const [first, ...others] = words.match(/[\p{L}’'-]+/gu) ?? [];
  return (
    first !== undefined &&
    others.length < 6 &&
    others.every((word) => /^\p{Lu}/u.test(word) || /^(?:of|the|and|for|to|in)$/.test(word))
  );
}

function isFollowed(
  { content, sections }: ResolvedSection,
  index: number,
  announcement: string,
  following: ResolvedSection | undefined,
): boolean {
  const next = content[index + 1];
  if (next?.type !== 'callout') return sections.length > 0 || areSections(announcement, following);
  // "Please note:" announces a note, anything else a list.
  const isNote = /\b(note|aware|careful|caution|warning|attention|remember|mind|important)\b/i.test(
    announcement,
  );
  return isNote || /^\s*([-*+]|\d+[.)]) /m.test(next.text);
}

// What is announced can be the sections that follow: for somebody each, "If you live in Europe:", or what stands "below".
function areSections(announcement: string, following: ResolvedSection | undefined): boolean {
  return (
    following !== undefined &&
    (/[:：]$/.test(following.title) || /\b(below|following|sections?)\b/i.test(announcement))
  );
}
