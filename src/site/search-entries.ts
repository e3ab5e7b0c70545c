import { ownTexts, readPageText, type TextSection } from '../compare/redline/page-text.ts';
import type { PolicyEntry } from '../compile/compile-model.ts';
import { findStanding, type Library } from './library.ts';
import { isListed, policyView } from './policy-view.ts';
import type { SearchEntry } from './told-model.ts';

/** The sections of one policy, where its text is in force. */
export function searchEntriesOf(library: Library, entry: PolicyEntry): SearchEntry[] {
  if (!isListed(findStanding(library, entry).current)) return [];
  const { page } = policyView(library, entry);
  const product = library.productsById.get(entry.product)?.name ?? entry.product;
  const policy = `${page.title} – ${product}`;
  return readPageText(page).flatMap((section) => entriesOf(section, { path: page.path, policy }));
}

type Place = { path: string; policy: string };

function entriesOf(section: TextSection, place: Place): SearchEntry[] {
  const { number, title, id, units, sections } = section;
  const text = ownTexts({ heading: [], units }).map((block) => block.text);
  const own = {
    path: id.startsWith('_') ? place.path : `${place.path}#${id}`,
    title: number ? `${number} ${title}` : title || place.policy,
    policy: place.policy,
    text: text.join(' ').replaceAll(/\s+/g, ' '),
  };
  return [own, ...sections.flatMap((inner) => entriesOf(inner, place))];
}
