import type { SiteFile } from '../../schemas/site.ts';

/** The colours of a site on light and on dark paper, by the names of their custom properties. */
export type Palette = Record<ColourName, string>;
export type ColourName =
  | 'paper'
  | 'ink'
  | 'quiet'
  | 'rule'
  | 'tint'
  | 'accent'
  | 'visited'
  | 'caution'
  | 'added'
  | 'removed'
  | 'masthead'
  | 'mastheadInk';

type Theme = SiteFile['theme'];

// The same as in site.css: a test compares.
const light: Palette = {
  paper: '#fdfcfa',
  ink: '#1d1b18',
  quiet: '#4c4740',
  rule: '#dad4ca',
  tint: '#f4f1ea',
  accent: '#1a4a75',
  visited: '#5b3a74',
  caution: '#79320f',
  added: '#13522f',
  removed: '#891e27',
  masthead: '#fdfcfa',
  mastheadInk: '#1d1b18',
};
const dark: Palette = {
  paper: '#181716',
  ink: '#e9e5de',
  quiet: '#beb7ab',
  rule: '#403c36',
  tint: '#211f1d',
  accent: '#8fc1ec',
  visited: '#cbace4',
  caution: '#f0a77f',
  added: '#7ed3a0',
  removed: '#f2a3a8',
  masthead: '#181716',
  mastheadInk: '#e9e5de',
};

/** What a site says of its colours, for light and for dark paper. */
export function chosenColours(theme: Theme): { light: Partial<Palette>; dark: Partial<Palette> } {
  const { accent, accentDark, colours = {}, coloursDark = {} } = theme ?? {};
  return {
    light: { ...(accent && { accent }), ...colours },
    dark: { ...(accentDark && { accent: accentDark }), ...coloursDark },
  };
}

/** All colours of a site; the masthead is as the paper is, unless told otherwise. */
export function palettesOf(theme: Theme): { light: Palette; dark: Palette } {
  const chosen = chosenColours(theme);
  return { light: filled(light, chosen.light), dark: filled(dark, chosen.dark) };
}

function filled(usual: Palette, own: Partial<Palette>): Palette {
  const { paper = usual.paper, ink = usual.ink } = own;
  return { ...usual, masthead: paper, mastheadInk: ink, ...own };
}

/** The custom properties of colours, as the stylesheet has them. */
export function propertiesOf(colours: Partial<Palette>): string {
  return Object.entries(colours)
    .map(([name, value]) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}: ${value};`)
    .join(' ');
}
