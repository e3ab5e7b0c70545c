import type { Transfer } from '../../../schemas/disclosures/transfers.ts';
import type { Draft } from '../../compare/changes/change.ts';
import { isEqual } from '../../compare/changes/compare.ts';
import { inventory } from '../../compare/changes/disclosure-change.ts';
import { country, joiningVendor, vendor } from '../../compare/changes/fact-words.ts';
import {
  type Changed,
  condition,
  list,
  oneOrMany,
  promising,
  quoted,
  texts,
  withParts,
} from '../../compare/changes/field-change.ts';
import { fact } from '../../page/cell.ts';
import { listOf } from '../../text/one-or-many.ts';
import { type Reader, showApart, showCountries, showList, wordFor } from '../../text/show.ts';
import type { Disclosure } from '../disclosure.ts';
import { proseCell, vendorsCell } from '../field-cells.ts';
import { type ShownFields, tableOf } from '../shown-fields.ts';

const fields: ShownFields<Transfer> = {
  country: {
    change: countryChange,
    cell: (countries, path, context) => fact(path, showCountries(countries, context)),
  },
  vendors: {
    change: list({ added: 'transfer-vendor-added', removed: 'transfer-vendor-removed' }, joiningVendor),
    label: ({ columns }) => columns.recipient,
    cell: vendorsCell,
  },
  mechanism: {
    change: oneOrMany('transfer-safeguard-changed', (name, { comparison }) =>
      quoted(wordFor(name, comparison.reader.words.mechanisms)),
    ),
    cell: (mechanisms, path, { words }) => fact(path, showApart(mechanisms, words.mechanisms)),
  },
  copy: { change: promising(() => true, texts('transfer-changed')), cell: proseCell },
  text: { change: texts('transfer-changed'), label: ({ columns }) => columns.details, cell: proseCell },
};

// One of several transfers is told by its words, which limit it, or by who receives data; where these are others now, they
// are told beside it. A country more is a transfer more.
function countryChange(field: Changed<string | string[], Transfer>): Draft[] {
  const { before, after, entry, subject } = field;
  const [old, now] = [entry?.before, entry?.after];
  const { after: policy, reader } = subject.comparison;
  const names = (now?.vendors ?? []).map((id) => vendor(id, { policy, comparison: subject.comparison }));
  const who = isEqual(old?.vendors, now?.vendors) && names.length > 0 ? showList(names, reader) : undefined;
  const text = now?.text !== undefined && now.text === old?.text ? condition(now.text) : undefined;
  const isMore = before && after && listOf(before).every((place) => listOf(after).includes(place));
  return oneOrMany<string>(
    'transfer-country-changed',
    country,
  )(field).map((draft) => ({
    ...withParts(draft, { ...(text && { items: text }), ...(who && { details: who }) }),
    ...(isMore && draft.rule === 'transfer-country-changed' && { direction: 'more' }),
  }));
}

function safeguardsOf(mechanism: Transfer['mechanism'], { words }: Reader): string {
  return mechanism === undefined ? '' : showApart(mechanism, words.mechanisms);
}

export const transfers: Disclosure<'transfers'> = {
  name: 'transfers',
  home: 'policy',
  form: 'inventory',
  title: ({ disclosures }) => disclosures.transfers,
  none: ({ none }) => none.transfers,
  entries: tableOf('transfers', ({ transfers }) => transfers, { fields, arranged: ['country', 'text'] }),
  changes: inventory({
    added: 'transfer-added',
    removed: 'transfer-removed',
    name: ({ country, text, mechanism }, _, { reader }) => {
      if (country) return showCountries(country, reader);
      return text || mechanism ? quoted(text ?? safeguardsOf(mechanism, reader)) : undefined;
    },
    details: ({ country, text, vendors, mechanism }, comparison) => {
      const { reader, words, after } = comparison;
      const names = (vendors ?? []).map((id) => joiningVendor(id, { policy: after, comparison }));
      const safeguards = mechanism && quoted(safeguardsOf(mechanism, reader));
      return [
        country && text && condition(text),
        names.length > 0 && `${words.fields.vendors}: ${showList(names, reader)}`,
        safeguards && (country || text) && `${words.fields.mechanism}: ${safeguards}`,
      ]
        .filter(Boolean)
        .join(', ');
    },
    fields,
  }),
};
