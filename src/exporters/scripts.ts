import { browserScript, type ScriptName } from '../doors/browser-script.ts';
import type { Library } from '../site/library.ts';
import { scriptPath } from '../site/script.ts';
import type { Exporter } from './exporter.ts';

/** The scripts for browsers, at addresses that stay; those that a site can do without where `site.yaml` asks for them. */
export const scriptFiles = [
  fileOf('compare'),
  { ...fileOf('inspect'), isWanted: ({ inspect }) => inspect === true },
  { ...fileOf('search'), isWanted: ({ search }) => search === true },
] satisfies Exporter[];

function fileOf(name: ScriptName) {
  return {
    id: `${name}-script`,
    scope: 'site' as const,
    file: scriptPath(name),
    mediaType: 'text/javascript',
    write: ({ project }: Library) => browserScript(project, name),
  } satisfies Exporter;
}
