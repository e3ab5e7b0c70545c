import type { Nodes } from 'mdast';
import { showsNothing } from '../../schemas/values.ts';

/** A place of a text that shows nothing. */
type Empty = { rule: 'prose/lost'; offset: number; length: number; message: string; help: string };

const said = {
  rule: 'prose/lost',
  message: 'Unexpected text that shows nothing, expected words.',
  help: 'Write the words, or delete it: what looks empty can hold characters such as a no-break space.',
} as const;

/** Lines that look empty and are not: what stands above and below one would run on as one paragraph. */
export function emptyLines(markdown: string): Empty[] {
  if (markdown !== '' && showsNothing(markdown)) return [{ ...said, offset: 0, length: markdown.length }];
  return [
    ...markdown.matchAll(/^[ \t]*(?![ \t])[\p{Zs}\u2800\u3164\uffa0][\p{Zs}\t\u2800\u3164\uffa0]*$/gmu),
  ].map(({ index, 0: line }) => ({ ...said, offset: index, length: line.length }));
}

/** A paragraph, item or quotation of Markdown in which nothing stands that readers see. */
export function emptyNode(node: Nodes): Empty | undefined {
  const isEmpty =
    node.type === 'paragraph'
      ? node.children.every((child) => child.type === 'text' && showsNothing(child.value))
      : (node.type === 'listItem' || node.type === 'blockquote') && node.children.length === 0;
  const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
  return isEmpty ? { ...said, offset: start, length: end - start } : undefined;
}
