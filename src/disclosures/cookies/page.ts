import type { Cookie } from '../../../schemas/disclosures/cookies.ts';
import { type CookieColumn, cookieColumns } from '../../../schemas/disclosures/cookies.ts';
import { text } from '../../page/cell.ts';
import type { PageBlock, PageContext } from '../../page/page-model.ts';
import { pick } from '../../page/selection.ts';
import { table } from '../../page/table.ts';
import { vendorName, vendorNames } from '../../page/vendor-name.ts';
import type { InventoryBlock } from '../../resolve/policy-model.ts';
import { escapeHtml } from '../../text/html.ts';
import { showPeriod } from '../../text/show.ts';
import type { Words } from '../../words/words.ts';

/** The cookies of a category, or all. */
export function cookiesBlock(block: InventoryBlock, context: PageContext): PageBlock {
  const { words } = context;
  const { categories } = context.policy.facts;
  const category = typeof categories === 'object' ? categories[block.part] : undefined;
  const caption =
    block.caption ?? (category ? words.captions.cookiesOf(category.label) : words.captions.cookies);
  const entries = pick(context.policy.facts.cookies, block.ids);
  const allCookies = entries.every(([, { type }]) => type === 'cookie');
  const usual = cookieColumns.options.filter((column) => !isSaidElsewhere(column, allCookies));
  const columns = block.columns ?? usual;
  const cell = block.columns ? cookieCell : fullCell;
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
      cell: (cookie) => cell(column, cookie, context),
    })),
    context,
  );
}

// A screen has room for eight columns, so what is rarely stated stands in the cell of what it belongs to.
function isSaidElsewhere(column: CookieColumn, allCookies: boolean): boolean {
  if (column === 'type') return allCookies;
  return column === 'access' || column === 'trigger' || column === 'dataRetention';
}

function fullCell(column: CookieColumn, cookie: Cookie, context: PageContext): string | undefined {
  const { words } = context;
  const { access, dataRetention } = cookie;
  const own = cookieCell(column, cookie, context);
  if (column === 'provider') {
    const readers = access && text(words.readBy(vendorNames(access, context)));
    return joined([own, howSet(cookie, words), readers]);
  }
  if (column === 'expires')
    return joined([own, dataRetention && text(words.dataKept(showPeriod(dataRetention, context)))]);
  return own;
}

function joined(parts: (string | undefined)[]): string | undefined {
  return parts.filter(Boolean).join('; ') || undefined;
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
    case 'access':
      return cookie.access && text(vendorNames(cookie.access, context));
    case 'party':
      return cookie.party && text(words.parties[cookie.party]);
    case 'domain':
      return text(cookie.domain && `${cookie.domain}${cookie.path ?? ''}`);
    case 'trigger':
      return howSet(cookie, words);
    case 'expires':
      return cookie.expires && text(showPeriod(cookie.expires, context));
    case 'dataRetention':
      return cookie.dataRetention && text(showPeriod(cookie.dataRetention, context));
    case 'attributes':
      // Only cookies can have them: for anything else nothing is missing.
      return cookie.type === 'cookie' ? text(attributes(cookie, words)) : '';
  }
}

function howSet({ trigger, setFrom }: Cookie, words: Words): string | undefined {
  const shown = [trigger && words.triggers[trigger], setFrom && words.setters[setFrom]].filter(Boolean);
  return shown.length > 0 ? escapeHtml(shown.join(', ')) : undefined;
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
