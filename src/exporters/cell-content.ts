import type { Element, ElementContent } from 'hast';
import { element, textNode } from '../page/piece.ts';
import { markApart } from '../text/show.ts';

// https://github.github.com/gfm/#tables-extension-: "Block-level elements cannot be inserted in a table."
const blocks = new Set([
  ...['p', 'ul', 'ol', 'li', 'blockquote', 'pre', 'hr', 'dl', 'dt', 'dd'],
  ...['table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td'],
]);

/** A stretch of a cell that stands on lines of its own on the page; an item of a list is told from the next by a mark. */
type Run = { nodes: ElementContent[]; isItem: boolean };

/** What a cell of a table in Markdown can hold: the same words in one line, each block apart from the next. */
export function cellContent(nodes: readonly ElementContent[]): ElementContent[] {
  const runs = runsOf(nodes, false);
  const words = runs.map(({ nodes: own }) => own.map(wordsIn).join(''));
  const mark = markApart(words, ['; ', ' · ', ' ‖ ']);
  return runs
    .flatMap(({ nodes: own, isItem }, index) => (index === 0 ? own : [textNode(isItem ? mark : ' '), ...own]))
    .map(withoutLostMarks);
}

// In a cell `\|` is a bar, in code as well: code that holds both marks can only be written as text.
function withoutLostMarks(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node;
  const isLost = node.tagName === 'code' && wordsIn(node).includes('\\|');
  return isLost ? textNode(wordsIn(node)) : { ...node, children: node.children.map(withoutLostMarks) };
}

function runsOf(nodes: readonly ElementContent[], isItem: boolean): Run[] {
  const runs: Run[] = [];
  let open: Run | undefined;
  for (const node of nodes) {
    if (node.type === 'element' && blocks.has(node.tagName)) {
      open = undefined;
      for (const run of blockRuns(node, isItem && runs.length === 0)) runs.push(run);
    } else if (open) {
      open.nodes.push(node);
    } else if (node.type !== 'text' || node.value.trim() !== '') {
      open = { nodes: [node], isItem: isItem && runs.length === 0 };
      runs.push(open);
    }
  }
  return runs;
}

function blockRuns(block: Element, isItem: boolean): Run[] {
  if (block.tagName === 'hr') return [];
  if (block.tagName === 'pre') return [{ nodes: [codeOf(block)], isItem }];
  const isList = block.tagName === 'ul' || block.tagName === 'ol';
  if (!isList) return runsOf(block.children, isItem);
  const items = block.children.filter((child) => child.type === 'element');
  return items.flatMap((item, index) => runsOf(item.children, isItem || index > 0));
}

function codeOf(block: Element): ElementContent {
  return element('code', [
    textNode(
      wordsIn(block)
        .replaceAll(/\s*\n\s*/g, ' ')
        .trim(),
    ),
  ]);
}

function wordsIn(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(wordsIn).join('') : '';
}
