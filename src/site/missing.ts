import { renderProse } from '../text/prose.ts';
import { frameOf, siteReader } from './frame.ts';
import type { Library } from './library.ts';

/** The page of an address at which there is nothing. */
export function missingPage(library: Library) {
  const frame = frameOf(library);
  const { title, lead, advice } = siteReader(library).words.missing;
  return { frame, title, lead, advice: renderProse(advice, { wrap: 'block', address: () => frame.home }) };
}
