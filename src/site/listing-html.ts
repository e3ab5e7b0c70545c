import { attribute, html, type Markup } from '../text/markup.ts';
import type { ListingView } from './listing.ts';

/** The rows of the table as HTML: by a template, since a site of many policies has very many. */
export function rowsHtml({ columns, rows }: Pick<ListingView, 'columns' | 'rows'>): string {
  return rows
    .map((cells) => html`<tr> ${cells.map((cell, at) => cellOf(cell, columns[at], at))} </tr>`.html)
    .join('');
}

// Where a table is too wide, each value stands below the name of its column.
function cellOf(cell: string, column: string | undefined, at: number): Markup {
  if (at === 0) return html`<th scope="row">${{ html: cell }}</th>`;
  return html`<td${attribute('class', cell === '' ? 'blank' : undefined)}>
    <span class="cell-label" aria-hidden="true">${column}</span> <div class="cell-value">${{ html: cell }}</div>
  </td>`;
}
