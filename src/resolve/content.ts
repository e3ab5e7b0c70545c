import { disclosuresInOrder, inventoriesInOrder } from '../disclosures/in-order.ts';
import { isMap } from '../read/shape.ts';
import type { ResolvedPolicy } from './policy-model.ts';

/**
 * A resolved policy as a record keeps it: inventories are lists with ids, since canonical JSON sorts keys and the order
 * of entries is the order on the page. The day counsel last confirmed a text belongs to the day, not to the text, and
 * is left out.
 */
export type Content = Omit<ResolvedPolicy, 'reviewed' | 'quotes' | 'sources' | 'facts'> & {
  facts: Record<string, unknown>;
};

/** The content a resolved policy is sealed with. */
export function toContent(policy: ResolvedPolicy): Content {
  const { reviewed: _reviewed, quotes: _quotes, sources: _sources, ...content } = policy;
  return { ...content, facts: toLists(policy.facts) };
}

// The facts that are maps by id: of entries, or of texts that stand inside a fact.
const inventories = new Set<string>(inventoriesInOrder.map(({ name }) => name));
const texts: Record<string, string> = Object.fromEntries(
  disclosuresInOrder.flatMap(({ name, texts }) => (texts ? [[name, texts]] : [])),
);

function toLists(facts: object): Record<string, unknown> {
  const changed = Object.entries(facts).map(([name, value]) => {
    if (inventories.has(name)) return [name, toList(value)];
    const key = texts[name];
    return key && isMap(value) ? [name, { ...value, [key]: toTexts(value[key]) }] : [name, value];
  });
  return Object.fromEntries(changed);
}

function toList(inventory: unknown): unknown {
  if (!isMap(inventory)) return inventory;
  return Object.entries(inventory).map(([id, entry]) => ({ id, ...(isMap(entry) && entry) }));
}

function toTexts(inventory: unknown): unknown {
  return isMap(inventory) ? Object.entries(inventory).map(([id, text]) => ({ id, text })) : inventory;
}
