import type { ResolvedPolicy } from '../../resolve/policy-model.ts';
import { fieldValue } from './fact-words.ts';
import {
  besideText,
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
  undecided,
  value,
  withParts,
} from './field-change.ts';
import { tells } from './promise-words.ts';

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

// What a field states for the first time, a text in both versions may have said.
function unlessInWords(compare: Field<string, Notice>): Field<string, Notice> {
  return (field) => {
    const { before, after } = field.entry ?? {};
    const isInWords = field.before === undefined && before?.text !== undefined && after?.text !== undefined;
    const drafts = compare(field);
    return isInWords ? undecided(drafts, 'notice-changed') : drafts;
  };
}

// A text in the place of fields is told with what it says of them.
function unlessTold(compare: Field<string, Notice>): Field<string, Notice> {
  return (field) => {
    const { before, after } = field.entry ?? {};
    const { language } = field.subject.comparison.after;
    const isTold =
      field.before === undefined &&
      before?.period !== undefined &&
      after?.period === undefined &&
      tells(field.after ?? '', 'notice.period', before.period, language);
    return isTold ? [] : compare(field);
  };
}

/** What a change of how changes are announced comes to. */
export const noticeFields: Fields<Notice> = {
  period: besideText(
    'notice-changed',
    unlessInWords(
      promised((field) => {
        const { for: which } = sideOf(field) ?? {};
        return periodChange(field).map((draft) => (which ? withParts(draft, { which }) : draft));
      }),
    ),
  ),
  for: besideText(
    'notice-changed',
    promised(
      value(
        byRank(
          { material: 0, all: 1 },
          { higher: 'notice-scope-widened', lower: 'notice-scope-narrowed', changed: 'notice-changed' },
        ),
        (which, { comparison }) => comparison.words.announced[which],
      ),
    ),
  ),
  to: besideText(
    'notice-changed',
    unlessInWords(
      value(
        byPresence({
          added: 'notice-people-narrowed',
          removed: 'notice-people-widened',
          changed: 'notice-changed',
        }),
        quoted,
      ),
    ),
  ),
  channels: besideText(
    'notice-changed',
    list({ added: 'notice-channel-added', removed: 'notice-channel-removed' }, fieldValue),
  ),
  text: unlessTold(promising(() => true, texts('notice-changed'))),
};
