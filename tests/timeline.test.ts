import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { readerOf } from '../src/text/show.ts';
import { addPeriod, dayBefore } from '../src/time/day.ts';
import { headDates, intervalOf } from '../src/versions/placed-words.ts';
import {
  type Act,
  currentVersion,
  type Dated,
  endingOf,
  placeVersions,
  versionInForce,
} from '../src/versions/timeline.ts';

const version = (id: string, from: string, more: Partial<Dated> = {}): Dated => ({
  id,
  date: id.slice(0, 10),
  starts: [{ from }],
  released: id.slice(0, 10),
  isProposed: false,
  ...more,
});

const placed = (versions: Dated[], today: string, acts: Act[] = []) =>
  placeVersions(versions, acts, today).map(({ id, status, from, until, neverInForce }) =>
    [id, status, neverInForce ? 'never' : `${from}/${until ?? '..'}`].join(' '),
  );

describe('a version that was announced', () => {
  const first = version('2026-03-02', '2026-03-02');
  const announced = version('2026-08-12', '2026-09-11');

  test('binds from its day, and the one before it until then', () => {
    expect(placed([first, announced], '2026-08-20')).toEqual([
      '2026-03-02 in-force 2026-03-02/2026-09-10',
      '2026-08-12 upcoming 2026-09-11/..',
    ]);
    expect(placed([first, announced], '2026-09-11')).toEqual([
      '2026-03-02 superseded 2026-03-02/2026-09-10',
      '2026-08-12 in-force 2026-09-11/..',
    ]);
  });

  test('never binds where another takes its place', () => {
    const instead = version('2026-08-13', '2026-09-15', { insteadOf: '2026-08-12' });
    expect(placed([first, announced, instead], '2026-09-12')).toEqual([
      '2026-03-02 in-force 2026-03-02/2026-09-14',
      '2026-08-12 replaced never',
      '2026-08-13 upcoming 2026-09-15/..',
    ]);
    expect(placeVersions([first, announced, instead], [], '2026-09-12')[1]?.replacedBy).toEqual({
      id: '2026-08-13',
      day: '2026-08-13',
    });
  });

  test('never binds where it was withdrawn', () => {
    const acts: Act[] = [
      { type: 'withdrawal', version: '2026-08-12', day: '2026-08-20', because: 'A slip.' },
    ];
    expect(placed([first, announced], '2026-10-01', acts)).toEqual([
      '2026-03-02 in-force 2026-03-02/..',
      '2026-08-12 withdrawn never',
    ]);
  });

  test('stays where it took effect before it was replaced or taken back', () => {
    const late = version('2026-08-13', '2026-09-01', { insteadOf: '2026-08-12', released: '2026-09-11' });
    expect(placed([first, announced, late], '2026-09-12')).toEqual([
      '2026-03-02 superseded 2026-03-02/2026-09-10',
      '2026-08-12 superseded never',
      '2026-08-13 in-force 2026-09-11/..',
    ]);
    expect(placed([first, announced, { ...late, released: '2026-09-20' }], '2026-09-20')).toEqual([
      '2026-03-02 superseded 2026-03-02/2026-09-10',
      '2026-08-12 superseded 2026-09-11/2026-09-19',
      '2026-08-13 in-force 2026-09-20/..',
    ]);
    const acts: Act[] = [
      { type: 'withdrawal', version: '2026-08-12', day: '2026-09-11', because: 'A slip.' },
    ];
    expect(placed([first, announced], '2026-09-11', acts)[1]).toBe('2026-08-12 in-force 2026-09-11/..');
  });

  test('is followed by another that comes after it', () => {
    const after = version('2026-08-13', '2026-09-15', {});
    expect(placed([first, announced, after], '2026-09-12')).toEqual([
      '2026-03-02 superseded 2026-03-02/2026-09-10',
      '2026-08-12 in-force 2026-09-11/2026-09-14',
      '2026-08-13 upcoming 2026-09-15/..',
    ]);
  });
});

test('does not bind before it was published, unless the authors say why', () => {
  const late = version('2026-04-01', '2026-04-01', { released: '2026-09-09' });
  expect(placed([late], '2026-09-10')).toEqual(['2026-04-01 in-force 2026-09-09/..']);
  expect(placed([{ ...late, retroactive: 'It was agreed then.' }], '2026-09-10')).toEqual([
    '2026-04-01 in-force 2026-04-01/..',
  ]);
});

test('is replaced on its own day by its correction', () => {
  const wrong = version('2026-03-02', '2026-03-02');
  const right = version('2026-03-02.2', '2026-03-02', { corrects: '2026-03-02' });
  expect(placed([wrong, right], '2026-03-02')).toEqual([
    '2026-03-02 superseded never',
    '2026-03-02.2 in-force 2026-03-02/..',
  ]);
  expect(placeVersions([wrong, right], [], '2026-03-02')[0]?.correctedBy).toBe('2026-03-02.2');
});

test('binds groups from days of their own', () => {
  const old = version('2025-01-01', '2025-01-01');
  const terms = version('2026-08-12', '2026-08-12', {
    starts: [
      { group: 'new customers', from: '2026-08-12' },
      { group: 'customers before that day', from: '2026-09-11' },
    ],
  });
  expect(placed([old, terms], '2026-08-20')).toEqual([
    '2025-01-01 in-part 2025-01-01/2026-09-10',
    '2026-08-12 in-force 2026-08-12/..',
  ]);
  expect(placeVersions([old, terms], [], '2026-08-20')[0]?.spans).toEqual([
    { group: 'new customers', from: '2025-01-01', until: '2026-08-11' },
    { group: 'customers before that day', from: '2025-01-01', until: '2026-09-10' },
  ]);
  expect(placeVersions([old, terms], [], '2026-08-20').map(({ days }) => days)).toEqual([
    [
      { from: '2025-01-01', until: '2026-08-11' },
      { group: 'customers before that day', from: '2026-08-12', until: '2026-09-10' },
    ],
    undefined,
  ]);
  expect(placed([old, terms], '2026-09-11')[0]).toBe('2025-01-01 superseded 2025-01-01/2026-09-10');
});

test('ends no sooner than readers were told, and on that day whatever is said of it later', () => {
  const end = (day: string, because: string): Act => ({ type: 'retirement', day, on: '2027-01-01', because });
  const acts = [end('2027-01-05', 'It ends.'), end('2027-03-01', 'It has ended.')];
  const versions = [version('2026-03-02', '2026-03-02')];
  expect(placed(versions, '2027-01-04', acts)).toEqual(['2026-03-02 in-force 2026-03-02/2027-01-04']);
  expect(placed(versions, '2027-01-05', acts)).toEqual(['2026-03-02 ended 2026-03-02/2027-01-04']);
  expect(endingOf(acts, '2027-01-05')).toEqual({
    on: '2027-01-05',
    says: '2027-01-01',
    because: 'It has ended.',
    hasEnded: true,
  });
});

test('ends with the policy', () => {
  const acts: Act[] = [
    { type: 'retirement', day: '2026-11-01', on: '2027-01-01', because: 'The product ends.' },
  ];
  const versions = [version('2026-03-02', '2026-03-02'), version('2026-10-01', '2027-02-01')];
  expect(placed(versions, '2026-12-31', acts)).toEqual([
    '2026-03-02 in-force 2026-03-02/2026-12-31',
    '2026-10-01 ended never',
  ]);
  const after = placeVersions(versions, acts, '2027-01-01');
  expect(after.map(({ status }) => status)).toEqual(['ended', 'ended']);
  expect(versionInForce(after)).toBeUndefined();
  expect(currentVersion(after)?.id).toBe('2026-03-02');
});

const days = fc
  .integer({ min: 0, max: 400 })
  .map((offset) => new Date(Date.UTC(2026, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10));

const histories = fc
  .array(fc.record({ written: days, wait: fc.integer({ min: 0, max: 60 }), isInstead: fc.boolean() }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((items) =>
    items
      .sort((a, b) => (a.written < b.written ? -1 : 1))
      .map(({ written, wait, isInstead }, index, all): Dated => {
        const before = all[index - 1];
        const from = new Date(Date.parse(written) + wait * 86_400_000).toISOString().slice(0, 10);
        const id = `${written}.${index}`;
        const former = before && isInstead ? { insteadOf: `${before.written}.${index - 1}` } : {};
        return { id, date: written, starts: [{ from }], released: written, isProposed: false, ...former };
      }),
  );

test('from the first binding day on exactly one version is in force, whatever the versions', () => {
  fc.assert(
    fc.property(histories, days, (versions, today) => {
      const all = placeVersions(versions, [], today);
      const living = all.filter(({ neverInForce }) => !neverInForce);
      const first = living.map(({ from }) => from).sort()[0];
      const inForce = all.filter(({ status }) => status === 'in-force');
      expect(inForce).toHaveLength(first !== undefined && first <= today ? 1 : 0);
      for (const one of inForce) expect(one.from <= today && (one.until ?? today) >= today).toBe(true);
    }),
  );
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

/** Versions by the days they take effect, a day apart; `?` marks one that is not published. */
function inOrder(...effective: string[]): Dated[] {
  return effective.map((day, index) => ({
    id: `2020-01-0${index + 1}`,
    date: `2020-01-0${index + 1}`,
    starts: [{ from: day.replace('?', '') }],
    isProposed: day.endsWith('?'),
  }));
}

/** Where versions stand on a day: status and interval each, and which is the current one. */
function stand(today: string, ...effective: string[]): string[] {
  const placed = placeVersions(inOrder(...effective), [], today);
  const current = currentVersion(placed);
  return placed.map((version) => {
    const { status, from, until, neverInForce } = version;
    const interval = neverInForce ? 'never' : `${from}–${until ?? ''}`;
    return `${status} ${interval}${version === current ? ' *' : ''}`;
  });
}

test('has no current version where there is none', () => {
  expect(placeVersions([], [], '2026-01-01')).toEqual([]);
  expect(currentVersion([])).toBeUndefined();
});

test.each([
  ['one in force', ['2026-01-01'], '2026-06-01', ['in-force 2026-01-01– *']],
  ['one on the day it takes effect', ['2026-06-01'], '2026-06-01', ['in-force 2026-06-01– *']],
  ['one on the day before', ['2026-06-01'], '2026-05-31', ['upcoming 2026-06-01– *']],
  ['one proposed', ['2026-01-01?'], '2026-06-01', ['proposed 2026-01-01– *']],
  ['one proposed for later', ['2027-01-01?'], '2026-06-01', ['proposed 2027-01-01– *']],
  [
    'one in force and one upcoming',
    ['2026-01-01', '2026-06-01'],
    '2026-05-31',
    ['in-force 2026-01-01–2026-05-31 *', 'upcoming 2026-06-01–'],
  ],
  [
    'one superseded, from the day the next takes effect',
    ['2026-01-01', '2026-06-01'],
    '2026-06-01',
    ['superseded 2026-01-01–2026-05-31', 'in-force 2026-06-01– *'],
  ],
  [
    'two of the same day',
    ['2026-01-01', '2026-01-01'],
    '2026-06-01',
    ['superseded never', 'in-force 2026-01-01– *'],
  ],
  [
    'two of the same day that is to come, of which the first never binds',
    ['2026-01-01', '2026-06-01', '2026-06-01'],
    '2026-02-01',
    ['in-force 2026-01-01–2026-05-31 *', 'superseded never', 'upcoming 2026-06-01–'],
  ],
  [
    'three of the same day',
    ['2026-01-01', '2026-01-01', '2026-01-01'],
    '2026-01-01',
    ['superseded never', 'superseded never', 'in-force 2026-01-01– *'],
  ],
  [
    'only upcoming ones, of which the first is shown',
    ['2026-06-01', '2026-07-01'],
    '2026-05-01',
    ['upcoming 2026-06-01–2026-06-30 *', 'upcoming 2026-07-01–'],
  ],
  [
    'only upcoming ones of one day, of which the last is shown',
    ['2026-06-01', '2026-06-01'],
    '2026-05-01',
    ['superseded never', 'upcoming 2026-06-01– *'],
  ],
  [
    'a proposed one that ends nothing',
    ['2026-01-01', '2026-02-01?'],
    '2026-06-01',
    ['in-force 2026-01-01– *', 'proposed 2026-02-01–'],
  ],
  [
    'a proposed one after one that is to come',
    ['2026-06-01', '2026-07-01?'],
    '2026-05-01',
    ['upcoming 2026-06-01– *', 'proposed 2026-07-01–'],
  ],
  [
    'one of each',
    ['2026-01-01', '2026-03-01', '2026-09-01', '2026-10-01?'],
    '2026-06-01',
    [
      'superseded 2026-01-01–2026-02-28',
      'in-force 2026-03-01–2026-08-31 *',
      'upcoming 2026-09-01–',
      'proposed 2026-10-01–',
    ],
  ],
])('places %s', (_name, effective, today, expected) => {
  expect(stand(today, ...effective)).toEqual(expected);
});

const anyDay = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2024-03-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** Published versions as `check` lets them through: none takes effect before the one before it. */
const inTheirOrder = fc.array(anyDay, { minLength: 1, maxLength: 6 }).map((days) => inOrder(...days.sort()));

test('has one version in force on each day from the first on, and none before, where each takes effect after the last', () => {
  fc.assert(
    fc.property(inTheirOrder, anyDay, (all, today) => {
      const placed = placeVersions(all, [], today);
      const inForce = placed.filter(({ status }) => status === 'in-force');
      expect(inForce.length).toBe((all[0]?.starts[0]?.from ?? '') <= today ? 1 : 0);
      for (const { from, until } of inForce) {
        expect(from <= today).toBe(true);
        expect(until === undefined || today <= until).toBe(true);
      }
      expect(currentVersion(placed)).toBe(inForce[0] ?? placed.find(({ status }) => status === 'upcoming'));
    }),
  );
});

test('leaves no day between two versions and gives none to both', () => {
  fc.assert(
    fc.property(inTheirOrder, anyDay, (all, today) => {
      const bound = placeVersions(all, [], today).filter(({ neverInForce }) => !neverInForce);
      expect(bound.at(-1)?.until).toBeUndefined();
      bound.slice(1).forEach(({ from }, index) => {
        expect(bound[index]?.until).toBe(dayBefore(from));
        expect((bound[index]?.from ?? '') <= dayBefore(from)).toBe(true);
      });
    }),
  );
});

test('agrees with the intervals on what is superseded and what is to come', () => {
  fc.assert(
    fc.property(inTheirOrder, anyDay, (all, today) => {
      for (const { status, from, until, neverInForce } of placeVersions(all, [], today)) {
        expect(status === 'superseded').toBe(neverInForce || (until !== undefined && until < today));
        expect(status === 'upcoming').toBe(!neverInForce && from > today);
      }
    }),
  );
});

test('moves versions only forward as days pass', () => {
  const order = ['upcoming', 'in-force', 'superseded'];
  fc.assert(
    fc.property(inTheirOrder, anyDay, anyDay, (all, a, b) => {
      const [earlier, later] = [a, b].sort();
      const after = placeVersions(all, [], later ?? '');
      placeVersions(all, [], earlier ?? '').forEach(({ status, from, until }, index) => {
        expect(order.indexOf(after[index]?.status ?? '')).toBeGreaterThanOrEqual(order.indexOf(status));
        expect(after[index]).toMatchObject({ from, ...(until && { until }) });
      });
    }),
  );
});

test('places published versions the same with a proposed one beside them', () => {
  fc.assert(
    fc.property(inTheirOrder, anyDay, anyDay, (all, effective, today) => {
      const proposed = { ...version('2030-01-01', effective), isProposed: true };
      const placed = placeVersions([...all, proposed], [], today);
      expect(placed.slice(0, -1)).toEqual(placeVersions(all, [], today));
      expect(placed.at(-1)?.status).toBe('proposed');
      expect(currentVersion(placed)?.isProposed).toBe(false);
    }),
  );
});

test.each([
  'Pacific/Kiritimati',
  'Pacific/Niue',
  'UTC',
])('places versions the same whatever the clock says in %s', (zone) => {
  vi.useFakeTimers();
  fc.assert(
    fc.property(inTheirOrder, anyDay, fc.date({ noInvalidDate: true }), (all, today, now) => {
      vi.unstubAllEnvs();
      vi.setSystemTime(new Date('2026-01-01T00:30Z'));
      const expected = placeVersions(all, [], today);
      vi.stubEnv('TZ', zone);
      vi.setSystemTime(now);
      expect(placeVersions(all, [], today)).toEqual(expected);
      expect(addPeriod(today, '1 month')).toMatch(/^2024-/);
    }),
  );
});

test('a proposed text binds from its publication at the earliest, and proposes no day that it does not give', () => {
  const said = (from: string) => {
    const proposed = version('2026-03-02', from, { isProposed: true });
    const [place] = placeVersions([proposed], [], '2026-06-01');
    const reader = readerOf('en-GB');
    return place && [intervalOf(place, reader), headDates(place, reader).map(({ term }) => term)];
  };
  const published = 'or from the day it is published if that is later';
  expect(said('2026-04-01')).toEqual([`from 1 April 2026, ${published}`, ['Proposed for']]);
  expect(said('2026-03-02')).toEqual([`from 2 March 2026, ${published}`, []]);
});
