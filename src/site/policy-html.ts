import type { Entry, PageBlock, PageSection, Row } from '../page/page-model.ts';
import { pageParts } from '../page/page-parts.ts';
import { htmlOf, type Piece } from '../page/piece.ts';
import { headOf, plainName } from '../page/row-head.ts';
import { attribute, html, type Markup } from '../text/markup.ts';
import { valueCell } from './listing-html.ts';
import type { PolicyView } from './policy-view.ts';

// What a page of a policy has many of. The rest of it, and every other page, is markup of Astro's.

/** What stands around the sections of a policy, as far as these show it. */
type Around = Pick<PolicyView, 'citeAt' | 'companions' | 'recent' | 'linkTo' | 'page'>;

/** The sections of a policy as HTML, with all that is in them. */
export function sectionsHtml(view: Around): string {
  return view.page.sections.map((section) => sectionOf(section, 2, view).html).join('');
}

/** The list that leads to each section and to those in it. */
export function contentsHtml(sections: readonly PageSection[]): string {
  return contentsOf(sections).html;
}

/** Terms, each with what is said of it: a piece, or HTML. */
export function entriesHtml(entries: readonly (Entry | { term: string; html: string })[]): string {
  return entriesOf(entries).html;
}

function contentsOf(sections: readonly PageSection[]): Markup {
  const items = sections.map(
    ({ id, number, title, sections: inner }) => html`<li>
      <a${attribute('href', `#${id}`)}>${numberOf(number)}<span>${title}</span></a>
      ${inner.length > 0 && contentsOf(inner)}
    </li>`,
  );
  return html`<ol> ${items} </ol>`;
}

function numberOf(number: string | undefined): Markup | undefined {
  return number ? html`<span class="number">${`${number} `}</span>` : undefined;
}

function sectionOf(section: PageSection, level: number, view: Around): Markup {
  const { id, number, title, linkLabel, blocks, sections } = section;
  const tag = { html: `h${level}` };
  const inner = sections.map((one) => sectionOf(one, level === 2 ? 3 : 4, view));
  return html`<section${attribute('class', pageParts.policy.section)}>
    ${aliasesOf(section)}
    <div class="heading">
      <${tag}${attribute('id', id)}>${numberOf(number)}${title}</${tag}>
      ${anchorTo(id, linkLabel, view)}
    </div>
    ${blocks.map((block) => html`${blockOf(block, view)} `)}
    ${inner}
  </section>`;
}

function aliasesOf({ aliases = [] }: { aliases?: readonly string[] }): Markup[] {
  return aliases.map((alias) => html`<span class="alias"${attribute('id', alias)}></span>`);
}

function anchorTo(id: string, label: string, { citeAt }: Around): Markup {
  return html`<a class="anchor"${attribute('href', `${citeAt}#${id}`)}${attribute('aria-label', label)}>#</a>`;
}

function pieceOf(piece: Piece, { citeAt }: Pick<Around, 'citeAt'>): Markup {
  return { html: htmlOf(piece, citeAt) };
}

function entriesOf(entries: readonly (Entry | { term: string; html: string })[], citeAt = ''): Markup {
  const items = entries.map(
    (entry) => html`<div>
      <dt>${entry.term}</dt>
      <dd>${'html' in entry ? { html: entry.html } : pieceOf(entry.text, { citeAt })}</dd>
    </div>`,
  );
  return html`<dl class="entries"> ${items} </dl>`;
}

function blockOf(block: PageBlock, view: Around): Markup | undefined {
  switch (block.type) {
    case 'text':
      return pieceOf(block.text, view);
    case 'callout':
      return html`<div${attribute('class', ['callout', `callout-${block.tone}`].join(' '))} role="note"${attribute('aria-label', block.title.text)}>
        <p class="callout-title">${block.title.text}</p>
        ${pieceOf(block.text, view)}
      </div>`;
    case 'table':
      return tableOf(block, view);
    case 'contact':
      return html`<div class="contact">
        <p class="contact-title">${block.title}</p>
        ${block.name && html`<p>${block.name}</p>`}
        ${block.entries.length > 0 && entriesOf(block.entries, view.citeAt)}
      </div>`;
    case 'policy':
      return companionOf(block.slug, view);
    case 'versions':
      return recentOf(view.recent.slice(0, block.count));
    default:
      return itemsOf(block, view);
  }
}

type ItemBlock = Extract<PageBlock, { type: 'list' | 'details' | 'definitions' | 'cards' | 'steps' }>;

function itemsOf(block: ItemBlock, view: Around): Markup {
  switch (block.type) {
    case 'list':
      return html`<ul class="items">
        ${block.items.map((item) => html`<li${attribute('id', item.id)}> ${aliasesOf(item)} ${pieceOf(item.text, view)} </li>`)}
      </ul>`;
    case 'details':
      return html`<div class="details"> ${block.items.map((item) => detailOf(item, view))} </div>`;
    case 'definitions':
      return html`<dl class="definitions">
        ${block.items.map(({ term, text }) => html`<div> <dt>${term}</dt> <dd>${pieceOf(text, view)}</dd> </div>`)}
      </dl>`;
    case 'cards':
      return html`<ul class="cards">
        ${block.items.map(({ title, text }) => html`<li> <p class="card-title">${title.text}</p> ${pieceOf(text, view)} </li>`)}
      </ul>`;
    case 'steps':
      return html`<div class="steps">
        ${block.items.map(
          ({ title, steps }) => html`<div>
          <p class="steps-title">${title.text}</p>
          <ol> ${steps.map((step) => html`<li>${pieceOf(step, view)}</li>`)} </ol>
        </div>`,
        )}
      </div>`;
  }
}

type Detail = Extract<PageBlock, { type: 'details' }>['items'][number];

function detailOf({ id, title, note, entries }: Detail, view: Around): Markup {
  return html`<div class="detail"${attribute('id', id)}>
    ${title && html`<p class="detail-title">${title}</p>`}
    ${note && pieceOf(note, view)}
    ${entries.length > 0 && entriesOf(entries, view.citeAt)}
  </div>`;
}

function companionOf(slug: string, { companions, page }: Around): Markup | undefined {
  const companion = companions.find((one) => one.slug === slug);
  return (
    companion &&
    html`<p${attribute('class', pageParts.elsewhere.linkCard)}>
      <a${attribute('href', companion.path)}>${companion.title}</a>
      <span>${companion.description}</span>
      <span aria-hidden="true">${page.words.readPolicy} →</span>
    </p>`
  );
}

function recentOf(recent: PolicyView['recent']): Markup | undefined {
  if (recent.length === 0) return undefined;
  const items = recent.map(
    ({ date, name, path, summaryHtml }) => html`<div>
      <dt> <time${attribute('datetime', date)}> <a${attribute('href', path)}>${name}</a> </time> </dt>
      <dd>${{ html: summaryHtml }}</dd>
    </div>`,
  );
  return html`<dl${attribute('class', `definitions ${pageParts.elsewhere.recentVersions}`)}> ${items} </dl>`;
}

type Table = Extract<PageBlock, { type: 'table' }>;

function tableOf(table: Table, view: Around): Markup {
  const { caption, columns, rows } = table;
  return html`<table class="inventory">
    ${caption && html`<caption>${caption}</caption>`}
    <thead> <tr> ${columns.map((column) => html`<th scope="col"> ${column} </th>`)} </tr> </thead>
    <tbody> ${rows.map((row) => rowOf(row, table, view))} </tbody>
  </table>`;
}

function rowOf(row: Row, { head, columns }: Table, view: Around): Markup {
  const cells = row.cells.map((cell, index) => {
    const isHead = index === head;
    if (isHead && cell.length > 0) return headCell(cell, row, view);
    return valueCell(columns[index], pieceOf(cell, view), cell.length === 0, isHead ? aliasesOf(row) : []);
  });
  return html`<tr${attribute('id', row.id)}> ${cells} </tr>`;
}

function headCell(cell: Piece, row: Row, view: Around): Markup {
  const { name, under } = headOf(cell);
  return html`<th scope="row">
    ${aliasesOf(row)}
    ${pieceOf(name, view)}
    ${row.id && anchorTo(row.id, view.linkTo(plainName(cell)), view)}
    ${under.map((line) => html`<span class="under">${pieceOf(line, view)}</span>`)}
  </th>`;
}
