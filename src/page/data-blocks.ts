import type { DataCategory, Retention } from '../../schemas/inventory.ts';
import { escapeHtml } from '../text/html.ts';
import { showList, showPeriod } from '../text/show.ts';
import { text, yesOrNo } from './cell.ts';
import { dataLabels } from './data-label.ts';
import type { PageBlock, PageContext } from './page.ts';
import { type InventoryBlock, idOf, pick } from './selection.ts';
import { table } from './table.ts';
import { entries } from './terms.ts';

/** Whose data it is, and in which role the product handles it. */
export function audiencesBlock(block: InventoryBlock, context: PageContext): PageBlock {
  const { words } = context;
  const items = pick(context.policy.facts.audiences, block.ids).map(
    ([id, { label, description, role, children }]) => ({
      ...idOf(context.anchor('audiences', id)),
      title: label,
      ...(description && { note: context.block(description) }),
      entries: entries([
        [context.policy.product.name, role && text(words.roles[role])],
        [words.people.label, yesOrNo(children, words.people.children, words.people.others)],
      ]),
    }),
  );
  return { type: 'details', items };
}

/** The kinds of data of an audience, or all. */
export function dataBlock(block: InventoryBlock, context: PageContext): PageBlock {
  const { words, inline } = context;
  const { audiences, data } = context.policy.facts;
  const audience = audiences?.[block.part];
  const caption = block.caption ?? (audience ? words.captions.dataOf(audience.label) : words.captions.data);
  return table(
    { of: 'data', caption },
    pick(data, block.ids),
    [
      { label: words.columns.data, cell: ({ label }) => text(label) },
      {
        label: words.columns.audience,
        cell: (entry) => (audience ? undefined : text(audiences?.[entry.audience ?? '']?.label)),
      },
      { label: words.columns.examples, cell: ({ examples }) => examples?.map(inline).join(', ') },
      {
        label: words.columns.description,
        cell: ({ description, special }) =>
          [special && escapeHtml(words.special), description && inline(description)]
            .filter(Boolean)
            .join(' ') || undefined,
      },
      { label: words.columns.source, cell: (entry) => sourceOf(entry, context) },
      { label: words.columns.provision, cell: ({ provision }) => provision && inline(provision) },
      {
        label: words.columns.ccpa,
        cell: ({ ccpa }) =>
          ccpa &&
          text(
            showList(
              ccpa.map((category) => words.ccpa[category]),
              context,
            ),
          ),
      },
    ],
    context,
  );
}

function sourceOf({ source, from }: DataCategory, { words, inline }: PageContext): string | undefined {
  const shown = [source && escapeHtml(words.sources[source]), from && inline(from)].filter(Boolean);
  return shown.length > 0 ? shown.join(': ') : undefined;
}

/** What data is used for, and on which legal basis. */
export function purposesBlock(block: InventoryBlock, context: PageContext): PageBlock {
  const { words, inline } = context;
  const { audiences, purposes } = context.policy.facts;
  return table(
    { of: 'purposes', caption: block.caption ?? words.captions.purposes },
    pick(purposes, block.ids),
    [
      { label: words.columns.label, cell: ({ label }) => text(label) },
      { label: words.columns.text, cell: (purpose) => inline(purpose.text) },
      {
        label: words.columns.audience,
        cell: ({ audience }) => audience && text(audiences?.[audience]?.label),
      },
      {
        label: words.columns.usedData,
        cell: ({ data }) => data && text(dataLabels(data, context)),
      },
      {
        label: words.columns.basis,
        cell: ({ basis, interest }) =>
          basis && `${escapeHtml(words.bases[basis])}${interest ? `: ${inline(interest)}` : ''}`,
      },
      {
        label: words.columns.condition,
        cell: ({ condition }) => condition && text(words.conditions[condition]),
      },
    ],
    context,
  );
}

/** How long data is kept. */
export function retentionBlock(block: InventoryBlock, context: PageContext): PageBlock {
  const { words, inline } = context;
  return table(
    { of: 'retention', caption: block.caption ?? words.captions.retention },
    pick(context.policy.facts.retention, block.ids),
    [
      {
        label: words.columns.kept,
        cell: (entry) => (entry.label ? `${escapeHtml(entry.label)}: ${inline(entry.of)}` : inline(entry.of)),
      },
      { label: words.columns.data, cell: ({ data }) => data && text(dataLabels(data, context)) },
      { label: words.columns.howLong, cell: (entry) => howLong(entry, context) },
      {
        label: words.columns.afterwards,
        cell: ({ then, except }) =>
          [then && inline(then), except && `${escapeHtml(words.exceptLabel)}: ${inline(except)}`]
            .filter(Boolean)
            .join('. ') || undefined,
      },
    ],
    context,
  );
}

function howLong(entry: Retention, context: PageContext): string | undefined {
  const period = entry.period && showPeriod(entry.period, context);
  const parts = [
    period && escapeHtml(entry.atMost ? context.words.upTo(period) : period),
    entry.from && context.inline(entry.from),
    entry.for && context.inline(entry.for),
    entry.criteria && context.inline(entry.criteria),
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(' ') : undefined;
}
