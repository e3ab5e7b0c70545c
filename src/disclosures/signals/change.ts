import type { Signals } from '../../../schemas/disclosures/signals.ts';
import type { ChangeRule } from '../../compare/changes/change-rules.ts';
import { yesNo } from '../../compare/changes/fact-words.ts';
import {
  compareFields,
  date,
  type Fields,
  flag,
  type Shows,
  texts,
  value,
} from '../../compare/changes/field-change.ts';

/** What a change of the answer to the signals of a browser comes to. */
export const signalFields: Fields<Signals> = {
  dnt: (delta, { path, comparison }, key) => {
    const show: Shows<'honoured' | 'ignored'> = (is) => comparison.reader.words.signals[is];
    return value(honouring(delta, 'honoured', 'ignored'), show)(
      delta,
      { path, name: comparison.words.signals.dnt, comparison },
      key,
    );
  },
  gpc: (delta, { path, comparison }, key) => {
    const subject = { path: `${path}.gpc`, name: comparison.words.signals.gpc, comparison };
    if (delta.before && delta.after) return compareFields(gpcFields, delta.before, delta.after, subject);
    const show: Shows<NonNullable<Signals['gpc']>> = ({ honoured }) =>
      comparison.reader.words.signals[honoured ? 'honoured' : 'ignored'];
    return value('signal-changed', show)(delta, { ...subject, path }, key);
  },
  thirdPartyTracking: flag(
    { on: 'third-party-tracking-added', off: 'third-party-tracking-removed', changed: 'signal-changed' },
    yesNo,
  ),
  text: texts('signal-changed'),
};

const gpcFields: Fields<NonNullable<Signals['gpc']>> = {
  honoured: (delta, subject, key) => value(honouring(delta, true, false), yesNo)(delta, subject, key),
  since: value('signal-changed', date),
  scope: texts('signal-changed'),
  confirmation: texts('signal-changed'),
};

function honouring<V>({ before, after }: { before?: V; after?: V }, yes: V, no: V): ChangeRule {
  if (before === no && after === yes) return 'signal-honoured';
  return before === yes && after === no ? 'signal-ignored' : 'signal-changed';
}
