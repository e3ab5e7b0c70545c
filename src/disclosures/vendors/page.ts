import { area } from '../../../schemas/values.ts';
import type { Vendor } from '../../../schemas/vendor.ts';
import { fact, joined, label, type Shown, words as say, stacked } from '../../page/cell.ts';
import type { PageBlock, PageContext } from '../../page/page-model.ts';
import { pick } from '../../page/selection.ts';
import { table } from '../../page/table.ts';
import type { InventoryBlock } from '../../resolve/policy-model.ts';
import { type Reader, showCountry, showDate, showList } from '../../text/show.ts';
import type { Words } from '../../words/words.ts';

/** The vendors of a group, or all. */
export function vendorsBlock(block: InventoryBlock, context: PageContext): PageBlock {
  const { words, inline } = context;
  const vendors = pick(context.policy.facts.vendors, block.ids);
  const isGroup = vendors.some(([, { group }]) => group === block.part);
  const caption = block.caption ?? (isGroup ? block.part : words.captions.vendors);
  const grouped = block.part === 'all' && vendors.some(([, { group }]) => group);
  return table<Vendor>(
    { of: 'vendors', caption },
    vendors,
    [
      { label: words.columns.vendor, cell: (vendor, path) => nameCell(vendor, path) },
      {
        label: words.columns.group,
        cell: ({ group }, path) => (grouped ? label(`${path}.group`, group) : undefined),
      },
      {
        label: words.columns.does,
        cell: ({ does, takes }, path) =>
          stacked([
            does && inline(`${path}.does`, does),
            takes && [...say(`${words.columns.takes}: `), ...inline(`${path}.takes`, takes)],
          ]),
      },
      {
        label: words.columns.role,
        cell: ({ role }, path) => role && fact(`${path}.role`, words.vendorRoles[role]),
      },
      {
        label: words.columns.country,
        cell: ({ country }, path) => country && fact(`${path}.country`, showCountry(country, context)),
      },
      {
        label: words.columns.places,
        cell: ({ places }, path) => places && fact(`${path}.places`, showPlaces(places, context)),
      },
      { label: words.columns.added, cell: (vendor, path) => daysCell(vendor, path, context) },
      { label: words.columns.links, cell: (vendor, path) => vendorLinks(vendor, path, words) },
    ],
    context,
  );
}

// Who is behind a name, and where, stands below it.
function nameCell({ name, legal, addresses }: Vendor, path: string): Shown {
  return stacked([
    label(`${path}.name`, name),
    fact(`${path}.legal`, legal),
    addresses && fact(`${path}.addresses`, addresses.join('; ')),
  ]);
}

function daysCell({ added, objectUntil }: Vendor, path: string, context: PageContext): Shown {
  const { columns } = context.words;
  const until = objectUntil && fact(`${path}.objectUntil`, showDate(objectUntil, context));
  return stacked([
    added && fact(`${path}.added`, showDate(added, context)),
    until && [...say(`${columns.objectUntil}: `), ...until],
  ]);
}

// A code is a country; anything else is in the words of the authors.
function showPlaces(places: readonly string[], reader: Reader): string {
  const shown = places.map((place) => (area.safeParse(place).success ? showCountry(place, reader) : place));
  return showList(shown, reader);
}

function vendorLinks({ policy, optOut }: Vendor, path: string, { columns }: Words): Shown {
  const links = [
    policy && fact(`${path}.policy`, columns.vendorPolicy, policy),
    optOut && fact(`${path}.optOut`, columns.optOut, optOut),
  ];
  return joined(links, ', ');
}
