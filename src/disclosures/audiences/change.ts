import type { Audience } from '../../../schemas/disclosures/audiences.ts';
import type { Entry } from '../../compare/changes/entry-change.ts';
import { yesNo } from '../../compare/changes/fact-words.ts';
import { quoted, texts, value } from '../../compare/changes/field-change.ts';

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
