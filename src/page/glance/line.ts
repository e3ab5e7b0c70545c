import { proseText } from '../../text/prose.ts';
import { markApart } from '../../text/show.ts';
import { joined, list, type Shown, words as say } from '../cell.ts';
import type { PageContext } from '../page-model.ts';
import type { Piece } from '../piece.ts';
import type { Place, Places } from '../places.ts';

// What every line of a summary is made of. The law of the summary stands in CONTRIBUTING.md.

/** What a line may use: the facts, the words, and where on the page each fact stands. */
export type GlanceContext = PageContext & { places: Places };

/** A line: what it is about, and what it says; one that says nothing is left out. */
export type Line = readonly [term: string, text: Shown];

/** Names side by side, with a mark between them that none of them holds. */
export function row(names: readonly Shown[]): Shown {
  const texts = names.flatMap((name) => (name ? name.map(textOf) : []));
  return joined(names, markApart(texts, [' · ', ' | ', ' ‖ ']));
}

// What we say holds marks of ours.
function textOf(part: Piece[number]): string {
  if (part.sort === 'prose') return part.markdown;
  return part.sort === 'fact' || part.sort === 'label' ? part.text : '';
}

/** Sentences below each other; one alone stands as it is. */
export function lines(sentences: readonly Shown[]): Shown {
  const said = sentences.flatMap((sentence) => (sentence && sentence.length > 0 ? [sentence] : []));
  return said.length > 1 ? list(said) : said[0];
}

/** That there are more than are told, with a link to where all of them stand; nothing where all are told. */
export function rest(count: number, { words, places }: GlanceContext, of: string): Shown {
  return count > 0 ? say(words.glances.more(count), places.section(of)?.href) : undefined;
}

/** A link to a section, by its title. */
export function linkTo(place: Place | undefined): Shown {
  return place && [{ sort: 'label', text: place.title, href: place.href }];
}

/**
 * What the authors wrote in words, where it is short enough for a summary; nothing where it is not: a text that is cut
 * says something else.
 */
export function inWords(path: string, markdown: string, { inline }: PageContext): Piece | undefined {
  return isBrief(markdown) ? inline(path, markdown) : undefined;
}

/** Whether a text of the authors has room in a summary as it stands. */
export function isBrief(markdown: string): boolean {
  const text = proseText(markdown);
  return text.length <= 300 && !text.includes('\n');
}
