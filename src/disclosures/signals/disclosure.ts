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
import type { Disclosure } from '../disclosure.ts';
import { signalsBlock } from './page.ts';

// What a change of the answer to the signals of a browser comes to.
const signalFields: Fields<Signals> = {
  dnt: promising(
    (is) => is === 'honoured',
    (field) =>
      value(
        honouring<'honoured' | 'ignored'>('honoured', 'ignored'),
        (is, { comparison }) => comparison.reader.words.signals[is],
      )({ ...field, subject: { ...field.subject, name: field.subject.comparison.words.signals.dnt } }),
  ),
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
  thirdPartyTracking: flag(
    { on: 'third-party-tracking-added', off: 'third-party-tracking-removed', changed: 'signal-changed' },
    yesNo,
  ),
  text: texts('signal-changed'),
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

export const signals: Disclosure<'signals'> = {
  name: 'signals',
  home: 'policy',
  form: 'thing',
  title: ({ disclosures }) => disclosures.signals,
  whole: signalsBlock,
  changes: thing(signalFields),
};
