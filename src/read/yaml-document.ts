import { Composer, type CST, type Node, Parser, type YAMLParseError } from 'yaml';
import { show } from './excerpt.ts';
import type { Finding } from './finding.ts';
import { endOfLine } from './lines.ts';

/** How many lists and maps may stand inside each other. */
export const maxDepth = 32;

const composeOptions = {
  version: '1.2',
  schema: 'core',
  strict: true,
  // Our own walk finds duplicates: the package compares every key with every other, minutes for a hostile file.
  uniqueKeys: false,
  stringKeys: true,
  merge: false,
  resolveKnownTags: false,
  logLevel: 'silent',
} as const;

type Composed = { contents: Node | undefined; findings: Finding[]; errors: YAMLParseError[] };

/** Has the package compose the one document of a text, with what it may not see refused. */
export function composeText(text: string): Composed {
  const findings: Finding[] = [];
  const tokens = withoutRefused(new Parser().parse(text), text, findings);
  const documents = [...new Composer(composeOptions).compose(tokens, true, text.length)];
  const errors = documents.flatMap((document) => document.errors);
  return { contents: documents[0]?.contents ?? undefined, findings, errors };
}

/** Keeps directives and further documents from the package, which would let them change how the first is read. */
function* withoutRefused(
  tokens: Iterable<CST.Token>,
  text: string,
  findings: Finding[],
): Generator<CST.Token> {
  let hasDocument = false;
  for (const token of tokens) {
    if (token.type === 'directive') {
      findings.push(describeDirective(token.source, token.offset));
    } else if (token.type === 'document' && hasDocument) {
      findings.push(describeDocument(text, token.offset));
      return;
    } else {
      hasDocument ||= token.type === 'document';
      yield token;
      // What stands outside of a document ends it; all that follows is outside too.
      if (token.type === 'error') return;
    }
  }
}

function describeDirective(source: string, start: number): Finding {
  return {
    rule: 'yaml/directive',
    message: `Unexpected directive ${show(source)}, expected a file without lines that start with %.`,
    help: 'Delete this line and the line --- below it.',
    start,
    end: start + source.length,
  };
}

function describeDocument(text: string, start: number): Finding {
  return {
    rule: 'yaml/document',
    message: 'Unexpected second document, expected one document in a file.',
    help: 'Delete the line ---, or move what follows it into a file of its own.',
    start,
    end: endOfLine(text, start),
  };
}
