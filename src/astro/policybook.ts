import { existsSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration } from 'astro';
import { pagePartNames } from '../../schemas/version-list.ts';
import { checkLibrary, printChecked } from '../commands/command.ts';
import { type Project, projectAt } from '../doors/project.ts';
import { openLibrary } from '../site/library.ts';
import { ownRoutes, reloadWhenEdited, setUpPart } from './integration.ts';
import type { PageRoute } from './routes.ts';

/** What a site says of the policies in it. */
export type PolicybookOptions = {
  /** The folder of policies, from the root of the site: `policies`, unless told. */
  folder?: string;
  /** The path below the site where the policies stand, such as `/legal`: the site itself, unless told. */
  base?: string;
  /** Components of the site in place of ours, by their paths from its root: the whole document, or parts of it. */
  components?: { Layout?: string; Head?: string; Header?: string; Footer?: string };
};

/**
 * The integration for a site that exists: adds the policies of a folder to it, with their versions, feeds and records. The
 * checker runs where a build starts; a site that cannot have them at their addresses is refused in a sentence.
 */
export function policybook(options: PolicybookOptions = {}): AstroIntegration {
  let project: Project | undefined;
  return {
    name: 'policybook',
    hooks: {
      'astro:config:setup': (astro) => {
        project = projectIn(fileURLToPath(astro.config.root), options);
        const slots = slotsOf(options, project.root);
        setUpPart(astro, { project, slots, routes: ownRoutes(project).filter(isOfPolicies) });
      },
      'astro:config:done': ({ config }) => {
        if (project) refuseUnfit(config, project);
      },
      'astro:server:setup': ({ server }) => {
        if (project) reloadWhenEdited(server, project);
      },
      'astro:build:start': () => {
        if (project) refuseProblems(project);
      },
    },
  };
}

function projectIn(root: string, options: PolicybookOptions): Project {
  const { folder = 'policies', base = '', components = {} } = options;
  if (!existsSync(join(root, folder, 'site.yaml')))
    throw new Error(
      `Unexpected folder ${folder}, expected one with a site.yaml in it. \`npx policybook new <product>/<policy>\` begins one; name another with \`folder\`.`,
    );
  const prefix = base.replace(/^\/*(?=[^/])/, '/').replace(/\/+$/, '');
  const parts = pagePartNames.filter((name) => components[name] !== undefined);
  return { ...projectAt(root, { policies: join(root, folder) }), parts, pages: [], prefix, isPart: true };
}

function slotsOf({ components = {} }: PolicybookOptions, root: string) {
  const files = Object.entries(components).map(([slot, file]) => [
    slot,
    isAbsolute(file) ? file : join(root, file),
  ]);
  return Object.fromEntries(files);
}

// What a site has once is the site's own.
const ofWholeSites = ['/404', '/robots.txt', '/_redirects'];

function isOfPolicies({ pattern }: PageRoute): boolean {
  return !ofWholeSites.includes(pattern);
}

function refuseUnfit({ site, base, build, trailingSlash }: AstroConfig, project: Project): void {
  if (build.format !== 'directory')
    throw new Error(
      `Unexpected build.format '${build.format}', expected 'directory': policies have addresses that end in a slash.`,
    );
  if (trailingSlash === 'never')
    throw new Error(
      `Unexpected trailingSlash 'never', expected 'always' or 'ignore': policies have addresses that end in a slash.`,
    );
  const { url } = openLibrary(project).site;
  const path = `${base.replace(/\/+$/, '')}${project.prefix}`;
  const expected = new URL(site ?? url).origin + path;
  if (url.replace(/\/+$/, '') === expected) return;
  throw new Error(
    `Unexpected url ${url} in site.yaml, expected ${expected}: what Astro's site and base and the base of policybook() come to.`,
  );
}

function refuseProblems(project: Project): void {
  const checked = checkLibrary(project);
  printChecked(checked);
  if (checked.isStopped)
    throw new Error('The policies have problems that stop a build: they are listed above.');
}

// The name under which `astro add` imports it.
export { policybook as default };
