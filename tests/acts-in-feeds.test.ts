import { expect, test } from 'vitest';
import { feedOf } from '../src/exporters/feed.ts';
import { openSources } from '../src/site/library.ts';
import { sourcesOf, type Texts } from './compile-texts.ts';
import { project } from './open-folder.ts';
import { cookies, edit, publish, publishVersions } from './published-texts.ts';

// What happened to a policy is told to those who follow its feed, on its day and apart from its texts.

const working = 'shop/cookies.yaml';
const announced = edit(
  cookies,
  ['updated: 2026-01-01', 'updated: 2026-02-01\neffective: 2026-06-01\nchange: { summary: Less. }'],
  ['little', 'less'],
);
const withdrawn = 'withdrawn: [{ version: 2026-02-01, because: "It was _too_ early." }]\n';
const ends = 'retired: { on: 2027-01-01, because: The shop closes. }\n';

const told = publish(
  {
    ...publishVersions(cookies, announced),
    [working]: edit(announced, ['Less. }', 'Less., notified: 2026-02-03 }']),
  },
  '2026-02-04',
);
const back = publish({ ...told, [working]: `${cookies}${withdrawn}` }, '2026-03-01');
const ended = publish({ ...back, [working]: `${cookies}${withdrawn}${ends}` }, '2026-09-01');
const { [working]: _renamed, ...others } = ended;
const renamed = publish(
  { ...others, 'shop/storage.yaml': `formerly: [cookies]\n${cookies}${withdrawn}${ends}` },
  '2026-10-01',
);

function entriesOf(texts: Texts, today: string, slug = 'cookies') {
  const library = openSources(sourcesOf(texts), { ...project, today });
  return feedOf(library, { product: 'shop', slug }, 'json').entries;
}

const idOf = (texts: Texts, name: string) => {
  const path = Object.keys(texts).find((own) => own.endsWith(`/${name}.json`)) ?? '';
  const { digest } = JSON.parse(texts[path] ?? '{}');
  return `ni:///sha-256;${Buffer.from(digest, 'hex').toString('base64url')}`;
};

test('tells each act on its day, where it leads and in words, the newest first', () => {
  const entries = entriesOf(renamed, '2026-10-02', 'storage');
  expect(entries.map(({ date, title, summary, address }) => [date, title, summary, address])).toEqual([
    [
      '2026-10-01',
      'Shop: Cookie policy – Another name',
      'Published until this day under the name shop/cookies.',
      'https://example.com/shop/storage/',
    ],
    [
      '2026-09-01',
      'Shop: Cookie policy – End of this policy',
      'The end of this policy was announced for 1 January 2027. Why: The shop closes.',
      'https://example.com/shop/storage/',
    ],
    [
      '2026-03-01',
      'Shop: Cookie policy – Version of 1 February 2026 withdrawn',
      'Withdrawn on 1 March 2026. Why: It was too early.',
      'https://example.com/shop/storage/2026-02-01/',
    ],
    [
      '2026-02-04',
      'Shop: Cookie policy – Notice of the version of 1 February 2026',
      'People affected were told on 3 February 2026.',
      'https://example.com/shop/storage/2026-02-01/',
    ],
    [
      '2026-02-01',
      'Shop: Cookie policy – Version of 1 February 2026',
      'Less.\nWithdrawn on 1 March 2026. Why: It was too early.',
      'https://example.com/shop/storage/2026-02-01/',
    ],
    [
      '2026-01-01',
      'Shop: Cookie policy – Version of 1 January 2026',
      'The first version published here.',
      'https://example.com/shop/storage/2026-01-01/',
    ],
  ]);
  expect(entries.slice(0, 4).map(({ id }) => id)).toEqual(
    ['2026-10-01.rename', '2026-09-01.retirement', '2026-03-01.withdrawal', '2026-02-04.notice'].map((name) =>
      idOf(renamed, name),
    ),
  );
});

test('says the same on every day, before and after what it tells of', () => {
  for (const today of ['2026-12-31', '2027-01-01', '2030-01-01'])
    expect(entriesOf(ended, today)).toEqual(entriesOf(ended, '2026-09-02'));
});

test('says of an end that came late on which day it was', () => {
  const late = publish({ ...back, [working]: `${cookies}${withdrawn}${ends}` }, '2027-02-01');
  expect(entriesOf(late, '2027-02-01')[0]?.summary).toBe(
    'This policy ended on 1 February 2027. Why: The shop closes.',
  );
});

test('counts acts among the newest fifty', () => {
  let texts = back;
  for (let count = 1; count <= 55; count++) {
    const because = `The shop closes, ${count}.`;
    texts = publish(
      { ...texts, [working]: `${cookies}${withdrawn}retired: { on: 2027-01-01, because: "${because}" }\n` },
      `2026-${count > 27 ? '05' : '04'}-${String(count > 27 ? count - 27 : count).padStart(2, '0')}`,
    );
  }
  const entries = entriesOf(texts, '2026-06-01');
  expect(entries).toHaveLength(50);
  expect(entries[0]?.summary).toContain('closes, 55.');
  expect(entries.at(-1)?.summary).toContain('closes, 6.');
});
