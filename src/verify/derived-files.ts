import { exporters } from '../exporters/all.ts';
import { addressOf, type Exporter, filesOf } from '../exporters/exporter.ts';
import type { Problem } from '../problem.ts';
import { basePath } from '../resolve/address.ts';
import type { Library } from '../site/library.ts';
import { headersFile } from '../site/security.ts';
import { type SiteFiles, siteProblem } from '../versions/published-site.ts';
import { onDay } from './open-published.ts';

/**
 * Reports the files that follow from the records of a site alone and are not what these say: the list of versions, feeds,
 * texts as Markdown, the schemas, and what tells hosts and programs about the site.
 */
export function derivedProblems(site: SiteFiles, library: Library): Problem[] {
  const own = onDay(
    library,
    library.products.flatMap(({ policies }) => policies),
    firstDay,
  );
  const files = exporters.filter(isDerived).flatMap((exporter) =>
    filesOf(exporter, own)
      .filter(({ isFormer }) => !isFormer || exporter.scope !== 'product')
      .map((file) => ({ path: pathOf(exporter, file, own), text: file.write() })),
  );
  return [...files, { path: '_headers', text: headersFile() }].flatMap(({ path, text }) => {
    const shown = site.findText(path);
    if (shown === text) return [];
    const unexpected = shown === undefined ? 'absence' : 'content';
    return [
      siteProblem(site, path, 'site/page', { unexpected, expected: 'what the records of the site say' }),
    ];
  });
}

// What the list and the feeds say is the same on every day.
const firstDay = '0001-01-01';

// The stylesheet and the map of the site hold more than records say, what is in force is so on a day; of records it is known
// already what they are.
const others = new Set(['search-index', 'sitemap', 'stylesheet', 'record', 'redirects']);

function isDerived({ id }: Exporter): boolean {
  return !others.has(id);
}

function pathOf(exporter: Exporter, file: Parameters<typeof addressOf>[1], library: Library): string {
  const { pathname } = new URL(addressOf(exporter, file, library));
  return decodeURIComponent(pathname.slice(basePath(library.site.url).length + 1));
}
