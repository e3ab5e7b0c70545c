import { compareScript } from '../doors/compare-script.ts';
import { scriptPath } from '../site/compare-view.ts';
import type { Exporter } from './exporter.ts';

/** The one script, at an address that stays. */
export const compareScriptFile = {
  id: 'compare-script',
  scope: 'site',
  file: scriptPath,
  mediaType: 'text/javascript',
  write: ({ project }) => compareScript(project),
} satisfies Exporter;
