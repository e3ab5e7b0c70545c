import type { Blockquote, Nodes, Paragraph, Parents, PhrasingContent, Text } from 'mdast';

// A line that begins with ": " says what the line above it is: the term and its meaning are a list of definitions. After a
// table, where no line stands above, it is the caption of the table.

/** Turns paragraphs whose lines begin with ": " into lists of definitions and captions of tables. */
export function readDefinitions(tree: Parents, source: string): void {
  const children: Nodes[] = [];
  for (const child of tree.children as Nodes[]) {
    const last = children.at(-1);
    const caption = last?.type === 'table' ? captionOf(child) : undefined;
    const list = caption ? undefined : definitionsOf(child, source);
    if (list && last?.type === 'blockquote' && isDefinitions(last)) addTo(last, list);
    else children.push(caption ?? list ?? child);
    if (!caption && !list && 'children' in child) readDefinitions(child, source);
  }
  // What is put in stands where a block stands.
  tree.children = children as typeof tree.children;
}

/** Whether a block is a list of definitions. */
export function isDefinitions(node: Nodes): boolean {
  return node.data?.hName === 'dl';
}

/** Whether a paragraph is the caption of the table before it. */
export function isCaption(node: Nodes): boolean {
  return node.data?.hName === 'caption';
}

function captionOf(node: Nodes): Paragraph | undefined {
  const first = node.type === 'paragraph' ? node.children[0] : undefined;
  if (node.type !== 'paragraph' || first?.type !== 'text' || !/^: \S/.test(first.value)) return undefined;
  return { ...node, data: { hName: 'caption' }, children: [cut(first, 2), ...node.children.slice(1)] };
}

function definitionsOf(node: Nodes, source: string): Blockquote | undefined {
  if (node.type !== 'paragraph') return undefined;
  const lines = linesOf(node.children, source);
  const [term, ...meanings] = lines;
  if (!term || isMeaning(term) || !meanings[0] || !isMeaning(meanings[0])) return undefined;
  const parts: Paragraph[] = [named('dt', term)];
  for (const line of meanings) {
    const last = parts.at(-1);
    if (isMeaning(line)) parts.push(named('dd', withoutMark(line)));
    else last?.children.push({ type: 'text', value: '\n' }, ...line);
  }
  // Lists of definitions are no part of Markdown; what holds paragraphs and is shown under another name is.
  return { type: 'blockquote', data: { hName: 'dl' }, children: parts, ...placeOf(node) };
}

function named(hName: 'dt' | 'dd', line: PhrasingContent[]): Paragraph {
  const [first, last] = [line[0]?.position, line.at(-1)?.position];
  const position = first && last && { start: first.start, end: last.end };
  return { type: 'paragraph', data: { hName }, children: line, ...(position && { position }) };
}

function placeOf({ position }: Paragraph): Pick<Blockquote, 'position'> {
  return position ? { position } : {};
}

function addTo(list: Blockquote, { children, position }: Blockquote): void {
  list.children.push(...children);
  if (list.position && position) list.position.end = position.end;
}

/** The lines of a paragraph; text that holds several is cut at their ends, and each piece knows where it stands. */
function linesOf(children: readonly PhrasingContent[], source: string): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const child of children) {
    const pieces = child.type === 'text' ? linesOfText(child, source) : [child];
    for (const [index, piece] of pieces.entries()) {
      if (index > 0) lines.push([]);
      if (piece.type !== 'text' || piece.value !== '') lines.at(-1)?.push(piece);
    }
  }
  return lines;
}

function linesOfText(text: Text, source: string): Text[] {
  const pieces: Text[] = [];
  let rest = text;
  for (let at = rest.value.indexOf('\n'); at >= 0; at = rest.value.indexOf('\n')) {
    pieces.push({ ...rest, value: rest.value.slice(0, at) });
    const indent = /\n[ \t>]*/y;
    indent.lastIndex = source.indexOf('\n', rest.position?.start.offset);
    indent.test(source);
    rest = startingAt({ ...rest, value: rest.value.slice(at + 1) }, indent.lastIndex);
  }
  return [...pieces, rest];
}

function cut(text: Text, length: number): Text {
  const value = text.value.slice(length);
  return startingAt({ ...text, value }, (text.position?.start.offset ?? 0) + length);
}

function startingAt(text: Text, offset: number): Text {
  const { position } = text;
  return position ? { ...text, position: { ...position, start: { ...position.start, offset } } } : text;
}

function isMeaning([first]: readonly PhrasingContent[]): boolean {
  return first?.type === 'text' && /^:(?: +\S| *$)/.test(first.value);
}

function withoutMark([first, ...rest]: readonly PhrasingContent[]): PhrasingContent[] {
  if (first?.type !== 'text') return [...rest];
  const { length } = /^: */.exec(first.value)?.[0] ?? '';
  const text = cut(first, length);
  return text.value === '' ? [...rest] : [text, ...rest];
}
