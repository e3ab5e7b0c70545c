import type { Cookie } from '../../../schemas/disclosures/cookies.ts';
import { namePiece } from '../../disclosures/cookies/name.ts';
import { shownLifetime } from '../../disclosures/cookies/page.ts';
import { longestOf, secondsIn } from '../../time/period.ts';
import { fact, joined, label, type Shown, words as say } from '../cell.ts';
import { type GlanceContext, type Line, lines, rest, row } from './line.ts';

type Stored = [id: string, cookie: Cookie];

/** How many entries the lists of cookies have, and how many of each category. */
export function storedLine({ policy, words, places }: GlanceContext): Line {
  const { cookies, categories } = policy.facts;
  const all = typeof cookies === 'object' ? Object.values(cookies) : [];
  const question = all.every(isStored) ? words.glances.stored : words.glances.storedOrUsed;
  if (all.length === 0) return [question, undefined];
  const known = typeof categories === 'object' ? Object.entries(categories) : [];
  const byCategory = Map.groupBy(all, ({ category }) => category);
  const countOf = (id: string) => byCategory.get(id)?.length ?? 0;
  const kinds = known.map(([id, category]) => {
    const count = countOf(id);
    const href = places.section(`cookies.${id}`, 'cookies')?.href ?? places.row('categories', id);
    const name = label(`categories.${id}.label`, category.label, href);
    return count > 0 ? joined([name, fact('cookies', `(${count})`)], ' ') : undefined;
  });
  const others = known.reduce((left, [id]) => left - countOf(id), all.length);
  const total = fact('cookies', words.glances.entries(all.length), places.section('cookies')?.href);
  if (others === all.length) return [question, total];
  const remaining = others > 0 ? fact('cookies', words.glances.otherEntries(others)) : undefined;
  return [question, joined([total, row([...kinds, remaining])], ': ')];
}

// A pixel is on a page, an identifier in an address: neither is kept on a device.
const storage: ReadonlySet<string> = new Set(['cookie', 'local-storage', 'session-storage', 'indexed-db']);

function isStored({ type = 'cookie' }: Cookie): boolean {
  return storage.has(type);
}

/** Which cookies stay longest, where each has a length and all can be compared; else how long they stay. */
export function lifetimeLine(context: GlanceContext): Line {
  const { glances } = context.words;
  const { cookies } = context.policy.facts;
  const all = typeof cookies === 'object' ? Object.entries(cookies) : [];
  const lengths = all.flatMap(([, { expires }]) => expires ?? []);
  const longest = lengths.length === all.length ? longestOf(lengths) : undefined;
  if (longest && all.length > 1) {
    const stored = longest.flatMap((index) => (all[index] ? [all[index]] : []));
    return [glances.longestLifetime, lifetime(stored, context)];
  }
  const groups = lifetimeGroups(all).slice(0, few);
  if (groups.length === 0) return [glances.lifetimes, undefined];
  const shown = groups.map((group) => lifetime(group, context));
  const left = rest(lengths.length - groups.flat().length, context, 'cookies');
  // What has no length stated, or stays nowhere as a pixel, is no more of the same.
  const href = context.places.section('cookies')?.href;
  const unstated = lengths.length < all.length ? say(glances.noTime, href) : undefined;
  return [glances.lifetimes, lines([...shown, left, unstated])];
}

const few = 4;

// Those that stay equally long together. A session is not the same for all technologies.
function lifetimeGroups(all: readonly Stored[]): Stored[][] {
  const groups = Map.groupBy(
    all.filter(([, { expires }]) => expires !== undefined),
    ([, { expires, type }]) => (expires === 'session' ? `session ${type}` : expires),
  );
  const told = [...groups.values()].map((group) => ({ group, ...endOf(group) }));
  return told.sort((a, b) => a.rank - b.rank || b.seconds - a.seconds).map(({ group }) => group);
}

function lifetime(stored: readonly Stored[], context: GlanceContext): Shown {
  const [first] = stored;
  if (!first) return undefined;
  const names = stored
    .slice(0, few)
    .map(([id, cookie]) => namePiece(cookie, `cookies.${id}`, context.places.row('cookies', id)));
  const length = shownLifetime(first[1], `cookies.${first[0]}`, context);
  return joined([length, row([...names, rest(stored.length - names.length, context, 'cookies')])], ': ');
}

// Those without a set end come first, and those that end with a session last.
const ends = ['until deleted', 'persistent', 'until sign-out', 'period', 'session'];

function endOf([first]: readonly Stored[]): { rank: number; seconds: number } {
  const expires = first?.[1].expires ?? '';
  const rank = ends.indexOf(expires);
  // What nobody can measure may be the longest.
  const seconds = secondsIn(expires) ?? Number.MAX_VALUE;
  return { rank: rank < 0 ? ends.indexOf('period') : rank, seconds };
}
