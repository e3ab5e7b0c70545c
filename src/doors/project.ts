import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { siteFile } from '../../schemas/site.ts';
import { type PagePart, pagePartNames } from '../../schemas/version-list.ts';
import { parseYaml } from '../read/parse.ts';
import { isMap } from '../read/shape.ts';
import { basePath } from '../resolve/address.ts';
import { today } from './clock.ts';
import { findFiles, readIfPlain } from './disk.ts';
import { compilerVersion, packageFolder } from './package.ts';

/**
 * Where everything lies and which day it is: settled once, where a command or Astro begins, and handed down from there.
 * All paths are absolute, and the value survives JSON, since pages read it from a file.
 */
export type Project = {
  root: string;
  policies: string;
  /** The project's own parts of the site: its look, its parts of a page, its pages. */
  site: string;
  /** The parts of a page that are the project's own, in place of ours. */
  parts: readonly PagePart[];
  /** The paths, in the site that is built, of the pages that are the project's own. */
  pages: readonly string[];
  /** The files that are copied to the site as they are: `public`, or `site/public` where there is one. */
  public: string;
  /** What can be made again, of this project alone. */
  cache: string;
  /** Where the person stands: paths in messages count from here. */
  here: string;
  /** The package's folder, with our code, pages and stylesheet. */
  tool: string;
  /** The digest of that code. */
  compiler: string;
  /** The path below which the site is published: empty, or `/` and no `/` at its end. */
  base: string;
  /** The path at which its pages stand in the site they are part of: empty where they are the whole of it. */
  prefix: string;
  /** The day that counts as today, in the time zone of the site; `YYYY-MM-DD`. */
  today: string;
  /** Whether its pages are served while it is edited: then the handbook is at hand. */
  isEdited?: true;
  /** Whether its pages are part of a site that has others: the handbook for editors is not among them. */
  isPart?: true;
  /** The digest of what a build has checked: its pages are made of nothing else. */
  checked?: string;
};

/** The project in a folder, seen from where the person stands. Its policies lie in `policies` unless told otherwise. */
export function projectAt(
  folder: string,
  { policies = join(folder, 'policies'), asOf }: { policies?: string; asOf?: string } = {},
): Project {
  const { timeZone, base } = siteFacts(resolve(policies));
  return {
    root: resolve(folder),
    policies: resolve(policies),
    site: resolve(folder, 'site'),
    parts: pagePartNames.filter((name) => existsSync(join(folder, 'site', `${name}.astro`))),
    pages: ownPagePaths(resolve(folder, 'site/pages')),
    public: publicFolder(resolve(folder)),
    cache: resolve(folder, '.policybook'),
    here: process.cwd(),
    tool: packageFolder,
    compiler: compilerVersion(resolve(folder)),
    base,
    prefix: '',
    today: asOf ?? today(timeZone),
  };
}

// What Astro leaves out has none, nor has a page whose address is a pattern.
function ownPagePaths(folder: string): string[] {
  const files = existsSync(folder) ? findFiles(folder) : [];
  return files
    .map(({ path }) => path)
    .filter((path) => /\.(astro|mdx?|html)$/.test(path) && !/(^|\/)_|\[/.test(path))
    .map((path) => path.replace(/\.[a-z]+$/, '').replace(/(^|\/)index$/, ''))
    .map((address) => (address === '404' ? '404.html' : `${address}/index.html`.replace(/^\//, '')))
    .sort();
}

function publicFolder(root: string): string {
  const inSite = join(root, 'site/public');
  return existsSync(inSite) ? inSite : join(root, 'public');
}

/** Whether the pages of a project include the handbook for editors. */
function hasHandbook({ policies, isEdited, isPart }: Project): boolean {
  return !isPart && (isEdited === true || settingsOf(policies).handbook === true);
}

/** Whether a project has code of its own among its parts of the site: it can import anything, from anywhere. */
export function hasOwnCode({ site }: Project): boolean {
  const files = existsSync(site) ? findFiles(site) : [];
  return files.some(({ path }) => /\.(astro|mdx?|[cm]?[jt]sx?)$/.test(path) || path.startsWith('pages/'));
}

/** Which pages and scripts that a site can do without its site.yaml asks for. */
export function wishesOf({ policies }: Project): { inspect: boolean; search: boolean } {
  const { inspect, search } = settingsOf(policies);
  return { inspect: inspect === true, search: search === true };
}

/** The folders of pages that a project does without: the handbook and the search, where its site.yaml does not ask for them. */
export function partsLeftOut(project: Project): string[] {
  return [...(hasHandbook(project) ? [] : ['handbook']), ...(wishesOf(project).search ? [] : ['search'])];
}

// What is no time zone or no address is a fault of the file, and told as one.
function siteFacts(policies: string): { timeZone: string; base: string } {
  const { timeZone, url } = siteFile.shape;
  const facts = settingsOf(policies);
  const zone = timeZone.safeParse(facts.timeZone).data;
  const address = url.safeParse(facts.url).data;
  return { timeZone: zone ?? 'UTC', base: address === undefined ? '' : basePath(address) };
}

// Before anything is compiled.
function settingsOf(policies: string): Record<string, unknown> {
  const file = join(policies, 'site.yaml');
  const bytes = readIfPlain(file);
  const { value } = bytes ? parseYaml(file, bytes) : {};
  return isMap(value) ? value : {};
}
