import type { Ai } from '../../../schemas/disclosures/ai.ts';
import type { Draft } from '../../compare/changes/change.ts';
import type { ChangeRule } from '../../compare/changes/change-rules.ts';
import { isEqual } from '../../compare/changes/compare.ts';
import { comingOrGoing, subjectOf } from '../../compare/changes/disclosure-change.ts';
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
import type { Compared } from '../disclosure.ts';

type Said = Ai | 'none' | undefined;

/** Compares what artificial intelligence is used for. */
export function aiChanges(before: Said, after: Said, compared: Compared): Draft[] {
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
