import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createRequire, isBuiltin } from 'node:module';
import { dirname, extname, isAbsolute, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import type { Project } from '../doors/project.ts';
import { exporters } from '../exporters/all.ts';
import { routeOf } from '../exporters/exporter.ts';
import { headersFile } from '../site/security.ts';
import { isTaken, type PageRoute, pageRoutes } from './routes.ts';
import { slotModules, slotsIn } from './slots.ts';

/**
 * What Astro needs of us: the project that pages are made from, the routes of pages and formats, the project's own parts
 * of a page, reload while policies are edited, and the headers file after a build.
 */
export function sitePages(project: Project): AstroIntegration {
  return {
    name: 'policybook',
    hooks: {
      'astro:config:setup': ({ command, config, injectRoute, updateConfig }) => {
        const file = fileURLToPath(new URL('project.json', config.cacheDir));
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, JSON.stringify(project));
        const slotFiles = slotModules(slotsIn(project.site), new URL('./components/', import.meta.url));
        updateConfig({ vite: { plugins: [projectModule(file), slotFiles, ownAstro()] } });
        if (command === 'build') updateConfig({ vite: movableBundle(project) });
        // A link among the policies is told, and may lead to all of the disk.
        else updateConfig({ vite: { server: { watch: { followSymlinks: false } } } });
        const pages = fileURLToPath(new URL('pages/', config.srcDir));
        for (const { pattern, entrypoint } of ownRoutes())
          if (!isTaken(pattern, pages)) injectRoute({ pattern, entrypoint });
      },
      'astro:server:setup': ({ server }) => {
        const policies = realpathSync(project.policies);
        server.watcher.add(policies);
        server.watcher.on('all', (_event, file) => {
          if (!file.startsWith(`${policies}${sep}`)) return;
          // Which pages there are is found out anew; no code of a page has changed.
          server.environments.ssr?.hot.send('astro:content-changed');
          server.ws.send({ type: 'full-reload' });
        });
      },
      'astro:build:done': ({ dir }) => writeFile(new URL('_headers', dir), headersFile()),
    },
  };
}

function ownRoutes(): PageRoute[] {
  // In the package we are JavaScript.
  const entrypoint = new URL(`./exported${extname(import.meta.url)}`, import.meta.url);
  const files = exporters.map((exporter) => ({ pattern: routeOf(exporter), entrypoint }));
  return [...pageRoutes(new URL('./pages/', import.meta.url)), ...files];
}

// The project reaches the pages through a file: were the day in the module itself, the module would change each day, and
// with it every page that Astro has kept.
function projectModule(file: string) {
  const name = 'virtual:policybook/project';
  return {
    name: 'policybook:project',
    resolveId: (id: string) => (id === name ? `\0${name}` : undefined),
    load: (id: string) =>
      id === `\0${name}` ? `export const projectFile = ${JSON.stringify(file)};` : undefined,
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

// Astro writes the code of the pages beside the site and runs it there, where Node finds none of our packages. So those
// we import are left where they are, by their addresses; of those Astro imports, the ones we do not share go into the
// code.
function movableBundle({ tool }: Project) {
  const own = ['src/', 'schemas/'].map((folder) => join(tool, folder).replaceAll(sep, '/'));
  return {
    environments: { prerender: { resolve: { noExternal: true as const } } },
    plugins: [
      {
        name: 'policybook:packages',
        enforce: 'pre' as const,
        resolveId(id: string, importer: string | undefined) {
          if (!importer || !isPackage(id)) return undefined;
          const isOurs = own.some((folder) => importer.startsWith(folder)) && /\.[tj]s$/.test(importer);
          if (!isOurs && !isSameCopy(id, importer)) return undefined;
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
