import type { Signals } from '../../../schemas/disclosures/signals.ts';
import { internal } from '../cites/core.ts';
import { isNegated, paragraphs } from '../english/claims.ts';
import { sentencesOf } from '../english/sentences.ts';
import { isEnglish } from '../english/written-texts.ts';
import type { Draft, PolicyRule, Subject, WrittenText } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const dntAsOptOutUnbacked: PolicyRule = {
  id: 'core/dnt-as-opt-out-unbacked',
  about: 'policy',
  severity: 'error',
  summary: 'A browser signal that is offered as a way to opt out is said to be honoured.',
  why: 'Whoever switches the signal on believes to have refused; it has an effect only if the product answers it.',
  cites: [internal('A way to refuse that a text offers works')],
  examples: {
    ok: {
      policy: yaml`
        signals: { dnt: honoured }
        sections:
          - title: Your choices
            content: [You can opt out of analytics by sending Do Not Track.]
      `,
    },
    notOk: {
      policy: yaml`
        sections:
          - title: Your choices
            content: [You can opt out of analytics by sending Do Not Track.]
      `,
      problem: {
        at: 'policy.yaml:3:55',
        message:
          'Do Not Track is offered as a way to opt out, and no field or sentence says that it is honoured.',
      },
    },
  },
  *check({ policy, texts }: Subject): Iterable<Draft> {
    if (!isEnglish(policy)) return;
    const prose = texts.filter(({ path }) => !path.includes('definitions'));
    for (const text of prose)
      for (const { signal, at } of firstOfEach(offersIn(text))) {
        const answer = answers[signal](policy.facts.signals);
        if (answer === 'honoured' || (answer === undefined && prose.some((one) => isAnswered(one, signal))))
          continue;
        yield {
          at,
          message: `${signal} is offered as a way to opt out, and ${answer === 'ignored' ? '`signals` says that it is ignored' : 'no field or sentence says that it is honoured'}.`,
          help: helpFor[signal],
          ...(answer === 'ignored'
            ? { related: [{ at: { path: ['signals'] }, message: 'What happens on signals is said here.' }] }
            : { severity: isBinding(signal) ? ('info' as const) : ('warning' as const) }),
        };
      }
  },
};

// Who offers the signal of California as a way is taken at the word.
function isBinding(signal: Signal): boolean {
  return signal === 'Global Privacy Control';
}

// A paragraph can name a signal several times.
function firstOfEach(offers: readonly Offer[]): Offer[] {
  return [...Map.groupBy(offers, ({ signal }) => signal).values()].flatMap(([first]) => first ?? []);
}

type Signal = 'Do Not Track' | 'Global Privacy Control';
type Answer = 'honoured' | 'ignored' | undefined;

const names: [Signal, RegExp][] = [
  ['Do Not Track', /\bDo[\s-]+Not[\s-]+Track\b|\bDNT\b/i],
  ['Global Privacy Control', /\bGlobal\s+Privacy\s+Control\b|\bGPC\b/i],
];

const answers: Record<Signal, (signals: Signals | undefined) => Answer> = {
  'Do Not Track': (signals) => signals?.dnt,
  'Global Privacy Control': (signals) => signals?.gpc && (signals.gpc.honoured ? 'honoured' : 'ignored'),
};

const helpFor: Record<Signal, string> = {
  'Do Not Track':
    'Add `dnt: honoured` to `signals` if the product honours it; if not, take it out of this sentence.',
  'Global Privacy Control':
    'Add `gpc: { honoured: true }` to `signals` if the product honours it; if not, take it out of this sentence.',
};

type Offer = { signal: Signal; at: Draft['at'] };

function offersIn({ path, text }: WrittenText): Offer[] {
  return paragraphs(text)
    .filter(({ words }) => isAboutOptingOut(words))
    .flatMap(({ words, offset }) =>
      sentencesOf(words).flatMap((sentence) =>
        names.flatMap(([signal, pattern]) => {
          const found = pattern.exec(sentence.words);
          if (!found || !isWay(sentence.words) || isOfOther(sentence.words, found.index)) return [];
          const mark = { offset: offset + sentence.offset + found.index, length: found[0].length };
          return [{ signal, at: { path, mark } }];
        }),
      ),
    );
}

const optOut = /\bopt(?:ing|ed)?[ -]?out\b|\b(?:refuse|decline|object to)\b/i;
const honours =
  /\b(?:honou?rs?|process(?:es)?|compl(?:y|ies)|respects?|recogni[sz]es?|responds?|answers?|treats?|reads?|follows?|obeys?|act(?:s|ing)? on)\b/i;

// What a sentence says is done on a signal.
function isAnswered({ text }: WrittenText, signal: Signal): boolean {
  const pattern = names.find(([name]) => name === signal)?.[1];
  return sentencesOf(text).some(
    ({ words }) =>
      pattern?.test(words) &&
      (honours.test(words) ||
        /\bwe (?:provide|offer|support|enable)\b/i.test(words) ||
        /\bwill not\b/i.test(words)),
  );
}

// "From Hotjar by using Do Not Track": the one who answers the signal is the service that is named.
function isOfOther(sentence: string, at: number): boolean {
  const clause = sentence.slice(0, at).split(/[,;:]/).at(-1) ?? '';
  const isOurs = /\b(our|us|we)\b/i.test(clause);
  return !isOurs && /\b(from|of|by|with|out of) (?!Do\b|Global\b)\p{Lu}[\p{L}.]+/u.test(clause);
}

function isAboutOptingOut(paragraph: string): boolean {
  const rest = withoutName(paragraph);
  const isAnswered = isNegated(rest) || /\bignor\w+|\btreated like\b/i.test(rest);
  return optOut.test(rest) && !isAnswered;
}

// Beside a way to opt out, a sentence can say merely that browsers send the signal.
function isWay(sentence: string): boolean {
  return (
    optOut.test(withoutName(sentence)) ||
    /\byou (?:can|may) (?:also )?(?:use|turn on|enable|send|set|switch|activate)\b|\bby (?:using|turning|enabling|sending|setting|switching|activating)\b/i.test(
      sentence.replaceAll(/\s+/g, ' '),
    )
  );
}

function withoutName(text: string): string {
  return text.replaceAll(/do[\s-]+not[\s-]+track/gi, '');
}
