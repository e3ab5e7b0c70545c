import type { Requests } from '../../../schemas/inventory.ts';
import type { Right } from '../../resolve/resolve.ts';
import type { Entry } from './entry-change.ts';
import { contact, yesNo } from './fact-words.ts';
import { type Fields, flag, length, list, quoted, texts, value, wholePart } from './field-change.ts';

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
  channels: list({ added: 'right-channel-added', removed: 'right-channel-removed' }, contact),
  answerWithin: length({
    longer: 'right-deadline-lengthened',
    shorter: 'right-deadline-shortened',
    changed: 'right-request-changed',
  }),
  verification: texts('right-verification-changed'),
  onlineOnly: value('right-request-changed', yesNo),
  agent: texts('right-request-changed'),
  complaints: wholePart('complaints', {
    rules: { added: 'complaint-channel-added', removed: 'complaint-channel-removed' },
    show: ({ channel }, side) => contact(channel, side),
    fields: {
      channel: value('right-request-changed', contact),
      acknowledgeWithin: length({
        longer: 'complaint-deadline-lengthened',
        shorter: 'complaint-deadline-shortened',
        changed: 'right-request-changed',
      }),
    },
  }),
};
