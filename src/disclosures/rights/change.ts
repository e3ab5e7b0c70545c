import type { Entry } from '../../compare/changes/entry-change.ts';
import { yesNo } from '../../compare/changes/fact-words.ts';
import { flag, orNo, quoted, texts } from '../../compare/changes/field-change.ts';
import type { Right } from '../../resolve/policy-model.ts';

/** What a change of a right comes to. */
export const rights: Entry<Right> = {
  added: 'right-added',
  removed: 'right-removed',
  name: ({ text }) => quoted(text),
  fields: {
    text: texts('right-changed'),
    prominent: orNo(
      flag(
        { on: 'right-prominence-added', off: 'right-prominence-removed', changed: 'right-changed' },
        yesNo,
      ),
    ),
  },
};
