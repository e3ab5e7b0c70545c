import type { Retention } from '../../../schemas/disclosures/retention.ts';
import { readLength } from '../../../schemas/length.ts';
import type { Draft } from '../../compare/changes/change.ts';
import { type ChangeRule, changeRules } from '../../compare/changes/change-rules.ts';
import { inventory } from '../../compare/changes/disclosure-change.ts';
import { shorten } from '../../compare/changes/excerpt.ts';
import { labelIn, yesNo } from '../../compare/changes/fact-words.ts';
import {
  type Changed,
  called,
  type Field,
  flag,
  items,
  length,
  longestCondition,
  named,
  orNo,
  promising,
  quoted,
  texts,
  value,
  withParts,
} from '../../compare/changes/field-change.ts';
import { joined, label, sentences } from '../../page/cell.ts';
import { escapeMarkdown, proseText } from '../../text/prose.ts';
import { type Reader, showLimit, showPeriod } from '../../text/show.ts';
import { compareLengths } from '../../time/period.ts';
import type { Disclosure } from '../disclosure.ts';
import { dataCell } from '../field-cells.ts';
import { type ShownFields, type Together, tableOf } from '../shown-fields.ts';
import { exception, howLong, isNamedAsItIs, readsOn } from './page.ts';
import { resolveRetention } from './resolve.ts';

const fields: ShownFields<Retention> = {
  label: named('retention-changed'),
  of: texts('retention-changed'),
  data: { change: items('retention-changed', labelIn('data')), cell: dataCell },
  period: excepting(unlessItsBasisChanges((field) => periodChange(field))),
  atMost: excepting(limitChange),
  criteria: (field) =>
    isOtherwiseDecided(field.entry)
      ? []
      : excepting(unlessItsBasisChanges(promising(() => true, texts('retention-criteria-changed'))))(field),
  from: (field) => (tellsStart(field) ? [] : texts('retention-changed')(field)),
  for: called('keptWhy', texts('retention-changed')),
  // biome-ignore lint/suspicious/noThenProperty: a field of the schema; nobody awaits this table.
  then: texts('retention-changed'),
  except: (field) => (comesWithItsLength(field) ? [] : texts('retention-changed')(field)),
};

const periodRules = {
  changed: 'retention-period-changed',
  added: 'retention-period-added',
  removed: 'retention-period-removed',
} as const;

const lasting = length(
  { longer: 'retention-increased', shorter: 'retention-decreased', ...periodRules },
  withCriteria,
);

// The same period in other words is told with the limit it becomes, or ceases to be.
function periodChange(field: Changed<string, Retention>): Draft[] {
  const { before = '', after = '', entry } = field;
  const isLimited = (entry?.before.atMost ?? false) !== (entry?.after.atMost ?? false);
  if (isLimited && compareLengths(before, after) === 'same') return [];
  if (isOtherwiseDecided(entry)) return counted(field).map((draft) => ({ ...draft, level: 'material' }));
  return (tellsStart(field) || isWithinLimit(field) ? counted : lasting)(field);
}

// What is kept "up to 5 years" may be kept shorter than for 3 of them.
function isWithinLimit({ before = '', after = '', entry }: Changed<string, Retention>): boolean {
  const [isOld, isNew] = [entry?.before.atMost ?? false, entry?.after.atMost ?? false];
  return isOld !== isNew && compareLengths(before, after) === (isOld ? 'shorter' : 'longer');
}

// Two periods that are counted from different events cannot be compared.
const counted = length(
  { longer: 'retention-period-changed', shorter: 'retention-period-changed', ...periodRules },
  withCriteria,
);

// What else decides is told with a period that is another.
function withCriteria(period: string, reader: Reader, entry: Retention | undefined): string {
  const length = periodOf(period, reader, entry);
  return entry?.criteria ? `${length}; ${inText(entry.criteria)}` : length;
}

function isOtherwiseDecided(entry: Both | undefined): boolean {
  if (!entry?.before.period || !entry.after.period || entry.before.criteria === entry.after.criteria)
    return false;
  return compareLengths(entry.before.period, entry.after.period) !== 'same';
}

type Both = { before: Retention; after: Retention };

// Whether the sentence of another period also tells from when each is counted.
function tellsStart({ entry }: { entry?: { before: Retention; after: Retention } }): boolean {
  if (!entry || entry.before.from === entry.after.from) return false;
  const isTold = ({ period, from }: Retention) => period !== undefined || from === undefined;
  const isLimited = ({ atMost = false }: Retention) => atMost;
  const isOther =
    isLimited(entry.before) !== isLimited(entry.after) ||
    compareLengths(entry.before.period ?? '', entry.after.period ?? '') !== 'same';
  return isOther && isTold(entry.before) && isTold(entry.after);
}

const kept: Together<Retention> = {
  of: ['label', 'of'],
  label: ({ columns }) => columns.kept,
  cell: (entry, path, { inline }) =>
    joined(
      [
        entry.label && label(`${path}.label`, entry.label),
        isNamedAsItIs(entry) ? undefined : inline(`${path}.of`, entry.of),
      ],
      ': ',
    ),
};

const howLongKept: Together<Retention> = {
  of: ['period', 'atMost', 'criteria', 'from', 'for', 'except'],
  label: ({ columns }) => columns.howLong,
  cell: (entry, path, context) =>
    sentences([howLong(entry, path, context), entry.except && exception(entry.except, path, context)]),
};

const atTheEnd: Together<Retention> = {
  of: ['then'],
  label: ({ columns }) => columns.afterwards,
  cell: ({ then }, path, { inline }) => then && inline(`${path}.then`, then),
};

// A period with what limits it: "up to 90 days after you close it".
function periodOf(period: string, reader: Reader, entry: Retention | undefined): string {
  const length = entry?.atMost ? showLimit(period, reader) : showPeriod(period, reader);
  if (!entry?.from) return length;
  const start = inText(entry.from);
  if (!readsOn(entry.from)) return `${length}, ${reader.words.countedFrom}${start}`;
  const mark = readLength(period).length > 1 ? ',' : '';
  return `${length}${mark} ${start}`;
}

// A period that gives way to words, or words to a period, is one change.
function changesItsBasis(before: Retention, after: Retention): boolean {
  const becomesWords = before.period && !before.criteria && !after.period && after.criteria;
  const becomesPeriod = !before.period && before.criteria && after.period && !after.criteria;
  return Boolean(becomesWords || becomesPeriod);
}

function unlessItsBasisChanges(compare: Field<string, Retention>): Field<string, Retention> {
  return (field) =>
    field.entry && changesItsBasis(field.entry.before, field.entry.after) ? [] : compare(field);
}

const limit = orNo(
  flag({ on: 'retention-limit-added', off: 'retention-limit-removed', changed: 'retention-changed' }, yesNo),
);

// A limit is told with the period it is the limit of; where that is another one, it is told there.
function limitChange(field: Changed<boolean, Retention>): Draft[] {
  const { before, after } = field.entry ?? {};
  if (!before?.period && !after?.period) return orNo(value('retention-changed', yesNo))(field);
  if (!before?.period || !after?.period || compareLengths(before.period, after.period) !== 'same') return [];
  const { reader } = field.subject.comparison;
  const shown = {
    before: periodOf(before.period, reader, before),
    after: periodOf(after.period, reader, after),
  };
  return limit(field).map((draft) => withParts(draft, shown));
}

// How long something is kept is told with what is kept longer. Where that is other too, nobody knows which way it goes, but
// where both go one way.
function excepting<V>(compare: Field<V, Retention>): Field<V, Retention> {
  return (field) => {
    const { before, after } = field.entry ?? {};
    const except = (field.after === undefined && !after?.period ? before : after)?.except;
    const isAsBefore = before?.except === after?.except;
    const step = before?.except === undefined ? 'more' : after?.except === undefined ? 'less' : undefined;
    return compare(field).map((draft) => {
      const isOneWay = isAsBefore || changeRules[draft.rule].direction === step;
      const rule = isOneWay ? draft.rule : (withoutDirection[draft.rule] ?? draft.rule);
      return withParts({ ...draft, rule }, except ? { details: exceptionIn(except), isAsBefore } : {});
    });
  };
}

const withoutDirection: Partial<Record<ChangeRule, ChangeRule>> = {
  'retention-increased': 'retention-period-changed',
  'retention-decreased': 'retention-period-changed',
  'retention-limit-added': 'retention-period-changed',
  'retention-limit-removed': 'retention-period-changed',
};

// An exception that came with another period or other criteria is told with them.
function comesWithItsLength({ before, entry }: Changed<string, Retention>): boolean {
  if (before !== undefined || !entry) return false;
  const isOther = (key: 'period' | 'criteria') =>
    entry.after[key] !== undefined && entry.after[key] !== entry.before[key];
  return isOther('period') || isOther('criteria');
}

// All that limits it, as the page has it: "up to 90 days after you close it (late questions). Except: invoices".
function keptInWords(entry: Retention, reader: Reader): string {
  const { words } = reader;
  const { period, from, criteria, except } = entry;
  const begins = from && `${readsOn(from) ? '' : words.countedFrom}${inText(from)}`;
  const counted = period ? periodOf(period, reader, entry) : begins;
  const decided = criteria && `${entry.atMost && !period ? words.atMost : ''}${inText(criteria)}`;
  const [first, ...others] = [counted, decided].filter(Boolean);
  const reason = entry.for && inText(entry.for);
  const kept = first && reason ? `${first} (${reason})` : (first ?? reason);
  const length = [kept, ...others].filter(Boolean).join('; ');
  return except ? `${length}. ${words.exceptLabel}: ${exceptionIn(except)}` : length;
}

function exceptionIn(markdown: string): string {
  return escapeMarkdown(shorten(proseText(markdown), longestCondition));
}

function inText(markdown: string): string {
  return escapeMarkdown(shorten(proseText(markdown)));
}

export const retention: Disclosure<'retention'> = {
  name: 'retention',
  home: 'policy',
  form: 'inventory',
  title: ({ disclosures }) => disclosures.retention,
  resolve: resolveRetention,
  entries: tableOf('retention', ({ retention }) => retention, {
    fields,
    arranged: [kept, 'data', howLongKept, atTheEnd],
  }),
  changes: inventory({
    added: 'retention-added',
    removed: 'retention-removed',
    name: ({ label, of }) => quoted(label ?? of),
    details: (entry, { reader }) => keptInWords(entry, reader),
    claims: (before, after, { path, name, comparison }) => {
      if (!changesItsBasis(before, after)) return [];
      const show = (entry: Retention) =>
        entry.period ? periodOf(entry.period, comparison.reader, entry) : quoted(entry.criteria ?? '');
      return [
        {
          rule: 'retention-criteria-changed',
          path: `${path}.criteria`,
          before: before.period ?? before.criteria,
          after: after.period ?? after.criteria,
          parts: {
            name,
            before: show(before),
            after: show(after),
            ...(after.except && { details: exceptionIn(after.except) }),
          },
        },
      ];
    },
    fields,
  }),
};
