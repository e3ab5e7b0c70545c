import { disclosuresInOrder } from '../../disclosures/in-order.ts';
import { showList } from '../../text/show.ts';
import type { Comparison, Draft } from './change.ts';
import { promised } from './disclosure-change.ts';
import { anchorChanges, code } from './field-change.ts';
import { namedAnew } from './named-anew.ts';
import { noticeFields } from './notice-change.ts';

/** Compares everything a policy discloses, by id and field. */
export function factChanges(comparison: Comparison): Draft[] {
  const { before, after, reader, words } = comparison;
  const older = namedAnew(before, after);
  const named = { ...comparison, before: older.policy };
  return [
    ...policyAnchors(comparison),
    ...noticeChanges(before.notice, after.notice, {
      path: 'notice',
      title: words.disclosures.notice,
      comparison,
    }),
    ...disclosuresInOrder.flatMap((disclosure) => {
      const { name } = disclosure;
      return disclosure.changes(older.facts[name], after.facts[name], {
        path: name,
        title: disclosure.title?.(words) ?? name,
        none: disclosure.none?.(reader.words),
        comparison: named,
      });
    }),
  ];
}

// An alias of the policy can become one that leads to another, and the other way round.
function policyAnchors(comparison: Comparison): Draft[] {
  const { before, after } = comparison;
  const [old, now] = [before.moved ?? {}, after.moved ?? {}];
  const stays = (ids: readonly string[] = [], moved: Record<string, string>) =>
    ids.filter((id) => !Object.hasOwn(moved, id));
  const aliases = [stays(before.aliases, now), stays(after.aliases, old)] as const;
  const added = Object.entries(now).filter(([id, place]) => old[id] !== place);
  const gone = Object.keys(old).filter((id) => !Object.hasOwn(now, id) && !after.aliases?.includes(id));
  return [
    ...anchorChanges(...aliases, { path: '', name: '', comparison }),
    ...wayChanges(
      'anchor-removed',
      gone.map((id) => [id, old[id] ?? '']),
      comparison,
    ),
    ...wayChanges('anchor-added', added, comparison),
  ];
}

// Anchors by the place in another policy to which they lead.
function wayChanges(
  rule: 'anchor-added' | 'anchor-removed',
  ways: readonly (readonly [id: string, place: string])[],
  { reader }: Comparison,
): Draft[] {
  return [...Map.groupBy(ways, ([, place]) => place)].map(([place, own]) => {
    const ids = own.map(([id]) => id);
    const items = showList(
      ids.map((id) => code(`#${id}`)),
      reader,
    );
    const told = rule === 'anchor-added' ? { after: ids } : { before: ids };
    return { rule, path: 'moved', ...told, parts: { name: code(place), items } };
  });
}

const noticeChanges = promised(noticeFields);
