import { createHash } from 'node:crypto';
import { digest } from '../digest.ts';
import { browserScript, type ScriptName } from '../doors/browser-script.ts';
import type { Project } from '../doors/project.ts';
import { makeMemory, oncePer } from '../memory.ts';
import { basePath } from '../resolve/address.ts';
import type { Library } from './library.ts';
import { ofInspection, ofScript, ofSearch } from './security.ts';

/**
 * A script as its page names it: its address, the digest that a browser holds it against, and what the security policy of its
 * page allows for it.
 */
export type Script = { src: string; integrity: string; allows: Record<string, string> };

const allowances = { compare: ofScript, inspect: ofInspection, search: ofSearch };

/** The file of a script, below a site. */
export function scriptPath(name: ScriptName): string {
  return `${name}.js`;
}

/** The script with this text, on a site with this base path; the address holds a digest, as that of the stylesheet does. */
export function scriptOf(base: string, name: ScriptName, text: string): Script {
  const seal = createHash('sha256').update(text).digest('base64');
  return {
    src: `${base}/${scriptPath(name)}?v=${digest([text]).slice(0, 12)}`,
    integrity: `sha256-${seal}`,
    allows: allowances[name],
  };
}

/** A script as the pages of a library name it. */
export function ownScript({ site, project }: Pick<Library, 'site' | 'project'>, name: ScriptName): Script {
  return scriptsOf(project)(JSON.stringify([name, site.url]), () =>
    scriptOf(basePath(site.url), name, browserScript(project, name)),
  );
}

// Each policy with versions has a page that names one.
const scriptsOf = oncePer((_project: Project) => makeMemory<Script>(10));
