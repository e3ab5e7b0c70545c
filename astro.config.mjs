import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { policybook } from './src/astro/integration.ts';

export default defineConfig({
  srcDir: './src/astro',
  output: 'static',
  trailingSlash: 'always',
  compressHTML: true,
  cacheDir: './.cache/astro',
  prerenderConflictBehavior: 'error',
  session: false,
  fetchFile: null,
  devToolbar: { enabled: false },
  build: { format: 'directory', inlineStylesheets: 'never' },
  vite: { build: { assetsInlineLimit: 0 } },
  markdown: { processor: unified(), syntaxHighlight: false },
  integrations: [mdx(), policybook()],
  experimental: { incrementalBuild: true },
});
