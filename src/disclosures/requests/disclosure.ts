import type { Requests } from '../../../schemas/disclosures/requests.ts';
import { promised } from '../../compare/changes/disclosure-change.ts';
import { contact, yesNo } from '../../compare/changes/fact-words.ts';
import { type Fields, length, list, texts, value, wholePart } from '../../compare/changes/field-change.ts';
import type { Disclosure } from '../disclosure.ts';
import { requestsBlock } from './page.ts';

// What a change of how requests are made and answered comes to.
const requestFields: Fields<Requests> = {
  channels: list({ added: 'right-channel-added', removed: 'right-channel-removed' }, contact),
  answerWithin: length({
    longer: 'right-deadline-lengthened',
    shorter: 'right-deadline-shortened',
    changed: 'right-request-changed',
    added: 'right-deadline-added',
    removed: 'right-deadline-removed',
  }),
  extension: texts('right-request-changed'),
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
        added: 'complaint-deadline-added',
        removed: 'complaint-deadline-removed',
      }),
    },
  }),
};

export const requests: Disclosure<'requests'> = {
  name: 'requests',
  home: 'policy',
  form: 'thing',
  title: ({ disclosures }) => disclosures.requests,
  whole: requestsBlock,
  changes: promised(requestFields),
};
