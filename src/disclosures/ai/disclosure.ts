import type { Ai } from '../../../schemas/disclosures/ai.ts';
import type { Draft } from '../../compare/changes/change.ts';
import { noneChange, subjectOf, thing } from '../../compare/changes/disclosure-change.ts';
import { namedTexts, orderChange } from '../../compare/changes/entry-change.ts';
import { asShown, joiningVendor } from '../../compare/changes/fact-words.ts';
import {
  byRank,
  compareFields,
  flag,
  list,
  promising,
  quoted,
  value,
} from '../../compare/changes/field-change.ts';
import { fact, list as listOf, yesOrNo } from '../../page/cell.ts';
import { factList } from '../../page/terms.ts';
import { showList } from '../../text/show.ts';
import type { Compared, Disclosure } from '../disclosure.ts';
import { vendorsCell } from '../field-cells.ts';
import { type ShownFields, termsOf } from '../shown-fields.ts';

type Said = Ai | 'none' | undefined;

// Compares what artificial intelligence is used for. What limits it from the start makes nothing less than it was.
function aiChanges(before: Said, after: Said, compared: Compared): Draft[] {
  if (before === after) return [];
  const isNew = before === undefined || before === 'none';
  return otherUse(before, after, compared).map((draft) =>
    isNew && after !== 'none' && draft.direction === 'less' ? { ...draft, direction: 'neutral' } : draft,
  );
}

function otherUse(before: Said, after: Said, compared: Compared): Draft[] {
  if (before !== 'none' && after !== 'none')
    return [
      ...thing(fields)(before, after, compared),
      ...orderChange('ai.uses', before?.uses ?? {}, after?.uses ?? {}, compared.title),
    ];
  if (before === undefined || after === undefined) return [noneChange(before, after, compared)];
  if (after === 'none') return [{ rule: 'ai-removed', path: 'ai', before, after, parts: {} }];
  return beginning(after, compared);
}

// What is done now that was said not to be done: for what, and all else that is said of it.
function beginning(after: Ai, compared: Compared): Draft[] {
  const { uses } = after;
  const items = showList(
    Object.values(uses).map((use) => quoted(use)),
    compared.comparison.reader,
  );
  return [
    { rule: 'ai-added', path: 'ai', before: 'none', after, parts: { items } },
    ...compareFields(fields, { uses }, after, subjectOf(compared)),
  ];
}

const fields: ShownFields<Ai> = {
  uses: {
    change: namedTexts('ai.uses', {
      added: 'ai-use-added',
      removed: 'ai-use-removed',
      changed: 'ai-use-changed',
    }),
    cell: (uses, path, { inline }) =>
      listOf(Object.entries(uses).map(([id, use]) => inline(`${path}.${id}`, use))),
  },
  vendors: {
    change: list({ added: 'ai-vendor-added', removed: 'ai-vendor-removed' }, joiningVendor),
    label: ({ ai }) => ai.vendors,
    cell: vendorsCell,
  },
  trigger: {
    change: promising(
      (is) => is === 'on-request',
      value(
        byRank(
          { 'on-request': 0, automatic: 1 },
          { higher: 'ai-automatic-added', lower: 'ai-automatic-removed', changed: 'ai-changed' },
        ),
        (is, { comparison }) => quoted(comparison.reader.words.ai.triggers[is]),
      ),
    ),
    label: ({ ai }) => ai.trigger,
    cell: (is, path, { words }) => fact(path, words.ai.triggers[is]),
  },
  training: {
    change: flag(
      { on: 'ai-training-added', off: 'ai-training-removed', changed: 'ai-changed' },
      asShown(({ ai }) => ({ yes: ai.trains, no: ai.doesNotTrain })),
    ),
    cell: (is, path, { words: { ai } }) => yesOrNo(path, is, ai.trains, ai.doesNotTrain),
  },
  review: {
    change: flag(
      { on: 'ai-review-added', off: 'ai-review-removed', changed: 'ai-changed' },
      asShown(({ ai }) => ({ yes: ai.reviewed, no: ai.unreviewed })),
    ),
    cell: (is, path, { words: { ai } }) => yesOrNo(path, is, ai.reviewed, ai.unreviewed),
  },
};

export const ai: Disclosure<'ai'> = {
  name: 'ai',
  home: 'policy',
  form: 'thing',
  texts: 'uses',
  title: ({ disclosures }) => disclosures.ai,
  none: ({ none }) => none.ai,
  whole: (context) => {
    const { ai } = context.policy.facts;
    return factList(ai && ai !== 'none' ? termsOf(fields, ai, { path: 'ai', context }) : []);
  },
  changes: aiChanges,
};
