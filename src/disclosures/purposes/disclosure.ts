import type { Purpose } from '../../../schemas/disclosures/purposes.ts';
import { inventory } from '../../compare/changes/disclosure-change.ts';
import type { Entry } from '../../compare/changes/entry-change.ts';
import { labelIn } from '../../compare/changes/fact-words.ts';
import { list, oneOrMany, promising, quoted, texts, value } from '../../compare/changes/field-change.ts';
import { wordFor } from '../../text/show.ts';
import type { Disclosure } from '../disclosure.ts';
import { purposesBlock } from './page.ts';

// What a change of a purpose comes to.
const entry: Entry<Purpose> = {
  added: 'purpose-added',
  removed: 'purpose-removed',
  name: ({ label, text }) => quoted(label ?? text),
  fields: {
    label: value('purpose-details-changed', quoted),
    text: texts('purpose-changed'),
    audience: value('purpose-details-changed', labelIn('audiences')),
    data: list({ added: 'purpose-data-widened', removed: 'purpose-data-narrowed' }, labelIn('data')),
    basis: oneOrMany('legal-basis-changed', (basis, { comparison }) =>
      quoted(wordFor(basis, comparison.reader.words.bases)),
    ),
    choice: promising(() => true, texts('purpose-details-changed')),
    interest: texts('purpose-details-changed'),
    condition: value('legal-basis-changed', (condition, { comparison }) =>
      quoted(comparison.reader.words.conditions[condition]),
    ),
  },
};

export const purposes: Disclosure<'purposes'> = {
  name: 'purposes',
  home: 'policy',
  form: 'inventory',
  title: ({ disclosures }) => disclosures.purposes,
  entries: purposesBlock,
  changes: inventory(entry),
};
