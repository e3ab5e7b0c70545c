import type { DataCategory } from '../../../schemas/disclosures/data.ts';
import { inventory } from '../../compare/changes/disclosure-change.ts';
import type { Entry } from '../../compare/changes/entry-change.ts';
import { labelIn, yesNo } from '../../compare/changes/fact-words.ts';
import { called, items, list, plain, quoted, texts, value } from '../../compare/changes/field-change.ts';
import { showList } from '../../text/show.ts';
import type { Disclosure } from '../disclosure.ts';
import { dataBlock } from './page.ts';

// What a change of a kind of data comes to.
const entry: Entry<DataCategory> = {
  added: 'data-category-added',
  removed: 'data-category-removed',
  name: ({ label }) => quoted(label),
  details: ({ examples }, { reader }) =>
    examples &&
    showList(
      examples.map((example) => plain(example)),
      reader,
    ),
  fields: {
    label: value('data-category-changed', quoted),
    examples: list(
      { added: 'data-examples-widened', removed: 'data-examples-narrowed', changed: 'data-category-changed' },
      quoted,
    ),
    description: texts('data-category-changed'),
    audience: value('data-category-changed', labelIn('audiences')),
    source: value('data-source-changed', (source, { comparison }) =>
      quoted(comparison.reader.words.sources[source]),
    ),
    from: called('source', texts('data-source-changed')),
    provision: texts('data-category-changed'),
    ccpa: items('data-category-changed', (name, { comparison }) => comparison.reader.words.ccpa[name]),
    special: value(({ before = false, after = false }) => {
      if (before === after) return 'data-category-changed';
      return after ? 'special-category-added' : 'special-category-removed';
    }, yesNo),
  },
};

export const data: Disclosure<'data'> = {
  name: 'data',
  home: 'policy',
  form: 'inventory',
  part: { key: 'audience', of: 'audiences' },
  title: ({ disclosures }) => disclosures.data,
  none: ({ none }) => none.data,
  entries: dataBlock,
  changes: inventory(entry),
};
