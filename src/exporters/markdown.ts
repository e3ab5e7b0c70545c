import { fromHtml } from 'hast-util-from-html';
import { toMdast } from 'hast-util-to-mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { Entry, PageBlock, PageSection, PolicyPage } from '../page/page-model.ts';
import { versionPage } from '../site/policy-view.ts';
import { escapeHtml } from '../text/html.ts';
import type { Exporter } from './exporter.ts';

/** The text of a published version as Markdown. */
export const markdown = {
  id: 'markdown',
  scope: 'version',
  file: '[version].md',
  mediaType: 'text/markdown',
  write: (library, { entry, date }) => policyMarkdown(versionPage(library, entry, date)),
} satisfies Exporter;

/** A policy as Markdown (CommonMark with GFM tables): the same text readers see, for people and tools that read files. */
export function policyMarkdown(page: PolicyPage): string {
  const dates = page.dates.map(({ term, text }) => `${escapeHtml(term)}: ${escapeHtml(text)}`).join('<br>');
  const html = [
    `<h1>${escapeHtml(page.title)}</h1>`,
    page.leadHtml ?? '',
    dates && `<p>${dates}</p>`,
    ...page.sections.map((section) => sectionHtml(section, 2)),
  ].join('');
  const tree = toMdast(fromHtml(html, { fragment: true }));
  const text = toMarkdown(tree, { extensions: [gfmTableToMarkdown()], bullet: '-', rule: '-' });
  return text.replaceAll(/\n{3,}/g, '\n\n');
}

function sectionHtml({ number, title, blocks, sections }: PageSection, level: number): string {
  const heading = escapeHtml(number ? `${number} ${title}` : title);
  return [
    `<h${level}>${heading}</h${level}>`,
    ...blocks.map(blockHtml),
    ...sections.map((section) => sectionHtml(section, level + 1)),
  ].join('');
}

function blockHtml(block: PageBlock): string {
  switch (block.type) {
    case 'html':
      return block.html;
    case 'callout':
      return `<blockquote><p><strong>${escapeHtml(block.title)}</strong></p>${block.html}</blockquote>`;
    case 'table':
      return tableHtml(block);
    case 'list':
      return `<ul>${block.items.map(({ html }) => `<li>${html}</li>`).join('')}</ul>`;
    case 'details':
      return block.items
        .map(
          ({ title, note = '', entries }) =>
            (title ? `<p><strong>${escapeHtml(title)}</strong></p>` : '') + note + entriesHtml(entries),
        )
        .join('');
    case 'definitions':
      return entriesHtml(block.items);
    case 'cards':
      return block.items
        .map(({ title, html }) => `<p><strong>${escapeHtml(title)}</strong></p>${html}`)
        .join('');
    case 'steps':
      return block.items
        .map(
          ({ title, steps }) =>
            `<p><strong>${escapeHtml(title)}</strong></p><ol>${steps.map((step) => `<li>${step}</li>`).join('')}</ol>`,
        )
        .join('');
    case 'contact':
      return `<p><strong>${escapeHtml(block.title)}</strong></p>${block.name ? `<p>${escapeHtml(block.name)}</p>` : ''}${entriesHtml(block.entries)}`;
    case 'policy':
    case 'versions':
      return '';
  }
}

function entriesHtml(entries: readonly Entry[]): string {
  return `<ul>${entries.map(({ term, html }) => `<li><strong>${escapeHtml(term)}</strong>: ${html}</li>`).join('')}</ul>`;
}

function tableHtml({ caption, columns, rows }: Extract<PageBlock, { type: 'table' }>): string {
  const head = columns.map((column) => `<th>${escapeHtml(column)}</th>`).join('');
  const body = rows
    .map(({ cells }) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    .join('');
  return `<p>${escapeHtml(caption)}</p><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}
