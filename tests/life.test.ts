import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chainsIn } from '../src/compile/former-names.ts';
import { manifestOf } from '../src/exporters/manifest.ts';
import { findEntry, type Library, openSources, problemsOf } from '../src/site/library.ts';
import { liveProblems } from '../src/versions/live-list.ts';
import { type Manifest, manifestPath, readVersionList } from '../src/versions/manifest.ts';
import { sealHead, writeRecord } from '../src/versions/record.ts';
import { newRecords } from '../src/versions/release.ts';
import { around, sourcesOf, type Texts } from './compile-texts.ts';
import { howMany } from './how-many.ts';
import { project } from './open-folder.ts';

// Whatever is done to a policy, in whatever order: what was published stays, and every tampering with it is found.

type Deed =
  | { does: 'publish'; wait: number; instead: boolean }
  | { does: 'correct' }
  | { does: 'withdraw' }
  | { does: 'notify' }
  | { does: 'retire'; wait: number };

/** A policy as its authors have it on a day. */
type State = {
  day: string;
  texts: Texts;
  words: number;
  updated: string;
  effective: string;
  change: string[];
  withdrawn: string[];
  retired?: string;
  /** What the file held for each version. */
  past: Record<string, Text>;
};

type Text = Pick<State, 'words' | 'updated' | 'effective' | 'change'>;

const later = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

const file = 'shop/cookies.yaml';

// Another word in each text; a number would propose that the change matters.
const names = 'nothing apples bread cheese dates eggs figs grapes honey ice jam kale lemons mint nuts'.split(
  ' ',
);

function write({ updated, effective, change, withdrawn, retired, words }: State): string {
  const lines = [
    'kind: cookie-policy',
    'title: Cookie policy',
    `updated: ${updated}`,
    ...(effective === updated ? [] : [`effective: ${effective}`]),
    ...(words > 1
      ? [`change: {${[`summary: It is ${names[words]} now.`, 'material: false', ...change].join(', ')}}`]
      : []),
    ...(withdrawn.length > 0
      ? ['withdrawn:', ...withdrawn.map((id) => `  - {version: ${id}, because: A slip.}`)]
      : []),
    ...(retired ? [`retired: {on: ${retired}, because: It ends.}`] : []),
    `sections: [{title: What we store, content: [We store ${names[words]}.]}]`,
  ];
  return `${lines.join('\n')}\n`;
}

const open = (texts: Texts, day: string) => openSources(sourcesOf(texts), { ...project, today: day });
const entryOf = (library: Library) => findEntry(library, 'shop', 'cookies');
const versionsOf = (library: Library) => library.standings.get('shop/cookies')?.versions ?? [];
const errorsOf = (library: Library) =>
  problemsOf(library).filter(({ severity, finding }) => severity === 'error' && !finding);

function release(state: State): State {
  const texts = { ...state.texts, [file]: write(state) };
  const library = open(texts, state.day);
  expect(errorsOf(library).map(({ message }) => message)).toEqual([]);
  // What time alone brings stops nothing, where nobody releases it.
  for (const days of [1, 20, 70]) {
    const left = openSources(library.sources, { ...project, today: later(state.day, days) }, library);
    expect(errorsOf(left).map(({ message }) => message)).toEqual([]);
  }
  const { records } = newRecords(library, library.readCompiled, state.day);
  const { words, updated, effective, change } = state;
  const made = records.filter(({ sort }) => sort === 'version');
  return {
    ...state,
    texts: { ...texts, ...Object.fromEntries(records.map(({ path, text }) => [path, text])) },
    past: {
      ...state.past,
      ...Object.fromEntries(made.map(({ name }) => [name, { words, updated, effective, change }])),
    },
  };
}

/** Does what a deed says on a later day, as far as it can be done then; nothing otherwise. */
function perform(before: State, deed: Deed, gap: number): State {
  const day = later(before.day, gap);
  const versions = versionsOf(open(before.texts, day));
  const waiting = versions.findLast(({ status }) => status === 'upcoming');
  const inForce = versions.findLast(({ status }) => status === 'in-force');
  const base = { ...before, day };
  switch (deed.does) {
    case 'publish': {
      if (day === before.updated || before.retired) return base;
      const named = waiting ? [`${deed.instead ? 'insteadOf' : 'after'}: ${waiting.id}`] : [];
      const earliest = waiting && !deed.instead ? waiting.from : day;
      const effective = later(earliest > day ? earliest : day, deed.wait);
      return release({ ...base, updated: day, effective, change: named, words: base.words + 1 });
    }
    case 'correct': {
      if (waiting || !inForce || inForce.date !== day || before.retired) return base;
      return release({ ...base, words: base.words + 1, change: [`corrects: ${inForce.id}`] });
    }
    case 'withdraw': {
      const former = inForce && before.past[inForce.id];
      if (!waiting || !former || versions.at(-1)?.id !== waiting.id || before.retired) return base;
      const others = versions.filter(({ status, id }) => status === 'upcoming' && id !== waiting.id);
      if (others.length > 0) return base;
      return release({ ...base, ...former, withdrawn: [...base.withdrawn, waiting.id] });
    }
    case 'notify': {
      if (base.words < 2 || base.change.some((line) => line.startsWith('notified'))) return base;
      return release({ ...base, change: [...base.change, `notified: ${day}`] });
    }
    case 'retire':
      return before.retired ? base : release({ ...base, retired: later(day, deed.wait) });
  }
}

const deeds: fc.Arbitrary<[Deed, number]> = fc.tuple(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        does: fc.constant('publish' as const),
        wait: fc.integer({ min: 0, max: 40 }),
        instead: fc.boolean(),
      }),
    },
    { weight: 2, arbitrary: fc.constant({ does: 'correct' as const }) },
    { weight: 3, arbitrary: fc.constant({ does: 'withdraw' as const }) },
    { weight: 2, arbitrary: fc.constant({ does: 'notify' as const }) },
    {
      weight: 1,
      arbitrary: fc.record({ does: fc.constant('retire' as const), wait: fc.integer({ min: 1, max: 60 }) }),
    },
  ),
  fc.integer({ min: 0, max: 30 }),
);

const first = (): State =>
  release({
    day: '2026-01-10',
    texts: around,
    words: 1,
    updated: '2026-01-10',
    effective: '2026-01-10',
    change: [],
    withdrawn: [],
    past: {},
  });

const isSealed = (path: string) => /\/history\/.*\.json$/.test(path) && !path.endsWith('/head.json');

test('whatever is done, what was published stays as it is and where it is', () => {
  fc.assert(
    fc.property(fc.array(deeds, { maxLength: 7 }), (all) => {
      let state = first();
      for (const [deed, gap] of all) {
        const next = perform(state, deed, gap);
        const library = open(next.texts, next.day);
        expect(errorsOf(library).map(({ message }) => message)).toEqual([]);
        for (const [path, text] of Object.entries(state.texts))
          if (isSealed(path)) expect(next.texts[path]).toBe(text);
        const [was, is] = [state, next].map(({ texts, day }) =>
          entryOf(open(texts, day)).versions.map(({ id }) => id),
        );
        expect(is).toEqual(expect.arrayContaining(was ?? []));
        const isOver = next.retired !== undefined && next.retired <= next.day;
        expect(versionsOf(library).filter(({ status }) => status === 'in-force')).toHaveLength(
          isOver ? 0 : 1,
        );
        state = next;
      }
    }),
    { numRuns: howMany(60) },
  );
});

test('any single tampering with what is sealed is found', () => {
  fc.assert(
    fc.property(
      fc.array(deeds, { minLength: 2, maxLength: 6 }),
      fc.nat(),
      fc.nat(),
      fc.boolean(),
      (all, which, where, isGone) => {
        let state = first();
        for (const [deed, gap] of all) state = perform(state, deed, gap);
        const paths = Object.keys(state.texts).filter((path) => path.includes('/history/'));
        const path = paths[which % paths.length] ?? '';
        const { [path]: text = '', ...others } = state.texts;
        const at = where % text.length;
        const flipped = `${text.slice(0, at)}${text[at] === 'x' ? 'y' : 'x'}${text.slice(at + 1)}`;
        const library = open(isGone ? others : { ...others, [path]: flipped }, state.day);
        expect(errorsOf(library)).not.toEqual([]);
      },
    ),
    { numRuns: howMany(60) },
  );
});

/** What the site of a folder lists on a day, as `verify --against` reads it. */
function listOf(texts: Texts, day: string): Manifest {
  const list = readVersionList(JSON.stringify(manifestOf(open(texts, day))));
  if (!list) throw new Error('No list of versions.');
  return list;
}

const compared = { source: 'the list that is live', fileOf: () => manifestPath };

test('entries taken from the end with a head that fits are found by the earlier list, and by it alone', () => {
  fc.assert(
    fc.property(fc.array(deeds, { minLength: 2, maxLength: 7 }), fc.nat(), (all, which) => {
      let state = first();
      for (const [deed, gap] of all) state = perform(state, deed, gap);
      const { texts, day } = state;
      const earlier = listOf(texts, day);
      expect(liveProblems(earlier, earlier, compared)).toEqual([]);
      const entries = chainsIn(sourcesOf(texts))[0]?.entries ?? [];
      fc.pre(entries.length > 1);
      const gone = 1 + (which % (entries.length - 1));
      const last = entries.at(-1 - gone);
      const paths = new Set(entries.slice(-gone).map(({ path }) => path));
      const kept = Object.entries(texts).filter(([path]) => !paths.has(path));
      const head = writeRecord(sealHead('shop/cookies', entries.length - gone, last?.digest ?? ''));
      const cut = { ...Object.fromEntries(kept), 'shop/history/cookies/head.json': head };
      // The folder alone is whole.
      expect(chainsIn(sourcesOf(cut)).flatMap(({ problems }) => problems)).toEqual([]);
      const found = liveProblems(earlier, listOf(cut, day), compared);
      expect(found.map(({ rule }) => rule)).toEqual(Array.from({ length: gone }, () => 'version/live'));
    }),
    { numRuns: howMany(40) },
  );
});
