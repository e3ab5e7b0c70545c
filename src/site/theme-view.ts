import { contrastOf, groundName, pairs } from '../theme/contrast.ts';
import { palettesOf } from '../theme/palette.ts';
import type { Status } from '../versions/timeline.ts';
import { siteReader } from './frame.ts';
import type { Library } from './library.ts';

const shownStatuses: Status[] = [
  'in-force',
  'in-part',
  'upcoming',
  'proposed',
  'superseded',
  'withdrawn',
  'ended',
];

/** What the page about the look of a site shows: every pair of colours with its contrast, and every status. */
export function themeView(library: Library) {
  const palettes = palettesOf(library.site.theme);
  const { statuses } = siteReader(library).words.versions;
  return {
    modes: (['light', 'dark'] as const).map((mode) => ({
      title: mode === 'light' ? 'On light paper' : 'On dark paper',
      pairs: pairs.map((pair) => ({
        name: `${pair.name} ${palettes[mode][pair.name]}`,
        ground: groundName(pair, palettes[mode]).replaceAll('`', ''),
        contrast: `${(Math.floor(contrastOf(pair, palettes[mode]) * 10) / 10).toFixed(1)} : 1`,
      })),
    })),
    statuses: shownStatuses.map((status) => ({ status, label: statuses[status] })),
  };
}
