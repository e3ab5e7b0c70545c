import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Plugin, rolldown } from 'rolldown';
import { sealCode } from '../src/astro/code-sums.ts';

// The code of our pages for the package: what the first build of a site would let Astro make of the markup, made once for
// all of them. It holds what it needs of Astro, and finds our own modules beside it.

/**
 * Writes the code of the pages of a bundle to `pages` beside its modules, and gives the modules of others that are in it.
 * `isOutside` says which packages are installed beside the bundle.
 */
export async function bundlePages(lib: string, isOutside: (id: string) => boolean): Promise<string[]> {
  const project = mkdtempSync(join(tmpdir(), 'policybook-'));
  try {
    const made = makePages(lib, project);
    const files = globSync('**/*.mjs', { cwd: made });
    const texts = new Map(files.map((file) => [join(made, file), readFileSync(join(made, file), 'utf8')]));
    const modules = [...texts.values()].flatMap(modulesIn);
    const inlined = await writeBundle(lib, { texts, project, isOutside });
    return [...modules, ...inlined];
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
}

// By the command that the bundle has, in an environment that is nobody's.
function makePages(lib: string, project: string): string {
  for (const [path, text] of Object.entries(site)) {
    const file = join(project, 'policies', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  // Astro would draw a key by chance, for what no page of ours has.
  const key = Buffer.alloc(32).toString('base64');
  const env = { PATH: process.env.PATH, ASTRO_KEY: key, NODE_DISABLE_COMPILE_CACHE: '1' };
  execFileSync(process.execPath, [join(lib, 'src/cli.js'), 'build'], { cwd: project, env, stdio: 'pipe' });
  const [made = ''] = globSync('.policybook/pages/*/', { cwd: project });
  return join(project, made);
}

const site = {
  'site.yaml': 'name: Example\nurl: https://example.com\nlanguages: [en]\nstop: none\n',
  'example/product.yaml': 'name: Example\n',
  'example/terms.yaml': `kind: terms
title: Terms
updated: 2026-01-01
sections:
  - title: Terms
    content: [These are our terms.]
`,
};

// Astro's bundler says before each module where it lies.
function modulesIn(text: string): string[] {
  const named = [...text.matchAll(/^\/\/ (?:#region )?[^\n]*?(\/node_modules\/[^\n?]+)$/gm)];
  return named.map(([, path = '']) => join(import.meta.dirname, '..', path));
}

const plain = '\0policybook:plain';

/** What Astro would print in colours, no build of ours prints; so what makes colours is left out. */
export const withoutColours: Plugin = {
  name: 'policybook:without-colours',
  resolveId: (id) => (/^piccolore$|\/node_modules\/piccolore\//.test(id) ? plain : undefined),
  load: (id) => (id === plain ? 'export default new Proxy({}, { get: () => String });' : undefined),
};

type Made = { texts: ReadonlyMap<string, string>; project: string; isOutside(id: string): boolean };

async function writeBundle(lib: string, { texts, project, isOutside }: Made): Promise<string[]> {
  const entry = [...texts.keys()].find((file) => file.includes('prerender-entry')) ?? '';
  const bundle = await rolldown({
    platform: 'node',
    input: { 'prerender-entry': entry },
    plugins: [withoutColours, codeOf(texts, { lib, project, isOutside })],
  });
  const pages = join(lib, 'pages');
  const { output } = await bundle.write({
    dir: pages,
    format: 'esm',
    entryFileNames: '[name].[hash].mjs',
    codeSplitting: false,
    minify: { compress: false, mangle: false },
  });
  const [code] = output;
  const file = join(pages, code.fileName);
  writeFileSync(file, withoutRoots(readFileSync(file, 'utf8'), lib));
  sealCode(pages);
  return code.moduleIds.filter((id) => id.includes('/node_modules/'));
}

function codeOf(
  texts: ReadonlyMap<string, string>,
  { lib, project, isOutside }: Omit<Made, 'texts'> & { lib: string },
): Plugin {
  const own = pathToFileURL(lib).href;
  return {
    name: 'policybook:pages',
    load(id) {
      const text = texts.get(id);
      return text === undefined ? undefined : withoutPlaces(text, { lib, project });
    },
    resolveId(id) {
      if (id.startsWith(own)) return { id, external: true };
      if (!id.startsWith('file:')) return undefined;
      const name = nameOf(id);
      return name !== undefined && isOutside(name) ? { id: name, external: true } : fileURLToPath(id);
    },
  };
}

// Where things lay when the code was made is in it, and is nothing to those who run it.
function withoutPlaces(text: string, { lib, project }: { lib: string; project: string }): string {
  const work = new RegExp(`${project}/\\.policybook/pages/\\w+\\.\\d+`, 'g');
  const markup = new RegExp(`(?:\\.\\./)+${lib.slice(1)}/`, 'g');
  return text.replaceAll(work, '/policybook').replaceAll(markup, '');
}

function withoutRoots(code: string, lib: string): string {
  return code
    .replaceAll(`${pathToFileURL(lib).href}/`, '../')
    .replaceAll(pathToFileURL(join(lib, '..')).href, 'file://')
    .replaceAll(`${lib}/`, '');
}

// The name by which a package would be imported, where that leads to the same file.
function nameOf(address: string): string | undefined {
  const [, path = ''] = /.*\/node_modules\/(.+)$/.exec(address) ?? [];
  const name = path.replace(/\/index\.js$/, '');
  try {
    return import.meta.resolve(name) === address ? name : undefined;
  } catch {
    return undefined;
  }
}
