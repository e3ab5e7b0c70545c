import type { Ai } from '../../../schemas/disclosures/ai.ts';
import type { Draft } from '../../compare/changes/change.ts';
import { isEqual } from '../../compare/changes/compare.ts';
import { comingOrGoing, subjectOf } from '../../compare/changes/disclosure-change.ts';
import { namedTexts } from '../../compare/changes/entry-change.ts';
import { vendor, yesNo } from '../../compare/changes/fact-words.ts';
import {
  byRank,
  compareFields,
  type Fields,
  flag,
  list,
  quoted,
  value,
} from '../../compare/changes/field-change.ts';
import { showList } from '../../text/show.ts';
import type { Compared, Disclosure } from '../disclosure.ts';
import { aiBlock } from './page.ts';

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
  return compareFields(aiFields, before, after, subjectOf(compared));
}

const aiFields: Fields<Ai> = {
  uses: namedTexts('ai.uses', {
    added: 'ai-use-added',
    removed: 'ai-use-removed',
    changed: 'ai-use-changed',
  }),
  vendors: list({ added: 'ai-vendor-added', removed: 'ai-vendor-removed' }, vendor),
  trigger: value(
    byRank(
      { 'on-request': 0, automatic: 1 },
      { higher: 'ai-automatic-added', lower: 'ai-automatic-removed', changed: 'ai-changed' },
    ),
    (is, { comparison }) => quoted(comparison.reader.words.ai.triggers[is]),
  ),
  training: flag({ on: 'ai-training-added', off: 'ai-training-removed', changed: 'ai-changed' }, yesNo),
  review: flag({ on: 'ai-review-added', off: 'ai-review-removed', changed: 'ai-changed' }, yesNo),
};

export const ai: Disclosure<'ai'> = {
  name: 'ai',
  home: 'policy',
  form: 'thing',
  texts: 'uses',
  title: ({ disclosures }) => disclosures.ai,
  none: ({ none }) => none.ai,
  whole: aiBlock,
  changes: aiChanges,
};
