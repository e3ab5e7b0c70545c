import { internalOfGuidelines } from '../cites/core.ts';
import { quotable } from '../english/quotable.ts';
import { sentenceAt } from '../english/sentences.ts';
import { matches } from '../english/written-texts.ts';
import type { Draft, PolicyRule, Subject, WrittenText } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const changePromiseVague: PolicyRule = {
  id: 'core/change-promise-vague',
  about: 'policy',
  severity: 'warning',
  summary: 'A promise to tell readers of changes is not taken back by its own conditions.',
  why: 'A notice that is sent only where the sender finds it fitting is one that nobody can count on.',
  cites: [internalOfGuidelines('A promise says when it applies: WP260 rev.01, on definite language')],
  examples: {
    ok: {
      policy: yaml`
      notice: { text: We write to you 14 days before a change takes effect. }
    `,
    },
    notOk: {
      policy: yaml`
        notice: { text: We write to you where appropriate. }
      `,
      problem: {
        at: 'policy.yaml:1:33',
        message: '“where appropriate” leaves open whether readers are told of a change.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { policy } = subject;
    const isQualified = (among: WrittenText) =>
      isOwn(among) || isAboutChanges(among) || isChange.test(among.text);
    // In a text about more, what stands beside the promise tells what it is about.
    const isNear = (text: WrittenText, offset: number) =>
      isOwn(text) ||
      isAboutChanges(text) ||
      change.test(text.text.slice(Math.max(0, offset - 400), offset + 200));
    const pattern = policy.notice?.period ? always : withoutPeriod;
    const found = matches(subject, pattern, isQualified).find(({ at: { mark }, text }) => {
      const offset = mark?.offset ?? 0;
      const { words, offset: start } = sentenceAt(text, offset);
      return isNear(text, offset) && isPromise(text, words) && !isSettled(words, offset - start);
    });
    if (!found) return;
    yield {
      at: found.at,
      message: `“${quotable(found.words)}” leaves open whether readers are told of a change.`,
      help: 'Say which changes readers are told of, how, and how long before, and add `period` and `channels` to `notice`.',
    };
  },
};

const tells =
  /\b(tell|notify|(?<!\b(privacy|cookie|this|the|our|service) )notice|notification|inform|announce|alert|let you know|write to you|e-?mail you)\b/i;
const qualifier = String.raw`\b(where|if|as|when|wherever) (we (think|consider|deem|find) (it |this )?)?(appropriate|required|necessary|needed|possible|practicable|reasonable|feasible)\b(?! ((by|under|for|in) |to (?!tell|notify|inform)))|\b(at|in) our (sole |own )?discretion\b|\b(reasonable|best) efforts\b|(?<!\b(you|which|that|who) )\b(may|might|could) (also |choose to )?(tell|notify|inform|announce|alert|let you know|write to|e-?mail you|post a|give (you )?(prior |advance )?notice|send you|(provide|offer|display|place|show|include|issue|make) (you )?(with )?(an? )?((more|additional|further|separate|other|prominent|special|reasonable) )*(notice|notification))\b(?! us)`;
const weighty = String.raw`\b(if|when|where) (the|a|such|any|this|that) change (is|seems) (significant|important|substantial|major|material)\b|\b(if|when|where) (they|it|changes) (are|is) (significant|important|substantial|major|material)\b`;
const always = new RegExp(qualifier);
// Without a period, what is significant is left to the one who changes the text.
const withoutPeriod = new RegExp(`${qualifier}|${weighty}`);

// A condition on asking for consent again takes nothing back; nor do others than readers have to be told.
function isPromise(text: WrittenText, sentence: string): boolean {
  if (isOwn(text)) return true;
  if (isFirm.test(text.text) && /\b(may|might|could)\b/i.test(sentence)) return false;
  const isToReaders = /\b(you|readers|users|customers|members|visitors|prominent|chang\w*|updat\w*)\b/i.test(
    sentence,
  );
  return (
    tells.test(sentence) && isToReaders && !/\b(consent|permission|agree\w*|authorit\w+)\b/i.test(sentence)
  );
}

// A condition on one more way takes back nothing that was promised, and neither who gets no notice nor who is told of a transfer is
// promised anything of changes.
function isSettled(sentence: string, offset: number): boolean {
  const before = sentence.slice(0, offset);
  return (
    ((isFirm.test(before) || isPosted.test(before)) && /\band,?\s*$/.test(before)) ||
    /\bwithout\b[^.;]{0,30}\bnotice\b|\bprovided that we\b|\bof (such )?((the|a|any|this) )?(transfer|sale|merger)\b/i.test(
      sentence,
    )
  );
}

const change = /\b(chang|updat|revis|amend|modif)\w*/i;
const isChange =
  /\b(chang|updat|revis|amend|modif)\w*\b[^.]{0,60}\b(policy|notice|statement|terms)\b|\b(policy|notice|statement|terms)\b[^.]{0,60}\b(chang|updat|revis|amend|modif)/i;
// What is promised outright is not taken back by what may come on top.
const isFirm =
  /\b(we|['’]ll|will|shall)\b[^.;]{0,60}\b(?<!may )(?<!may also )(notify|tell|inform|announce|alert|e-?mail you|write to|let you know|send you|(give|provide) (you )?[^.;]{0,20}notice)\b/i;

const isPosted = /\bwe (will |shall )?(post|publish)\b[^.;]{0,80}\b(here|page|site|website)\b/i;

function isOwn({ path }: WrittenText): boolean {
  return path[0] === 'notice';
}

function isAboutChanges({ path, section = '' }: WrittenText): boolean {
  return path[0] === 'sections' && /\b(changes?|updates?|revisions?|amendments?)\b/i.test(section);
}
