import { join } from 'node:path';
import mdx from '@astrojs/mdx';
import type { AstroInlineConfig } from 'astro';
import type { Project } from '../doors/project.ts';
import { sitePages } from './integration.ts';

/** How Astro makes the pages of a project: ours, and those of its folder `site`. */
export function pagesConfig(project: Project) {
  return {
    srcDir: project.site,
    publicDir: project.public,
    base: project.base,
    output: 'static',
    trailingSlash: 'always',
    compressHTML: true,
    prerenderConflictBehavior: 'error',
    session: false,
    fetchFile: null,
    devToolbar: { enabled: false },
    build: { format: 'directory', inlineStylesheets: 'never' },
    vite: {
      cacheDir: join(project.cache, 'vite'),
      build: { assetsInlineLimit: 0 },
      server: { fs: { allow: [project.root, project.tool] } },
    },
    markdown: { syntaxHighlight: false },
    integrations: [mdx(), sitePages(project)],
    experimental: { incrementalBuild: true },
  } satisfies AstroInlineConfig;
}

/** The same without a configuration file: Astro keeps what it notes down in the cache of the project. */
export function siteConfig(project: Project, cacheDir: string): AstroInlineConfig {
  return { ...pagesConfig(project), configFile: false, root: project.cache, cacheDir };
}
