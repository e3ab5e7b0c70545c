import type { SiteFile } from '../../schemas/site.ts';
import type { Problem } from '../problem.ts';
import type { ParsedFile } from '../read/parse.ts';
import { type ColourName, chosenColours, type Palette, palettesOf } from './palette.ts';

/** https://www.w3.org/TR/WCAG22/#contrast-minimum: text that is not large. */
const least = 4.5;

/** What is written on what. */
export const pairs: [ColourName, ColourName][] = [
  ...(['ink', 'quiet', 'accent', 'visited', 'caution'] as const).flatMap(
    (name): [ColourName, ColourName][] => [
      [name, 'paper'],
      [name, 'tint'],
    ],
  ),
  ['mastheadInk', 'masthead'],
];

/** Reports the colours of a site that nobody can read on what they stand on, each where it is written. */
export function contrastProblems(file: ParsedFile, { theme }: SiteFile): Problem[] {
  const palettes = palettesOf(theme);
  const chosen = chosenColours(theme);
  return (['light', 'dark'] as const).flatMap((mode) => {
    const found = pairs.flatMap(([name, ground]) => {
      const own = [name, ground].find((colour) => chosen[mode][colour as ColourName] !== undefined);
      if (own === undefined) return [];
      const ratio = contrast(palettes[mode][name], palettes[mode][ground]);
      return ratio < least ? [{ own, problem: toProblem(name, ground, palettes[mode], ratio) }] : [];
    });
    const first = new Map(found.toReversed().map((one) => [one.own, one.problem]));
    return [...first].map(([own, problem]) => ({ ...problem, place: file.place(pathOf(own, mode, theme)) }));
  });
}

function toProblem(
  name: ColourName,
  ground: ColourName,
  palette: Palette,
  ratio: number,
): Omit<Problem, 'place'> {
  const better = readable(palette[name], palette[ground]);
  return {
    rule: 'site/contrast',
    severity: 'error',
    message: `Unexpected contrast of ${shown(ratio)} to 1 of \`${name}\` ${palette[name]} on \`${ground}\` ${palette[ground]}, expected at least ${least} to 1.`,
    help: `Nearest to it that can be read there: ${better}.`,
  };
}

// Rounded down: what is shown as enough has to be enough.
function shown(ratio: number): string {
  return (Math.floor(ratio * 100) / 100).toFixed(2);
}

function pathOf(name: string, mode: 'light' | 'dark', theme: SiteFile['theme']): string[] {
  const map = mode === 'light' ? 'colours' : 'coloursDark';
  const isShort = name === 'accent' && theme?.[map]?.accent === undefined;
  if (isShort) return ['theme', mode === 'light' ? 'accent' : 'accentDark'];
  return ['theme', map, name];
}

/** The contrast of two colours: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

// https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channelsOf(colour: string): number[] {
  const digits = colour.slice(1);
  const full = digits.length === 3 ? digits.replaceAll(/./g, '$&$&') : digits;
  return [0, 2, 4].map((start) => Number.parseInt(full.slice(start, start + 2), 16));
}

// The same hue, made darker or lighter step by step.
function readable(colour: string, ground: string): string {
  const end = luminance(ground) > 0.18 ? 0 : 255;
  const channels = channelsOf(colour);
  const steps = Array.from({ length: 101 }, (_, step) =>
    channels.map((channel) => Math.round(channel + ((end - channel) * step) / 100)),
  ).map((mixed) => `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`);
  return steps.find((step) => contrast(step, ground) >= least) ?? (end === 0 ? '#000000' : '#ffffff');
}
