import type { PolicyEntry } from '../compile/compile-model.ts';
import { providersOf, shownLifetime } from '../disclosures/cookies/page.ts';
import { entryAnchor } from '../page/entry-anchor.ts';
import { htmlOf } from '../page/piece.ts';
import { vendorNames } from '../page/vendor-name.ts';
import type { ResolvedPolicy } from '../resolve/policy-model.ts';
import { escapeHtml, link, linkAround } from '../text/html.ts';
import { readerOf } from '../text/show.ts';
import { findStanding, type Library } from './library.ts';
import type { NamedCompany, NamedRow, ToldOfPolicy } from './told-model.ts';

/** A policy as readers meet it at its address, with the anchors that stand there. */
type Current = { policy: ResolvedPolicy; path: string; product: string; title: string; anchors: Set<string> };

/** What the lists of cookies and of companies tell of one policy. */
export function listedOf(library: Library, entry: PolicyEntry): Pick<ToldOfPolicy, 'cookies' | 'companies'> {
  const { current, card } = findStanding(library, entry);
  const { policy } = library.readCompiled(current ?? entry);
  const anchors = new Set(anchorsOf(entry, current).anchors);
  const product = library.productsById.get(entry.product)?.name ?? entry.product;
  const own = { policy, path: card.path, product, title: card.title, anchors };
  return { cookies: cookieRows(own), companies: namedCompanies(own) };
}

function anchorsOf(entry: PolicyEntry, current: { anchors: string[] } | undefined): { anchors: string[] } {
  return current ?? entry;
}

function cookieRows({ policy, path, product, anchors }: Current): NamedRow[] {
  const { cookies, categories } = policy.facts;
  if (typeof cookies !== 'object') return [];
  const reader = readerOf(policy.language);
  return Object.entries(cookies).map(([id, cookie]) => {
    const anchor = entryAnchor('cookies', id);
    const category = typeof categories === 'object' ? categories[cookie.category ?? '']?.label : undefined;
    const kept = shownLifetime(cookie, `cookies.${id}`, reader);
    return {
      name: cookie.name,
      cells: [
        linkAround(
          path + (anchors.has(anchor) ? `#${anchor}` : ''),
          `<code>${escapeHtml(cookie.name)}</code>`,
        ),
        escapeHtml(product),
        escapeHtml(category ?? ''),
        escapeHtml(vendorNames(providersOf(cookie), { ...reader, policy })),
        kept ? htmlOf(kept) : escapeHtml(reader.words.notHere),
      ],
    };
  });
}

function namedCompanies({ policy, path, product, title, anchors }: Current): NamedCompany[] {
  return Object.entries(policy.facts.vendors).map(([id, { name }]) => {
    const anchor = entryAnchor('vendors', id);
    const href = path + (anchors.has(anchor) ? `#${anchor}` : '');
    return { name, html: link(href, `${product}: ${title}`) };
  });
}
