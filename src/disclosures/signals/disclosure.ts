import type { Signals } from '../../../schemas/disclosures/signals.ts';
import type { ChangeRule } from '../../compare/changes/change-rules.ts';
import { thing } from '../../compare/changes/disclosure-change.ts';
import { yesNo } from '../../compare/changes/fact-words.ts';
import {
  compareFields,
  type Delta,
  date,
  type Fields,
  flag,
  promising,
  texts,
  value,
} from '../../compare/changes/field-change.ts';
import { fact, yesOrNo } from '../../page/cell.ts';
import { factList } from '../../page/terms.ts';
import { showDate } from '../../text/show.ts';
import type { Disclosure } from '../disclosure.ts';
import { proseCell } from '../field-cells.ts';
import { type ShownFields, type Together, termsOf } from '../shown-fields.ts';

const fields: ShownFields<Signals> = {
  dnt: {
    change: promising(
      (is) => is === 'honoured',
      (field) =>
        value(
          honouring<'honoured' | 'ignored'>('honoured', 'ignored'),
          (is, { comparison }) => comparison.reader.words.signals[is],
        )({ ...field, subject: { ...field.subject, name: field.subject.comparison.words.signals.dnt } }),
    ),
    label: ({ signals }) => signals.dnt,
    cell: (is, path, { words }) => fact(path, words.signals[is]),
  },
  gpc: promising(
    ({ honoured }) => honoured,
    (field) => {
      const { before, after, subject } = field;
      const named = { ...subject, name: subject.comparison.words.signals.gpc };
      if (before && after)
        return compareFields(gpcFields, before, after, { ...named, path: `${subject.path}.gpc` });
      return value<Gpc>(
        'signal-changed',
        ({ honoured }, { comparison }) => comparison.reader.words.signals[honoured ? 'honoured' : 'ignored'],
      )({ ...field, subject: named });
    },
  ),
  thirdPartyTracking: {
    change: flag(
      { on: 'third-party-tracking-added', off: 'third-party-tracking-removed', changed: 'signal-changed' },
      yesNo,
    ),
    label: ({ signals }) => signals.tracking,
    cell: (are, path, { words: { signals } }) => yesOrNo(path, are, signals.tracked, signals.notTracked),
  },
  text: { change: texts('signal-changed'), label: ({ signals }) => signals.text, cell: proseCell },
};

type Gpc = NonNullable<Signals['gpc']>;

const gpcFields: Fields<Gpc> = {
  honoured: value(honouring(true, false), yesNo),
  since: value('signal-changed', date),
  scope: texts('signal-changed'),
  confirmation: texts('signal-changed'),
};

function honouring<V>(yes: V, no: V): (delta: Delta<V>) => ChangeRule {
  return ({ before, after }) => {
    if (before === no && after === yes) return 'signal-honoured';
    return before === yes && after === no ? 'signal-ignored' : 'signal-changed';
  };
}

const gpc: Together<Signals> = {
  of: ['gpc'],
  label: ({ signals }) => signals.gpc,
  cell: ({ gpc }, path, context) => {
    if (!gpc) return undefined;
    const { honoured, ignored, since } = context.words.signals;
    const said = [gpc.honoured ? honoured : ignored, gpc.since && since(showDate(gpc.since, context))];
    return fact(`${path}.gpc`, said.filter(Boolean).join(', '));
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
