import type { ResolvedBlock, TextBlock, TextBlockName } from '../resolve/policy-model.ts';
import { textBlocks } from './all.ts';
import type { AnyTextBlock } from './block.ts';

/** The block of a name of the file, as those who walk the list know it; nothing where it shows a disclosure. */
export function textBlockNamed(name: string): AnyTextBlock | undefined {
  return isTextBlockName(name) ? textBlocks[name] : undefined;
}

function isTextBlockName(name: string): name is TextBlockName {
  return Object.hasOwn(textBlocks, name);
}

const byType = Object.fromEntries(Object.values(textBlocks).map((block) => [block.type, block]));

/** What is said of blocks of this type; nothing where they are plain prose or show a disclosure. */
export function textBlockOf(block: TextBlock): AnyTextBlock;
export function textBlockOf(block: ResolvedBlock): AnyTextBlock | undefined;
export function textBlockOf({ type }: ResolvedBlock): AnyTextBlock | undefined {
  return byType[type];
}

/** Whether a block holds a text of its own. */
export function isTextBlock(block: ResolvedBlock): block is TextBlock {
  return Object.hasOwn(byType, block.type);
}
