import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { AstroIntegration } from 'astro';
import { policiesFolder } from '../doors/project.ts';
import { exporters } from '../exporters/all.ts';
import { routeOf } from '../exporters/exporter.ts';
import { headersFile } from '../site/security.ts';

/** What Astro needs of us beside pages: the routes of formats, reload while policies are edited, and the headers file after a build. */
export function policybook(): AstroIntegration {
  return {
    name: 'policybook',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        for (const exporter of exporters)
          injectRoute({ pattern: routeOf(exporter), entrypoint: new URL('./exported.ts', import.meta.url) });
      },
      'astro:server:setup': ({ server }) => {
        const folder = resolve(policiesFolder());
        server.watcher.add(folder);
        server.watcher.on('all', (_event, file) => {
          if (!resolve(file).startsWith(folder)) return;
          server.environments.ssr?.moduleGraph.invalidateAll();
          server.ws.send({ type: 'full-reload' });
        });
      },
      'astro:build:done': ({ dir }) => writeFile(new URL('_headers', dir), headersFile()),
    },
  };
}
