import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { siteFile } from '../schemas/site.ts';
import { parseYaml } from '../src/read/parse.ts';
import { brandOf, brandStyles } from '../src/site/brand.ts';
import { contrast, contrastProblems, markStrength } from '../src/theme/contrast.ts';
import { palettesOf } from '../src/theme/palette.ts';
import { root } from './command.ts';

const around = 'name: Shop\nurl: https://example.com/legal/\nlanguages: [en]\n';

function problemsOf(theme: string): string[] {
  const text = `${around}${theme}`;
  const file = parseYaml('site.yaml', Buffer.from(text));
  return contrastProblems(file, siteFile.parse(file.value)).map(
    ({ place, message, help }) => `${place.line}: ${message} ${help}`,
  );
}

test('measures contrast as WCAG does', () => {
  expect(contrast('#000', '#fff')).toBe(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

test('refuses a colour nobody can read, at its line, with the nearest that can be read', () => {
  expect(problemsOf('theme: { accent: "#1c4f7c" }\n')).toEqual([]);
  expect(problemsOf('theme:\n  accent: "#7fb6f0"\n')).toEqual([
    '5: Unexpected contrast of 2.07 to 1 of `accent` #7fb6f0 on `paper` #fdfcfa, expected at least 4.5 to 1. The nearest `accent` that can be read on all it stands on: #476686.',
  ]);
  expect(problemsOf('theme:\n  coloursDark:\n    tint: "#888888"\n')[0]).toMatch(
    /^6: Unexpected contrast of [\d.]+ to 1 of `ink` #e9e5de on `tint` #888888/,
  );
  expect(problemsOf('theme:\n  colours:\n    masthead: "#222222"\n')).toEqual([
    expect.stringMatching(/^6: Unexpected contrast of [\d.]+ to 1 of `mastheadInk`/),
  ]);
});

test('a mark of a comparison is part of what text stands on', () => {
  expect(problemsOf('theme:\n  colours:\n    quiet: "#6c6c6c"\n')).toEqual([
    expect.stringMatching(
      /^6: Unexpected contrast of 4\.48 to 1 of `quiet` #6c6c6c on `paper` #fdfcfa marked as `added` #13522f/,
    ),
  ]);
  const dark = 'paper: "#1b1b1b", tint: "#222222", ink: "#ffffff", quiet: "#dddddd", rule: "#444444"';
  const links = 'accent: "#ffffff", visited: "#ffffff", caution: "#ffffff"';
  expect(problemsOf(`theme: { colours: { ${dark}, ${links} } }\n`)).toEqual([
    expect.stringContaining('of `added` #13522f on `paper` #1b1b1b, expected'),
    expect.stringContaining('of `removed` #891e27 on `paper` #1b1b1b, expected'),
  ]);
});

test('where a colour is to be read on light and on dark, the grounds are to be chosen anew', () => {
  expect(problemsOf('theme:\n  colours:\n    tint: "#222222"\n')[0]).toMatch(
    /No `ink` can be read on all it stands on: choose `paper` and `tint` both light, or both dark\.$/,
  );
});

test('the colours it knows are those of the stylesheet', () => {
  const css = readFileSync(join(root, 'src/astro/styles/site.css'), 'utf8');
  const [lightCss = '', darkCss = ''] = css.split('@media (prefers-color-scheme: dark)');
  const { light, dark } = palettesOf(undefined);
  for (const [palette, text] of [
    [light, lightCss],
    [dark, darkCss.slice(0, 600)],
  ] as const)
    for (const [name, value] of Object.entries(palette).filter(([own]) => !own.startsWith('masthead')))
      expect(text).toContain(`--${name}: ${value};`);
  for (const mark of ['added', 'removed'])
    expect(css).toContain(`color-mix(in srgb, var(--${mark}) ${markStrength * 100}%, transparent)`);
});

test('every ready theme can be read', () => {
  const themes = globSync('docs/themes/*.yaml', { cwd: root });
  expect(themes.length).toBe(3);
  for (const name of themes)
    expect(problemsOf(readFileSync(join(root, name), 'utf8').replace(/^#.*\n/, ''))).toEqual([]);
});

const branded = siteFile.parse(
  parse(`${around}imprint: Shop Ltd, *Galway*.
masthead: [{ label: Back to the shop, url: https://example.com/ }]
theme:
  accent: "#1c4f7c"
  logo: /logo.svg
  favicon: /icons/tab.svg
  image: /card.png
  fonts: { text: [{ file: /fonts/own.woff2 }, { file: /fonts/own-italic.woff2, italic: true }] }
`),
);

test('a brand carries the path the site lives under', () => {
  expect(brandOf(branded)).toEqual({
    logo: '/legal/logo.svg',
    favicon: '/legal/icons/tab.svg',
    image: 'https://example.com/legal/card.png',
    colours: { light: '#fdfcfa', dark: '#181716' },
    masthead: [{ label: 'Back to the shop', url: 'https://example.com/' }],
    footer: [],
    imprint: '<p>Shop Ltd, <em>Galway</em>.</p>',
  });
  expect(brandStyles(branded)).toEqual([
    '@font-face { font-family: "site-text"; src: url("/legal/fonts/own.woff2"); font-weight: 400; font-style: normal; font-display: swap; }',
    '@font-face { font-family: "site-text"; src: url("/legal/fonts/own-italic.woff2"); font-weight: 400; font-style: italic; font-display: swap; }',
    ':root { --text: "site-text", serif; }',
    ':root { --accent: #1c4f7c; }',
  ]);
});
