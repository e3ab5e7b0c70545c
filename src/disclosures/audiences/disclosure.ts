import type { Audience } from '../../../schemas/disclosures/audiences.ts';
import { inventory } from '../../compare/changes/disclosure-change.ts';
import type { Entry } from '../../compare/changes/entry-change.ts';
import { yesNo } from '../../compare/changes/fact-words.ts';
import { quoted, texts, value } from '../../compare/changes/field-change.ts';
import type { Disclosure } from '../disclosure.ts';
import { audiencesBlock } from './page.ts';

// What a change of a group of people comes to.
const entry: Entry<Audience> = {
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

export const audiences: Disclosure<'audiences'> = {
  name: 'audiences',
  home: 'policy',
  form: 'inventory',
  title: ({ disclosures }) => disclosures.audiences,
  entries: audiencesBlock,
  changes: inventory(entry),
};
