import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Act,
  currentVersion,
  type Dated,
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
  expect(placeVersions([old, terms], [], '2026-08-20')[0]?.ends).toEqual([
    { group: 'new customers', until: '2026-08-11' },
    { group: 'customers before that day', until: '2026-09-10' },
  ]);
  expect(placed([old, terms], '2026-09-11')[0]).toBe('2025-01-01 superseded 2025-01-01/2026-09-10');
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
