import type { ResolvedPolicy } from '../../resolve/policy-model.ts';
import { fieldValue } from './fact-words.ts';
import {
  byPresence,
  byRank,
  type Changed,
  type Field,
  type Fields,
  length,
  list,
  promising,
  quoted,
  texts,
  value,
  withParts,
} from './field-change.ts';

type Notice = NonNullable<ResolvedPolicy['notice']>;

const periodChange = length({
  longer: 'notice-period-lengthened',
  shorter: 'notice-period-shortened',
  changed: 'notice-changed',
  added: 'notice-period-added',
  removed: 'notice-period-removed',
});

// What is promised, or was where it is no longer stated.
function sideOf({ after, entry }: Changed<string, Notice>): Notice | undefined {
  return after === undefined ? entry?.before : entry?.after;
}

// What is promised to some people is told with them.
function promised<V extends string>(compare: Field<V, Notice>): Field<V, Notice> {
  return (field) => {
    const { to } = sideOf(field) ?? {};
    return compare(field).map((draft) => (to ? withParts(draft, { details: quoted(to) }) : draft));
  };
}

/** What a change of how changes are announced comes to. */
export const noticeFields: Fields<Notice> = {
  period: promised((field) => {
    const { for: which } = sideOf(field) ?? {};
    return periodChange(field).map((draft) => (which ? withParts(draft, { which }) : draft));
  }),
  for: promised(
    value(
      byRank(
        { material: 0, all: 1 },
        { higher: 'notice-scope-widened', lower: 'notice-scope-narrowed', changed: 'notice-changed' },
      ),
      (which, { comparison }) => comparison.words.announced[which],
    ),
  ),
  to: value(
    byPresence({
      added: 'notice-people-narrowed',
      removed: 'notice-people-widened',
      changed: 'notice-changed',
    }),
    quoted,
  ),
  channels: list({ added: 'notice-channel-added', removed: 'notice-channel-removed' }, fieldValue),
  text: promising(() => true, texts('notice-changed')),
};
