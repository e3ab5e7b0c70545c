import type { Block } from '../../schemas/block.ts';
import type { PolicyFile, Section } from '../../schemas/policy.ts';
import type { Resolving } from '../blocks/block.ts';
import { disclosureOf, disclosuresInOrder, shownEntries } from '../disclosures/in-order.ts';
import type { Problem } from '../problem.ts';
import type { YamlPath } from '../read/places.ts';
import { isMap } from '../read/shape.ts';
import type { InventoryName, ShownName } from './policy-model.ts';

// A policy file is small, and a block of a few letters shows a whole inventory: a thousand of them would fill a disk.
const mostCharacters = 10_000_000;

type Placed = { item: Block; path: YamlPath };

/** Refuses the block with which a page would hold far more than its policy says. */
export function pageSizeProblem(policy: PolicyFile, context: Resolving): Problem | undefined {
  const sizeOf = makeMeasure(context);
  let size = 0;
  const first = blocksIn(policy.sections, ['sections']).find(({ item }) => {
    size += sizeOf(item);
    return size > mostCharacters;
  });
  return (
    first && {
      rule: 'block/size',
      severity: 'error',
      message: `Unexpected size of the page up to this block, expected at most ${mostCharacters.toLocaleString('en')} characters.`,
      place: context.file.place(first.path, 'value'),
      help: 'Show each inventory once, or a part of it at a time.',
    }
  );
}

function blocksIn(sections: readonly Section[], prefix: YamlPath): Placed[] {
  return sections.flatMap((section, index) => {
    const path = [...prefix, index];
    const own = (section.content ?? []).flatMap((item, at): Placed[] =>
      typeof item === 'string' ? [] : [{ item, path: [...path, 'content', at] }],
    );
    const inner = 'sections' in section ? blocksIn(section.sections ?? [], [...path, 'sections']) : [];
    return [...own, ...inner];
  });
}

type Measure = (item: Block) => number;

/** Counts the characters a block shows, of what it names as well; each thing is counted once. */
function makeMeasure({ facts, steps }: Resolving): Measure {
  const known = new Map<unknown, number>();
  const lengthOf = (value: unknown) => {
    const length = known.get(value) ?? JSON.stringify(value)?.length ?? 0;
    if (typeof value === 'object') known.set(value, length);
    return length;
  };
  const sum = (values: readonly unknown[]) => values.reduce<number>((all, value) => all + lengthOf(value), 0);
  return (item) => {
    const own = lengthOf(item);
    if ('steps' in item) return own + sum(item.steps.map((id) => (typeof id === 'string' ? steps[id] : id)));
    const shown = disclosuresInOrder.find(({ name }) => Object.hasOwn(item, name));
    if (!shown) return own;
    // What a block shows is written under its own name.
    const selection: unknown = Reflect.get(item, shown.name);
    const entries = shownEntries(shown.name as InventoryName, facts);
    return own + sum(selected(shown.name as ShownName, selection, entries) ?? [facts[shown.name]]);
  };
}

/** The entries that a selection takes; nothing where what is shown has none. */
function selected(
  of: ShownName,
  selection: unknown,
  entries: Readonly<Record<string, unknown>>,
): unknown[] | undefined {
  const { part, whole } = disclosureOf(of);
  if (whole) return undefined;
  if (Array.isArray(selection)) return selection.map((id) => entries[String(id)]);
  const all = Object.values(entries);
  if (!part || selection === 'all') return all;
  return all.filter((entry) => isMap(entry) && entry[part.key] === selection);
}
