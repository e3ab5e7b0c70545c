import type { Transfer } from '../../../schemas/disclosures/transfers.ts';
import { inventory } from '../../compare/changes/disclosure-change.ts';
import { country, joiningVendor } from '../../compare/changes/fact-words.ts';
import { list, oneOrMany, promising, quoted, texts, withParts } from '../../compare/changes/field-change.ts';
import { fact } from '../../page/cell.ts';
import { type Reader, showApart, showCountries, showList, wordFor } from '../../text/show.ts';
import type { Disclosure } from '../disclosure.ts';
import { proseCell, vendorsCell } from '../field-cells.ts';
import { type ShownFields, tableOf } from '../shown-fields.ts';

const fields: ShownFields<Transfer> = {
  country: {
    // What limits a transfer stands in its words. Where these are others now, they are told beside it.
    change: (field) => {
      const [old, now] = [field.entry?.before.text, field.entry?.after.text];
      const details = now !== undefined && now === old ? { details: quoted(now) } : {};
      return oneOrMany<string>(
        'transfer-country-changed',
        country,
      )(field).map((draft) => withParts(draft, details));
    },
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
        country && text && quoted(text),
        names.length > 0 && `${words.fields.vendors}: ${showList(names, reader)}`,
        safeguards && (country || text) && `${words.fields.mechanism}: ${safeguards}`,
      ]
        .filter(Boolean)
        .join(', ');
    },
    fields,
  }),
};
