import { type DataCategory, type DataColumn, dataColumns } from '../../../schemas/disclosures/data.ts';
import { fact, joined, label, type Shown } from '../../page/cell.ts';
import type { PageBlock, PageContext } from '../../page/page-model.ts';
import { pick } from '../../page/selection.ts';
import { table } from '../../page/table.ts';
import type { InventoryBlock } from '../../resolve/policy-model.ts';
import { listMark, showEach } from '../../text/show.ts';
import { basesOf, choicesOf, keptFor, purposesOf, recipientsOf } from './joined.ts';

/** The kinds of data of an audience, or all. */
export function dataBlock(block: InventoryBlock, context: PageContext): PageBlock {
  const { words } = context;
  const { audiences, data } = context.policy.facts;
  const audience = audiences?.[block.part];
  const caption = block.caption ?? (audience ? words.captions.dataOf(audience.label) : words.captions.data);
  const { columns } = block;
  const own = columns?.flatMap((column) => (isDataColumn(column) ? [column] : [])) ?? usual;
  return table(
    { of: 'data', caption, keepEmpty: columns !== undefined, head: Math.max(0, own.indexOf('data')) },
    pick(data, block.ids),
    own.map((column) => ({
      label: words.columns[column],
      // Under the heading of an audience it is said of all of them.
      cell: (entry, path) =>
        column === 'audience' && audience && !columns ? undefined : cellOf(column, entry, path, context),
    })),
    context,
  );
}

const usual = dataColumns.options.slice(0, dataColumns.options.indexOf('purposes'));

function isDataColumn(column: string): column is DataColumn {
  return dataColumns.safeParse(column).success;
}

function cellOf(column: DataColumn, entry: DataCategory, path: string, context: PageContext): Shown {
  const id = path.slice('data.'.length);
  switch (column) {
    case 'purposes':
      return purposesOf(id, context);
    case 'basis':
      return basesOf(id, context);
    case 'choice':
      return choicesOf(id, context);
    case 'disclosedTo':
      return recipientsOf(id, false, context);
    case 'soldTo':
      return recipientsOf(id, true, context);
    case 'keptFor':
      return keptFor(id, context);
    default:
      return ownCell(column, entry, path, context);
  }
}

type OwnColumn = Exclude<DataColumn, 'purposes' | 'basis' | 'choice' | 'disclosedTo' | 'soldTo' | 'keptFor'>;

function ownCell(column: OwnColumn, entry: DataCategory, path: string, context: PageContext): Shown {
  const { words, inline, policy } = context;
  const { examples = [], description, special, provision, ccpa, audience = '' } = entry;
  switch (column) {
    case 'data':
      return label(`${path}.label`, entry.label);
    case 'audience':
      return fact(`${path}.audience`, policy.facts.audiences?.[audience]?.label);
    case 'examples':
      return joined(
        examples.map((example, index) => inline(`${path}.examples.${index}`, example)),
        listMark(examples, context),
      );
    case 'description': {
      const isSpecial = special ? fact(`${path}.special`, words.special) : undefined;
      return joined([isSpecial, description && inline(`${path}.description`, description)], ' ');
    }
    case 'source':
      return sourceOf(entry, path, context);
    case 'provision':
      return provision && inline(`${path}.provision`, provision);
    case 'ccpa':
      return ccpa && fact(`${path}.ccpa`, showEach(ccpa, words.ccpa, context));
  }
}

function sourceOf({ source, from }: DataCategory, path: string, { words, inline }: PageContext): Shown {
  const kind = source && fact(`${path}.source`, words.sources[source]);
  return joined([kind, from && inline(`${path}.from`, from)], ': ');
}
