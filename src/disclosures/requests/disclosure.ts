import type { Requests } from '../../../schemas/disclosures/requests.ts';
import type { Draft } from '../../compare/changes/change.ts';
import { promised } from '../../compare/changes/disclosure-change.ts';
import { asShown, contact } from '../../compare/changes/fact-words.ts';
import {
  type Changed,
  condition,
  length,
  list,
  promising,
  texts,
  value,
  wholePart,
  withParts,
} from '../../compare/changes/field-change.ts';
import { fact, joined, type Shown, yesOrNo } from '../../page/cell.ts';
import type { PageContext } from '../../page/page-model.ts';
import { factList } from '../../page/terms.ts';
import { inOurWords, showPeriod } from '../../text/show.ts';
import { contactLine } from '../contacts/page.ts';
import type { Disclosure } from '../disclosure.ts';
import { proseCell } from '../field-cells.ts';
import { type ShownFields, type Together, termsOf } from '../shown-fields.ts';

const deadlineChange = length({
  longer: 'right-deadline-lengthened',
  shorter: 'right-deadline-shortened',
  changed: 'right-request-changed',
  added: 'right-deadline-added',
  removed: 'right-deadline-removed',
});

const fields: ShownFields<Requests> = {
  channels: {
    change: list({ added: 'right-channel-added', removed: 'right-channel-removed' }, contact),
    label: ({ requests }) => requests.channels,
    cell: (ids, _, context) =>
      joined(
        ids.map((id) => contactLine(id, context)),
        '; ',
      ),
  },
  answerWithin: {
    change: (field) => {
      const { before, after } = field.entry ?? {};
      const isSame = before?.extension === after?.extension;
      const extension = field.after === undefined && !isSame ? undefined : after?.extension;
      const former = isSame ? undefined : before?.extension;
      return deadlineChange(field).map((draft) => ({
        ...withParts(draft, {
          ...(extension && {
            details: condition(extension),
            isAsBefore: isSame && field.before !== undefined,
          }),
          ...(former && { went: condition(former) }),
        }),
        ...(isLimitedOtherwise(draft, field) && unweighed),
      }));
    },
    label: ({ requests }) => requests.answerWithin,
    cell: deadline,
  },
  extension: {
    change: (field) => (isToldWithTime(field) ? [] : texts('right-request-changed')(field)),
    label: ({ requests }) => requests.extension,
    cell: proseCell,
  },
  verification: {
    change: texts('right-verification-changed'),
    label: ({ requests }) => requests.verification,
    cell: proseCell,
  },
  onlineOnly: {
    change: value(
      'right-request-changed',
      asShown(({ requests }) => ({ yes: requests.onlineOnly, no: requests.notOnlineOnly })),
    ),
    label: ({ requests }) => requests.service,
    cell: (is, path, { words: { requests } }) =>
      yesOrNo(path, is, requests.onlineOnly, requests.notOnlineOnly),
  },
  agent: {
    change: promising(() => true, texts('right-request-changed')),
    label: ({ requests }) => requests.agent,
    cell: proseCell,
  },
  complaints: wholePart('complaints', {
    rules: { added: 'complaint-channel-added', removed: 'complaint-channel-removed' },
    show: ({ channel, acknowledgeWithin }, side) => {
      const { reader } = side.comparison;
      const time = acknowledgeWithin && showPeriod(acknowledgeWithin, reader);
      return [contact(channel, side), ...(time ? [`(${reader.words.requests.within(time)})`] : [])].join(' ');
    },
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

const unweighed = { rule: 'right-request-changed', level: 'material', direction: 'neutral' } as const;

// What can come later in another case than before does not come sooner, and what could does not come later.
function isLimitedOtherwise({ rule }: Draft, { before, after, entry }: Changed<string, Requests>): boolean {
  const [old, now] = [entry?.before.extension, entry?.after.extension];
  if (old === now || before === undefined || after === undefined) return false;
  const limit = { 'right-deadline-shortened': now, 'right-deadline-lengthened': old }[rule as string];
  return limit !== undefined || rule === 'right-request-changed';
}

// What may make an answer later is told with another time for it, and so is what did where both have one.
function isToldWithTime({ before, entry }: Changed<string, Requests>): boolean {
  const [old, now] = [entry?.before.answerWithin, entry?.after.answerWithin];
  return old !== now && now !== undefined && (old !== undefined || before === undefined);
}

function deadline(period: string, path: string, context: PageContext): Shown {
  return fact(path, context.words.requests.within(showPeriod(period, inOurWords(context))));
}

const complaints: Together<Requests> = {
  of: ['complaints'],
  label: ({ requests }) => requests.complaints,
  cell: ({ complaints }, _, context) => complaints && contactLine(complaints.channel, context),
};

const acknowledged: Together<Requests> = {
  of: ['complaints'],
  label: ({ requests }) => requests.acknowledged,
  cell: ({ complaints }, path, context) =>
    complaints?.acknowledgeWithin &&
    deadline(complaints.acknowledgeWithin, `${path}.complaints.acknowledgeWithin`, context),
};

const arranged = [
  'channels',
  'answerWithin',
  'extension',
  'verification',
  'agent',
  complaints,
  acknowledged,
  'onlineOnly',
] as const;

export const requests: Disclosure<'requests'> = {
  name: 'requests',
  home: 'policy',
  form: 'thing',
  title: ({ disclosures }) => disclosures.requests,
  whole: (context) =>
    factList(termsOf(fields, context.policy.facts.requests ?? {}, { path: 'requests', context, arranged })),
  changes: promised(fields),
};
