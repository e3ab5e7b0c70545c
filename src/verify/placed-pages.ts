import type { Nodes } from 'hast';
import type { PolicyEntry } from '../compile/compile-model.ts';
import type { Problem } from '../problem.ts';
import type { Library } from '../site/library.ts';
import { findStanding } from '../site/library.ts';
import { textDifference } from '../versions/page-texts.ts';
import { type SiteFiles, siteProblem } from '../versions/published-site.ts';
import { onDay } from './open-published.ts';
import { type Place, placeOf, shownPlace } from './page-place.ts';

// A site is made on one day, and no page says which. So the place in time that pages tell has to be that of some day,
// and of one and the same for all of them.

/** The days from one on which something changes until the next, and what pages of a policy say otherwise on them. */
type Spell = { from: string; faults: Problem[] };

/** Reports pages that say of versions what is so on no day, or on another than the other pages. */
export function placeProblems(
  site: SiteFiles,
  library: Library,
  read: (path: string) => Nodes | undefined,
): Problem[] {
  const entries = library.products.flatMap(({ policies }) => policies);
  const all = entries.map((entry) => ({ entry, spells: spellsOf(site, library, entry, read) }));
  const wrong = all.filter(({ spells }) => spells.every(({ faults }) => faults.length > 0));
  const right = all.filter((one) => !wrong.includes(one));
  const days = [...new Set(all.flatMap(({ spells }) => spells.map(({ from }) => from)))].sort();
  const faultsOn = (day: string) =>
    right.flatMap(({ spells }) => spells.findLast(({ from }) => from <= day)?.faults ?? []);
  return [
    ...wrong.flatMap(({ spells }) => fewest(spells.map(({ faults }) => faults))),
    ...fewest(days.map(faultsOn)),
  ];
}

function fewest(all: readonly Problem[][]): Problem[] {
  return all.reduce<Problem[]>((least, own) => (own.length < least.length ? own : least), all[0] ?? []);
}

function spellsOf(
  site: SiteFiles,
  library: Library,
  entry: PolicyEntry,
  read: (path: string) => Nodes | undefined,
): Spell[] {
  const name = `${entry.product}/${entry.slug}`;
  const isOurLayout = !library.project.parts.includes('Layout');
  const keys = isOurLayout ? [...besideText, ...ofLayout] : besideText;
  const shown = new Map<string, Place>();
  const placeOn = (path: string) => {
    const page = shown.has(path) ? undefined : read(path);
    if (page) shown.set(path, shownPlace(page));
    return shown.get(path);
  };
  const others = library.products.flatMap(({ policies }) =>
    policies.filter((other) => isNamedBy(entry, other)),
  );
  return daysOf([entry, ...others]).map((from) => {
    const own = onDay(library, [entry, ...others], from);
    const standing = findStanding(own, entry);
    const { versions, current } = standing;
    const pages = [
      ...versions.map((version) => ({ version, path: `${name}/${version.id}/index.html`, isCurrent: false })),
      ...(current ? [{ version: current, path: `${name}/index.html`, isCurrent: true }] : []),
    ];
    const faults = pages.flatMap(({ version, path, isCurrent }) => {
      const place = placeOn(path);
      const expected = placeOf(own, standing, version, isCurrent);
      return place ? differences(site, path, { shown: place, expected, keys }) : [];
    });
    return { from, faults };
  });
}

// A policy that ended says which took its place, by the title that has on the day.
function isNamedBy({ product, acts }: PolicyEntry, other: PolicyEntry): boolean {
  return (
    other.product === product && acts.some((act) => act.type === 'retirement' && act.instead === other.slug)
  );
}

// Between two of these days nothing changes.
function daysOf(entries: readonly PolicyEntry[]): string[] {
  const changes = entries.flatMap(({ versions, acts }) => [
    ...versions.flatMap(({ starts, released }) => [...starts.map(({ from }) => from), released ?? '']),
    ...acts.map((act) => (act.type === 'retirement' ? act.on : act.day)),
  ]);
  return [...new Set(['0001-01-01', ...changes])].filter(Boolean).sort();
}

const besideText = ['name', 'dates', 'banners', 'about'] as const;
const ofLayout = ['head', 'running'] as const;

type Compared = { shown: Place; expected: Place; keys: readonly (keyof Place)[] };

function differences(site: SiteFiles, path: string, { shown, expected, keys }: Compared): Problem[] {
  return keys.flatMap((key) => {
    const difference = textDifference(expected[key], shown[key]);
    if (!difference) return [];
    const found = {
      unexpected: `\`${difference.shown}\``,
      expected: `\`${difference.recorded}\` as its records say`,
    };
    return [siteProblem(site, path, 'site/page', found)];
  });
}
