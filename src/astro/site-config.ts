import { join } from 'node:path';
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import type { AstroInlineConfig } from 'astro';
import type { Project } from '../doors/project.ts';
import { policybook } from './integration.ts';

/** How Astro makes the pages, whichever project they are of. */
export function pagesConfig(project?: Project) {
  return {
    srcDir: './src/astro',
    output: 'static',
    trailingSlash: 'always',
    compressHTML: true,
    prerenderConflictBehavior: 'error',
    session: false,
    fetchFile: null,
    devToolbar: { enabled: false },
    build: { format: 'directory', inlineStylesheets: 'never' },
    vite: { build: { assetsInlineLimit: 0 } },
    markdown: { processor: unified(), syntaxHighlight: false },
    integrations: [mdx(), policybook(project)],
    experimental: { incrementalBuild: true },
  } satisfies AstroInlineConfig;
}

/** How Astro makes the site of a project, with our pages and the project's files. */
export function siteConfig(project: Project, cacheDir: string): AstroInlineConfig {
  return {
    ...pagesConfig(project),
    configFile: false,
    root: project.tool,
    publicDir: join(project.root, 'public'),
    cacheDir,
  };
}
