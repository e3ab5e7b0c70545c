import type { SiteFile } from '../../schemas/site.ts';
import type { Problem } from '../problem.ts';
import type { ParsedFile } from '../read/parse.ts';
import { type ColourName, chosenColours, type Palette, palettesOf } from './palette.ts';

/** https://www.w3.org/TR/WCAG22/#contrast-minimum: text that is not large. */
const least = 4.5;

/** A colour of text, and what it stands on: paper or tint, as it is or behind words that a comparison marks. */
type Pair = { name: ColourName; ground: ColourName; mark?: ColourName };

/** How much of its colour a mark lays over what it stands on. The same as in site.css: a test compares. */
export const markStrength = 0.08;

const grounds: Omit<Pair, 'name'>[] = (['paper', 'tint'] as const).flatMap((ground) => [
  { ground },
  { ground, mark: 'added' as const },
  { ground, mark: 'removed' as const },
]);

/** What is written on what. */
export const pairs: Pair[] = [
  ...(['ink', 'quiet', 'accent', 'visited', 'caution', 'added', 'removed'] as const).flatMap((name) =>
    grounds.map((ground) => ({ name, ...ground })),
  ),
  { name: 'mastheadInk', ground: 'masthead' },
];

/** The contrast of a pair in a palette. */
export function contrastOf(pair: Pair, palette: Palette): number {
  return contrast(palette[pair.name], groundOf(pair, palette));
}

function groundOf({ ground, mark }: Pair, palette: Palette): string {
  const own = channelsOf(palette[ground]);
  const over = mark ? channelsOf(palette[mark]) : own;
  return hexOf(own.map((channel, index) => channel + ((over[index] ?? channel) - channel) * markStrength));
}

/** What a pair stands on, as the keys of site.yaml name it. */
export function groundName({ ground, mark }: Pair, palette: Palette): string {
  return `\`${ground}\` ${palette[ground]}${mark ? ` marked as \`${mark}\` ${palette[mark]}` : ''}`;
}

/** Reports the colours of a site that nobody can read on what they stand on, each where it is written. */
export function contrastProblems(file: ParsedFile, { theme }: SiteFile): Problem[] {
  const palettes = palettesOf(theme);
  const chosen = chosenColours(theme);
  return (['light', 'dark'] as const).flatMap((mode) => {
    const found = pairs.flatMap((pair) => {
      const named = [pair.name, pair.ground, ...(pair.mark ? [pair.mark] : [])];
      const own = named.find((colour) => chosen[mode][colour] !== undefined);
      // What is no colour is told as that: it has no contrast.
      const isUnread = contrastOf(pair, palettes[mode]) < least;
      if (own === undefined || !isUnread) return [];
      const place = file.place(pathOf(own, mode, theme));
      return [{ name: pair.name, problem: { ...toProblem(pair, palettes[mode]), place } }];
    });
    // One for each colour of text: what makes it readable on one ground is looked for on all.
    return [...new Map(found.toReversed().map((one) => [one.name, one.problem])).values()].toReversed();
  });
}

function toProblem(pair: Pair, palette: Palette): Omit<Problem, 'place'> {
  const { name } = pair;
  const ratio = contrastOf(pair, palette);
  return {
    rule: 'site/contrast',
    severity: 'error',
    message: `Unexpected contrast of ${shown(ratio)} to 1 of \`${name}\` ${palette[name]} on ${groundName(pair, palette)}, expected at least ${least} to 1.`,
    help: helpFor(name, palette),
  };
}

function helpFor(name: ColourName, palette: Palette): string {
  const under = pairs.filter((pair) => pair.name === name).map((pair) => groundOf(pair, palette));
  const better = readable(palette[name], under);
  return better
    ? `The nearest \`${name}\` that can be read on all it stands on: ${better}.`
    : `No \`${name}\` can be read on all it stands on: choose \`paper\` and \`tint\` both light, or both dark.`;
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

function hexOf(channels: readonly number[]): string {
  return `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}

// The same hue, made darker or lighter step by step; nothing where that never is enough.
function readable(colour: string, grounds: readonly string[]): string | undefined {
  const [first = '#ffffff'] = grounds;
  const end = luminance(first) > 0.18 ? 0 : 255;
  const channels = channelsOf(colour);
  const steps = Array.from({ length: 101 }, (_, step) =>
    hexOf(channels.map((channel) => channel + ((end - channel) * step) / 100)),
  );
  return steps.find((step) => grounds.every((ground) => contrast(step, ground) >= least));
}
