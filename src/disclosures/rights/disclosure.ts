import { inventory } from '../../compare/changes/disclosure-change.ts';
import type { Entry } from '../../compare/changes/entry-change.ts';
import { knownRight } from '../../compare/changes/entry-pairs.ts';
import { yesNo } from '../../compare/changes/fact-words.ts';
import {
  type Changed,
  flag,
  named,
  orNo,
  plain,
  quoted,
  texts,
  value,
  withParts,
} from '../../compare/changes/field-change.ts';
import { fact, label, words } from '../../page/cell.ts';
import type { PageBlock, PageContext } from '../../page/page-model.ts';
import type { Piece } from '../../page/piece.ts';
import { idOf, pick } from '../../page/selection.ts';
import type { InventoryBlock, Right } from '../../resolve/policy-model.ts';
import { proseText } from '../../text/prose.ts';
import { wordFor } from '../../text/show.ts';
import type { Disclosure } from '../disclosure.ts';
import { resolveRights, rightsInOurWords } from './resolve.ts';

// What a change of a right comes to.
const entry: Entry<Right> = {
  added: 'right-added',
  removed: 'right-removed',
  name: ({ text, where }) => [quoted(text), ...placeOf(where)].join(' '),
  // "Object. You may object to it." says by itself what it is called.
  details: ({ label: name, text }) => (name && !proseText(text).startsWith(name) ? quoted(name) : undefined),
  fields: {
    label: named('right-changed'),
    // Both places are told: the right is named without one.
    where: (field) => {
      const { text } = field.entry?.after ?? {};
      const name = text === undefined ? {} : { name: quoted(text) };
      return value('right-changed', quoted)(field).map((draft) => withParts(draft, name));
    },
    right: (field) => (isSameRight(field) ? [] : otherRight(field)),
    text: (field) => {
      const [details] = placeOf(field.entry?.after.where);
      return texts('right-changed')(field).map((draft) => (details ? withParts(draft, { details }) : draft));
    },
    prominent: orNo(
      flag(
        { on: 'right-prominence-added', off: 'right-prominence-removed', changed: 'right-changed' },
        yesNo,
      ),
    ),
  },
};

const otherRight = value<NonNullable<Right['right']>>('right-changed', (right, { comparison }) =>
  quoted(wordFor(right, comparison.reader.words.rightNames)),
);

// Whether the one version says by the id which of the known rights it is, and the other by a field.
function isSameRight({ entry, subject: { comparison } }: Changed<string, Right>): boolean {
  const known = (side: 'before' | 'after') => {
    const all = Object.entries(comparison[side].facts.rights ?? {});
    return all.flatMap(([id, right]) => (right === entry?.[side] ? [knownRight(id, right)] : [])).at(0);
  };
  return known('before') === known('after');
}

// Where people have a right, behind what is said of it.
function placeOf(where: string | undefined): string[] {
  return where === undefined ? [] : [`(${plain(where)})`];
}

// What readers can ask for.
function rightsBlock(block: InventoryBlock, context: PageContext): PageBlock {
  const items = pick(context.policy.facts.rights, block.ids).map(([id, right]) => ({
    ...idOf(context.anchor('rights', id)),
    text: [
      // The text may end with a mark, behind which nothing belongs to it.
      ...opening(id, right),
      ...context
        .inline(`rights.${id}`, right.text)
        .map((part) =>
          right.prominent && part.sort === 'prose' ? { ...part, isStrong: true as const } : part,
        ),
    ],
  }));
  return { type: 'list', items };
}

// What a right is called by its authors, and where people have it.
function opening(id: string, { label: name, where }: Right): Piece {
  const called = label(`rights.${id}.label`, name);
  const place = fact(`rights.${id}.where`, where);
  const both = called && place ? [...called, ...words(' ('), ...place, ...words(')')] : (called ?? place);
  return both ? [...both, ...words(': ')] : [];
}

export const rights: Disclosure<'rights'> = {
  name: 'rights',
  home: 'policy',
  form: 'inventory',
  title: ({ disclosures }) => disclosures.rights,
  resolve: resolveRights,
  ours: rightsInOurWords,
  entries: rightsBlock,
  changes: inventory(entry),
};
