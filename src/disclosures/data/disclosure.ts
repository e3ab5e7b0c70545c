import { type DataCategory, type DataColumn, dataColumns } from '../../../schemas/disclosures/data.ts';
import { inventory } from '../../compare/changes/disclosure-change.ts';
import { asShown, labelIn } from '../../compare/changes/fact-words.ts';
import { called, items, list, quoted, texts, value } from '../../compare/changes/field-change.ts';
import { fact, joined, type Shown, yesOrNo } from '../../page/cell.ts';
import type { PageBlock, PageContext } from '../../page/page-model.ts';
import { pick } from '../../page/selection.ts';
import { table } from '../../page/table.ts';
import type { InventoryBlock } from '../../resolve/policy-model.ts';
import { listMark, showEach, showList } from '../../text/show.ts';
import type { Words } from '../../words/words.ts';
import type { Disclosure } from '../disclosure.ts';
import { audienceCell, labelCell, proseCell } from '../field-cells.ts';
import {
  type Arranged,
  arrangedColumns,
  columnsOf,
  type ShownFields,
  type Together,
  unshown,
} from '../shown-fields.ts';
import { basesOf, choicesOf, keptFor, purposesOf, recipientsOf } from './joined.ts';

const fields: ShownFields<DataCategory> = {
  label: {
    change: value('data-category-changed', quoted),
    label: ({ columns }) => columns.data,
    cell: labelCell,
  },
  examples: {
    change: list(
      { added: 'data-examples-widened', removed: 'data-examples-narrowed', changed: 'data-category-changed' },
      quoted,
    ),
    cell: (examples, path, context) =>
      joined(
        examples.map((example, index) => context.inline(`${path}.${index}`, example)),
        listMark(examples, context),
      ),
  },
  description: texts('data-category-changed'),
  audience: { change: value('data-category-changed', labelIn('audiences')), cell: audienceCell },
  source: value('data-source-changed', (source, { comparison }) =>
    quoted(comparison.reader.words.sources[source]),
  ),
  from: called('source', texts('data-source-changed')),
  provision: { change: texts('data-category-changed'), cell: proseCell },
  ccpa: {
    change: items('data-category-changed', (name, { comparison }) => comparison.reader.words.ccpa[name]),
    cell: (names, path, context) => fact(path, showEach(names, context.words.ccpa, context)),
  },
  special: value(
    ({ before = false, after = false }) => {
      if (before === after) return 'data-category-changed';
      return after ? 'special-category-added' : 'special-category-removed';
    },
    asShown(({ special, notSpecial }) => ({ yes: special, no: notSpecial })),
  ),
};

const description: Together<DataCategory> = {
  of: ['description', 'special'],
  label: ({ columns }) => columns.description,
  cell: ({ special, description }, path, { words, inline }) => {
    const isSpecial = yesOrNo(`${path}.special`, special, words.special, words.notSpecial);
    return joined([isSpecial, description && inline(`${path}.description`, description)], ' ');
  },
};

const source: Together<DataCategory> = {
  of: ['source', 'from'],
  label: ({ columns }) => columns.source,
  cell: ({ source, from }, path, { words, inline }) => {
    const kind = source && fact(`${path}.source`, words.sources[source]);
    return joined([kind, from && inline(`${path}.from`, from)], ': ');
  },
};

// What other inventories say of a kind of data.
function elsewhere(
  column: DataColumn & keyof Words['columns'],
  say: (id: string, context: PageContext) => Shown,
): Together<DataCategory> {
  return {
    of: [],
    label: ({ columns }) => columns[column],
    cell: (_, path, context) => say(path.slice('data.'.length), context),
  };
}

const columns: Record<DataColumn, keyof DataCategory | Together<DataCategory>> = {
  data: 'label',
  audience: 'audience',
  examples: 'examples',
  description,
  source,
  provision: 'provision',
  ccpa: 'ccpa',
  purposes: elsewhere('purposes', purposesOf),
  basis: elsewhere('basis', basesOf),
  choice: elsewhere('choice', choicesOf),
  disclosedTo: elsewhere('disclosedTo', (id, context) => recipientsOf(id, false, context)),
  soldTo: elsewhere('soldTo', (id, context) => recipientsOf(id, true, context)),
  keptFor: elsewhere('keptFor', keptFor),
};

// The kinds of data of an audience, or all.
function dataBlock(block: InventoryBlock, context: PageContext): PageBlock {
  const { words } = context;
  const { audiences, data } = context.policy.facts;
  const audience = audiences?.[block.part];
  const caption = block.caption ?? (audience ? words.captions.dataOf(audience.label) : words.captions.data);
  const chosen = block.columns?.filter(isDataColumn);
  const shown = chosen
    ? arrangedColumns(
        fields,
        chosen.map((column) => columns[column]),
        context,
      )
    : columnsOf(fields, usual(audience !== undefined), context);
  return table(
    { of: 'data', caption, keepEmpty: chosen !== undefined, head: Math.max(0, chosen?.indexOf('data') ?? 0) },
    pick(data, block.ids),
    shown,
    context,
  );
}

// Under the heading of an audience it is said of all of them.
function usual(isOfAudience: boolean): Arranged<DataCategory> {
  const audience = isOfAudience ? unshown<DataCategory>('audience') : 'audience';
  return ['label', audience, 'examples', description, source, 'provision', 'ccpa'];
}

function isDataColumn(column: string): column is DataColumn {
  return dataColumns.safeParse(column).success;
}

export const data: Disclosure<'data'> = {
  name: 'data',
  home: 'policy',
  form: 'inventory',
  part: { key: 'audience', of: 'audiences' },
  title: ({ disclosures }) => disclosures.data,
  none: ({ none }) => none.data,
  entries: dataBlock,
  changes: inventory({
    added: 'data-category-added',
    removed: 'data-category-removed',
    name: ({ label }) => quoted(label),
    details: ({ examples, description: more, audience }, comparison) => {
      const { reader, words, after } = comparison;
      const list = examples && showList(examples.map(quoted), reader);
      const people = audience && labelIn('audiences')(audience, { policy: after, comparison });
      return [list, people && `${words.fields.audience}: ${people}`, more && quoted(more)]
        .filter(Boolean)
        .join('; ');
    },
    fields,
  }),
};
