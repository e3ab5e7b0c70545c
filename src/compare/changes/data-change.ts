import type { Audience, DataCategory, Purpose } from '../../../schemas/inventory.ts';
import { showList } from '../../text/show.ts';
import type { Entry } from './entry-change.ts';
import { labelIn, yesNo } from './fact-words.ts';
import { called, items, list, plain, quoted, texts, value } from './field-change.ts';

/** What a change of a group of people comes to. */
export const audiences: Entry<Audience> = {
  added: 'audience-added',
  removed: 'audience-removed',
  name: ({ label }) => quoted(label),
  fields: {
    label: value('audience-changed', quoted),
    description: texts('audience-changed'),
    role: value('audience-role-changed', (role, { comparison }) =>
      quoted(comparison.reader.words.roles[role]),
    ),
    children: value('audience-changed', yesNo),
  },
};

/** What a change of a kind of data comes to. */
export const data: Entry<DataCategory> = {
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
    special: (delta, subject, key) => {
      const isSpecial = delta.after ?? false;
      if ((delta.before ?? false) === isSpecial)
        return value('data-category-changed', yesNo)(delta, subject, key);
      return value(isSpecial ? 'special-category-added' : 'special-category-removed', yesNo)(
        delta,
        subject,
        key,
      );
    },
  },
};

/** What a change of a purpose comes to. */
export const purposes: Entry<Purpose> = {
  added: 'purpose-added',
  removed: 'purpose-removed',
  name: ({ label, text }) => quoted(label ?? text),
  fields: {
    label: value('purpose-details-changed', quoted),
    text: texts('purpose-changed'),
    audience: value('purpose-details-changed', labelIn('audiences')),
    data: list({ added: 'purpose-data-widened', removed: 'purpose-data-narrowed' }, labelIn('data')),
    basis: value('legal-basis-changed', (basis, { comparison }) =>
      quoted(comparison.reader.words.bases[basis]),
    ),
    interest: texts('purpose-details-changed'),
    condition: value('legal-basis-changed', (condition, { comparison }) =>
      quoted(comparison.reader.words.conditions[condition]),
    ),
  },
};
