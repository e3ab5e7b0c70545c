import type { Signals } from '../../../schemas/inventory.ts';
import { isNegated, paragraphs } from '../claims.ts';
import { internal } from '../core-cites.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { isEnglish, type WrittenText } from '../texts.ts';

export const dntAsOptOutUnbacked: PolicyRule = {
  id: 'core/dnt-as-opt-out-unbacked',
  about: 'policy',
  severity: 'error',
  summary: 'A browser signal that is offered as a way to opt out is said to be honoured.',
  why: 'Whoever switches the signal on believes to have refused; it has an effect only if the product answers it.',
  cites: [internal('A way to refuse that a text offers works')],
  examples: {
    ok: {
      policy:
        'signals: { dnt: honoured }\nsections:\n  - title: Your choices\n    content: [You can opt out of analytics by sending Do Not Track.]\n',
    },
    notOk: {
      policy:
        'sections:\n  - title: Your choices\n    content: [You can opt out of analytics by sending Do Not Track.]\n',
      problem: {
        at: 'policy.yaml:3:55',
        message:
          'Do Not Track is offered as a way to opt out, and `signals` does not say that it is honoured.',
      },
    },
  },
  *check({ policy, texts }: Subject): Iterable<Draft> {
    if (!isEnglish(policy)) return;
    for (const text of texts.filter(({ path }) => !path.includes('definitions')))
      for (const { signal, at } of offersIn(text)) {
        const answer = answers[signal](policy.facts.signals);
        if (answer === 'honoured') continue;
        yield {
          at,
          message: `${signal} is offered as a way to opt out, and \`signals\` ${answer === 'ignored' ? 'says that it is ignored' : 'does not say that it is honoured'}.`,
          help: helpFor[signal],
          ...(answer === 'ignored' && {
            related: [{ at: { path: ['signals'] }, message: 'What happens on signals is said here.' }],
          }),
        };
      }
  },
};

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

function offersIn({ path, text }: WrittenText) {
  return paragraphs(text)
    .filter(({ words }) => isOffer(words))
    .flatMap(({ words, offset }) =>
      names.flatMap(([signal, pattern]) => {
        const found = pattern.exec(words);
        if (!found) return [];
        const mark = { offset: offset + found.index, length: found[0].length };
        return [{ signal, at: { path, mark } }];
      }),
    );
}

function isOffer(paragraph: string): boolean {
  const rest = paragraph.replaceAll(/do[\s-]+not[\s-]+track/gi, '');
  const isAnswered = isNegated(rest) || /\bignor\w+|\btreated like\b/i.test(rest);
  return /\bopt(?:ing|ed)?[ -]?out\b|\b(?:refuse|decline|object to)\b/i.test(rest) && !isAnswered;
}
