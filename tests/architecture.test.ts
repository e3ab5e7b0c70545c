import { globSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

type Import = { from: string; to: string; isType: boolean };
type Source = { path: string; code: string; file: ts.SourceFile };

/** TypeScript of the tool itself: whole files, and what stands between the fences of a component or page. */
const sources = globSync(['schemas/**/*.ts', 'src/**/*.{ts,astro,mdx}'], { cwd: root })
  .map((path) => path.split(sep).join('/'))
  .sort()
  .map((path): Source => {
    const text = readFileSync(join(root, path), 'utf8');
    const code = path.endsWith('.ts') ? text : codeOf(path, text);
    return { path, code, file: ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true) };
  });

function codeOf(path: string, text: string): string {
  if (path.endsWith('.astro')) return /^---\n(.*?)\n---/s.exec(text)?.[1] ?? '';
  return (text.match(/^import .*;$/gm) ?? []).join('\n');
}

const imports = sources.flatMap(importsOf);

function importsOf({ path, file }: Source): Import[] {
  return namedModules(file).map(({ name, isType }) => ({
    from: path,
    to: name.startsWith('.')
      ? relative(root, resolve(root, dirname(path), name))
          .split(sep)
          .join('/')
      : name,
    isType,
  }));
}

function namedModules(file: ts.SourceFile): { name: string; isType: boolean }[] {
  const found: { name: string; isType: boolean }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier))
      found.push({ name: node.moduleSpecifier.text, isType: isTypeOnly(node.importClause) });
    if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier))
      found.push({ name: node.moduleSpecifier.text, isType: node.isTypeOnly });
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteral(argument)) found.push({ name: argument.text, isType: false });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const names = clause.namedBindings;
  return (
    !clause.name &&
    !!names &&
    ts.isNamedImports(names) &&
    names.elements.every((element) => element.isTypeOnly)
  );
}

/** The layers, lowest first; a file imports from its own layer and from those below it. */
const layers: [RegExp, number][] = [
  [/^schemas\//, 0],
  [/^src\/(problem|digest|memory)\.ts$/, 1],
  [/^src\/(time|words|text|read|theme)\//, 1],
  [/^src\/(blocks|disclosures|resolve|page|versions|compare|compile)\//, 1],
  [/^src\/(rules|review|reports|import|beginnings)\//, 2],
  [/^src\/(doors|site|exporters|verify|commands|browser)\//, 3],
  [/^src\/cli\.ts$/, 3],
  [
    /^src\/astro\/(exported|policybook|data|integration|routes|slots|site-library|astro-error|site-config|handed-over\.d|given-library|code-sums|(make-)?page-code|page-maker)\.ts$/,
    3,
  ],
  [/^src\/astro\/components\//, 4],
  [/^src\/astro\/pages\//, 5],
];
const layerOf = (path: string) => layers.find(([pattern]) => pattern.test(path))?.[1];
const isOwn = (path: string) => /^(schemas|src)\//.test(path);
const arrow = ({ from, to }: Import) => `${from} -> ${to}`;

test('finds the files and imports it is about', () => {
  expect(sources.length).toBeGreaterThan(40);
  expect(imports.map(arrow)).toContain('src/compile/compile-policy.ts -> src/page/page.ts');
  expect(imports.map(arrow)).toContain(
    'src/astro/pages/handbook/index.mdx -> src/astro/components/Page.astro',
  );
  expect(imports).toContainEqual({
    from: 'src/astro/components/Policy.astro',
    to: 'src/site/policy-view.ts',
    isType: true,
  });
});

test('puts every file into a layer', () => {
  expect(sources.filter(({ path }) => layerOf(path) === undefined).map(({ path }) => path)).toEqual([]);
});

test('imports nothing from a layer above', () => {
  const upwards = imports.filter(({ from, to }) => isOwn(to) && (layerOf(from) ?? 0) < (layerOf(to) ?? 0));
  expect(upwards.map(arrow)).toEqual([]);
});

test('imports nothing from outside of the tool by a path', () => {
  expect(imports.filter(({ to }) => to.startsWith('..')).map(arrow)).toEqual([]);
});

test('has a page beside every text in MDX, which by itself would be none', () => {
  const texts = sources.flatMap(({ path }) => (path.endsWith('.mdx') ? [path] : []));
  const pages = new Set(imports.map(arrow));
  expect(texts.filter((path) => !pages.has(`${path.replace(/mdx$/, 'astro')} -> ${path}`))).toEqual([]);
});

test('keeps rules and exporters apart from each other', () => {
  const across = imports.filter(
    ({ from, to }) =>
      (from.startsWith('src/rules/') && to.startsWith('src/exporters/')) ||
      (from.startsWith('src/exporters/') && to.startsWith('src/rules/')),
  );
  expect(across.map(arrow)).toEqual([]);
});

test('lets nothing import the command line', () => {
  expect(imports.filter(({ to }) => to === 'src/cli.ts').map(arrow)).toEqual([]);
});

test('gives components data: they import other components, types, how pieces, marks and what a page has many of are written, and the security policy', () => {
  const values = imports.filter(({ from, isType }) => from.startsWith('src/astro/components/') && !isType);
  const allowed =
    /^(virtual:policybook\/(layout|parts)$|src\/(astro\/components\/|page\/(piece|page-parts)\.ts$|(compare\/marked\/html|site\/(policy|listing)-html)\.ts$))/;
  const others = values.filter(({ to }) => !allowed.test(to));
  expect(others.map(arrow)).toEqual([
    'src/astro/components/Layout.astro -> src/site/security.ts',
    'src/astro/components/Layout.astro -> src/text/unbroken.ts',
  ]);
});

test('parses HTML only where it is not its own: a published site, and a text that comes in', () => {
  const parsers = imports.filter(({ to }) =>
    /^(hast-util-from-html|parse5|rehype-parse|rehype-raw)/.test(to),
  );
  expect(parsers.map(({ from }) => from)).toEqual(['src/import/read-text.ts', 'src/versions/page-texts.ts']);
});

// What is left when files that import nothing of it, and files that nothing of it imports, are taken away again and again.
function circles(edges: readonly Import[]): string[] {
  let left = new Set(sources.map(({ path }) => path));
  for (let size = 0; size !== left.size; ) {
    size = left.size;
    const inside = edges.filter(({ from, to }) => left.has(from) && left.has(to));
    const [importing, imported] = [inside.map(({ from }) => from), inside.map(({ to }) => to)].map(
      (paths) => new Set(paths),
    );
    left = new Set([...left].filter((path) => importing?.has(path) && imported?.has(path)));
  }
  return [...left];
}

test('leaves tags with roles and classes to components: other printers write what a page has many of, marks within a text, or a file of their own', () => {
  const printers = sources.filter(({ path, code }) => path.endsWith('.ts') && /\b(class|role)="/.test(code));
  expect(printers.map(({ path }) => path)).toEqual([
    'src/browser/compare.ts',
    'src/compare/marked/html.ts',
    'src/compare/redline/html.ts',
    'src/page/piece.ts',
    'src/reports/review-html.ts',
    'src/site/listing-html.ts',
    'src/site/policy-html.ts',
    'src/text/html.ts',
  ]);
});

test('has no circle of imports, of types neither', () => {
  expect(circles(imports)).toEqual([]);
});

/** Where the core could see the machine it runs on, the day it runs, or the language of its user. */
const outside: [string, RegExp][] = [
  ['the environment', /\bprocess\.(?!ts\b)|\bimport\.meta\b|\bglobalThis\b/],
  ['the network', /\bfetch\(/],
  [
    'the clock',
    /\bDate\.now\b|\bnew Date\(\s*\)|(?<!new )\bDate\(|(?<!\|)\bperformance\b(?!\|)|\bTemporal\.Now\b/,
  ],
  ['chance', /\bMath\.random\b|\brandomUUID\b|\brandomBytes\b|\bgetRandomValues\b/],
  ['the locale', /\.toLocale\w*\(\s*\)|\bIntl\.\w+\(\s*\)|\bIntl\.\w+\(\s*undefined\b|\.localeCompare\(/],
  ['the time zone', /\.get(Full)?(Year|Month|Date|Day|Hours|Minutes|Timezone\w*)\(/],
];
const pure = sources.filter(
  ({ path }) =>
    isOwn(path) &&
    ((layerOf(path) ?? 0) < 3 || path.startsWith('src/exporters/')) &&
    path !== 'schemas/generate.ts',
);

test.each(outside)('keeps the core, the rules and the schemas away from %s', (_, pattern) => {
  const lines = pure.flatMap(({ path, code }) =>
    withoutComments(code)
      .split('\n')
      .filter((line) => pattern.test(line))
      .map((line) => `${path}: ${line.trim()}`),
  );
  expect(lines).toEqual([]);
});

test('takes nothing of Node into the core and the schemas that reaches beyond its arguments', () => {
  const allowed = ['node:crypto', 'node:util', 'node:zlib'];
  const isPure = (path: string) => pure.some((source) => source.path === path);
  const taken = imports.filter(({ from, to }) => isPure(from) && isBuiltin(to));
  expect(taken.filter(({ to }) => !allowed.includes(to)).map(arrow)).toEqual([]);
});

function withoutComments(code: string): string {
  return code.replaceAll(/\/\*.*?\*\//gs, '').replaceAll(/^\s*\/\/.*$/gm, '');
}

test('tells every formatter its language, and dates their time zone', () => {
  // These ask whether there is such a zone, which day it is there, and which country a name is of; readers see none of it.
  // A Locale formats nothing: it takes a tag apart.
  const asking = [
    'schemas/site.ts',
    'src/time/day.ts',
    'src/import/vendor-table.ts',
    'src/read/meant-place.ts',
  ];
  const showing = pure.filter(({ path }) => !asking.includes(path));
  const formatters = showing.flatMap(({ path, code }) =>
    [...code.matchAll(/\bnew Intl\.(?!Locale\b)(\w+)\(([^;]*)/g)].map(([, name, rest = '']) => ({
      path,
      name,
      rest,
    })),
  );
  expect(formatters.length).toBeGreaterThan(4);
  expect(
    formatters.filter(({ rest }) => !/^language\b/.test(rest)).map(({ path, name }) => `${path} ${name}`),
  ).toEqual([]);
  for (const { rest } of formatters.filter(({ name }) => name === 'DateTimeFormat'))
    expect(rest).toContain("timeZone: 'UTC'");
});

test('reads the environment and the disk only at the doors', () => {
  const readers = (pattern: RegExp) =>
    sources.filter(({ code }) => pattern.test(withoutComments(code))).map(({ path }) => path);
  expect(
    readers(/['"]node:fs/).filter(
      (path) => !/^(schemas\/generate\.ts$|src\/(doors|site|commands|astro)\/)/.test(path),
    ),
  ).toEqual([]);
  expect(readers(/\bprocess\.env\b/)).toEqual([
    'src/cli.ts',
    'src/commands/render-site.ts',
    'src/commands/start.ts',
    'src/doors/clock.ts',
    'src/doors/git.ts',
  ]);
  expect(readers(/\bprocess\.(cwd|chdir)\b/)).toEqual([
    'src/astro/make-page-code.ts',
    'src/commands/render-site.ts',
    'src/doors/disk.ts',
    'src/doors/project.ts',
  ]);
  // Where our code lies is known in one place. The others ask Vite whether it serves, or Node where a package is.
  expect(readers(/\bimport\.meta\b/)).toEqual([
    'schemas/generate.ts',
    'src/astro/components/Layout.astro',
    'src/astro/integration.ts',
    'src/astro/page-code.ts',
    'src/astro/site-library.ts',
    'src/doors/package.ts',
  ]);
});

test('sets nothing in the environment but what Astro reads from there alone', () => {
  const set = sources.flatMap(({ path, code }) =>
    [...withoutComments(code).matchAll(/(?:delete )?\bprocess\.env\.(\w+)(?: \??\|?\|?= |;)/g)].map(
      ([line]) => `${path}: ${line.replace(/ = $|;$/, '')}`,
    ),
  );
  expect(set).toEqual([
    // Whether it may send figures home.
    'src/cli.ts: process.env.ASTRO_TELEMETRY_DISABLED',
    // Whether its pages are for readers or for developers.
    'src/commands/render-site.ts: process.env.NODE_ENV',
    'src/commands/render-site.ts: delete process.env.DEV',
    'src/commands/render-site.ts: delete process.env.BASE_URL',
    // Whether its server may move to the background.
    'src/commands/start.ts: process.env.ASTRO_DEV_BACKGROUND',
    'src/commands/start.ts: delete process.env.BASE_URL',
  ]);
});

function nodesOf(file: ts.SourceFile, is: (node: ts.Node) => boolean): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (is(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const isDefaultExport = (node: ts.Node) =>
  ts.isExportAssignment(node) ||
  (ts.canHaveModifiers(node) &&
    (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword));

test.each([
  ['default export', isDefaultExport],
  ['any', (node: ts.Node) => node.kind === ts.SyntaxKind.AnyKeyword],
  ['enum', ts.isEnumDeclaration],
  ['namespace', (node: ts.Node) => ts.isModuleDeclaration(node) && ts.isIdentifier(node.name)],
  ['class', ts.isClassLike],
] as const)('has no %s', (_, is) => {
  const files = sources.filter(({ path }) => path.endsWith('.ts') || path.endsWith('.astro'));
  expect(files.filter(({ file }) => nodesOf(file, is).length > 0).map(({ path }) => path)).toEqual([]);
});

test('turns no warning of the type checker off', () => {
  expect(
    sources.filter(({ code }) => /@ts-(ignore|nocheck|expect-error)/.test(code)).map(({ path }) => path),
  ).toEqual([]);
});

test('names no file after nothing', () => {
  const vague = /\/(utils?|helpers?|common|misc|shared|index)\.ts$/;
  expect(sources.filter(({ path }) => vague.test(path)).map(({ path }) => path)).toEqual([]);
});
