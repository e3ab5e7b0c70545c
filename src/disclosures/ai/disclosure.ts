import type { Ai } from '../../../schemas/disclosures/ai.ts';
import type { Draft } from '../../compare/changes/change.ts';
import { isEqual } from '../../compare/changes/compare.ts';
import { comingOrGoing, subjectOf } from '../../compare/changes/disclosure-change.ts';
import { namedTexts } from '../../compare/changes/entry-change.ts';
import { joiningVendor, yesNo } from '../../compare/changes/fact-words.ts';
import { byRank, compareFields, flag, list, quoted, value } from '../../compare/changes/field-change.ts';
import { fact, list as listOf, yesOrNo } from '../../page/cell.ts';
import { factList } from '../../page/terms.ts';
import { showList } from '../../text/show.ts';
import type { Compared, Disclosure } from '../disclosure.ts';
import { vendorsCell } from '../field-cells.ts';
import { type ShownFields, termsOf } from '../shown-fields.ts';

type Said = Ai | 'none' | undefined;

// Compares what artificial intelligence is used for.
function aiChanges(before: Said, after: Said, compared: Compared): Draft[] {
  if (isEqual(before, after)) return [];
  if (before === undefined || after === undefined) return [comingOrGoing(before, after, compared)];
  if (after === 'none') return [{ rule: 'ai-removed', path: 'ai', before, after, parts: {} }];
  if (before === 'none') {
    const uses = showList(
      Object.values(after.uses).map((use) => quoted(use)),
      compared.comparison.reader,
    );
    return [{ rule: 'ai-added', path: 'ai', before, after, parts: { items: uses } }];
  }
  return compareFields(fields, before, after, subjectOf(compared));
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
    change: value(
      byRank(
        { 'on-request': 0, automatic: 1 },
        { higher: 'ai-automatic-added', lower: 'ai-automatic-removed', changed: 'ai-changed' },
      ),
      (is, { comparison }) => quoted(comparison.reader.words.ai.triggers[is]),
    ),
    label: ({ ai }) => ai.trigger,
    cell: (is, path, { words }) => fact(path, words.ai.triggers[is]),
  },
  training: {
    change: flag({ on: 'ai-training-added', off: 'ai-training-removed', changed: 'ai-changed' }, yesNo),
    cell: (is, path, { words: { ai } }) => yesOrNo(path, is, ai.trains, ai.doesNotTrain),
  },
  review: {
    change: flag({ on: 'ai-review-added', off: 'ai-review-removed', changed: 'ai-changed' }, yesNo),
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
