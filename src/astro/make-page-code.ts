import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import mdx from '@astrojs/mdx';
import { type AstroInlineConfig, type AstroIntegration, build } from 'astro';
import type { Plugin } from 'vite';
import type { Project } from '../doors/project.ts';
import { sealCode } from './code-sums.ts';
import { movableBundle, setUpPart } from './integration.ts';
import { pageRoutes } from './routes.ts';
import { pagesConfig } from './site-config.ts';

// Astro would write types of content, of which there is none.
const untyped = { devOutput: false, sync: false };

/** Lets Astro make the code of our pages, and puts it in a folder that is not there yet: all of it or nothing. */
export async function makePageCode(project: Project, folder: string): Promise<void> {
  const work = `${folder}.${process.pid}`;
  mkdirSync(work, { recursive: true });
  // Astro puts code beside a site only where that lies below the working folder.
  process.chdir(work);
  try {
    await build(configIn(work, project), untyped);
    const code = join(work, 'site/code');
    sealCode(code);
    putInPlace(code, folder);
  } finally {
    process.chdir(project.here);
    rmSync(work, { recursive: true, force: true });
  }
}

// Of two builds that make it at once, one is first, and they make the same.
function putInPlace(code: string, folder: string): void {
  try {
    renameSync(code, folder);
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'ENOTEMPTY';
    if (!isThere) throw error;
  }
}

// Of the project nothing goes into it: what differs from site to site is in the library that its pages are made of.
function configIn(work: string, project: Project): AstroInlineConfig {
  const bare = { ...project, site: join(work, 'none'), public: join(work, 'none'), cache: work, base: '' };
  const { experimental: _incremental, vite, ...config } = pagesConfig(bare);
  return {
    ...config,
    configFile: false,
    root: work,
    cacheDir: work,
    outDir: join(work, 'site'),
    logLevel: 'warn',
    vite: { ...vite, logLevel: 'warn' },
    integrations: [mdx(), codeOfPages(bare)],
  };
}

// Everything of a build of Astro but its pages.
function codeOfPages(project: Project): AstroIntegration {
  return {
    name: 'policybook:code-of-pages',
    hooks: {
      'astro:config:setup': (astro) => {
        const routes = pageRoutes(new URL(`${pathToFileURL(join(project.tool, 'src/astro/pages'))}/`));
        setUpPart(astro, { project, slots: {}, routes });
        astro.updateConfig({ vite: movableBundle() });
        astro.updateConfig({ vite: { plugins: [ownCode(project)] } });
      },
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer((usual) => ({ ...usual, setup: async () => {}, getStaticPaths: async () => [] })),
      // Astro takes it away as soon as it has made its pages.
      'astro:build:generated': ({ dir }) => renameSync(new URL('.prerender', dir), new URL('code', dir)),
    },
  };
}

// Our own modules stay where they are: so the pages share what the command knows that makes them.
function ownCode({ tool }: Project): Plugin {
  const folders = ['src', 'schemas'].map((folder) => join(tool, folder) + sep);
  return {
    name: 'policybook:own-code',
    apply: 'build',
    enforce: 'pre',
    resolveId(id, importer) {
      if (!importer || !/^\.{1,2}\/.*\.[tj]s$/.test(id)) return undefined;
      const file = join(dirname(importer), id);
      const isOwn = folders.some((folder) => file.startsWith(folder)) && !asksAstro.test(file);
      return isOwn ? { id: pathToFileURL(file).href, external: 'absolute' } : undefined;
    },
  };
}

// What asks Astro where it runs is part of its code; in the package it is two files.
const asksAstro = /[\\/]site-library[^\\/]*\.[tj]s$/;
