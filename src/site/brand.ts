import type { SiteFile } from '../../schemas/site.ts';
import { absoluteAddress, basePath } from '../resolve/address.ts';
import { renderProse } from '../text/prose.ts';
import { chosenColours, palettesOf, propertiesOf } from '../theme/palette.ts';

/** A link of the masthead or the footer. */
type SiteLink = { label: string; url: string };

/** What of every page is the publisher's own: pictures, colours, links, and who it is. */
export type Brand = {
  /** Paths on the host. */
  logo?: string;
  favicon?: string;
  /** An absolute address, since other sites ask for it. */
  image?: string;
  /** The colour of the masthead, which browsers show around the page. */
  colours: { light: string; dark: string };
  masthead: readonly SiteLink[];
  footer: readonly SiteLink[];
  /** HTML. */
  imprint?: string;
  publisher?: { name: string; url?: string | undefined; email?: string | undefined };
};

/** The brand of a site, with the path the site lives under. */
export function brandOf({ url, theme, masthead = [], footer = [], imprint, publisher }: SiteFile): Brand {
  const base = basePath(url);
  const { light, dark } = palettesOf(theme);
  return {
    ...(theme?.logo && { logo: base + theme.logo }),
    ...(theme?.favicon && { favicon: base + theme.favicon }),
    ...(theme?.image && { image: absoluteAddress(url, theme.image) }),
    colours: { light: light.masthead, dark: dark.masthead },
    masthead,
    footer,
    ...(imprint && { imprint: renderProse(imprint, { wrap: 'block' }) }),
    ...(publisher && { publisher }),
  };
}

/** The rules of the stylesheet that follow from site.yaml: fonts, and colours on light and dark paper. */
export function brandStyles({ url, theme }: SiteFile): string[] {
  const { light, dark } = chosenColours(theme);
  const fonts = Object.entries(theme?.fonts ?? {});
  const rules = fonts.flatMap(([name, files = []]) => [
    ...files.map(
      ({ file, weight = 400, italic = false }) =>
        `@font-face { font-family: "site-${name}"; src: url("${basePath(url)}${file}"); font-weight: ${weight}; font-style: ${italic ? 'italic' : 'normal'}; font-display: swap; }`,
    ),
    `:root { --${name}: "site-${name}", ${name === 'labels' ? 'sans-serif' : 'serif'}; }`,
  ]);
  return [
    ...rules,
    ...(Object.keys(light).length > 0 ? [`:root { ${propertiesOf(light)} }`] : []),
    ...(Object.keys(dark).length > 0
      ? [`@media (prefers-color-scheme: dark) { :root { ${propertiesOf(dark)} } }`]
      : []),
  ];
}

/** The files in `public/` that the look of a site names, by where site.yaml names them. */
export function brandFiles({ theme }: SiteFile): { path: (string | number)[]; file: string }[] {
  const pictures = (['logo', 'favicon', 'image'] as const).flatMap((name) =>
    theme?.[name] ? [{ path: ['theme', name], file: theme[name] }] : [],
  );
  const fonts = Object.entries(theme?.fonts ?? {}).flatMap(([name, files = []]) =>
    files.map(({ file }, index) => ({ path: ['theme', 'fonts', name, index, 'file'], file })),
  );
  return [...pictures, ...fonts];
}
