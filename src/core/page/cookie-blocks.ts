import { type CookieColumn, cookieColumns } from '../../../schemas/block.ts';
import type { Cookie } from '../../../schemas/inventory.ts';
import { escapeHtml } from '../html.ts';
import { showPeriod } from '../show.ts';
import type { Words } from '../words.ts';
import { htmlList, text } from './cell.ts';
import type { PageBlock, PageContext } from './page.ts';
import { type InventoryBlock, idOf, pick } from './selection.ts';
import { table } from './table.ts';
import { entries } from './terms.ts';
import { vendorName } from './vendor-name.ts';

/** The cookies of a category, or all. */
export function cookiesBlock(block: InventoryBlock, context: PageContext): PageBlock {
  const { words } = context;
  const { categories } = context.policy.facts;
  const category = typeof categories === 'object' ? categories[block.part] : undefined;
  const caption =
    block.caption ?? (category ? words.captions.cookiesOf(category.label) : words.captions.cookies);
  const entries = pick(context.policy.facts.cookies, block.ids);
  const allCookies = entries.every(([, { type }]) => type === 'cookie');
  const columns =
    block.columns ?? cookieColumns.options.filter((column) => !(column === 'type' && allCookies));
  return table(
    {
      of: 'cookies',
      caption,
      keepEmpty: block.columns !== undefined,
      head: Math.max(0, columns.indexOf('name')),
      aliasesOf: ({ aliases }) => aliases,
      absent: `<span class="absent">${escapeHtml(words.notStated)}</span>`,
    },
    entries,
    columns.map((column) => ({
      label: words.columns[column],
      cell: (cookie) => cookieCell(column, cookie, context),
    })),
    context,
  );
}

function cookieCell(column: CookieColumn, cookie: Cookie, context: PageContext): string | undefined {
  const { words } = context;
  switch (column) {
    case 'name':
      return `<code>${escapeHtml(cookie.name)}</code>`;
    case 'type':
      return text(words.storage[cookie.type ?? 'cookie']);
    case 'purpose':
      return cookie.purpose && context.inline(cookie.purpose);
    case 'provider':
      return cookie.provider && text(vendorName(cookie.provider, context.policy));
    case 'party':
      return cookie.party && text(words.parties[cookie.party]);
    case 'domain':
      return text(cookie.domain && `${cookie.domain}${cookie.path ?? ''}`);
    case 'expires':
      return cookie.expires && text(showPeriod(cookie.expires, context));
    case 'attributes':
      // Only cookies can have them: for anything else nothing is missing.
      return cookie.type === 'cookie' ? text(attributes(cookie, words)) : '';
  }
}

function attributes({ secure, httpOnly, partitioned, sameSite }: Cookie, words: Words): string | undefined {
  const shown = [
    secure && words.attributes.secure,
    httpOnly && words.attributes.httpOnly,
    partitioned && words.attributes.partitioned,
    sameSite && words.attributes.sameSite[sameSite],
  ].filter(Boolean);
  return shown.length > 0 ? shown.join(', ') : undefined;
}

/** What each category of cookies is for, and what is asked before it is used. */
export function categoriesBlock(block: InventoryBlock, context: PageContext): PageBlock {
  const { words, inline } = context;
  const alone = block.ids.length === 1 && block.part !== 'all';
  const items = pick(context.policy.facts.categories, block.ids).map(([id, category]) => ({
    ...idOf(context.anchor('categories', id)),
    // A section about one category has said its name in the heading.
    ...(!alone && { title: category.label }),
    ...(category.description && { note: context.block(category.description) }),
    entries: entries([
      [words.columns.party, category.party && text(words.parties[category.party])],
      [words.consentLabel, category.consent && text(words.consent[category.consent])],
      [words.because, category.because && inline(category.because)],
      [words.examples, category.examples && htmlList(category.examples.map(inline))],
      [words.ifRefused, category.ifRefused && inline(category.ifRefused)],
    ]),
  }));
  return { type: 'details', items };
}
