import type { Comparing } from './lexicon.ts';
import type { TextBlock, TextSection } from './page-text.ts';
import { awaitElsewhere, fewestWordsElsewhere, type Pairs } from './pairs.ts';
import type { SectionPair } from './sections.ts';

// A text that stands word for word in another place is not what a similar one became where it stood.

type Placed = { block: TextBlock; section: SectionPair };

/**
 * Notes the texts of some sections that stand once in each version, word for word, but in another section; a paragraph may
 * be a heading there, or a heading a paragraph.
 */
export function findElsewhere(sections: readonly SectionPair[], pairs: Pairs, { lexicon }: Comparing): void {
  const [olds, news] = [placedOnce(sections, 'old'), placedOnce(sections, 'next')];
  for (const [text, old] of olds) {
    const next = news.get(text);
    if (!old || !next || old.section === next.section) continue;
    if (old.block.kind === 'heading' && next.block.kind === 'heading') continue;
    if (lexicon.lex(next.block).bag.length < fewestWordsElsewhere) continue;
    awaitElsewhere(old.block, next.block, pairs);
  }
}

// By their words; what stands twice is none.
function placedOnce(sections: readonly SectionPair[], side: 'old' | 'next'): Map<string, Placed | undefined> {
  const placed = new Map<string, Placed | undefined>();
  for (const section of sections) {
    for (const block of section[side] ? blocksOf(section[side]) : [])
      placed.set(block.text, placed.has(block.text) ? undefined : { block, section });
  }
  return placed;
}

function blocksOf({ heading, units }: TextSection): TextBlock[] {
  return [...heading, ...units.flatMap((unit) => (unit.type === 'text' ? unit.block : []))];
}
