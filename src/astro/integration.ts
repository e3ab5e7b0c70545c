import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createRequire, isBuiltin } from 'node:module';
import { dirname, extname, isAbsolute, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, HookParameters } from 'astro';
import type { Plugin } from 'vite';
import { type Project, partsLeftOut, wishesOf } from '../doors/project.ts';
import { exporters } from '../exporters/all.ts';
import { routeOf } from '../exporters/exporter.ts';
import { headersFile } from '../site/security.ts';
import { isTaken, type PageRoute, pageRoutes } from './routes.ts';
import { ownSlots, type SlotFiles, slotModules } from './slots.ts';

type SetUp = HookParameters<'astro:config:setup'>;

/** Our part of a site: the project, the path below the site where its pages stand, and the components in place of ours. */
type Part = { project: Project; slots: SlotFiles; routes: readonly PageRoute[] };

/**
 * Makes our pages the whole of a site: with the project's own parts of a page, and the headers file after a build. A page
 * of the project stands in place of one of ours at the same address.
 */
export function sitePages(project: Project): AstroIntegration {
  return {
    name: 'policybook',
    hooks: {
      'astro:config:setup': (astro) => {
        const pages = fileURLToPath(new URL('pages/', astro.config.srcDir));
        const routes = ownRoutes(project).filter(({ pattern }) => !isTaken(pattern, pages));
        setUpPart(astro, { project, slots: ownSlots(project), routes });
        if (astro.command === 'build') astro.updateConfig({ vite: movableBundle() });
        // A link among the policies is told, and may lead to all of the disk.
        else astro.updateConfig({ vite: { server: { watch: { followSymlinks: false } } } });
      },
      'astro:server:setup': ({ server }) => reloadWhenEdited(server, project),
      'astro:build:done': ({ dir }) => writeFile(new URL('_headers', dir), headersFile()),
    },
  };
}

/** Tells Astro what it needs of us: where the project is written down, the routes, and the modules without a file. */
export function setUpPart(
  { config, injectRoute, updateConfig }: SetUp,
  { project, slots, routes }: Part,
): void {
  const file = fileURLToPath(new URL('project.json', config.cacheDir));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(project));
  const components = slotModules(slots, new URL('./components/', import.meta.url));
  updateConfig({
    vite: {
      plugins: [projectModule(file), components, ownModules(), ownAstro(), ownPackages(project)],
    },
  });
  for (const { pattern, entrypoint } of routes)
    injectRoute({ pattern: project.prefix + pattern, entrypoint, prerender: true });
}

/** Reads the policies again, and loads the pages anew, whenever one of their files changes. */
export function reloadWhenEdited(
  server: HookParameters<'astro:server:setup'>['server'],
  project: Project,
): void {
  const policies = realpathSync(project.policies);
  server.watcher.add(policies);
  server.watcher.on('all', (_event, file) => {
    if (!file.startsWith(`${policies}${sep}`)) return;
    // Which pages there are is found out anew; no code of a page has changed.
    server.environments.ssr?.hot.send('astro:content-changed');
    server.ws.send({ type: 'full-reload' });
  });
}

/** Every page and every file of a format that a site of ours has. */
export function ownRoutes(project: Project): PageRoute[] {
  // In the package we are JavaScript.
  const entrypoint = new URL(`./exported${extname(import.meta.url)}`, import.meta.url);
  const wishes = wishesOf(project);
  const wanted = exporters.filter(({ isWanted }) => isWanted?.(wishes) ?? true);
  const files = wanted.map((exporter) => ({ pattern: routeOf(exporter), entrypoint }));
  const pages = pageRoutes(new URL('./pages/', import.meta.url));
  const leftOut = partsLeftOut(project);
  const shown = pages.filter(({ pattern }) => !leftOut.includes(pattern.split('/')[1] ?? ''));
  return [...shown, ...files];
}

// The project reaches the pages through a file: were the day in the module itself, the module would change each day, and
// with it every page that Astro has kept.
function projectModule(projectFile: string) {
  const name = 'virtual:policybook/project';
  const text = `export const projectFile = ${JSON.stringify(projectFile)};`;
  return {
    name: 'policybook:project',
    resolveId: (id: string) => (id === name ? `\0${name}` : undefined),
    load: (id: string) => (id === `\0${name}` ? text : undefined),
  };
}

// What the package exports for pages of the project, also where it is not installed beside them.
function ownModules() {
  const files: [RegExp, string][] = [
    [/^policybook\/data$/, `./data${extname(import.meta.url)}`],
    [/^policybook\/components\/(\w+\.astro)$/, './components/$1'],
  ];
  return {
    name: 'policybook:own-modules',
    enforce: 'pre' as const,
    resolveId(id: string) {
      const [pattern, file] = files.find(([known]) => known.test(id)) ?? [];
      return pattern && file && fileURLToPath(new URL(id.replace(pattern, file), import.meta.url));
    },
  };
}

// Vite looks for Astro from the project, where there may be none to find: it can lie elsewhere, or be ours alone.
function ownAstro(): Plugin {
  return {
    name: 'policybook:astro',
    enforce: 'pre',
    async resolveId(id, importer, options) {
      if (!/^astro($|\/)/.test(id)) return undefined;
      const found = await this.resolve(id, importer, { ...options, skipSelf: true });
      return found ?? fileURLToPath(import.meta.resolve(id));
    },
  };
}

// Astro runs the code of the pages from where the site is written, where Node may find none of our packages. So those we
// import are left where they are, by their addresses.
function ownPackages({ tool }: Project): Plugin {
  const own = ['src/', 'schemas/'].map((folder) => join(tool, folder).replaceAll(sep, '/'));
  return {
    name: 'policybook:own-packages',
    apply: 'build',
    enforce: 'pre',
    resolveId(id, importer) {
      if (!importer || !isPackage(id)) return undefined;
      const isOurs = own.some((folder) => importer.startsWith(folder)) && /\.[tj]s$/.test(importer);
      return isOurs ? { id: import.meta.resolve(id), external: 'absolute' } : undefined;
    },
  };
}

/**
 * Makes code that can be run from anywhere. Of the packages that Astro imports, those that we have too are named by
 * address as well, and the others go into the code.
 */
export function movableBundle() {
  return {
    environments: { prerender: { resolve: { noExternal: true as const } } },
    plugins: [
      {
        name: 'policybook:packages',
        enforce: 'pre' as const,
        resolveId(id: string, importer: string | undefined) {
          if (!importer || !isPackage(id) || !isSameCopy(id, importer)) return undefined;
          return { id: import.meta.resolve(id), external: 'absolute' as const };
        },
      },
    ],
  };
}

function isSameCopy(id: string, importer: string): boolean {
  if (!isAbsolute(importer)) return false;
  try {
    return createRequire(importer).resolve(id) === createRequire(import.meta.url).resolve(id);
  } catch {
    return false;
  }
}

// Names of packages start so; paths and Vite's own modules do not.
function isPackage(id: string): boolean {
  return /^[@a-z]/.test(id) && !id.includes(':') && !isBuiltin(id) && !/^astro($|\/)/.test(id);
}
