import { stylesheet } from '../site/frame.ts';
import type { Exporter } from './exporter.ts';

/** The one stylesheet, at an address that stays. */
export const stylesheetFile = {
  id: 'stylesheet',
  scope: 'site',
  file: 'style.css',
  mediaType: 'text/css',
  write: ({ project }, site) => stylesheet(project, site),
} satisfies Exporter;
