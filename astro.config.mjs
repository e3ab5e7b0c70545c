import { defineConfig } from 'astro/config';
import { pagesConfig } from './src/astro/site-config.ts';
import { projectAt } from './src/doors/project.ts';

// For Astro's own commands, in this folder; those of Policybook hand it the same and the project they are called for.
export default defineConfig({ ...pagesConfig(projectAt('.')), cacheDir: './.policybook/astro/own' });
