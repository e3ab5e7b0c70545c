import { disclosuresInOrder } from '../../disclosures/in-order.ts';
import type { Comparison, Draft } from './change.ts';
import { thing } from './disclosure-change.ts';
import { anchorChanges } from './field-change.ts';
import { noticeFields } from './notice-change.ts';

/** Compares everything a policy discloses, by id and field. */
export function factChanges(comparison: Comparison): Draft[] {
  const { before, after, reader, words } = comparison;
  return [
    ...anchorChanges(before.aliases ?? [], after.aliases ?? [], { path: '', name: '', comparison }),
    ...noticeChanges(before.notice, after.notice, {
      path: 'notice',
      title: words.disclosures.notice,
      comparison,
    }),
    ...disclosuresInOrder.flatMap((disclosure) => {
      const { name } = disclosure;
      return disclosure.changes(before.facts[name], after.facts[name], {
        path: name,
        title: disclosure.title?.(words) ?? name,
        none: disclosure.none?.(reader.words),
        comparison,
      });
    }),
  ];
}

const noticeChanges = thing(noticeFields);
