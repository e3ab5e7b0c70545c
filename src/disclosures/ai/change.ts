import type { Ai } from '../../../schemas/disclosures/ai.ts';
import type { Comparison, Draft } from '../../compare/changes/change.ts';
import type { ChangeRule } from '../../compare/changes/change-rules.ts';
import { isEqual } from '../../compare/changes/compare.ts';
import { disclosure, noneChange } from '../../compare/changes/disclosure-change.ts';
import { namedTexts } from '../../compare/changes/entry-change.ts';
import { vendor, yesNo } from '../../compare/changes/fact-words.ts';
import {
  compareFields,
  type Fields,
  flag,
  list,
  quoted,
  type Shows,
  value,
} from '../../compare/changes/field-change.ts';
import { showList } from '../../text/show.ts';

/** Compares what artificial intelligence is used for. */
export function aiChanges(comparison: Comparison): Draft[] {
  const { ai: before } = comparison.before.facts;
  const { ai: after } = comparison.after.facts;
  if (isEqual(before, after)) return [];
  if (before === undefined || after === undefined) {
    const isNone = (before ?? after) === 'none';
    return [
      isNone ? noneChange('ai', after === 'none', comparison) : disclosure('ai', before, after, comparison),
    ];
  }
  if (after === 'none') return [{ rule: 'ai-removed', path: 'ai', before, after, parts: {} }];
  if (before === 'none') {
    const uses = showList(
      Object.values(after.uses).map((use) => quoted(use)),
      comparison.reader,
    );
    return [{ rule: 'ai-added', path: 'ai', before, after, parts: { items: uses } }];
  }
  return compareFields(aiFields, before, after, {
    path: 'ai',
    name: comparison.words.disclosures.ai,
    comparison,
  });
}

const aiFields: Fields<Ai> = {
  uses: (delta, { comparison }) =>
    namedTexts('ai.uses', delta, comparison, {
      added: 'ai-use-added',
      removed: 'ai-use-removed',
      changed: 'ai-use-changed',
    }),
  vendors: list({ added: 'ai-vendor-added', removed: 'ai-vendor-removed' }, vendor),
  trigger: (delta, subject, key) => {
    const rule: ChangeRule =
      !delta.before || !delta.after
        ? 'ai-changed'
        : delta.after === 'automatic'
          ? 'ai-automatic-added'
          : 'ai-automatic-removed';
    const show: Shows<'on-request' | 'automatic'> = (is) =>
      quoted(subject.comparison.reader.words.ai.triggers[is]);
    return value(rule, show)(delta, subject, key);
  },
  training: flag({ on: 'ai-training-added', off: 'ai-training-removed', changed: 'ai-changed' }, yesNo),
  review: flag({ on: 'ai-review-added', off: 'ai-review-removed', changed: 'ai-changed' }, yesNo),
};
