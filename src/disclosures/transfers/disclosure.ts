import type { Transfer } from '../../../schemas/disclosures/transfers.ts';
import { inventory } from '../../compare/changes/disclosure-change.ts';
import type { Entry } from '../../compare/changes/entry-change.ts';
import { country, vendor } from '../../compare/changes/fact-words.ts';
import { list, oneOrMany, quoted, texts } from '../../compare/changes/field-change.ts';
import { showCountries, wordFor } from '../../text/show.ts';
import type { Disclosure } from '../disclosure.ts';
import { transfersBlock } from './page.ts';

// What a change of a transfer to another country comes to.
const entry: Entry<Transfer> = {
  added: 'transfer-added',
  removed: 'transfer-removed',
  name: ({ country, text }, _, { reader }, id) =>
    country ? showCountries(country, reader) : quoted(text ?? id),
  fields: {
    country: oneOrMany('transfer-country-changed', country),
    vendors: list({ added: 'transfer-vendor-added', removed: 'transfer-vendor-removed' }, vendor),
    mechanism: oneOrMany('transfer-safeguard-changed', (name, { comparison }) =>
      quoted(wordFor(name, comparison.reader.words.mechanisms)),
    ),
    copy: texts('transfer-changed'),
    text: texts('transfer-changed'),
  },
};

export const transfers: Disclosure<'transfers'> = {
  name: 'transfers',
  home: 'policy',
  form: 'inventory',
  title: ({ disclosures }) => disclosures.transfers,
  none: ({ none }) => none.transfers,
  entries: transfersBlock,
  changes: inventory(entry),
};
