import { mkdirSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createRequire, isBuiltin } from 'node:module';
import { dirname, isAbsolute, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { type Project, projectAt } from '../doors/project.ts';
import { exporters } from '../exporters/all.ts';
import { routeOf } from '../exporters/exporter.ts';
import { headersFile } from '../site/security.ts';

/**
 * What Astro needs of us beside pages: the project they are made from, the routes of formats, reload while policies are
 * edited, and the headers file after a build. Without a project, it is the one Astro was started in.
 */
export function policybook(given?: Project): AstroIntegration {
  const project = given ?? projectAt('.');
  return {
    name: 'policybook',
    hooks: {
      'astro:config:setup': ({ command, config, injectRoute, updateConfig }) => {
        const file = fileURLToPath(new URL('project.json', config.cacheDir));
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, JSON.stringify(project));
        updateConfig({ vite: { plugins: [projectModule(file)] } });
        if (command === 'build') updateConfig({ vite: movableBundle(project) });
        for (const exporter of exporters)
          injectRoute({ pattern: routeOf(exporter), entrypoint: new URL('./exported.ts', import.meta.url) });
      },
      'astro:server:setup': ({ server }) => {
        server.watcher.add(project.policies);
        server.watcher.on('all', (_event, file) => {
          if (!file.startsWith(`${project.policies}${sep}`)) return;
          server.environments.ssr?.moduleGraph.invalidateAll();
          server.ws.send({ type: 'full-reload' });
        });
      },
      'astro:build:done': ({ dir }) => writeFile(new URL('_headers', dir), headersFile()),
    },
  };
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
          const isOurs = own.some((folder) => importer.startsWith(folder)) && importer.endsWith('.ts');
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
