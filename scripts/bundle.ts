import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { rolldown } from 'rolldown';
import ts from 'typescript';
import { z } from 'zod';
import { bundlePages, withoutColours } from './bundle-pages.ts';
import { noticesOf } from './third-party.ts';

// What the package holds of our code: `lib`, with the folders of the repository. TypeScript becomes a few files of
// JavaScript, since loading hundreds is most of what a short command costs; markup and styles lie beside them as they are.
// What `package.json` names as dependencies stays so, by exact versions: whoever audits an installation sees it. Of other
// packages, the part that is used is in our code, with their notices: whole, they were half of what was installed. The code
// that Astro makes of the markup is the same in every project, so it is made here.

const root = resolve(import.meta.dirname, '..');
const lib = join(root, 'lib');
const names = z.record(z.string(), z.string());
const { dependencies, peerDependencies } = z
  .object({ dependencies: names, peerDependencies: names })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
const packages = new Set(Object.keys({ ...dependencies, ...peerDependencies }));

/** The modules that are loaded by their own names: by Node, by Astro, by the user. */
const doors = [
  'src/cli.ts',
  'src/commands/run.ts',
  'src/astro/policybook.ts',
  'src/astro/data.ts',
  'src/astro/exported.ts',
  'src/astro/site-config.ts',
  'src/astro/site-library.ts',
];

const markup = globSync('src/astro/**/*.{astro,mdx}', { cwd: root }).map((path) => path.split(sep).join('/'));

// Types are gone once markup is compiled.
function modulesOf(path: string): string[] {
  const imports = readFileSync(join(root, path), 'utf8').matchAll(
    /^import (?!type\b).* from '(\..*\.ts)';$/gm,
  );
  return [...imports].map(([, name = '']) => relative(root, resolve(root, dirname(path), name)));
}

// What is installed beside the package. How Astro finds the addresses of pages goes with the code of our pages.
function isOutside(id: string): boolean {
  if (id === 'astro/runtime/prerender/static-paths.js') return false;
  const [name = ''] = /^(@[^/]+\/)?[^/]+/.exec(id) ?? [];
  return isBuiltin(id) || id.startsWith('virtual:') || packages.has(name);
}

// Gives the modules that are in it.
async function bundleModules(): Promise<string[]> {
  const modules = [...new Set([...doors, ...markup.flatMap(modulesOf)])];
  const bundle = await rolldown({
    cwd: root,
    platform: 'node',
    input: Object.fromEntries(modules.map((path) => [path.replace(/\.ts$/, ''), path])),
    external: isOutside,
    plugins: [withoutColours],
  });
  const { output } = await bundle.write({
    dir: lib,
    format: 'esm',
    entryFileNames: '[name].js',
    // Where code asks where it lies, it counts from this folder, and from the one two above it.
    chunkFileNames: 'src/astro/[name]-[hash].js',
    comments: { jsdoc: false },
  });
  return output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
}

// Types of what others import. Each says all of its own types itself, so each is written without the others.
function writeTypes(): void {
  for (const path of ['src/astro/policybook', 'src/astro/data']) {
    const { outputText, diagnostics } = ts.transpileDeclaration(
      readFileSync(join(root, `${path}.ts`), 'utf8'),
      {
        compilerOptions: { target: ts.ScriptTarget.ES2023, isolatedDeclarations: true },
        reportDiagnostics: true,
      },
    );
    const [fault] = diagnostics ?? [];
    if (fault) throw new Error(`${path}: ${ts.flattenDiagnosticMessageText(fault.messageText, ' ')}`);
    writeFileSync(join(lib, `${path}.d.ts`), outputText);
  }
}

function copyMarkup(): void {
  for (const path of markup) {
    const text = readFileSync(join(root, path), 'utf8');
    mkdirSync(dirname(join(lib, path)), { recursive: true });
    writeFileSync(join(lib, path), text.replaceAll(/ from '(\..*)\.ts';$/gm, " from '$1.js';"));
  }
  cpSync(join(root, 'src/astro/styles'), join(lib, 'src/astro/styles'), { recursive: true });
}

const browserScripts = ['compare', 'inspect', 'search'];

// Gives the modules that are in the scripts for browsers.
async function browserModules(): Promise<string[]> {
  const input = browserScripts.map((name) => `src/browser/${name}.ts`);
  const bundle = await rolldown({ cwd: root, platform: 'browser', input });
  const { output } = await bundle.generate();
  return output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
}

// In the repository they are made when a site is built.
function bundleScripts(): void {
  for (const name of browserScripts) {
    const file = join(lib, `src/browser/${name}.js`);
    mkdirSync(dirname(file), { recursive: true });
    execFileSync(process.execPath, [join(root, 'scripts/bundle-browser.ts'), name, file]);
  }
}

// What another version of the compiler made is not believed; see `src/doors/package.ts`.
function writeDigest(): void {
  const hash = createHash('sha256');
  for (const path of globSync('**/*.*', { cwd: lib }).sort())
    hash.update(path).update(readFileSync(join(lib, path)));
  hash.update(readFileSync(join(root, 'package.json')));
  writeFileSync(join(lib, 'compiler.txt'), `${hash.digest('hex')}\n`);
}

function writeManual(): void {
  const env = { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' };
  const manual = execFileSync(process.execPath, [join(lib, 'src/cli.js'), 'help'], { env });
  writeFileSync(join(lib, 'manual.txt'), manual);
}

rmSync(lib, { recursive: true, force: true });
const modules = await bundleModules();
copyMarkup();
bundleScripts();
const pages = await bundlePages(lib, isOutside);
writeFileSync(join(root, 'THIRD-PARTY.md'), noticesOf([...modules, ...pages, ...(await browserModules())]));
writeTypes();
writeManual();
writeDigest();
