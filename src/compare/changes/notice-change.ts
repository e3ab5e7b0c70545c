import type { ResolvedPolicy } from '../../resolve/policy-model.ts';
import { fieldValue } from './fact-words.ts';
import {
  byPresence,
  byRank,
  type Fields,
  length,
  list,
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

/** What a change of how changes are announced comes to. */
export const noticeFields: Fields<Notice> = {
  period: (field) => {
    const { before, after } = field.entry ?? {};
    const to = field.after === undefined ? before?.to : after?.to;
    return periodChange(field).map((draft) => (to ? withParts(draft, { details: quoted(to) }) : draft));
  },
  for: value(
    byRank(
      { material: 0, all: 1 },
      { higher: 'notice-scope-widened', lower: 'notice-scope-narrowed', changed: 'notice-changed' },
    ),
    fieldValue,
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
  text: texts('notice-changed'),
};
