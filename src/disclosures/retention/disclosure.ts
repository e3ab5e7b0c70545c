import type { Retention } from '../../../schemas/disclosures/retention.ts';
import { readLength } from '../../../schemas/length.ts';
import type { Draft } from '../../compare/changes/change.ts';
import { inventory } from '../../compare/changes/disclosure-change.ts';
import { shorten } from '../../compare/changes/excerpt.ts';
import { labelIn, yesNo } from '../../compare/changes/fact-words.ts';
import {
  type Changed,
  type Field,
  flag,
  items,
  length,
  orNo,
  quoted,
  texts,
  value,
} from '../../compare/changes/field-change.ts';
import { joined, label, sentences } from '../../page/cell.ts';
import { escapeMarkdown, proseText } from '../../text/prose.ts';
import { type Reader, showPeriod } from '../../text/show.ts';
import type { Disclosure } from '../disclosure.ts';
import { dataCell } from '../field-cells.ts';
import { type ShownFields, type Together, tableOf } from '../shown-fields.ts';
import { exception, howLong, readsOn } from './page.ts';
import { resolveRetention } from './resolve.ts';

const fields: ShownFields<Retention> = {
  label: value('retention-changed', quoted),
  of: texts('retention-changed'),
  data: { change: items('retention-changed', labelIn('data')), cell: dataCell },
  period: unlessItsBasisChanges(
    length(
      {
        longer: 'retention-increased',
        shorter: 'retention-decreased',
        changed: 'retention-period-changed',
        added: 'retention-period-added',
        removed: 'retention-period-removed',
      },
      periodOf,
    ),
  ),
  atMost: orNo((field) => limit(field).map((draft) => withPeriod(draft, field))),
  criteria: unlessItsBasisChanges(texts('retention-criteria-changed')),
  from: texts('retention-changed'),
  for: texts('retention-changed'),
  // biome-ignore lint/suspicious/noThenProperty: a field of the schema; nobody awaits this table.
  then: texts('retention-changed'),
  except: texts('retention-changed'),
};

const kept: Together<Retention> = {
  of: ['label', 'of'],
  label: ({ columns }) => columns.kept,
  cell: (entry, path, { inline }) =>
    joined([entry.label && label(`${path}.label`, entry.label), inline(`${path}.of`, entry.of)], ': '),
};

const howLongKept: Together<Retention> = {
  of: ['period', 'atMost', 'criteria', 'from', 'for', 'except'],
  label: ({ columns }) => columns.howLong,
  cell: (entry, path, context) =>
    sentences([howLong(entry, path, context), entry.except && exception(entry.except, path, context)]),
};

const afterwards: Together<Retention> = {
  of: ['then'],
  label: ({ columns }) => columns.afterwards,
  cell: ({ then }, path, { inline }) => then && inline(`${path}.then`, then),
};

// A period with what limits it: "up to 90 days after you close it".
function periodOf(period: string, reader: Reader, entry: Retention | undefined): string {
  const shown = showPeriod(period, reader);
  const length = entry?.atMost ? reader.words.upTo(shown) : shown;
  if (!entry?.from) return length;
  const start = escapeMarkdown(shorten(proseText(entry.from)));
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

const limit = flag(
  { on: 'retention-limit-added', off: 'retention-limit-removed', changed: 'retention-changed' },
  yesNo,
);

// A limit is told with the period it is the limit of.
function withPeriod(draft: Draft, { entry, subject }: Changed<boolean, Retention>): Draft {
  const period = entry?.after.period;
  if (!period) return draft;
  return { ...draft, parts: { ...draft.parts, after: showPeriod(period, subject.comparison.reader) } };
}

export const retention: Disclosure<'retention'> = {
  name: 'retention',
  home: 'policy',
  form: 'inventory',
  title: ({ disclosures }) => disclosures.retention,
  resolve: resolveRetention,
  entries: tableOf('retention', ({ retention }) => retention, {
    fields,
    arranged: [kept, 'data', howLongKept, afterwards],
  }),
  changes: inventory({
    added: 'retention-added',
    removed: 'retention-removed',
    name: ({ label, of }) => quoted(label ?? of),
    details: ({ period, atMost, from, for: reason, criteria }, { reader }) => {
      const length = period && showPeriod(period, reader);
      const shown = length && atMost ? reader.words.upTo(length) : length;
      const kept = [shown, ...[from, reason, criteria].map((text) => text && quoted(text))];
      return kept.filter(Boolean).join(', ');
    },
    claims: (before, after, { path, name, comparison }) => {
      if (!changesItsBasis(before, after)) return [];
      const show = ({ period, criteria }: Retention) =>
        period ? showPeriod(period, comparison.reader) : quoted(criteria ?? '');
      return [
        {
          rule: 'retention-criteria-changed',
          path: `${path}.criteria`,
          before: before.period ?? before.criteria,
          after: after.period ?? after.criteria,
          parts: { name, before: show(before), after: show(after) },
        },
      ];
    },
    fields,
  }),
};
