import { escapeHtml } from '../../text/html.ts';
import type { ComparedBlock, ComparedColumn, ComparedItem, ComparedRow } from './blocks.ts';
import type { ComparedPart, ComparedSection, Mark } from './sections.ts';

/**
 * Writes the parts of a marked text as HTML: for the pages that a build makes, and for the one on which readers choose two
 * versions themselves, so that both say the same.
 */
export function partsHtml(parts: readonly ComparedPart[]): string {
  return parts
    .map((part) => {
      if (part.type === 'section') return sectionHtml(part.section);
      if (part.type === 'departure') return departureHtml(part);
      return folded(part.title, part.sections.map(sectionHtml).join(''));
    })
    .join('');
}

function sectionHtml(section: ComparedSection): string {
  const { mark, level, id, headingHtml, note } = section;
  const name = `h${level + 1}`;
  const heading = `<${name} id="${escapeHtml(id)}">${headingHtml}${noteHtml(note)}</${name}>`;
  return (mark ? changeHtml(mark, heading) : heading) + section.runs.map(runHtml).join('');
}

function runHtml(run: ComparedSection['runs'][number]): string {
  if (run.type === 'departure') return departureHtml(run);
  const html = run.blocks.map(blockHtml).join('');
  if (run.type === 'change') return changeHtml(run.mark, html);
  return run.title ? folded(run.title, html) : html;
}

function changeHtml(mark: Mark, html: string): string {
  return `<div class="change" id="c-${mark.number}">${positionHtml(mark)}${html}</div>`;
}

function positionHtml({ position, steps, notes }: Mark): string {
  const ways = steps.map(
    ({ number, text }) => `<span class="step"> · <a href="#c-${number}">${escapeHtml(text)}</a></span>`,
  );
  const said = notes.map(({ text, href }) => {
    const shown = href ? `<a href="${escapeHtml(href)}">${escapeHtml(text)}</a>` : escapeHtml(text);
    return `<span class="note"> · ${shown}</span>`;
  });
  return `<p class="position">${escapeHtml(position)}${[...ways, ...said].join('')}</p>`;
}

function departureHtml({ id, href, text }: { id: string; href: string; text: string }): string {
  return `<p class="departure" id="${escapeHtml(id)}"><a href="${escapeHtml(href)}">${escapeHtml(text)}</a></p>`;
}

function folded(title: string, html: string): string {
  return `<details><summary>${escapeHtml(title)}</summary>${html}</details>`;
}

function noteHtml(note: string | undefined): string {
  return note ? `<span class="status">${escapeHtml(note)}</span>` : '';
}

function blockHtml(block: ComparedBlock): string {
  if (block.type === 'table') return tableHtml(block);
  if (block.type === 'list') return listHtml(block);
  if (block.type === 'code') return `<pre><code>${block.html}</code></pre>`;
  return block.type === 'term' ? `<p class="term">${block.html}</p>` : `<p>${block.html}</p>`;
}

function listHtml({ isNumbered, items }: Extract<ComparedBlock, { type: 'list' }>): string {
  const name = isNumbered ? 'ol' : 'ul';
  return `<${name}>${items.map(itemHtml).join('')}</${name}>`;
}

function itemHtml({ html, number, blocks }: ComparedItem): string {
  const value = number === undefined ? '' : ` value="${number}"`;
  const outer = html === '' ? ' class="outer"' : '';
  const inside = blocks.map((block) => {
    if (block.type === 'table') return '';
    return block.type === 'list' ? listHtml(block) : `<p>${block.html}</p>`;
  });
  return `<li${value}${outer}>${html}${inside.join('')}</li>`;
}

type Rows = { columns: ComparedColumn[]; head: number; rows: ComparedRow[] };

function tableHtml(table: Extract<ComparedBlock, { type: 'table' }>): string {
  const { captionHtml, columns, head, folded: same } = table;
  const caption = `<caption>${captionHtml}</caption>`;
  const shown = `<table class="inventory">${caption}${rowsHtml(table)}</table>`;
  if (!same) return shown;
  const rest = rowsHtml({ columns, head, rows: same.rows });
  return (
    shown +
    folded(same.title, `<table class="inventory" aria-label="${escapeHtml(same.title)}">${rest}</table>`)
  );
}

function rowsHtml(table: Rows): string {
  const heads = table.columns.map(({ html }) => `<th scope="col">${html}</th>`).join('');
  const rows = table.rows.map((row) => rowHtml(row, table)).join('');
  return `<thead><tr>${heads}</tr></thead><tbody>${rows}</tbody>`;
}

function rowHtml({ id, note, cells }: ComparedRow, { columns, head }: Rows): string {
  const shown = cells.map((html, index) => {
    const said = index === head ? noteHtml(note) : '';
    if (index === head && html !== '') return `<th scope="row">${html}${said}</th>`;
    const blank = html === '' ? ' class="blank"' : '';
    const label = `<span class="cell-label" aria-hidden="true">${columns[index]?.labelHtml ?? ''}</span>`;
    return `<td${blank}>${label}<div class="cell-value">${html}${said}</div></td>`;
  });
  return `<tr${id === undefined ? '' : ` id="${escapeHtml(id)}"`}>${shown.join('')}</tr>`;
}
