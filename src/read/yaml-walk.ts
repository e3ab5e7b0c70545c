import { isCollection, isMap, isScalar, isSeq, type Node, type YAMLMap, type YAMLSeq } from 'yaml';
import { show } from './excerpt.ts';
import { type Finding, spanOfLength } from './finding.ts';
import { endOfLine } from './lines.ts';
import { cuttingComment } from './text-slips.ts';
import { maxDepth } from './yaml-document.ts';
import { refuseDuplicate, toKey } from './yaml-keys.ts';
import { isTextScalar, type Range, rangeOf } from './yaml-node.ts';
import { checkProperties, type NamedReading } from './yaml-properties.ts';
import { toScalarValue } from './yaml-scalars.ts';
import { closeBracket } from './yaml-sentences.ts';

type Walk = NamedReading & {
  isTooDeep: boolean;
  /** Where the last bracket that is never closed ends. */
  unclosedEnd: number;
};

/** Turns what the package composed into plain data, and refuses what no policy may hold. */
export function readContents(
  text: string,
  contents: Node | undefined,
): { value: unknown; findings: Finding[] } {
  const walk: Walk = { text, findings: [], anchors: new Set(), isTooDeep: false, unclosedEnd: 0 };
  const value = toValue(contents, 1, walk) ?? undefined;
  if (value === undefined && walk.findings.length === 0) walk.findings.push(describeEmptyFile(text));
  return { value, findings: walk.findings };
}

function describeEmptyFile(text: string): Finding {
  return {
    rule: 'yaml/null',
    message: 'Unexpected empty file, expected keys and values.',
    help: 'Write the first key, or delete the file.',
    start: 0,
    end: endOfLine(text, 0),
  };
}

function toValue(node: Node | undefined, depth: number, walk: Walk): unknown {
  if (!node) return null;
  checkProperties(node, walk);
  if (isScalar(node)) return toScalarValue(node, walk);
  if (!isCollection(node)) return undefined;
  if (depth > maxDepth) return refuseDepth(node, walk);
  checkBrackets(node, walk);
  return isMap(node) ? toObject(node, depth, walk) : isSeq(node) ? toArray(node, depth, walk) : undefined;
}

function refuseDepth(node: Node, walk: Walk): undefined {
  if (walk.isTooDeep) return;
  walk.isTooDeep = true;
  const [start] = rangeOf(node);
  walk.findings.push({
    rule: 'yaml/depth',
    message: `Unexpected list or map inside ${maxDepth} others, expected at most ${maxDepth} levels.`,
    help: 'Put fewer lists and maps inside each other.',
    start,
    end: start + 1,
  });
}

const closingBrackets: Record<string, string> = { '[': ']', '{': '}' };

/** Refuses a bracket that is never closed, or the comment that hides the closing one. */
function checkBrackets(node: YAMLMap | YAMLSeq, walk: Walk): void {
  const [start, end] = rangeOf(node);
  const bracket = walk.text[start] ?? '';
  // A single pair in a list, `[a: b]`, is a map without brackets of its own.
  const closing = node.flow ? closingBrackets[bracket] : undefined;
  if (!closing || walk.text[end - 1] === closing || start < walk.unclosedEnd) return;
  walk.unclosedEnd = end;
  const line = walk.text.slice(start, endOfLine(walk.text, start));
  const comment = line.match(/(?<=[^\s,[{][ \t]+)#.*[\]}]/);
  if (comment) {
    const span = spanOfLength(start + (comment.index ?? 0), comment[0].length);
    walk.findings.push({ rule: 'yaml/syntax', ...cuttingComment, ...span });
    return;
  }
  walk.findings.push({
    rule: 'yaml/syntax',
    message: `Unexpected ${bracket} that is never closed, expected ${closing} after it.`,
    help: closeBracket,
    start,
    end: start + 1,
  });
}

function toArray(node: YAMLSeq, depth: number, walk: Walk): unknown[] {
  // The composer makes nodes of all items.
  return (node.items as Node[]).map((item) => {
    const value = toValue(item, depth + 1, walk);
    if (value === null) checkNull(item, 'list item', rangeOf(item), walk);
    return value;
  });
}

function toObject(node: YAMLMap, depth: number, walk: Walk): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  const keys = new Map<string, Node>();
  // The composer makes nodes of all keys and values; a key without a colon has no value.
  const pairs = node.items as Pair[];
  if (isListInBraces(node, pairs)) return refuseBraces(node, walk);
  let isNextItem = false;
  const read = withoutCutTexts(node, pairs, walk);
  for (const [index, pair] of read.entries()) {
    // What a merge key stands for is not read either.
    if (isTextScalar(pair.key) && pair.key.value === '<<') {
      toKey(pair.key, walk);
      continue;
    }
    const value = toValue(pair.value ?? undefined, depth + 1, walk);
    const key = toKey(pair.key, walk);
    if (key === undefined) continue;
    if (value === null) checkNull(pair.value, `key ${show(key)}`, rangeOf(pair.key), walk);
    const first = keys.get(key);
    if (first === undefined) {
      object[key] = value;
      keys.set(key, pair.key);
    } else if (!isNextItem) {
      // An item that begins again is two, and all below belongs to the second.
      const isAgain = first === read[0]?.key || keys.has(textOf(read[index + 1]?.key));
      isNextItem = isAgain && isItem(node, walk);
      refuseDuplicate(first, pair.key, walk, isNextItem ? hyphenBefore : undefined);
    }
  }
  return object;
}

const hyphenBefore =
  'If an item of its own begins here, put a hyphen and a space before it, in the column of the hyphens above.';

function textOf(key: Node | undefined): string {
  return isTextScalar(key) ? key.value : '';
}

/** Whether a map is an item of a list, whose keys stand behind and below a hyphen. */
function isItem(node: YAMLMap, { text }: Walk): boolean {
  const [start] = rangeOf(node);
  return (
    node.flow !== true && /^[ \t]*-[ \t]+$/.test(text.slice(text.lastIndexOf('\n', start - 1) + 1, start))
  );
}

type Pair = { key: Node; value: Node | null };

// `{email, post}`: what stands in braces without a colon was meant for a list.
function isListInBraces({ flow }: YAMLMap, pairs: readonly Pair[]): boolean {
  return (
    flow === true && pairs.length > 1 && pairs.every(({ key, value }) => value === null && isTextScalar(key))
  );
}

// `{methods: link, email}`: in braces a comma ends a value, and what follows it is a key without a value.
function withoutCutTexts({ flow }: YAMLMap, pairs: readonly Pair[], walk: Walk): readonly Pair[] {
  if (!flow) return pairs;
  const kept = pairs.filter(({ key, value }) => value !== null || !isTextScalar(key));
  const cut = new Map<Node, number>();
  let above: Node | null = null;
  for (const { key, value } of pairs) {
    if (value !== null || !isTextScalar(key)) above = value;
    else if (above && isTextScalar(above) && above.type === 'PLAIN') cut.set(above, rangeOf(key)[1]);
  }
  for (const [value, end] of cut) refuseComma(rangeOf(value)[0], end, walk);
  return cut.size > 0 ? kept : pairs;
}

function refuseComma(start: number, end: number, walk: Walk): void {
  const written = walk.text.slice(start, end);
  walk.findings.push({
    rule: 'yaml/syntax',
    message: 'Unexpected comma in a value inside braces, expected quotes or brackets around the value.',
    help:
      written.length > 200 || /["\n]/.test(written)
        ? 'Put the value in quotes.'
        : `Write \`"${written}"\` if it is one text, \`[${written}]\` if it is a list.`,
    start,
    end,
  });
}

function refuseBraces(node: YAMLMap, walk: Walk): Record<string, unknown> {
  const [start, end] = rangeOf(node);
  const written = walk.text.slice(start, end);
  const inner = written.replace(/^\{\s*|\s*\}$/g, '');
  const list = `[${inner}]`;
  const orText = /[^,\s] [^,\s]/.test(inner)
    ? ' if it is a list. If it is one text, write it without the braces'
    : '';
  walk.findings.push({
    rule: 'yaml/syntax',
    message: 'Unexpected braces around a list, expected brackets.',
    help: list.length > 200 ? 'Write [ and ] in the place of the braces.' : `Write \`${list}\`${orText}.`,
    start,
    end: start + 1,
  });
  return {};
}

function checkNull(node: Node | null, what: string, fallback: Range, walk: Walk): void {
  const [start, end] = node ? rangeOf(node) : fallback;
  const written = node ? walk.text.slice(start, end) : '';
  const comment = walk.text.slice(start, endOfLine(walk.text, start)).match(/^([ \t]*)(#.*)/);
  walk.findings.push({
    rule: 'yaml/null',
    message: `Unexpected ${what} without a value, expected a value.`,
    ...(written !== ''
      ? {
          start,
          end,
          help: `${show(written)} means “nothing”. Put it in quotes if you mean the word, or delete it.`,
        }
      : comment?.[1] !== undefined && comment[2]
        ? { ...spanOfLength(start + comment[1].length, comment[2].trimEnd().length), help: forgottenQuotes }
        : {
            start: fallback[0],
            end: fallback[1],
            help: isSentence(what) ? colonInText : 'Give it a value, or delete it.',
          }),
  });
}

// No key of ours holds a space.
function isSentence(what: string): boolean {
  return /^key “\S+ .*”$/.test(what);
}

const colonInText =
  'If it is a text that ends with a colon, put all of it in double quotes. If it is a key, give it a value.';

const forgottenQuotes =
  'Did you forget quotes? All that follows a space and # is a comment. Put the value in quotes, or delete the key.';
