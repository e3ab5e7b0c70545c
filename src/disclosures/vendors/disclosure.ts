import { area } from '../../../schemas/values.ts';
import type { Vendor } from '../../../schemas/vendor.ts';
import { namedEntries } from '../../compare/changes/disclosure-change.ts';
import { country, fieldValue, showPlaces, vendorDetails } from '../../compare/changes/fact-words.ts';
import {
  bindingText,
  byPresence,
  code,
  date,
  items,
  plain,
  quoted,
  texts,
  value,
} from '../../compare/changes/field-change.ts';
import { fact, joined, label, words as say, stacked } from '../../page/cell.ts';
import type { PageBlock, PageContext } from '../../page/page-model.ts';
import { pick } from '../../page/selection.ts';
import { table } from '../../page/table.ts';
import type { InventoryBlock } from '../../resolve/policy-model.ts';
import { showCountry, showDate } from '../../text/show.ts';
import type { Disclosure } from '../disclosure.ts';
import { labelCell } from '../field-cells.ts';
import { columnsOf, type ShownFields, type Together, unshown } from '../shown-fields.ts';

const fields: ShownFields<Vendor> = {
  name: value('vendor-changed', plain),
  legal: value('vendor-changed', plain),
  country: {
    change: value('vendor-country-changed', country),
    cell: (is, path, context) => fact(path, showCountry(is, context)),
  },
  places: {
    change: items('vendor-changed', (place, side) => (isCode(place) ? country(place, side) : quoted(place))),
    cell: (places, path, context) => fact(path, showPlaces(places, context)),
  },
  addresses: items('vendor-changed'),
  takes: texts('vendor-changed'),
  added: value('vendor-changed', date),
  objectUntil: value('vendor-changed', date),
  does: bindingText('vendor-changed'),
  group: { change: value('vendor-changed', quoted), cell: labelCell },
  role: {
    change: value('vendor-role-changed', fieldValue),
    cell: (role, path, { words }) => fact(path, words.vendorRoles[role]),
  },
  policy: value('vendor-changed', code),
  optOut: value(
    byPresence({
      added: 'vendor-opt-out-added',
      removed: 'vendor-opt-out-removed',
      changed: 'vendor-changed',
    }),
    code,
  ),
  domains: items('vendor-changed'),
};

// Who is behind a name, and where, stands below it.
const names: Together<Vendor> = {
  of: ['name', 'legal', 'addresses'],
  label: ({ columns }) => columns.vendor,
  cell: ({ name, legal, addresses }, path) =>
    stacked([
      label(`${path}.name`, name),
      fact(`${path}.legal`, legal),
      addresses && fact(`${path}.addresses`, addresses.join('; ')),
    ]),
};

const service: Together<Vendor> = {
  of: ['does', 'takes'],
  label: ({ columns }) => columns.does,
  cell: ({ does, takes }, path, { inline, words: { columns } }) =>
    stacked([
      does && inline(`${path}.does`, does),
      takes && [...say(`${columns.takes}: `), ...inline(`${path}.takes`, takes)],
    ]),
};

const days: Together<Vendor> = {
  of: ['added', 'objectUntil'],
  label: ({ columns }) => columns.added,
  cell: ({ added, objectUntil }, path, context) => {
    const until = objectUntil && fact(`${path}.objectUntil`, showDate(objectUntil, context));
    return stacked([
      added && fact(`${path}.added`, showDate(added, context)),
      until && [...say(`${context.words.columns.objectUntil}: `), ...until],
    ]);
  },
};

const links: Together<Vendor> = {
  of: ['policy', 'optOut'],
  label: ({ columns }) => columns.links,
  cell: ({ policy, optOut }, path, { words: { columns } }) =>
    joined(
      [
        policy && fact(`${path}.policy`, columns.vendorPolicy, policy),
        optOut && fact(`${path}.optOut`, columns.optOut, optOut),
      ],
      ', ',
    ),
};

// The vendors of a group, or all.
function vendorsBlock(block: InventoryBlock, context: PageContext): PageBlock {
  const vendors = pick(context.policy.facts.vendors, block.ids);
  const isGroup = vendors.some(([, { group }]) => group === block.part);
  const caption = block.caption ?? (isGroup ? block.part : context.words.captions.vendors);
  // A group has a column where several are shown at once.
  const group = block.part === 'all' ? 'group' : unshown<Vendor>('group');
  const arranged = [names, group, service, 'role', 'country', 'places', days, links] as const;
  return table({ of: 'vendors', caption }, vendors, columnsOf(fields, arranged, context), context);
}

function isCode(place: string): boolean {
  return area.safeParse(place).success;
}

// Under another name and in another country, or of another legal name, it is another company.
function isOther(before: Vendor, after: Vendor): boolean {
  const words = (name: string): string[] => name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const isNamedApart = !words(before.name).some((word) => words(after.name).includes(word));
  const isApart = (key: 'country' | 'legal') =>
    before[key] !== undefined && after[key] !== undefined && before[key] !== after[key];
  return isNamedApart && (isApart('country') || isApart('legal'));
}

export const vendors: Disclosure<'vendors'> = {
  name: 'vendors',
  home: 'product',
  form: 'inventory',
  part: { key: 'group' },
  title: ({ fields }) => fields.vendors,
  // mergeVendors has given every vendor its name.
  resolve: (written) => (written ?? {}) as Record<string, Vendor>,
  entries: vendorsBlock,
  changes: namedEntries({
    added: 'vendor-added',
    removed: 'vendor-removed',
    name: ({ name }) => plain(name),
    isOther,
    details: (entry, comparison) => vendorDetails(entry, comparison) || undefined,
    fields,
  }),
};
