import type { ElementContent } from 'hast';

// Most texts of a page are paragraphs and lists of plain words, in which Markdown has nothing to escape. They are written
// here; all else by the packages that know every part of Markdown. A property test holds the two together.

/** The Markdown of paragraphs and lists of plain words; nothing where they hold more than is written here. */
export function plainMarkdown(nodes: readonly ElementContent[]): string | undefined {
  const blocks: string[] = [];
  let last = '';
  for (const node of nodes) {
    if (isSpace(node)) continue;
    const block = writeBlock(node);
    const name = node.type === 'element' ? node.tagName : '';
    // A list beside a list is written with another mark.
    if (block === undefined || (name === 'ul' && last === name)) return undefined;
    blocks.push(block);
    last = name;
  }
  return blocks.length > 0 ? `${blocks.join('\n\n')}\n` : undefined;
}

function isSpace(node: ElementContent): boolean {
  return node.type === 'text' && node.value.trim() === '';
}

function writeBlock(node: ElementContent): string | undefined {
  if (node.type !== 'element') return undefined;
  if (node.tagName === 'p') return plainText(node.children);
  if (node.tagName !== 'ul') return undefined;
  const items = node.children.filter((child) => !isSpace(child));
  const texts = items.map((item) =>
    item.type === 'element' && item.tagName === 'li' ? plainText(item.children) : undefined,
  );
  const isWhole = texts.length > 0 && !texts.includes(undefined);
  return isWhole ? texts.map((text) => `- ${text}`).join('\n') : undefined;
}

// A full stop after a number begins a list, and one between letters may be an address.
const plain = /^\p{L}(?:[\p{L}\p{M}\p{N},;()%’“”"'–—…?-]| (?! |$)|[.:!](?= |$))*$/u;

function plainText([text, ...others]: readonly ElementContent[]): string | undefined {
  return text?.type === 'text' && others.length === 0 && plain.test(text.value) ? text.value : undefined;
}
