import type { PolicyEntry, ProductEntry } from '../compile/compile-model.ts';
import { absoluteAddress } from '../resolve/address.ts';
import type { Library } from '../site/library.ts';
import { formerPlaces } from '../site/redirects.ts';

/** What a format writes one file of: the site, each product, policy, published version, and file of a history. */
type Subjects = {
  site: Library['site'];
  product: ProductEntry;
  policy: PolicyEntry;
  version: { entry: PolicyEntry; id: string };
  record: { path: string };
};

type ExporterOf<S extends keyof Subjects> = {
  id: string;
  scope: S;
  /** The name of each file, beside the page of what it is of; that of a version holds `[version]`, its id. */
  file: string;
  mediaType: string;
  /** Whether the sitemap lists its files. */
  isListed?: boolean;
  /** Whether a site with these settings has it: every site, unless told. */
  isWanted?(settings: Pick<Library['site'], 'inspect' | 'search'>): boolean;
  write(library: Library, subject: Subjects[S]): string;
  /** What changes when the text of a file does, where that is known without writing it. */
  key?(library: Library, subject: Subjects[S]): string;
};

/** A format in which policies can be had beside their pages. */
export type Exporter = { [S in keyof Subjects]: ExporterOf<S> }[keyof Subjects];

/** One file of a format: the parameters of its address, and what changes when its text does, where that is known. */
export type ExportedFile = {
  params: Record<string, string>;
  key?: string;
  isFormer?: boolean;
  write(): string;
};

const folders = {
  site: '/',
  product: '/[product]/',
  policy: '/[product]/[slug]/',
  version: '/[product]/[slug]/',
  record: '/[product]/[slug]/',
};

/** The address of a format's files, with the names of its parameters in brackets. */
export function routeOf({ scope, file }: Exporter): string {
  return folders[scope] + file;
}

/** The absolute address of one file. */
export function addressOf(exporter: Exporter, file: ExportedFile, { site }: Library): string {
  return absoluteAddress(site.url, `/${fileOf(exporter, file)}`);
}

/** Where one file lies in a site. */
export function fileOf(exporter: Exporter, { params }: Pick<ExportedFile, 'params'>): string {
  return routeOf(exporter)
    .slice(1)
    .replaceAll(/\[(\w+)\]/g, (_, name: string) => params[name] ?? '');
}

/** Every file of a format, those at addresses that policies had before included: programs follow no page that leads on. */
export function filesOf(exporter: Exporter, library: Library): ExportedFile[] {
  if (exporter.isWanted && !exporter.isWanted(library.site)) return [];
  return ownFilesOf(exporter, library).flatMap((file) => [file, ...formerFiles(file, library)]);
}

function formerFiles(file: ExportedFile, library: Library): ExportedFile[] {
  return formerPlaces(library, file.params).map((place) => ({
    ...file,
    params: { ...file.params, ...place },
    isFormer: true,
  }));
}

function ownFilesOf(exporter: Exporter, library: Library): ExportedFile[] {
  const entries = library.products.flatMap(({ policies }) => policies);
  switch (exporter.scope) {
    case 'site':
      return [fileWith(exporter, library, library.site, {})];
    case 'product':
      return library.products.map((product) => fileWith(exporter, library, product, { product: product.id }));
    case 'policy':
      return entries.map((entry) =>
        fileWith(exporter, library, entry, { product: entry.product, slug: entry.slug }),
      );
    case 'version':
      return entries.flatMap((entry) => versionFiles(exporter, library, entry));
    case 'record':
      return entries.flatMap((entry) => recordFiles(exporter, library, entry));
  }
}

function fileWith<S extends keyof Subjects>(
  { write, key }: ExporterOf<S>,
  library: Library,
  subject: Subjects[S],
  params: ExportedFile['params'],
): ExportedFile {
  return {
    params,
    ...(key && { key: key(library, subject) }),
    write: () => write(library, subject),
  };
}

function versionFiles(exporter: ExporterOf<'version'>, library: Library, entry: PolicyEntry): ExportedFile[] {
  const { product, slug, versions } = entry;
  return versions
    .filter(({ isProposed }) => !isProposed)
    .map(({ id }) => fileWith(exporter, library, { entry, id }, { product, slug, version: id }));
}

function recordFiles(exporter: ExporterOf<'record'>, library: Library, entry: PolicyEntry): ExportedFile[] {
  const { product, slug, chain } = entry;
  return chain.files.map(({ name, path }) =>
    fileWith(exporter, library, { path }, { product, slug, version: name }),
  );
}
