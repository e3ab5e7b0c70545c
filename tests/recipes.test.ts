import { readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

// What CONTRIBUTING promises of additions: the files that the compiler names after the first edit are all there are.

const root = resolve(import.meta.dirname, '..');

type Edit = { file: string; before: string; after: string };

const { options: given } = ts.parseJsonConfigFileContent(
  ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile).config,
  ts.sys,
  root,
);
// What is edited is no code of a browser.
const options = { ...given, types: ['node'], lib: ['lib.es2024.d.ts'] };
const roots = [
  'src/disclosures/all.ts',
  'src/blocks/all.ts',
  'src/beginnings/all.ts',
  'src/words/languages.ts',
  'src/words/search-words.ts',
  'src/words/inspect-words.ts',
].map((file) => join(root, file));
let program: ts.Program | undefined;

/** The files with a fault, once these edits are made. */
function faultyAfter(edits: readonly Edit[]): string[] {
  const edited = new Map<string, string>();
  for (const { file, before, after } of edits) {
    const text = edited.get(file) ?? readFileSync(join(root, file), 'utf8');
    expect(text, `${file} has a place for the edit`).toContain(before);
    edited.set(
      file,
      text.replace(before, () => after),
    );
  }
  program = ts.createProgram(roots, options, hostWith(edited), program);
  const own = program
    .getSourceFiles()
    .filter(({ fileName }) =>
      /^(schemas|src\/(beginnings|blocks|disclosures|words))\//.test(nameOf(fileName)),
    );
  return own
    .filter((file) => [...(program?.getSemanticDiagnostics(file) ?? [])].length > 0)
    .map(({ fileName }) => nameOf(fileName))
    .sort();
}

function nameOf(path: string): string {
  return relative(root, path).split(sep).join('/');
}

const kept = new Map<string, ts.SourceFile>();

function hostWith(edited: ReadonlyMap<string, string>): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  return {
    ...host,
    readFile: (path) => edited.get(nameOf(path)) ?? host.readFile(path),
    getSourceFile: (path, target) => {
      const text = edited.get(nameOf(path));
      if (text !== undefined) return ts.createSourceFile(path, text, target, true);
      const file = kept.get(path) ?? host.getSourceFile(path, target);
      if (file) kept.set(path, file);
      return file;
    },
  };
}

const field: Edit[] = [
  {
    file: 'schemas/disclosures/cookies.ts',
    before: "  path: cookiePath.optional().describe('The path it is limited to, starting with /.'),\n",
    after:
      "  path: cookiePath.optional().describe('The path it is limited to, starting with /.'),\n" +
      "  priority: z.enum(['low', 'high']).optional().describe('What is kept where room is short.'),\n",
  },
  {
    file: 'src/disclosures/cookies/fields.ts',
    before: '  secure: protection,\n',
    after:
      '  secure: protection,\n' +
      "  priority: { change: value('cookie-changed', quoted), cell: (is, path) => fact(path, is) },\n",
  },
  {
    file: 'src/words/en/fields.ts',
    before: "  period: 'the period',\n",
    after: "  period: 'the period',\n  priority: { name: 'the priority', heading: 'Priority' },\n",
  },
];

const block: Edit = {
  file: 'schemas/text-block.ts',
  before: '  contact: z.strictObject(',
  after: "  motto: z.strictObject({ motto: text.describe('A few words.') }),\n  contact: z.strictObject(",
};

const kind: Edit = {
  file: 'schemas/policy.ts',
  before: "  'cookie-policy',\n",
  after: "  'cookie-policy',\n  'dress-code',\n",
};

// Words of which one is missing.
const language: Edit = {
  file: 'src/words/languages.ts',
  before: 'const all = { en: english }',
  after: 'const { home, ...incomplete } = english;\nconst all = { en: english, el: incomplete }',
};

test('a field with a column of its own, a block, a kind and a language are asked for by the compiler, wherever they are missing', () => {
  const [schema, definition, words] = field as [Edit, Edit, Edit];
  const ofField = [definition.file, words.file];
  const ofLanguage = ['src/words/inspect-words.ts', language.file, 'src/words/search-words.ts'];
  const expected = [...ofField, 'src/blocks/all.ts', 'src/beginnings/all.ts', ...ofLanguage];
  expect(faultyAfter([schema, block, kind, language])).toEqual(expected.sort());
  expect(faultyAfter([schema, definition, words])).toEqual([]);
});
