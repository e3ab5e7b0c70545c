import type { PublishedSite } from '../src/versions/published-site.ts';

/** The texts of a built site, by their paths. */
export type Files = Map<string, string>;

/** An edit of some of them. */
export type Change = (files: Files) => void;

/** The files of a built site as a site that is published. */
export function siteOf(files: Files): PublishedSite {
  return {
    root: 'dist',
    paths: [...files.keys()].sort(),
    strays: [],
    read: (path) => new TextEncoder().encode(files.get(path)),
  };
}

/** The text of a file that has to be there. */
export function textOf(files: Files, path: string): string {
  const text = files.get(path);
  if (text === undefined) throw new Error(`No ${path} among ${[...files.keys()].join(', ')}`);
  return text;
}

/** Replaces what has to stand in a file. */
export function replace(path: string, from: string | RegExp, to: string): Change {
  return (files) => {
    const text = textOf(files, path);
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`No ${from} in ${path}:\n${text.slice(0, 6000)}`);
    files.set(path, changed);
  };
}
