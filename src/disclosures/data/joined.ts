import type { Purpose } from '../../../schemas/disclosures/purposes.ts';
import { fact, label as labelOf, type Shown, sentences, stacked } from '../../page/cell.ts';
import type { PageContext } from '../../page/page-model.ts';
import { vendorNames } from '../../page/vendor-name.ts';
import { listOf } from '../../text/one-or-many.ts';
import { showApart } from '../../text/show.ts';
import { kept } from '../retention/page.ts';

// What other inventories say of one kind of data: each names the data by id, so that the same fact stands once.

/** What a kind of data is used for. */
export function purposesOf(id: string, context: PageContext): Shown {
  const used = entriesNaming(context.policy.facts.purposes, id);
  return stacked(used.map((purpose) => nameOf(purpose, context)));
}

function nameOf([id, { label, text }]: [string, Purpose], { inline }: PageContext): Shown {
  const path = `purposes.${id}`;
  return label ? labelOf(`${path}.label`, label) : inline(`${path}.text`, text);
}

/** On which legal bases it is used, each once. */
export function basesOf(id: string, context: PageContext): Shown {
  const { policy, words } = context;
  const bases = entriesNaming(policy.facts.purposes, id).flatMap(([, { basis }]) => listOf(basis));
  return bases.length > 0 ? fact('purposes', showApart([...new Set(bases)], words.bases)) : undefined;
}

/** What people can decide about its use; where it is used for several things, for which of them. */
export function choicesOf(id: string, context: PageContext): Shown {
  const used = entriesNaming(context.policy.facts.purposes, id);
  const said = used.map((purpose): Shown => {
    const [key, { choice }] = purpose;
    const own = choice && context.inline(`purposes.${key}.choice`, choice);
    return own && used.length > 1 ? sentences([nameOf(purpose, context), own], ': ') : own;
  });
  return stacked(said);
}

/** Who receives it; of those to whom it is sold or with whom it is shared, or of the others. */
export function recipientsOf(id: string, isSold: boolean, context: PageContext): Shown {
  const all = entriesNaming(context.policy.facts.recipients, id);
  const meant = all.filter(([, { sold = false }]) => sold === isSold);
  const said = meant.map(([key, { label, vendors, text }]): Shown => {
    const path = `recipients.${key}`;
    if (label) return labelOf(`${path}.label`, label);
    return vendors
      ? fact(`${path}.vendors`, vendorNames(vendors, context))
      : text && context.inline(`${path}.text`, text);
  });
  return stacked(said);
}

/** How long it is kept, as each entry that names it says: of what, and with what limits that. */
export function keptFor(id: string, context: PageContext): Shown {
  const named = entriesNaming(context.policy.facts.retention, id);
  return stacked(named.map(([key, entry]) => kept(entry, `retention.${key}`, context)));
}

/** The entries of an inventory that name a kind of data. */
export function entriesNaming<T extends { data?: string[] | undefined }>(
  inventory: Record<string, T> | 'none' | undefined,
  id: string,
): [string, T][] {
  return typeof inventory === 'object'
    ? Object.entries(inventory).filter(([, { data = [] }]) => data.includes(id))
    : [];
}
