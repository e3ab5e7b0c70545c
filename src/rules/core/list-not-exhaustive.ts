import { transparencyGuidelines } from '../cites/core.ts';
import { directive } from '../cites/eprivacy.ts';
import { quotable } from '../english/quotable.ts';
import { sentenceAt } from '../english/sentences.ts';
import { matches } from '../english/written-texts.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const listNotExhaustive: PolicyRule = {
  id: 'core/list-not-exhaustive',
  about: 'policy',
  severity: 'warning',
  kinds: ['privacy-policy', 'cookie-policy', 'children-notice', 'sub-processors'],
  summary: 'A list of data, cookies or companies is the whole list, and does not say that more are meant.',
  why: 'Who reads a list to find out what concerns them learns nothing of what it leaves out.',
  cites: [directive, transparencyGuidelines('on definite language')],
  examples: {
    ok: {
      policy: yaml`
        sections:
          - title: Cookies
            content: [This list has every cookie we set.]
      `,
    },
    notOk: {
      policy: yaml`
        sections:
          - title: Cookies
            content: [This list is not exhaustive.]
      `,
      problem: {
        at: 'policy.yaml:3:25',
        message: '“is not exhaustive” says that the list leaves something out, and not what.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    for (const { at, words, text } of matches(subject, partial)) {
      const { words: sentence } = sentenceAt(text, at.mark?.offset ?? 0);
      if (elsewhere.test(sentence)) continue;
      yield {
        at,
        message: `“${quotable(words)}” says that the list leaves something out, and not what.`,
        help: 'List what is left out, or say what decides what belongs to the list.',
        each: {
          name: `“${quotable(words)}”`,
          all: (names) => `${names} say that lists leave something out, and not what.`,
        },
      };
    }
  },
};

const partial =
  /\b(is|are|be) not (intended to be |meant to be |an? )?(exhaustive|complete|comprehensive)( list)?\b|\bnon-?exhaustive (list|overview|examples?)\b|\bnot an? (exhaustive|complete|comprehensive) list\b|\bmay not be (exhaustive|complete|comprehensive|an? (exhaustive|complete) list)\b/;

// Rights and risks have no end, and transfers over a network are not secure; such sentences list nothing of ours.
const elsewhere = /\b(rights?|secure|security|legal advice|children|transmission)\b/i;
