import { dayAfter, dayBefore } from '../time/day.ts';

// The place of every version in time, worked out once: the head of its page, its banner, history, feeds, manifest and
// the data for search engines all read what stands here. Days are `YYYY-MM-DD`.

/** Where a version stands on a given day. A proposed one is not published yet; `in-part` still binds some groups. */
export type Status =
  | 'proposed'
  | 'upcoming'
  | 'in-force'
  | 'in-part'
  | 'superseded'
  | 'replaced'
  | 'withdrawn'
  | 'ended';

/** From when a version binds: everybody, or the people of one group, in the authors' words. */
type Start = { group?: string; from: string };

/** The days a version binds everybody, or a group; `until` may be open. */
export type Span = Start & { until?: string };

/** What of a version decides its place in time. */
export type Dated = {
  /** The date of its text, and `.2` for the second of that day: its name and address. */
  id: string;
  date: string;
  /** As the authors say it; at least one. */
  starts: readonly Start[];
  /** The day it was published, where its record says so. */
  released?: string;
  isProposed: boolean;
  /** Why it binds from a day before it was published. */
  retroactive?: string;
  /** The announced version whose place it takes. */
  insteadOf?: string;
  /** The version it only corrects. */
  corrects?: string;
};

/** What happened to versions of a policy, or to the policy, apart from new texts. */
export type Act =
  | { type: 'withdrawal'; version: string; day: string; because: string }
  | { type: 'notice'; version: string; day: string; notified: string }
  | { type: 'retirement'; day: string; on: string; because: string; instead?: string }
  | { type: 'rename'; day: string; from: string };

/** A version with its place in time. */
export type Placed<T extends Dated> = Omit<T, 'starts'> & {
  status: Status;
  /** From when it binds: never before it was published, unless its authors say why. */
  starts: Start[];
  /** The first day it binds anybody. */
  from: string;
  /** The days it binds each group that it binds, or everybody; none where it never does. */
  spans: Span[];
  /** The same days as readers are told them, where groups that it does not name are bound longer than the others. */
  days?: Span[];
  /** The last day it binds anybody, where that is known. */
  until?: string;
  neverInForce: boolean;
  /** Where it took effect and a version that was published on that day or later binds from its first day: which, and when. */
  displacedBy?: { id: string; day: string };
  /** The days on which it was shown as the one in force, where the version that displaced it binds from its first day. */
  shownInForce?: { from: string; until: string };
  /** The version that took its place before its day, and when that was published. */
  replacedBy?: { id: string; day: string };
  /** The version whose place it took: one that it says it replaces and that bound before it was published is none. */
  replaces?: string;
  withdrawn?: { day: string; because: string };
  /** The version that corrects it. */
  correctedBy?: string;
  notices: { day: string; notified: string }[];
};

/**
 * Places the versions of a policy in time, as of a day. Versions come in the order of their chain and leave in it.
 * A version binds from its own day, but not before it was published, until the day before the next one that lives: one
 * that was withdrawn, or replaced before its day, never binds. A policy that is retired has none in force from that day.
 */
export function placeVersions<T extends Dated>(
  versions: readonly T[],
  acts: readonly Act[],
  today: string,
): Placed<T>[] {
  return timelineOf(versions, acts)(today);
}

/** Places the versions of a policy in time as `placeVersions` does, once for all days as of which one may ask. */
export function timelineOf<T extends Dated>(
  versions: readonly T[],
  acts: readonly Act[],
): (today: string) => Placed<T>[] {
  const retiredOn = endOf(acts)?.on;
  const bound = versions.map((version) => ({
    version,
    starts: version.starts.map((start) => bindingStart(start, version)),
  }));
  const isLive = ({ version }: Bound<T>) =>
    !version.isProposed && !withdrawalOf(version, acts) && !replacementOf(version, versions);
  const live = new Set(bound.filter(isLive));
  const places = bound.map((own, index) => {
    const later = bound.slice(index + 1).filter((other) => live.has(other));
    return place(own, { later, acts, versions, retiredOn });
  });
  return (today) => withParts(places.map((placed) => placed(today)));
}

function withParts<T extends Dated>(placed: readonly Placed<T>[]): Placed<T>[] {
  const current = placed.findLast(({ status }) => status === 'in-force');
  return placed.map((version) =>
    version.status === 'in-force' && version !== current ? { ...version, status: 'in-part' } : version,
  );
}

type Bound<T extends Dated> = { version: T; starts: Start[] };

type Around<T extends Dated> = {
  later: readonly Bound<T>[];
  acts: readonly Act[];
  versions: readonly T[];
  retiredOn: string | undefined;
};

function bindingStart({ group, from }: Start, { released, retroactive }: Dated): Start {
  const binds = released !== undefined && retroactive === undefined && released > from ? released : from;
  return { ...(group !== undefined && { group }), from: binds };
}

function place<T extends Dated>(
  { version, starts }: Bound<T>,
  around: Around<T>,
): (today: string) => Placed<T> {
  const { later, acts, versions, retiredOn } = around;
  const withdrawal = withdrawalOf(version, acts);
  const replacement = replacementOf(version, versions);
  const from = firstOf(starts);
  const spans = spansOf(starts, version.isProposed ? [] : later, retiredOn);
  const days = daysOf(starts, spans, later);
  const until = lastOf(spans);
  const overtaker = later.find((other) => firstOf(other.starts) <= from && covers(other.starts, starts));
  const isOvertaken = overtaker !== undefined;
  const isRetiredBefore = retiredOn !== undefined && retiredOn <= from;
  const neverInForce =
    Boolean(withdrawal || replacement) || (!version.isProposed && (isOvertaken || isRetiredBefore));
  const facts = { withdrawal, replacement, isOvertaken, isRetiredBefore, from, until, retiredOn };
  const relations = relationsOf(version, around, { withdrawal, replacement });
  return (today) => ({
    ...version,
    starts,
    from,
    spans: neverInForce ? [] : spans,
    ...(days && !neverInForce && { days }),
    ...(until !== undefined && !neverInForce && { until }),
    neverInForce,
    status: statusOf(version, facts, today),
    ...(overtaker &&
      !withdrawal &&
      !replacement &&
      displacement(overtaker.version, { from, released: version.released ?? from })),
    ...relations,
  });
}

// What other versions and acts have to do with a version.
function relationsOf(
  version: Dated,
  { acts, versions }: Around<Dated>,
  { withdrawal, replacement }: Pick<Facts, 'withdrawal' | 'replacement'>,
): Pick<Placed<Dated>, 'replacedBy' | 'replaces' | 'withdrawn' | 'correctedBy' | 'notices'> {
  const named = versions.find(({ id }) => id === version.insteadOf);
  const replaced = named && replacementOf(named, versions) === version ? named : undefined;
  const correction = versions.find((other) => !other.isProposed && other.corrects === version.id);
  const notices = acts.flatMap((act) =>
    act.type === 'notice' && act.version === version.id ? [{ day: act.day, notified: act.notified }] : [],
  );
  return {
    ...(replacement && { replacedBy: { id: replacement.id, day: replacement.released ?? replacement.date } }),
    ...(replaced && { replaces: replaced.id }),
    ...(withdrawal && { withdrawn: { day: withdrawal.day, because: withdrawal.because } }),
    ...(correction && { correctedBy: correction.id }),
    notices,
  };
}

// What readers were shown as in force was not replaced before its day, whatever binds for that time since.
function displacement(
  { id, date, released: day = date }: Dated,
  { from, released }: { from: string; released: string },
): Pick<Placed<Dated>, 'displacedBy' | 'shownInForce'> {
  if (day < from) return {};
  const shownFrom = released > from ? released : from;
  return {
    displacedBy: { id, day },
    ...(shownFrom < day && { shownInForce: { from: shownFrom, until: dayBefore(day) } }),
  };
}

/** The act that took a version back before its day; once it binds, none can. */
export function withdrawalOf(version: Dated, acts: readonly Act[]) {
  const { id } = version;
  return acts.find(
    (act) => act.type === 'withdrawal' && act.version === id && act.day < bindsFrom(version),
  ) as Extract<Act, { type: 'withdrawal' }> | undefined;
}

/** The published version that took the place of one before its day; once it binds, another can only follow it. */
export function replacementOf(version: Dated, versions: readonly Dated[]): Dated | undefined {
  return versions.find(
    (other) =>
      !other.isProposed &&
      other.insteadOf === version.id &&
      (other.released ?? other.date) < bindsFrom(version),
  );
}

function bindsFrom(version: Dated): string {
  return firstOf(version.starts.map((start) => bindingStart(start, version)));
}

function firstOf(starts: readonly Start[]): string {
  return starts.reduce((first, { from }) => (from < first ? from : first), starts[0]?.from ?? '');
}

// From when a version binds the people of a group; those it does not name are bound when all others are.
function startFor(starts: readonly Start[], group: string | undefined): string {
  const own =
    starts.find((start) => start.group === group) ?? starts.find((start) => start.group === undefined);
  return own?.from ?? starts.reduce((last, { from }) => (from > last ? from : last), '');
}

// Whether a version binds everybody no later than another would.
function covers(later: readonly Start[], earlier: readonly Start[]): boolean {
  return groupsOf([later, earlier]).every((group) => startFor(later, group) <= startFor(earlier, group));
}

function groupsOf(all: readonly (readonly Start[])[]): (string | undefined)[] {
  const named = new Set(all.flat().flatMap(({ group }) => group ?? []));
  return named.size > 0 ? [...named] : [undefined];
}

// A group whose next version binds it no later than this one would is never bound by this one.
function spansOf<T extends Dated>(
  starts: readonly Start[],
  later: readonly Bound<T>[],
  retiredOn: string | undefined,
): Span[] {
  const groups = groupsOf([starts, ...later.map((other) => other.starts)]);
  const spans = groups.flatMap((group): Span[] => {
    const from = startFor(starts, group);
    const nexts = [...later.map((other) => startFor(other.starts, group)), ...(retiredOn ? [retiredOn] : [])];
    const [next] = nexts.sort();
    if (next !== undefined && next <= from) return [];
    return [{ ...(group !== undefined && { group }), from, ...(next && { until: dayBefore(next) }) }];
  });
  const [first] = spans;
  const isAlike = (span: Span) => span.from === first?.from && span.until === first.until;
  if (!first || spans.length < groups.length || !spans.every(isAlike)) return spans;
  return [{ from: first.from, ...(first.until && { until: first.until }) }];
}

// Who only a later version names is not named for days before it: "who open an account from that day on" are none on those.
function daysOf<T extends Dated>(
  starts: readonly Start[],
  spans: readonly Span[],
  later: readonly Bound<T>[],
): Span[] | undefined {
  const groups = groupsOf([starts, ...later.map((other) => other.starts)]);
  const isUnnamed = starts.every(({ group }) => group === undefined);
  const [first, ...longer] = spans.toSorted((one, other) => compareEnds(one.until, other.until));
  if (!isUnnamed || spans.length < groups.length || !first?.until || longer.length === 0) return undefined;
  const { from, until } = first;
  return [
    { from, until },
    ...longer.flatMap((span) => (span.until === until ? [] : [{ ...span, from: dayAfter(until) }])),
  ];
}

// An open end is the last.
function compareEnds(one: string | undefined, other: string | undefined): number {
  if (one === other) return 0;
  return one !== undefined && (other === undefined || one < other) ? -1 : 1;
}

function lastOf(spans: readonly Span[]): string | undefined {
  return spans.reduce<string | undefined>(
    (last, { until }) =>
      last === undefined || until === undefined ? undefined : until > last ? until : last,
    spans.length > 0 ? '' : undefined,
  );
}

type Facts = {
  withdrawal: ReturnType<typeof withdrawalOf>;
  replacement: ReturnType<typeof replacementOf>;
  isOvertaken: boolean;
  isRetiredBefore: boolean;
  from: string;
  until: string | undefined;
  retiredOn: string | undefined;
};

function statusOf({ isProposed }: Dated, facts: Facts, today: string): Status {
  const { from, until, retiredOn } = facts;
  if (isProposed) return 'proposed';
  if (facts.withdrawal) return 'withdrawn';
  if (facts.replacement) return 'replaced';
  if (facts.isOvertaken) return 'superseded';
  if (facts.isRetiredBefore) return 'ended';
  if (today < from) return 'upcoming';
  if (until === undefined || today <= until) return 'in-force';
  return retiredOn !== undefined && until === dayBefore(retiredOn) ? 'ended' : 'superseded';
}

/** The version in force on the day the versions were placed for; before the first binds, or after the policy ended, none. */
export function versionInForce<P extends Placed<Dated>>(versions: readonly P[]): P | undefined {
  return versions.findLast(({ status }) => status === 'in-force');
}

/**
 * The version readers meet at a policy's own address: the one in force; before any is, the first to come; after the
 * policy ended, the last that was in force; and a proposed one only where nothing is published.
 */
export function currentVersion<P extends Placed<Dated>>(versions: readonly P[]): P | undefined {
  return (
    versionInForce(versions) ??
    versions.find(({ status }) => status === 'upcoming') ??
    versions.findLast(({ status, neverInForce }) => status === 'ended' && !neverInForce) ??
    versions.findLast(({ isProposed }) => !isProposed) ??
    versions.at(-1)
  );
}

/** Whether a version was published and neither withdrawn nor replaced before its day: what comes after it follows it. */
export function isLive({ status }: Pick<Placed<Dated>, 'status'>): boolean {
  return status !== 'proposed' && status !== 'withdrawn' && status !== 'replaced';
}

/**
 * The version a text follows: the last before it that lives, and where none does, the one before it in the chain. What
 * it changes is told against that one.
 */
export function versionBefore<P extends Placed<Dated>>(versions: readonly P[], index: number): P | undefined {
  return versions.slice(0, index).findLast(isLive) ?? versions[index - 1];
}

/** The version that takes the place of a text: the first after it that binds, or else the first that lives. */
export function versionAfter<P extends Placed<Dated>>(versions: readonly P[], index: number): P | undefined {
  const later = versions.slice(index + 1).filter(isLive);
  return later.find(({ neverInForce }) => !neverInForce) ?? later[0];
}

/** That a policy ends, and since or from when; `says` is the day its authors named, `hasEnded` on the day asked for. */
export type Ending = { on: string; says: string; because: string; instead?: string; hasEnded: boolean };

/** The end of a policy as of a day, where its authors have set one. */
export function endingOf(acts: readonly Act[], today: string): Ending | undefined {
  const end = endOf(acts);
  return end && { ...end, hasEnded: end.on <= today };
}

// A policy does not end before readers were told; whatever is said of the same end later does not move it.
function endOf(acts: readonly Act[]): Omit<Ending, 'hasEnded'> | undefined {
  const last = acts.findLast((act) => act.type === 'retirement');
  if (!last) return undefined;
  const { on, because, instead } = last;
  const told = acts.find((act) => act.type === 'retirement' && act.on === on)?.day ?? on;
  return { on: told > on ? told : on, says: on, because, ...(instead && { instead }) };
}
