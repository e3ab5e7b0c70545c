import type { Requests } from '../../../schemas/inventory.ts';
import type { Right } from '../resolve/resolve.ts';
import type { Entry } from './entry-change.ts';
import { yesNo } from './fact-words.ts';
import { type Fields, flag, length, list, quoted, texts } from './field-change.ts';

/** What a change of a right comes to. */
export const rights: Entry<Right> = {
  added: 'right-added',
  removed: 'right-removed',
  name: ({ text }) => quoted(text),
  fields: {
    text: texts('right-changed'),
    prominent: (delta, subject, key, entry) =>
      flag(
        { on: 'right-prominence-added', off: 'right-prominence-removed', changed: 'right-changed' },
        yesNo,
      )({ before: delta.before ?? false, after: delta.after ?? false }, subject, key, entry),
  },
};

/** What a change of how requests are made and answered comes to. */
export const requestFields: Fields<Requests> = {
  channels: list({ added: 'right-channel-added', removed: 'right-channel-removed' }, (id, { policy }) =>
    quoted(policy.facts.contacts[id]?.label ?? id),
  ),
  answerWithin: length({
    longer: 'right-deadline-lengthened',
    shorter: 'right-deadline-shortened',
    changed: 'right-request-changed',
  }),
  verification: texts('right-verification-changed'),
};
