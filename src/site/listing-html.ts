import { attribute, html, type Markup } from '../text/markup.ts';
import type { ListingView } from './listing.ts';

/** The rows of the table as HTML: by a template, since a site of many policies has very many. */
export function rowsHtml({ columns, rows }: Pick<ListingView, 'columns' | 'rows'>): string {
  return rows
    .map((cells) => html`<tr> ${cells.map((cell, at) => cellOf(cell, columns[at], at))} </tr>`.html)
    .join('');
}

function cellOf(cell: string, column: string | undefined, at: number): Markup {
  if (at === 0) return html`<th scope="row">${{ html: cell }}</th>`;
  return valueCell(column, { html: cell }, cell === '');
}

/** A cell of a table: where the table is too wide for a screen, its value stands below the name of its column. */
export function valueCell(
  column: string | undefined,
  value: Markup,
  isBlank: boolean,
  ahead: readonly Markup[] = [],
): Markup {
  return html`<td${attribute('class', isBlank ? 'blank' : undefined)}>
    ${ahead}
    <span class="cell-label" aria-hidden="true">${column}</span>
    <div class="cell-value">${value}</div>
  </td>`;
}
