import { fact, joined, label as labelOf, type Shown } from '../../page/cell.ts';
import type { PageContext } from '../../page/page-model.ts';
import type { Piece } from '../../page/piece.ts';
import { vendorNames } from '../../page/vendor-name.ts';
import { listOf } from '../../text/one-or-many.ts';
import { showApart } from '../../text/show.ts';
import { howLong } from '../retention/page.ts';

// What other inventories say of one kind of data: each names the data by id, so that the same fact stands once.

/** What a kind of data is used for. */
export function purposesOf(id: string, { policy, inline }: PageContext): Shown {
  const used = entriesNaming(policy.facts.purposes, id).map(([key, { label, text }]): Shown => {
    const path = `purposes.${key}`;
    return label ? labelOf(`${path}.label`, label) : inline(`${path}.text`, text);
  });
  return inOneCell(used);
}

/** On which legal bases it is used, each once. */
export function basesOf(id: string, context: PageContext): Shown {
  const { policy, words } = context;
  const bases = entriesNaming(policy.facts.purposes, id).flatMap(([, { basis }]) => listOf(basis));
  return bases.length > 0 ? fact('purposes', showApart([...new Set(bases)], words.bases)) : undefined;
}

/** What people can decide about its use. */
export function choicesOf(id: string, { policy, inline }: PageContext): Shown {
  const said = entriesNaming(policy.facts.purposes, id).map(
    ([key, { choice }]): Shown => choice && inline(`purposes.${key}.choice`, choice),
  );
  return inOneCell(said);
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
  return inOneCell(said);
}

/** How long it is kept, as each entry that names it says. */
export function keptFor(id: string, context: PageContext): Shown {
  const said = entriesNaming(context.policy.facts.retention, id).map(
    ([key, entry]): Shown => howLong(entry, `retention.${key}`, context),
  );
  return inOneCell(said);
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

function inOneCell(pieces: readonly Shown[]): Piece | undefined {
  return joined(pieces, '; ');
}
