import type { Signals } from '../../../schemas/disclosures/signals.ts';
import type { ChangeRule } from '../../compare/changes/change-rules.ts';
import { thing } from '../../compare/changes/disclosure-change.ts';
import { shorten } from '../../compare/changes/excerpt.ts';
import { asShown, yesNo } from '../../compare/changes/fact-words.ts';
import {
  besideText,
  compareFields,
  condition,
  type Delta,
  date,
  type Field,
  type Fields,
  flag,
  plain,
  promising,
  quoteMarks,
  texts,
  value,
  withParts,
} from '../../compare/changes/field-change.ts';
import { fact, yesOrNo } from '../../page/cell.ts';
import { factList } from '../../page/terms.ts';
import { proseText } from '../../text/prose.ts';
import { type Reader, showDate } from '../../text/show.ts';
import type { Disclosure } from '../disclosure.ts';
import { proseCell } from '../field-cells.ts';
import { type ShownFields, type Together, termsOf } from '../shown-fields.ts';

const fields: ShownFields<Signals> = {
  dnt: {
    change: besideText(
      'signal-changed',
      promising(
        (is) => is === 'honoured',
        (field) => {
          const { before, after, subject } = field;
          // The field says by itself which signal it is about.
          const name = before && after ? subject.comparison.words.signals.dnt : '';
          return value(honouring<'honoured' | 'ignored'>('honoured', 'ignored'), (is, { comparison }) =>
            quoteMarks(comparison.reader.words.signals[is]),
          )({ ...field, subject: { ...subject, name } });
        },
      ),
    ),
    label: ({ signals }) => signals.dnt,
    cell: (is, path, { words }) => fact(path, words.signals[is]),
  },
  gpc: besideText(
    'signal-changed',
    promising(
      ({ honoured }) => honoured,
      (field) => {
        const { before, after, subject } = field;
        const named = { ...subject, name: subject.comparison.words.signals.gpc };
        if (before && after)
          return compareFields(gpcFields, before, after, { ...named, path: `${subject.path}.gpc` });
        return value<Gpc>('signal-changed', (answer, { comparison: { reader } }) => {
          const { signals } = reader.words;
          const scope = answer.scope && `${signals.scope}: ${plain(shorten(proseText(answer.scope)))}`;
          return [quoteMarks(answerOf(answer, reader)), scope].filter(Boolean).join('. ');
        })({ ...field, subject: { ...subject, name: '' } });
      },
    ),
  ),
  thirdPartyTracking: {
    change: besideText(
      'signal-changed',
      flag(
        { on: 'third-party-tracking-added', off: 'third-party-tracking-removed', changed: 'signal-changed' },
        asShown(({ signals }) => ({ yes: signals.tracked, no: signals.notTracked })),
      ),
    ),
    label: ({ signals }) => signals.tracking,
    cell: (are, path, { words: { signals } }) => yesOrNo(path, are, signals.tracked, signals.notTracked),
  },
  text: { change: texts('signal-changed'), label: ({ signals }) => signals.text, cell: proseCell },
};

type Gpc = NonNullable<Signals['gpc']>;

const gpcFields: Fields<Gpc> = {
  honoured: (field) => {
    const scope = field.entry?.after.scope;
    const drafts = value(honouring(true, false), yesNo)(field);
    return scope ? drafts.map((draft) => withParts(draft, { details: condition(scope) })) : drafts;
  },
  since: unlessItGoes(value('signal-changed', date)),
  // One that is stated for the first time is told with another answer.
  scope: unlessItGoes((field) => {
    const { before, after } = field.entry ?? {};
    const isTold = field.before === undefined && before?.honoured !== after?.honoured;
    return isTold ? [] : texts('signal-changed')(field);
  }),
  confirmation: unlessItGoes(texts('signal-changed')),
};

// Of a signal that is not honoured any more nobody asks since when or where it was.
function unlessItGoes(compare: Field<string, Gpc>): Field<string, Gpc> {
  return (field) => {
    const { before, after } = field.entry ?? {};
    const goes = before?.honoured && after?.honoured === false;
    return goes && field.after === undefined ? [] : compare(field);
  };
}

function honouring<V>(yes: V, no: V): (delta: Delta<V>) => ChangeRule {
  return ({ before, after }) => {
    if (before === no && after === yes) return 'signal-honoured';
    return before === yes && after === no ? 'signal-ignored' : 'signal-changed';
  };
}

function answerOf({ honoured, since }: Gpc, reader: Reader): string {
  const { signals } = reader.words;
  const said = [
    honoured ? signals.honoured : signals.ignored,
    since && signals.since(showDate(since, reader)),
  ];
  return said.filter(Boolean).join(', ');
}

const gpc: Together<Signals> = {
  of: ['gpc'],
  label: ({ signals }) => signals.gpc,
  cell: ({ gpc }, path, context) => {
    if (!gpc) return undefined;
    return fact(`${path}.gpc`, answerOf(gpc, context));
  },
};

function ofGpc(key: 'scope' | 'confirmation'): Together<Signals> {
  return {
    of: ['gpc'],
    label: ({ signals }) => signals[key],
    cell: ({ gpc }, path, context) => gpc?.[key] && proseCell(gpc[key], `${path}.gpc.${key}`, context),
  };
}

const arranged = ['dnt', gpc, ofGpc('scope'), ofGpc('confirmation')] as const;

export const signals: Disclosure<'signals'> = {
  name: 'signals',
  home: 'policy',
  form: 'thing',
  title: ({ disclosures }) => disclosures.signals,
  whole: (context) =>
    factList(termsOf(fields, context.policy.facts.signals ?? {}, { path: 'signals', context, arranged })),
  changes: thing(fields),
};
