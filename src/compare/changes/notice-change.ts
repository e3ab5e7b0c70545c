import type { ResolvedPolicy } from '../../resolve/policy-model.ts';
import { fieldValue } from './fact-words.ts';
import { type Fields, length, list, texts, value } from './field-change.ts';

/** What a change of how changes are announced comes to. */
export const noticeFields: Fields<NonNullable<ResolvedPolicy['notice']>> = {
  period: length({
    longer: 'notice-period-lengthened',
    shorter: 'notice-period-shortened',
    changed: 'notice-changed',
  }),
  for: (delta, subject, key) => {
    if (delta.before === 'all' && delta.after === 'material')
      return value('notice-scope-narrowed', fieldValue)(delta, subject, key);
    if (delta.before === 'material' && delta.after === 'all')
      return value('notice-scope-widened', fieldValue)(delta, subject, key);
    return value('notice-changed', fieldValue)(delta, subject, key);
  },
  channels: list({ added: 'notice-channel-added', removed: 'notice-channel-removed' }, fieldValue),
  text: texts('notice-changed'),
};
