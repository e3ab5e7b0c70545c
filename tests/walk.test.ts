import { expect, test } from 'vitest';
import { feedOf } from '../src/exporters/feed.ts';
import { manifestOf } from '../src/exporters/manifest.ts';
import { findEntry, type Library, openSources, problemsOf } from '../src/site/library.ts';
import { historyView, policyView, versionView } from '../src/site/policy-view.ts';
import { dayIn } from '../src/time/day.ts';
import { newRecords } from '../src/versions/release.ts';
import { around, sourcesOf, type Texts } from './compile-texts.ts';
import { isLong } from './how-many.ts';
import { project } from './open-folder.ts';

// One policy lives for three years, day by day, with everything that can happen to it, in two time zones around midnight.

/** What a version said when it was published, as the model knows it: its starts by group, and what it does to others. */
type Told = { id: string; starts: [group: string, from: string][]; insteadOf?: string };

/** What happens on a day: the text that is put into the working file, and what the model takes note of. */
type Step = { day: string; file: string; told?: Told; withdraws?: string; ends?: string };

const text = (updated: string, words: string, more = '') => `kind: cookie-policy
title: Cookie policy
updated: ${updated}
${more}sections:
  - title: What we store
    content: [${words}]
`;

const said = (summary: string, more = '') => `change: {summary: ${summary}, material: false${more}}\n`;
const all = (from: string): Told['starts'] => [['', from]];

const withdrawn = 'withdrawn: [{version: 2026-08-12, because: It was announced by mistake.}]\n';
const corrected = (more: string) =>
  text('2026-06-01', 'We store little.', said('A word corrected.', ', corrects: 2026-06-01') + more);
const groups = 'effective: {new customers: 2027-09-01, customers before that day: 2027-10-01}\n';
const last = (more: string) => text('2027-09-01', 'We store grapes.', said('Grapes.') + groups + more);

const steps: Step[] = [
  {
    day: '2026-01-10',
    file: text('2026-01-10', 'We store apples.'),
    told: { id: '2026-01-10', starts: all('2026-01-10') },
  },
  {
    day: '2026-03-02',
    file: text('2026-03-02', 'We store bread.', `effective: 2026-04-01\n${said('Bread.')}`),
    told: { id: '2026-03-02', starts: all('2026-04-01') },
  },
  {
    day: '2026-03-10',
    file: text(
      '2026-03-10',
      'We store bread, later.',
      `effective: 2026-05-01\n${said('Later.', ', insteadOf: 2026-03-02')}`,
    ),
    told: { id: '2026-03-10', starts: all('2026-05-01'), insteadOf: '2026-03-02' },
  },
  {
    day: '2026-06-01',
    file: text('2026-06-01', 'We store litle.', said('Less.')),
    told: { id: '2026-06-01', starts: all('2026-06-01') },
  },
  { day: '2026-06-01', file: corrected(''), told: { id: '2026-06-01.2', starts: all('2026-06-01') } },
  {
    day: '2026-08-12',
    file: text('2026-08-12', 'We store cheese.', `effective: 2026-09-11\n${said('Cheese.')}`),
    told: { id: '2026-08-12', starts: all('2026-09-11') },
  },
  { day: '2026-08-20', file: corrected(withdrawn), withdraws: '2026-08-12' },
  {
    day: '2026-10-01',
    file: text('2026-10-01', 'We store dates.', `effective: 2026-10-31\n${said('Dates.')}${withdrawn}`),
    told: { id: '2026-10-01', starts: all('2026-10-31') },
  },
  {
    day: '2026-10-05',
    file: text(
      '2026-10-05',
      'We store eggs.',
      `effective: 2026-11-30\n${said('Eggs.', ', after: 2026-10-01')}${withdrawn}`,
    ),
    told: { id: '2026-10-05', starts: all('2026-11-30') },
  },
  {
    day: '2026-10-20',
    file: text(
      '2026-10-05',
      'We store eggs.',
      `effective: 2026-11-30\n${said('Eggs.', ', after: 2026-10-01, notified: 2026-10-19')}${withdrawn}`,
    ),
  },
  {
    day: '2027-06-01',
    file: text('2027-04-01', 'We store figs.', `${said('Figs.')}${withdrawn}`),
    told: { id: '2027-04-01', starts: all('2027-06-01') },
  },
  {
    day: '2027-09-01',
    file: last(withdrawn),
    told: {
      id: '2027-09-01',
      starts: [
        ['new customers', '2027-09-01'],
        ['customers before that day', '2027-10-01'],
      ],
    },
  },
  {
    day: '2028-05-02',
    file: last(`${withdrawn}retired: {on: 2028-07-01, because: The service ends.}\n`),
    ends: '2028-07-01',
  },
];

/** What is to be true on a day, worked out from what was told until then and nothing else. */
function model(today: string) {
  const past = steps.filter(({ day }) => day <= today);
  const told = past.flatMap((step) => step.told ?? []);
  const gone = new Set([
    ...past.map(({ withdraws }) => withdraws),
    ...told.map(({ insteadOf }) => insteadOf),
  ]);
  const living = told.filter(({ id }) => !gone.has(id));
  const end = past.find(({ ends }) => ends)?.ends ?? '9999-12-31';
  const from = ({ starts }: Told) => starts.map(([, day]) => day).sort()[0] ?? '';
  const inForce = today < end ? living.findLast((version) => from(version) <= today) : undefined;
  return {
    inForce: inForce?.id,
    since: inForce && from(inForce),
    upcoming: living.filter((version) => from(version) > today && from(version) < end).map(({ id }) => id),
    published: told.map(({ id }) => id),
    isOver: today >= end,
  };
}

function open(texts: Texts, today: string, known?: Library): Library {
  return openSources(sourcesOf(texts), { ...project, today }, known);
}

function release(texts: Texts, library: Library): Texts {
  const stopping = problemsOf(library).filter(({ severity, finding }) => severity === 'error' && !finding);
  expect(stopping.map(({ message }) => message)).toEqual([]);
  const { records } = newRecords(library, library.readCompiled, library.today);
  return { ...texts, ...Object.fromEntries(records.map(({ path, text: record }) => [path, record])) };
}

type Listed = { policies: { versions: { id: string }[] }[] };

// Days on which something is done, or begins or ends.
const events = steps.flatMap(({ day, told, ends }) => [
  day,
  ...(told?.starts.map(([, from]) => from) ?? []),
  ...(ends ? [ends] : []),
]);

function isEventful(today: string): boolean {
  return events.some((day) => Math.abs(Date.parse(day) - Date.parse(today)) <= 86_400_000);
}

// A zone only decides which day it is, which is asked on every day of both. What a day shows is looked at on those that
// something hangs on, on the days before and after, and in one zone on every third of the others, in the long run on every day.
test.each([
  ['Pacific/Auckland', isLong ? 1 : 3],
  ['America/Los_Angeles', isLong ? 1 : Number.POSITIVE_INFINITY],
])('three years in %s', (timeZone, pace) => {
  let texts: Texts = { ...around, 'site.yaml': `${around['site.yaml']}timeZone: ${timeZone}\n` };
  // What was compiled when the texts last changed: only the day is another since.
  let compiled: Library | undefined;
  let waiting = [...steps];
  let records: Texts = {};
  const addresses = new Set<string>();
  let looked = 0;
  for (const [index, { moments, today }] of [...daysOf(timeZone)].entries()) {
    expect(moments.map((moment) => dayIn(timeZone, moment))).toEqual([today, today]);
    for (const { day, file } of waiting.filter((step) => step.day <= today)) {
      expect(day).toBe(today);
      texts = { ...texts, 'shop/cookies.yaml': file };
      texts = release(texts, open(texts, today, compiled));
      compiled = open(texts, today);
      waiting = waiting.slice(1);
    }
    if (waiting.length === steps.length || (index % pace !== 0 && !isEventful(today))) continue;
    looked += 1;
    const library = open(texts, today, compiled);
    agrees(library, model(today));
    for (const [path, record] of Object.entries(records)) expect(texts[path], path).toBe(record);
    records = Object.fromEntries(
      Object.entries(texts).filter(
        ([path]) => /history\/.*\d\.\w*\.?json$/.test(path) || /\d\.json$/.test(path),
      ),
    );
    const now = new Set(findEntry(library, 'shop', 'cookies').versions.map(({ id }) => id));
    expect([...addresses].filter((address) => !now.has(address))).toEqual([]);
    for (const id of now) addresses.add(id);
  }
  expect(waiting).toEqual([]);
  expect(looked).toBeGreaterThan(50);
});

function agrees(library: Library, expected: ReturnType<typeof model>): void {
  const entry = findEntry(library, 'shop', 'cookies');
  const today = library.today;
  const view = policyView(library, entry);
  const standing = library.standings.get('shop/cookies');
  const status = (wanted: string) =>
    (standing?.versions ?? []).filter((version) => version.status === wanted).map(({ id }) => id);
  expect([today, status('in-force')]).toEqual([today, expected.inForce ? [expected.inForce] : []]);
  expect([today, status('upcoming')]).toEqual([today, expected.upcoming]);
  const announced = view.version?.announcements.join('') ?? '';
  for (const id of expected.upcoming)
    if (expected.inForce) expect(announced, today).toContain(`/shop/cookies/${id}/`);
  expect(view.isListed, today).toBe(expected.inForce !== undefined);
  if (expected.inForce) {
    expect(view.page.jsonLd, today).toMatchObject({ version: expected.inForce });
    expect(String(view.page.jsonLd.temporalCoverage), today).toMatch(new RegExp(`^${expected.since}/`));
    expect(versionView(library, entry, expected.inForce).page.sections).toEqual(view.page.sections);
  }
  const listed = manifestOf(library) as Listed;
  expect(
    listed.policies[0]?.versions.map(({ id }) => id),
    today,
  ).toEqual(expected.published);
  const feed = feedOf(library, { product: 'shop', slug: 'cookies' }, 'xml');
  for (const id of expected.published)
    expect(
      feed.entries.some(({ address }) => address.endsWith(`/shop/cookies/${id}/`)),
      `${today} ${id}`,
    ).toBe(true);
  expect(new Set(feed.entries.map(({ id }) => id)).size).toBe(feed.entries.length);
  expect(JSON.stringify(historyView(library, entry).lines).includes('The service ends.'), today).toBe(
    steps.some(({ day, ends }) => ends && day <= today),
  );
}

/** The days of three years in a zone, with half an hour after each begins and half an hour before it ends. */
function* daysOf(timeZone: string): Generator<{ moments: number[]; today: string }> {
  const half = 1_800_000;
  for (let noon = Date.UTC(2026, 0, 2, 12); noon < Date.UTC(2029, 0, 1); noon += 86_400_000) {
    const [today, next] = [noon, noon + 86_400_000].map((moment) =>
      new Date(moment).toISOString().slice(0, 10),
    );
    if (!today || !next) continue;
    yield { moments: [startOfDay(timeZone, today) + half, startOfDay(timeZone, next) - half], today };
  }
}

// The first moment at which it is that day there: found by halving, since zones shift.
function startOfDay(timeZone: string, day: string): number {
  let [low, high] = [Date.parse(day) - 50_400_000, Date.parse(day) + 50_400_000];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (dayIn(timeZone, middle) >= day) high = middle;
    else low = middle;
  }
  return high;
}
