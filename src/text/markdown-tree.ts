import type { Root } from 'mdast';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { makeMemory } from '../memory.ts';
import { addressLinks, keepOpenable, mayHoldAddress } from './addresses.ts';
import { clausesOutsideLists, findClauses, numberClauses, restoreClauses } from './clauses.ts';
import { readDefinitions } from './definition-lists.ts';
import { readSimpleMarkdown } from './simple-markdown.ts';

const reader = unified()
  .use(remarkParse)
  .data({
    micromarkExtensions: [gfmTable(), gfmAutolinkLiteral()],
    fromMarkdownExtensions: [gfmTableFromMarkdown(), addressLinks()],
  })
  .freeze();

const mayHoldDefinitions = /^[ \t>]*(?:[-+*]|\d+[.)]|)[ \t>]*: /m;

const rememberTree = makeMemory<Root>(1_000);

/**
 * The tree of a text. Each is inspected, then rendered, and the policies of a product share many: a tree that is shared has
 * to stay as it is.
 */
export function markdownTree(source: string): Root {
  // A block text of YAML ends with a line end, which is cut off before it is rendered.
  const text = source.replace(/(?<!\n)\n$/, '');
  return rememberTree(text, () => readSimpleMarkdown(text) ?? parseMarkdown(text));
}

/** The tree that the parser makes of a text, with lists of clauses and of definitions. */
export function parseMarkdown(source: string): Root {
  // A mark of the byte order is left out by the parser, and every place behind it would be one off.
  const text = source.replace(/^\ufeff/, '\u2060');
  let clauses = findClauses(text);
  while (true) {
    const tree = reader.parse(numberClauses(text, clauses));
    if (mayHoldAddress.test(text)) keepOpenable(tree, text);
    if (mayHoldDefinitions.test(text)) readDefinitions(tree, text);
    const outside = new Set(clausesOutsideLists(tree, clauses));
    if (outside.size === 0) {
      if (clauses.length > 0) restoreClauses(tree, clauses);
      return tree;
    }
    clauses = clauses.filter((clause) => !outside.has(clause));
  }
}
