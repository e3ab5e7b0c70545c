import type { Dated, Placed } from './timeline.ts';

/** The data for search engines of a page that shows a version: which it is, when it was written, and when it binds. */
export function versionData(
  { temporalCoverage: _written, ...data }: Record<string, unknown>,
  version: Placed<Dated>,
  url: string,
): Record<string, unknown> {
  const { id, date, released, from, until, neverInForce, isProposed } = version;
  const isBinding = !neverInForce && !isProposed;
  return {
    ...data,
    url,
    version: id,
    dateModified: date,
    ...(released && { datePublished: released }),
    ...(isBinding && { temporalCoverage: `${from}/${until ?? '..'}` }),
  };
}
